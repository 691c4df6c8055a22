import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import * as base64 from 'nodemailer/lib/base64';
import MailComposer from 'nodemailer/lib/mail-composer';
import { encodeWord, foldLines } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';
import * as quotedPrintable from 'nodemailer/lib/qp';
import { domainOf } from '../model/domain.ts';
import type { Email } from '../model/events.ts';
import type { Content } from '../model/letter.ts';
import type { Archive } from '../ports.ts';
import { type Enclosure, enclose } from './enclosures.ts';
import { piecesOf } from './pieces.ts';
import { plainAddress } from './plain-address.ts';

/**
 * The MIME entity of a letter: MIME-Version, Content-* fields, empty line, body; 7-bit, CRLF, short lines.
 * The same content gives the same bytes, so the archive keeps one entity for all who receive it.
 * @param archive - Where attachments that are parts of mails are found.
 */
export async function renderEntity(content: Content, archive?: Pick<Archive, 'fetch'>): Promise<Buffer> {
  const { text, html, calendar, attachments = [] } = content;
  const enclosed = await enclose(attachments, archive ?? nothing);
  const composer = new MailComposer({
    text: withCrlf(text),
    html: withCrlf(html),
    ...(calendar && {
      icalEvent: { method: calendar.method, content: withCrlf(calendar.text), filename: 'invite.ics' },
    }),
    attachments: enclosed.map(({ filename, contentType, content }) => ({
      filename: fileName(filename),
      contentType,
      // A mail within a mail goes as it is: the composer looks into it.
      content: /^message\//i.test(contentType) ? content : Readable.from(piecesOf(content), { objectMode: false }),
      contentDisposition: 'attachment',
    })),
    baseBoundary: await boundaryOf(content, enclosed),
  });
  const tree = composer.compile();
  const mail = writtenOut(tree) ?? (await tree.build());
  const end = mail.indexOf('\r\n\r\n');
  const fields = mail.toString('latin1', 0, end).split(/\r\n(?![ \t])/);
  // The composer also writes Date and Message-ID, which differ by recipient.
  const kept = fields.filter((field) => /^(mime-version|content-)/i.test(field));
  return Buffer.concat([Buffer.from(`${kept.join('\r\n')}\r\n`, 'latin1'), mail.subarray(end + 2)]);
}

/**
 * What `build` makes of parts that are all words, without the streams that it reads each through: nearly every letter is
 * that, and it takes a third of the time. Undefined for other trees.
 */
function writtenOut(tree: MimeNode): Buffer | undefined {
  if (tree.childNodes.length === 0) return undefined;
  const heading = `${tree.buildHeaders()}\r\n\r\n`;
  const parts: string[] = [];
  for (const part of tree.childNodes) {
    const { content, childNodes } = part;
    if (typeof content !== 'string' || childNodes.length > 0) return undefined;
    const head = `--${tree.boundary}\r\n${part.buildHeaders()}\r\n\r\n`;
    parts.push(head, encoded(content, part.getTransferEncoding()), '\r\n');
  }
  return Buffer.from(`${heading}${parts.join('')}--${tree.boundary}--\r\n`, 'latin1');
}

function encoded(content: string, encoding: string | false): string {
  if (encoding === 'quoted-printable') return quotedPrintable.wrap(quotedPrintable.encode(content));
  return encoding === 'base64' ? base64.wrap(base64.encode(content)) : content;
}

/** Random by default; a hash of the content cannot be foreseen by who wrote a part of it. */
async function boundaryOf({ text, html, calendar }: Content, enclosed: readonly Enclosure[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify({ text, html, calendar }));
  for (const { content } of enclosed) for await (const piece of piecesOf(content)) hash.update(piece);
  return hash.digest('hex').slice(0, 32);
}

const nothing = {
  fetch: async (id: string): Promise<Buffer> => {
    throw new Error(`cannot fetch ${id}: there is no archive`);
  },
};

