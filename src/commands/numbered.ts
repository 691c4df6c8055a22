import type { Mail } from '../mail/mail.ts';
import { keptAs } from '../model/filing.ts';
import type { Staff } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { readMessageId } from '../model/signature.ts';
import { localTime } from '../model/zones.ts';
import { commandButtons } from './buttons.ts';
import type { Refused } from './command.ts';
import { findCommand, type Line, lineOf } from './grammar.ts';
import { commands } from './index.ts';

/** « #2 », « la demande 2 », « nº 2 »; « la 2 » where nothing could make a day of it; « 2 ». */
const number = new RegExp(
  [
    String.raw`^(?:(?:l[ae]\s)?(?:(?:demande|dossier|num[ée]ro|no\.?|n[°º])\s?)+#?|(?:la\s)?#)(?<named>\d{1,3})(?=\s|$|[.,;:](?:\s|$))`,
    String.raw`^la\s(?<alone>\d{1,3})(?=$|[.,;:](?:\s|$)|\s(?:et|and|&)\s)`,
    String.raw`^(?<bare>\d{1,3})(?=\s|$|[.,;:](?:\s|$))`,
  ].join('|'),
  'iu',
);

/** The number that the words begin with, and what follows it. */
function numberIn(words: string): { given: string; after: string; rest: string } | undefined {
  const match = number.exec(words);
  const { named, alone, bare } = match?.groups ?? {};
  const given = named ?? alone ?? bare;
  if (!match || given === undefined) return undefined;
  const after = words.slice(match[0].length);
  return { given, after, rest: after.replace(/^[\s.,;:]+/u, '') };
}

/** Every number, where the words are nothing but numbers: « 1, 2 et 3 ». */
function numbersIn(words: string): string[] {
  const read = numberIn(words);
  if (!read) return [];
  if (!read.rest) return [read.given];
  const others = numbersIn(read.after.replace(/^[\s,;]+(?:(?:et|and|&)\s)?/iu, ''));
  return others.length > 0 ? [read.given, ...others] : [];
}

/**
 * What `#catégorie 2 moyen` is about: the second request of the list that the mail answers, else of the lists that the
 * person received today, where they agree: anybody can have a list sent to staff under its name. Undefined when there is
 * no such list, or no number; the lines come back without it. Two numbers are refused, and so is who answers a list and
 * names none that it has.
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
  if (!first) return undefined;
  const answered = listAnswered(mail, person, register, policy);
  const lists = answered ? [answered] : listsOfToday(person, register, policy, now);
  const given = numberIn(first.words)?.given;
  const obstacle = lists.length > 0 ? unnumbered(first, given, answered, lists, register) : undefined;
  if (obstacle) return { refused: obstacle, buttons: commandButtons([newList], undefined, policy) };
  const meant = given === undefined ? new Set<string>() : entries(lists, given, register);
  if (meant.size > 1)
    return {
      refused: `Le numéro ${given} n’est pas le même dans les listes d’aujourd’hui\u00A0: répondez à celle que vous lisez, ou écrivez la référence.`,
    };
  const [reference] = meant;
  if (reference === undefined || given === undefined) return undefined;
  const second = lines.find((line) => otherNumber(line, given));
  if (second)
    return {
      refused: `L’objet donne deux numéros, ${given} et ${otherNumber(second, given)}, et un courriel ne concerne qu’une demande\u00A0: écrivez «\u00A0${second.line}\u00A0» dans un autre courriel.`,
    };
  return {
    reference,
    lines: lines.map((line) => {
      // Each command may repeat the number; one that is the command's own is left in place.
      const read = numberIn(line.words);
      return lineOf(line.verb, read?.given === given ? read.rest : line.words);
    }),
  };
}

const newList = { usage: '#liste', label: 'Voir la liste des demandes' };

/** Why the first command, which is about a request, names none of the list, or several; in French. */
function unnumbered(
  { verb, words }: Line,
  given: string | undefined,
  answered: readonly string[] | undefined,
  lists: readonly (readonly string[])[],
  register: Register,
): string | undefined {
  const found = findCommand(verb, commands);
  if (!('command' in found) || found.command.office) return undefined;
  const { ownNumber = false } = found.command;
  const several = ownNumber ? [] : numbersIn(words);
  if (several.length > 1)
    return `L’objet donne plusieurs numéros (${several.join(', ')}), et un courriel ne concerne qu’une demande\u00A0: écrivez un courriel pour chacune.`;
  if (given !== undefined && entries(lists, given, register).size > 0) return undefined;
  if (answered?.length === 0) return 'La liste est vide\u00A0: écrivez la référence de la demande.';
  const missing = ownNumber ? undefined : given;
  if (!answered)
    return missing === undefined
      ? undefined
      : `Aucune de vos listes d’aujourd’hui n’a de numéro ${missing}\u00A0: répondez à celle que vous lisez, ou écrivez la référence.`;
  const range = answered.length === 1 ? 'elle n’a que le\u00A01' : `elle va de 1 à ${answered.length}`;
  return missing === undefined
    ? `Aucune demande n’est nommée\u00A0: écrivez derrière la commande son numéro dans la liste (${range}), ou sa référence.`
    : `La liste n’a pas de numéro ${missing}\u00A0: ${range}.`;
}

/** The requests that bear the number, as they are filed now. */
function entries(lists: readonly (readonly string[])[], given: string, register: Register): Set<string> {
  return new Set(lists.flatMap((list) => list[Number(given) - 1] ?? []).map((each) => keptAs(register, each)));
}

/** The number of the line, where it names another request of the list. */
function otherNumber({ verb, words }: Line, given: string): string | undefined {
  const found = findCommand(verb, commands);
  const other = numberIn(words)?.given;
  return 'command' in found && found.command.ownNumber ? undefined : other === given ? undefined : other;
}

/** The list that the mail answers. */
function listAnswered(mail: Mail, person: Staff, register: Register, { keys }: Policy): readonly string[] | undefined {
  for (const messageId of [...mail.inReplyTo, ...mail.references.toReversed()]) {
    const signed = readMessageId(messageId, keys);
    const letter = signed && register.letters.get(signed.id);
    if (letter?.listed && letter.to.address === person.address) return letter.listed;
  }
  return undefined;
}

function listsOfToday(person: Staff, register: Register, { timeZone }: Policy, now: Date): (readonly string[])[] {
  const day = (at: Date) => localTime(at, timeZone).toPlainDate().toString();
  const received = register.answersTo.get(person.address) ?? [];
  return received.flatMap(({ listed, at }) => (listed && day(new Date(at)) === day(now) ? [listed] : []));
}
