import { parse } from 'tldts';

/** The two sides of an address; the local part is empty without an @. */
export function split(address: string): { local: string; domain: string } {
  const at = address.lastIndexOf('@');
  return { local: address.slice(0, Math.max(at, 0)), domain: address.slice(at + 1) };
}

/** What somebody registered: `tgtu.example` of `mail.tgtu.example`; what is no domain stays as it is. */
export function registrable(domain: string): string {
  return parse(domain, { validateHostname: false }).domain ?? domain;
}
