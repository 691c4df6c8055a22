import { Temporal } from 'temporal-polyfill';
import { easterSunday } from '../model/calendar.ts';

/**
 * Public holidays by country (ISO 3166-1 alpha-2) whose dates are known beforehand: those of the same day each year, those
 * that hang on Easter, and those that a rule moves. What a government proclaims from one year to the next is not here.
 *
 *   05-01     that day
 *   05-01s    falling on a Sunday, the Monday is off too; 05-01w, on a Saturday too
 *   05-01u    on a Saturday the Friday, on a Sunday the Monday
 *   06-29m    kept on the Monday that follows, unless it is one
 *   08-17~    moved by law to a Monday or Friday near it: neither it nor they are offered
 *   07#1.1    the first Monday of July; 05#-1.1 the last Monday of May; 07#1.1+1 the day after it
 *   E-2, O+1  days from Easter; from Orthodox Easter
 *   F A M N T the movable feasts of the Islamic calendar; see islamic-feasts.ts
 *
 * Sources: the holidays act or decree of each country as in force in 2026, among them FR Code du travail, L3133-1; GB Banking
 * and Financial Dealings Act 1971; US 5 U.S.C. 6103; ZA Public Holidays Act 36 of 1994; GH Act 601 as amended in 2025; DZ
 * loi 63-278; CO Ley 51 de 1983; CL Ley 19.668; AR Ley 27.399; MX Ley Federal del Trabajo, 74; compared row by row with the
 * public data of the date-holidays project.
 */
