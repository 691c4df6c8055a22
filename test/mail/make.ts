import { createHash } from 'node:crypto';
import type { Address, HeaderField, Mail, Part } from '../../src/mail/mail.ts';

type Person = string | Address;

/** A mail in words; whatever is left out is that of a plain mail from an organisation to the Institute. */
interface MailSpec extends Omit<Partial<Mail>, 'from' | 'replyTo' | 'to' | 'cc' | 'headers' | 'parts'> {
  /** `Ama Boateng <a@tgtu.example>`, a bare address, or an Address; several for a mail with several authors. */
  from?: Person | readonly Person[];
  replyTo?: Person | readonly Person[];
  to?: Person | readonly Person[];
  cc?: Person | readonly Person[];
  /** Further fields above the usual ones; an array repeats the field. */
  headers?: Readonly<Record<string, string | readonly string[]>>;
  parts?: readonly (Partial<Part> & { contentType: string })[];
}

/** A Mail as `readMail` would fill it. The same spec gives the same mail, and its id follows from the spec. */
export function mailOf(spec: MailSpec = {}): Mail {
  const { from, replyTo, to, cc, headers, parts, ...rest } = spec;
  const text = rest.text ?? 'Bonjour,\n\nnous cherchons une formation.\n\nMerci.';
  const subject = rest.subject ?? 'Demande de formation';
  const id = rest.id ?? sha256(JSON.stringify(spec));
  const mail = {
    id,
    size: text.length,
    subject,
    text,
    messageId: `<${id.slice(0, 16)}@org.example>`,
    inReplyTo: [],
    references: [],
    defects: [],
    ...rest,
    from: people(from ?? 'Kouadio Amani <k.amani@mines-ci.example>'),
    replyTo: people(replyTo ?? []),
    to: people(to ?? 'info@inm.example'),
    cc: people(cc ?? []),
    parts: (parts ?? [{ contentType: 'text/plain', text }]).map(partOf),
  };
  return { ...mail, headers: [...extraFields(headers ?? {}), ...usualFields(mail)] };
}

function usualFields(mail: Omit<Mail, 'headers'>): HeaderField[] {
  const fields: [string, string | undefined][] = [
    ['return-path', mail.returnPath === undefined ? undefined : `<${mail.returnPath}>`],
    ['from', written(mail.from)],
    ['reply-to', written(mail.replyTo)],
    ['to', written(mail.to)],
    ['cc', written(mail.cc)],
    ['subject', mail.subject],
    ['date', mail.date],
    ['message-id', mail.messageId],
    ['in-reply-to', mail.inReplyTo.join(' ')],
    ['references', mail.references.join(' ')],
  ];
  return fields.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

function extraFields(headers: NonNullable<MailSpec['headers']>): HeaderField[] {
  return Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name: name.toLowerCase(), value })),
  );
}

function partOf(part: Partial<Part> & { contentType: string }): Part {
  const content = part.text ?? '';
  return { parameters: {}, size: Buffer.byteLength(content), checksum: sha256(content), ...part };
}

function people(spec: Person | readonly Person[]): Address[] {
  return [spec].flat().map((person) => {
    if (typeof person !== 'string') return person;
    const { name = '', address = person } = /^(?<name>.*?)\s*<(?<address>[^<>]*)>$/.exec(person)?.groups ?? {};
    return { name, address: address.toLowerCase() };
  });
}

function written(addresses: readonly Address[]): string {
  return addresses.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ');
}

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
