import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Attestation } from '../../src/dissemination/attestation.ts';
import { furnish, type House } from './daemon.ts';
import { failingDomains, type Person, people } from './people.ts';
import { compose } from './post.ts';
import { type Servers, serversMissing, startServers } from './servers.ts';

const missing = serversMissing();
const notices = 20;
const partners = 400;
/** Between the log of a mail and our record of the answer to it, on a machine that has other work to do. */
const answerMs = 2000;
/** Addresses that fail, each in its way; all others lie in twelve mailboxes, under an extension of their own. */
const dead = `p-dead@${failingDomains.bounced}`;
const full = `p-full@${failingDomains.full}`;
const grey = `p-grey@${failingDomains.greylisting}`;
const mute = `p-mute@${failingDomains.mute}`;
const boxes = Object.keys(people).filter((name): name is Person => /^p\d\d$/.test(name));
const good = Array.from({ length: partners - 4 }, (_, index) => {
  const [local, domain] = people[boxes[index % boxes.length] ?? 'p01'].split('@');
  return `${local}+n${index}@${domain}`;
});
const officer = { name: 'Marie Tremblay', address: people.mtremblay };
const approver = { name: 'Denis Lavoie', address: people.dlavoie };
const subjects =
  'sauvetage forage dynamitage géologie topographie minéralurgie ventilation mécanique soudage électricité gestion numérique environnement santé secourisme conduite arpentage hydrologie métallurgie robotique'.split(
    ' ',
  );
const facts = `Nature des besoins : formation de 12 instructeurs
Attentes : une attestation pour chacun
Type d’entente recherché : contrat de services
Ressources disponibles : 175 000 $, votés
Échéancier préliminaire : mai 2027`;

