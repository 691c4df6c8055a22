import type { Slot } from '../model/request.ts';
import { localTime } from '../model/zones.ts';
import { monthOf, monthWords } from './date-words.ts';

/**
 * Whether a sentence refuses the slots by a period: because the writer is away in it, can meet only in it, or asks for a time
 * in it. `all` where that leaves none of the slots, `some` where it may leave one.
 * @param sentence - Plain, with the names of months in full.
 * @param zone - The requester's, or ours where theirs is not known.
 */
export function refusesByPeriod(
  sentence: string,
  slots: readonly Pick<Slot, 'start'>[],
  zone: string | undefined,
): 'all' | 'some' | undefined {
  if (zone === undefined) return undefined;
  const times = slots
    .map(({ start }) => localTime(new Date(start), zone))
    .sort((a, b) => (a.toString() < b.toString() ? -1 : 1));
  const refused = sentence.split(clauses).map((clause) => refusedIn(clause, times));
  return refused.find((each) => each === 'all') ?? refused.find((each) => each !== undefined);
}

/** « Esta semana no podemos, ¿habría algo la próxima? » says two things. */
const clauses = /[,;:¿]| (?:mais|but|pero|mas) /;

function refusedIn(clause: string, times: readonly Local[]): 'all' | 'some' | undefined {
  const within = otherMatter.test(clause) ? undefined : periodIn(clause, times);
  if (!within) return undefined;
  const inside = times.filter(within).length;
  if (onlyThen.some((pattern) => pattern.test(clause))) return inside === 0 ? 'all' : 'some';
  if (awayThen.some((pattern) => pattern.test(clause))) {
    if (inside === times.length) return 'all';
    return inside > 0 ? 'some' : undefined;
  }
  if (!asksForThen(clause)) return undefined;
  return inside === 0 ? 'all' : 'some';
}

type Local = ReturnType<typeof localTime>;
type Within = (time: Local) => boolean;

/** The periods that a sentence names, as one; undefined when it names none, or there is nothing to compare it with. */
function periodIn(sentence: string, times: readonly Local[]): Within | undefined {
  const [first] = times;
  if (!first) return undefined;
  const found = readers.flatMap(([pattern, read]) =>
    [...sentence.matchAll(pattern)].map(({ groups }) => read(groups ?? {}, first)),
  );
  return found.length === 0 ? undefined : (time) => found.every((within) => within(time));
}

type Read = (groups: Readonly<Record<string, string | undefined>>, first: Local) => Within;

const date = `(?:(?:lundi|monday|lunes|le|the|el) )*(?:(?<day>\\d{1,2})(?:er|st|nd|rd|th)?(?: (?:de |of )?(?<month>${monthWords}))?|(?<monthFirst>${monthWords}) (?<dayAfter>\\d{1,2})(?:st|nd|rd|th)?)`;
const week = '(?:semaine|week|semana)';

