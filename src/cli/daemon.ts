import { join } from 'node:path';
import type { Logger } from 'pino';
import { type Trouble, troubleId } from '../agenda/troubles.ts';
import { Clerk, type World } from '../clerk.ts';
import type { Config } from '../config.ts';
import { openArchive } from '../io/archive.ts';
import { systemClock } from '../io/clock.ts';
import { openImap } from '../io/imap.ts';
import { openJournal } from '../io/journal.ts';
import { JournalWatch, watchJournal } from '../io/journal-watch.ts';
import { loadKeys } from '../io/keys.ts';
import { lock } from '../io/lock.ts';
import { openMaildir } from '../io/maildir.ts';
import { openMaildirPostman } from '../io/maildir-postman.ts';
import { readMail } from '../io/mime.ts';
import { openProjection } from '../io/projection.ts';
import { renderEntity, wireMail } from '../io/rendering.ts';
import { startSchedule } from '../io/schedule.ts';
import { openSmtp } from '../io/smtp.ts';
import { loadTemplates, ownTemplates } from '../io/templates.ts';
import { freeBytes, watchDisk, watchMailbox } from '../io/watch.ts';
import { compile } from '../letters.ts';
import type { Policy } from '../model/policy.ts';
import { categories } from '../model/request.ts';
import type { Clock, Mailbox, Postman } from '../ports.ts';
import { hostCalendars, withBusy } from './host-calendars.ts';

export interface Daemon {
  clerk: Clerk;
  /** Port of the trial world's SMTP door, when there is one. */
  door?: number;
  /** Works until the signal aborts, then closes everything and lets go of the data directory. */
  run(signal: AbortSignal): Promise<void>;
}

/**
 * The clerk with everything it needs, opened: the record locked and read, the letters compiled, the doors open.
 * @throws if the data directory is in use, the record cannot be trusted, or a port is taken.
 */
export async function openDaemon(config: Config, log: Logger, clock: Clock = systemClock): Promise<Daemon> {
  const { dataDirectory } = config;
  const held = await lock(dataDirectory);
  const journal = await openJournal(join(dataDirectory, 'journal'), log);
  const calendars = hostCalendars(config, log);
  await calendars?.refresh();
  const policy: Policy = {
    ...config.policy,
    ...(calendars && { meeting: withBusy(config.policy.meeting, calendars) }),
    keys: await loadKeys(dataDirectory),
  };
  const archive = openArchive(join(dataDirectory, 'archive'));
  const trouble = async (what: Trouble, step: 'began' | 'over') => {
    const now = clock.now();
    await clerk.handle({ kind: 'period', id: troubleId(what, step, now), due: now.toISOString() });
  };
  const world: World = {
    mailbox: watchMailbox(openMailbox(config, log), clock, (step) => trouble('mailbox', step)),
    journal,
    archive,
    postman: openPostman(config, log),
    projection: openProjection(join(dataDirectory, 'register'), log),
    clock,
    log,
    read: readMail,
    render: (content) => renderEntity(content, archive),
    wire: wireMail,
    composer: compile(await loadTemplates(ownTemplates)),
  };
  const clerk = await Clerk.open(world, policy);
  const door = config.trial && (await openDoor(config.trial, log));
  const { position: seq, head: hash } = journal;
  const chain = await JournalWatch.open(join(dataDirectory, 'journal'), hash === undefined ? hash : { seq, hash });
  const watched = (what: string, watching: Promise<void>) =>
    watching.catch((error: unknown) => log.error({ err: error }, `the ${what} is not watched any more`));
  const run = async (signal: AbortSignal) => {
    const follow = () => clerk.followAgenda();
    const schedule = startSchedule(policy, (category) => clerk.tick(category), follow, log);
    const ended = new AbortController();
    const whileOpen = AbortSignal.any([signal, ended.signal]);
    try {
      // What fell due while nobody was there.
      for (const category of categories) await clerk.tick(category);
      await follow();
      await Promise.all([
        clerk.run(config, signal),
        calendars?.run(signal),
        watched(
          'disk',
          watchDisk(
            () => freeBytes(dataDirectory),
            config.leastFree,
            clock,
            (step) => trouble('disk', step),
            log,
            whileOpen,
          ),
        ),
        watched(
          'journal',
          watchJournal(chain, clock, (step) => trouble('journal', step), log, whileOpen),
        ),
      ]);
    } finally {
      ended.abort();
      await schedule.stop();
      await door?.close();
      await Promise.allSettled([world.mailbox.close(), world.postman.close()]);
      await journal.close();
      await held.release();
    }
  };
  return { clerk, ...(door && { door: door.port }), run };
}

/** On any free port when the usual one is taken: a newcomer's first start must not fail on that. */
async function openDoor(trial: NonNullable<Config['trial']>, log: Logger) {
  // Only the trial world answers as a mail server; who has one of their own need not wait for that to be loaded.
  const { openTrialDoor } = await import('../io/trial-door.ts');
  try {
    return await openTrialDoor({ ...trial, log });
  } catch (error) {
    if (!(error instanceof Error && errorCode(error.cause) === 'EADDRINUSE')) throw error;
    log.warn({ port: trial.port }, 'port taken; the trial door is on another one');
    return openTrialDoor({ ...trial, port: 0, log });
  }
}

function errorCode(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}

function openMailbox({ intake }: Config, log: Logger): Mailbox {
  switch (intake.kind) {
    case 'imap': {
      const { host, port, secure, user, password, ca, inbox, sizeLimit } = intake;
      return openImap({
        host,
        port,
        secure,
        auth: { user, pass: password },
        inbox,
        sizeLimit,
        log,
        ...(ca && { tls: { ca } }),
      });
    }
    case 'maildir':
      return openMaildir({ path: intake.path, log });
    default:
      return intake satisfies never;
  }
}

function openPostman({ postman }: Config, log: Logger): Postman {
  switch (postman.kind) {
    case 'smtp':
      return openSmtp(postman);
    case 'maildir':
      return openMaildirPostman({ root: postman.root, log });
    default:
      return postman satisfies never;
  }
}
