import type { Logger } from 'pino';
import { busyTimes } from '../clarification/busy.ts';
import type { Config } from '../config.ts';
import { type Calendars, openCalendars } from '../io/calendars.ts';
import { systemClock } from '../io/clock.ts';
import type { MeetingPolicy } from '../model/policy.ts';

/** As far as any meeting is planned, and a day back for what is going on. */
const aheadMs = 400 * 86_400_000;
const backMs = 86_400_000;

/** The host's calendars of the configuration; undefined when there are none. */
export function hostCalendars(
  { calendars, policy }: Config,
  log: Pick<Logger, 'info' | 'warn'>,
): Calendars | undefined {
  const { sources, everyMs } = calendars;
  if (sources.length === 0) return undefined;
  const read = (source: string, now: Date) =>
    busyTimes(source, new Date(now.getTime() - backMs), new Date(now.getTime() + aheadMs), policy.timeZone);
  return openCalendars({ places: sources, everyMs, read, clock: systemClock, log });
}

/** The meeting policy that always tells what the calendars said last. */
export function withBusy(meeting: MeetingPolicy, calendars: Pick<Calendars, 'busy'>): MeetingPolicy {
  return {
    ...meeting,
    get busy() {
      return calendars.busy();
    },
  };
}
