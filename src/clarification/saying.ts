import type { Slot } from '../model/request.ts';
import { isAcceptance, isCourtesy, isOrder, willAttend, withOfferNamed } from './acceptance.ts';
import { weekdays } from './date-words.ts';
import { daysOf, excludedIn, lastOf, partedAtExclusion } from './exclusions.ts';
import { withoutNumber } from './listing.ts';
import { leavesChoice, leavesTimeOpen } from './open-choices.ts';
import { refusesByPeriod } from './periods.ts';
import { withoutPhrases } from './phrases.ts';
import { refusesAll, refusesOne, staysAway } from './refusals.ts';
import { countWords, isLoneNumber } from './sentences.ts';
import { hesitates } from './slot-neighbours.ts';
import { withHorarioTold, withMiddleTold, withTimePlaced } from './slot-places.ts';
import { contradicts, speaksOfTime, timedNumbers, withoutMoment } from './slot-times.ts';
import { type Naming, namedBare, namedBesideNoun, slotNoun } from './slot-words.ts';

export interface Known {
  /** All that were ever offered to the request. */
  slots: readonly Slot[];
  offered: readonly Slot[];
  /** Of these the letter speaks that is answered. */
  meant: readonly Slot[];
  zones: readonly string[];
  names: ReadonlySet<string>;
  /** What the mail chooses, as far as it was heard. */
  chosen: readonly Slot[];
  /** Whether the subject is that of a button: then no other word is expected. */
  clicked: boolean;
  /** Whether the sentence stands ahead of the one that chooses: then it takes nothing back. */
  ahead?: boolean;
}

/** What one sentence says of slots. */
export type Saying =
  | { kind: 'number'; numbers: number[] }
  | { kind: 'none-fits' }
  /**
   * `named`: the slots that it is said of, where it is not said of all of them; `orPoint`: or it answers that point;
   * `excluded`: it only says that those named do not suit.
   */
  | { kind: 'doubt'; why: string; named?: readonly number[]; orPoint?: true; excluded?: true }
  /** Agrees, without saying to what; counts where nothing else is said. */
  | { kind: 'agreed'; why: string }
  | { kind: 'nothing' };
export const nothing: Saying = { kind: 'nothing' };
const noneFits: Saying = { kind: 'none-fits' };

/** A sentence of the letter itself. */
export function hearFree(said: string, known: Known): Saying {
  const parted = partedAtExclusion(said, known);
  if (parted) {
    const saying = hearFree(parted.rest, known);
    if (saying.kind === 'number' && !saying.numbers.some((number) => parted.without.includes(number))) return saying;
    return inDoubt(said, 'ce qui ne convient pas, et le reste', parted.without);
  }
  const excluded = excludedIn(said, known);
  return excluded.length > 0
    ? { ...inDoubt(said, 'ce qui ne convient pas', excluded), excluded: true }
    : hearWhole(said, known);
}

function hearWhole(said: string, known: Known): Saying {
  const { offered, zones, names } = known;
  const sentence = withHorarioTold(withMiddleTold(withoutPhrases(said), offered), offered, daysOf(offered, zones));
  const placed = withTimePlaced(sentence);
  if (placed) {
    const saying = hearNamed(said, namedBesideNoun(placed, lastOf(offered)), known);
    if (saying.kind === 'number' || (saying.kind === 'doubt' && availability.test(sentence))) return saying;
  }
  const beside = namedBesideNoun(sentence, lastOf(offered));
  // Where no clock is known a day beside a bare number cannot be checked.
  const timeless = zones.length > 0 || beside.namings.length > 0 ? withoutMoment(beside.rest, zones) : beside.rest;
  const bare = namedBare(timeless, lastOf(offered));
  const named = { namings: [...beside.namings, ...bare.namings], rest: bare.rest, dated: beside.rest };
  const numbers = named.namings.flatMap((naming) => naming.numbers);
  if (refusesAll(sentence)) return numbers.length > 0 ? inDoubt(said, 'un refus, et une plage', numbers) : noneFits;
  if (offered.length > 0 && staysAway(sentence)) return noneFits;
  if (known.meant.length === 1 && refusesOne(sentence)) return noneFits;
  const period = refusesByPeriod(sentence, offered, zones.at(-1));
  if (period && numbers.length === 0)
    return period === 'all' ? noneFits : inDoubt(said, 'une période, et lesquelles des plages?');
  const mayTime = beside.namings.length === 0 && offered.length > 0 && zones.length > 0;
  const timed = mayTime ? timedNumbers(sentence, offered, zones, names) : undefined;
  if (timed) return hearTime(said, timed, isOrder(withoutMoment(sentence, zones), names));
  if (named.namings.length > 0) return hearNamed(said, named, known);
  if (offered.length > 0 && leavesChoice(said, names)) return inDoubt(said, 'n’importe laquelle des plages');
  if (several.test(said) && (availability.test(sentence) || countWords(sentence) <= mostWordsOfVerdict + 1))
    return inDoubt(said, 'plusieurs plages, ou n’importe laquelle');
  if (isAcceptance(sentence, names)) return accepts(said, known);
  const dated = withOfferNamed(sentence);
  if (dated !== sentence && isAcceptance(dated, names)) return accepts(said, known);
  if (!speaksOfTime(sentence) || offered.length === 0) return nothing;
  if (new RegExp(`\\b${slotNoun}\\b`).test(sentence)) return inDoubt(said, 'une plage sans son numéro');
  return availability.test(sentence) || excluding.test(sentence) || leavesTimeOpen(sentence)
    ? inDoubt(said, 'un moment, mais quelle plage?')
    : nothing;
}

