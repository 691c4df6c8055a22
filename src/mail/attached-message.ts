import { parseAddresses } from './addresses.ts';
import { bodyOf, type MimeNode } from './body.ts';
import { decodeText } from './charset.ts';
import { fieldText, type RawField, readable, splitFields } from './header-fields.ts';
import type { Address } from './mail.ts';
import { splitMessage } from './message.ts';

/** What an attached message (message/rfc822) says. */
interface AttachedMessage {
  from: Address[];
  subject: string;
  /** As written. */
  date: string;
  messageId?: string;
  /** The body as people read it: quotes and signature still in it. */
  text: string;
  /** Messages attached to it, as `readAttached` reads them. */
  messages: string[];
}

/** Deeper parts are not read. */
const deepest = 8;
/** Parts beyond these are not read. */
const mostParts = 100;
const maxLength = 2_000_000;

/**
 * Reads the text of a message/rfc822 part, its first 2,000,000 characters. Never throws; what cannot be read is empty.
 * @param source - As the part's text holds it, which is decoded to Unicode already.
 */
export function readAttached(source: string): AttachedMessage {
  const { head, body } = splitMessage(Buffer.from(source.slice(0, maxLength), 'utf8'));
  const fields = splitFields(head);
  const value = (name: string) => readable(fieldText(fields.find((field) => field.name === name)?.raw ?? '', 'utf-8'));
  const messageId = /<[^<>\s]{1,1000}>/.exec(value('message-id'))?.[0];
  const tree = nodeOf(fields, body, deepest);
  const from = fields.filter(({ name }) => name === 'from').map(({ raw }) => fieldText(raw, 'utf-8'));
  return {
    from: from.flatMap(parseAddresses),
    subject: value('subject'),
    date: value('date'),
    ...(messageId && { messageId }),
    text: bodyOf(tree).text,
    messages: messagesIn(tree),
  };
}

function messagesIn({ part, children }: MimeNode): string[] {
  const own = part?.text !== undefined && part.contentType.startsWith('message/') ? [part.text] : [];
  return [...own, ...children.flatMap(messagesIn)];
}

function nodeOf(fields: readonly RawField[], body: Buffer, depth: number): MimeNode {
  const raw = (name: string) => fields.find((field) => field.name === name)?.raw ?? '';
  const contentType = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(raw('content-type'))?.[1]?.toLowerCase() ?? 'text/plain';
  const boundary = parameter(raw('content-type'), 'boundary');
  if (contentType.startsWith('multipart/') && boundary && depth > 0) {
    const children = partsBetween(body, boundary).map((part) => {
      const { head, body: content } = splitMessage(part);
      return nodeOf(splitFields(head), content, depth - 1);
    });
    return { contentType, children };
  }
  const bytes = decoded(body, raw('content-transfer-encoding').trim().toLowerCase());
  const part = {
    contentType,
    parameters: {},
    ...(/^\s*attachment/i.test(raw('content-disposition')) && { disposition: 'attachment' as const }),
    size: bytes.length,
    checksum: '',
    ...(/^(?:text|message)\//.test(contentType) && {
      text: decodeText(bytes, parameter(raw('content-type'), 'charset')).text.replace(/\r\n?/g, '\n'),
    }),
  };
  return { contentType, children: [], part };
}

function parameter(field: string, name: string): string | undefined {
  const found = new RegExp(`;\\s{0,100}${name}\\s{0,10}=\\s{0,10}(?:"([^"]{1,200})"|([^\\s";]{1,200}))`, 'i').exec(
    field,
  );
  return found?.[1] ?? found?.[2];
}

/** What stands between the delimiter lines (RFC 2046, 5.1.1); a missing last one is forgiven. */
function partsBetween(body: Buffer, boundary: string): Buffer[] {
  const delimiter = `--${boundary}`;
  const pieces = `\n${body.toString('latin1')}`.split(`\n${delimiter}`).slice(1, mostParts + 1);
  const end = pieces.findIndex((piece) => piece.startsWith('--'));
  return pieces
    .slice(0, end < 0 ? pieces.length : end)
    .map((piece) => Buffer.from(piece.replace(/^[ \t]*\r?\n/, ''), 'latin1'));
}

function decoded(body: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  if (encoding !== 'quoted-printable') return body;
  const text = body
    .toString('latin1')
    .replace(/[ \t]*=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}
