import { headerAll, type Mail } from './mail.ts';

/** Fields in which lists without a List-Id (RFC 2919) say which one they are. */
const names = ['list-post', 'mailing-list', 'x-mailing-list', 'x-beenthere', 'x-sympa-to'];

/**
 * Whether the only list that the mail went through is one of our own: a group at one of our addresses, that passes on to
 * us what the world writes. It says nothing of the mail. Other lists of our domain are lists like any other.
 * @param own - Our addresses, in lower case.
 */
export function throughOurGroup(mail: Mail, own: readonly string[]): boolean {
  const ids = values(mail, ['list-id', 'x-list-id']);
  const lists = ids.length > 0 ? ids : values(mail, names);
  return lists.length > 0 && lists.every((value) => isOurs(value, own));
}

function values(mail: Mail, fields: readonly string[]): string[] {
  return fields.flatMap((name) => headerAll(mail, name)).filter((value) => value.trim());
}

/** Whether a field names one of our addresses, or what a list server writes for a list there: `info-bounces@`, `info+owners@`. */
export function isOurs(value: string, own: readonly string[]): boolean {
  const flat = value.toLowerCase();
  return own.some((address) => {
    const at = address.lastIndexOf('@');
    const [user, domain] = [address.slice(0, at), address.slice(at + 1)].map(escaped);
    return new RegExp(`(?<![\\w.+-])${user}(?:\\+[\\w+=.-]{1,200}|-(?:${services}))?[@.]${domain}(?![\\w.-])`).test(
      flat,
    );
  });
}

/** Whether a field names a place in one of our domains. */
export function inOurDomain(value: string, own: readonly string[]): boolean {
  const flat = value.toLowerCase();
  const domains = own.map((address) => address.slice(address.lastIndexOf('@') + 1));
  return domains.some((domain) => new RegExp(`[@./]${escaped(domain)}(?![\\w.-])`).test(flat));
}

/** Names that list servers add to that of the list (RFC 2142, 7). */
const services = '(?:bounces|owners?|request|(?:un)?subscribe|leave|join|help|confirm)(?:[+=-][\\w+=.-]{1,200})?';

function escaped(text: string): string {
  return text.replace(/[^\w@-]/g, '\\$&');
}
