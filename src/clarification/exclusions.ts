import type { Slot } from '../model/request.ts';
import { localTime } from '../model/zones.ts';
import { withoutPhrases } from './phrases.ts';
import { unsuited } from './refusals.ts';
import { timedNumbers } from './slot-times.ts';
import { namedBare, namedBesideNoun } from './slot-words.ts';

interface Offer {
  offered: readonly Slot[];
  zones: readonly string[];
  names: ReadonlySet<string>;
}

/** « La 1 et la 3 ne conviennent pas », "not 1, not 3": these, and nothing else. */
export function excludedIn(said: string, { offered, zones, names }: Offer): number[] {
  const [, before, behind] = denied.exec(said) ?? [];
  // « Jeudi, non »
  const timed =
    offered.length > 0 && zones.length > 0 ? timedNumbers(before ?? behind ?? '', offered, zones, names) : [];
  if (timed && timed.length > 0) return timed;
  const beside = namedBesideNoun(withoutPhrases(said), lastOf(offered));
  const bare = namedBare(beside.rest, lastOf(offered));
  const numbers = [...beside.namings, ...bare.namings].flatMap((naming) => naming.numbers);
  const rest = bare.rest.replace(/\s+/g, ' ').trim();
  // « 1 : non » may answer a question.
  if (bare.namings.length > 0 && said.includes(':')) return [];
  return numbers.length > 0 && excludes.test(rest) ? numbers : [];
}

/** A sentence that leaves some out: which ones, and what else it says; « El 1 no, el 2 sí », "2, not 1". */
export function partedAtExclusion(said: string, offer: Offer): { without: number[]; rest: string } | undefined {
  if (correcting.test(said)) return undefined;
  const [, head = '', tail = ''] = (said.length <= longest && dividing.exec(said)) || [];
  for (const [denial, rest] of [
    [head, tail],
    [tail, head],
  ] as const) {
    const without = excludedIn(denial, offer);
    if (without.length > 0) return { without, rest: withHorario(rest, without, offer) };
  }
  return undefined;
}

/** Beside « el 1 no » « el 2 » is a number of the list, too, where no slot is on the first or the second. */
function withHorario(rest: string, without: readonly number[], { offered, zones }: Offer): string {
  const days = daysOf(offered, zones);
  if (without.some((number) => days.includes(number))) return rest;
  return rest.replace(/(?<=^|\b(?:si|con|a) )(?:el|le) ([1-9])(?= |[.!]*$)/, (found, number: string) =>
    offered.some((slot) => slot.number === Number(number)) && !days.includes(Number(number))
      ? `horario ${number}`
      : found,
  );
}

/** The highest number on offer; 0 where none is. */
export const lastOf = (offered: readonly Slot[]): number => Math.max(0, ...offered.map(({ number }) => number));

/** The days of the month on which slots begin, at either place. */
export const daysOf = (offered: readonly Slot[], zones: readonly string[]): number[] =>
  offered.flatMap(({ start }) => zones.map((zone) => localTime(new Date(start), zone).day));

const denied = /^(?:not|pas|no|non) (?:(?:le|la|on|the|el) )?([^,;:]+)$|^([^,;:]+?) ?[,:]? (?:no|non|pas|not)[ .!]*$/;

/** « 2, non 3 » rules the third out, or takes it instead. */
const correcting = /\d ?[,;]? (?:non|no)[ ,]{1,2}(?:(?:la|le|el|the) )?\d{1,2}[ .!]*$/;

/** Nobody rules slots out in as many characters, and each division is read anew. */
const longest = 300;
const joins = 'donc|so|therefore|entonces|asi que|mais|but|pero|sino|rather|plutot';
const dividing = new RegExp(
  `^(.+?)(?: ?[;:]|,? (?:${joins})\\b|,(?= )|(?: et| and| y)?(?= (?:not|non|no|pas) (?:the |the |la |le |el |plage |slot |horario )?\\d))(?: (?:${joins}|et|and|y)\\b)? ?(.+)$`,
);
const theseSlots =
  '(?:(?:les?|l[ao]s?|el|the|slots?|plages?|options?) )*§(?:(?: ?,)?(?: (?:et|and|y|ni|nor|or|e|not|pas|no))?(?: (?:la|le|el|the))? §)*';
const excludes = new RegExp(
  `^(?:(?:ni|neither|not|pas|no|non|any(?:thing)? (?:except|but))(?: (?:to|pour|a|al|on))? ${theseSlots}|${theseSlots}(?: ?[,:])? (?:${unsuited}|ne (?:me |nous |m')?(?:va|ira|irait|marche|fonctionne|arrange)(?: \\p{L}+)? (?:pas|plus)|non?|pas|not)(?: (?:for|pour|para) (?:us|me|nous|moi|nosotr[oa]s|mi))?)(?: (?:plus|tampoco|either))?[ .!;:,]*$`,
  'u',
);
