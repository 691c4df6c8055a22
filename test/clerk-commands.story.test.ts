import { beforeEach, describe, expect, test } from 'vitest';
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
  opened,
  released,
  reply,
  request,
  subjects,
} from './correspondence.ts';
import { written } from './world.ts';

beforeEach(opened);

describe('commands', () => {
  beforeEach(async () => {
    await desk.world.arrives(desk.clerk, await written(request));
  });

  test('a forged From changes nothing, and the person is told', async () => {
    await desk.world.arrives(
      desk.clerk,
      await written({ from: officer, subject: '[INMQ-2026-0001] #note', text: 'forged' }),
    );
    expect(only().notes).toEqual([]);
    expect((await last(officer)).text).toContain('rien n’a été changé');
  });

  test('a note without a command needs the same proof', async () => {
    const mail = { from: officer, subject: 'Re: [INMQ-2026-0001]', text: 'Appeler demain.' };
    await desk.world.arrives(desk.clerk, await written(mail));
    expect(only().notes).toEqual([]);
    await desk.world.arrives(desk.clerk, await written({ ...mail, headers: genuine(officer) }));
    expect(only().notes).toMatchObject([{ author: 'mtremblay', text: 'Appeler demain.' }]);
  });

  test('an answer to our own letter to this person is proof enough', async () => {
    const answers = await last(officer);
    await desk.world.arrives(
      desk.clerk,
      await written({ from: officer, subject: 'Re: [INMQ-2026-0001] #note', text: 'vu', answers }),
    );
    expect(only().notes.map((note) => note.text)).toEqual(['vu']);
  });

  test('an answer to a letter to somebody else is none', async () => {
    const answers = await last(ama);
    await desk.world.arrives(
      desk.clerk,
      await written({ from: officer, subject: 'Re: [INMQ-2026-0001] #note', text: 'vu', answers }),
    );
    expect(only().notes).toEqual([]);
  });

  test('all or nothing: one command that cannot be done leaves the other undone', async () => {
    await command(officer, '#catégorie court terme, urgent #complet');
    expect(only().category).toBeUndefined();
    expect((await last(officer)).text).toContain('Il manque encore');
  });

  test('#aide beside another command is refused, and the other is not lost in silence', async () => {
    await command(officer, '#note #aide', 'à garder');
    expect(only().notes).toEqual([]);
    expect((await last(officer)).text).toContain('seule commande');
  });

  test('#statut tells the history in French', async () => {
    await command(officer, '#catégorie long terme, rien ne presse');
    await command(officer, '#statut');
    const history = (await last(officer)).text.split('Historique')[1] ?? '';
    expect(history).toContain('inscrite au registre');
    expect(history).toContain('catégorie : long terme'.replace(' :', '\u00A0:'));
    expect(history).not.toMatch(/registered|offered|answered|category|\dT\d/);
  });

  test('a stranger who uses command words gets an ordinary request', async () => {
    await desk.world.arrives(
      desk.clerk,
      await written({ from: 'x@stranger.example', subject: '#diffuser', text: 'now' }),
    );
    expect(desk.clerk.register.requests.size).toBe(2);
    expect(await subjects('x@stranger.example')).toEqual([expect.stringContaining('[INMQ-2026-0002]')]);
  });

  test('« Re: » does not run the command of the mail before again', async () => {
    const first = await written({
      from: officer,
      subject: '[INMQ-2026-0001] #note',
      text: 'une fois',
      headers: genuine(officer),
    });
    await desk.world.arrives(desk.clerk, first);
    const done = await last(officer);
    const again = {
      from: officer,
      subject: 'Re: [INMQ-2026-0001] #note',
      text: 'merci',
      answers: done,
      headers: genuine(officer),
    };
    await desk.world.arrives(desk.clerk, await written(again));
    expect(only().notes).toHaveLength(1);
  });

  test('#diffuser needs its code, from the right person, once', async () => {
    await desk.world.arrives(desk.clerk, await reply(ama, fivePoints));
    await command(officer, '#catégorie court terme, budget voté #complet');
    await command(officer, '#diffuser');
    expect((await last(officer)).text).toContain('direction');
    await command(approver, '#diffuser');
    const code = /#confirmer\s+([0-9A-Z]{10})/.exec((await last(approver)).text)?.[1];
    expect(only().notice).toBeUndefined();
    await command(officer, `#confirmer ${code}`);
    await command(approver, '#confirmer 2222222222');
    expect(only().notice).toBeUndefined();
    await command(approver, `#confirmer ${code}`);
    expect(only().notice?.author).toBe('dlavoie');
    await command(approver, `#confirmer ${code}`);
    expect((await last(approver)).text).toContain('déjà servi');
  });
});

