import { alarm } from '../agenda/news.ts';
import { bounced } from '../dissemination/delivery.ts';
import { type BounceReport, bounceReport } from '../mail/bounce.ts';
import { keptAs } from '../model/filing.ts';
import type { LetterRecord } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import { readMessageId } from '../model/signature.ts';
import { receive } from '../reception/registration.ts';
import { toldLately } from './loops.ts';
import { undelivered } from './outgoing.ts';
import type { Handler } from './reading.ts';

/** To the delivery ledger, and to the request whose letter came back; never a request, never answered. */
export const bounce: Handler = (reading, register, policy, now) => {
  const { cause, why } = reading;
  const report = bounceReport(cause.mail);
  const signed = report?.originals
    .map((messageId) => readMessageId(messageId, policy.keys))
    .find((read) => read && register.letters.has(read.id));
  const named = signed && register.letters.get(signed.id);
  const letter = named ?? (report && lastTo(report, register, now));
  const reference = letter?.reference === undefined ? undefined : keptAs(register, letter.reference);
  // What returns no letter of ours may be a person's: the morning mail lists what was set aside.
  const folder = letter ? ('machines' as const) : ('setAside' as const);
  const seen = receive(cause, 'bounce', why, folder, reference);
  const plan = { why, events: [seen], letters: [], folder };
  const failure = report?.failure;
  if (!letter || failure === undefined) return plan;
  if (!signed || !named) {
    const trouble = `bounce/${letter.to.address}` as const;
    if (toldLately(trouble, register, now)) return plan;
    const what = `Une lettre à ${letter.to.address} semble être revenue, mais l’avis ne dit pas laquelle : ${failure}`;
    const todo = 'Vérifiez l’adresse, ou joignez la personne autrement. L’envoi reste inscrit comme accepté.';
    const told = { kind: 'staff-alarmed' as const, trouble, why: 'a delivery report that names none of our letters' };
    return { ...plan, events: [seen, told], letters: alarm(trouble, what, todo, policy) };
  }
  // A letter has one reader: whatever addresses the report names, it is this letter that came back.
  const followed = bounced(signed.id, failure, register, policy, now);
  if (!followed) return plan;
  const letters = [...followed.letters, ...undelivered(signed.id, failure, followed, register, policy)];
  return { ...plan, events: [seen, ...followed.events], letters, copies: followed.copies };
};

/** Mail systems give up after five days or so (RFC 5321, 4.5.4.1). */
const longestMs = 10 * 86_400_000;

/** The last letter to an address that the report names: without our signed Message-ID nothing proves that it is the one. */
function lastTo({ deliveries }: BounceReport, register: Register, now: Date): LetterRecord | undefined {
  return deliveries
    .flatMap(({ recipient }) => register.automaticTo.get(recipient)?.at(-1) ?? [])
    .find(({ at, state }) => state === 'accepted' && now.getTime() - Date.parse(at) <= longestMs);
}