/** A sentence that names slots chooses only where each of its other words belongs to an acceptance. */
function hearNamed(
  said: string,
  { namings, rest, dated = rest }: { namings: readonly Naming[]; rest: string; dated?: string },
  { slots, offered, zones, names }: Known,
): Saying {
  const numbers = [...new Set(namings.flatMap((naming) => naming.numbers))];
  const placed = namings.some(({ byOrder }) => byOrder);
  const bare = namings.every(({ how }) => how === 'bare');
  if (otherNumber.test(said) && bare) return nothing;
  if (howMany.test(said)) return inDoubt(said, 'un nombre de plages', numbers);
  if (openingHours.test(said)) return inDoubt(said, 'des heures, ou une plage', numbers);
  if (/^\(?\d{1,2}[.)]\s?\S/.test(said) && !isCourtesy(besidesMoment(withoutNumber(said), zones), names))
    return bare && !slots.some(({ number }) => numbers.includes(number))
      ? nothing
      : { ...inDoubt(said, 'un numéro de plage, ou de phrase', numbers), orPoint: true };
  const ordered = isOrder(rest, names);
  if (!ordered && (said.includes('?') || asking.test(said) || inverted.test(rest)))
    return inDoubt(said, 'une question', numbers);
  const digits = namings.every(({ how, byOrder }) => how === 'bare' && !byOrder);
  if (ordered && digits && orderedThings.test(rest)) return inDoubt(said, 'une plage, ou autant de choses', numbers);
  if (several.test(said)) return inDoubt(said, 'plusieurs plages, ou n’importe laquelle', numbers);
  if (placed && /\b(?:choix|choice)\b/.test(said)) return inDoubt(said, 'un choix, ou un ordre de préférence', numbers);
  const known = [...slots.map(({ number }) => number), ...daysOf(offered, zones)];
  const aboutSlots = namings.some(({ how }) => how !== 'bare') || numbers.some((number) => known.includes(number));
  if (!ordered && !isAcceptance(rest, names))
    return aboutSlots ? inDoubt(said, 'plus qu’un simple accord', numbers) : nothing;
  if (digits && (isCourtesy(rest, names) || atHour.test(rest)))
    return inDoubt(said, 'une heure, ou une plage', numbers);
  if (offered.some((slot) => numbers.includes(slot.number) && contradicts(dated, slot, zones)))
    return inDoubt(said, 'un autre moment que celui de la plage', numbers);
  if (placed && isRenewed(slots)) return inDoubt(said, 'la place dans quelle lettre?', numbers);
  return { kind: 'number', numbers };
}

/** A day, or a day and a time, and nothing else. */
function hearTime(said: string, numbers: number[], ordered: boolean): Saying {
  if (!ordered && (said.includes('?') || asking.test(said))) return inDoubt(said, 'une question');
  return numbers.length === 1
    ? { kind: 'number', numbers }
    : inDoubt(said, 'ce moment n’est pas une seule des plages offertes');
}

