import { isIP } from 'node:net';
import { z } from 'zod';
import { nearest } from '../model/nearest.ts';
import { parseCron } from './cron.ts';

// Every message says what is expected; the reader adds where it stands and what was read.

export const text = z
  .string({ error: ({ input }) => (input == null ? 'text' : 'text, in quotes') })
  .trim()
  .min(1, { error: 'text' });

export const address = z
  .string({ error: 'an email address' })
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: 'an email address' }));

export const matching = (pattern: RegExp, error: string) => z.string({ error }).trim().regex(pattern, { error });

const hostWords = 'a host name or an IP address, without port';
export const host = z
  .string({ error: hostWords })
  .trim()
  .refine((name) => isIP(name) !== 0 || /^[\p{L}\p{N}]([\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u.test(name), {
    error: hostWords,
  });
export const domain = matching(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/, 'a domain name');
export const id = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id of small letters, digits and hyphens');

export const whole = (from: number, to: number) => {
  const error = `a whole number from ${from} to ${to}`;
  return z.int({ error }).min(from, { error }).max(to, { error });
};

export const choice = <T extends string>(values: readonly T[]) =>
  z.enum(values, { error: `one of ${values.join(', ')}` });

/** A section whose message for unknown keys are the known ones, as `checkYaml` wants them. */
export const section = <T extends z.ZodRawShape>(
  shape: T,
  error = `a section with the keys ${Object.keys(shape).join(', ')}`,
) =>
  z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : error),
  });

/** A section of which exactly one key is given. */
export const eitherOf = <T extends z.ZodRawShape>(
  shape: T,
  error = `exactly one of the keys ${Object.keys(shape).join(', ')}`,
) =>
  section(shape, error).refine((value) => Object.values(value).filter((given) => given !== undefined).length === 1, {
    error,
    // Also beside other mistakes, so that all are told at once.
    when: ({ value }) => typeof value === 'object' && value !== null,
  });

const zoneWords = 'a time zone such as America/Toronto';
export const timeZone = z.string({ error: zoneWords }).superRefine((name, { addIssue }) => {
  if (isTimeZone(name)) return;
  const meant = nearest(name, Intl.supportedValuesOf('timeZone'));
  addIssue({ code: 'custom', message: meant === undefined ? zoneWords : `${zoneWords} (did you mean ${meant}?)` });
});

export const cron = z.string({ error: 'a cron expression in quotes' }).transform((expression, { addIssue }) => {
  try {
    return parseCron(expression.trim());
  } catch (error) {
    addIssue({ code: 'custom', message: `a cron expression (${error instanceof Error ? error.message : error})` });
    return z.NEVER;
  }
});

/** A change of law that the tables of the runtime do not know yet. */
export const zoneChange = section({
  since: z.iso.datetime({ error: 'a moment such as 2026-09-20T01:00:00Z' }),
  offset: matching(/^[+-](0\d|1[0-4]):[0-5]\d$/, 'an offset from UTC such as -05:00'),
});

export const clockTime = matching(/^([01]?\d|2[0-3]):[0-5]\d$/, 'a time such as 08:30').transform((time) =>
  time.padStart(5, '0'),
);

export const hours = section({ from: clockTime, to: clockTime }).refine(({ from, to }) => from < to, {
  error: 'hours that end after they begin',
});

const day = z.iso.date({ error: 'a day such as 2026-12-24' });
export const closure = section({ from: day, to: day }).refine(({ from, to }) => from <= to, {
  error: 'a closure that ends after it begins',
});

export const list = <T extends z.ZodType>(item: T, what: string) => z.array(item, { error: `a list of ${what}` });

/** A place of the IANA list, not an offset: only a place knows when its clocks change. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$|^UTC$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
