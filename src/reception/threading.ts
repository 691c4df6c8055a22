import type { Mail } from '../mail/mail.ts';
import type { SigningKey } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { readMessageId } from '../model/signature.ts';

/** What a mail belongs to, and why. */
export type Thread =
  | {
      kind: 'request';
      reference: string;
      why: string /** May the sender speak for the requester? */;
      participant: boolean;
    }
  | { kind: 'digest'; digest: string; why: string }
  /** The subject names a request that the sender takes no part in: for staff to decide. */
  | { kind: 'proposed'; reference: string; why: string };

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
      const sameDomain = domain(letter.to.address) === domain(sender);
      return inRequest(letter.reference, 'answers our letter', letter.to.address === sender || sameDomain);
    }
  }
  for (const messageId of answered) {
    const known = register.byMessageId.get(messageId)?.mail;
    const reference = known && register.mails.get(known)?.reference;
    if (reference) return inRequest(reference, 'answers a mail of the request');
  }
  const request = named === undefined ? undefined : register.requests.get(named);
  if (!request) return undefined;
  if (takesPart(request, sender, register)) return inRequest(request.reference, 'names the reference');
  return { kind: 'proposed', reference: request.reference, why: 'names the reference of a request of others' };

  function inRequest(reference: string, why: string, possession = false): Thread {
    const known = register.requests.get(reference);
    const participant = known !== undefined && (possession || takesPart(known, sender, register));
    return { kind: 'request', reference, why, participant };
  }
}

function takesPart(request: Request, sender: string, register: Register): boolean {
  if (request.requester.address === sender) return true;
  return request.mails.some((id) => {
    const mail = register.mails.get(id);
    // Partners answer about a request, they do not take part in it.
    return mail?.from === sender && mail.disposition !== 'partner-answer';
  });
}

function domain(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