const readers: readonly (readonly [pattern: RegExp, read: Read])[] = [
  // « en décembre », not the month of a date.
  [
    new RegExp(`(?<!\\d(?:er|st|nd|rd|th)? (?:de |of )?)\\b(?<month>${monthWords})\\b(?! \\d{1,2}\\b)`, 'g'),
    ({ month = '' }) =>
      (time) =>
        time.month === monthOf(month),
  ],
  // « la semaine du 7 décembre »
  [
    new RegExp(
      `\\b${week} (?:du|of|de|del|starting|beginning|commencing|qui commence(?: le)?|que empieza(?: el)?) ${date}`,
      'g',
    ),
    (groups, first) => {
      const monday = mondayOf(dateIn(groups, first));
      return (time) => mondayOf(time).equals(monday);
    },
  ],
  // Who answers speaks of the week of the slots, or of the one after it.
  [
    new RegExp(
      `\\b(?:this|all|the whole|that|cette|toute la|toute cette|esta|toda la|toda esta|esa) ${week}\\b(?! (?:of|du|de|del|after|apres|suivante|siguiente|prochaine))`,
      'g',
    ),
    (_, first) => (time) => mondayOf(time).equals(mondayOf(first)),
  ],
  [
    new RegExp(
      `\\b(?:(?:the )?(?:next|following) ${week}|the ${week} after|(?:la )?${week} (?:prochaine|suivante|d'apres|proxima|siguiente|que viene)|la proxima(?: ${week})?(?! \\p{L}))`,
      'gu',
    ),
    (_, first) => (time) => mondayOf(time).equals(mondayOf(first).add({ days: 7 })),
  ],
  [
    new RegExp(
      `\\b(?:after|apres|despues del?|from|as of|not before|pas avant|a partir (?:du?|de|del)|des|desde|depuis) ${date}`,
      'g',
    ),
    (groups, first) => (time) => !before(time, dateIn(groups, first)),
  ],
  [
    new RegExp(`\\b(?:until|till|through|before|jusqu'(?:au?|en)|avant|hasta|antes del?) ${date}`, 'g'),
    (groups, first) => (time) => !before(dateIn(groups, first), time),
  ],
  [
    /\b(?:after|from|apres|a partir de|despues de las|desde las) (?<hour>\d{1,2})(?: ?(?:h|heures?|hrs?|horas)(?: ?\d\d)?\b|:\d\d)?(?: ?(?<half>[ap])\.?m\b)?(?= ?[.,!?]?$)/g,
    ({ hour, half }) =>
      (time) =>
        time.hour >= Number(hour) + (half === 'p' && Number(hour) < 12 ? 12 : 0),
  ],
  [
    /\b(?:in the evenings?|at night|le soir|en soiree|por la noche|de noche)\b/g,
    () =>
      ({ hour }) =>
        hour >= 18,
  ],
  [
    /\b(?:in the afternoons?|l'apres-midi|en apres-midi|por la tarde)\b/g,
    () =>
      ({ hour }) =>
        hour >= 12,
  ],
  [
    /\b(?:in the mornings?|le matin|en matinee|por la manana)\b/g,
    () =>
      ({ hour }) =>
        hour < 12,
  ],
];

/** Without a month, the next such day from the first slot on. */
function dateIn({ day, month, monthFirst, dayAfter }: Parameters<Read>[0], first: Local): Local {
  const named = month ?? monthFirst;
  const number = Math.max(1, Number(day ?? dayAfter));
  if (named) {
    const told = first.with({ month: monthOf(named), day: number });
    return told.month < first.month - 6 ? told.add({ years: 1 }) : told;
  }
  const inMonth = first.with({ day: number });
  return before(inMonth, first) ? inMonth.add({ months: 1 }) : inMonth;
}

const mondayOf = (time: Local) => time.toPlainDate().subtract({ days: time.dayOfWeek - 1 });
const before = (a: Local, b: Local) => a.toPlainDate().toString() < b.toPlainDate().toString();

const onlyThen: readonly RegExp[] = [
  /\b(?:nous|je|on) ne (?:sommes|serons|suis|serai|pouvons|pourrons|peux|pourrai|sera|peut|pourra)\b.{0,40}\bqu(?:e |')/,
  /\b(?:nous|je|on)\b.{0,25}\b(?:disponibles?|libres?|dispos?) (?:seulement|uniquement|qu(?:e |'))/,
  /\b(?:nous|je|on)\b.{0,25}\b(?:disponibles?|libres?|dispos?) (?:a partir|des|apres|pas avant)\b/,
  /\b(?:we|i)\b.{0,20}\bonly (?:be )?(?:available|free|able|manage|do|meet|make)\b/,
  /\b(?:we|i)\b.{0,20}\b(?:available|free) (?:only|from|after|as of)\b|\b(?:we|i) can only\b/,
  /\b(?:solo|solamente|unicamente|recien) (?:nos |me )?(?:estamos|estoy|estaremos|estare|podemos|puedo|podriamos|podremos|tenemos)\b/,
  /\b(?:estamos|estoy|estaremos|estare|podemos|puedo|podriamos|podremos)\b.{0,20}\b(?:solo|solamente|unicamente|recien|a partir)\b/,
];

const awayThen: readonly RegExp[] = [
  /\b(?:we|i|we're|i'm|we'll)\b.{0,30}\b(?:unavailable|not (?:\p{L}+ )?(?:available|free)|cannot|can't|won't be able|unable|away|abroad|travell?ing|busy|closed|on (?:leave|vacation|holidays?|strike|mission)|out of (?:the )?(?:office|town|country)|(?:in|having|sitting) (?:\p{L}+ )?exam\p{L}*)/u,
  /\b(?:nous|je|on)\b.{0,30}\b(?:indisponibles?|(?:pas|plus) (?:\p{L}+ )?(?:disponibles?|libres?)|ne (?:pouvons|peux|pourrons|pourrai|peut|serons|serai)|absente?s?|occupee?s?|pris(?:es?)?|fermee?s?|en (?:pleine? )?(?:session|examens?|mission|conges?|vacances|voyage|deplacement|greve|seminaire|formation|conference|inventaire|reunions?))\b/u,
  /\bno (?:podemos|puedo|podremos|podre|estamos (?:disponibles|libres)|estoy (?:disponible|libre)|estaremos|estare)\b/,
  /\b(?:estamos|estoy|estaremos|estare|andamos|tenemos)\b.{0,20}\b(?:ocupad[oa]s?|de viaje|viajando|ausentes?|fuera|de vacaciones|(?:en )?examenes|cerrad[oa]s?|de licencia|en huelga|en campo)\b/,
];

function asksForThen(sentence: string): boolean {
  return (sentence.includes('?') || wishing.test(sentence)) && timeAsked.test(sentence);
}

const wishing =
  /\b(?:would (?:like|prefer|rather|be better)|prefer|please|merci de|prefer\p{L}+|souhait\p{L}+|voudri\p{L}+|aimeri\p{L}+|serait mieux|quisier\p{L}+|gustaria|seria mejor|por favor|mejor|better|mieux|preferable|easier|facile)\b/u;
const timeAsked =
  /\b(?:any (?:chance|time|slots?|availab\p{L}+|openings?)|anything|something|availab\p{L}+|(?:could|can|shall|may|might) (?:we|you|i) (?:please )?(?:meet|talk|speak|have (?:a|the) (?:call|meeting)|schedule|do (?:it|this)|make it|say|offer|propose|suggest|move|find)|(?:would|could) (?:it|that|this) (?:be|work|suit)|quelque chose|disponib\p{L}+|dispos?|creneaux?|plages?|possibilites?|(?:est|serait)-(?:ce|il) possible|(?:se|nous) (?:voir|rencontrer|parler)|reporter|decaler|algo|algun(?:a)? (?:horario|fecha|hora|dia|espacio)|(?:podria|puede|pudiera) ser|habria|hay|reunirnos|vernos|(?:es|seria) posible|better|mieux|mejor|preferable|easier|facile)\b/u;

/** What is not about when to meet: the project, or something to be sent. */
const otherMatter =
  /\b(?:training|courses?|formations?|cours|program(?:me)?s?|project|projet|students?|etudiants?|visits?|visites?|visit\p{L}*|delegation|delegacion|start\p{L}*|begin\p{L}*|commenc\p{L}*|demarr\p{L}*|debut\p{L}*|cursos?|capacitacion\p{L}*|proyecto|estudiantes|iniciar|inicio|empez\p{L}*|comenz\p{L}*|send\p{L}*|envoy\p{L}*|envi\p{L}*|mandar|answers?|reponses?|respuestas?|forms?|formulaire|formulario|documents?|budget|presupuesto|funds?|funding|financement)\b/u;
