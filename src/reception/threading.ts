import type { Mail } from '../mail/mail.ts';
import { filedUnder, keptAs, mailsOf, mergedFrom } from '../model/filing.ts';
import type { SigningKey } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { readMessageId } from '../model/signature.ts';
import { ofOneHouse } from './house.ts';

/** What a mail belongs to, and why. */
export type Thread =
  | {
      kind: 'request';
      reference: string;
      /** The reference that was answered, when the request was merged since: its letters number other slots. */
      alias?: string;
      why: string;
      /** May the sender speak for the requester? */
      participant: boolean;
    }
  | { kind: 'digest'; digest: string; why: string }
  /** It names or answers a request that the sender takes no part in: for staff to decide. */
  | { kind: 'proposed'; reference: string; why: string; evidence: string };

/**
 * The thread of a mail, by: our own signed Message-ID in In-Reply-To, then in References from last to first; any
 * Message-ID already on a request; the reference in the subject, if the sender takes part in that request.
 * @param named - The reference that the subject names.
 */
export function findThread(
  mail: Mail,
  named: string | undefined,
  register: Register,
  keys: readonly [SigningKey, ...SigningKey[]],
): Thread | undefined {
  const sender = mail.from[0]?.address ?? '';
  const answered = [...mail.inReplyTo, ...mail.references.toReversed()];
  for (const messageId of answered) {
    const signed = readMessageId(messageId, keys);
    const letter = signed && register.letters.get(signed.id);
    // A partner that answers our receipt speaks of the digest, never for the requester.
    const carried = letter?.partner && (letter.digest ?? register.requests.get(letter.reference ?? '')?.digest);
    if (carried) return { kind: 'digest', digest: carried, why: 'answers our letter to a partner' };
    if (letter?.reference) {
      const { address } = letter.to;
      return inRequest(letter.reference, 'answers our letter', address === sender || ofOneHouse(address, sender));
    }
  }
  for (const messageId of answered) {
    const known = register.byMessageId.get(messageId)?.mail;
    const reference = known && filedUnder(register, known);
    if (reference) return inRequest(reference, 'answers a mail of the request');
  }
  const request = named === undefined ? undefined : register.requests.get(keptAs(register, named));
  if (named === undefined || !request) return undefined;
  if (takesPart(request, sender, register)) return inRequest(named, byName);
  return {
    kind: 'proposed',
    reference: request.reference,
    why: 'names the reference of a request of others',
    evidence: 'référence écrite dans l’objet par une personne qui n’est pas à ce dossier',
  };

  function inRequest(answers: string, why: string, possession = false): Thread {
    const reference = keptAs(register, answers);
    const known = register.requests.get(reference);
    // One of two authors may have been added to borrow the other's place.
    const alone = mail.from.length === 1;
    const byThread = possession || (known !== undefined && why !== byName && isColleague(known, sender));
    const participant = known !== undefined && alone && (byThread || takesPart(known, sender, register));
    return { kind: 'request', reference, ...(reference !== answers && { alias: answers }), why, participant };
  }
}

function takesPart(request: Request, sender: string, register: Register): boolean {
  // Whose mail was taken out again has no part in what stays.
  const here = mergedFrom(register, request).filter(
    ({ reference }) => keptAs(register, reference) === request.reference,
  );
  const parties = [request, ...here].flatMap(({ requester, intermediary }) => [
    requester.address,
    intermediary?.address,
  ]);
  if (sender && parties.includes(sender)) return true;
  return mailsOf(register, request).some((id) => {
    const mail = register.mails.get(id);
    // A stranger's mail in the thread gives him no part in it, nor does a partner's answer; a colleague's does.
    return (
      mail?.from === sender &&
      (asked.has(mail.disposition) || (mail.disposition === 'answer' && isColleague(request, sender)))
    );
  });
}

/** Of the requester. */
function isColleague({ requester }: Request, sender: string): boolean {
  return ofOneHouse(requester.address, sender);
}

/** What only the subject says: anybody can write it. */
const byName = 'names the reference';

/** Mails by which somebody becomes a requester: with merges there are several in one request. */
const asked = new Set(['request', 'quarantined']);
