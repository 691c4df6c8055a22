import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clerk } from '../../src/clerk.ts';
import { trialConfig } from '../../src/config.ts';
import { openArchive } from '../../src/io/archive.ts';
import { openImap } from '../../src/io/imap.ts';
import { openJournal } from '../../src/io/journal.ts';
import { readMail } from '../../src/io/mime.ts';
import { openProjection } from '../../src/io/projection.ts';
import { renderEntity, wireMail } from '../../src/io/rendering.ts';
import { openSmtp } from '../../src/io/smtp.ts';
import { loadTemplates, ownTemplates } from '../../src/io/templates.ts';
import { compile } from '../../src/letters.ts';
import type { Mail } from '../../src/mail/mail.ts';
import type { Policy } from '../../src/model/policy.ts';
import type { Request } from '../../src/model/request.ts';
import type { Mailbox } from '../../src/ports.ts';
import { calendarOf, calendarReply } from '../clarification/calendar-client.ts';
import { collectingLog } from '../fakes/log.ts';
import { type Person, people } from './people.ts';
import { compose } from './post.ts';
import { startServers } from './servers.ts';

const hour = 3_600_000;

/** Six requests in five zones and one more: what each writes first, and where it says it is. */
export const cast = {
  kone: [
    'Côte d’Ivoire',
    'Africa/Abidjan',
    'Protocole d’entente',
    'Madame,\n\nnotre ministère souhaite un protocole d’entente.\n\nAwa Koné\nMinistère des Mines, Abidjan, Côte d’Ivoire',
  ],
  traore: [
    'Maroc',
    'Africa/Casablanca',
    'Visite d’une délégation',
    'Bonjour,\n\nune délégation de huit personnes visitera vos centres.\n\nSalma Traoré\nOffice de formation minière, Rabat, Maroc',
  ],
  boateng: [
    'Ghana',
    'Africa/Accra',
    'Mine rescue training',
    'Dear Sir,\n\nwe would like to train twelve instructors in mine rescue.\n\nAma Boateng\nTarkwa Gold Technical University, Ghana',
  ],
  smith: [
    'Perú',
    'America/Lima',
    'Simuladores',
    'Estimados:\n\nbuscamos capacitación a medida en simuladores para sesenta operadores.\n\nRosa Smith\nMinera Andes Azul, Lima, Perú',
  ],
  mallory: [
    'Mongolia',
    'Asia/Ulaanbaatar',
    'Simulators and internships',
    'Hello,\n\nour centre wants advice on simulators and teacher internships.\n\nBat-Erdene Mallory\nGobi Vocational Centre, Ulaanbaatar, Mongolia',
  ],
  p12: [
    'Burkina Faso',
    'Africa/Ouagadougou',
    'Formation de formateurs',
    'Bonjour,\n\nnous cherchons une formation de formateurs en forage.\n\nIdrissa Ouédraogo\nÉcole des mines, Ouagadougou, Burkina Faso',
  ],
} as const satisfies Partial<Record<Person, readonly [string, string, string, string]>>;
export type Requester = keyof typeof cast;

/** The clerk on real servers and a simulated clock, its correspondents, and what they do. */
export type Months = Awaited<ReturnType<typeof startMonths>>;

