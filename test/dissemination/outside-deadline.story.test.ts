import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { announced } from '../../src/dissemination/deadline.ts';
import { lastDue, nextDue } from '../../src/dissemination/periods.ts';
import { parseCron } from '../../src/io/cron.ts';
import { FakeWorld, written } from '../world.ts';
import { command, deux, newsletterCame, release, un } from './release.ts';

const zone = 'America/Toronto';
const approver = 'dlavoie@greffier.test';
const day = 86_400_000;
const minute = 60_000;
const hurried = {
  subject: 'Appel du ministère',
  timeline: 'Début en mai 2027. Réponse au plus tard le 2 décembre 2026',
};
const flat = (text: string) => text.replace(/\s+/g, ' ');

let world: FakeWorld;
let clerk: Clerk;
beforeEach(async () => {
  world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, deux] };
  clerk = await world.open();
});
const goesOut = async () => {
  world.clock.pass(minute);
  await clerk.tick('short');
  await clerk.sendDue();
};
const digests = () => [...clerk.register.digests.values()];
const sentTo = async (address: string) =>
  (await world.lettersTo(address)).filter(({ subject }) => /^Bulletin/.test(subject));

describe('an outside deadline', () => {
  test('shortens the time for all alike, keeps the house’s own days, and is said in the notice', async () => {
    await release(world, clerk, hurried);
    await goesOut();
    // Friday 27 November, and Monday to Wednesday for the house.
    expect(digests()).toMatchObject([
      { answerDays: 4, answerBy: '2026-11-28T04:59:59.999Z', latest: '2026-11-28T04:59:59.999Z' },
    ]);
    const [[one], [two]] = [await sentTo('a@un.test'), await sentTo('b@deux.test')];
    expect(one?.text).toBe(two?.text);
    const text = flat(one?.text ?? '');
    expect(text).toContain('jusqu’au vendredi 27 novembre 2026, inclusivement, pour répondre (4 jours ouvrables)');
    expect(text).toContain('plus court que d’habitude, et il l’est également pour tous');
    expect(text).toContain('Date limite extérieure : mercredi 2 décembre 2026');
  });

  test('takes no time from the other requests of that day', async () => {
    const reference = await release(world, clerk);
    const other = await release(world, clerk, { ...hurried, from: 'Salma Idrissi <s.idrissi@ofm-ma.example>' });
    await goesOut();
    expect(digests().map(({ references, answerBy }) => [references, answerBy])).toEqual([
      [[reference], '2026-12-08T04:59:59.999Z'],
      [[other], '2026-11-28T04:59:59.999Z'],
    ]);
    expect(await sentTo('a@un.test')).toHaveLength(2);
    await goesOut();
    expect(digests()).toHaveLength(2);
  });

  test('is not passed when a partner is served late, and the reminder comes in proportion', async () => {
    world.policy.modalities.short.reminderDays = 5;
    await release(world, clerk, hurried);
    world.postman.answers.set('b@deux.test', { state: 'deferred', response: '451 4.7.1 greylisted' });
    await goesOut();
    world.postman.answers.clear();
    world.clock.pass(day);
    await clerk.sendDue();
    expect(digests()[0]?.deadline).toBe('2026-11-28T04:59:59.999Z');
    world.clock.pass(day);
    await clerk.followAgenda();
    expect(digests()[0]?.reminded).toBeDefined();
  });

  test('that is too near is asked of staff before the release, who may go on all the same', async () => {
    const near = { subject: 'Appel', timeline: 'Réponse avant le 27 novembre 2026' };
    await expect(release(world, clerk, near)).rejects.toThrow('was not released');
    const refused = flat((await world.lastLetterTo(approver)).text);
    expect(refused).toContain('ne laisserait que 1 jour ouvrable aux partenaires');
    await command(world, clerk, approver, '[INMQ-2026-0001] #diffuser malgré la date');
    await goesOut();
    expect(digests()).toMatchObject([{ answerDays: 1, answerBy: '2026-11-25T04:59:59.999Z' }]);
  });

  test('is shown to staff with the time it leaves, and follows a correction of the text', async () => {
    const reference = await release(world, clerk, hurried);
    const done = (await world.lettersTo(approver)).map(({ text }) => flat(text)).join();
    expect(done).toContain('mercredi 2 décembre 2026 : 4 jours ouvrables pour répondre');
    const text = 'Échéancier préliminaire : mai 2027, réponse au plus tard le 9 décembre 2026';
    await command(world, clerk, approver, `[${reference}] #rectifier`, text);
    expect(clerk.register.requests.get(reference)?.notice?.notice.deadline).toBe('2026-12-09');
    await goesOut();
    expect(digests()).toMatchObject([{ answerDays: 9, answerBy: '2026-12-05T04:59:59.999Z' }]);
  });

  test('that a correction puts before the deadline of the partners is told to the approver before it goes out', async () => {
    const reference = await release(world, clerk);
    await goesOut();
    const corrected = async (last: string) => {
      const before = (await world.lettersTo(approver)).length;
      const text = `Échéancier préliminaire : mai 2027, réponse au plus tard le ${last}`;
      await command(world, clerk, approver, `[${reference}] #rectifier`, text);
      return flat((await world.lettersTo(approver)).slice(before)[0]?.text ?? '');
    };
    // The partners have until Monday, 7 December; the house needs three business days more.
    expect(await corrected('9 décembre 2026')).toContain('lundi 7 décembre 2026, passe la date limite extérieure');
    expect(await corrected('10 décembre 2026')).not.toContain('passe la date limite extérieure');
    expect(await corrected('27 novembre 2026')).toContain('déjà annoncée : lundi 7 décembre 2026');
  });

  test('stands in the text that the requester approves', async () => {
    world.policy = { ...world.policy, approval: { days: 1, past: 'ask' } };
    clerk = await world.open();
    const timeline = hurried.timeline.replace('2 décembre', '3 décembre');
    await expect(release(world, clerk, { ...hurried, timeline })).rejects.toThrow('was not released');
    const letter = await world.lastLetterTo('aboateng@tgtu.example');
    expect(letter.subject).toContain('Bon à diffuser');
    expect(flat(letter.text)).toContain('Deadline: Thursday, December 3, 2026');
    await world.arrives(
      clerk,
      await written({ from: 'aboateng@tgtu.example', subject: `Re: ${letter.subject}`, text: 'Yes', answers: letter }),
    );
    expect(clerk.register.requests.get('INMQ-2026-0001')?.notice?.notice.deadline).toBe('2026-12-03');
  });
});

