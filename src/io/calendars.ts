import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Busy } from '../model/policy.ts';
import type { Clock } from '../ports.ts';

export interface Calendars {
  /** As they were read last. */
  busy(): Busy;
  /** Reads them all once; what cannot be read is told in `busy`. */
  refresh(): Promise<void>;
  /** Reads them again and again until the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
}

type Times = Busy['times'];

interface Source {
  /** The host or the file alone: a private address is as good as a password. */
  name: string;
  place: string;
  read?: { times: Times; at: number };
  trouble?: string;
}

const timeoutMs = 20_000;
/** A calendar is read for no longer than that at a time. */
const sliceMs = 10;
const largest = 20_000_000;
/** So many readings may fail before the last good one is too old to be believed. */
const believedReadings = 4;

/**
 * The host's calendars, none of them read yet.
 * @param places - Paths of files, or http(s) addresses.
 * @param read - Reads one calendar, in small steps; throws for what it does not understand.
 */
export function openCalendars({
  places,
  everyMs,
  read,
  clock,
  log,
}: {
  places: readonly string[];
  everyMs: number;
  read: (source: string, now: Date) => Iterator<unknown, Times>;
  clock: Clock;
  log: Pick<Logger, 'info' | 'warn'>;
}): Calendars {
  const sources = places.map((place): Source => ({ name: nameOf(place), place }));
  const refresh = async () => {
    await Promise.all(sources.map((source) => renew(source)));
  };
  return {
    busy: () => {
      const now = clock.now().getTime();
      const believed = (source: Source) =>
        source.read !== undefined && now - source.read.at < believedReadings * everyMs;
      return {
        times: sources.flatMap((source) => source.read?.times ?? []),
        unread: sources
          .filter((source) => !believed(source))
          .map(({ name, trouble }) => ({ calendar: name, why: trouble ?? 'not read yet' })),
      };
    },
    refresh,
    run: async (signal) => {
      while (!signal.aborted) {
        await clock.wait(everyMs, signal);
        if (!signal.aborted) await refresh();
      }
    },
  };

  async function renew(source: Source): Promise<void> {
    try {
      const text = await fetched(source.place);
      const now = clock.now();
      source.read = { times: await inSlices(read(text, now)), at: now.getTime() };
      if (source.trouble) log.info({ calendar: source.name }, 'calendar read again');
      delete source.trouble;
    } catch (error) {
      const why = reasonOf(error, source.place);
      if (source.trouble !== why) log.warn({ calendar: source.name, why }, 'calendar not read');
      source.trouble = why;
    }
  }
}

/** Does the work, but lets others do theirs. */
async function inSlices<T>(work: Iterator<unknown, T>): Promise<T> {
  for (let began = performance.now(); ; ) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - began < sliceMs) continue;
    await setImmediate();
    began = performance.now();
  }
}

async function fetched(place: string): Promise<string> {
  if (!/^https?:/i.test(place)) return readFile(place, 'utf8');
  const answer = await fetch(place, { signal: AbortSignal.timeout(timeoutMs), headers: { accept: 'text/calendar' } });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > largest) throw new Error(`the calendar is larger than ${largest} characters`);
  }
  return text + decoder.decode();
}

function nameOf(place: string): string {
  return /^https?:/i.test(place) ? new URL(place).host : basename(place);
}

function reasonOf(error: unknown, place: string): string {
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error instanceof Error ? error.message : error}${cause}`.replaceAll(place, nameOf(place));
}
