import { expect, test } from 'vitest';
import { stats } from '../../src/cli/stats.ts';
import { applyEvents } from '../../src/model/apply.ts';
import type { Interest } from '../../src/model/events.ts';
import { emptyRegister, type Register, requestOf } from '../../src/model/register.ts';
import type { Happening, HistoryLine, Request, Status } from '../../src/model/request.ts';
import { noon, registration } from '../fakes/entries.ts';
import { smallRecord } from '../fakes/record.ts';
import { bounceOf, FakeWorld, written } from '../world.ts';
import { figuresOf } from './figures.ts';

const officer = 'mtremblay@greffier.test';
const genuine = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };

test('counts requests, times and outcomes, and sends them in January', async () => {
  const world = new FakeWorld();
  const clerk = await world.open();
  const day = 86_400_000;
  for (const [index, code] of ['233', '233', '225', '51'].entries())
    await world.arrives(
      clerk,
      await written({
        from: `p${index}@org${index}.example`,
        subject: `Formation ${index}`,
        text: `Bonjour, formation ${index}.\n\nTél. +${code} 24 555 01 00`,
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
  const figures = figuresOf(clerk.register, 2026);
  expect(figures).toMatchObject({
    requests: 4,
    byCountry: { GH: 2, CI: 1, PE: 1 },
    byStatus: { received: 3, closed: 1 },
    byOutcome: { 'out-of-scope': 1 },
    notDisseminated: { 'out-of-scope': ['INMQ-2026-0004'] },
    notYet: { received: 3 },
    steps: { acknowledged: { requests: 4, median: 0, ninetieth: 0 }, taken: { requests: 3, median: 2, ninetieth: 7 } },
    dissemination: { digests: 0, interest: 0 },
  });
  expect(figuresOf(clerk.register, 2025).requests).toBe(0);
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
  expect(letter?.text.replace(/\s+/g, ' ')).toMatch(
    /Ghana : 2.*Prise en charge : 2 jours; neuf fois sur dix, au plus 7 jours \(3 demandes\).*hors du mandat : 1/,
  );
});

test('an acknowledgement that bounced did not acknowledge anything; the letter that got through did', async () => {
  const world = new FakeWorld();
  const clerk = await world.open();
  const ama = 'ama@tgtu.example';
  await world.arrives(clerk, await written({ from: ama, subject: 'Mines', text: 'We look for training.' }));
  const acknowledged = () => figuresOf(clerk.register, 2026).steps.acknowledged;
  expect(acknowledged()).toMatchObject({ requests: 1, median: 0 });
  await world.arrives(clerk, await bounceOf(world, ama, '550 5.1.1 no such user'));
  expect(acknowledged().requests).toBe(0);
  world.clock.pass(2 * 86_400_000);
  const subject = '[INMQ-2026-0001] #répondre';
  await world.arrives(
    clerk,
    await written({ from: officer, subject, text: 'Bonjour Madame, voici.', headers: genuine }),
  );
  expect(acknowledged()).toMatchObject({ requests: 1, median: 2 });
});

const life = (...lines: [days: number, ...Happening[]][]): HistoryLine[] =>
  lines.flatMap(([days, ...what]) =>
    what.map((each) => ({ at: new Date(Date.parse(noon) + days * 86_400_000).toISOString(), author: 'x', ...each })),
  );
const status = (to: Status): Happening => ({ kind: 'status-changed', status: to });
const ran = (line: string): Happening => ({ kind: 'command-run', person: 'mtremblay', line });

test('times from the receipt and in each status, without what was undone', () => {
  const register = withRequests({
    history: life(
      [0, { kind: 'request-registered', quarantined: false }],
      [1, status('clarifying')],
      [
        3,
        { kind: 'category-set', category: 'short' },
        status('categorised'),
        ran('#catégorie court'),
        status('complete'),
        ran('#complet'),
      ],
      [4, { kind: 'command-undone', line: '#complet' }],
      [9, status('complete'), ran('#complet')],
      [10, status('disseminated')],
    ),
  });
  const { steps, stays } = figuresOf(register);
  expect(steps).toMatchObject({
    categorised: { requests: 1, median: 3 },
    complete: { requests: 1, median: 9 },
    disseminated: { requests: 1, median: 10 },
    taken: { requests: 0 },
  });
  expect(stays).toMatchObject({
    received: { requests: 1, median: 1 },
    clarifying: { requests: 1, median: 2 },
    categorised: { requests: 1, median: 6 },
    complete: { requests: 1, median: 1 },
    disseminated: { requests: 0 },
    quarantined: { requests: 0 },
  });
});

test('one time in ten is longer than the 90th percentile', () => {
  const register = withRequests(
    ...Array.from({ length: 10 }, (_, index) => ({ history: life([index + 1, status('clarifying')]) })),
  );
  expect(figuresOf(register).stays.received).toEqual({ requests: 10, median: 5.5, ninetieth: 9 });
});

test.each([
  [[], 0],
  [[3], 3],
  [[1, 2], 1.5],
  [[9, 1, 2], 2],
  [[9, 1, 4, 2], 3],
  [[2, 2, 2, 9], 2],
])('half of %j took no longer than %d, and half no less', (days, median) => {
  const register = withRequests(...days.map((each) => ({ history: life([each, status('clarifying')]) })));
  expect(figuresOf(register).stays.received).toMatchObject({ requests: days.length, median });
});

test('a quarantine is a stay of its own', () => {
  const history = life([0, { kind: 'request-registered', quarantined: true }], [2, status('received')]);
  expect(figuresOf(withRequests({ history })).stays).toMatchObject({
    quarantined: { requests: 1, median: 2 },
    received: { requests: 0 },
  });
});

test('kinds of requester and of need, as findings name them', () => {
  const finding = (kind: string, value: string) => ({ kind, value, evidence: '' });
  const register = withRequests(
    {
      findings: [finding('requesterKind', 'école'), finding('requesterKind', 'université'), finding('need', 'visite')],
    },
    { findings: [finding('need', 'visite'), finding('need', 'stages'), finding('need', 'stages')] },
    {},
  );
  expect(figuresOf(register)).toMatchObject({
    byRequesterKind: { '?': 2, université: 1 },
    byNeed: { visite: 2, '?': 1, stages: 1 },
  });
});

test('interest is the last word of each partner, in time', () => {
  const register = withRequests({ digest: 'digest/short/x' }, { digest: 'digest/short/x' });
  const [first, second] = [...register.requests.keys()] as [string, string];
  const answer = (partner: string, interest: Interest, late = false, reference = first) => ({
    reference,
    partner,
    interest,
    late,
    text: '',
    mail: '',
    at: noon,
  });
  register.digests.set('digest/short/x', {
    category: 'short',
    at: noon,
    seq: 1,
    references: [first, second],
    letters: {},
    answers: [
      answer('a', 'interest'),
      answer('a', 'no-interest'),
      answer('b', 'interest'),
      answer('b', 'question'),
      answer('c', 'question'),
      answer('d', 'interest', true),
      answer('a', 'no-interest', false, second),
    ],
  });
  // Nobody learns of an interest before the deadline.
  const open = { digests: 1, notices: 2, wanted: 0, interest: 0, question: 0, noInterest: 0 };
  expect(figuresOf(register).dissemination).toMatchObject(open);
  for (const digest of register.digests.values()) digest.closed = noon;
  expect(figuresOf(register).dissemination).toMatchObject({
    digests: 1,
    notices: 2,
    wanted: 1,
    interest: 1,
    question: 1,
    noInterest: 2,
  });
});

/** A register of such requests. */
function withRequests(...some: Partial<Request>[]): Register {
  const register = emptyRegister();
  for (const [index, fields] of some.entries()) {
    const reference = `INMQ-2026-${String(index + 1).padStart(4, '0')}`;
    for (const event of registration(reference, String(index).repeat(64).slice(0, 64)))
      applyEvents(register, [event], { at: noon, author: 'greffier', seq: 1 });
    Object.assign(requestOf(register, reference, 1), { findings: [], ...fields });
  }
  return register;
}

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

test('what was entered by mistake, or is another request, has a number and counts as none', async () => {
  const world = new FakeWorld();
  const clerk = await world.open();
  const gives = async (subject: string, text = '') =>
    world.arrives(clerk, await written({ from: officer, subject, text, headers: genuine }));
  for (const from of ['a@one.gh', 'b@two.ci'])
    await world.arrives(clerk, await written({ from, subject: 'Formation', text: 'Bonjour, une formation.' }));
  await gives('#nouveau téléphone', 'Nom : Awa Diop\nObjet : Bauxite\n');
  await gives('[INMQ-2026-0003] #annuler');
  await gives('[INMQ-2026-0002] #fusionner 1');
  const figures = figuresOf(clerk.register, 2026);
  expect(figures).toMatchObject({ requests: 1, noRequests: { duplicate: 1, mistake: 1 }, byStatus: { received: 1 } });
  expect([figures.byCountry, figures.notDisseminated, figures.steps.closed.requests]).toEqual([{ GH: 1 }, {}, 0]);
});
