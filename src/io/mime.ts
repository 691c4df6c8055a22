import { createHash } from 'node:crypto';
import { type AttachmentStream, type Headers, MailParser, type StructuredHeader } from 'mailparser';
import { parseAddresses } from '../mail/addresses.ts';
import { bodyOf, type MimeNode } from '../mail/body.ts';
import { decodeText } from '../mail/charset.ts';
import { unflow } from '../mail/flowed.ts';
import { fieldText, type RawField, readable, readFields, splitFields } from '../mail/header-fields.ts';
import type { Address, Mail, Part } from '../mail/mail.ts';
import { splitMessage } from '../mail/message.ts';
import { signedContent } from '../mail/signed-data.ts';
import { uudecode } from '../mail/uuencode.ts';

/** Text of one part beyond this many bytes is not read: it is in the archive. */
const maxTextBytes = 4_000_000;

/** Fields that say how a mail is built; the others are read here, not by the MIME parser. */
const structural = new Set(['content-type', 'content-transfer-encoding', 'content-disposition', 'mime-version']);

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
    ...bodyOf(found.tree),
    parts: found.parts,
    defects: [...new Set(problems)],
  };
}

interface Parsed {
  tree: MimeNode;
  parts: Part[];
  defects: string[];
}

/** What mailparser keeps of a MIME entity; read at the end, for the containers that its events leave out. */
interface Entity {
  contentType?: string | false;
  headers: Headers;
  children: Entity[];
}

async function parse(fields: readonly RawField[], body: Buffer): Promise<Parsed> {
  const { leaves, root, defects } = await readLeaves(fields, body);
  const parts = [...leaves.values()].flatMap(({ part, inner }) => [part, ...(inner?.parts ?? [])]);
  const told = [
    ...defects,
    ...[...leaves.values()].flatMap((leaf) => [...leaf.defects, ...(leaf.inner?.defects ?? [])]),
  ];
  const tree = root
    ? toNode(root, leaves)
    : { contentType: 'multipart/mixed', children: [...leaves.values()].map(leafNode) };
  if (parts.length > 0 || body.length === 0) return { tree, parts, defects: told };
  const boundary = guessBoundary(fields, body);
  if (boundary) {
    const guessed = await parse([{ name: 'content-type', raw: `multipart/mixed; boundary="${boundary}"` }], body);
    return { ...guessed, defects: [...told, 'limite des parties MIME absente ou fausse', ...guessed.defects] };
  }
  // Nothing came of it, a boundary that never occurs for example: the body is read as it stands.
  const { text, defect } = decodeText(body.subarray(0, maxTextBytes), declaredCharset(fields));
  const part = plainPart(body, text);
  return {
    tree: leafNode({ part }),
    parts: [part],
    defects: [...told, 'parties MIME introuvables', ...(defect ? [defect] : [])],
  };
}

/** A leaf of the MIME tree; `inner` is the mail inside a signed envelope. */
interface Leaf {
  part: Part;
  inner?: Parsed;
  defects: string[];
}

async function readLeaves(fields: readonly RawField[], body: Buffer) {
  const parser = new MailParser({ checksumAlgo: 'sha256', ignoreEmbedded: true, keepDeliveryStatus: true });
  // Every leaf comes as a stream of its bytes: the charset it declares is often not the one it is written in.
  Object.assign(parser, { textTypes: [] });
  const leaves = new Map<Headers, Leaf>();
  const defects: string[] = [];
  const reading: Promise<unknown>[] = [];
  const failure = await new Promise<Error | undefined>((resolve) => {
    parser.on('data', (item) => {
      if (item.type === 'attachment')
        reading.push(
          readLeaf(item)
            .then((leaf) => leaves.set(item.headers, leaf))
            .catch(resolve),
        );
    });
    parser.once('end', () => resolve(undefined));
    parser.once('error', resolve);
    parser.write(Buffer.from(structure(fields), 'latin1'));
    parser.end(body);
  });
  if (failure) defects.push(`structure MIME illisible : ${failure.message}`);
  else await Promise.all(reading);
  return { leaves, root: (parser as unknown as { tree?: Entity }).tree, defects };
}

