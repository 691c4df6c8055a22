import type { Mail } from './mail.ts';
import { asksOfUs } from './sentences.ts';

/** What stands under newsletters, and under letters that a program sends to one after the other. */
export const leaves =
  /\bunsubscribe\b|\bopt[- ]?out\b|(?:se |me |vous |nous )?d[ée]sabonn|d[ée]sinscri|darse? de baja|cancelar (?:la |su |sua |a )?(?:suscripci[óo]n|subscri[çc][ãa]o|inscri[çc][ãa]o)|abbestell|abmelden|annulla(?:re)? l['’]iscrizione|disiscriv|uitschrijven|afmelden|إلغاء الاشتراك|配信停止/iu;

/** A letter of a person is not longer, above the line by which to leave. */
const longestLetter = 3000;
/** It has the link to leave by, and perhaps that of the house. */
const mostLinks = 2;

/**
 * Whether it is written to us alone, and with what somebody asks of us, or without a link: mails to many have one, at least
 * to leave by. With such a line it has to be as short and bare as what people write, and to ask something above it.
 */
export function isLetter(mail: Mail, own: readonly string[]): boolean {
  const [to, ...others] = [...mail.to, ...mail.cc];
  if (!to || others.length > 0 || !ourAddresses(mail, own).includes(to.address)) return false;
  const links = linksIn(mail);
  const left = mail.text.split('\n').findIndex((line) => leaves.test(line));
  if (left < 0) return links.size === 0 || asksOfUs(mail.text);
  const above = mail.text.split('\n').slice(0, left).join('\n');
  return links.size <= mostLinks && above.length < longestLetter && asksOfUs(above);
}

/** Where nobody has said what our addresses are, a mail is taken to have come to the right house. */
export function ourAddresses(mail: Mail, own: readonly string[]): readonly string[] {
  return own.length > 0 ? own : mail.to.map(({ address }) => address);
}

function linksIn({ text, parts }: Mail): Set<string> {
  const texts = [text, ...parts.map((part) => part.text ?? '')].map((each) => each.slice(0, 200_000));
  return new Set(texts.flatMap((each) => each.match(/https?:\/\/[^\s"'<>)]{1,500}/gi) ?? []));
}
