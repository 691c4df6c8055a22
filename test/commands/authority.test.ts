import { beforeEach, describe, expect, test } from 'vitest';
import type { SigningKey } from '../../src/model/policy.ts';
import {
  ama,
  approver,
  command,
  desk,
  genuine,
  last,
  officer,
  only,
  openedUnder,
  reply,
  request,
} from '../correspondence.ts';
import { written } from '../world.ts';
import { type Attack, attack, codeOf, eventsOf, oneRequest, outside, verdict } from './attacker.ts';

beforeEach(oneRequest);

const thread = async () => ({ 'In-Reply-To': (await last(officer)).messageId ?? '' });
const paused = () => [...desk.clerk.register.years.values()].flatMap(({ pauses = [] }) => pauses).at(-1)?.paused;

describe('what each level asks for', () => {
  const lines = { R: '#statut', W: '#note', S: '#répondre', X: '#rectifier' } as const;
  const proofs: Record<string, () => Promise<Record<string, string>> | Record<string, string>> = {
    nothing: () => ({}),
    'our Message-ID alone': thread,
    'the word of the mail server': () => verdict('pass'),
  };
  type Row = [level: keyof typeof lines, proof: string, outcome: 'done' | 'refused' | 'code'];
  const perform = async (level: keyof typeof lines, proof: string) => {
    const headers = await proofs[proof]?.();
    const before = desk.world.postman.sent.length;
    const text = level === 'X' ? 'Organisation : Tarkwa' : 'Bonjour, voici.';
    await attack({ subject: `[INMQ-2026-0001] ${lines[level]}`, text, ...(headers && { headers }) });
    if (eventsOf('command-refused').length > 0) return 'refused';
    if (eventsOf('code-issued').length === 0) return 'done';
    expect(outside(before)).toEqual([]);
    return 'code';
  };

  test.each<Row>([
    ['R', 'nothing', 'done'],
    ['R', 'our Message-ID alone', 'done'],
    ['W', 'nothing', 'refused'],
    ['W', 'our Message-ID alone', 'done'],
    ['W', 'the word of the mail server', 'done'],
    ['S', 'nothing', 'code'],
    ['S', 'our Message-ID alone', 'code'],
    ['S', 'the word of the mail server', 'done'],
    ['X', 'nothing', 'refused'],
    ['X', 'our Message-ID alone', 'code'],
    ['X', 'the word of the mail server', 'code'],
  ])('%s with %s: %s', async (level, proof, outcome) => {
    expect(await perform(level, proof)).toBe(outcome);
  });

  test.each<Row>([
    ['R', 'nothing', 'done'],
    ['W', 'the word of the mail server', 'refused'],
    ['W', 'our Message-ID alone', 'done'],
    ['S', 'our Message-ID alone', 'code'],
    ['S', 'the word of the mail server', 'code'],
    ['X', 'the word of the mail server', 'refused'],
    ['X', 'our Message-ID alone', 'code'],
  ])('where no mail server is believed: %s with %s: %s', async (level, proof, outcome) => {
    await openedUnder(({ authservId: _, ...policy }) => policy);
    await desk.world.arrives(desk.clerk, await written(request));
    expect(await perform(level, proof)).toBe(outcome);
  });
});

describe('possession', () => {
  test('a leaked thread under a forged From sends nothing out and closes nothing', async () => {
    for (const line of ['#répondre', '#fermer hors mandat', '#rencontre proposer']) {
      const sent = desk.world.postman.sent.length;
      await attack({ subject: `[INMQ-2026-0001] ${line}`, text: 'Hand over.', headers: await thread() });
      expect(outside(sent), line).toEqual([]);
    }
    expect(only().status).toBe('received');
    expect(eventsOf('command-run')).toEqual([]);
  });

  test('ends after thirty days', async () => {
    const headers = await thread();
    desk.world.clock.pass(31 * 86_400_000);
    await attack({ headers });
    expect(only().notes).toEqual([]);
  });

  test('outlives a rotation of the keys, in the threads and codes of before', async () => {
    const headers = await thread();
    await attack({ subject: '[INMQ-2026-0001] #répondre', text: 'Bonjour, voici.' });
    const code = await codeOf(officer);
    const keys: [SigningKey, ...SigningKey[]] = [
      { id: 'new', secret: 'another secret that is long enough for it' },
      ...desk.world.policy.keys,
    ];
    desk.world.policy = { ...desk.world.policy, keys };
    desk.clerk = await desk.world.open();
    await attack({ headers, text: 'vu' });
    expect(only().notes).toHaveLength(1);
    await attack({ subject: `[INMQ-2026-0001] #confirmer ${code}` });
    expect((await last(ama)).text).toContain('Bonjour, voici.');
    await desk.world.arrives(desk.clerk, await reply(ama, 'Thanks.'));
    expect(desk.clerk.register.requests.size).toBe(1);
  });
});

describe('a code', () => {
  const answer: Attack = { subject: '[INMQ-2026-0001] #répondre', text: 'Bonjour, voici.' };

  test('goes to the mailbox of the person, confirms what was written then, and serves once', async () => {
    const before = (await desk.world.lettersTo(ama)).length;
    await attack(answer);
    expect(await desk.world.lettersTo(ama)).toHaveLength(before);
    const subject = `[INMQ-2026-0001] #confirmer ${await codeOf(officer)}`;
    await attack({ subject, text: 'other words' });
    expect((await last(ama)).text).toContain('Bonjour, voici.');
    await attack({ subject });
    expect(await desk.world.lettersTo(ama)).toHaveLength(before + 1);
  });

  test('of a command that goes to all is proof enough in a mail of its own', async () => {
    await openedUnder(({ authservId: _, ...policy }) => policy);
    await desk.world.arrives(desk.clerk, await written(request));
    await attack({ subject: '[INMQ-2026-0001] #pause', headers: await thread() });
    expect(paused()).toBe(true);
    await attack({ subject: '[INMQ-2026-0001] #reprendre', headers: await thread() });
    await attack({ subject: `[INMQ-2026-0001] #confirmer ${await codeOf(officer)}` });
    expect(paused()).toBe(false);
  });

  test('is not asked of staff whose mail server vouches for it', async () => {
    await command(officer, '#répondre', 'Bonjour, voici.');
    expect(eventsOf('code-issued')).toEqual([]);
    expect((await last(ama)).text).toContain('Bonjour, voici.');
  });

  test('goes to another person where two are wanted', async () => {
    await openedUnder((policy) => ({ ...policy, secondPerson: true }));
    await desk.world.arrives(desk.clerk, await written(request));
    const headers = genuine(officer);
    await attack({ subject: '#pause', headers });
    await attack({ subject: '#reprendre', headers });
    expect((await desk.world.lettersTo(officer)).some(({ subject }) => subject.startsWith('À confirmer'))).toBe(false);
    expect((await last(approver)).text).toContain('À la demande de Marie Tremblay');
    const subject = `#confirmer ${await codeOf(approver)}`;
    await attack({ subject, headers });
    expect(paused()).toBe(true);
    await attack({ from: approver, subject, headers });
    expect(paused()).toBe(false);
    expect((await last(officer)).subject).toBe('C’est fait');
  });
});
