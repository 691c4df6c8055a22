import type { Mail } from '../mail/mail.ts';
import { keptAs } from '../model/filing.ts';
import type { Staff } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { readMessageId } from '../model/signature.ts';
import { localTime } from '../model/zones.ts';
import type { Refused } from './command.ts';
import { findCommand, type Line, lineOf } from './grammar.ts';
import { commands } from './index.ts';

const number = /^(?:n[o°] ?)?(\d{1,3})(?=\s|$)[\s,:]*/iu;

/**
 * What `#catégorie 2 moyen` is about: the second request of the list that the mail answers, else of the lists that the
 * person received today, where they agree: anybody can have a list sent to staff under its name. Undefined when there is
 * no such list, or no number; the lines come back without it. Two numbers are refused.
 */
export function byNumber(
  lines: readonly Line[],
  mail: Mail,
  person: Staff,
  register: Register,
  policy: Policy,
  now: Date,
): { reference: string; lines: Line[] } | Refused | undefined {
  const [first] = lines;
  const given = number.exec(first?.words ?? '')?.[1];
  if (given === undefined) return undefined;
  const lists = listsFor(mail, person, register, policy, now);
  const meant = new Set(lists.flatMap((list) => list[Number(given) - 1] ?? []).map((each) => keptAs(register, each)));
  if (meant.size > 1)
    return {
      refused: `Le numéro ${given} n’est pas le même dans les listes d’aujourd’hui\u00A0: répondez à celle que vous lisez, ou écrivez la référence.`,
    };
  const [reference] = meant;
  if (reference === undefined) return undefined;
  const second = lines.find((line) => otherNumber(line, given));
  if (second)
    return {
      refused: `L’objet donne deux numéros, ${given} et ${otherNumber(second, given)}, et un courriel ne concerne qu’une demande\u00A0: écrivez «\u00A0${second.line}\u00A0» dans un autre courriel.`,
    };
  return {
    reference,
    lines: lines.map((line) => {
      // Each command may repeat the number; one that is the command's own is left in place.
      const words = number.exec(line.words)?.[1] === given ? line.words.replace(number, '') : line.words;
      return lineOf(line.verb, words);
    }),
  };
}

/** The number of the line, where it names another request of the list. */
function otherNumber({ verb, words }: Line, given: string): string | undefined {
  const found = findCommand(verb, commands);
  const other = number.exec(words)?.[1];
  return 'command' in found && found.command.ownNumber ? undefined : other === given ? undefined : other;
}

/** The list that the mail answers; else those of today. */
function listsFor(
  mail: Mail,
  person: Staff,
  register: Register,
  { keys, timeZone }: Policy,
  now: Date,
): (readonly string[])[] {
  for (const messageId of [...mail.inReplyTo, ...mail.references.toReversed()]) {
    const signed = readMessageId(messageId, keys);
    const letter = signed && register.letters.get(signed.id);
    if (letter?.listed && letter.to.address === person.address) return [letter.listed];
  }
  const day = (at: Date) => localTime(at, timeZone).toPlainDate().toString();
  const received = register.answersTo.get(person.address) ?? [];
  return received.flatMap(({ listed, at }) => (listed && day(new Date(at)) === day(now) ? [listed] : []));
}