const table = `
  AE 01-01 12-02 12-03 F A M N
  AO 01-01 02-04 03-08 E-47 E-2 04-04 05-01 09-17 11-02 11-11 12-25
  AR 01-01 E-48 E-47 03-24 04-02 E-2 05-01 05-25 06-17~ 06-20 07-09 08-17~ 10-12~ 11-20~ 12-08 12-25
  AT 01-01 01-06 E+1 05-01 E+39 E+50 E+60 08-15 10-26 11-01 12-08 12-25 12-26
  BE 01-01 E+1 05-01 E+39 E+50 07-21 08-15 11-01 11-11 12-25
  BF 01-01 01-03 03-08 E+1 05-01 05-15 E+39 08-05 08-15 11-01 12-11 12-25 F A M
  BH 01-01 05-01 12-16 12-17 F A M N T
  BI 01-01 02-05 04-06 05-01 E+39 06-08 07-01 08-15 10-13 10-21 11-01 12-25 F A
  BJ 01-01 01-10 01#2.5 E+1 05-01 E+39 E+50 08-01 08-15 11-01 12-25 F A M
  BO 01-01s 01-22s E-48 E-47 E-2 05-01s E+60 06-21s 08-06s 11-02s 12-25s
  BR 01-01 E-48 E-47 E-2 04-21 05-01 E+60 09-07 10-12 11-02 11-15 11-20 12-25
  BW 01-01w 01-02w E-2 E-1 E+1 05-01w E+39 07-01w 07#3.1 07#3.1+1 09-30w 10-01w 12-25w 12-26w
  CD 01-01s 01-04s 01-16s 01-17s 04-06s 05-01s 05-17s 06-30s 08-01s 08-02s 12-25s
  CF 01-01 03-29 E+1 05-01 E+39 E+50 06-30 08-13 08-15 11-01 12-01 12-25 F A
  CG 01-01 E+1 05-01 E+39 E+50 06-10 08-15 11-01 11-28 12-25
  CH 01-01 E-2 E+1 E+39 E+50 08-01 12-25 12-26
  CI 01-01 E+1 05-01s E+39 E+50 08-07s 08-15 11-01 11-15 12-25 F A M
  CL 01-01 E-2 E-1 05-01 05-21 06-20 06-21 06-29~ 07-16 08-15 09-17 09-18 09-19 10-12~ 10-31~ 11-01 12-08 12-25
  CM 01-01s 02-11s E-2 05-01s E+39 05-20s 08-15s 12-25s F A
  CO 01-01 01-06m 03-19m E-3 E-2 05-01 E+43 E+64 E+71 06-29m 07-09m 07-20 08-07 08-15m 10-12m 11-01m 11-11m 12-08 12-25
  CR 01-01 E-3 E-2 04-11~ 05-01 07-25~ 08-02 08-15~ 08-31~ 09-15~ 12-01~ 12-25
  CU 01-01 01-02 E-2 05-01 07-25 07-26 07-27 10-10 12-25 12-31
  CV 01-01 01-13 01-20 E-46 E-2 05-01 06-01 07-05 08-15 09-12 11-01 12-25
  DE 01-01 E-2 E+1 05-01 E+39 E+50 10-03 12-25 12-26
  DJ 01-01 05-01 06-27 12-25 F A M N
  DO 01-01 01-06~ 01-21 01-26~ 02-27 E-2 05-01~ E+60 08-16 09-24 11-06~ 12-25
  DZ 01-01 01-12 05-01 07-05 11-01 F A M N T
  EC 01-01~ E-48 E-47 E-2 05-01~ 05-24~ 08-10~ 10-09~ 11-02~ 11-03~ 12-25~
  EG 01-07 01-25 O+1 04-25 05-01 06-30 07-23 10-06 F A M N
  ES 01-01 01-06 E-2 05-01 08-15 10-12 11-01 12-06 12-08 12-25
  ET 01-07 01-19 03-02 O-2 05-01 05-05 09-11 09-12 09-27 09-28 F A M
  FI 01-01 01-06 E-2 E+1 05-01 E+39 12-06 12-24 12-25 12-26
  FR 01-01 E+1 05-01 05-08 E+39 E+50 07-14 08-15 11-01 11-11 12-25
  GA 01-01 E+1 04-17 05-01 E+39 E+50 08-15 08-16 08-17 08-30 11-01 12-25 F A
  GB 01-01w E-2 E+1 05#1.1 05#-1.1 08#-1.1 12-25w 12-26w
  GH 01-01w 01-07w 03-06w E-2 E+1 05-01w 07-01w 09-21w 12#1.5 12-25w 12-26w F A
  GM 01-01 02-18 E-2 E+1 05-01 05-25 07-22 08-15 12-25 F A M T
  GN 01-01 04-03 E+1 05-01 05-25 08-15 10-02 11-01 12-25 F A M
  GQ 01-01s E-2 05-01s E+60 06-05s 08-03s 08-15s 10-12s 12-08s 12-25s
  GT 01-01 E-3 E-2 05-01 06-30~ 09-15 10-20 11-01 12-25
  GW 01-01 01-20 03-08 05-01 08-03 09-24 11-14 12-25 F A
  GY 01-01s 02-23s E-2 E+1 05-01s 05-05s 05-26s 07#1.1 08-01s 12-25s 12-26s F A M
  HN 01-01 E-3 E-2 04-14 05-01 09-15 10#1.3 10#1.3+1 10#1.3+2 12-25
  HT 01-01 01-02 E-48 E-47 E-2 05-01 E+39 05-18 E+60 08-15 10-17 11-01 11-02 11-18 12-25
  IQ 01-01 01-06 03-21 05-01 07-14 10-03 12-25 F A M N T
  IT 01-01 01-06 E+1 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26
  JO 01-01 05-01 05-25 12-25 F A M N
  KE 01-01s E-2 E+1 05-01s 06-01s 10-10s 10-20s 12-12s 12-25s 12-26s F A
  KW 01-01 02-25 02-26 F A M N
  KZ 01-01w 01-02w 01-07 03-08w 03-15w 03-21w 03-22w 03-23w 05-01w 05-07w 05-09w 07-06w 10-25w 12-16w A
  LB 01-01 01-06 02-09 E-2 E+1 O-2 O+1 05-01 08-15 11-22 12-25 F A M N T
  LR 01-01 02-11 03#2.3 03-15 04#2.5 05-14 07-26 08-24 11#1.4 11-29 12-25
  LU 01-01 E+1 05-01 05-09 E+39 E+50 06-23 08-15 11-01 12-25 12-26
  LY 02-17 05-01 09-16 10-23 12-24 F A M N
  MA 01-01 01-11 01-14 05-01 07-30 08-14 08-20 08-21 10-31 11-06 11-18 F A M N
  MG 01-01 03-08 03-29 E+1 05-01 E+39 E+50 06-26 08-15 11-01 12-25 F A
  ML 01-01 01-20 03-26 E+1 05-01 05-25 09-22 12-25 F A M
  MN 01-01 03-08 06-01 07-11 07-12 07-13 07-14 07-15 11-26 12-29
  MR 01-01 05-01 05-25 11-28 F A M N
  MX 01-01 02#1.1 03#3.1 E-3 E-2 05-01 09-16 11#3.1 12-25
  MZ 01-01s 02-03s 04-07s 05-01s 06-25s 09-07s 09-25s 10-04s 12-25s
  NA 01-01s 03-21s E-2 E+1 05-01s 05-04s E+39 05-25s 05-28s 08-26s 12-10s 12-25s 12-26s
  NE 01-01 E+1 04-24 05-01 08-03 12-18 12-25 F A M N
  NG 01-01w E-2 E+1 05-01w 06-12w 10-01w 12-25w 12-26w F A M
  NI 01-01 E-3 E-2 05-01 07-19 09-14 09-15 12-08 12-25
  NL 01-01 E+1 04-27 E+39 E+50 12-25 12-26
  NO 01-01 E-3 E-2 E+1 05-01 05-17 E+39 E+50 12-25 12-26
  OM 11-20 11-21 F A M N
  PA 01-01s 01-09s E-47 E-2 05-01s 11-03s 11-05s 11-10s 11-28s 12-08s 12-20s 12-25s
  PE 01-01 E-3 E-2 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25
  PL 01-01 01-06 E+1 05-01 05-03 E+60 08-15 11-01 11-11 12-24 12-25 12-26
  PT 01-01 E-2 04-25 05-01 E+60 06-10 08-15 10-05 11-01 12-01 12-08 12-25
  PY 01-01 03-01~ E-3 E-2 05-01 05-14 05-15 06-12~ 08-15 09-29~ 12-08 12-25
  QA 12-18 F A
  RW 01-01w 01-02w 02-01w E-2 E+1 04-07 05-01w 07-01w 07-04w 08#1.5 08-15w 12-25w 12-26w F A
  SA 02-22 09-23 F A
  SD 01-01 01-07 12-19 12-25 F A M N
  SE 01-01 01-06 E-2 E+1 05-01 E+39 06-06 12-24 12-25 12-26 12-31
  SL 01-01s 02-18s 03-08s E-2 E+1 04-27s 12-25s 12-26s F A M
  SN 01-01 04-04 E+1 05-01 E+39 E+50 08-15 11-01 12-25 F A M T
  SV 01-01 E-3 E-2 05-01 05-10 06-17 08-06 09-15 11-02 12-25
  TD 01-01s 03-08 E+1 05-01s 08-11s 11-01 11-28 12-01s 12-25 F A M
  TG 01-01 01-13 E+1 04-27 05-01 E+39 E+50 06-21 08-15 11-01 12-25 F A M
  TN 01-01 03-20 04-09 05-01 07-25 08-13 10-15 12-17 F A M N
  TR 01-01 04-23 05-01 05-19 07-15 08-30 10-29 F A
  TZ 01-01 01-12 E-2 E+1 04-07 04-26 05-01 07-07 08-08 10-14 12-09 12-25 12-26 F A M
  UG 01-01 01-26 02-16 03-08 E-2 E+1 05-01 06-03 06-09 10-09 12-25 12-26 F A
  US 01-01u 01#3.1 02#3.1 05#-1.1 06-19u 07-04u 09#1.1 10#2.1 11-11u 11#4.4 12-25u
  UY 01-01 E-48 E-47 E-3 E-2 05-01 07-18 08-25 12-25
  VE 01-01 E-48 E-47 E-3 E-2 04-19 05-01 06-24 07-05 07-24 10-12 12-24 12-25 12-31
  ZA 01-01s 03-21s E-2 E+1 04-27s 05-01s 06-16s 08-09s 09-24s 12-16s 12-25s 12-26s
  ZM 01-01s 03-08s 03-12s E-2 E-1 E+1 04-28s 05-01s 05-25s 07#1.1 07#1.1+1 08#1.1 10-18s 10-24s 12-25s
  ZW 01-01s 02-21s E-2 E+1 04-18s 05-01s 05-25s 08#2.1 08#2.1+1 12-22s 12-25s 12-26s
`;

