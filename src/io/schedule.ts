import { schedule } from 'node-cron';
import type { Logger } from 'pino';
import type { Policy } from '../model/policy.ts';
import { type Category, categories } from '../model/request.ts';

/** What falls due by the register may wait so long. */
const halfMinutely = '*/30 * * * * *';

/**
 * Calls `tick` whenever a category's schedule is due, and `followAgenda` twice a minute. A firing is only a hint: what is due, and whether it was done
 * already, is read from the schedule and the journal.
 */
export function startSchedule(
  { modalities, timeZone }: Pick<Policy, 'modalities' | 'timeZone'>,
  tick: (category: Category) => Promise<void>,
  followAgenda: () => Promise<void>,
  log: Logger,
): { stop(): Promise<void> } {
  const tasks = categories.map((category) =>
    schedule(
      modalities[category].schedule.expression,
      () => tick(category).catch((error: unknown) => log.error({ err: error, category }, 'schedule not followed')),
      { timezone: timeZone, name: category, noOverlap: true, suppressMissedWarning: true },
    ),
  );
  tasks.push(
    schedule(
      halfMinutely,
      () => followAgenda().catch((error: unknown) => log.error({ err: error }, 'agenda not followed')),
      { noOverlap: true, suppressMissedWarning: true },
    ),
  );
  return {
    stop: async () => {
      for (const task of tasks) await task.destroy();
    },
  };
}
