import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { parseAddresses } from '../mail/addresses.ts';
import { digestText } from '../mail/attached-message.ts';
import { bodyOf, type MimeNode } from '../mail/body.ts';
import { decodeText } from '../mail/charset.ts';
import { type Entity, readStructure } from '../mail/entity.ts';
import { unflow } from '../mail/flowed.ts';
import { fieldText, type RawField, readable, readFields, splitFields } from '../mail/header-fields.ts';
import { withLineFeeds } from '../mail/line-ends.ts';
import type { Address, Mail, Part } from '../mail/mail.ts';
import { splitMessage } from '../mail/message.ts';
import { signedContent } from '../mail/signed-data.ts';
import { decodedPieces } from '../mail/transfer-encoding.ts';
import { filesIn, uudecode } from '../mail/uuencode.ts';

/** Text of one part beyond this many bytes is not read: it is in the archive. */
const maxTextBytes = 4_000_000;

/**
 * What a raw mail says. Whatever the bytes are there is an answer: what cannot be read is missing, and `defects` says so.
 * Line ends may be CRLF, LF or CR; an mbox line and blank lines before the first field are skipped.
 */
export async function readMail(raw: Buffer): Promise<Mail> {
  const { head, body, defects } = splitMessage(raw);
  const fields = splitFields(head);
  const found = await parse(fields, body);
  const problems = [...defects, ...found.defects];
  const charset = declaredCharset(fields) ?? found.parts.map((part) => part.parameters.charset).find(Boolean);
  const text = (name: string) =>
    fields.filter((field) => field.name === name).map((field) => fieldText(field.raw, charset));
  const people = (name: string): Address[] => text(name).flatMap(parseAddresses);
  const { from, date } = { from: people('from'), date: dateOf(text('date')[0]) };
  if (from.length === 0) problems.push('aucun expéditeur (From)');
  if (from.length > 1) problems.push('plusieurs expéditeurs (From)');
  if (text('date').length > 0 && !date) problems.push('date illisible');
  const returnPath = text('return-path')[0];
  const messageId = messageIds(text('message-id').slice(0, 1))[0];
  const said = bodyOf(found.tree);
  if (!messageId) problems.push('aucun Message-ID');
  return {
    id: createHash('sha256').update(raw).digest('hex'),
    size: raw.length,
    headers: readFields(fields, charset),
    from,
    replyTo: people('reply-to'),
    to: people('to'),
    cc: people('cc'),
    ...(returnPath === undefined ? {} : { returnPath: parseAddresses(returnPath)[0]?.address ?? '' }),
    subject: readable(text('subject')[0] ?? ''),
    ...(date ? { date } : {}),
    ...(messageId ? { messageId } : {}),
    inReplyTo: messageIds(text('in-reply-to')),
    references: messageIds(text('references')),
    ...said,
    text: said.text || digestText(found.tree),
    parts: found.parts,
    defects: [...new Set(problems)],
  };
}

interface Parsed {
  tree: MimeNode;
  parts: Part[];
  defects: string[];
}

/** @param sealed - How many signed envelopes may be opened on the way down. */
async function parse(fields: readonly RawField[], body: Buffer, sealed = 4): Promise<Parsed> {
  const { root, defects } = readStructure(fields, body);
  const read = await readEntity(root, sealed);
  return { ...read, defects: [...defects, ...read.defects] };
}

async function readEntity(entity: Entity, sealed: number): Promise<Parsed> {
  const { contentType, children } = entity;
  if (!contentType.startsWith('multipart/')) return readLeaf(entity, sealed);
  const read: Parsed[] = [];
  for (const child of children) read.push(await readEntity(child, sealed));
  return {
    tree: { contentType, children: read.map(({ tree }) => tree) },
    parts: read.flatMap(({ parts }) => parts),
    defects: read.flatMap((found) => found.defects),
  };
}

function declaredCharset(fields: readonly RawField[]): string | undefined {
  const type = fields.find(({ name }) => name === 'content-type')?.raw ?? '';
  return /;\s{0,100}charset\s{0,10}=\s{0,10}"?([^\s";]{1,60})/i.exec(type)?.[1];
}

