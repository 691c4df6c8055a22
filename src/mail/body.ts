import { repairMojibake } from './charset.ts';
import { htmlToText } from './html-text.ts';
import type { Part } from './mail.ts';
import { withoutFiles } from './uuencode.ts';

/** A node of the MIME tree (RFC 2046): a leaf has its part, a multipart its children. */
export interface MimeNode {
  contentType: string;
  children: readonly MimeNode[];
  part?: Part;
}

/** The body of a mail as people read it. */
export interface Body {
  text: string;
  html?: string;
}

/** What stands in one place of the body: as text, as HTML, or both where the sender left the choice. */
interface Segment {
  plain?: string;
  html?: string;
}

/** Text types that are data about the mail or for programs, never its words. */
const notWords = /^text\/(?:calendar|x-?vcard|vcard|directory|rfc822-headers|css|x-amp-html|csv|xml)$/;

/** The body of that tree: attachments, reports and calendars left out. */
export function bodyOf(root: MimeNode): Body {
  // What is all of the mail is its body, whatever its sender's program called it.
  const alone = root.part?.disposition === 'attachment' ? withoutDisposition(root, root.part) : root;
  const segments = segmentsOf(alone);
  const others = segments.some(saysSomething) ? [] : otherWords(root);
  const words = others.length > 0 ? others : segments;
  const text = words.map(readSegment);
  const html = words.flatMap((segment) => (segment.html === undefined ? [] : [segment.html]));
  const body = { text: repairMojibake(text.filter((piece) => piece.trim()).join('\n')) };
  return html.length > 0 ? { ...body, html: html.join('\n') } : body;
}

function withoutDisposition(root: MimeNode, { disposition: _, ...part }: Part): MimeNode {
  return { ...root, part };
}

function readSegment({ plain = '', html }: Segment): string {
  if (html === undefined) return plain;
  const short = plain.trim();
  if (short.length > longestStandIn) return plain;
  const rich = htmlToText(html);
  if (!short) return rich;
  const [said, shown] = [tokensOf(short), tokensOf(rich.slice(0, longestCompared))];
  if (shown.length === 0 || sharesWords(said, shown)) return plain;
  // « This message is HTML only », « . », « [cid:logo.png] »: what the sender wrote stands in the HTML. Paragraphs are a
  // letter of its own, and so is what says more than the HTML: of two letters none is lost.
  return rich.length > short.length && !/\n\s*\n/.test(short) ? rich : `${plain.trimEnd()}\n\n${rich}`;
}

/** A text that stands there in place of the HTML has but a few lines; of the HTML, so much is compared with it. */
const [longestStandIn, longestCompared] = [600, 100_000];

/** Words and numbers without links and pictures; in scripts without spaces, signs. */
function tokensOf(text: string): string[] {
  const bare = text.toLowerCase().replace(/\[(?:cid|image)[:\s][^\]\s]{0,200}\]|<?https?:\S+/g, ' ');
  return bare.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Whether the alternatives say the same, as they should (RFC 2046, 5.1.4): a good part of the pairs of words are in both. */
function sharesWords(said: readonly string[], shown: readonly string[]): boolean {
  if (said.length < 4) return said.filter((token) => shown.includes(token)).length * 2 >= Math.max(1, said.length);
  const pairs = (tokens: readonly string[]) => tokens.map((token, index) => `${token} ${tokens[index + 1] ?? ''}`);
  const both = new Set(pairs(shown));
  return pairs(said).filter((pair) => both.has(pair)).length * 4 >= said.length;
}

function segmentsOf(node: MimeNode): Segment[] {
  const { contentType, part, children } = node;
  if (part) {
    if (part.text === undefined || part.disposition === 'attachment') return [];
    if (contentType === 'text/plain') return [{ plain: withoutFiles(part.text) }];
    if (contentType === 'text/html') return [{ html: part.text }];
    return [];
  }
  if (contentType === 'multipart/alternative') return alternative(children.map(segmentsOf));
  // The first part of a report is for people, the others for programs (RFC 6522, 3).
  if (contentType === 'multipart/report') return children[0] ? segmentsOf(children[0]) : [];
  return children.flatMap(segmentsOf);
}

/** Alternatives say the same: the first with text and the last with HTML are one segment (RFC 2046, 5.1.4). */
function alternative(choices: Segment[][]): Segment[] {
  const plain = choices.find((segments) => segments.some((segment) => segment.plain?.trim()));
  const rich = choices.findLast((segments) => segments.some((segment) => segment.html?.trim()));
  if (!plain || !rich || plain === rich) return rich ?? plain ?? [];
  const joined = (pick: (segment: Segment) => string | undefined, segments: Segment[]) =>
    segments.map((segment) => pick(segment) ?? '').join('\n');
  return [{ plain: joined((segment) => segment.plain, plain), html: joined((segment) => segment.html, rich) }];
}

function saysSomething({ plain = '', html }: Segment): boolean {
  return plain.trim() !== '' || html !== undefined;
}

/** For mails without words in a plain or HTML part: text/enriched, text/markdown and the like, then text sent as attachment. */
function otherWords(node: MimeNode): Segment[] {
  const texts = leaves(node).filter((part) => part.contentType.startsWith('text/') && !notWords.test(part.contentType));
  const inline = texts.filter((part) => part.disposition !== 'attachment' && part.text?.trim());
  const others = inline.length > 0 ? inline : texts.filter(isLetter);
  return others.map(({ contentType, text = '' }) => {
    if (contentType === 'text/html') return { html: text };
    return { plain: /^text\/(?:enriched|richtext)$/.test(contentType) ? fromEnriched(text) : text };
  });
}

/** Whether an attached text may be what its sender wrote to us: one without a name, or in a format of letters. */
function isLetter({ contentType, filename }: Part): boolean {
  return !filename || /^text\/(?:plain|html|markdown|enriched|richtext)$/.test(contentType);
}

function leaves(node: MimeNode): Part[] {
  return node.part ? [node.part] : node.children.flatMap(leaves);
}

/** Longest text/enriched that is read. */
const longestEnriched = 400_000;

/** text/enriched (RFC 1896): commands in brackets, one line end is a space. */
function fromEnriched(text: string): string {
  return text
    .slice(0, longestEnriched)
    .replace(/<param>[^<]{0,1000}<\/param>/gi, '')
    .replace(/<(?!<)[^<>]{0,60}>/g, '')
    .replaceAll('<<', '<')
    .replace(/([^\n])\n(?!\n)/g, '$1 ');
}
