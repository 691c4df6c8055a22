import { parseAddresses } from './addresses.ts';
import { readAttached } from './attached-message.ts';
import { brokenHead, isMailHead, type Label, type LabelledLine, labelledLines } from './header-labels.ts';
import type { Address, Mail } from './mail.ts';
import { notesHeadAt } from './notes-head.ts';
import { attributionAt } from './quote-lines.ts';
import { isForward, isSeparator } from './separator-lines.ts';
import { ownWords } from './visible-text.ts';

/** A mail that somebody forwarded, as far as the forward tells. */
export interface Forwarded {
  /** The address is empty when the forward shows a name only. */
  author: Address;
  subject: string;
  /** When it was sent, as written there. */
  date: string;
  /** Only when the whole mail is attached. */
  messageId?: string;
  /** What the author wrote, without quote and signature. */
  text: string;
  /** The same with all that stands below. */
  wholeText: string;
  /** What the forwarder wrote above it, without signature. */
  comment: string;
  /** The same with its signature. */
  wholeComment: string;
  /** Its parts, or those of the mail that it was forwarded in. */
  parts: Mail['parts'];
  /** Where it was found, in French. */
  found: string;
  /** Quoted as an answer quotes, without a head of its own: the subject is that of the answer. */
  quoted?: true;
}

const maxLength = 200_000;

/**
 * The mail that this one forwards: an attached one, else the first block of header lines in the text, as Outlook, Gmail,
 * Apple Mail, Thunderbird, Yahoo and Notes write them, in the languages that they speak. Linear in the length of the first 200,000
 * characters.
 * @param inside - Whose own mails are passed over, in lower case: a colleague’s forward of a forward is looked through.
 */
export function forwardedMail(mail: Pick<Mail, 'text' | 'parts'>, inside: readonly string[]): Forwarded | undefined {
  const isInside = ({ address }: Address) => inside.includes(address);
  for (const part of mail.parts) {
    if (!/^message\/(?:rfc822|global)$/.test(part.contentType) || !part.text) continue;
    const { from, text, parts: own, messages, ...attached } = readAttached(part.text);
    // Each is shorter than the one that holds it, and the reading of parts has its own depth.
    const parts = messages.map((source) => ({ ...part, contentType: 'message/rfc822', text: source }));
    if (from[0] && isInside(from[0])) return forwardedMail({ text, parts }, inside);
    if (from[0])
      return {
        ...attached,
        author: from[0],
        text: ownWords(text, [from[0]]),
        wholeText: text,
        comment: ownWords(mail.text),
        wholeComment: mail.text,
        parts: own,
        found: 'courriel joint',
      };
  }
  const lines = mail.text
    .slice(0, maxLength)
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map(unquoted)
    .flatMap((line) => brokenHead(line) ?? line);
  const fields = labelledLines(lines);
  let above = -1;
  for (let index = 0; index < lines.length; index++) {
    const block =
      blockAt(lines, fields, index) ??
      notesBlock(lines, index) ??
      attributedAt(lines, index) ??
      announcedAt(lines, fields, index);
    if (!block) continue;
    if (above < 0) above = index;
    if (isInside(block.author)) {
      index = block.end - 1;
      continue;
    }
    const wholeText = [block.beside ?? '', ...lines.slice(block.end)].join('\n').trim();
    const signed = block.author.address ? undefined : signedAddress(lines.slice(block.end), isInside);
    return {
      author: signed ? { ...block.author, address: signed } : block.author,
      subject: block.subject,
      date: block.date,
      text: ownWords(wholeText, [block.author]),
      wholeText,
      comment: commentAbove(lines.slice(0, index)),
      wholeComment: withoutRules(lines.slice(0, above)),
      parts: mail.parts,
      ...(block.quoted
        ? { found: 'citation du courriel', quoted: true }
        : { found: `en-tête du courriel transféré${signed ? '; adresse dans la signature' : ''}` }),
    };
  }
  return undefined;
}

interface Block {
  author: Address;
  subject: string;
  date: string;
  /** Index of the first line after it. */
  end: number;
  quoted?: true;
  /** What of the text stands on the line that announces it. */
  beside?: string;
}

/**
 * The block that begins at that line: the author, and two more lines that belong to a mail’s head; else undefined. A formal
 * letter begins with « De : … À : … Objet : … » too, and people write « De : 9 h, À : 17 h, Date : … »: without an address
 * or a time of sending it is no mail.
 */
