import type { Mail } from '../mail/mail.ts';
import type { Staff } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { readMessageId } from '../model/signature.ts';
import { localTime } from '../model/zones.ts';
import type { Line } from './grammar.ts';

const number = /^(?:n[o°] ?)?(\d{1,3})(?=\s|$)[\s,:]*/iu;

/**
 * What `#catégorie 2 moyen` is about: the second request of the list that the mail answers, else of the last list that
 * the person received today. Undefined when there is no such list, or no number; the lines come back without it.
 */
export function byNumber(
  lines: readonly Line[],
  mail: Mail,
  person: Staff,
  register: Register,
  policy: Policy,
  now: Date,
): { reference: string; lines: Line[] } | undefined {
  const [first] = lines;
  const given = number.exec(first?.words ?? '')?.[1];
  const listed = given === undefined ? undefined : listFor(mail, person, register, policy, now);
  const reference = listed?.[Number(given) - 1];
  if (!reference) return undefined;
  return {
    reference,
    lines: lines.map((line) => {
      // Each command may repeat the number; another number is left in place, and will not be understood.
      const words = number.exec(line.words)?.[1] === given ? line.words.replace(number, '') : line.words;
      return { ...line, words, line: words ? `#${line.verb} ${words}` : `#${line.verb}` };
    }),
  };
}

function listFor(
  mail: Mail,
  person: Staff,
  register: Register,
  { keys, timeZone }: Policy,
  now: Date,
): readonly string[] | undefined {
  for (const messageId of [...mail.inReplyTo, ...mail.references.toReversed()]) {
    const signed = readMessageId(messageId, keys);
    const letter = signed && register.letters.get(signed.id);
    if (letter?.listed && letter.to.address === person.address) return letter.listed;
  }
  const day = (at: Date) => localTime(at, timeZone).toPlainDate().toString();
  const last = (register.answersTo.get(person.address) ?? []).findLast(({ listed }) => listed !== undefined);
  return last && day(new Date(last.at)) === day(now) ? last.listed : undefined;
}
