import { domainOf } from '../model/domain.ts';
import { isFreeMail } from './free-mail.ts';

/**
 * Whether two addresses are of one organisation: by the domain, or by one that stands under the other's. Users of a free
 * service have nothing in common.
 */
export function ofOneHouse(address: string, other: string): boolean {
  const [domain, theirs] = [domainOf(address), domainOf(other)];
  if (!domain || !theirs || isFreeMail(domain) || isFreeMail(theirs)) return false;
  return domain === theirs || domain.endsWith(`.${theirs}`) || theirs.endsWith(`.${domain}`);
}
