import { decodeWords } from './header-fields.ts';

/** What a delivery report says about one recipient (RFC 3464, 2.3), as written; missing fields are empty. */
export interface RecipientFields {
  final: string;
  original: string;
  /** Non-standard, but sendmail writes the addressee behind an alias there. */
  actual: string;
  action: string;
  status: string;
  diagnostic: string;
}

const maxLength = 500_000;
const maxGroups = 1000;

/**
 * The per-recipient groups of a message/delivery-status content, in order. Blank lines between groups may be missing or
 * too many; a group begins where a recipient field comes again. Reads the first thousand, in time linear in
 * the length of the text.
 */
export function readDeliveryStatus(text: string): RecipientFields[] {
  if (!/^[ \t]{0,3}(?:final|original|x-actual)-recipient[ \t]{0,5}:/im.test(text)) return [];
  const groups: Map<string, string>[] = [];
  let group = new Map<string, string>();
  for (const [name, value] of fieldsOf(text.slice(0, maxLength))) {
    if (groups.length === maxGroups) break;
    const starts = /^(?:final|original)-recipient$/.test(name);
    if (name === '' || (starts && group.has(name))) {
      if (hasRecipient(group)) {
        groups.push(group);
        group = new Map();
      }
    }
    if (name && !group.has(name)) group.set(name, value);
  }
  if (hasRecipient(group)) groups.push(group);
  return groups.map((fields) => ({
    final: typedAddress(fields.get('final-recipient')),
    original: typedAddress(fields.get('original-recipient')),
    actual: typedAddress(fields.get('x-actual-recipient')),
    action: (fields.get('action') ?? '').toLowerCase().match(/[a-z]+/)?.[0] ?? '',
    status: fields.get('status')?.match(/[245]\.\d{1,3}\.\d{1,3}/)?.[0] ?? '',
    diagnostic: (fields.get('diagnostic-code') ?? '').replace(/^[\w-]{1,20}\s{0,5};\s{0,5}/, '').slice(0, 2000),
  }));
}

function hasRecipient(group: ReadonlyMap<string, string>): boolean {
  return ['final-recipient', 'original-recipient', 'x-actual-recipient'].some((name) => group.has(name));
}

/** Fields unfolded; an empty name for a blank line. */
function fieldsOf(text: string): [name: string, value: string][] {
  const fields: [string, string][] = [];
  for (const line of text.split('\n')) {
    const last = fields.at(-1);
    const field = /^[ \t]{0,3}([A-Za-z][\w-]{1,60})[ \t]{0,5}:(.*)$/.exec(line);
    if (line.trim() === '') fields.push(['', '']);
    else if (field && !/^[ \t]{1,3}\S+:\S/.test(line))
      fields.push([(field[1] ?? '').toLowerCase(), (field[2] ?? '').trim()]);
    else if (last?.[0]) last[1] += ` ${line.trim()}`;
  }
  return fields;
}

/** The address of `rfc822; a@b.example`, in lower case; RFC 6533's `\x{E9}` is read in the type utf-8. */
function typedAddress(value: string | undefined): string {
  if (!value) return '';
  const written = value.replace(/^[\w-]{1,20}\s{0,5};/, '').trim();
  // The whole address in encoded words; some put only what stands before the @ so, and mean it.
  const untyped = written.includes('@') ? written : decodeWords(written);
  const bracketed = /<([^<>\s]{1,500})>/.exec(untyped)?.[1] ?? untyped.replace(/\s*\(.*$/, '');
  return (
    bracketed
      // xtext (RFC 3461, 4): these two signs of an address are always written so.
      .replace(/\+(2B|3D)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/\\x\{([0-9a-f]{1,6})\}/gi, (_, hex: string) =>
        String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
      )
      .replace(/^["'](.*@.*)["']$/, '$1')
      .trim()
      .toLowerCase()
  );
}
