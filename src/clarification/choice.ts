import { plain } from '../model/plain.ts';
import type { Slot } from '../model/request.ts';
import { localTime } from '../model/zones.ts';
import { isAcceptance, isCourtesy, withoutPhrases } from './acceptance.ts';
import { weekdays } from './date-words.ts';
import { findHeadings, quotedLines, under } from './headings.ts';
import { hasReserve, refusesAll, retracts } from './refusals.ts';
import { sentences, withoutSignature } from './sentences.ts';
import { contradicts, speaksOfDay, timedNumbers, withoutMoment } from './slot-times.ts';
import { type Naming, namedBare, namedBesideNoun, slotNoun } from './slot-words.ts';

export type Choice =
  | { kind: 'slot'; number: number }
  | { kind: 'none-fits' }
  /** `numbers`: of the slots that it names. */
  | { kind: 'unsure'; why: string; numbers: number[] };

/**
 * The slot that the requester chose; undefined when the mail says nothing of slots. Never a guess: a slot is chosen by a
 * sentence that accepts it and says nothing else; whatever else names one is unsure; why, in French, for staff.
 * @param text - The reply without its quote.
 * @param subject - Counts when it is the one that a slot's button prefilled.
 * @param slots - All slots offered so far.
 * @param zones - Of both places, the house's first: « jeudi 10 h » is a slot when it is exactly one on offer at either.
 * @param names - Of persons who may be named beside a slot: the writer, and those of the house.
 */
export function readChoice(
  text: string,
  subject: string,
  slots: readonly Slot[],
  zones: readonly string[] = [],
  names: readonly string[] = [],
): Choice | undefined {
  const offered = slots.filter(({ withdrawn }) => !withdrawn);
  const button = hearSubject(subject);
  const known = { slots, offered, zones, names: wordsOf(names), clicked: button.kind === 'number' };
  const heard = [button, ...hear(text.slice(0, longest), known)];
  const numbers = [...new Set(heard.flatMap((saying) => (saying.kind === 'number' ? saying.numbers : [])))];
  const doubt = heard.find((saying) => saying.kind === 'doubt');
  const refused = heard.some((saying) => saying.kind === 'none-fits');
  const doubted = heard.flatMap((saying) => (saying.kind === 'doubt' ? (saying.named ?? []) : []));
  const unsure = (why: string): Choice => ({ kind: 'unsure', why, numbers: [...new Set([...numbers, ...doubted])] });
  if (numbers.length === 0 && refused && !doubt?.named) return { kind: 'none-fits' };
  if (refused) return unsure(doubt?.why ?? `plage ${numbers.join(', ')}, et aucune ne convient`);
  if (doubt) return unsure(doubt.why);
  const [number] = numbers;
  const agreed = heard.find((saying) => saying.kind === 'agreed');
  if (number === undefined) return agreed && unsure(agreed.why);
  if (numbers.length > 1) return unsure(`plusieurs plages\u00A0: ${numbers.join(', ')}`);
  if (!slots.some((slot) => slot.number === number)) return unsure(`la plage ${number} n’a pas été offerte`);
  return { kind: 'slot', number };
}

const longest = 20_000;

interface Known {
  /** All that were ever offered to the request. */
  slots: readonly Slot[];
  offered: readonly Slot[];
  zones: readonly string[];
  names: ReadonlySet<string>;
  /** Whether the subject is that of a button: then no other word is expected. */
  clicked: boolean;
}

/** What one sentence says of slots. */
type Saying =
  | { kind: 'number'; numbers: number[] }
  | { kind: 'none-fits' }
  /** `named`: the slots that it is said of, where it is not said of all of them. */
  | { kind: 'doubt'; why: string; named?: readonly number[] }
  /** Agrees, without saying to what; counts where nothing else is said. */
  | { kind: 'agreed'; why: string }
  | { kind: 'nothing' };
const nothing: Saying = { kind: 'nothing' };
const noneFits: Saying = { kind: 'none-fits' };

const prefilled = new RegExp(`^(?:\\[[^\\]]*\\]\\s?)?${slotNoun}\\s?(\\d{1,3})$`);

/** Only the prefilled subject: with « Re: » it is the subject of an older choice. */
function hearSubject(subject: string): Saying {
  const match = prefilled.exec(plain(subject).trim());
  return match ? { kind: 'number', numbers: [Number(match[1])] } : nothing;
}

