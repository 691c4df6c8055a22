import { news } from '../agenda/news.ts';
import { commandButtons } from '../commands/buttons.ts';
import { wantsSomething } from '../mail/note.ts';
import { kinOf } from '../model/kin.ts';
import { personShown } from '../model/person-shown.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { sameBox, sameCorrespondent } from '../reception/correspondent.ts';
import { receive } from '../reception/registration.ts';
import type { Repetition } from '../reception/repetition.ts';
import { broughtBy } from '../reception/substance.ts';
import { isToldOf } from './loops.ts';
import type { Handler, Reading } from './reading.ts';

/** Staff sees again what comes after so long a silence. */
const silenceMs = 86_400_000;

/**
 * What a correspondent that is taken for a machine writes on, under the request that it was taken for one with, of which
 * staff was told; undefined while there is none, and for what wants something: it may be a person’s request. What comes
 * after a silence is shown to staff, with a button that makes it a request of its own.
 */
export function gathered(
  reading: Reading,
  again: Repetition,
  register: Register,
  policy: Policy,
  now: Date,
): ReturnType<Handler> | undefined {
  const { mail } = reading.cause;
  const author = mail.from[0]?.address ?? '';
  const request = isToldOf(author, again, register, now) ? unanswered(author, again, register) : undefined;
  if (!request) return undefined;
  const seen = receive(reading.cause, 'answer', 'its sender is taken for a machine', 'answers', request.reference);
  const before = request.mails.flatMap((id) => register.mails.get(id) ?? []);
  const known = new Set(before.flatMap(({ brings }) => brings ?? []));
  const late = now.getTime() - Date.parse(before.at(-1)?.at ?? '') > silenceMs;
  const isNew = broughtBy(mail, reading.text).some((key) => !known.has(key));
  // It may be a person's request: that is entered by itself.
  if (isNew || wantsSomething(reading.text)) return undefined;
  const apart = { usage: `#scinder ${mail.id.slice(0, 8)}`, label: 'En faire une demande à part' };
  const buttons = commandButtons([apart], request, policy);
  const letters = late ? news(request, written, author, reading.text, policy, { buttons }) : [];
  return { why: seen.why, events: [seen], letters, folder: 'answers' };
}

/** The open request of that correspondent that had no letter, if no person has shown since. */
function unanswered(author: string, { kind }: Repetition, register: Register): Request | undefined {
  const same = kind === 'house' ? sameCorrespondent : sameBox;
  return kinOf(register, { requester: { name: '', address: author }, subject: '' }).findLast(
    ({ requester: { address }, letters, status, receivedAt }) =>
      same(address, author) &&
      status !== 'closed' &&
      status !== 'quarantined' &&
      !letters.some((id) => register.letters.get(id)?.to.address === address) &&
      personShown([address], register) <= receivedAt,
  );
}

const written =
  'Nouveau courriel d’une adresse à qui le greffier ne répond plus\u00A0: il est joint à cette demande, sans accusé';
