import { plain } from '../model/plain.ts';
import type { Slot } from '../model/request.ts';
import { localTime } from '../model/zones.ts';
import { findHeadings, linesUnder, quotedLines } from './headings.ts';
import { contradicts, timedNumbers } from './slot-times.ts';
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
  const heard = [hearSubject(subject), ...hear(text.slice(0, longest), offered, zones)];
  const numbers = [...new Set(heard.flatMap((saying) => (saying.kind === 'number' ? saying.numbers : [])))];
  const doubt = heard.find((saying) => saying.kind === 'doubt');
  const noneFits = heard.some((saying) => saying.kind === 'none-fits');
  if (numbers.length === 0 && noneFits) return { kind: 'none-fits' };
  if (noneFits) return { kind: 'unsure', why: `plage ${numbers.join(', ')}, et aucune ne convient` };
  if (doubt) return { kind: 'unsure', why: doubt.why };
  const [number] = numbers;
  const agreed = heard.find((saying) => saying.kind === 'agreed');
  if (number === undefined) return agreed && { kind: 'unsure', why: agreed.why };
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
  /** Agrees, without saying to what; counts where nothing else is said. */
  | { kind: 'agreed'; why: string }
  | { kind: 'nothing' };
const nothing: Saying = { kind: 'nothing' };

const prefilled = new RegExp(`^(?:\\[[^\\]]*\\]\\s?)?${slotNoun}\\s?(\\d{1,3})$`);

/** Only the prefilled subject: with « Re: » it is the subject of an older choice. */
function hearSubject(subject: string): Saying {
  const match = prefilled.exec(plain(subject).trim());
  return match ? { kind: 'number', numbers: [Number(match[1])] } : nothing;
}

