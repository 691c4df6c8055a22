import { beforeEach, describe, expect, test } from 'vitest';
import { pauseOf } from '../../src/model/register.ts';
import { approver, command, desk, genuine, last, officer, only, reply } from '../correspondence.ts';
import { buttonsIn, press } from '../pressing.ts';
import { written } from '../world.ts';
import { attack, codeOf, eventsOf, oneRequest, outside, verdict } from './attacker.ts';

beforeEach(oneRequest);

const arrives = async (mail: Buffer) => {
  desk.world.clock.pass(1000);
  await desk.world.arrives(desk.clerk, mail);
};
const office = async (subject: string, text = '', from = officer) =>
  arrives(await written({ from, subject, text, headers: genuine(from) }));
const words = async (address = officer) => (await last(address)).text.replace(/\s+/g, ' ');
const button = async (label: RegExp, address = officer) => {
  const found = buttonsIn(await last(address), address).find((one) => label.test(one.label));
  if (!found) throw new Error(`there is no button ${label}`);
  return found;
};
const notes = () => only().notes.map(({ text }) => text);
const paused = () => pauseOf(desk.clerk.register) !== undefined;
const refusals = () => eventsOf('command-refused').map((event) => 'why' in event && event.why);

describe('what answers « À confirmer » without its code', () => {
  beforeEach(async () => {
    await office('#pause');
    await office('#reprendre');
    expect((await last(officer)).subject).toContain('À confirmer');
  });

  test.each(['Oui, je confirme.', 'ok', 'Non, attendez Denis.', ''])(
    '« %s » is told that nothing was done',
    async (text) => {
      await arrives(await reply(officer, text));
      expect(refusals()).toEqual([expect.stringContaining('code')]);
      expect(await words()).toContain('rien n’a été changé');
      expect(paused()).toBe(true);
      await press(desk.world, desk.clerk, await button(/^Confirmer/));
      expect(paused()).toBe(false);
    },
  );

  test('the code in the body confirms nothing; the button does', async () => {
    await arrives(await reply(officer, `#confirmer ${await codeOf(officer)}`));
    expect(paused()).toBe(true);
    expect(await words()).toContain('dans l’objet');
    await press(desk.world, desk.clerk, await button(/^Confirmer/));
    expect(paused()).toBe(false);
  });

  test('after it was confirmed, what is written in that thread is no answer to it any more', async () => {
    const asked = await last(officer);
    await office(`#confirmer ${await codeOf(officer)}`);
    await arrives(await reply(officer, 'Merci.', undefined, asked));
    expect(refusals()).toEqual([]);
  });

  test('too late, the command comes back as a button', async () => {
    const asked = await last(officer);
    desk.world.clock.pass(3 * 3_600_000);
    await arrives(await reply(officer, 'Oui.', undefined, asked));
    expect(refusals()).toEqual([expect.stringContaining('expiré')]);
    expect((await button(/^Redonner/)).subject).toBe('#reprendre');
  });

  test('it is asked of nobody else, and a machine is not answered', async () => {
    const asked = await last(officer);
    await arrives(await reply(approver, 'Oui, je confirme.', undefined, asked));
    const headers = { 'Auto-Submitted': 'auto-replied', ...genuine(officer) };
    const away = { from: officer, subject: `Re: ${asked.subject}`, text: 'Absente.', answers: asked, headers };
    await arrives(await written(away));
    expect(refusals()).toEqual([]);
  });
});

test('about a request, the text is not lost: a button puts it among the notes', async () => {
  await arrives(await written({ from: officer, subject: '[INMQ-2026-0001] #répondre', text: 'Bonjour, voici.' }));
  const sent = desk.world.postman.sent.length;
  await arrives(await reply(officer, 'Oui, je confirme.'));
  expect(notes()).toEqual([]);
  expect(outside(sent)).toEqual([]);
  await press(desk.world, desk.clerk, await button(/notes? internes?/));
  expect(notes()).toEqual(['Oui, je confirme.']);
});

describe('a command in the body', () => {
  test.each([
    ['#prendre', '#prendre', ''],
    ['Prendre', undefined, ''],
    ['[INMQ-2026-0001] #prendre', '#prendre', ''],
    ['\n  #Prendre, svp\nMerci', '#Prendre svp', 'Merci'],
    ['#responsable dlavoie #note\nAppeler demain.', '#responsable dlavoie #note', 'Appeler demain.'],
    ['#3 est le bon dossier', undefined, ''],
    ['#urgent rappeler Mme Boateng', undefined, ''],
    ['Voir #prendre', undefined, ''],
    ['J’ai fait\n#prendre', undefined, ''],
    ['##prendre', undefined, ''],
    ['# prendre', undefined, ''],
  ])('« %s » is read as %s', async (text, line, rest) => {
    await office('Re: [INMQ-2026-0001] Nouvelle demande', text);
    if (line === undefined) {
      expect([notes(), refusals()]).toEqual([[text], []]);
      return;
    }
    expect(notes()).toEqual([]);
    expect(await words()).toContain('dans l’objet');
    const given = await button(/^Donner/);
    expect([given.subject, given.body.trim()]).toEqual([`[INMQ-2026-0001] ${line}`, rest]);
  });

  test('without a request it is told too', async () => {
    await office('Bonjour', '#pause');
    expect(paused()).toBe(false);
    await press(desk.world, desk.clerk, await button(/^Donner/));
    expect(paused()).toBe(true);
  });

  test('a stranger gets no hint, and a forged From no button', async () => {
    await arrives(await written({ from: 'x@stranger.example', subject: 'Hello', text: '#pause' }));
    expect(refusals()).toEqual([]);
    await attack({ subject: '[INMQ-2026-0001] Bonjour', text: '#prendre', headers: verdict('fail') });
    expect(only).toThrow('2 requests');
    expect(refusals()).toEqual([expect.stringContaining('falsifié')]);
    expect(buttonsIn(await last(officer), officer)).toEqual([]);
  });

  test('it is no note by another way either', async () => {
    await command(officer, '#note', '#prendre');
    expect(notes()).toEqual(['#prendre']);
  });
});
