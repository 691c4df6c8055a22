import { beforeEach, describe, expect, test } from 'vitest';
import type { Mail } from '../../src/mail/mail.ts';
import { desk, genuine, last, officer, opened } from '../correspondence.ts';
import { buttonsIn } from '../pressing.ts';
import { written } from '../world.ts';

beforeEach(async () => {
  await opened();
  for (const name of ['ama', 'kofi', 'salma'])
    await arrives({ from: `${name}@${name}.example`, subject: `Training ${name}`, text: `A course for ${name}.` });
});

const arrives = async (mail: Parameters<typeof written>[0]) => {
  desk.world.clock.pass(60_000);
  await desk.world.arrives(desk.clerk, await written(mail));
};
const office = (subject: string, answers?: Mail) =>
  arrives({ from: officer, subject, text: '', headers: genuine(officer), ...(answers && { answers }) });
const words = async () => (await last(officer)).text.replace(/\s+/g, ' ');
const listed = async (line = '#liste') => {
  await office(line);
  return last(officer);
};
/** The last number of the request that each person took. */
const taken = () =>
  [...desk.clerk.register.requests.values()].filter((request) => request.officer).map(({ reference }) => reference);
const nextDay = () => desk.world.clock.pass(86_400_000);

describe('a number in the answer to a list', () => {
  test.each([
    '2',
    '#2',
    'la 2',
    'le numéro 2',
    'nº 2',
    'n° 2',
    'no 2',
    'no. 2',
    'numéro 2',
    'la #2',
    'la nº 2',
    '2.',
    'demande 2',
    'la demande 2',
  ])('« #prendre %s » takes the second', async (number) => {
    await office(`#prendre ${number}`, await listed());
    expect(taken()).toEqual(['INMQ-2026-0002']);
  });

  test.each([
    ['#prendre 9', 'La liste n’a pas de numéro 9 : elle va de 1 à 3.'],
    ['#prendre #9', 'La liste n’a pas de numéro 9 : elle va de 1 à 3.'],
    ['#prendre 0', 'La liste n’a pas de numéro 0 : elle va de 1 à 3.'],
    ['#catégorie 4 moyen', 'La liste n’a pas de numéro 4 : elle va de 1 à 3.'],
    ['#prendre 1, 2', 'L’objet donne plusieurs numéros (1, 2), et un courriel ne concerne qu’une demande'],
    ['#prendre 1 et 2', 'L’objet donne plusieurs numéros (1, 2)'],
    ['#prendre la 1, la 2 et la 3', 'L’objet donne plusieurs numéros (1, 2, 3)'],
    ['#prendre 1 2', 'L’objet donne plusieurs numéros (1, 2)'],
    ['#prendre', 'écrivez derrière la commande son numéro dans la liste (elle va de 1 à 3)'],
    ['#prendre la dernière', 'de 1 à 3'],
    ['#note le 3 décembre, rappeler', 'de 1 à 3'],
    ['#note la 3 fois', 'de 1 à 3'],
    ['#attente 15 janvier 2027', 'de 1 à 3'],
    ['#attente 15.1.2027', 'de 1 à 3'],
  ])('« %s »: %s', async (line, why) => {
    await office(line, await listed());
    expect((await last(officer)).subject).toContain('Rien n’a été changé');
    expect(await words()).toContain(why);
    expect(taken()).toEqual([]);
    expect(buttonsIn(await last(officer), officer).map(({ subject }) => subject)).toEqual(['#liste']);
  });

  test.each([
    ['#note 2, 3 personnes viendront', '3 personnes viendront'],
    ['#note 2 : 3', '3'],
    ['#note la 2e fois', undefined],
  ])('« %s » notes %s', async (line, note) => {
    await office(line, await listed());
    expect(desk.clerk.register.requests.get('INMQ-2026-0002')?.notes.map(({ text }) => text)).toEqual(
      note === undefined ? [] : [note],
    );
  });

  test('an empty list has none, and one entry is told as one', async () => {
    await office('#prendre 1', await listed('#liste mes'));
    expect(await words()).toContain('La liste est vide');
    await office('[INMQ-2026-0002] #prendre');
    await office('#note 2', await listed('#liste mes'));
    expect(await words()).toContain('La liste n’a pas de numéro 2 : elle n’a que le 1.');
  });

  test('what needs no request is not asked for one, and an unknown verb is told as such', async () => {
    const list = await listed();
    await office('#statu 9', list);
    expect(await words()).toContain('La liste n’a pas de numéro 9');
    await office('#registre 2019', list);
    expect((await last(officer)).subject).not.toContain('Rien');
    await office('#prendrai 9', list);
    expect(await words()).toContain('n’est pas une commande connue');
  });
});

describe('a number without a list', () => {
  test('is looked for in the lists of the day', async () => {
    await listed();
    await office('#prendre la 3');
    expect(taken()).toEqual(['INMQ-2026-0003']);
    await office('#prendre 7');
    expect(await words()).toContain('Aucune de vos listes d’aujourd’hui n’a de numéro 7');
  });

  test('is no number where there was none today', async () => {
    await listed();
    nextDay();
    await office('#prendre 1');
    expect(await words()).toContain('Aucune demande n’est nommée');
  });
});