function blockAt(
  lines: readonly string[],
  fields: readonly (LabelledLine | undefined)[],
  start: number,
): Block | undefined {
  if (!fields[start]) return undefined;
  const found = new Map<Label, string>();
  const head: LabelledLine[] = [];
  let last: Label | undefined;
  let end = start;
  for (let index = start; index < Math.min(start + 14, lines.length); index++) {
    const field = fields[index];
    const broken = last === 'to' || last === 'subject' || lines[index]?.trim() === '';
    // A second author begins another head, and so does one behind a blank line.
    const apart = found.has('from') || (found.size > 0 && lines[index - 1]?.trim() === '');
    if (field?.label === 'from' && apart) break;
    const line = lines[index]?.trim() ?? '';
    if (!field && last === 'from' && (forAnother.test(line) || endsForAnother.test(found.get('from') ?? ''))) {
      found.set('from', `${found.get('from')} ${line}`);
      end = index + 1;
      continue;
    }
    if (field) {
      if (!found.has(field.label)) found.set(field.label, field.value);
      head.push(field);
      last = field.label;
      end = index + 1;
    } else if (!broken || !goesOn(lines, fields, index)) break;
  }
  const from = found.get('from');
  if (from === undefined || found.size < 3) return undefined;
  const author = authorIn(from);
  const date = found.get('sent') ?? found.get('date') ?? '';
  const dated = found.has('sent') ? /\b(?:19|20)\d\d\b/.test(date) : /\d{1,2}\s?[:.h]\s?\d{2}/.test(date);
  const certain = isMailHead(head) || dated;
  if (!certain || (!author.address && !/^[^\d]*\p{L}{2}/u.test(author.name))) return undefined;
  return { author, subject: found.get('subject') ?? '', date, end };
}

/** As old Notes wrote it. */
function notesBlock(lines: readonly string[], start: number): Block | undefined {
  const head = notesHeadAt(lines, start);
  return head && { author: authorIn(head.from), subject: head.subject, date: head.date, end: head.end };
}

