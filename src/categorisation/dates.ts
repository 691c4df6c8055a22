import { Temporal } from 'temporal-polyfill';
import { plain } from '../model/plain.ts';
import { isLastDay } from './last-days.ts';
import { joinStretches } from './stretches.ts';
import type { PlacedDate, WrittenDate } from './written-date.ts';

/**
 * The dates of a text in French, English, Spanish, Portuguese or Arabic, earliest first. A day without a year is the next one.
 * @param today - Needed for « le 18 décembre » and « dans trois mois ».
 */
export function readDates(text: string, today: Temporal.PlainDate): WrittenDate[] {
  const whole = plain(text.slice(0, longest)).replace(/[٠-٩۰-۹]/gu, (digit) => `${digit.charCodeAt(0) & 0xf}`);
  let rest = whole;
  const found: PlacedDate[] = [];
  for (const { pattern, read } of patterns) {
    rest = rest.replace(pattern, (...match) => {
      const groups = match.at(-1) as Record<string, string | undefined>;
      const words = String(match[0]);
      const at = Number(match.at(-3));
      const span = read(groups, today);
      if (!span) return words;
      // Only a day can be a deadline: « avant 2028 » is a start that somebody hopes for.
      const deadline = span.precision === 'day' && isLastDay(whole.slice(0, at), whole.slice(at + words.length));
      const { end, yearless = false, ...written } = span;
      const lead = words.length - words.trimStart().length;
      const dated = end ? (deadline ? { ...written, from: end, to: end } : { ...written, last: end }) : written;
      found.push({ ...dated, words: words.trim(), deadline, at: at + lead, yearless });
      // Blanked, so that the year of « mai 2027 » is not read a second time.
      return ' '.repeat(words.length);
    });
  }
  const inOrder = found.sort((a, b) => a.at - b.at);
  return joinStretches(inOrder, whole, today)
    .map(({ at: _, yearless: __, ...date }) => date)
    .sort((a, b) => Temporal.PlainDate.compare(a.from, b.from));
}

const longest = 5_000;

type Span = Pick<WrittenDate, 'from' | 'to' | 'precision' | 'impossible'> & {
  /** « du 1er au 18 »: where it says until when, that is the day. */
  end?: Temporal.PlainDate;
  yearless?: boolean;
};
interface Pattern {
  pattern: RegExp;
  /** Undefined when there is no such day. */
  read: (groups: Record<string, string | undefined>, today: Temporal.PlainDate) => Span | undefined;
}

