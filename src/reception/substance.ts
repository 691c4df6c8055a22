import { createHash } from 'node:crypto';
import { eld } from 'eld/extrasmall';
import type { Mail } from '../mail/mail.ts';
import { plain } from '../model/plain.ts';
import { readLanguages, speaksOf } from '../model/point-signs.ts';
import { sentencesOf } from './points.ts';
import { bareWords } from './repetition.ts';

/**
 * What a mail brings, as keys: each sentence that names a need, an agreement or money, each question, each attachment.
 * Machines that answer our letters write many words and bring nothing, or the same again: clocks, counters, addresses and
 * names of tickets do not count. Eight hexadecimal digits each; empty for « Merci de votre message ».
 * @param text - What the sender wrote, without quote and signature.
 */
export function broughtBy(mail: Pick<Mail, 'subject' | 'parts'>, text: string): string[] {
  const subject = mail.subject.slice(0, longestSubject).replace(/^(?:\s*\p{L}{1,5}\s?:)+|\[[^\]]{0,100}\]/gu, ' ');
  const unread = inAnotherLanguage(text);
  const said = [subject, ...sentencesOf(text)]
    .filter((sentence) => unread(sentence) || brings(sentence))
    .map(bareWords);
  const attached = mail.parts.filter(({ disposition }) => disposition === 'attachment').map(({ checksum }) => checksum);
  return [...new Set([...said, ...attached])].slice(0, mostKeys).map(keyOf);
}

const longestSubject = 500;
const mostKeys = 24;

/** A date alone brings nothing, nor does an expectation: « we expect to answer by 3 May 2026 ». */
function brings(sentence: string): boolean {
  if (/[?؟？]\s*$/u.test(sentence)) return true;
  const words = plain(sentence);
  return speaksOf('needs', words) || speaksOf('agreementType', words) || speaksOf('resources', words);
}

/** In a language whose words are not known here every sentence may bring something. */
function inAnotherLanguage(text: string): (sentence: string) => boolean {
  const found = eld.detect(text.slice(0, 2000));
  const unread = found.isReliable() && !readLanguages.has(found.language);
  return (sentence) => unread && (sentence.match(/\p{L}/gu) ?? []).length >= 12;
}

function keyOf(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 8);
}
