import { beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { SigningKey } from '../../src/model/policy.ts';
import {
  ama,
  approver,
  command,
  desk,
  fivePoints,
  genuine,
  last,
  officer,
  only,
  openedUnder,
  reply,
  request,
} from '../correspondence.ts';
import { buttonsIn } from '../pressing.ts';
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

describe('a button where no mail server is believed', () => {
  const second = { from: 'k@other.example', subject: 'Other', text: 'We need help.' };
  const pressed = async (reader: string, label: string) => {
    const buttons = (await desk.world.lettersTo(reader)).flatMap((letter) => buttonsIn(letter, reader));
    const found = buttons.findLast((button) => button.label.startsWith(label));
    if (!found) throw new Error(`${reader} has no button « ${label} »`);
    return found.subject;
  };
  beforeEach(async () => {
    await openedUnder(({ authservId: _, ...policy }) => policy);
    await desk.world.arrives(desk.clerk, await written(request));
  });

  test('carries what it needs, and nothing of it stays in what is asked or told', async () => {
    const subject = await pressed(officer, 'Prendre la demande');
    expect(subject).toMatch(/^\[INMQ-2026-0001\] \[clé [0-9a-z]{24}\] #prendre$/);
    await attack({ subject });
    expect(only().officer).toBe('mtremblay');
    const [key = ''] = /[0-9a-z]{24}/.exec(subject) ?? [];
    expect(JSON.stringify([eventsOf('command-run'), only()])).not.toContain(key);
    expect(await pressed(officer, 'Fermer : hors mandat')).toBe('[INMQ-2026-0001] #fermer hors mandat');
  });

  test.each<[string, (subject: string) => Promise<Attack> | Attack, RegExp]>([
    ['under a colleague’s name', (subject) => ({ from: approver, subject }), /Rien ne prouve/],
    [
      'for another request',
      async (subject) => {
        await desk.world.arrives(desk.clerk, await written(second));
        return { subject: subject.replace('-0001', '-0002') };
      },
      /Rien ne prouve/,
    ],
    [
      'for no request',
      (subject) => ({ subject: subject.replace('[INMQ-2026-0001] ', '').replace('prendre', 'pause') }),
      /Rien ne prouve/,
    ],
    ['for what goes to all', (subject) => ({ subject: subject.replace('#prendre', '#rectifier') }), /Rien ne prouve/],
    ['beside a verb of another class', (subject) => ({ subject: `${subject} #rectifier` }), /Rien ne prouve/],
    [
      'with one letter changed',
      (subject) => ({ subject: subject.replace(/.(?=\] #)/, (l) => (l === 'a' ? 'b' : 'a')) }),
      /Rien ne prouve/,
    ],
    ['with its last day moved', (subject) => ({ subject: subject.replace(/clé .{4}/, 'clé vvvv') }), /Rien ne prouve/],
    ['on a forward', (subject) => ({ subject: `TR: ${subject}` }), /transféré/],
    [
      'after thirty days and one',
      (subject) => {
        desk.world.clock.pass(31 * 86_400_000);
        return { subject };
      },
      /Rien ne prouve/,
    ],
    [
      'a second time: « Re: » has carried it along',
      async (subject) => {
        await attack({ subject, messageId: '<first@greffier.test>' });
        return { subject: `Re: ${subject}`, headers: { 'In-Reply-To': '<first@greffier.test>' } };
      },
      /déjà été exécutée/,
    ],
  ])('%s: refused', async (_, change, why) => {
    const subject = await pressed(officer, 'Prendre la demande');
    const mail = await change(subject);
    const [sent, ran] = [desk.world.postman.sent.length, eventsOf('command-run').length];
    await attack(mail);
    expect(eventsOf('command-refused').at(-1)).toMatchObject({ why: expect.stringMatching(why) });
    expect(eventsOf('command-run')).toHaveLength(ran);
    expect(outside(sent)).toEqual([]);
  });

  test('is not repeated in the answer that refuses it', async () => {
    const subject = await pressed(officer, 'Prendre la demande');
    await attack({ subject });
    await attack({ subject });
    const { subject: told, text } = await last(officer);
    expect(told).toContain('Rien n’a été changé');
    expect(text.replace(/\s+/g, ' ')).toContain('Ce qui a été lu : [INMQ-2026-0001] #prendre Raison');
  });

  test('from a stranger it is a mail like any other', async () => {
    await attack({ from: 'x@evil.example', subject: await pressed(officer, 'Prendre la demande') });
    expect(eventsOf('command-run')).toEqual([]);
    expect(eventsOf('command-refused')).toEqual([]);
  });

  test('does not help against a mail server that saw through the From', async () => {
    const subject = await pressed(officer, 'Prendre la demande');
    desk.world.policy = { ...desk.world.policy, authservId: 'mx.inm.example' };
    desk.clerk = await desk.world.open();
    await attack({ subject, headers: verdict('fail') });
    expect(only().officer).toBeUndefined();
    await attack({ subject });
    expect(only().officer).toBe('mtremblay');
  });

  test('outlives a rotation of the keys', async () => {
    const subject = await pressed(officer, 'Prendre la demande');
    desk.world.policy = {
      ...desk.world.policy,
      keys: [{ id: 'new', secret: 'another secret that is long enough for it' }, ...desk.world.policy.keys],
    };
    desk.clerk = await desk.world.open();
    await attack({ subject });
    expect(only().officer).toBe('mtremblay');
  });

  test('about one request asks for a code where it changes another as well', async () => {
    await desk.world.arrives(desk.clerk, await written(second));
    const merged = () => desk.clerk.register.requests.get('INMQ-2026-0002')?.mergedInto;
    await attack({ subject: `${await pressed(officer, 'Fusionner avec une autre')} 1` });
    expect(merged()).toBeUndefined();
    await attack({ subject: `[INMQ-2026-0002] #confirmer ${await codeOf(officer)}` });
    expect(merged()).toBe('INMQ-2026-0001');
  });

  test('of a forwarded mail that enters a request: its key is not in what the requester reads', async () => {
    desk.world.clock.at = new Date('2026-11-24T13:00:00.000Z');
    await desk.clerk.followAgenda();
    await desk.clerk.sendDue();
    await attack({ subject: '#aide' });
    await attack({
      subject: `${await pressed(officer, 'Inscrire la demande d’un courriel')} kofi@tgtu.example Kofi Mensah`,
      text: 'Relaves',
    });
    const entered = desk.clerk.register.requests.get('INMQ-2026-0002');
    expect(entered?.requester.address).toBe('kofi@tgtu.example');
    expect(entered?.subject).not.toContain('clé');
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

  test.each(['#conf', '#CONFIRM', '#confirmer'])('is taken behind %s', async (verb) => {
    await attack(answer);
    await attack({ subject: `[INMQ-2026-0001] ${verb} ${await codeOf(officer)}` });
    expect((await last(ama)).text).toContain('Bonjour, voici.');
  });

  test('behind a verb with a slip does nothing, and the slip is named', async () => {
    await attack(answer);
    await attack({ subject: `[INMQ-2026-0001] #confimer ${await codeOf(officer)}`, headers: genuine(officer) });
    expect((await last(officer)).text.replace(/\s+/g, ' ')).toContain('Pour confirmer : « #confirmer CODE »');
    expect(commands.flatMap(({ names }) => names).filter((name) => name.startsWith('con'))).toEqual([]);
  });

  test('that is over says so beside a button that gives the command again, as it was', async () => {
    await attack(answer);
    const subject = `[INMQ-2026-0001] #confirmer ${await codeOf(officer)}`;
    desk.world.clock.pass((desk.world.policy.codeMinutes + 1) * 60_000);
    await attack({ subject });
    const [again] = buttonsIn(await last(officer), officer);
    expect(again).toMatchObject({ label: 'Redonner « #répondre »', subject: answer.subject, body: answer.text });
    await attack({ subject: again?.subject ?? '', text: again?.body ?? '' });
    await attack({ subject: `[INMQ-2026-0001] #confirmer ${await codeOf(officer)}` });
    expect((await last(ama)).text).toContain('Bonjour, voici.');
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

  test('has who gave it for its author, and who confirmed it beside', async () => {
    await openedUnder((policy) => ({ ...policy, secondPerson: true }));
    await desk.world.arrives(desk.clerk, await written(request));
    await desk.world.arrives(desk.clerk, await reply(ama, fivePoints));
    await command(officer, '#catégorie court terme, budget voté #complet');
    await command(approver, '#diffuser');
    await command(officer, `#confirmer ${await codeOf(officer)}`);
    expect(only().notice?.author).toBe('dlavoie');
    expect(only().history.findLast(({ kind }) => kind === 'command-run')).toMatchObject({
      author: 'dlavoie',
      person: 'dlavoie',
      second: 'mtremblay',
    });
    await command(officer, '#statut');
    expect((await last(officer)).text.replace(/\s+/g, ' ')).toMatch(
      /fiche libérée \(\w+\) \(#diffuser, avec l’accord de Marie Tremblay\)/,
    );
  });
});