/** « Cela nous convient » means the slot where only one is on offer; « ok » may only say that the letter came. */
function accepts(said: string, { meant, names }: Known): Saying {
  const [only, ...others] = meant;
  if (!only || said.includes('?')) return nothing;
  if (
    willAttend(said, names) ||
    withOfferNamed(said) !== said ||
    accepting.test(said) ||
    forUs.test(said) ||
    timeWords.test(said)
  )
    return others.length === 0
      ? { kind: 'number', numbers: [only.number] }
      : { kind: 'agreed', why: `${cited(said)}\u00A0: laquelle des plages?` };
  return others.length === 0 && assenting.test(said)
    ? { kind: 'agreed', why: `${cited(said)}\u00A0: la plage, ou un simple accusé de réception?` }
    : nothing;
}

/** Where the letter that is answered shows no slots « 2 », « option 2 » or « mercredi » may answer whatever it asks. */
export function hearUnshown(said: string, saying: Saying): Saying {
  if (saying.kind !== 'number' || namedBesideNoun(withoutPhrases(said), 0).namings.some(({ how }) => how === 'slot'))
    return saying;
  return inDoubt(said, 'une plage, ou une réponse à une lettre qui n’en offre pas', saying.numbers);
}

/** A number alone above words that it may number: « 1 », « Mine rescue ». */
export function hearNumbering(said: string, numbers: number[]): Saying {
  return { ...inDoubt(said, 'un numéro de plage, ou de réponse', numbers), orPoint: true };
}

