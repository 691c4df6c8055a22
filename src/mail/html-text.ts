import { Concealment } from './concealment.ts';
import { decodeEntities } from './entities.ts';
import { Cells } from './html-cells.ts';
import { after, afterElement, blocks, paragraphs, skipped, tagEnd } from './html-tags.ts';
import { isIndented, longestLook } from './indented.ts';
import { Ink } from './ink.ts';

/** Longest HTML that is read, most tags, and longest text; what a person writes is far below them. */
const [maxLength, maxTags, maxText] = [2_000_000, 50_000, 400_000];
/** Text without a tag is read in such pieces. */
const step = 100_000;

/** Containers in which mail programs put the mail that is answered. */
const quoteContainer =
  /\b(?:gmail_quote|yahoo_quoted|zmail_extra|protonmail_quote|tutanota_quote|OLK_SRC_BODY_SECTION|history_container|messageReplySection)\b/;

const longestAttribution = 400;
const mostLooked = 100;

/** Containers in which mail programs put the sender's signature. */
const signatureContainer =
  /\b(?:gmail_signature|moz-signature|ms-outlook-mobile-signature|protonmail_signature_block|messageSignatureSection)\b|\bid=["']?Signature["'\s]/;

/**
 * HTML as plain text: a block is a line of its own, and so is a row of cells, parted by tabs; the items of a numbered list bear their numbers, a quote has `> `
 * before each line, a rule is a line of underscores. What is struck out or hidden is left out.
 * The signature that a mail program marks comes last, behind `-- `: words that follow it are the sender's own.
 * Linear in the length of the HTML, of which the first two million characters, fifty thousand tags and 400,000
 * characters of text are read; never throws.
 */
export function htmlToText(html: string): string {
  return readPage(html).text();
}

/** The lines of that text that stand in a colour which their writer picked. */
export function inkedLines(html: string): readonly string[] {
  return readPage(html).inked();
}

function readPage(html: string): Page {
  const source = html.length > maxLength ? html.slice(0, maxLength) : html;
  const page = new Page(source);
  const opening = /<(?:\/?[a-z]|[!?])/gi;
  let position = 0;
  for (let tags = 0; position < source.length && tags < maxTags && page.length < maxText; tags += 1) {
    opening.lastIndex = position;
    const open = opening.exec(source)?.index ?? source.length;
    for (; position < open && page.length < maxText; position += step)
      page.write(source.slice(position, Math.min(open, position + step)));
    position = open < source.length ? readTag(source, open, page) : open;
  }
  return page;
}

/** Reads the tag or comment at that place; the result is where to go on. */
function readTag(source: string, open: number, page: Page): number {
  if (source.startsWith('<!--', open)) {
    const end = page.unclosed.has('!--') ? -1 : source.indexOf('-->', open + 2);
    // A comment that is never closed hides nothing: its text is read.
    if (end < 0) page.unclosed.add('!--');
    return end < 0 ? open + 4 : end + 3;
  }
  const next = source.charAt(open + 1);
  if (next === '!' || next === '?') return after(source, source.indexOf('>', open), 1);
  const closing = next === '/';
  const from = closing ? open + 2 : open + 1;
  const name = /^[a-z0-9:]*/i.exec(source.slice(from, from + 40))?.[0].toLowerCase() ?? '';
  const end = tagEnd(source, from + name.length);
  if (!closing && skipped.has(name)) return afterElement(source, end, name, page.unclosed);
  if (closing) page.close(name);
  else page.open(name, source.slice(from + name.length, Math.min(end - 1, open + 2000)), end);
  return end;
}

/** The number that an element of a list bears. */
function firstNumber(attributes: string, name: 'start' | 'value', otherwise = 1): number {
  const [, digits] = new RegExp(`\\b${name}\\s?=\\s?["']?(\\d{1,4})\\b`, 'i').exec(attributes) ?? [];
  return digits === undefined ? otherwise : Number(digits);
}

class Page {
  /** Elements of which no closing tag is left: they are not looked for again. */
  readonly unclosed = new Set<string>();
  /** Of the text so far. */
  length = 0;
  readonly #source: string;
  readonly #concealment: Concealment;
  readonly #cells: Cells;
  #lines: string[] = [];
  /** Pieces of the line at work: joined once, or a long line would cost the square of its length. */
  #pieces: string[] = [];
  /** What of that line is in a colour of its own: all, some or nothing of what was written. */
  readonly #ink = new Ink();
  readonly #inked: string[] = [];
  #picked = { some: false, all: true };
  #spaced = true;
  #blank = true;
  #quotes = 0;
  #preformatted = 0;
  #divs = 0;
  /** The open divs that are quote containers: their depth, where their text begins, and whether it counts as quoted. */
  #containers: { depth: number; start: number; quoted: boolean }[] = [];
  #looked = 0;
  readonly #bare: number;
  /** The open blockquotes, and whether each is a quote. */
  #blockquotes: boolean[] = [];
  /** The open lists: the number of the next item, or none. */
  #lists: (number | undefined)[] = [];
  /** Lines of the marked signature, and the depth of the div that it is. */
  #signature: string[] = [];
  #signatureAt: number | undefined;

  constructor(source: string) {
    this.#source = source;
    this.#bare = source.match(/<blockquote\s{0,9}>/gi)?.length ?? 0;
    this.#concealment = new Concealment(source);
    this.#cells = new Cells(source);
  }

  write(source: string): void {
    const text = decodeEntities(source);
    if (this.#preformatted > 0) {
      const [first = '', ...rest] = text.split(/\r\n|\r|\n/);
      this.#add(first);
      for (const line of rest) {
        this.#endLine(true);
        this.#add(line);
      }
      return;
    }
    const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
    this.#add(this.#spaced ? collapsed.replace(/^ /, '') : collapsed);
  }

  #add(piece: string): void {
    if (!piece || this.#concealment.active) return;
    const part = this.#cells.partBefore(piece);
    if (part === 'line') this.#endLine(false);
    if (part === 'space' && !this.#spaced) this.#pieces.push(' ');
    this.#pieces.push(piece);
    if (/[\p{L}\p{N}]/u.test(piece)) {
      const { picked } = this.#ink;
      this.#picked = { some: this.#picked.some || picked, all: this.#picked.all && picked };
    }
    this.length += piece.length;
    this.#spaced = piece.endsWith(' ');
  }

  /** @param end - Where the tag ends in the source. */
  open(name: string, attributes: string, end: number): void {
    this.#concealment.open(name, attributes, end);
    this.#ink.open(name, attributes);
    if (name === 'br') {
      if (this.#cells.within) this.#cells.part();
      else this.#endLine(true);
      return;
    }
    if (name === 'hr') {
      this.#endLine(false);
      this.#add('_'.repeat(32));
      this.#endLine(false);
      return;
    }
    if (name === 'td' || name === 'th') {
      const sign = this.#cells.begin(this.#pieces.slice(-8).join(''));
      if (sign === '\t' || !this.#spaced) this.#add(sign);
      return;
    }
    if (name === 'li') {
      this.#endLine(false);
      this.#add(this.#itemMark(attributes));
      return;
    }
    if (name === 'ol' || name === 'ul') this.#lists.push(name === 'ol' ? firstNumber(attributes, 'start') : undefined);
    if (!blocks.has(name) && !paragraphs.has(name)) return;
    this.#cells.close(name);
    this.#endPart();
    this.#cells.open(name, end);
    if (paragraphs.has(name)) this.#blankLine();
    if (name === 'blockquote') {
      const indent = this.#isIndent(attributes, end);
      if (!indent) this.#releaseContainer();
      this.#blockquotes.push(!indent);
      if (!indent) this.#quotes += 1;
    }
    if (name === 'pre') this.#preformatted += 1;
    if (name !== 'div') return;
    if (this.#signatureAt === undefined && this.#quotes === 0 && signatureContainer.test(attributes))
      this.#beginSignature();
    if (quoteContainer.test(attributes)) {
      this.#containers.push({ depth: this.#divs, start: this.length, quoted: true });
      this.#quotes += 1;
    }
    this.#divs += 1;
  }

  close(name: string): void {
    this.#concealment.close(name);
    this.#ink.close(name);
    if (!blocks.has(name) && !paragraphs.has(name) && name !== 'li') return;
    this.#cells.close(name);
    this.#endPart();
    if (name === 'ol' || name === 'ul') this.#lists.pop();
    if (name === 'blockquote' && this.#blockquotes.pop()) this.#quotes = Math.max(0, this.#quotes - 1);
    if (paragraphs.has(name)) this.#blankLine();
    if (name === 'pre') this.#preformatted = Math.max(0, this.#preformatted - 1);
    if (name !== 'div') return;
    this.#divs = Math.max(0, this.#divs - 1);
    if (this.#signatureAt === this.#divs) this.#signatureAt = undefined;
    if (this.#containers.at(-1)?.depth === this.#divs && this.#containers.pop()?.quoted)
      this.#quotes = Math.max(0, this.#quotes - 1);
  }

  text(): string {
    this.#endLine(false);
    const signature = this.#signature.join('\n').trim();
    const text = this.#lines.join('\n').trim();
    return signature ? `${text}\n\n-- \n${signature}` : text;
  }

  inked(): readonly string[] {
    this.#endLine(false);
    return this.#inked;
  }

  #endLine(always: boolean): void {
    if (this.#pieces.length === 0 && !always) return;
    const line = this.#pieces.join('').replaceAll('\u00a0', ' ').trimEnd();
    const lines = this.#signatureAt === undefined ? this.#lines : this.#signature;
    lines.push(`${'> '.repeat(Math.min(this.#quotes, 10))}${line}`.trimEnd());
    if (this.#picked.some && this.#picked.all) this.#inked.push(line.trim());
    this.#picked = { some: false, all: true };
    this.#blank = line === '';
    this.#pieces = [];
    this.#spaced = true;
  }

  /** « 1. » in a numbered list: mail programs make one of what was typed so. */
  #itemMark(attributes: string): string {
    const next = this.#lists.at(-1);
    if (next === undefined) return '- ';
    const number = firstNumber(attributes, 'value', next);
    this.#lists[this.#lists.length - 1] = number + 1;
    return `${number}. `;
  }

  /** In a quote all is quoted; past so many nobody indents a paragraph, and looking would cost its time each time. */
  #isIndent(attributes: string, end: number): boolean {
    this.#looked += 1;
    if (this.#looked > mostLooked) return false;
    const inside = this.#source.slice(end, end + longestLook);
    // Several without anything are what is answered piece by piece.
    if (this.#quotes > 0 || (attributes.trim() === '' && this.#bare > 1)) return false;
    return isIndented(attributes, this.#lines.slice(-8), inside);
  }

  #beginSignature(): void {
    this.#signatureAt = this.#divs;
    while (this.#lines.at(-1) === '') this.#lines.pop();
    if (this.#lines.at(-1) === '--') this.#lines.pop();
  }

  /**
   * A container that holds no more than the attribution before its first blockquote quotes by blockquotes: what stands
   * between and behind them is the sender's answer. One of a forward has the forwarded words in it.
   */
  #releaseContainer(): void {
    const container = this.#containers.at(-1);
    if (!container?.quoted) return;
    const length = this.length - container.start;
    // Looked at before its first blockquote alone.
    container.start = Number.NEGATIVE_INFINITY;
    const last = length > 0 && length < longestAttribution ? this.#lines.findLast((line) => /[^>\s]/.test(line)) : '';
    if (length >= longestAttribution || (last && !/[:：]$/.test(last))) return;
    container.quoted = false;
    this.#quotes = Math.max(0, this.#quotes - 1);
  }

  /** In a cell of a row the line ends where words follow. */
  #endPart(): void {
    if (this.#cells.within) this.#cells.part();
    else this.#endLine(false);
  }

  #blankLine(): void {
    if (!this.#blank && !this.#cells.within) this.#endLine(true);
  }
}
