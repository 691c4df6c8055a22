import { parse } from 'tldts';
import { domainOf } from '../model/domain.ts';
import { registeredDomain } from '../model/kin.ts';
import { isFreeMail } from './free-mail.ts';

/**
 * Whether two addresses are of one organisation: by what it registered, or was given by its government. Users of a free
 * service, and those who have a name from one host, have nothing in common.
 */
export function ofOneHouse(address: string, other: string): boolean {
  const [domain, theirs] = [domainOf(address), domainOf(other)];
  if (!domain || !theirs || isFreeMail(domain) || isFreeMail(theirs)) return false;
  return registeredDomain(domain) === registeredDomain(theirs) && hosted(domain) === hosted(theirs);
}

/** With the hosts on the list whose users each have a name under theirs. */
function hosted(domain: string): string {
  return parse(domain, { validateHostname: false, allowPrivateDomains: true }).domain ?? domain;
}