async function readLeaf(entity: Entity, sealed: number): Promise<Parsed> {
  const { contentType, disposition, filename, contentId } = entity;
  const parameters = Object.fromEntries(
    Object.entries(entity.parameters).map(([name, value]) => [name, readable(value)]),
  );
  const text = holdsText(entity);
  const envelope = /^application\/(?:x-)?pkcs7-mime$/.test(contentType);
  const { content, size, checksum } = await decode(entity, text || envelope ? maxTextBytes : 0);
  const part: Part = { contentType, parameters, size, checksum };
  if (disposition) part.disposition = disposition;
  if (filename) part.filename = filename;
  if (contentId) part.contentId = contentId;
  const leaf = { tree: { contentType, children: [], part }, parts: [part] };
  if (envelope) {
    const signed = sealed > 0 ? signedContent(content) : undefined;
    if (!signed) return { ...leaf, defects: ['courriel chiffré (S/MIME) : contenu non lu'] };
    const { head, body } = splitMessage(signed);
    const inner = await parse(splitFields(head), body, sealed - 1);
    return { ...inner, parts: [part, ...inner.parts] };
  }
  const told = unread.find(([applies]) => applies(part))?.[1];
  if (!text) return { ...leaf, defects: told ? [told] : [] };
  const bytes = /^(?:x-)?uu(?:e|encode)\b/.test(entity.encoding) ? uudecode(content) : content;
  if (isBinary(bytes))
    return { ...leaf, defects: ['pièce annoncée comme texte, en réalité un fichier : contenu non lu'] };
  const charset = parameters.charset ?? (contentType === 'text/html' ? charsetInHtml(bytes) : undefined);
  const decoded = decodeText(bytes, charset);
  const lines = withLineFeeds(decoded.text);
  const flowed = contentType === 'text/plain' && parameters.format?.toLowerCase() === 'flowed';
  part.text = flowed ? unflow(lines, parameters.delsp?.toLowerCase() === 'yes') : lines;
  return { ...leaf, parts: [part, ...filesOf(part)], defects: decoded.defect ? [decoded.defect] : [] };
}

/** Files that stand in a text, as the attachments that they are. */
function filesOf({ contentType, text = '' }: Part): Part[] {
  if (contentType !== 'text/plain') return [];
  return filesIn(text).map(({ filename, content }) => ({
    contentType: 'application/octet-stream',
    parameters: {},
    disposition: 'attachment',
    filename: readable(filename),
    size: content.length,
    checksum: createHash('sha256').update(content).digest('hex'),
  }));
}

/**
 * Whether it is full of control characters, as no text in any charset is; UTF-16 has its NULs, ISO-2022 its shifts. Line
 * ends do not count: they are one byte or two.
 */
function isBinary(bytes: Buffer): boolean {
  let [odd, seen] = [0, 0];
  for (const byte of bytes.subarray(0, 4000)) {
    if (byte === 0x0a || byte === 0x0d) continue;
    if (byte < 0x20 && byte !== 0 && !(byte >= 0x08 && byte <= 0x0f) && byte !== 0x1b) odd += 1;
    seen += 1;
    if (seen === 2000) break;
  }
  return seen > 40 && odd > seen / 25;
}

/** What an HTML page says of itself, where its part says nothing (HTML, 13.2.3.2). */
function charsetInHtml(bytes: Buffer): string | undefined {
  return /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i.exec(bytes.toString('latin1', 0, 2048))?.[1];
}

/** Contents that the clerk cannot read, and what staff is told: a person has to ask for another format. */
const unread: readonly [applies: (part: Part) => boolean, words: string][] = [
  [
    ({ contentType, filename }) =>
      /^application\/(?:vnd\.)?ms-tnef$/.test(contentType) || /^winmail\.dat$/i.test(filename ?? ''),
    'pièce winmail.dat (format propre à Outlook) : contenu non lu',
  ],
  [({ contentType }) => contentType === 'application/pgp-encrypted', 'courriel chiffré (PGP) : contenu non lu'],
];

/** Decoded bytes after which other work gets its turn. */
const turnBytes = 1_000_000;

/**
 * Goes over the content of an entity once, piece by piece.
 * @param most - So many bytes of it are kept, rather more.
 */
async function decode({ body, encoding }: Entity, most: number) {
  const hash = createHash('sha256');
  const kept: Buffer[] = [];
  let size = 0;
  let turn = turnBytes;
  for (const piece of decodedPieces(body, encoding)) {
    hash.update(piece);
    if (size < most) kept.push(piece);
    size += piece.length;
    if (size < turn) continue;
    turn = size + turnBytes;
    await setImmediate();
  }
  const content = kept.length === 1 && kept[0] ? kept[0] : Buffer.concat(kept);
  return { content: content.subarray(0, most), size, checksum: hash.digest('hex') };
}

function holdsText({ contentType, filename }: Entity): boolean {
  return /^(?:text|message)\//.test(contentType) || contentType === 'application/ics' || /\.ics$/i.test(filename ?? '');
}

/** The sender's claim as ISO 8601; comments and a missing zone are forgiven (RFC 5322, 4.3). */
function dateOf(value: string | undefined): string | undefined {
  const plain = (value ?? '')
    .replace(/\([^()]{0,200}\)/g, ' ')
    .trim()
    .slice(0, 100);
  if (!/\d{4}|\d{1,2}[\s-]\w{3}[\s-]\d{2}/.test(plain)) return undefined;
  const time = Date.parse(plain);
  if (Number.isNaN(time)) return undefined;
  const date = new Date(time);
  return date.getUTCFullYear() >= 1970 && date.getUTCFullYear() < 2200 ? date.toISOString() : undefined;
}

/** Every Message-ID of these fields, with angle brackets (RFC 5322, 3.6.4). */
function messageIds(values: readonly string[]): string[] {
  return values.flatMap((value) => {
    const bracketed = value.match(/<[^<>\s]{1,1000}>/g);
    if (bracketed) return bracketed;
    const bare = value.trim();
    return /^[^\s<>]{1,1000}@[^\s<>]+$/.test(bare) ? [`<${bare}>`] : [];
  });
}
