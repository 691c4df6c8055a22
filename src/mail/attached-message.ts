import { parseAddresses } from './addresses.ts';
import { bodyOf, type MimeNode } from './body.ts';
import { decodeText } from './charset.ts';
import { type Entity, readStructure } from './entity.ts';
import { fieldText, readable, splitFields } from './header-fields.ts';
import { withLineFeeds } from './line-ends.ts';
import type { Address, Part } from './mail.ts';
import { splitMessage } from './message.ts';
import { decodedPieces } from './transfer-encoding.ts';

/** What an attached message (message/rfc822) says. */
interface AttachedMessage {
  from: Address[];
  subject: string;
  /** As written. */
  date: string;
  messageId?: string;
  /** The body as people read it: quotes and signature still in it. */
  text: string;
  /** Its leaves, without their checksums. */
  parts: Part[];
  /** Messages attached to it, as `readAttached` reads them. */
  messages: string[];
}

const maxLength = 2_000_000;
/** Of a digest. */
const mostMessages = 100;

/**
 * Reads the text of a message/rfc822 part, its first 2,000,000 characters. Never throws; what cannot be read is empty.
 * @param source - As the part's text holds it, which is decoded to Unicode already.
 */
export function readAttached(source: string): AttachedMessage {
  const { head, body } = splitMessage(Buffer.from(source.slice(0, maxLength), 'utf8'));
  const fields = splitFields(head);
  const value = (name: string) => readable(fieldText(fields.find((field) => field.name === name)?.raw ?? '', 'utf-8'));
  const messageId = /<[^<>\s]{1,1000}>/.exec(value('message-id'))?.[0];
  const tree = nodeOf(readStructure(fields, body).root);
  const from = fields.filter(({ name }) => name === 'from').map(({ raw }) => fieldText(raw, 'utf-8'));
  return {
    from: from.flatMap(parseAddresses),
    subject: value('subject'),
    date: value('date'),
    ...(messageId && { messageId }),
    text: bodyOf(tree).text,
    parts: leavesOf(tree),
    messages: leavesOf(tree).flatMap(({ contentType, text }) =>
      text !== undefined && contentType.startsWith('message/') ? [text] : [],
    ),
  };
}

/** What the messages of a digest (RFC 2046, 5.1.5) say, one below the other: they are the text of the mail. Else empty. */
export function digestText(tree: MimeNode): string {
  if (tree.contentType !== 'multipart/digest') return tree.children.map(digestText).filter(Boolean).join('\n\n');
  const messages = leavesOf(tree).flatMap(({ contentType, text }) =>
    contentType.startsWith('message/') ? (text ?? '') : [],
  );
  return messages
    .slice(0, mostMessages)
    .map((source) => readAttached(source).text.trim())
    .join('\n\n');
}

function leavesOf({ part, children }: MimeNode): Part[] {
  return part ? [part] : children.flatMap(leavesOf);
}

function nodeOf({ contentType, parameters, disposition, filename, encoding, body, children }: Entity): MimeNode {
  if (contentType.startsWith('multipart/')) return { contentType, children: children.map(nodeOf) };
  const readable = /^(?:text|message)\//.test(contentType);
  const bytes = readable ? Buffer.concat([...decodedPieces(body, encoding)]) : Buffer.alloc(0);
  const part = {
    contentType,
    parameters: {},
    ...(disposition && { disposition }),
    ...(filename && { filename }),
    size: bytes.length,
    checksum: '',
    ...(readable && { text: withLineFeeds(decodeText(bytes, parameters.charset).text) }),
  };
  return { contentType, children: [], part };
}
