import { readable } from './header-fields.ts';
import type { Address } from './mail.ts';

/** More than two thousand recipients. */
const maxLength = 100_000;
/** Nothing longer can be written to (RFC 5321, 4.5.3.1): it is no address. */
const longestAddress = 320;

/**
 * The mailboxes of an address field (RFC 5322, 3.4), groups flattened, in the order of the mail. Written for fields as
 * they come: unquoted commas and dots in names, comments as names, missing brackets, UTF-8 addresses (RFC 6532).
 * Encoded words are decoded in names only (RFC 2047, 5): an address is taken as written, in lower case.
 * Reads the first 100,000 characters, in time linear in their number.
 */
export function parseAddresses(field: string): Address[] {
  const addresses: Address[] = [];
  let pending: string[] = [];
  for (const item of splitList(field.slice(0, maxLength))) {
    if (item.words.includes('@') || item.bracketed !== undefined) {
      addresses.push(readMailbox({ ...item, words: [...pending, item.words].join(', ') }));
      pending = [];
    } else if (item.last === ',') {
      // « Boateng, Ama <a@b.example> »: an unquoted comma inside a name.
      if (item.words) pending.push(item.words);
    } else {
      if (item.words && item.last !== ':') addresses.push(...bare([...pending, item.words].join(', ')));
      pending = [];
    }
  }
  const found = addresses.filter(({ name, address }) => name || address);
  if (!field.includes('=?') || found.some(({ address }) => address.includes('@'))) return found;
  // Some web mailers encode the whole field, which RFC 2047, 5 forbids: better read so than nobody to answer.
  const decoded = readable(field.slice(0, maxLength));
  return decoded.includes('@') && !decoded.includes('=?') ? parseAddresses(decoded) : found;
}

interface Item {
  /** What stands outside brackets and comments, quotes removed. */
  words: string;
  /** What stands in angle brackets. */
  bracketed?: string;
  comment: string;
  /** What ended the item: `,`, `;`, `:` (the name of a group), or nothing at the end. */
  last: string;
}

function bare(words: string): Address[] {
  const name = readable(words);
  // One word alone is a local user: « From: root ».
  return name ? [{ name, address: /^[\w.+-]{1,64}$/.test(name) ? name.toLowerCase() : '' }] : [];
}

function readMailbox({ words, bracketed, comment }: Item): Address {
  const trimmed = words.trim();
  if (bracketed !== undefined && (bracketed.includes('@') || !trimmed.includes('@')))
    return { name: readable(trimmed || comment), address: clean(bracketed) };
  if (/^"[^"\\]{1,64}"@\S+$/.test(trimmed)) return { name: readable(comment), address: clean(trimmed) };
  const tokens = trimmed.split(/[\s<>"]+/);
  const found = tokens.findIndex((token) => token.includes('@'));
  const rest = tokens
    .toSpliced(found, found < 0 ? 0 : 1)
    .join(' ')
    .trim();
  return { name: readable(rest || comment), address: clean(tokens[found] ?? '') };
}

function clean(written: string): string {
  const address = mailbox(written);
  return address.length > longestAddress ? '' : address;
}

function mailbox(address: string): string {
  const quoted = address.trim();
  // Blanks belong to a quoted local part (RFC 5322, 3.4.1).
  if (/^"[^"\\]{1,64}"@\S+$/.test(quoted)) return quoted.replace(/\p{Cc}+/gu, '').toLowerCase();
  const bare = address.replace(/[\s\p{Cc}]+/gu, '').replace(/^mailto:/i, '');
  // A source route, `@relay.example:a@b.example`, is obsolete (RFC 5322, 4.4): what counts stands behind it.
  return bare
    .replace(/^@[^:]*:/, '')
    .replace(/^<+|>+$/g, '')
    .toLowerCase();
}

/** One pass over the field, keeping quoted strings, comments and brackets together. */
function splitList(field: string): Item[] {
  const items: Item[] = [];
  let item: Item = { words: '', comment: '', last: '' };
  let at = false;
  const close = (last: string) => {
    items.push({ ...item, words: item.words.trim(), last });
    item = { words: '', comment: '', last: '' };
    at = false;
  };
  const lastParenthesis = field.lastIndexOf(')');
  /** A quote that is never closed shows that none behind it is: looking again would cost the square of the length. */
  let closes = true;
  let position = 0;
  while (position < field.length) {
    const character = field.charAt(position);
    if (character === '"' && closes) {
      const [content, end] = quoted(field, position);
      closes = end > position + 1;
      // Quotes that end at an @ are part of the address (RFC 5322, 3.4.1), not around a name.
      item.words += field.charAt(end) === '@' ? `"${content}"` : content;
      position = end;
    } else if (character === '(' && position < lastParenthesis) {
      const [content, end] = comment(field, position, lastParenthesis);
      item.comment ||= content;
      item.words += ' ';
      position = end;
    } else if (character === '<') {
      const end = field.indexOf('>', position);
      const stop = end < 0 ? field.length : end;
      item.bracketed = field.slice(position + 1, stop);
      position = stop + 1;
    } else {
      const group = character === ':' && !at && item.bracketed === undefined && item.words.length < 1000;
      if (character === ',' || character === ';') close(character);
      else if (group && !/^\s*mailto$/i.test(item.words)) close(':');
      else if (character !== '"') item.words += character;
      at ||= character === '@';
      position += 1;
    }
  }
  close('');
  return items;
}

function quoted(field: string, start: number): [content: string, end: number] {
  let content = '';
  for (let position = start + 1; position < field.length; position += 1) {
    const character = field.charAt(position);
    if (character === '"') return [content, position + 1];
    if (character === '\\') position += 1;
    content += field.charAt(position);
  }
  // Never closed: the quote was a stray one.
  return ['', start + 1];
}

/** The comment that starts there; one that is never closed ends at the last parenthesis of the field. */
function comment(field: string, start: number, last: number): [content: string, end: number] {
  let depth = 0;
  let end = start;
  for (; end < last; end += 1) {
    const character = field.charAt(end);
    if (character === '\\') end += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) break;
    }
  }
  return [field.slice(start + 1, end).trim(), end + 1];
}
