import type { Mail } from '../mail/mail.ts';
import type { EventOf, Interest } from '../model/events.ts';
import type { Partner } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';

/** In order: « sans intérêt » holds the word « intérêt ». */
const words: readonly [RegExp, Interest][] = [
  [/sans\s+inter[eê]t|no\s+interest|pas\s+interesse/u, 'no-interest'],
  [/question/u, 'question'],
  [/inter[eê]t|interest|interesse/u, 'interest'],
];

export function partnerOf(address: string, policy: Policy): Partner | undefined {
  return policy.partners.find((partner) => partner.contacts.some((contact) => contact.address === address));
}

/**
 * What a partner answers to a notice: from the subject that the button filled in, else from the first words of the mail.
 * Undefined when it is unsure which notice, or what, is meant: staff reads it then.
 * @param named - The reference that the subject names.
 * @param digest - The digest that the mail answers.
 */
export function readInterest(
  mail: Mail,
  text: string,
  named: string | undefined,
  digest: string | undefined,
  register: Register,
  policy: Policy,
  receivedAt: string,
): EventOf<'interest-recorded'> | undefined {
  const partner = partnerOf(mail.from[0]?.address ?? '', policy);
  const carried = digest === undefined ? undefined : register.digests.get(digest);
  const reference = named ?? (carried?.references.length === 1 ? carried.references[0] : undefined);
  const request = reference === undefined ? undefined : register.requests.get(reference);
  const served = request?.digest === undefined ? undefined : register.digests.get(request.digest);
  // Only who was served may answer: a notice is not announced by an answer.
  if (!partner || reference === undefined || !served?.letters[partner.id]) return undefined;
  const interest = meant(mail.subject.replace(/\[[^\]]*\]/g, '')) ?? meant(text.slice(0, 300));
  if (!interest) return undefined;
  const late = served.deadline !== undefined && Date.parse(receivedAt) > Date.parse(served.deadline);
  return { kind: 'interest-recorded', reference, partner: partner.id, interest, text, mail: mail.id, late };
}

function meant(text: string): Interest | undefined {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return words.find(([pattern]) => pattern.test(folded))?.[1];
}