/** « Le 20 nov. 2026 à 10:12, Kouadio Amani <k@mines.example> a écrit : », as answers begin their quote. */
function attributedAt(lines: readonly string[], start: number): Block | undefined {
  if (isSeparator(lines[start] ?? '')) return undefined;
  const attribution = attributionAt(lines, start);
  if (!attribution?.sure) return undefined;
  const line = lines.slice(start, attribution.end).join(' ').trim().slice(0, 600);
  const { before = '', address } =
    /^(?<before>.*?)[<[(]?(?:mailto:)?(?<address>[^\s<>[\]()"',;:]{1,64}@[^\s<>[\]()"',;:]{1,190})/u.exec(line)
      ?.groups ?? {};
  if (!address) return undefined;
  const name =
    /(?:\p{Lu}[\p{L}'’.-]*\s+){1,5}$/u.exec(
      `${before
        .replace(/[\s"<([]+$/, '')
        .replaceAll('"', ' ')
        .trim()} `,
    )?.[0] ?? '';
  const author = { name: name.replace(/^(?:(?:AM|PM|[A-Z]{3,4})\s+)+/, '').trim(), address: address.toLowerCase() };
  return { author, subject: '', date: '', end: attribution.end, quoted: true };
}

/**
 * « ---- Forwarded: « … » Diego Soto · d@ong.example », typed by hand, or by a program that leaves out the head: the author
 * is whom the text below names first.
 */
function announcedAt(
  lines: readonly string[],
  fields: readonly (LabelledLine | undefined)[],
  start: number,
): Block | undefined {
  const line = lines[start] ?? '';
  if (!isForward(line)) return undefined;
  const gap = Array.from({ length: longestGap }, (_, index) => start + 1 + index);
  if (gap.some((index) => blockAt(lines, fields, index) ?? notesHeadAt(lines, index))) return undefined;
  const beside = line.replace(mark, '');
  // A head of one or two lines is none of a program's.
  const body = lines.findIndex((each, index) => index > start && each.trim() !== '' && !fields[index]);
  const end = body < 0 ? lines.length : body;
  const head = fields.slice(start + 1, end).find((field) => field?.label === 'from');
  if (head) return { author: authorIn(head.value), subject: '', date: '', end, beside };
  const named =
    [beside, ...lines.slice(start + 1, start + longestAnnounced)].find((each) => anAddress.test(each)) ?? '';
  const address = anAddress.exec(named)?.[0];
  if (address === undefined) return undefined;
  const before = named.slice(0, named.indexOf(address)).slice(-100);
  const name = /(?:\p{Lu}[\p{L}'’.-]*\s+){1,5}$/u.exec(`${before.replace(/[\s<([·|,;:–—-]+$/u, '')} `)?.[0];
  return { author: { name: name?.trim() ?? '', address: address.toLowerCase() }, subject: '', date: '', end, beside };
}

/** The one address that stands by itself in the last lines of the author’s, where the head shows a name only, as Outlook’s does. */
function signedAddress(below: readonly string[], isInside: (author: Address) => boolean): string | undefined {
  const fields = labelledLines(below);
  const next = below.findIndex((_, index) => fields[index]?.label === 'from' || attributionAt(below, index)?.sure);
  const own = (next < 0 ? below : below.slice(0, next)).filter((line) => line.trim());
  const found = own.slice(-longestSignature).flatMap((line) => {
    const address = line.length <= longestContact ? anAddress.exec(line)?.[0].toLowerCase() : undefined;
    return address === undefined || isInside({ name: '', address }) ? [] : [address];
  });
  const [address, ...others] = new Set(found);
  return others.length === 0 ? address : undefined;
}
const longestSignature = 10;
const longestContact = 80;

const anAddress = /[^\s<>[\]()"',;:«»]{1,64}@[^\s<>[\]()"',;:«»]{1,190}\.\p{L}{2,}/u;
const mark = /^[\s>]*[-_=*]{2,}[^:：«"@]{0,60}?(?:[-_=*]{2,}|[:：]|(?=[«"]))\s*/u;
/** Lines between the mark and the head below it. */
const longestGap = 6;
const longestAnnounced = 200;

/** Whether a label follows: long lists of recipients and subjects are broken, some programs leave lines empty. */
function goesOn(lines: readonly string[], fields: readonly (LabelledLine | undefined)[], index: number): boolean {
  const ahead = lines[index]?.trim() === '' ? [1] : [1, 2, 3];
  return ahead.some((step) => fields[index + step] !== undefined);
}

/** « Ama Boateng [mailto:a@b.example] », « a@b.example<mailto:a@b.example> », « Ama Boateng <a@b.example<mailto:…>> ». */
function authorIn(value: string): Address {
  const [writer = '', ...others] = value.slice(0, 1000).split(onBehalf);
  const [sender, asker] = [addressIn(writer), addressIn(others.join(' '))];
  if (asker.address) return asker;
  return sender.address && sender.name.includes('@') ? { ...sender, name: asker.name } : sender;
}

/** A secretary sends what another wrote: « Secrétariat <s@b.example> de la part de Ama Boateng <a@b.example> ». */
const behalf = '(?:de la part de|on behalf of|im auftrag von|em nome de|en nombre de|per conto di|namens|i/o)';
const onBehalf = new RegExp(`(?:^|\\s+)${behalf}(?:\\s?:)?(?=\\s|$)\\s*`, 'iu');
const forAnother = new RegExp(`^${behalf}(?:\\s?:)?\\s\\S`, 'iu');
const endsForAnother = new RegExp(`\\s${behalf}$`, 'iu');

function addressIn(value: string): Address {
  const tidied = value
    .trim()
    .replace(/^\*+(?=[^*])|\*+$/g, '')
    // Gmail’s text of a name in bold.
    .replace(/\*+(?=\s*[<[‹(])/, '')
    .replace(/";\s?</, '" <')
    .replace(/;\s*$/, '')
    .replace(/\[mailto:([^\]\s]{1,300})\]/i, '<$1>')
    .replace(/\s?<mailto:[^<>\s]{1,300}>/gi, '')
    // Some programs write the address as a comment (RFC 5322, 3.4), or in brackets.
    .replace(/^([^<>@]{1,200}?)\s[([]([^\s<>()[\]@]{1,64}@[^\s<>()[\]@]{1,190})[)\]]$/, '$1 <$2>');
  const [author] = parseAddresses(tidied);
  if (author?.address.includes('@')) return author;
  return { name: tidied.replace(/["<>]/g, '').trim(), address: '' };
}

function unquoted(line: string): string {
  return line.replace(/^(?:>[ \t]?){1,20}/, '').trimEnd();
}

/** A line drawn above the head, with words that no table knows or without any. */
const rule = /^\s*[-_=*]{3,}.{0,60}[-_=*]{0,}\s*$/u;

function commentAbove(lines: readonly string[]): string {
  const own = withoutRules(lines);
  return own ? ownWords(own) : '';
}

function withoutRules(lines: readonly string[]): string {
  return lines
    .filter((line) => !rule.test(line) && !isSeparator(line))
    .join('\n')
    .trim();
}