const monthNames = [
  ['janvier', 'january', 'jan', 'enero', 'janeiro', 'يناير', 'جانفي', 'كانون الثاني'],
  ['fevrier', 'february', 'feb', 'febrero', 'fevereiro', 'فبراير', 'فيفري', 'شباط'],
  ['mars', 'march', 'marzo', 'marco', 'مارس', 'اذار'],
  ['avril', 'april', 'abril', 'ابريل', 'افريل', 'نيسان'],
  ['mai', 'may', 'mayo', 'maio', 'مايو', 'ماي', 'ايار'],
  ['juin', 'june', 'junio', 'junho', 'يونيو', 'جوان', 'حزيران'],
  ['juillet', 'july', 'julio', 'julho', 'يوليو', 'يوليوز', 'جويلية', 'تموز'],
  ['aout', 'august', 'agosto', 'اغسطس', 'غشت', 'اوت', 'اب'],
  ['septembre', 'september', 'sept', 'septiembre', 'setiembre', 'setembro', 'سبتمبر', 'شتنبر', 'ايلول'],
  ['octobre', 'october', 'oct', 'octubre', 'outubro', 'اكتوبر', 'تشرين الاول'],
  ['novembre', 'november', 'nov', 'noviembre', 'novembro', 'نوفمبر', 'نونبر', 'تشرين الثاني'],
  ['decembre', 'december', 'dec', 'diciembre', 'dezembro', 'ديسمبر', 'دجنبر', 'كانون الاول'],
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
const arabicMonth = `(?<month>${any(new Map([...months].filter(([name]) => /\p{Script=Arabic}/u.test(name))))})`;
const year = '(?<year>20[2-6]\\d)';
const day = '(?<day>\\d{1,2})(?:er|st|nd|rd|th)?';
const until = '(?: ?(?:-|–|au|to|al|a|et|and|y) ?(?:le |the |el |o )?(?<end>\\d{1,2})(?:er|st|nd|rd|th)?)?';
/** Letters and digits of no script stand beside it: `\b` knows those of Latin alone. */
const bare = (words: string) => `(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`;
const arabicYear = `(?: (?:سنة |عام |من (?:سنة |عام )?)?${year})`;
const yearOf = `\\.?,? (?:de |del )?${year}`;
/** A month may stand without its year where these words say that it is one: « may », « sept ». */
const inMonth =
  "(?<=\\b(?:en|in|by|fin|debut|mi|courant|des|from|since|until|early|late|mid|avant|before|vers|around|para|desde|hasta|em|ate|a partir de|d'ici|(?:end|beginning|middle|start|month) of|(?:finales|principios|mediados|fines|mes|mois) de)[ -])";

/** In order: the more precise first. */
const patterns: readonly Pattern[] = [
  { pattern: /\b(?<year>20[2-6]\d)-(?<month>\d\d)-(?<day>\d\d)\b/g, read: readDay },
  { pattern: /\b(?<year>20[2-6]\d)[/.](?<month>\d\d?)[/.](?<day>\d\d?)\b/g, read: readDay },
  { pattern: /\b(?<first>\d\d?)(?<mark>[-/.])(?<second>\d\d?)\k<mark>(?<year>20[2-6]\d)\b/g, read: readDigits },
  { pattern: /(?<=\b(?:le|du|au|on|by|el|al)\s)(?<first>\d\d?)\/(?<second>\d\d?)\b(?!\/)/g, read: readDigits },
  {
    pattern: new RegExp(
      bare(`(?<day>\\d{1,2})(?: ?(?:-|–|ال[يى]|حت[يى]) ?(?<end>\\d{1,2}))? (?:من )?${arabicMonth}${arabicYear}?`),
      'gu',
    ),
    read: readDay,
  },
  {
    pattern: new RegExp(bare(`(?:[وف]?[بل]?)?${arabicMonth}${arabicYear}`), 'gu'),
    read: (groups) => stretch(Number(groups.year), months.get(groups.month ?? '') ?? 1, 1, 'month'),
  },
  {
    pattern: new RegExp(`\\b${day}${until} (?:de |of )?${month}\\b\\.?(?:,? (?:de )?${year}\\b)?`, 'g'),
    read: readDay,
  },
  {
    pattern: new RegExp(
      `\\b${month} ${day}${until}\\b(?!,? ?(?!(?:to|until|till|through|and) (?:${any(months)})\\b)\\p{L})(?:,? ${year}\\b)?`,
      'gu',
    ),
    read: readDay,
  },
  {
    pattern: new RegExp(
      `\\b(?<first>${any(months)})(?: (?:a|au|et|to|and|y|e|al|ate|hasta|until|through) | ?[-–/] ?)${month}\\b(?:${yearOf}\\b)?`,
      'g',
    ),
    read: readMonths,
  },
  {
    pattern: new RegExp(`\\b${month}\\b${yearOf}\\b`, 'g'),
    read: (groups) => stretch(Number(groups.year), months.get(groups.month ?? '') ?? 1, 1, 'month'),
  },
  {
    pattern: new RegExp(`${inMonth}${month}\\b(?!,? ?(?:\\d|jours?|semaines?|mois|ans?\\b|annees?))`, 'g'),
    read: readMonths,
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
  if (!(inMonth >= 1 && inMonth <= 12 && onDay >= 1 && onDay <= 31)) return undefined;
  const at = (inYear: number) => Temporal.PlainDate.from({ year: inYear, month: inMonth, day: onDay });
  const thisYear = at(groups.year ? Number(groups.year) : today.year);
  const endOf = (date: Temporal.PlainDate) =>
    Number(groups.end) > date.day ? date.with({ day: Number(groups.end) }) : undefined;
  const yearless = !groups.year;
  const past = yearless && Temporal.PlainDate.compare(endOf(thisYear) ?? thisYear, today) < 0;
  const date = past ? at(today.year + 1) : thisYear;
  const end = endOf(date);
  const impossible = Math.max(onDay, Number(groups.end ?? 0)) > date.daysInMonth;
  return { from: date, to: date, precision: 'day', yearless, ...(impossible && { impossible }), ...(end && { end }) };
}

/** « entre mai et septembre 2027 », « en septembre »: without a year, the next that is not over. */
function readMonths(groups: Record<string, string | undefined>, today: Temporal.PlainDate): Span | undefined {
  const last = months.get(groups.month ?? '') ?? 1;
  const first = months.get(groups.first ?? groups.month ?? '') ?? last;
  const length = ((last - first + 12) % 12) + 1;
  const precision = length === 1 ? 'month' : 'season';
  const ending = (inYear: number) => stretch(first > last ? inYear - 1 : inYear, first, length, precision);
  if (groups.year) return ending(Number(groups.year));
  const thisYear = ending(today.year);
  return Temporal.PlainDate.compare(thisYear.to, today) < 0 ? ending(today.year + 1) : thisYear;
}

/** « 18/12/2026 », « 12-18-2026 »; « 05/06/2027 » may be either of two days. */
function readDigits(groups: Record<string, string | undefined>, today: Temporal.PlainDate): Span | undefined {
  const { first, second, year: inYear } = groups;
  const readings = [
    readDay({ day: first, month: second, year: inYear }, today),
    readDay({ day: second, month: first, year: inYear }, today),
  ].flatMap((span) => span ?? []);
  const possible = readings.filter(({ impossible }) => !impossible);
  if (possible.length === 0) return readings[0];
  const ahead = possible.filter(({ from }) => Temporal.PlainDate.compare(from, today) >= 0);
  const days = (ahead.length > 0 ? ahead : possible).map(({ from }) => from).sort(Temporal.PlainDate.compare);
  const [from] = days;
  return from && { from, to: days.at(-1) ?? from, precision: 'day', yearless: !inYear };
}

function stretch(inYear: number, first: number, length: number, precision: Span['precision']): Span {
  const from = Temporal.PlainDate.from({ year: inYear, month: first, day: 1 });
  return { from, to: from.add({ months: length }).subtract({ days: 1 }), precision };
}
