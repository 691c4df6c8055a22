import { createHash } from 'node:crypto';
import { header, type Mail } from '../mail/mail.ts';
import { plain } from '../model/plain.ts';
import type { SeenMail } from '../model/records.ts';
import type { Register } from '../model/register.ts';

/**
 * What tells a second delivery of one mail, also when a relay wrote into it on the way: « [EXTERNE] » in the subject, a
 * banner above the text, links led through its own server.
 */
export interface Copied {
  /** The same for what was sent by the same authors at the same second under the same name. SHA-256. */
  sending: string;
  /** The same for what the same authors wrote at the same second, whatever its name. SHA-256; absent in older records. */
  writing?: string | undefined;
  /** Number of words in the text. */
  length: number;
  /** The smallest hashes of all runs of words in the text, in order, eight hexadecimal digits each. */
  sketch: string;
  /** Of the attachments, SHA-256; empty when there is none. */
  attached: string;
}

/** What is kept of a mail to know another delivery by; nothing when it has no name or no time of its own. */
export function copied(mail: Mail): Copied | undefined {
  const date = header(mail, 'date');
  if (mail.messageId === undefined || date === undefined) return undefined;
  const words = wordsOf(mail.text);
  const attachments = mail.parts.filter(({ disposition }) => disposition === 'attachment');
  const authors = mail.from.map(({ address }) => address);
  return {
    sending: hash([mail.messageId, authors, date]),
    writing: hash([authors, date]),
    length: words.length,
    sketch: sketchOf(words),
    attached: attachments.length > 0 ? hash(attachments.map(({ checksum }) => checksum).sort()) : '',
  };
}

/** Whether its commands have been run, for a mail that says the same under another name: signatures seldom cover the name. */
export function ranBefore(mail: Mail, register: Register): boolean {
  return written(mail, register).some((id) => (register.mails.get(id)?.commands?.length ?? 0) > 0);
}

/**
 * The mail on record of which this one is another delivery: what one of them says stands whole in the other. A name that
 * was used before for other words is another mail; a relay may give a name or a time of its own to what it passes on.
 */
export function deliveredBefore(mail: Mail, register: Register): string | undefined {
  const copy = copied(mail);
  if (!copy) return undefined;
  const sameName = register.mailsBySending.get(copy.sending)?.find((id) => saysTheSame(id, mail, copy, register));
  if (sameName !== undefined) return sameName;
  // Without words or a file there is nothing but the name to tell two mails of one second apart.
  if (copy.length === 0 && copy.attached === '') return undefined;
  return (
    retimed(mail, copy, register) ??
    written(mail, register).find((id) => !toldByMore.has(register.mails.get(id)?.disposition ?? ''))
  );
}

/** The mail that its author sent under that name, where a relay wrote a time of its own into one of the two. */
function retimed(mail: Mail, copy: Copied, register: Register): string | undefined {
  const id = register.byMessageId.get(mail.messageId ?? '')?.mail;
  const before = id === undefined ? undefined : register.mails.get(id);
  if (id === undefined || before?.from !== mail.from[0]?.address || before?.disposition.startsWith('calendar'))
    return undefined;
  return saysTheSame(id, mail, copy, register) ? id : undefined;
}

/** Commands are refused aloud when they come again; calendar mails say in their calendar which meeting they are about. */
const toldByMore: ReadonlySet<string> = new Set(['command', 'calendar-reply', 'calendar-request']);

/** The mails of the same authors and second that say the same, whatever their names. */
function written(mail: Mail, register: Register): string[] {
  const copy = copied(mail);
  if (copy?.writing === undefined) return [];
  return (register.mailsByWriting.get(copy.writing) ?? []).filter((id) => saysTheSame(id, mail, copy, register));
}

function saysTheSame(id: string, mail: Mail, copy: Copied, register: Register): boolean {
  const before = register.mails.get(id);
  return before?.copied !== undefined && sameSubject(before, mail) && sameContent(before.copied, copy);
}

/** Relays write before or behind a subject, never into it. */
function sameSubject(before: Pick<SeenMail, 'subject'>, { subject }: Pick<Mail, 'subject'>): boolean {
  const [short = '', long = ''] = [before.subject, subject]
    .map((words) => plain(words.slice(0, longestSubject)).replace(/\s+/g, ' ').trim())
    .sort((a, b) => a.length - b.length);
  return long.endsWith(short) || long.startsWith(short);
}

function sameContent(one: Copied, other: Copied): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.attached !== long.attached || long.length - short.length > longestBanner) return false;
  // Without a word the one may have been emptied on the way: then only what is attached tells.
  if (short.length === 0) return long.length === 0 || short.attached !== '';
  const theirs = hashesIn(long.sketch);
  // Beyond the largest hash that was kept of the longer text nothing is known of it.
  const last = theirs.length < kept ? undefined : theirs.at(-1);
  return hashesIn(short.sketch).every((each) => theirs.includes(each) || (last !== undefined && each > last));
}

/** Whether a text is like that one but for some words, as by one form: much of what is kept of the two is of both. */
export function alikeTo(one: Copied): (other: Copied) => boolean {
  const ours = new Set(hashesIn(one.sketch));
  return (other) => {
    const [short, long] = one.length <= other.length ? [one, other] : [other, one];
    if (short.length === 0 || short.attached !== long.attached || long.length > 2 * short.length) return false;
    const theirs = hashesIn(other.sketch);
    const common = theirs.filter((each) => ours.has(each));
    if (common.length < alikeShare * Math.max(ours.size, theirs.length)) return false;
    const together = [...new Set([...ours, ...theirs])].sort().slice(0, kept);
    return common.filter((each) => together.includes(each)).length >= alikeShare * together.length;
  };
}

/** Two texts of two people on one matter share fewer words, and hardly a run. */
const alikeShare = 0.4;

const longestSubject = 500;
const longestText = 100_000;
/** Words that a relay adds: warnings and notices of confidentiality, also in two languages. */
const longestBanner = 400;
/** Words in a run: two texts share such runs only where one was taken from the other. */
const run = 4;
/** Hashes that are kept of one text. */
const kept = 24;
const digits = 8;

function wordsOf(text: string): string[] {
  return (
    plain(text.slice(0, longestText))
      .replace(/https?:[^\s<>]{1,2000}/g, '/')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Bottom-k sketch (Broder): one text holds another when it holds the other's smallest hashes. */
function sketchOf(words: readonly string[]): string {
  const runs = words.slice(run - 1).map((_, start) => words.slice(start, start + run).join(' '));
  // The single words too: a text may be shorter than a run.
  return [...new Set([...words, ...runs])]
    .map((each) => createHash('sha256').update(each).digest('hex').slice(0, digits))
    .sort()
    .slice(0, kept)
    .join('');
}

function hashesIn(sketch: string): string[] {
  return sketch.match(/.{8}/g) ?? [];
}

function hash(says: unknown): string {
  return createHash('sha256').update(JSON.stringify(says)).digest('hex');
}
