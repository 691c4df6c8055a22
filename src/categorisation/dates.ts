import { Temporal } from 'temporal-polyfill';
import { plain } from '../model/plain.ts';

/** A date as somebody wrote it: every day from `from` to `to` may be meant. */
export interface WrittenDate {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  precision: 'day' | 'month' | 'season' | 'year';
  /** Plain, as written. */
  words: string;
  /** Whether it is said to be the last day for something. */
  deadline: boolean;
}

/**
 * The dates of a text in French, English, Spanish or Portuguese, earliest first. A day without a year is the next one.
 * @param today - Needed for « le 18 décembre » and « dans trois mois ».
 */
export function readDates(text: string, today: Temporal.PlainDate): WrittenDate[] {
  let rest = plain(text.slice(0, longest));
  const found: WrittenDate[] = [];
  for (const { pattern, read } of patterns) {
    rest = rest.replace(pattern, (...match) => {
      const groups = match.at(-1) as Record<string, string | undefined>;
      const words = String(match[0]);
      const at = Number(match.at(-3));
      const span = read(groups, today);
      if (!span) return words;
      const before = rest.slice(Math.max(0, at - 60), at);
      // Only a day can be a deadline: « avant 2028 » is a start that somebody hopes for.
      const deadline = span.precision === 'day' && cue.test(before.slice(before.search(/[^.;\n]*$/)));
      found.push({ ...span, words: words.trim(), deadline });
      // Blanked, so that the year of « mai 2027 » is not read a second time.
      return ' '.repeat(words.length);
    });
  }
  return found.sort((a, b) => Temporal.PlainDate.compare(a.from, b.from));
}

const longest = 5_000;

/** What is handed in: its day is one of the asker's own calendar. */
const handedIn = 'offres?|propositions?|candidatures?|soumissions?|dossiers?|projets?|demandes?';
/** Words that say that the day after them is the last. */
const lastDay = [
  `dates? (?:limites?|butoirs?)|au plus tard|avant|cloture|ferme(?:nt|ra|ture)?|echoit|echeance|jusqu'au|d'ici (?:le|au)|depots?`,
  `(?:remise|reception|depot|appels?) (?:des?|du|de la|d'|a) ?(?:${handedIn})`,
  'deadline|no later than|clos(?:es?|ing)|due|before|by|until|(?:submissions?|submit|proposals?|applications?) (?:due|by|on)',
  'fecha limite|plazo|antes d[eo]l?|a mas tardar|hasta|ate(?: o dia)?|prazo|cierra|vence',
].join('|');
/** What stands after them belongs to something else: the start beside it, or a day after the day that they speak of. */
const otherDay = String.raw`\b(?:debut\w*|commenc\w*|demarr\w*|a partir|start\w*|begin\w*|inici\w*|comienz\w*|empez\w*|empiez\w*)\b|(?:\d| {5}),`;
const cue = new RegExp(`\\b(?:${lastDay})(?!\\p{L})(?:(?!${otherDay})[^.;\\n]){0,40}$`, 'u');

type Span = Pick<WrittenDate, 'from' | 'to' | 'precision'>;
interface Pattern {
  pattern: RegExp;
  /** Undefined when there is no such day. */
  read: (groups: Record<string, string | undefined>, today: Temporal.PlainDate) => Span | undefined;
}

const monthNames = [
  ['janvier', 'january', 'jan', 'enero', 'janeiro'],
  ['fevrier', 'february', 'feb', 'febrero', 'fevereiro'],
  ['mars', 'march', 'marzo', 'marco'],
  ['avril', 'april', 'abril'],
  ['mai', 'may', 'mayo', 'maio'],
  ['juin', 'june', 'junio', 'junho'],
  ['juillet', 'july', 'julio', 'julho'],
  ['aout', 'august', 'agosto'],
  ['septembre', 'september', 'sept', 'septiembre', 'setembro'],
  ['octobre', 'october', 'oct', 'octubre', 'outubro'],
  ['novembre', 'november', 'nov', 'noviembre', 'novembro'],
  ['decembre', 'december', 'dec', 'diciembre', 'dezembro'],
] as const;
const months = new Map<string, number>(
  monthNames.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);
/** First month of each season; the winter term of a year begins in its January. */
const seasons = new Map<string, number>(
  [
    ['hiver', 'winter', 'invierno'],
    ['printemps', 'spring', 'primavera'],
    ['ete', 'summer', 'verano'],
    ['automne', 'autumn', 'fall', 'otono'],
  ].flatMap((names, index) => names.map((name): [string, number] => [name, [1, 3, 6, 9][index] ?? 1])),
);
const parts = new Map<string, number>(
  [
    ['premier', '1er', '1', 'first', '1st', 'primer'],
    ['deuxieme', 'second', '2e', '2', '2nd', 'segundo'],
    ['troisieme', 'third', '3e', '3', '3rd', 'tercer'],
    ['quatrieme', 'fourth', '4e', '4', '4th', 'cuarto'],
  ].flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);
