import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { parseCron } from '../../src/io/cron.ts';
import type { Partner } from '../../src/model/partner.ts';
import { type Category, categories } from '../../src/model/request.ts';
import { fakeProjection } from '../fakes/projection.ts';
import { bounceOf, FakeWorld, written } from '../world.ts';
import { command, newsletterCame, release } from './release.ts';
import { away, end, expectedDigest, lastMinute, seeded, start, tally } from './year-count.ts';

// A year of the office, played in one go: 60 requests, 30 partners, stops over schedules, both clock changes, bounces,
// a partner that joins and one that leaves, corrections. What came of it is counted from the journal alone, by other
// means than the clerk's.

const hour = 3_600_000;
const approver = 'dlavoie@greffier.test';

const partner = (number: number): Partner => {
  const id = `p${String(number).padStart(2, '0')}`;
  const first = { name: `Personne ${id}`, address: `a@${id}.test` };
  const second = { name: `Autre ${id}`, address: `b@${id}.test` };
  // Every third institution has a substitute.
  return { id, name: `Cégep ${id}`, contacts: number % 3 === 0 ? [first, second] : [first] };
};
const thirty = Array.from({ length: 30 }, (_, index) => partner(index + 1));
const newcomer = partner(31);
const leaver = 'p07';
/** Institutions whose first address bounces: so many hours after the first digest past that many requests. */
const bouncing: Readonly<Record<string, { after: number; hours: number }>> = {
  p03: { after: 5, hours: 5 },
  p09: { after: 15, hours: 50 },
  p12: { after: 30, hours: 100 },
  p15: { after: 40, hours: 300 },
};
/** Its server asks for patience for two days, from so many requests on. */
const slow = { id: 'p21', after: 25, hours: 50 };
test('a year: each partner got exactly what the rules give it, once, the same bytes; every deadline is right', async () => {
  const world = new FakeWorld();
  const { modalities } = world.policy;
  const extension = { reminderDays: 5, extensionDays: 5 };
  world.policy = {
    ...world.policy,
    partners: thirty,
    ceilings: { perAddressPerDay: 10_000, perTextPerDay: 10_000, perHour: 100_000 },
    modalities: {
      short: {
        ...modalities.short,
        ...extension,
        schedule: parseCron('0 9 * * 1-5'),
        answerDays: 10,
        lateWindowMs: 12 * hour,
      },
      // In the hour that a spring night skips and an autumn night repeats.
      medium: {
        ...modalities.medium,
        ...extension,
        schedule: parseCron('0 1 7,14 * *'),
        answerDays: 20,
        lateWindowMs: 72 * hour,
      },
      long: {
        ...modalities.long,
        ...extension,
        schedule: parseCron('0 2 14 3,6,9,12 *'),
        answerDays: 30,
        lateWindowMs: 168 * hour,
      },
    },
  };
  const projection = fakeProjection();
  let starts = 0;
  let clerk: Clerk = await world.open();
  const random = seeded(7);
  const arrivals = Array.from({ length: 60 }, () => start + random() * (end - start - 60 * 24 * hour)).sort(
    (a, b) => a - b,
  );
  const released = new Map<string, { at: number; category: Category }>();
  const bounced = new Set<string>();
  const bouncesDue: { at: number; address: string; messageId: string | undefined }[] = [];
  let joinedAt = 0;
  let leftAt = 0;
  let slowSince = 0;
  let corrections = 0;
  let wasAway = false;

  for (let at = start, step = 0; at < end; at += hour, step++) {
    world.clock.at = new Date(at);
    if (away(at)) {
      // Mail comes in all the same, and bears out that the time passed.
      if (step % 6 === 0) await newsletterCame(world);
      wasAway = true;
      continue;
    }
    if (wasAway || step % 250 === 249) {
      // Every other start has the documents that were written at the stop; the others have the journal alone.
      starts += 1;
      if (starts % 2 === 0) await projection.checkpoint(clerk.register);
      clerk = await world.open(starts % 2 === 0 ? { projection } : {});
    }
    wasAway = false;
    for (const category of categories) await clerk.tick(category);
    // A second firing, and one by a clock that is a little behind, change nothing.
    if (step % 7 === 0) for (const category of categories) await clerk.tick(category);
    await clerk.followAgenda();

    while ((arrivals[0] ?? end) <= at) {
      arrivals.shift();
      const number = released.size + 1;
      const category = categories[number % 3] ?? 'short';
      const term = { short: 'court', medium: 'moyen', long: 'long' }[category];
      const from = `Demandeur <demandeur@org-${number}.example>`;
      const reference = await release(world, clerk, { from, term, subject: `Formation ${number}` });
      released.set(reference, { at, category });
    }
    if (leftAt === 0 && released.size === 20) {
      await command(world, clerk, approver, `#partenaire ${leaver} retirer fermeture de l’établissement`);
      leftAt = at;
    }
    if (joinedAt === 0 && released.size === 30) {
      world.policy = { ...world.policy, partners: [...thirty, newcomer] };
      clerk = await world.open();
      await clerk.followAgenda();
      joinedAt = at;
    }
    const open = [...clerk.register.digests.values()].find(({ closed }) => !closed);
    if (open && step % 1000 === 999) {
      await command(world, clerk, approver, `[${open.references[0]}] #rectifier`, `Attentes : version ${step}`);
      corrections += 1;
    }
    if (slowSince === 0 && released.size > slow.after) {
      slowSince = at;
      world.postman.answers.set(`a@${slow.id}.test`, { state: 'deferred', response: '451 4.7.1 greylisted' });
    }
    if (at > slowSince + slow.hours * hour) world.postman.answers.clear();
    await clerk.sendDue();
    const planned = [...clerk.register.digests].at(-1);
    for (const [id, { after, hours }] of Object.entries(bouncing)) {
      const letter = planned?.[1].letters[id];
      if (bounced.has(id) || released.size <= after || letter === undefined) continue;
      bounced.add(id);
      const { messageId } = clerk.register.letters.get(letter) ?? {};
      bouncesDue.push({ at: at + hours * hour, address: `a@${id}.test`, messageId });
    }
    for (const due of bouncesDue.splice(0)) {
      if (due.at > at) bouncesDue.push(due);
      else await world.arrives(clerk, await bounceOf(world, due.address, '550 5.1.1 User unknown', due.messageId));
    }
    if (step % 200 === 0 && open) {
      const from = `a@p01.test`;
      await world.arrives(
        clerk,
        await written({ from, subject: `[${open.references[0]}] Intérêt`, text: `oui ${step}` }),
      );
    }
  }

  // What happened is now read from the journal, and from what the postman took.
  const { entries } = world.journal;
  const count = tally(entries);
  expect(released.size).toBe(60);
  expect(corrections).toBeGreaterThan(3);
  expect([bounced.size, slowSince > 0, joinedAt > 0, leftAt > 0]).toEqual([4, true, true, true]);

  // Each request is in one digest: that of the first schedule after its release that was within its late window.
  const carried = new Map(
    count.digests.flatMap(({ id, references }) => references.map((reference) => [reference, id])),
  );
  expect(count.digests.flatMap(({ references }) => references)).toHaveLength(carried.size);
  const wanted = [...released].flatMap(([reference, { at, category }]) => {
    const due = expectedDigest(at, category);
    return due === undefined ? [] : [[reference, due] as const];
  });
  expect([...carried].sort()).toEqual(wanted.sort());
  expect(carried.size).toBeGreaterThan(55);

  // Each partner got each digest of its time once, at the address that worked, the same bytes; where that address came back
  // later for whatever it was, and the digest could still be answered, who took over got it once, too.
  const firstFailures = new Map<string, number>();
  for (const { to, bounced } of count.letters)
    if (bounced > 0) firstFailures.set(to, Math.min(bounced, firstFailures.get(to) ?? bounced));
  const failedAt = (to: string) => firstFailures.get(to) ?? Number.POSITIVE_INFINITY;
  const returned = count.letters.filter((letter) => letter.bounced > 0);
  let takenOver = 0;
  let missed = 0;
  for (const digest of count.digests) {
    const lastDay = Math.max(digest.at, ...digest.deadlines.map((deadline) => Date.parse(deadline)));
    const members = thirty.map(({ id }) => id).filter((id) => id !== leaver || digest.at < leftAt);
    const joins = digest.at > joinedAt || (digest.at <= joinedAt && joinedAt <= lastDay);
    const served = count.letters.filter((letter) => letter.digest === digest.id && letter.name === 'digest');
    // What comes back after the deadline is not sent to anybody else: there is nothing to answer any more.
    const lost = served.filter((letter) => letter.bounced > lastDay).map((letter) => letter.partner);
    missed += lost.length;
    const expected = [...members, ...(joins ? [newcomer.id] : [])].filter((id) => !lost.includes(id)).sort();
    expect(new Set(served.map(({ content }) => content)).size, digest.id).toBe(1);
    const accepted = served.filter(({ last }) => last === 'accepted');
    const replaced = accepted.filter(({ to }) => failedAt(to) <= lastDay).map((letter) => letter.partner);
    takenOver += replaced.length;
    const standing = accepted.filter(({ partner: id, to }) => !replaced.includes(id) || to === `a@${id}.test`);
    expect(partnersOf(standing), digest.id).toEqual(expected);
    const again = accepted.filter((letter) => !standing.includes(letter));
    expect(again.map(({ to }) => to).sort(), digest.id).toEqual(replaced.map((id) => `b@${id}.test`).sort());
    for (const { partner: id, to } of served.filter(({ last }) => last === 'bounced'))
      expect([id in bouncing, to], digest.id).toEqual([true, `a@${id}.test`]);

    // An address that came back is not written to again.
    for (const { to } of served) {
      for (const letter of returned)
        if (letter.to === to) expect(digest.at, `${digest.id} to ${to}`).toBeLessThan(letter.bounced);
    }

    // The deadline: so many business days after the last acceptance by one of those it was planned for, capped.
    const times = standing
      .filter((letter) => letter.partner !== newcomer.id || digest.at > joinedAt)
      .map(({ accepted }) => accepted);
    const days = world.policy.modalities[digest.category].answerDays;
    const reached = lastMinute(Math.max(...times), days);
    const cap = lastMinute(digest.at, days + 5);
    const given = digest.deadlines.at(-1) ?? '';
    expect(given, digest.id).toBe(reached < cap ? reached : cap);
    // One addendum for each extension, and one for each correction, to all who were served then.
    const extensions = digest.deadlines.filter((deadline) => deadline !== lastMinute(digest.at, days)).length;
    const addenda = count.letters.filter((letter) => letter.digest === digest.id && letter.name === 'addendum');
    expect(new Set(addenda.map(({ content }) => content)).size, digest.id).toBe(extensions + digest.corrections);

    // Who got them, letter by letter: every institution that had the digest then, or got it later, each exactly once.
    const still = (ids: readonly string[], at: number) => ids.filter((id) => id !== leaver || at < leftAt).sort();
    const readers = [...expected, ...lost];
    for (const content of new Set(addenda.map((letter) => letter.content))) {
      const copies = addenda.filter((letter) => letter.content === content);
      const planned = Math.min(...copies.map((letter) => letter.at));
      // What an address took before it came back is read by who takes over.
      const arrived = copies.filter(
        (copy) => copy.last === 'accepted' && !(copy.at < failedAt(copy.to) && failedAt(copy.to) <= lastDay),
      );
      expect(partnersOf(arrived), `addendum of ${digest.id}`).toEqual(still(readers, planned));
      // And all who had it by then are told in the same moment: nobody learns of more time, or of a mistake, before others.
      const atOnce = copies.filter((copy) => copy.at === planned);
      const had = (id: string) => served.some((letter) => letter.partner === id && letter.at <= planned);
      expect(partnersOf(atOnce), `addendum of ${digest.id}`).toEqual(still(readers, planned).filter(had));
    }
    const about = (name: string) =>
      count.letters.filter((letter) => letter.digest === digest.id && letter.name === name);
    const [reminders, results] = [about('reminder'), about('result')];
    const answered = (id: string) =>
      digest.references.every((reference) =>
        digest.answered.some((one) => one.partner === id && one.reference === reference && one.at <= digest.reminded),
      );
    const had = (id: string) => served.some((letter) => letter.partner === id && letter.accepted <= digest.reminded);
    expect(partnersOf(reminders), `reminder of ${digest.id}`).toEqual(
      digest.reminded === 0 ? [] : still(readers, digest.reminded).filter((id) => had(id) && !answered(id)),
    );
    expect(partnersOf(results), `result of ${digest.id}`).toEqual(
      digest.closed === 0 ? [] : still(readers, digest.closed),
    );
    for (const letters of [reminders, results]) {
      expect(new Set(letters.map(({ content }) => content)).size).toBeLessThanOrEqual(1);
      expect(letters.every(({ last }) => last === 'accepted')).toBe(true);
    }
  }
  expect(count.digests.filter(({ deadlines }) => deadlines.length > 1).length).toBeGreaterThan(2);
  expect(missed).toBe(1);
  expect(takenOver).toBeGreaterThan(0);

  // The wire agrees with the journal: nothing was sent that is not on it, nothing twice.
  const ids = world.postman.sent.map(
    ({ raw }) => /^Message-ID: *(?:\r\n )?(<\S+>)/im.exec(raw.toString('latin1'))?.[1],
  );
  expect(new Set(ids).size).toBe(ids.length);
  const bodies = new Map<string, Set<string>>();
  for (const { raw } of world.postman.sent) {
    const text = raw.toString('latin1');
    const id = /^Message-ID: *(?:\r\n )?(<\S+>)/im.exec(text)?.[1] ?? '';
    const letter = count.byMessageId.get(id);
    if (letter?.name !== 'digest') continue;
    // Everything from the first field of the entity on.
    const entity = text.slice(text.search(/^(?:MIME-Version|Content-Type):/im));
    const known = bodies.get(letter.digest) ?? new Set<string>();
    bodies.set(letter.digest, known.add(createHash('sha256').update(entity, 'latin1').digest('hex')));
  }
  expect(bodies.size).toBe(count.digests.length);
  for (const [id, hashes] of bodies)
    expect([...hashes]).toEqual([
      count.letters.find((letter) => letter.digest === id && letter.name === 'digest')?.content,
    ]);
}, 300_000);

function partnersOf(letters: readonly { partner: string }[]): string[] {
  return letters.map((letter) => letter.partner).sort();
}
