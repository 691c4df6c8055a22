import { createHash } from 'node:crypto';
import type { Mail } from '../mail/mail.ts';
import { requestsFrom } from '../model/kin.ts';
import { personShown } from '../model/person-shown.ts';
import { plain } from '../model/plain.ts';
import type { LetterRecord, SeenMail } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import { lettersToward, sameBox, sameCorrespondent } from './correspondent.ts';
import { type Row, rowOf, sentAt } from './rows.ts';

/** Nobody reads a letter and writes one within this time, and then does so again. */
const machinePaceMs = 20_000;
/** Mail servers tell whole seconds. What came before the letter is no answer to it. */
const roundingMs = 1000;
/** From another address of the domain only what comes this soon after our letter: colleagues write alike too. */
const patienceMs = 6 * 3_600_000;
/** A machine answers within this time; what comes later stands by itself. */
const longestMs = 30 * 86_400_000;
/** So far back the same words count as the same. */
const memoryMs = 7 * 86_400_000;

/** Signs that a machine without any marker answers our letters (RFC 3834 asks for markers; not all write them). */
export type Repetition =
  /** The same words came before, and a letter of ours in between: nothing is added by them. Machines are seldom late. */
  | { kind: 'words'; earlier: string; late: boolean }
  /** Two letters in a row were answered faster than people write. */
  | { kind: 'pace' }
  /** Our letters are answered by nothing new, at whatever pace and in whatever words. */
  | { kind: 'nothing' }
  /** One letter after the other was opened, and nothing shows a person; see `rowOf`. */
  | { kind: Row };

/**
 * What of the mail repeats itself; undefined for people’s mail, also when they write several requests in a row.
 * @param words - Of `wordsKey`.
 * @param brings - Of `broughtBy`.
 * @param inThread - In the thread of a request.
 * @param named - The requests that it names or answers.
 * @param receivedAt - ISO 8601, UTC.
 */
export function repetition(
  mail: Mail,
  {
    words,
    brings,
    inThread,
    named,
  }: { words: string; brings: readonly string[]; inThread: boolean; named: readonly string[] },
  receivedAt: string,
  register: Register,
  now: Date,
): Repetition | undefined {
  const sender = mail.from[0]?.address ?? '';
  const letters = lettersToward(sender, register);
  const before = (register.mailsByWords.get(words) ?? []).findLast((id) => {
    const earlier = register.mails.get(id);
    return earlier !== undefined && id !== mail.id && isRepeated(earlier, sender, now, letters);
  });
  const [last, previous] = letters.toReversed();
  if (before !== undefined) {
    const late = last !== undefined && now.getTime() - Date.parse(last.at) > patienceMs;
    return { kind: 'words', earlier: before, late };
  }
  // In a thread a machine that names a slot each time would show a person each time.
  const shown = inThread ? '' : personShown([...new Set([sender, ...letters.map(({ to }) => to.address)])], register);
  const since = letters.filter(({ at }) => at > shown);
  if (saysNothing(sender, brings, since, register, now) && !personWrote(sender, since.at(-1)?.at ?? '', register))
    return { kind: 'nothing' };
  if (last && previous && atMachinePace(last, previous, receivedAt, register)) return { kind: 'pace' };
  const kind = rowOf(sender, receivedAt, named, register, now);
  return kind && { kind };
}

function atMachinePace(last: LetterRecord, previous: LetterRecord, receivedAt: string, register: Register): boolean {
  const answeredMail = register.mails.get(register.byMessageId.get(last.inReplyTo ?? '')?.mail ?? '');
  const waited = [
    Date.parse(receivedAt) - sentAt(last),
    Date.parse(answeredMail?.receivedAt ?? last.at) - sentAt(previous),
  ];
  return waited.every((ms) => ms >= -roundingMs && ms <= machinePaceMs);
}

/** In reply to a letter of ours, under the subject that we gave it. */
const ourSubject = /^(?:\s*\p{L}{1,5}\s?:)+\s*(?:\[[^\]]{1,40}\]\s*)?\[\p{L}{1,20}-\d{4}-\d{4,9}\]/u;
/** So few words are what people answer, to one letter and to the next. */
const fewWords = 5;