const rows: ReadonlyMap<string, readonly string[]> = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))
    .map(([country = '', ...marks]) => [country, marks]),
);

/** Whether that is a public holiday there; never where the country's are not known. */
export function isHolidayAbroad(country: string | undefined, date: Temporal.PlainDate): boolean {
  return country !== undefined && holidaysAbroad(country, date.year).has(date.toString());
}

/** The letters of the Islamic feasts that are public holidays in that country. */
export function islamicMarks(country: string): readonly string[] {
  return (rows.get(country) ?? []).filter((mark) => /^[A-Z]$/.test(mark));
}

const years = new Map<string, ReadonlySet<string>>();

/** As ISO dates; each year of a country is worked out once. */
function holidaysAbroad(country: string, year: number): ReadonlySet<string> {
  const key = `${country} ${year}`;
  const known = years.get(key) ?? workedOut(country, year);
  years.set(key, known);
  return known;
}

function workedOut(country: string, year: number): ReadonlySet<string> {
  // The first days of a year may be kept in the one before: on Friday, 31 December.
  const kept = [year, year + 1].flatMap((each) => (rows.get(country) ?? []).flatMap((mark) => datesOf(mark, each)));
  const days = new Set(kept.map(({ date }) => date.toString()));
  for (const { date, moved } of kept)
    for (const other of moved ? substitutes[moved](date) : []) {
      // Two in a row on a weekend: the second goes on to the next day that is free.
      let free = other;
      while (moved !== 'near' && days.has(free.toString())) free = free.add({ days: 1 });
      days.add(free.toString());
    }
  return days;
}