/** A line of who signs: the number behind an abbreviation, « ext. 2 », « B.P. 3 », is that of a telephone or a house. */
export function hearSigned(said: string, known: Known): Saying {
  const saying = hearFree(said, known);
  if (saying.kind === 'number' && isLoneNumber(said))
    return inDoubt(said, 'un numéro sous une signature', saying.numbers);
  if (saying.kind !== 'doubt' || namedBesideNoun(said, 0).namings.length > 0) return saying;
  const abbreviated = [...said.matchAll(/(\p{L}+)[^\p{L}\p{N}\s][^\p{L}\p{N}]*(?=\d)|(\p{L}+) (?=#\d)/gu)].map(
    ([, dotted, marked]) => dotted ?? marked ?? '',
  );
  return abbreviated.length > 0 && !abbreviated.some((word) => hesitates(word) || isAcceptance(word, known.names))
    ? nothing
    : saying;
}

/** A sentence inside the questionnaire: only what names a slot by its noun is about one. */
export function hearAnswer(said: string, known: Known): Saying {
  const sentence = withoutPhrases(said);
  const { namings, rest } = namedBesideNoun(sentence, lastOf(known.offered));
  const named = {
    namings: namings.filter(({ how }) => how === 'slot'),
    rest: withoutMoment(rest, known.zones),
    dated: rest,
  };
  if (named.namings.length > 0) return hearNamed(said, named, known);
  return refusesAll(sentence) && new RegExp(`\\b${slotNoun}\\b`).test(sentence) ? noneFits : nothing;
}

export function inDoubt(said: string, what: string, named?: readonly number[]): Extract<Saying, { kind: 'doubt' }> {
  return { kind: 'doubt', why: `${cited(said)}\u00A0: ${what}`, ...(named && { named }) };
}

/** The words in question, for staff; a sentence may be long. */
function cited(sentence: string): string {
  return `«\u00A0${sentence.length > 120 ? `${sentence.slice(0, 120)}…` : sentence}\u00A0»`;
}

/** Whether slots were offered more than once: each letter lists its own from the earliest on, kept until one time. */
function isRenewed(slots: readonly Slot[]): boolean {
  return slots.some(({ start, heldUntil }, index) => {
    const before = slots[index - 1];
    return before !== undefined && (start < before.start || heldUntil !== before.heldUntil);
  });
}

const besidesMoment = (sentence: string, zones: readonly string[]) =>
  withoutMoment(sentence, zones).replaceAll('§', ' ');
/** « 1 : non », « 2 : pour nous oui » */
const mostWordsOfVerdict = 3;

/** « Votre message porte le numéro 2 », as machines say. */
const otherNumber =
  /\b(?:your|votre|vos|su|sus) (?:\p{L}+ ){0,3}(?:numbers?|numeros?|id|ref\p{L}*)\b|\b(?:porte|bears|has|recu|received|tiene|lleva) (?:(?:le|the|el) )?(?:#|numero|number)|\b(?:ticket|dossier|file|case|queue|position|expediente|turno)\b/u;
/** « On se voit à 2 » */
const atHour = /\b(?:a|at|vers|around) +§/;
/** "Can you book 2?" */
const orderedThings = /\p{L}{3,}(?<!\b(?:slot|option|the|for|una?|les|las|los)) +§/u;
/** « Nombre de plages : 2 » */
const howMany =
  /\b(?:numbers?|num(?:ero)?s?|nombre|cantidad|how many|combien|cuant[oa]s)\b(?: \p{L}+){0,2} (?:plages|creneaux|slots|horarios|franjas|options|opciones|choix|choices|dates|fechas)\b/u;
const openingHours = /^horarios? ?: ?\d/;

const words = (list: string) => new RegExp(`(?<!\\p{L})(?:${list.trim().split(/\s+/).join('|')})(?!\\p{L})`, 'u');
const asking =
  /^(?:(?:bonjour|hello|hola|hi|dear \w+),? )?(?:what|when|where|which|is|are|does|do|could|can|would|quelle?|quand|combien|est-ce|a quelle|cual|cuando|que hora|a que hora|es posible|esta (?:libre|disponible|todavia|aun)|sigue)\b(?! (?:you|we|not) (?:please )?(?:book|take))/;
/** « and is slot 2 free », « est la plage 2 disponible ». */
const inverted =
  /\b(?:is|are|do|does|will|would|can|est|es|esta)\b(?: (?:the|la|le|el))? +§ +(?:available|free|ok|okay|fine|good|possible|disponible|libre|posible|works?|suits?|be)\b/;
const several =
  /\b(?:les (?:deux|trois|2|3)|both|either|ambas?|ambos|(?:los|las) (?:dos|tres)|n'importe (?:la)?quel\p{L}*|peu importe|any (?:of (?:them|these|those|the)|slot|time|is fine|works)|whichever|all (?:of (?:them|these|those)|(?:(?:the|these|those|your) )?(?:slots|times|dates|options)|two|three|are|work|suit)|(?:toutes|todas|todos)(?: les \p{L}+| las \p{L}+| los \p{L}+)? (?:me |nous |nos )?(?:convien|vont|van|sont)\p{L}*|cualquier\p{L}*)(?!\p{L})/u;
const accepting = words(
  'convient conviendra conviendrait conviene works? suits? acceptons accepte accept acepto aceptamos (?:nous|me)\\sva (?:nos|me)\\s(?:va|viene|queda|vendria|parece)\\s(?:(?:muy|perfectamente)\\s)?(?:bien|perfecto|genial)',
);
/** « Ok pour nous » */
const forUs =
  /\b(?:ok|okay|bon|bien|parfait|good|fine|perfect|perfecto|conformes?) (?:pour|for|with|para|con) (?:nous|moi|us|me|mi|nosotr[oa]s)\b/;
/** Beside words of acceptance alone. */
const timeWords = words('date heure moment jour proposition time day hour proposal fecha hora dia momento propuesta');
const assenting = words(`
  ok okay oui yes si confirme confirmons confirm confirmed confirmo confirmamos parfait perfect perfecto agreed d'accord
  acuerdo
`);
/** « Pas jeudi », « tout sauf vendredi », « jeudi, non » */
const excluding = new RegExp(
  `^(?:(?:tout|n'importe quand|anything|any ?time|any day|todo|cualquier dia)\\b.{0,10})?\\b(?:pas|sauf|not|except|but|no|menos|salvo|excepto) (?:le |la |on |the |el )?(?:${weekdays.flat().join('|')})\\b|\\b(?:${weekdays.flat().join('|')})s?\\b(?:,| :| is| est| es) ?(?:non|no|out|exclu\\p{L}*)\\b`,
  'u',
);
/** What one says of days on which one could meet, or not. */
const availability = words(`
  disponibles? available libres? free convien\\p{L}+ works? suits? conviene\\p{L}* possible posible impossible imposible
  indisponible unavailable prefere\\p{L}* preferons prefer preferimos prefiero ferie holiday feriado festivo occupe\\p{L}*
  busy ocupad\\p{L}+ fermee?s? closed cerrad[oa]s? vont van work fine suit fonctionne\\p{L}* could pourr\\p{L}+ podr\\p{L}+ peu[xt] pouvons can can't cannot puedo podemos puede better mieux mejor ok parfait\\p{L}* perfect\\p{L}* ideal\\p{L}* plutot rather instead mas.bien matin apres-midi morning afternoon manana tarde
`);