/**
 * Subject, text and attachments as one key, the same for what a machine writes again and again: times, dates, the
 * numbers of tickets, addresses and answer prefixes do not count, nor does our own subject, which changes from one of our
 * letters to the next. Hexadecimal SHA-256.
 * @param text - What the sender wrote, without quote and signature.
 */
export function wordsKey(mail: Pick<Mail, 'subject' | 'parts'>, text: string): string {
  const attached = mail.parts.filter(({ disposition }) => disposition === 'attachment').map(({ checksum }) => checksum);
  const subject = mail.subject.slice(0, 500);
  const words = bareWords(text.slice(0, 20_000));
  const ours = ourSubject.test(subject) && words.split(' ').length > fewWords;
  const says = [ours ? '' : bareWords(subject.replace(/^(?:\s*\p{L}{1,5}\s?:)+/u, '')), words, attached];
  return createHash('sha256').update(JSON.stringify(says)).digest('hex');
}

/** The number before the name of a month, in fr, en and es, on plain text. */
const dayOfMonth =
  /\p{N}{1,2}(?=(?:st|nd|rd|th|er)?\s(?:de\s|of\s)?(?:jan|feb|fev|ene|mar|apr|abr|avr|ma[iy]|ju[nil]|aug|ago|aou|sep|oct|nov|dec|dic))/gu;

/** Plain, and without what counters and clocks write. */
export function bareWords(text: string): string {
  return (
    plain(text)
      .replace(/[^\s<>]{1,200}@[^\s<>]{1,200}/g, '@')
      .replace(/https?:[^\s<>]{1,2000}/g, '/')
      // « groupe 2 » and « 12 personnes » are words like others.
      .replace(dayOfMonth, '0')
      .replace(/\p{N}{1,4}(?:[/.:h-]\p{N}{1,4}){1,3}|\p{N}{5,}/gu, '0')
      .replace(
        /(?<=(?:#|\b(?:n(?=[.°])|no|numero|number|ticket|case|dossier|reference|ref|id|key)\b)[\s.:°]{0,3})[\p{L}\p{N}-]{1,20}/gu,
        '0',
      )
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** By our own clock: those of the mail servers may differ from it. */
function isRepeated(earlier: SeenMail, sender: string, now: Date, letters: readonly LetterRecord[]): boolean {
  return (
    sameCorrespondent(earlier.from, sender) &&
    now.getTime() - Date.parse(earlier.at) <= memoryMs &&
    letters.some(
      ({ at }) => at >= earlier.at && (earlier.from === sender || now.getTime() - Date.parse(at) <= patienceMs),
    )
  );
}

/**
 * Whether all of use in the mail was said before; without any, whether the one of its sender that we answered last had
 * none either, and was not the first: people ask for a second thing in words that are not known here.
 * @param letters - Since a person last showed.
 */
function saysNothing(
  sender: string,
  brings: readonly string[],
  letters: readonly LetterRecord[],
  register: Register,
  now: Date,
): boolean {
  const last = letters.at(-1);
  if (!last) return false;
  const agoMs = now.getTime() - Date.parse(last.at);
  if (agoMs > (last.to.address === sender ? longestMs : patienceMs)) return false;
  const ids = letters.flatMap(({ inReplyTo = '' }) => register.byMessageId.get(inReplyTo)?.mail ?? []);
  const answered = [...new Set(ids)].flatMap((id) => register.mails.get(id) ?? []);
  // Mails of an older record do not tell.
  if (!answered.at(-1)?.brings) return false;
  const said = (mails: readonly SeenMail[]) => new Set(mails.flatMap((mail) => mail.brings ?? []));
  if (brings.length > 0) return brings.every((key) => said(answered).has(key));
  // Colleagues are not each other’s repetition.
  const own = answered.filter(({ from }) => sameBox(from, sender));
  const before = said(own.slice(0, -1));
  return own.length > 1 && own.at(-1)?.brings?.every((key) => before.has(key)) === true;
}

/** A person of the house wrote in between: what comes now answers that person. */
function personWrote(address: string, since: string, register: Register): boolean {
  const theirs = requestsFrom(register, address).flatMap(({ letters }) => letters);
  return theirs.some((id) => {
    const letter = register.letters.get(id);
    return letter !== undefined && !letter.automatic && letter.to.address === address && letter.at >= since;
  });
}