describe('dissemination', () => {
  const partners = ['international@cfp-boreal.test', 'international@cegep-harricana.test'];

  test('every partner receives the same digest once, and the deadline runs from the last acceptance', async () => {
    await released();
    desk.world.clock.pass(60_000);
    await desk.clerk.tick('short');
    await desk.clerk.tick('short');
    await desk.clerk.sendDue();
    const digests = await Promise.all(
      desk.world.policy.partners.map((partner) => desk.world.lettersTo(partner.contacts[0].address)),
    );
    expect(digests.map((letters) => letters.length)).toEqual(desk.world.policy.partners.map(() => 1));
    expect(new Set(digests.flat().map((letter) => letter.text)).size).toBe(1);
    expect(only().status).toBe('disseminated');
    const [digest] = desk.clerk.register.digests.values();
    expect(digest?.deadline).toBeDefined();
    expect(Object.keys(digest?.letters ?? {})).toHaveLength(desk.world.policy.partners.length);
  });

  test('a partner that cannot be reached now is served later, and the deadline waits for it', async () => {
    await released();
    desk.world.clock.pass(60_000);
    desk.world.postman.answers.set(partners[0] ?? '', { state: 'deferred', response: '421 later' });
    await desk.clerk.tick('short');
    await desk.clerk.sendDue();
    const digest = () => [...desk.clerk.register.digests.values()][0];
    expect(digest()?.deadline).toBeUndefined();
    desk.world.postman.answers.clear();
    desk.world.clock.pass(61_000);
    await desk.clerk.sendDue();
    expect(await subjects(partners[0] ?? '')).toHaveLength(1);
    expect(digest()?.deadline).toBeDefined();
  });

  test('interest is recorded per partner, acknowledged, and told to staff', async () => {
    await released();
    desk.world.clock.pass(60_000);
    await desk.clerk.tick('short');
    await desk.clerk.sendDue();
    for (const from of partners)
      await desk.world.arrives(
        desk.clerk,
        await written({ from, subject: '[INMQ-2026-0001] Intérêt', text: 'Oui.', headers: genuine(from) }),
      );
    const [digest] = desk.clerk.register.digests.values();
    expect(digest?.answers.map((answer) => [answer.partner, answer.interest])).toEqual([
      ['cfp-boreal', 'interest'],
      ['cegep-harricana', 'interest'],
    ]);
    expect(await subjects(partners[0] ?? '')).toHaveLength(2);
  });

  test('a digest missed by more than the late window is not run by itself: staff is asked', async () => {
    await released();
    desk.world.policy = {
      ...desk.world.policy,
      modalities: {
        ...desk.world.policy.modalities,
        short: { ...desk.world.policy.modalities.short, lateWindowMs: 1000 },
      },
    };
    desk.world.clock.pass(60_000);
    desk.clerk = await desk.world.open();
    desk.world.clock.pass(29_000);
    await desk.clerk.tick('short');
    await desk.clerk.sendDue();
    expect(await subjects(partners[0] ?? '')).toEqual([]);
    expect((await last(officer)).text).toContain('manqué');
  });
});
