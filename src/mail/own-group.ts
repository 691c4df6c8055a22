import { headerAll, type Mail } from './mail.ts';

/** Fields in which lists without a List-Id (RFC 2919) say which one they are. */
const names = ['list-post', 'mailing-list', 'x-mailing-list', 'x-beenthere', 'x-sympa-to'];

/**
 * Whether the only list that the mail went through is one of our own: a group at our address, or in our domain, that
 * passes on to us what the world writes. It says nothing of the mail.
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

/** Whether a field names one of our addresses, or a list in our domain. */
export function isOurs(value: string, own: readonly string[]): boolean {
  const flat = value.toLowerCase();
  return own.some((address) => {
    const domain = address.slice(address.indexOf('@') + 1);
    return (
      has(flat, address) ||
      has(flat, address.replace('@', '.')) ||
      new RegExp(`[@.]${escaped(domain)}(?![\\w.-])`).test(flat)
    );
  });
}

/** As a whole: `info.mines.example` is not `o.mines.example`. */
function has(text: string, word: string): boolean {
  return new RegExp(`(?<![\\w.-])${escaped(word)}(?![\\w.-])`).test(text);
}

function escaped(text: string): string {
  return text.replace(/[^\w@-]/g, '\\$&');
}