describe.skipIf(missing)('a digest of 20 notices to 400 partners, killed in the middle', () => {
  let servers: Servers;
  let house: House;
  beforeAll(async () => {
    servers = await startServers();
    house = await furnish(servers, [...good, dead, full, grey, mute], '0 0 1 1 *');
  });
  afterAll(async () => {
    await house?.end();
    await servers?.stop();
  });

  test('all are served once, failures are told, and the attestation is true to the log of Postfix', {
    timeout: 600_000,
  }, async () => {
    const references = await release();
    await house.kill();
    // One moment after the last release: a digest holds what was released before it was due.
    const began = Date.now();
    const due = new Date(began + 3000);
    await house.reschedule(`${due.getUTCSeconds()} ${due.getUTCMinutes()} * * * *`);
    await house.start();
    // Somewhere in the middle: the server has taken a third of the letters.
    while ((await taken()) < partners / 3) await sleep(5);
    await house.kill();
    const atKill = await taken();
    // No schedule is due any more: the new process finishes what is on the journal.
    await house.reschedule('0 0 1 1 *');
    await house.start();
    const attested = await settled(references[0] ?? '');
    const seconds = Math.round((Date.now() - began) / 1000);
    process.stdout.write(`${atKill} of ${partners} taken when killed; all settled ${seconds} s after the start\n`);

    expect(atKill).toBeLessThan(partners);
    expect(attested.notices).toHaveLength(notices);
    expect(attested.recipients).toHaveLength(partners);
    expect(attested.content).toHaveLength(1);
    expect(attested).toMatchObject({ accepted: partners - 2, failed: 2, pending: 0 });

    // In the mailboxes: one digest for each address; a second copy only of what was under way at the kill, told as such.
    const mails = (await Promise.all(boxes.map((name) => servers.mailboxOf(name).mails()))).flat();
    const digests = mails.filter(({ parsed }) => /^Bulletin/.test(parsed.subject ?? ''));
    const received = new Map<string, (string | undefined)[]>();
    for (const { parsed } of digests) {
      const to = parsed.to && 'text' in parsed.to ? (/[^\s<>"]+@[^\s<>"]+/.exec(parsed.to.text)?.[0] ?? '') : '';
      received.set(to, [...(received.get(to) ?? []), parsed.messageId]);
    }
    expect([...received.keys()].sort()).toEqual([...good].sort());
    const twice = [...received].filter(([, ids]) => ids.length > 1);
    process.stdout.write(`${twice.length} letters under way at the kill came twice, under the same Message-ID\n`);
    for (const [address, ids] of twice) {
      expect([ids.length, new Set(ids).size], address).toEqual([2, 1]);
      expect(attested.recipients.find((recipient) => recipient.address === address)?.uncertain, address).toBe(true);
    }
    // As many as the connections to the server, at the most.
    expect(twice.length).toBeLessThanOrEqual(5);
    for (const part of ['subject', 'text', 'html'] as const)
      expect(new Set(digests.map(({ parsed }) => parsed[part])).size, part).toBe(1);
    expect(Buffer.byteLength(String(digests[0]?.parsed.html))).toBeLessThan(102_000);

    // What the attestation says of each acceptance is in the log: this queue id took mail for this address, at that time.
    const log = await servers.postfixLog();
    const logged = writtenDown(log, began);
    const lateMs = attested.recipients.map(({ address, acceptedBy, acceptedAt, partner }) => {
      const queueId = /queued as (\w+)/.exec(acceptedBy ?? '')?.[1] ?? '';
      expect(log, partner).toMatch(new RegExp(`${queueId}: to=<${address.replace(/[+.]/g, '\\$&')}>`));
      const late = Date.parse(acceptedAt ?? '') - (logged.get(queueId) ?? Number.NaN);
      // The log cuts its seconds off, and Postfix answers once it has written the mail down.
      expect(late, partner).toBeGreaterThanOrEqual(0);
      expect(late, partner).toBeLessThan(1000 + answerMs);
      return late;
    });
    process.stdout.write(`accepted ${Math.max(...lateMs)} ms after the second of the log at the most\n`);
    const of = (address: string) => attested.recipients.find((recipient) => recipient.address === address);
    expect(of(dead)).toMatchObject({ state: 'bounced', response: expect.stringContaining('5.1.1') });
    expect(of(full)).toMatchObject({ state: 'bounced', response: expect.stringContaining('5.2.2') });
    expect(of(grey)).toMatchObject({ state: 'accepted', attempts: expect.any(Number) });
    expect(of(grey)?.attempts).toBeGreaterThan(1);
    // Our server took it, and no more is said: behind it nobody answers, and all others had theirs meanwhile.
    expect(of(mute)).toMatchObject({ state: 'accepted', acceptedBy: expect.stringContaining('queued as') });
    expect(await servers.muteConnections()).toBeGreaterThan(0);
    expect(attested.spreadSeconds).toBeGreaterThan(50);
    expect(attested.deadline).not.toBeNull();
    // Staff hears of each failure.
    const told = await servers.mailboxOf('mtremblay').mails();
    const alarms = told.filter(({ parsed }) => /sans adresse valable/.test(parsed.subject ?? ''));
    expect(
      alarms
        .map(({ parsed }) => [dead, full].find((address) => parsed.text?.replace(/\s/g, '').includes(address)))
        .sort(),
    ).toEqual([dead, full]);
    expect(await house.greffier('verify')).toContain('is whole');
  });

  /** When Postfix wrote the mail of each queue id down, before it answered: to the second, of the year of `near`. */
  function writtenDown(log: string, near: number): ReadonlyMap<string, number> {
    const year = new Date(near).getFullYear();
    const lines = log.matchAll(/^(\w{3} +\d+ [\d:]{8}) \S+ postfix\/cleanup\[\d+\]: (\w+): message-id=/gm);
    return new Map([...lines].map(([, stamp, id = '']) => [id, Date.parse(`${stamp} ${year}`)]));
  }

  /** Twenty requests from the first mail to the release. */
  async function release(): Promise<string[]> {
    const { info } = people;
    for (let number = 1; number <= notices; number++) {
      const from = { name: `Demandeur ${number}`, address: people.boateng.replace('@', `+n${number}@`) };
      const text = `Bonjour,\n\nnous cherchons une formation en ${subjects[number - 1]}.\n`;
      const raw = await compose({ from, to: info, subject: `Formation : ${subjects[number - 1]}`, text });
      await servers.submit('boateng', raw, [info]);
    }
    await house.start();
    // Entered, not acknowledged: so many at once from the tags of one box look like a machine's.
    const references = await entered();
    for (const reference of references)
      await servers.submit(
        'mtremblay',
        await compose({
          from: officer,
          to: info,
          subject: `[${reference}] #clarifier #catégorie court terme, voté #complet`,
          text: facts,
        }),
        [info],
      );
    await servers
      .mailboxOf('mtremblay')
      .waitFor((mails) => mails.filter(({ parsed }) => /C’est fait/.test(parsed.subject ?? '')).length >= notices, {
        deadlineMs: 120_000,
      });
    for (const reference of references)
      await servers.submit(
        'dlavoie',
        await compose({ from: approver, to: info, subject: `[${reference}] #diffuser`, text: '' }),
        [info],
      );
    const codes = (mails: { parsed: { subject?: string | undefined; text?: string | undefined } }[]) =>
      mails.flatMap(({ parsed }) => {
        const code = /#confirmer\s+([0-9A-Z]{10})/.exec(parsed.text ?? '')?.[1];
        return code && /À confirmer/.test(parsed.subject ?? '')
          ? [[/INMQ-\d{4}-\d{4}/.exec(parsed.subject ?? '')?.[0], code] as const]
          : [];
      });
    const asked = codes(
      await servers.mailboxOf('dlavoie').waitFor((mails) => codes(mails).length >= notices, { deadlineMs: 120_000 }),
    );
    for (const [reference, code] of asked)
      await servers.submit(
        'dlavoie',
        await compose({ from: approver, to: info, subject: `[${reference}] #confirmer ${code}`, text: '' }),
        [info],
      );
    await servers
      .mailboxOf('dlavoie')
      .waitFor((mails) => mails.filter(({ parsed }) => /C’est fait/.test(parsed.subject ?? '')).length >= notices, {
        deadlineMs: 120_000,
      });
    return references;
  }

  /** How many digests the server has taken, by its own log. */
  async function taken(): Promise<number> {
    const accepted =
      (await servers.postfixLog()).match(/postfix\/cleanup\[\d+\]: \w+: message-id=<[a-z2-7]{16}\./g) ?? [];
    before ??= accepted.length;
    return Math.floor((accepted.length - before) / 2);
  }
  // Before the digest the log holds the letters of the release; each letter passes cleanup twice, for our MX too.
  let before: number | undefined;

  async function entered(): Promise<string[]> {
    const end = Date.now() + 120_000;
    for (;;) {
      const listed = await house.greffier('register', 'list');
      const references = [...new Set(listed.match(/INMQ-\d{4}-\d{4}/g))];
      if (references.length === notices) return references;
      if (Date.now() > end) throw new Error(`not entered: ${references.length} of ${notices} requests`);
      await sleep(200);
    }
  }

  async function settled(reference: string): Promise<Attestation> {
    const end = Date.now() + 240_000;
    for (;;) {
      const attested: Attestation = JSON.parse(await house.greffier('attestation', reference, '--json'));
      if (attested.pending === 0 && attested.failed === 2 && attested.deadline) return attested;
      if (Date.now() > end)
        throw new Error(
          `not settled: ${attested.accepted} accepted, ${attested.pending} pending, ${attested.failed} failed`,
        );
      await sleep(1000);
    }
  }
});
