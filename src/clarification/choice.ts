import { plain } from '../model/plain.ts';
import type { Slot } from '../model/request.ts';
import { findHeadings, linesUnder, quotedLines } from './headings.ts';
import { timedNumbers } from './slot-times.ts';
import { bareNumbers, namedNumbers, slotNoun } from './slot-words.ts';

export type Choice = { kind: 'slot'; number: number } | { kind: 'none-fits' } | { kind: 'unsure'; why: string };

/**
 * The slot that the requester chose; undefined when the mail says nothing of slots. Never a guess: whatever contradicts
 * itself, asks, denies or sets conditions is unsure; why, in French, for staff.
 * @param text - The reply without its quote.
 * @param subject - Counts when it is the one that a slot's button prefilled.
 * @param slots - All slots offered so far.
 * @param zones - Of both places: « jeudi 10 h » is a slot when it is exactly one of those on offer at either.
 */
export function readChoice(
  text: string,
  subject: string,
  slots: readonly Slot[],
  zones: readonly string[] = [],
): Choice | undefined {
  const offered = slots.filter(({ withdrawn }) => !withdrawn);
  const heard = [hearSubject(subject), ...hear(text.slice(0, longest), (each) => hearTime(each, offered, zones))];
  const numbers = [...new Set(heard.flatMap((saying) => (saying.kind === 'number' ? saying.numbers : [])))];
  const doubt = heard.find((saying) => saying.kind === 'doubt');
  const noneFits = heard.some((saying) => saying.kind === 'none-fits');
  if (numbers.length === 0 && noneFits) return { kind: 'none-fits' };
  if (noneFits) return { kind: 'unsure', why: `plage ${numbers.join(', ')}, et aucune ne convient` };
  if (doubt) return { kind: 'unsure', why: doubt.why };
  const [number] = numbers;
  if (number === undefined) return undefined;
  if (numbers.length > 1) return { kind: 'unsure', why: `plusieurs plages\u00A0: ${numbers.join(', ')}` };
  if (!slots.some((slot) => slot.number === number))
    return { kind: 'unsure', why: `la plage ${number} n’a pas été offerte` };
  return { kind: 'slot', number };
}

const longest = 20_000;

/** What one sentence says of slots. */
type Saying =
  | { kind: 'number'; numbers: number[] }
  | { kind: 'none-fits' }
  | { kind: 'doubt'; why: string }
  | { kind: 'nothing' };
const nothing: Saying = { kind: 'nothing' };

const prefilled = new RegExp(`^(?:\\[[^\\]]*\\]\\s?)?${slotNoun}\\s?(\\d{1,3})$`);

/** Only the prefilled subject: with « Re: » it is the subject of an older choice. */
function hearSubject(subject: string): Saying {
  const match = prefilled.exec(plain(subject).trim());
  return match ? { kind: 'number', numbers: [Number(match[1])] } : nothing;
}

function hear(text: string, hearTimed: (sentence: string) => Saying | undefined): Saying[] {
  const lines = quotedLines(text);
  const headings = findHeadings(lines);
  // Inside the questionnaire a number is an answer, or the number of a question; only « plage 2 » still chooses.
  const [first, last] = [headings[0], headings.at(-1)];
  const formEnds = last ? Math.max(last.line, ...linesUnder(last, lines, lines.length)) : -1;
  const inside = (index: number) => first !== undefined && index >= first.line && index <= formEnds;
  const end = lines.findIndex((line) => line.closes && line.depth === 0);
  const written = lines.slice(0, end < 0 ? lines.length : end);
  const free = sentences(written.filter((_, index) => !inside(index)));
  const inForm = sentences(written.filter((_, index) => inside(index)));
  const sayings = [
    ...free.map((sentence) => hearTimed(sentence) ?? hearFree(sentence)),
    ...inForm.map(hearAnswer),
    ...hearEnumerated(free),
  ];
  const chooses = sayings.some((saying) => saying.kind === 'number');
  return chooses ? [...sayings, ...[...free, ...inForm].map(hearOtherTime)] : sayings;
}

