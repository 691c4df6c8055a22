import { beforeEach, describe, expect, test } from 'vitest';
import { approver, desk, last, officer, only, request } from '../correspondence.ts';
import { buttonsIn } from '../pressing.ts';
import { written } from '../world.ts';
import { attack, codeOf, eventsOf, oneRequest, verdict } from './attacker.ts';

beforeEach(oneRequest);

const silent: Record<string, Record<string, string>> = {
  'a server that checks SPF alone': {
    'Authentication-Results': 'mx.inm.example; spf=pass smtp.mailfrom=greffier.test',
  },
  'a house without a DMARC policy': verdict('none'),
  'a server that could not look it up': verdict('temperror'),
};
const givenBack = async (address = officer) => {
  const letter = await last(address);
  expect(letter.subject).toContain('Rien n’a été changé');
  const [button, ...others] = buttonsIn(letter, address);
  if (!button || others.length > 0) throw new Error(`the refusal has ${others.length + (button ? 1 : 0)} buttons`);
  return button;
};

describe.each(Object.entries(silent))('%s', (_, headers) => {
  test('a press on any button is asked for once more, and then done', async () => {
    await attack({ subject: '[INMQ-2026-0001] #prendre', headers });
    expect(only().officer).toBeUndefined();
    const button = await givenBack();
    expect(button.label).toBe('C’est bien moi : redonner « #prendre »');
    await attack({ ...button, headers });
    expect(only().officer).toBe('mtremblay');
  });

  test('with the text, and two commands at once', async () => {
    await attack({ subject: '[INMQ-2026-0001] #note #prendre', text: 'Jointe par téléphone.', headers });
    const { subject, body } = await givenBack();
    await attack({ subject, text: body, headers });
    expect(only().officer).toBe('mtremblay');
    expect(only().notes.map(({ text }) => text)).toEqual(['Jointe par téléphone.']);
  });

  test('what goes to all still waits for its code', async () => {
    await attack({ subject: '#pause', headers });
    await attack({ ...(await givenBack()), headers });
    await attack({ subject: '#reprendre', headers });
    await attack({ ...(await givenBack()), headers });
    const paused = () => [...desk.clerk.register.years.values()].flatMap(({ pauses = [] }) => pauses).at(-1)?.paused;
    expect(paused()).toBe(true);
    await attack({ subject: `#confirmer ${await codeOf(officer)}`, headers });
    expect(paused()).toBe(false);
  });
});

test('the whole reason can be read', async () => {
  await attack({ subject: '[INMQ-2026-0001] #prendre' });
  const { text, html = '' } = await last(officer);
  expect(text.replace(/\s+/g, ' ')).toContain('Si vous ne l’avez pas écrite, ne faites rien.');
  expect(html).toContain('Si vous ne l’avez pas écrite, ne faites rien.');
});

test('of a From that the server saw through nothing comes back', async () => {
  await attack({ subject: '[INMQ-2026-0001] #prendre', headers: verdict('fail') });
  expect(buttonsIn(await last(officer), officer)).toEqual([]);
});

test('what comes back serves nobody else, no other request and no other class', async () => {
  const second = { ...request, from: 'k@other.example', subject: 'Other' };
  await desk.world.arrives(desk.clerk, await written(second));
  await attack({ subject: '[INMQ-2026-0001] #prendre' });
  const { subject } = await givenBack();
  await attack({ from: approver, subject });
  await attack({ subject: subject.replace('-0001', '-0002') });
  await attack({ subject: subject.replace('#prendre', '#rectifier'), text: 'Pays : CI' });
  expect(eventsOf('command-run')).toEqual([]);
  expect(eventsOf('code-issued')).toEqual([]);
});

test('an unknown verb without proof shows no command', async () => {
  await attack({ subject: '[INMQ-2026-0001] #prender' });
  expect(buttonsIn(await last(officer), officer)).toEqual([]);
});