function hear(text: string, known: Known): Saying[] {
  const lines = quotedLines(text);
  const headings = findHeadings(lines);
  // Inside the questionnaire a number is an answer, or the number of a question; only « plage 2 » still chooses.
  const [first, last] = [headings[0], headings.at(-1)];
  const formEnds = last ? Math.max(last.line, ...under(last, lines).written) : -1;
  const inside = (index: number) => first !== undefined && index >= first.line && index <= formEnds;
  const end = lines.findIndex((line) => line.closes && line.depth === 0);
  const written = lines.slice(0, end < 0 ? lines.length : end);
  const outside = written.filter((_, index) => !inside(index));
  const free = withoutNumbering(sentences(known.clicked ? withoutSignature(outside, known.names) : outside));
  const inForm = sentences(written.filter((_, index) => inside(index)));
  const sayings = [
    ...free.map((sentence) => hearFree(sentence, known)),
    ...inForm.map((sentence) => hearAnswer(sentence, known)),
  ];
  const unheard = (sentence: string, index: number) =>
    sayings[index]?.kind === 'nothing' && !(/\p{L}/u.test(sentence) && isCourtesy(sentence, known.names));
  if (known.clicked) sayings.push(...free.filter(unheard).map((sentence) => hearBesideButton(sentence, known)));
  const chosen = known.clicked || sayings.some(({ kind }) => kind === 'number');
  if (!chosen) return sayings;
  const interjected = free.filter(unheard).filter((sentence) => interjects(sentence, known));
  return [
    ...sayings,
    ...[...free, ...inForm].filter(unheard).map(hearRetracted),
    ...interjected.map((sentence) => inDoubt(sentence, 'une réserve')),
  ];
}

/** « Oups. », "?", "Could it be at 2 pm?": beside a choice these may take it back, whatever their words. */
function interjects(said: string, { zones }: Known): boolean {
  if (said.includes('?') && withoutMoment(said, zones).includes('§')) return true;
  return /[.!?]$/.test(said) && !abbreviated.test(said) && wordsIn(said) <= mostWordsOfVerdict;
}

const abbreviated = /\b(?:eng|ing|ltd|inc|co|s\.a|ph\.?d|m\.?sc|jr)\.$/;

/** Beside a click only what accepts or is courteous leaves it as it is: « Celle-ci ne va pas. » names no slot. */
function hearBesideButton(said: string, { names }: Known): Saying {
  const harmless = !said.includes('?') && isAcceptance(withoutPhrases(said), names);
  return harmless ? nothing : inDoubt(said, 'plus que le choix du bouton');
}

/** Several sentences that begin with numbers are a list: of other matters, or of the slots as our letter prints them. */
function withoutNumbering(free: readonly string[]): string[] {
  const numbered = free.filter((sentence) => numbering.test(sentence));
  if (numbered.length < 2) return [...free];
  return free.flatMap((sentence) => {
    const told = sentence.replace(numbering, '');
    if (told === sentence || (!told.includes('?') && wordsIn(told) <= mostWordsOfVerdict)) return sentence;
    return sentence.includes(' · ') ? [] : told;
  });
}

const numbering = /^\(?\d{1,2}\s?[.):·–—-]\s?(?=\S)/;
/** « 1 : non », « 2 : pour nous oui » */
const mostWordsOfVerdict = 3;

function hearFree(said: string, known: Known): Saying {
  const { offered, zones, names } = known;
  const sentence = withoutPhrases(said);
  const beside = namedBesideNoun(sentence, lastOf(offered));
  // Where no clock is known a day beside a bare number cannot be checked.
  const timeless = zones.length > 0 || beside.namings.length > 0 ? withoutMoment(beside.rest, zones) : beside.rest;
  const bare = namedBare(timeless, lastOf(offered));
  const named = { namings: [...beside.namings, ...bare.namings], rest: bare.rest, dated: beside.rest };
  const numbers = named.namings.flatMap((naming) => naming.numbers);
  if (refusesAll(sentence)) return numbers.length > 0 ? inDoubt(said, 'un refus, et une plage', numbers) : noneFits;
  const mayTime = beside.namings.length === 0 && offered.length > 0 && zones.length > 0;
  const timed = mayTime ? timedNumbers(sentence, offered, zones, names) : undefined;
  if (timed) return hearTime(said, timed);
  if (named.namings.length > 0) return hearNamed(said, named, known);
  if (several.test(said) && (availability.test(sentence) || wordsIn(sentence) <= mostWordsOfVerdict + 1))
    return inDoubt(said, 'plusieurs plages, ou n’importe laquelle');
  if (isAcceptance(sentence, names)) return accepts(said, offered);
  if (!speaksOfDay(sentence) || offered.length === 0) return nothing;
  if (new RegExp(`\\b${slotNoun}\\b`).test(sentence)) return inDoubt(said, 'une plage sans son numéro');
  return availability.test(sentence) || excluding.test(sentence)
    ? inDoubt(said, 'un jour, mais quelle plage?')
    : nothing;
}

