import type { Temporal } from 'temporal-polyfill';
import { islamicMarks } from './holidays-abroad.ts';

/** Month and days of the Islamic year, by the letters of the table of holidays. */
const feasts: Readonly<Record<string, { name: string; month: number; from: number; to: number }>> = {
  N: { name: 'le Nouvel An de l’hégire', month: 1, from: 1, to: 1 },
  T: { name: 'l’Achoura', month: 1, from: 10, to: 10 },
  M: { name: 'le Mouloud', month: 3, from: 12, to: 12 },
  F: { name: 'l’Aïd el-Fitr', month: 10, from: 1, to: 2 },
  A: { name: 'l’Aïd el-Adha', month: 12, from: 10, to: 12 },
};

/**
 * The Islamic feast that may be kept on that day in that country, in French. The moon decides, and each country announces
 * it for itself: the date is an estimate by the calendar of Umm al-Qura, give or take a day.
 */
export function feastAbout(country: string | undefined, date: Temporal.PlainDate): string | undefined {
  const marks = country === undefined ? [] : islamicMarks(country);
  const around = [-1, 0, 1].map((days) => islamicDate(date.add({ days })));
  const mark = marks.find((each) => {
    const feast = feasts[each];
    return feast && around.some(({ month, day }) => month === feast.month && day >= feast.from && day <= feast.to);
  });
  return mark && feasts[mark]?.name;
}

const calendar = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

function islamicDate(date: Temporal.PlainDate): { month: number; day: number } {
  const parts = calendar.formatToParts(Date.parse(`${date.toString()}T12:00Z`));
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return { month: part('month'), day: part('day') };
}