/** A bare name, without anything that a system takes for a path or a line end. */
function fileName(name: string): string {
  return (
    oneLine(name)
      .replace(/[/\\:*?"<>|]/g, '_')
      .slice(-120) || 'fichier'
  );
}

/**
 * The mail as it goes on the wire; a retry gives the same bytes. No field can begin another one, whatever is in it.
 * @param at - When the letter was committed, ISO 8601: its Date.
 * @param entity - What `renderEntity` made.
 */
export function wireMail(email: Email, at: string, entity: Buffer): Buffer {
  const parent = email.inReplyTo === undefined ? [] : messageIds([email.inReplyTo]);
  const fields: [name: string, value: string][] = [
    ['From', mailbox('From', email.from)],
    ['To', mailbox('To', email.to)],
    ['Subject', words(email.subject)],
    ['Date', `${new Date(at).toUTCString().replace('GMT', '+0000')}`],
    ['Message-ID', messageIds([email.messageId]).join('')],
    ['In-Reply-To', parent.join('')],
    ['References', messageIds(email.references).join(' ')],
    ['Auto-Submitted', email.automatic ? (parent.length > 0 ? 'auto-replied' : 'auto-generated') : ''],
    // Also on answers to commands: nobody's absence notice is wanted for those either.
    ['X-Auto-Response-Suppress', 'All'],
    ...(email.digest === undefined ? [] : listFields(email.from.address)),
  ];
  const block = fields.filter(([, value]) => value !== '').map(([name, value]) => foldLines(`${name}: ${value}`, 76));
  return Buffer.concat([Buffer.from(`${block.join('\r\n')}\r\n`), entity]);
}

/** What partners receive as a network says so (RFC 2919), and how one leaves it (RFC 2369, 3.2). */
function listFields(address: string): [name: string, value: string][] {
  return [
    ['List-Id', `<bulletin.${domainOf(address)}>`],
    ['List-Unsubscribe', `<mailto:${encodeURI(oneLine(address))}?subject=D%C3%A9sabonnement>`],
  ];
}

/** RFC 2046, 4.1.1: line breaks of text are CRLF, also below base64. */
function withCrlf(text: string): string {
  return text.replace(/\r\n?|\n/g, '\r\n');
}

function mailbox(field: 'From' | 'To', { name, address }: Email['from']): string {
  // Longer than any address can be (RFC 5321, 4.5.3.1): the envelope is refused anyway, the line must stay legal.
  const bare = oneLine(address).slice(0, 320);
  const written = plainAddress.test(bare) ? bare : MimeNode.encodeHeaderValue(field, { name: '', address: bare });
  const display = oneLine(name);
  if (display === '') return written;
  const angled = written.startsWith('<') ? written : `<${written}>`;
  return `${/^[\w ]{1,60}$/.test(display) ? display : words(display, true)} ${angled}`;
}

/** RFC 2047 where needed: not ASCII, a word too long to fold, or what a reader would take for an encoded word. */
function words(value: string, phrase = false): string {
  const line = oneLine(value);
  const plain = /^[\x20-\x7e]*$/.test(line) && !/=\?|\S{61}/.test(line);
  if (plain) return phrase ? `"${line.replace(/["\\]/g, '\\$&')}"` : line;
  const latin = line.replace(/[^\p{Script=Latin}\x20-\x7e]/gu, '').length;
  return encodeWord(line, latin * 2 > line.length ? 'Q' : 'B', 52);
}

/** Controls, and what Unicode holds for a line break, become a space; halves of characters are marked as broken. */
function oneLine(value: string): string {
  return value
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();
}

/** Foreign ids are repeated only when they are legal enough not to harm the field. */
function messageIds(ids: readonly string[]): string[] {
  return ids.filter((id) => /^<[\x21-\x3b\x3d\x3f-\x7e]{1,900}>$/.test(id));
}