/** A sentence that names slots chooses only where each of its other words belongs to an acceptance. */
function hearNamed(
  said: string,
  { namings, rest, dated }: { namings: readonly Naming[]; rest: string; dated: string },
  { slots, offered, zones, names }: Known,
): Saying {
  const numbers = [...new Set(namings.flatMap((naming) => naming.numbers))];
  const ordered = namings.some(({ byOrder }) => byOrder);
  if (otherNumber.test(said) && namings.every(({ how }) => how === 'bare')) return nothing;
  if (openingHours.test(said)) return inDoubt(said, 'des heures, ou une plage', numbers);
  if (/^\(?\d{1,2}[.)]\s?\S/.test(said) && !isCourtesy(besidesMoment(said.replace(numbering, ''), zones), names))
    return inDoubt(said, 'un numéro de plage, ou de phrase', numbers);
  if (said.includes('?') || asking.test(said) || inverted.test(rest)) return inDoubt(said, 'une question', numbers);
  if (several.test(said)) return inDoubt(said, 'plusieurs plages, ou n’importe laquelle', numbers);
  if (ordered && /\b(?:choix|choice)\b/.test(said))
    return inDoubt(said, 'un choix, ou un ordre de préférence', numbers);
  const known = [...slots.map(({ number }) => number), ...daysOf(offered, zones)];
  const aboutSlots = namings.some(({ how }) => how !== 'bare') || numbers.some((number) => known.includes(number));
  if (!isAcceptance(rest, names)) return aboutSlots ? inDoubt(said, 'plus qu’un simple accord', numbers) : nothing;
  if (offered.some((slot) => numbers.includes(slot.number) && contradicts(dated, slot, zones)))
    return inDoubt(said, 'un autre moment que celui de la plage', numbers);
  if (ordered && isRenewed(slots)) return inDoubt(said, 'la place dans quelle lettre?', numbers);
  return { kind: 'number', numbers };
}

/** A day, or a day and a time, and nothing else. */
function hearTime(said: string, numbers: number[]): Saying {
  if (said.includes('?') || asking.test(said)) return inDoubt(said, 'une question');
  return numbers.length === 1
    ? { kind: 'number', numbers }
    : inDoubt(said, 'ce moment n’est pas une seule des plages offertes');
}

/** « Cela nous convient » means the slot where only one is on offer; « ok » may only say that the letter came. */
function accepts(said: string, offered: readonly Slot[]): Saying {
  const [only, ...others] = offered;
  if (!only || said.includes('?')) return nothing;
  if (accepting.test(said))
    return others.length === 0
      ? { kind: 'number', numbers: [only.number] }
      : { kind: 'agreed', why: `${cited(said)}\u00A0: laquelle des plages?` };
  return others.length === 0 && assenting.test(said)
    ? { kind: 'agreed', why: `${cited(said)}\u00A0: la plage, ou un simple accusé de réception?` }
    : nothing;
}

/** Inside the questionnaire: only what names a slot by its noun is about one. */
function hearAnswer(said: string, known: Known): Saying {
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

/** « La plage 2. Mais plutôt à 14 h. » */
function hearRetracted(said: string): Saying {
  return retracts(withoutPhrases(said)) || hasReserve(said) ? inDoubt(said, 'une réserve') : nothing;
}

function inDoubt(said: string, what: string, named?: readonly number[]): Saying {
  return { kind: 'doubt', why: `${cited(said)}\u00A0: ${what}`, ...(named && { named }) };
}

/** The words in question, for staff; a sentence may be long. */
function cited(sentence: string): string {
  return `«\u00A0${sentence.length > 120 ? `${sentence.slice(0, 120)}…` : sentence}\u00A0»`;
}

const daysOf = (offered: readonly Slot[], zones: readonly string[]) =>
  offered.flatMap(({ start }) => zones.map((zone) => localTime(new Date(start), zone).day));

const lastOf = (offered: readonly Slot[]) => Math.max(0, ...offered.map(({ number }) => number));

/** Whether slots were offered more than once: each letter lists its own from the earliest on, kept until one time. */
function isRenewed(slots: readonly Slot[]): boolean {
  return slots.some(({ start, heldUntil }, index) => {
    const before = slots[index - 1];
    return before !== undefined && (start < before.start || heldUntil !== before.heldUntil);
  });
}

function wordsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => plain(name).match(/\p{L}{2,}/gu) ?? []).filter((word) => !retracts(word)));
}

const besidesMoment = (sentence: string, zones: readonly string[]) =>
  withoutMoment(sentence, zones).replaceAll('§', ' ');
const wordsIn = (sentence: string) => (sentence.match(/\p{L}+/gu) ?? []).length;

/** « Votre message porte le numéro 2 », as machines say. */
const otherNumber =
  /\b(?:your|votre|vos|su|sus) (?:\p{L}+ ){0,3}(?:numbers?|numeros?|id|ref\p{L}*)\b|\b(?:porte|bears|has|recu|received|tiene|lleva) (?:(?:le|the|el) )?(?:#|numero|number)|\b(?:ticket|dossier|file|case|queue|position|expediente|turno)\b/u;
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
  'convient conviendra conviendrait conviene works? suits? acceptons accepte accept acepto aceptamos',
);
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
  busy ocupad\\p{L}+ fermee?s? closed cerrad[oa]s? vont van work fine suit fonctionne\\p{L}* could pourr\\p{L}+ podr\\p{L}+ peu[xt] pouvons can can't cannot puedo podemos puede better mieux mejor ok matin apres-midi morning afternoon manana tarde
`);