function hear(text: string, offered: readonly Slot[], zones: readonly string[]): Saying[] {
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
    ...free.map(
      (sentence) =>
        hearTime(sentence, offered, zones) ?? checked(hearFree(sentence, offered, zones), sentence, offered, zones),
    ),
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

function hearFree(sentence: string, offered: readonly Slot[], zones: readonly string[]): Saying {
  if (noneFits.some((pattern) => pattern.test(sentence))) return { kind: 'none-fits' };
  if (several.test(sentence) && bareNumbers(sentence.replace(several, ' ')))
    return { kind: 'doubt', why: `${cited(sentence)}\u00A0: plusieurs plages, ou n’importe laquelle` };
  const bare = bareNumbers(sentence);
  if (bare?.length === 0) return accepts(sentence, offered);
  if (bare) return mayBeDay(sentence, bare, offered, zones) ?? sure(bare, sentence);
  const named = namedNumbers(sentence, 'surely');
  if (named.length > 0) return sure(named, sentence);
  const loosely = namedNumbers(sentence, 'loosely');
  if (loosely.length > 0) return { kind: 'doubt', why: `${cited(sentence)}\u00A0: une plage, ou autre chose?` };
  const undated = new RegExp(`\\b${slotNoun}\\b`).test(sentence) && timeOrDay.test(sentence);
  return undated ? { kind: 'doubt', why: `${cited(sentence)}\u00A0: une plage sans son numéro` } : nothing;
}

/** « Cela nous convient » means the slot where only one is on offer; « ok » may only say that the letter came. */
function accepts(sentence: string, offered: readonly Slot[]): Saying {
  const [only, ...others] = offered;
  if (!only || sentence.includes('?')) return nothing;
  if (accepting.test(sentence))
    return others.length === 0
      ? { kind: 'number', numbers: [only.number] }
      : { kind: 'agreed', why: `${cited(sentence)}\u00A0: laquelle des plages?` };
  return others.length === 0 && assenting.test(sentence)
    ? { kind: 'agreed', why: `${cited(sentence)}\u00A0: la plage, ou un simple accusé de réception?` }
    : nothing;
}

/** « le 2 » is the second slot, or that day of the month; « 2e choix » a slot, or what one likes less. */
function mayBeDay(
  sentence: string,
  [number, ...others]: readonly number[],
  offered: readonly Slot[],
  zones: readonly string[],
): Saying | undefined {
  if (/\b(?:choix|choice)\b/.test(sentence) && !/\b(?:choix|choice) ?#?\d/.test(sentence))
    return { kind: 'doubt', why: `${cited(sentence)}\u00A0: un choix, ou un ordre de préférence` };
  if (others.length > 0 || !/\b(?:le|el) \d{1,2}\b/.test(sentence)) return undefined;
  const thatDay = offered.filter(({ start }) => zones.some((zone) => localTime(new Date(start), zone).day === number));
  const [first, ...more] = thatDay;
  if (!first || (more.length === 0 && first.number === number)) return undefined;
  const known = offered.some((slot) => slot.number === number);
  return !known && more.length === 0
    ? { kind: 'number', numbers: [first.number] }
    : { kind: 'doubt', why: `${cited(sentence)}\u00A0: un numéro, ou un jour du mois` };
}

/** A slot named by its number, and another time beside it: which of the two is meant? */
function checked(saying: Saying, sentence: string, offered: readonly Slot[], zones: readonly string[]): Saying {
  if (saying.kind !== 'number') return saying;
  const wrong = offered.some((slot) => saying.numbers.includes(slot.number) && contradicts(sentence, slot, zones));
  return wrong ? { kind: 'doubt', why: `${cited(sentence)}\u00A0: un autre moment que celui de la plage` } : saying;
}

/** A day, or a day and a time, and nothing else. */
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
  if (sentence.includes('?') || asking.test(sentence))
    return { kind: 'doubt', why: `${cited(sentence)}\u00A0: une question` };
  if (/\b(?:ou|or|o)\b/.test(sentence) && timeOrDay.test(sentence))
    return { kind: 'doubt', why: `${cited(sentence)}\u00A0: une plage, ou un autre moment` };
  if (!bareNumbers(sentence) && (reserve.test(sentence) || condition.test(sentence)))
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
  ne n'est n'y pas plus jamais aucune? sauf hormis impossible seulement autre annul\\p{L}+ deplac\\p{L}+ report\\p{L}+
  not \\p{L}*n't cannot never none except unless unfortunately only other another cancel\\p{L}* mov\\p{L}+ resched\\p{L}+
  no nunca ningun\\p{L}* salvo excepto imposible tampoco otr[oa] cambi\\p{L}+ malheureusement lamentablemente
`);
const condition =
  /\b(?:si|if)\b(?! (?:c'est |cela |ca |that(?:'s| is) |it(?:'s| is) |es |esta )?(?:encore |toujours |still |todavia )?(?:possible|posible|ok|fine|libre|free|available|disponible|vous (?:le )?voulez))|\b(?:sous reserve|a confirmer|a condition|provided|subject to|to be confirmed|a reserva|sujeto a|por confirmar|pourvu)\b|\b(?:peut-etre|probablement|sans doute|maybe|perhaps|probably|tentatively|quizas?|tal vez|probablemente|choisirons|confirmerons)\b/;
const asking =
  /^(?:(?:bonjour|hello|hola|hi|dear \w+),? )?(?:what|when|where|which|is|are|does|do|could|can|would|quelle?|quand|combien|est-ce|a quelle|cual|cuando|que hora|a que hora|es posible)\b/;
const several =
  /\b(?:les (?:deux|trois|2|3)|both|either|ambas?|ambos|(?:los|las) (?:dos|tres)|n'importe (?:la)?quel\p{L}*|any (?:of (?:them|these|those|the)|slot|time|is fine|works)|all (?:of (?:them|these|those)|two|three|are|work|suit)|(?:toutes|todas|todos)(?: les \p{L}+| las \p{L}+| los \p{L}+)? (?:me |nous |nos )?(?:convien|vont|van|sont)\p{L}*|cualquier\p{L}*)(?!\p{L})/u;
const accepting = words(
  'convient conviendra conviendrait conviene works? suits? acceptons accepte accept acepto aceptamos',
);
const assenting = words(`
  ok okay oui yes si confirme confirmons confirm confirmed confirmo confirmamos parfait perfect perfecto agreed d'accord
  acuerdo
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