/** The boundary that a multipart body shows, where its header names none or another. */
function guessBoundary(fields: readonly RawField[], body: Buffer): string | undefined {
  const type = fields.find(({ name }) => name === 'content-type')?.raw ?? '';
  if (!/^multipart\//i.test(type)) return undefined;
  const start = body.toString('latin1', 0, 20_000);
  const shown = /^--([^\s"]{4,70})[ \t]*\r?\n(?:content-|\r?\n)/im.exec(start)?.[1];
  // The one that was tried already helps no further.
  return shown && !type.includes(shown) ? shown : undefined;
}

/** The fields that the MIME parser needs, the first of each kind: repeated ones are read by no two programs alike. */
function structure(fields: readonly RawField[]): string {
  const first = new Map<string, string>();
  for (const { name, raw } of fields) if (structural.has(name) && !first.has(name)) first.set(name, raw.slice(0, 8000));
  return `${[...first].map(([name, value]) => `${name}: ${value}\n`).join('')}\n`;
}

function declaredCharset(fields: readonly RawField[]): string | undefined {
  const type = fields.find(({ name }) => name === 'content-type')?.raw ?? '';
  return /;\s{0,100}charset\s{0,10}=\s{0,10}"?([^\s";]{1,60})/i.exec(type)?.[1];
}

async function readLeaf(leaf: AttachmentStream): Promise<Leaf> {
  const type = leaf.headers.get('content-type') as StructuredHeader | undefined;
  const parameters = Object.fromEntries(
    Object.entries(type?.params ?? {}).map(([name, value]) => [name, readable(`${value}`)]),
  );
  const text = holdsText(leaf);
  const sealed = /^application\/(?:x-)?pkcs7-mime$/i.test(leaf.contentType);
  const { content, length } = await drain(leaf, text || sealed);
  const part: Part = {
    contentType: leaf.contentType.toLowerCase(),
    parameters,
    size: leaf.size ?? length,
    checksum: leaf.checksum ?? '',
  };
  if (leaf.contentDisposition) part.disposition = leaf.contentDisposition === 'inline' ? 'inline' : 'attachment';
  if (leaf.filename) part.filename = readable(leaf.filename);
  const told = unread.find(([applies]) => applies(part))?.[1];
  if (sealed) {
    const signed = signedContent(content);
    if (!signed) return { part, defects: ['courriel chiffré (S/MIME) : contenu non lu'] };
    const { head, body } = splitMessage(signed);
    return { part, inner: await parse(splitFields(head), body), defects: [] };
  }
  if (!text) return { part, defects: told ? [told] : [] };
  const encoding = `${leaf.headers.get('content-transfer-encoding') ?? ''}`;
  const bytes = /^\s*(?:x-)?uu(?:e|encode)\b/i.test(encoding) ? uudecode(content) : content;
  const charset = parameters.charset ?? (part.contentType === 'text/html' ? charsetInHtml(bytes) : undefined);
  const decoded = decodeText(bytes.subarray(0, maxTextBytes), charset);
  const lines = decoded.text.replace(/\r\n?/g, '\n').replaceAll('\0', '');
  const flowed = part.contentType === 'text/plain' && parameters.format?.toLowerCase() === 'flowed';
  part.text = flowed ? unflow(lines, parameters.delsp?.toLowerCase() === 'yes') : lines;
  return { part, defects: decoded.defect ? [decoded.defect] : [] };
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

/** Reads a leaf to its end, keeping what is wanted of it, and lets the parser go on. */
function drain(leaf: AttachmentStream, wanted: boolean): Promise<{ content: Buffer; length: number }> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    leaf.content.on('data', (chunk: Buffer) => {
      if (wanted && length < maxTextBytes) chunks.push(chunk);
      length += chunk.length;
    });
    leaf.content.once('end', () => {
      leaf.release?.();
      resolve({ content: Buffer.concat(chunks), length });
    });
    leaf.content.once('error', (error) => {
      leaf.release?.();
      reject(error);
    });
  });
}

function holdsText({ contentType, filename }: AttachmentStream): boolean {
  return (
    /^(?:text|message)\//i.test(contentType) ||
    /^application\/ics$/i.test(contentType) ||
    /\.ics$/i.test(filename ?? '')
  );
}

function toNode({ contentType, headers, children }: Entity, leaves: ReadonlyMap<Headers, Leaf>): MimeNode {
  const leaf = leaves.get(headers);
  if (leaf) return leafNode(leaf);
  return {
    contentType: (contentType || 'text/plain').toLowerCase(),
    children: children.map((child) => toNode(child, leaves)),
  };
}

function leafNode({ part, inner }: Pick<Leaf, 'part' | 'inner'>): MimeNode {
  return inner?.tree ?? { contentType: part.contentType, children: [], part };
}

function plainPart(content: Buffer, text: string): Part {
  const checksum = createHash('sha256').update(content).digest('hex');
  return {
    contentType: 'text/plain',
    parameters: {},
    size: content.length,
    checksum,
    text: text.replace(/\r\n?/g, '\n').replaceAll('\0', ''),
  };
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
