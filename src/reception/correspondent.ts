import { domainOf, untagged } from '../model/domain.ts';
import type { LetterRecord } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import { isFreeMail } from './free-mail.ts';

/**
 * The last automatic letters to that correspondent, oldest first; a machine may answer from another address of its domain,
 * but does not wait long to do so.
 */
export function lettersToward(sender: string, register: Register): LetterRecord[] {
  const recent = register.automatic.slice(-500);
  const before = recent[0]?.at ?? '';
  const older = (register.automaticTo.get(sender) ?? []).slice(-mostLooked).filter(({ at }) => at < before);
  return [...older, ...recent.filter(({ to }) => sameCorrespondent(to.address, sender))].slice(-mostLooked);
}

const mostLooked = 50;

/** Users of a free service have nothing in common. */
export function sameCorrespondent(one: string, other: string): boolean {
  if (sameBox(one, other)) return one !== '';
  const domain = domainOf(one);
  return domain !== '' && domain === domainOf(other) && !isFreeMail(domain);
}

/** Whatever tag the one or the other bears. */
export function sameBox(one: string, other: string): boolean {
  return untagged(one) === untagged(other);
}
