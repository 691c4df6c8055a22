import { type Forwarded, forwardedMail } from '../mail/forwarded.ts';
import type { Mail } from '../mail/mail.ts';
import { plain } from '../model/plain.ts';
import { replyMark } from '../model/subject-marks.ts';
import { asks } from './asking.ts';
import { ofOneHouse } from './house.ts';
import { needsOf } from './needs.ts';
import { sentencesOf } from './points.ts';

/** What a mail tells of a request, and whose words are whose. */
export interface Told {
  /** What its sender wrote, with the signature. */
  own: string;
  /** The same without it. */
  written: string;
  /** What is asked for: the sender's words, and those of the one whose mail is passed on; no line of a head. */
  words: string;
  /** The mail of somebody else that it passes on. */
  passedOn?: Forwarded;
}

/** @param text - What the sender wrote, without what it answers and without signature. */
export function toldIn(mail: Mail, text: string): Told {
  const passedOn = passedOnIn(mail);
  const own = aboveOthers(mail);
  if (!passedOn) return { own, written: text, words: text };
  const { comment: written } = passedOn;
  return { own, written, words: [written, passedOn.text].filter(Boolean).join('\n\n'), passedOn };
}

/** The text down to the first mail of somebody else in it. Long ones are cut: who wrote them stands near the top. */
export function aboveOthers(mail: Pick<Mail, 'text' | 'parts'>): string {
  const above = forwardedMail(mail, [])?.wholeComment;
  return (above?.trim() ? above : mail.text).slice(0, longest);
}

const longest = 20_000;

/**
 * The mail that is passed on, below what colleagues of the sender wrote to each other about it. Whoever answers somebody
 * passes on nothing, nor does who asks for itself above what it shows.
 */
function passedOnIn(mail: Mail): Forwarded | undefined {
  const inside = [...mail.from, ...mail.to, ...mail.cc].map(({ address }) => address);
  let found = forwardedMail(mail, inside);
  for (let depth = 0; found && depth < mostColleagues; depth++) {
    const { author } = found;
    if (!mail.from.some(({ address }) => ofOneHouse(address, author.address))) break;
    inside.push(author.address);
    const below = forwardedMail(mail, inside);
    if (!below) break;
    found = below;
  }
  if (!found || found.quoted) return undefined;
  const attached = found.messageId !== undefined || found.parts !== mail.parts;
  if (isAnswer.test(mail.subject) && !attached) return undefined;
  return passes.test(plain(found.comment)) || !asksForItself(found.comment) ? found : undefined;
}

const mostColleagues = 5;
const isAnswer = new RegExp(String.raw`^\s*(?:\[[^\]]*\]\s*)*${replyMark}`, 'iu');

function asksForItself(comment: string): boolean {
  return sentencesOf(comment)
    .map(plain)
    .some((said) => asks(said) && needsOf(said).length > 0);
}

/** What people write who pass a mail on, in French, English, Spanish and Portuguese; plain. */
const passes =
  /\b(?:transfer\w+|transmet\w*|transmis\w*|fa(?:is|isons|it) suivre|faire suivre|achemin\w+|forward\w*|pass(?:ing|ed)? (?:it |this )?on|received from|recue? (?:de|d'|du)|reenvi\w+|remit[oei]\w*|traslad\w+|encaminh\w+|reencaminh\w+)\b/;