const small = new Map(
  'un deux trois quatre cinq six sept huit neuf dix onze douze'
    .split(' ')
    .concat('one two three four five six seven eight nine ten eleven twelve'.split(' '))
    .concat('un dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' '))
    .map((word, index): [string, number] => [word, (index % 12) + 1]),
);

const any = (names: ReadonlyMap<string, number>) => [...names.keys()].sort((a, b) => b.length - a.length).join('|');
const month = `(?<month>${any(months)})`;
const year = '(?<year>20[2-6]\\d)';
const day = '(?<day>\\d{1,2})(?:er|st|nd|rd|th)?';
const until = '(?: ?(?:-|–|au|to|al|a|et|and|y) ?\\d{1,2}(?:er|st|nd|rd|th)?)?';

/** In order: the more precise first. */
const patterns: readonly Pattern[] = [
  { pattern: /\b(?<year>20[2-6]\d)-(?<month>\d\d)-(?<day>\d\d)\b/g, read: readDay },
  { pattern: /\b(?<year>20[2-6]\d)[/.](?<month>\d\d?)[/.](?<day>\d\d?)\b/g, read: readDay },
  { pattern: /\b(?<first>\d\d?)(?<mark>[-/.])(?<second>\d\d?)\k<mark>(?<year>20[2-6]\d)\b/g, read: readDigits },
  { pattern: /(?<=\b(?:le|du|au|on|by|el|al)\s)(?<first>\d\d?)\/(?<second>\d\d?)\b(?!\/)/g, read: readDigits },
  {
    pattern: new RegExp(`\\b${day}${until} (?:de |of )?${month}\\b\\.?(?:,? (?:de )?${year}\\b)?`, 'g'),
    read: readDay,
  },
  { pattern: new RegExp(`\\b${month} ${day}${until}\\b(?!,? ?\\p{L})(?:,? ${year}\\b)?`, 'gu'), read: readDay },
  {
    pattern: new RegExp(`\\b${month}\\b\\.?,? (?:de |del )?${year}\\b`, 'g'),
    read: (groups) => stretch(Number(groups.year), months.get(groups.month ?? '') ?? 1, 1, 'month'),
  },
  {
    pattern: new RegExp(`\\b(?<season>${any(seasons)}) (?:of |de |del )?${year}\\b`, 'g'),
    read: (groups) => stretch(Number(groups.year), seasons.get(groups.season ?? '') ?? 1, 3, 'season'),
  },
  {
    pattern: new RegExp(
      `\\b(?<part>${any(parts)}) (?<unit>semestre|semester|half|trimestre|quarter)(?: of| de| del)? ${year}\\b`,
      'g',
    ),
    read: ({ part, unit, year: inYear }) => {
      const length = unit === 'trimestre' || unit === 'quarter' ? 3 : 6;
      return stretch(Number(inYear), ((parts.get(part ?? '') ?? 1) - 1) * length + 1, length, 'season');
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:dans|d'ici|in|within|en|dentro de) (?<count>\\d{1,2}|${any(small)}) (?<unit>jours?|days?|dias?|semaines?|weeks?|semanas?|mois|months?|meses|mes|ans?|annees?|years?|anos?)\\b`,
      'g',
    ),
    read: ({ count, unit }, today) => {
      const many = small.get(count ?? '') ?? Number(count);
      const from = today.add(
        /^(?:j|d)/.test(unit ?? '')
          ? { days: many }
          : /^(?:sem|week)/.test(unit ?? '')
            ? { weeks: many }
            : /^m/.test(unit ?? '')
              ? { months: many }
              : { years: many },
      );
      return { from, to: from, precision: /^(?:j|d|sem|week)/.test(unit ?? '') ? 'day' : 'month' };
    },
  },
  {
    pattern: new RegExp(`(?<![\\d.,])${year}\\b(?![.,]?\\d| ?(?:\\$|€|cad|usd|personnes|people|personas))`, 'g'),
    read: (groups) => stretch(Number(groups.year), 1, 12, 'year'),
  },
];

function readDay(groups: Record<string, string | undefined>, today: Temporal.PlainDate): Span | undefined {
  const inMonth = months.get(groups.month ?? '') ?? Number(groups.month);
  const onDay = Number(groups.day);
  const at = (inYear: number) => {
    const first = Temporal.PlainDate.from({ year: inYear, month: inMonth, day: 1 });
    return onDay >= 1 && onDay <= first.daysInMonth ? first.with({ day: onDay }) : undefined;
  };
  if (!(inMonth >= 1 && inMonth <= 12)) return undefined;
  const thisYear = at(groups.year ? Number(groups.year) : today.year);
  const past = !groups.year && thisYear && Temporal.PlainDate.compare(thisYear, today) < 0;
  const date = past ? at(today.year + 1) : thisYear;
  return date && { from: date, to: date, precision: 'day' };
}

/** « 18/12/2026 », « 12-18-2026 »; « 05/06/2027 » may be either of two days. */
function readDigits(groups: Record<string, string | undefined>, today: Temporal.PlainDate): Span | undefined {
  const { first, second, year: inYear } = groups;
  const readings = [
    readDay({ day: first, month: second, year: inYear }, today),
    readDay({ day: second, month: first, year: inYear }, today),
  ].flatMap((span) => span ?? []);
  const ahead = readings.filter(({ from }) => Temporal.PlainDate.compare(from, today) >= 0);
  const days = (ahead.length > 0 ? ahead : readings).map(({ from }) => from).sort(Temporal.PlainDate.compare);
  const [from] = days;
  return from && { from, to: days.at(-1) ?? from, precision: 'day' };
}

function stretch(inYear: number, first: number, length: number, precision: Span['precision']): Span {
  const from = Temporal.PlainDate.from({ year: inYear, month: first, day: 1 });
  return { from, to: from.add({ months: length }).subtract({ days: 1 }), precision };
}
