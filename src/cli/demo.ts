import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { trialConfig } from '../config.ts';
import { parseCron } from '../io/cron.ts';
import { openLog } from '../io/log.ts';
import { readMail } from '../io/mime.ts';
import type { Mail } from '../mail/mail.ts';
import { openDaemon } from './daemon.ts';
import type { Output } from './output.ts';
import { type Cast, type Post, story } from './story.ts';
import { verify } from './verify.ts';

/** How long the story waits for one mail. */
const patienceMs = 10_000;

/** Plays one request through all four steps in a fresh trial world; 1 when a step did not happen. */
export async function demo(_options: object, io: Output): Promise<number> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'greffier-demo-'));
  const trial = trialConfig(dataDirectory);
  if (!trial.trial) throw new Error('cannot play the story without a trial world');
  // The digest is the same as in the trial world, only sooner; any free port will do.
  const soon = { ...trial.policy.modalities.short, schedule: parseCron('*/2 * * * * *') };
  const modalities = { ...trial.policy.modalities, short: soon };
  const config = { ...trial, policy: { ...trial.policy, modalities }, trial: { ...trial.trial, port: 0 }, pollMs: 200 };
  const { policy } = config;
  const stopping = new AbortController();
  const daemon = await openDaemon(config, openLog('silent'));
  const working = daemon.run(stopping.signal);
  const [officer, approver] = policy.staff;
  if (!officer || !approver || daemon.door === undefined) throw new Error('cannot cast the story');
  const cast: Cast = {
    info: policy.institute.address,
    requester: { name: 'Ama Boateng', address: 'aboateng@tgtu.example' },
    officer,
    approver,
    partners: policy.partners.flatMap((partner) => partner.contacts.slice(0, 1)),
  };
  const post = trialPost(daemon.door, config.trial, io);
  try {
    for (const step of story()) {
      io.out(`\n━━ ${step.title}\n`);
      await Promise.race([step.play(post, cast), working.then(() => Promise.reject(new Error('the clerk stopped')))]);
    }
  } catch (error) {
    io.err(`\nThe story ended here: ${error instanceof Error ? error.message : String(error)}`);
    io.err(`What was written is in ${dataDirectory}`);
    return 1;
  } finally {
    stopping.abort();
    await working;
  }
  io.out('\n━━ The record\n');
  const code = await verify({ data: config.dataDirectory }, io);
  await rm(dataDirectory, { recursive: true, force: true });
  return code;
}

function trialPost(
  port: number,
  world: { root: string; staff: readonly { address: string; password: string }[] },
  io: Output,
): Post {
  const read = new Set<string>();
  return {
    send: async ({ from, to, subject, text, answers }) => {
      const login = world.staff.find((person) => person.address === from.address);
      const auth = login && { auth: { user: login.address, pass: login.password } };
      const door = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, ...auth });
      const thread = answers?.messageId && {
        inReplyTo: answers.messageId,
        references: [...answers.references, answers.messageId],
      };
      await door.sendMail({ from, to, subject, text, ...thread });
      door.close();
      io.out(shown('→', from.address, to, subject, text));
    },
    receive: async (address, what, wanted) => {
      const patience = AbortSignal.timeout(patienceMs);
      while (!patience.aborted) {
        for (const [path, mail] of await mailsOf(join(world.root, address, 'new'))) {
          if (!wanted(mail)) continue;
          if (!read.has(path)) io.out(shown('←', mail.from[0]?.address ?? '', address, mail.subject, mail.text));
          read.add(path);
          return mail;
        }
        await setTimeout(50);
      }
      throw new Error(`${address} did not receive ${what} within ${patienceMs / 1000} s`);
    },
  };
}

async function mailsOf(folder: string): Promise<[string, Mail][]> {
  const names = await readdir(folder).catch(() => []);
  return Promise.all(
    names.toSorted().map(async (name): Promise<[string, Mail]> => {
      const path = join(folder, name);
      return [path, await readMail(await readFile(path))];
    }),
  );
}

/** As much of a mail as a reader wants to see go by. */
function shown(arrow: string, from: string, to: string, subject: string, text: string): string {
  const lines = text.trim().split('\n');
  const body = lines.length > 14 ? [...lines.slice(0, 12), `[… ${lines.length - 12} more lines]`] : lines;
  return [`${arrow} ${from}  to  ${to}`, `  ${subject}`, ...body.map((line) => `  │ ${line}`), ''].join('\n');
}
