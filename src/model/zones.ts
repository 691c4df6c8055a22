import { Temporal } from 'temporal-polyfill';

/**
 * Zones whose law changed after the tables that many runtimes carry (tzdb 2025c in Node 20): from that moment on they
 * keep this offset all year. Without this a slot in Rabat is printed and booked one hour wrong.
 */
const keepsOffset: Readonly<Record<string, { since: string; offset: string }>> = {
  'Africa/Casablanca': { since: '2026-09-20T01:00:00Z', offset: '+00:00' },
  'Africa/El_Aaiun': { since: '2026-09-20T01:00:00Z', offset: '+00:00' },
  'America/Edmonton': { since: '2026-11-01T08:00:00Z', offset: '-06:00' },
  'America/Vancouver': { since: '2026-11-01T09:00:00Z', offset: '-07:00' },
};

/**
 * The moment as a clock in that zone shows it. Its `timeZoneId` may be a bare offset, so add days to its plain date,
 * not to itself.
 */
export function localTime(moment: Date, timeZone: string): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(moment.getTime());
  const kept = keepsOffset[timeZone];
  const applies = kept && Temporal.Instant.compare(instant, Temporal.Instant.from(kept.since)) >= 0;
  return instant.toZonedDateTimeISO(applies ? kept.offset : timeZone);
}

/**
 * The moment at which a clock in that zone shows this date and time; undefined when it never does, or does twice
 * (the hour of a clock change).
 * @param time - `HH:MM`.
 */
export function momentAt(date: Temporal.PlainDate, time: string, timeZone: string): Date | undefined {
  const local = date.toPlainDateTime(Temporal.PlainTime.from(time));
  const kept = keepsOffset[timeZone];
  if (kept) {
    const fixed = local.toZonedDateTime(kept.offset);
    if (Temporal.Instant.compare(fixed.toInstant(), Temporal.Instant.from(kept.since)) >= 0)
      return new Date(fixed.epochMilliseconds);
  }
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(timeZone, { disambiguation: 'later' });
  return earlier.epochMilliseconds === later.epochMilliseconds ? new Date(earlier.epochMilliseconds) : undefined;
}
