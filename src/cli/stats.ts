import { type Statistics, statistics } from '../agenda/statistics.ts';
import { inSlices } from '../io/in-slices.ts';
import type { RecordOptions } from './data-directory.ts';
import type { Output } from './output.ts';
import { readRegister } from './record.ts';

interface StatsOptions extends RecordOptions {
  json?: boolean | undefined;
  year?: string | undefined;
}

/** Prints the register in figures. Needs no lock: the daemon may be at work. */
export async function stats({ year, json, ...options }: StatsOptions, io: Output): Promise<number> {
  if (year !== undefined && !/^\d{4}$/.test(year)) {
    io.err(`"${year}" is no year; write --year 2026.`);
    return 2;
  }
  const register = await readRegister(options, io);
  if (typeof register === 'number') return register;
  const figures = await inSlices('stats', statistics(register, year === undefined ? undefined : Number(year)));
  if (json) io.out(JSON.stringify(figures, null, 2));
  else for (const line of lines(figures)) io.out(line);
  return 0;
}

function lines({ requests, steps, stays, dissemination, notDisseminated, ...rest }: Statistics): string[] {
  return [
    `Requests  ${requests}${rest.year === undefined ? '' : ` in ${rest.year}`}`,
    ...table('By country', rest.byCountry),
    ...table('By kind of requester', rest.byRequesterKind),
    ...table('By need', rest.byNeed),
    ...table('By status', rest.byStatus),
    ...table('By category', rest.byCategory),
    ...table('By language', rest.byLanguage),
    ...table('Closed, by outcome', rest.byOutcome),
    ...durations('Days from receipt', steps),
    ...durations('Days in status', stays),
    ...table('Dissemination', dissemination),
    ...table(
      'Not disseminated, by outcome',
      Object.fromEntries(Object.entries(notDisseminated).map(([name, { length }]) => [name, length])),
    ),
    ...table('Not disseminated so far, by status', rest.notYet),
  ];
}

function table(title: string, counts: Readonly<Record<string, number>>): string[] {
  const names = Object.keys(counts);
  const width = Math.max(16, ...names.map((name) => name.length));
  return names.length === 0 ? [] : ['', title, ...names.map((name) => `  ${name.padEnd(width)} ${counts[name]}`)];
}

function durations(title: string, spans: Readonly<Record<string, Statistics['steps']['taken']>>): string[] {
  const days = (number: number) => number.toFixed(1).padStart(8);
  return [
    '',
    `${title.padEnd(19)} median     90 %  requests`,
    ...Object.entries(spans).map(
      ([name, { median, ninetieth, requests }]) =>
        `  ${name.padEnd(16)}${days(median)} ${days(ninetieth)} ${String(requests).padStart(9)}`,
    ),
  ];
}