interface Kept {
  date: Temporal.PlainDate;
  moved?: keyof typeof substitutes;
}

function datesOf(mark: string, year: number): Kept[] {
  const [, month, day, suffix = ''] = /^(\d\d)-(\d\d)([swum~]?)$/.exec(mark) ?? [];
  if (month && day) {
    const date = Temporal.PlainDate.from({ year, month: Number(month), day: Number(day) });
    if (suffix === 'm') return [{ date: date.add({ days: (8 - date.dayOfWeek) % 7 }) }];
    const moved = suffixes[suffix];
    return [moved ? { date, moved } : { date }];
  }
  const [, church, days] = /^([EO])([+-]\d+)$/.exec(mark) ?? [];
  if (church) {
    const easter = church === 'E' ? easterSunday(year) : orthodoxEaster(year);
    return [{ date: easter.add({ days: Number(days) }) }];
  }
  const [, of, nth, weekday, after = '0'] = /^(\d\d)#(-?\d)\.(\d)(\+\d)?$/.exec(mark) ?? [];
  return of ? [{ date: nthWeekday(year, Number(of), Number(nth), Number(weekday)).add({ days: Number(after) }) }] : [];
}

const suffixes: Readonly<Record<string, keyof typeof substitutes>> = {
  s: 'sunday',
  w: 'weekend',
  u: 'nearest',
  '~': 'near',
};

/** What is off beside the day itself. */
const substitutes = {
  sunday: (date: Temporal.PlainDate) => (date.dayOfWeek === 7 ? [date.add({ days: 1 })] : []),
  weekend: (date: Temporal.PlainDate) => (date.dayOfWeek > 5 ? [date.add({ days: 8 - date.dayOfWeek })] : []),
  nearest: (date: Temporal.PlainDate) => {
    if (date.dayOfWeek === 6) return [date.subtract({ days: 1 })];
    return date.dayOfWeek === 7 ? [date.add({ days: 1 })] : [];
  },
  near: (date: Temporal.PlainDate) =>
    [-4, -3, -2, -1, 1, 2, 3, 4]
      .map((days) => date.add({ days }))
      .filter(({ dayOfWeek }) => dayOfWeek === 1 || dayOfWeek === 5),
};

function nthWeekday(year: number, month: number, nth: number, weekday: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  if (nth > 0) return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) });
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: ((last.dayOfWeek - weekday + 7) % 7) + 7 * (-nth - 1) });
}

/** By Meeus's rule for the Julian calendar; until 2099 that calendar is thirteen days behind. */
function orthodoxEaster(year: number): Temporal.PlainDate {
  const moon = (19 * (year % 19) + 15) % 30;
  const sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const count = moon + sunday + 114;
  const julian = Temporal.PlainDate.from({ year, month: Math.floor(count / 31), day: (count % 31) + 1 });
  return julian.add({ days: 13 });
}