describe('the time that is left', () => {
  const modality = { schedule: parseCron('0 9 * * 1-5'), answerDays: 10, extensionDays: 5, lateWindowMs: 0 };
  const at = new Date('2026-11-23T14:00:00Z');
  test.each([
    ['none named', undefined, 10, '2026-12-15T04:59:59.999Z'],
    ['far away: nothing changes', '2027-03-01', 10, '2026-12-15T04:59:59.999Z'],
    ['it caps the extension only', '2026-12-14', 10, '2026-12-10T04:59:59.999Z'],
    ['on a Saturday: Friday counts', '2026-12-05', 6, '2026-12-02T04:59:59.999Z'],
    ['the holidays between are no days', '2027-01-05', 10, '2026-12-15T04:59:59.999Z'],
    ['over already: one day all the same', '2026-11-20', 1, '2026-11-25T04:59:59.999Z'],
  ])('%s', (_what, outside, answerDays, latest) => {
    expect(announced(modality, outside, { timeZone: zone }, at)).toMatchObject({ answerDays, latest });
  });

  test('the next due moment is the first that the last one is not', () => {
    for (const expression of ['0 9 * * 1-5', '0 9 1,15 * *', '0 30 2 * * *', '0 9 8 1,4,7,10 *']) {
      const cron = parseCron(expression);
      for (const from of [
        '2026-11-23T13:59:59Z',
        '2026-11-23T14:00:00Z',
        '2027-03-14T05:00:00Z',
        '2026-11-01T04:00:00Z',
      ]) {
        const next = nextDue(cron, zone, new Date(from));
        if (!next) throw new Error(`${expression} is never due after ${from}`);
        expect(lastDue(cron, zone, next)).toEqual(next);
        expect(lastDue(cron, zone, new Date(next.getTime() - 1))?.getTime() ?? 0).toBeLessThanOrEqual(Date.parse(from));
      }
    }
  });
});

test('a digest that was delayed does not carry what the delay leaves too little time for: staff is asked again', async () => {
  const reference = await release(world, clerk, hurried);
  const other = await release(world, clerk, { from: 'Salma Idrissi <s.idrissi@ofm-ma.example>' });
  world.clock.at = new Date('2026-11-30T14:10:00Z');
  await newsletterCame(world);
  clerk = await world.open();
  await clerk.followAgenda();
  await clerk.sendDue();
  expect(digests()).toMatchObject([{ references: [other] }]);
  expect(clerk.register.requests.get(reference)).toMatchObject({ status: 'complete' });
  expect(clerk.register.requests.get(reference)?.notice).toBeUndefined();
  const asked = (await world.lettersTo('mtremblay@greffier.test')).filter(({ text }) =>
    flat(text).includes('ne laisse plus assez de temps'),
  );
  expect(asked).toHaveLength(1);
  await command(world, clerk, approver, `[${reference}] #diffuser sans bon malgré la date`);
  world.clock.at = new Date('2026-12-01T14:10:00Z');
  await clerk.followAgenda();
  expect(digests().at(-1)).toMatchObject({ references: [reference], answerDays: 1 });
});
