/** Everybody with a mailbox on the test servers: short name → address. */
export const people = {
  info: 'info@inm.test',
  mtremblay: 'mtremblay@inm.test',
  dlavoie: 'dlavoie@inm.test',
  ...partners(12),
  kone: 'kone@ministere-mines.test',
  traore: 'traore@ministere-mines.test',
  boateng: 'boateng@tgtu.test',
  smith: 'smith@northern-mining.test',
  mallory: 'mallory@elsewhere.test',
  lookalike: 'mtremblay@1nm.test',
  /** « іnm.test », its first letter Cyrillic. */
  punycode: 'mtremblay@xn--nm-goc.test',
} as const;

export type Person = keyof typeof people;

/** Each address by what happens to mail for it; the local part does not matter. */
export const failingDomains = {
  /** 550 at RCPT, at the submission port already. */
  refused: 'refused.test',
  /** 450 at RCPT, at the submission port, for ever. */
  deferred: 'deferred.test',
  /** Accepted; a DSN (RFC 3464) comes back within a second or two. */
  bounced: 'bounced.test',
  /** Accepted; stays in the server's queue for ever, and nothing is heard of it. */
  silent: 'silent.test',
  /** Accepted; its server takes connections, and never says a word. */
  mute: 'mute.test',
  /** Accepted; a DSN comes back: the mailbox is full (5.2.2). */
  full: 'full.test',
  /** 450 at RCPT the first time, at the submission port; accepted from then on. */
  greylisting: 'greylisting.test',
} as const;

type PartnerName = `p0${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}` | 'p10' | 'p11' | 'p12';

function partners(count: number): Record<PartnerName, string> {
  const names = Array.from({ length: count }, (_, i) => `p${String(i + 1).padStart(2, '0')}`);
  return Object.fromEntries(names.map((name) => [name, `${name}@partners.test`])) as Record<PartnerName, string>;
}
