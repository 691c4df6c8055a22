import type { Mail } from './mail.ts';

/** Whether a web site passes on a visitor's words: Reply-To names the visitor, whose address stands in the text too. */
export function isContactForm(mail: Mail): boolean {
  const text = mail.text.slice(0, 20_000).toLowerCase();
  const visitors = mail.replyTo.filter(
    ({ address }) => address.includes('@') && !mail.from.some((from) => from.address === address),
  );
  return mail.inReplyTo.length === 0 && visitors.some(({ address }) => text.includes(address));
}
