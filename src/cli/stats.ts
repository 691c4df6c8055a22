import { type Statistics, statistics } from '../agenda/statistics.ts';
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
  const figures = statistics(register, year === undefined ? undefined : Number(year));
  if (json) io.out(JSON.stringify(figures, null, 2));
  else for (const line of lines(figures)) io.out(line);
  return 0;
}

function lines({ requests, steps, dissemination, ...rest }: Statistics): string[] {
  const table = (title: string, counts: Readonly<Record<string, number>>) =>
    Object.keys(counts).length === 0
      ? []
      : ['', title, ...Object.entries(counts).map(([name, count]) => `  ${name.padEnd(16)} ${count}`)];
  const days = (number: number) => number.toFixed(1).padStart(8);
  return [
    `Requests  ${requests}${rest.year === undefined ? '' : ` in ${rest.year}`}`,
    ...table('By country', rest.byCountry),
    ...table('By status', rest.byStatus),
    ...table('By category', rest.byCategory),
    ...table('By language', rest.byLanguage),
    ...table('Closed, by outcome', rest.byOutcome),
    '',
    'Days from receipt   median     90 %  requests',
    ...Object.entries(steps).map(
      ([step, { median, ninetieth, requests: count }]) =>
        `  ${step.padEnd(16)}${days(median)} ${days(ninetieth)} ${String(count).padStart(9)}`,
    ),
    ...table('Dissemination', dissemination),
    ...table('Not disseminated, by outcome', rest.notDisseminated),
  ];
}