/** Plain sentences, each with its closing mark. « No. 2 » and « n° 2 » become « #2 »: they end no sentence. */
function sentences(lines: readonly { depth: number; plain: string }[]): string[] {
  return lines
    .filter((line) => line.depth === 0)
    .flatMap((line) =>
      line.plain
        .replace(/\b(?:numero|number|num|no|nr|n)[.°]? ?#?(?=\d)/g, '#')
        .replace(/\b(?:pas de (?:probleme|souci)|no problem|sin problema)s?\b/g, 'ok')
        .split(/(?<=[.!?;])(?<!^\(?\d{1,2}\.)\s+/),
    )
    .filter((sentence) => sentence.trim() !== '');
}

function hearFree(sentence: string): Saying {
  if (noneFits.some((pattern) => pattern.test(sentence))) return { kind: 'none-fits' };
  const bare = bareNumbers(sentence);
  if (bare) return bare.length > 0 ? sure(bare, sentence) : nothing;
  const named = namedNumbers(sentence, 'surely');
  if (named.length > 0) return sure(named, sentence);
  const loosely = namedNumbers(sentence, 'loosely');
  if (loosely.length > 0) return { kind: 'doubt', why: `${cited(sentence)}\u00A0: une plage, ou autre chose?` };
  const undated = new RegExp(`\\b${slotNoun}\\b`).test(sentence) && timeOrDay.test(sentence);
  return undated ? { kind: 'doubt', why: `${cited(sentence)}\u00A0: une plage sans son numéro` } : nothing;
}

/** A day and a time, and nothing else. */
function hearTime(sentence: string, offered: readonly Slot[], zones: readonly string[]): Saying | undefined {
  const numbers = offered.length > 0 && zones.length > 0 ? timedNumbers(sentence, offered, zones) : undefined;
  if (!numbers) return undefined;
  if (numbers.length === 1) return sure(numbers, sentence);
  return { kind: 'doubt', why: `${cited(sentence)}\u00A0: ce moment n’est pas une seule des plages offertes` };
}

function hearAnswer(sentence: string): Saying {
  if (noneFits.some((pattern) => pattern.test(sentence))) return { kind: 'none-fits' };
  const named = namedNumbers(sentence, 'surely');
  return named.length > 0 ? sure(named, sentence) : nothing;
}

/** « 2 - jeudi à 10 h », alone of its kind: a choice, or the answer to question 2? */
function hearEnumerated(free: readonly string[]): Saying[] {
  const enumerated = free.filter((sentence) => /^\(?\d{1,2}\s?[.):,(–—-]/.test(sentence) && !bareNumbers(sentence));
  const [only] = enumerated;
  return enumerated.length === 1 ? [{ kind: 'doubt', why: `${cited(only)}\u00A0: une plage, ou une réponse?` }] : [];
}

/** A number is a choice only where nothing asks, denies or sets a condition. */
function sure(numbers: number[], sentence: string): Saying {
  if (sentence.includes('?')) return { kind: 'doubt', why: `${cited(sentence)}\u00A0: une question` };
  if (/\b(?:ou|or|o)\b/.test(sentence) && timeOrDay.test(sentence))
    return { kind: 'doubt', why: `${cited(sentence)}\u00A0: une plage, ou un autre moment` };
  if (!bareNumbers(sentence) && reserve.test(sentence))
    return { kind: 'doubt', why: `${cited(sentence)}\u00A0: un refus ou une condition` };
  return { kind: 'number', numbers };
}

/** « La plage 2. Mais plutôt à 14 h. » */
function hearOtherTime(sentence: string): Saying {
  return otherwise.test(sentence) && timeOrDay.test(sentence)
    ? { kind: 'doubt', why: `${cited(sentence)}\u00A0: un autre moment` }
    : nothing;
}

/** The words in question, for staff; a sentence may be long. */
function cited(sentence = ''): string {
  return `«\u00A0${sentence.length > 120 ? `${sentence.slice(0, 120)}…` : sentence}\u00A0»`;
}

const words = (list: string) => new RegExp(`(?<!\\p{L})(?:${list.trim().split(/\s+/).join('|')})(?!\\p{L})`, 'u');
const otherwise = words(
  'mais plutot cependant toutefois but instead rather however pero mejor prefer prefere preferons',
);
const reserve = words(`
  mais plutot cependant toutefois but instead rather however pero mejor
  ne n'est n'y pas plus jamais aucune? sauf hormis impossible si seulement autre annul\\p{L}+ deplac\\p{L}+ report\\p{L}+
  not \\p{L}*n't cannot never none except unless unfortunately if only other another cancel\\p{L}* mov\\p{L}+ resched\\p{L}+
  no nunca ningun\\p{L}* salvo excepto imposible tampoco otr[oa] cambi\\p{L}+ malheureusement lamentablemente
`);
const timeOrDay =
  /\b\d{1,2} ?(?:h|heures?|:\d\d|[ap]\.?m\b)|\b(?:lundi|mardi|mercredi|jeudi|vendredi|monday|tuesday|wednesday|thursday|friday|lunes|martes|miercoles|jueves|viernes)\b/;

const noneFits: readonly RegExp[] = [
  /\baucun(?:e)? (?:\p{L}+ ){0,3}(?:plages?|creneaux?|dates?|horaires?|propositions?|options?|ne (?:me |nous )?convien)/u,
  /\b(?:ces|les|vos) (?:plages|creneaux|dates|horaires)(?: \p{L}+){0,3} ne (?:me |nous )?(?:conviennent|vont|sont)\b/u,
  /\b(?:pas|plus|non) disponibles? (?:a|pour|pendant|durant) (?:ces|les|aucun)/,
  /\bnone of (?:these|those|them|the|your)\b/,
  /\bnone (?:works?|suits?|fits?|is suitable|are suitable)\b/,
  /\bno (?:slots?|times?|dates?) (?:fits?|works?|suits?)\b/,
  /\b(?:not|n't)\b.{0,40}\bany of (?:these|those|the|your) (?:\p{L}+ )?(?:slots|times|dates|options)\b/u,
  /\b(?:these|those|the|your) (?:\p{L}+ )?(?:slots|times|dates) (?:do not|don't|are not|aren't|will not|won't)\b/u,
  /\bningun[oa]? (?:de |los |las |estos |estas |esos |esas |sus ){0,2}(?:horarios?|fechas?|franjas?|opciones|propuestas|(?:nos |me )?conviene)/,
  /\b(?:estos|estas|esos|esas|los|las) (?:horarios|fechas|franjas)(?: \p{L}+){0,2} no\b/u,
];