export async function startMonths() {
  let now = Date.parse('2026-11-23T15:00:00Z');
  let notes = 0;
  const servers = await startServers();
  const folder = await mkdtemp(join(tmpdir(), 'greffier-months-'));
  const log = collectingLog().log;
  const info = servers.user('info');
  const { imap, submission } = servers;
  const real = openImap({
    host: imap.host,
    port: imap.port,
    secure: true,
    tls: { ca: imap.ca },
    sizeLimit: 50e6,
    auth: { user: info.address, pass: info.password },
    log,
  });
  // The server’s own clock is not the simulated one.
  const mailbox: Mailbox = {
    waiting: async function* () {
      for await (const waiting of real.waiting()) {
        const raw = () => waiting.raw();
        yield { source: waiting.source, size: waiting.size, receivedAt: new Date(now).toISOString(), raw };
      }
    },
    file: (sources, name) => real.file(sources, name),
    changed: (waitMs, signal) => real.changed(waitMs, signal),
    close: () => real.close(),
  };
  const postman = openSmtp({
    host: submission.host,
    port: submission.port,
    security: 'starttls',
    auth: { user: info.address, password: info.password },
    ca: submission.ca,
  });
  const trial = trialConfig(folder).policy;
  const policy: Policy = {
    ...trial,
    institute: { ...trial.institute, address: info.address },
    messageIdDomain: 'inm.test',
    authservId: servers.authservId,
    staff: trial.staff.map((person) => ({ ...person, address: people[person.id as 'mtremblay' | 'dlavoie'] })),
    partners: [],
    keys: [{ id: 'test', secret: 'a secret that only the tests know, long enough' }],
  };
  const journal = await openJournal(join(folder, 'journal'), log);
  const archive = openArchive(join(folder, 'archive'));
  const projection = openProjection(join(folder, 'register'), log);
  const composer = compile(await loadTemplates(ownTemplates));
  const clock = { now: () => new Date(now), elapsedMs: () => now, wait: async () => {} };
  const render = (content: Parameters<typeof renderEntity>[0]) => renderEntity(content, archive);
  const world = {
    mailbox,
    journal,
    archive,
    postman,
    projection,
    clock,
    log,
    read: readMail,
    render,
    wire: wireMail,
    composer,
  };
  const clerk = await Clerk.open(world, policy);
  const close = async () => {
    await Promise.allSettled([mailbox.close(), postman.close()]);
    await journal.close();
    await servers.stop();
    await rm(folder, { recursive: true, force: true });
  };

  const requestOf = (name: Requester): Request => {
    const found = [...clerk.register.requests.values()].find(({ requester }) => requester.address === people[name]);
    if (!found) throw new Error(`${name} is not registered`);
    return found;
  };
  /** Sent with a login, brought by Postfix, read by IMAP, decided, answered by SMTP. */
  const sends = async (name: Person, raw: Buffer) => {
    const before = clerk.register.mails.size;
    await servers.submit(name, raw, [people.info]);
    for (const end = Date.now() + 30_000; clerk.register.mails.size === before; await sleep(20)) {
      if (Date.now() > end) throw new Error(`the mail of ${name} never came`);
      await clerk.takeWaiting();
    }
    await clerk.sendDue();
  };
  const writes = async (name: Person, subject: string, text: string, answers?: Mail) =>
    sends(
      name,
      await compose({
        from: { name: '', address: people[name] },
        to: people.info,
        subject,
        text,
        ...(answers && { answers }),
      }),
    );
  const commands = async (name: Requester, line: string, text?: string) => {
    notes += 1;
    await writes('mtremblay', `[${requestOf(name).reference}] ${line}`, text ?? `Note ${notes}`);
  };
  const chooses = async (name: Requester, number: number) =>
    writes(name, `[${requestOf(name).reference}] Plage ${number}`, `Plage ${number}`);
  /** Every letter that was taken for them, as it lies in their mailbox. */
  const lettersTo = async (name: Person): Promise<{ raw: Buffer; mail: Mail }[]> => {
    const taken = [...clerk.register.letters.values()].filter(({ to }) => to.address === people[name]);
    const found = await servers.mailboxOf(name).waitFor(taken.length);
    return Promise.all(found.map(async ({ raw }) => ({ raw, mail: await readMail(raw) })));
  };
  const invitation = async (name: Person) => {
    const carrying = (await lettersTo(name)).filter(({ mail }) =>
      mail.parts.some((part) => part.contentType === 'text/calendar'),
    );
    return { text: calendarOf(carrying.at(-1)?.mail), mail: carrying.at(-1)?.mail };
  };
  const answersCalendar = async (
    name: Requester,
    answer: Omit<Parameters<typeof calendarReply>[0], 'from' | 'invitation'>,
  ) => {
    const { text, mail } = await invitation(name);
    const raw = await calendarReply({
      from: people[name],
      to: people.info,
      invitation: text,
      ...(mail && { answers: mail }),
      ...answer,
    });
    await sends(name, raw);
  };
  const live = async (until: string) => {
    for (const end = Date.parse(until); now < end; ) {
      now = Math.min(now + 3 * hour, end);
      await clerk.takeWaiting();
      await clerk.followAgenda();
      await clerk.sendDue();
    }
  };
  const told = (name: Requester) =>
    [...clerk.register.letters.values()]
      .filter(({ to }) => to.address === people[name])
      .map(({ letter, at }) => ({ letter, day: at.slice(0, 10) }));

  return {
    clerk,
    close,
    now: () => now,
    requestOf,
    writes,
    commands,
    chooses,
    lettersTo,
    answersCalendar,
    live,
    told,
  };
}
