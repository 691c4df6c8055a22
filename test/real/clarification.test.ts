import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
import { addBusinessDays } from '../../src/model/calendar.ts';
import type { Policy } from '../../src/model/policy.ts';
import type { Request } from '../../src/model/request.ts';
import type { Mailbox } from '../../src/ports.ts';
import { calendarOf, calendarReply } from '../clarification/calendar-client.ts';
import { collectingLog } from '../fakes/log.ts';
import { calendarReaderMissing, readCalendars } from './calendars.ts';
import { type Person, people } from './people.ts';
import { compose } from './post.ts';
import { type Servers, serversMissing, startServers } from './servers.ts';

const missing = serversMissing() ?? (await calendarReaderMissing());
const hour = 3_600_000;
const day = 24 * hour;

/** Six requests in five zones and one more: what each writes first, and where it says it is. */
const cast = {
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
type Requester = keyof typeof cast;

describe.skipIf(missing)('two months of clarification, on Dovecot and Postfix', () => {
  let servers: Servers;
  let folder: string;
  let clerk: Clerk;
  let mailbox: Mailbox;
  let close: () => Promise<void>;
  let now = Date.parse('2026-11-23T15:00:00Z');
  let notes = 0;

  beforeAll(async () => {
    servers = await startServers();
    folder = await mkdtemp(join(tmpdir(), 'greffier-months-'));
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
    mailbox = {
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
    const clock = { now: () => new Date(now), wait: async () => {} };
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
    clerk = await Clerk.open(world, policy);
    close = async () => {
      await Promise.allSettled([mailbox.close(), postman.close()]);
      await journal.close();
    };
  });
  afterAll(async () => {
    await close?.();
    await servers?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

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

  test('six requesters and the house settle their meetings by mail alone', async () => {
    for (const [name, [, , subject, text]] of Object.entries(cast)) await writes(name as Requester, subject, text);
    for (const [name, [, zone]] of Object.entries(cast))
      expect(requestOf(name as Requester).requester.timeZone, name).toBe(zone);
    // No hours in common with Mongolia: the questionnaire alone.
    expect(requestOf('mallory').slots).toEqual([]);
    const { slots } = requestOf('kone');
    expect(slots).toHaveLength(3);

    // An absence note changes nothing, and is not answered.
    for (const name of ['mallory', 'p12'] as const) {
      const [letter] = await lettersTo(name);
      const subject = `Réponse automatique : ${letter?.mail.subject}`;
      await writes(name, subject, 'Je suis absent du bureau.', letter?.mail);
      expect(told(name)).toHaveLength(1);
    }

    // One click, and an acceptance by calendar.
    await chooses('kone', 2);
    await answersCalendar('kone', { partstat: 'ACCEPTED' });
    expect(requestOf('kone').meeting).toMatchObject({ start: slots[1]?.start, answers: { [people.kone]: 'ACCEPTED' } });

    // A conflict: staff proposed the same hour to two; the first has it, the other is offered others.
    await commands('smith', '#rencontre 2026-12-08 10 h');
    await commands('traore', '#rencontre 2026-12-08 10 h; 2026-12-09 9 h');
    const number = (name: Requester) =>
      requestOf(name).slots.find(({ start }) => start === '2026-12-08T15:00:00.000Z')?.number ?? 0;
    await chooses('smith', number('smith'));
    await chooses('traore', number('traore'));
    expect(requestOf('smith').meeting?.start).toBe('2026-12-08T15:00:00.000Z');
    expect(requestOf('traore').meeting).toBeUndefined();
    const kind = (await lettersTo('traore')).at(-1)?.mail;
    expect(kind?.text).toContain('n’est plus libre');

    // A refusal: the meeting goes out of both calendars, others are offered in the same letter.
    await chooses('boateng', 1);
    await live('2026-11-24T15:00:00Z');
    await answersCalendar('boateng', { partstat: 'DECLINED' });
    expect(requestOf('boateng').meeting).toBeUndefined();
    await chooses('boateng', requestOf('boateng').slots.at(-1)?.number ?? 0);
    expect(requestOf('boateng').meeting).toBeDefined();
    await commands('boateng', '#rencontre annuler');

    // A counter-proposal, at three in the afternoon in Rabat: UTC+0 since September.
    await commands('traore', '#rencontre confirmer 2026-12-10 9 h');
    const times = ['DTSTART;TZID=Africa/Casablanca:20261211T150000', 'DTEND;TZID=Africa/Casablanca:20261211T154500'];
    await answersCalendar('traore', { method: 'COUNTER', partstat: 'TENTATIVE', times, comment: 'Plutôt vendredi?' });
    await commands('traore', '#rencontre confirmer');
    expect(requestOf('traore').meeting).toMatchObject({ start: '2026-12-11T15:00:00.000Z', sequence: 1 });

    // A change by staff.
    await commands('smith', '#rencontre reporter jeudi 17 décembre 14 h 30');
    expect(requestOf('smith').meeting).toMatchObject({ start: '2026-12-17T19:30:00.000Z', sequence: 1 });

    await live('2026-12-05T15:00:00Z');
    // One answers after its first reminder, the other sleeps until the end of January.
    expect(told('p12').map(({ letter }) => letter)).toEqual(['acknowledgement', 'follow-up']);
    await writes(
      'p12',
      `Re: [${requestOf('p12').reference}]`,
      '1. Nature des besoins\nForage au diamant.\n\n5. Échéancier préliminaire\nMars 2027.\n',
    );
    expect(Object.keys(requestOf('p12').points).toSorted()).toEqual(['needs', 'timeline']);
    await commands(
      'kone',
      '#compte-rendu',
      '1. Nature des besoins\nProtocole pour trois écoles.\n\n2. Attentes\nDes référentiels.\n',
    );
    expect(requestOf('kone').points.needs?.value).toBe('Protocole pour trois écoles.');

    await live('2027-01-20T15:00:00Z');
    expect(requestOf('mallory').status).toBe('dormant');
    await writes('mallory', `Re: [${requestOf('mallory').reference}]`, '4. Available resources\nNo budget yet.\n');
    expect(requestOf('mallory').status).toBe('clarifying');
    await live('2027-01-23T15:00:00Z');

    const names = (name: Requester) => told(name).map(({ letter }) => letter);
    expect(names('mallory')).toEqual(['acknowledgement', 'follow-up', 'follow-up', 'dormant', 'questionnaire']);
    const first = new Date('2026-11-23T15:00:00Z');
    const [, seventh, fourteenth, thirtieth] = told('mallory').map((letter) => letter.day);
    const after = (days: number) => addBusinessDays(first, days, 'America/Toronto').toISOString().slice(0, 10);
    expect([seventh, fourteenth, thirtieth]).toEqual([after(7), after(14), after(30)]);
    expect(names('kone').filter((name) => name === 'meeting-reminder')).toHaveLength(1);
    expect(told('smith').filter(({ letter }) => letter === 'meeting-reminder')).toEqual([
      { letter: 'meeting-reminder', day: '2026-12-16' },
    ]);
    // Recalled the day before, and declined that same day; the next one was called off before its eve.
    expect(told('boateng').filter(({ letter }) => letter === 'meeting-reminder')).toEqual([
      { letter: 'meeting-reminder', day: '2026-11-24' },
    ]);
    const asked = [...clerk.register.letters.values()].filter(({ letter }) => letter === 'minutes');
    expect(asked.map(({ reference }) => reference)).toEqual(
      [requestOf('kone'), requestOf('traore'), requestOf('smith')].map(({ reference }) => reference),
    );
  });

  test('every calendar part is valid for an independent reader, and both calendars end as the register says', async () => {
    const uids = new Set<string>();
    for (const name of [...(Object.keys(cast) as Requester[]), 'mtremblay' as const]) {
      const calendars = await readCalendars((await lettersTo(name)).map(({ raw }) => raw));
      const last = new Map<string, (typeof calendars)[number]>();
      for (const calendar of calendars) {
        expect(calendar, `${name}: ${calendar.uid}`).toMatchObject({
          faults: [],
          attached: true,
          mimeMethod: calendar.method,
          organizer: `mailto:${people.info}`,
        });
        expect(calendar.attendees).toContain(`mailto:${people.mtremblay}`);
        const before = last.get(calendar.uid);
        if (before) expect(calendar.sequence).toBe(before.sequence + 1);
        last.set(calendar.uid, calendar);
        uids.add(calendar.uid);
      }
      const kept = [...last.values()].filter(({ method }) => method === 'REQUEST');
      const requests = [...clerk.register.requests.values()].filter(
        ({ requester }) => name === 'mtremblay' || requester.address === people[name],
      );
      const wanted = requests.flatMap(({ meeting }) =>
        meeting ? [[meeting.uid, meeting.sequence, meeting.start, meeting.end]] : [],
      );
      expect(kept.map(({ uid, sequence, start, end }) => [uid, sequence, start, end]).toSorted(), name).toEqual(
        wanted.toSorted(),
      );
    }
    expect(uids.size).toBe(5);
  });

  test('every moment is printed as clocks show it there', async () => {
    for (const [name, [, zone]] of Object.entries(cast)) {
      const { meeting } = requestOf(name as Requester);
      if (!meeting) continue;
      // The runtime’s table is older than Morocco’s change.
      const there = zone === 'Africa/Casablanca' ? 'UTC' : zone;
      const clock = new Intl.DateTimeFormat('en-GB', { timeZone: there, hour: 'numeric', minute: '2-digit' }).format(
        new Date(meeting.start),
      );
      const [hours, minutes] = clock.split(':');
      const letters = (await lettersTo(name as Requester)).map(({ mail }) => mail.text.replace(/[\s\u00A0]+/g, ' '));
      expect(letters.join(' '), name).toContain(`${Number(hours)} h ${minutes} (`);
    }
    expect(now - Date.parse('2026-11-23T15:00:00Z')).toBeGreaterThan(60 * day);
  });
});
