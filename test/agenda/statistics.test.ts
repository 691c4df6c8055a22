import { expect, test } from 'vitest';
import { statistics } from '../../src/agenda/statistics.ts';
import { stats } from '../../src/cli/stats.ts';
import { smallRecord } from '../fakes/record.ts';
import { FakeWorld, written } from '../world.ts';

const officer = 'mtremblay@greffier.test';
const genuine = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };

test('counts requests, times and outcomes, and sends them in January', async () => {
  const world = new FakeWorld();
  const clerk = await world.open();
  const day = 86_400_000;
  for (const [index, country] of ['gh', 'gh', 'ci', 'pe'].entries())
    await world.arrives(
      clerk,
      await written({
        from: `p${index}@org${index}.${country}`,
        subject: `Formation ${index}`,
        text: `Bonjour, formation ${index}.`,
      }),
    );
  for (const [index, days] of [1, 2, 7].entries()) {
    world.clock.at = new Date(Date.parse('2026-11-23T15:00:00.000Z') + days * day);
    const subject = `[INMQ-2026-000${index + 1}] #prendre`;
    await world.arrives(clerk, await written({ from: officer, subject, text: '', headers: genuine }));
  }
  await world.arrives(
    clerk,
    await written({ from: officer, subject: '[INMQ-2026-0004] #fermer hors mandat', text: '', headers: genuine }),
  );
  const figures = statistics(clerk.register, 2026);
  expect(figures).toMatchObject({
    requests: 4,
    byCountry: { GH: 2, CI: 1, PE: 1 },
    byStatus: { received: 3, closed: 1 },
    byOutcome: { 'out-of-scope': 1 },
    notDisseminated: { 'out-of-scope': 1 },
    steps: { acknowledged: { requests: 4, median: 0, ninetieth: 0 }, taken: { requests: 3, median: 2, ninetieth: 7 } },
    dissemination: { digests: 0, interest: 0 },
  });
  expect(statistics(clerk.register, 2025).requests).toBe(0);
  world.clock.at = new Date('2027-01-01T12:00:00.000Z');
  await clerk.followAgenda();
  await clerk.sendDue();
  const sent = async () => (await world.lettersTo(officer)).filter(({ subject }) => subject.includes('en chiffres'));
  expect(await sent()).toEqual([]);
  for (const at of ['2027-01-01T13:00:00.000Z', '2027-01-02T13:00:00.000Z', '2027-02-01T13:00:00.000Z']) {
    world.clock.at = new Date(at);
    await clerk.followAgenda();
    await clerk.sendDue();
  }
  const [letter, ...others] = await sent();
  expect(others).toEqual([]);
  expect(letter?.text.replace(/\s+/g, ' ')).toMatch(/Ghana : 2.*Prise en charge : 2; 7 \(3\).*hors du mandat : 1/);
});

test('the command line prints them', async () => {
  const { folder } = await smallRecord();
  const out: string[] = [];
  const io = { out: (text: string) => out.push(text), err: (text: string) => out.push(text) };
  expect(await stats({ data: folder }, io)).toBe(0);
  expect(out.join('\n')).toMatch(/^Requests {2}2\n\nBy country\n {2}\? +2\n/);
  expect(await stats({ data: folder, year: '2027', json: true }, io)).toBe(0);
  expect(JSON.parse(out.at(-1) ?? '')).toMatchObject({ year: 2027, requests: 1 });
  expect(await stats({ data: folder, year: 'x' }, io)).toBe(2);
});
