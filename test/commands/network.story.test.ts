import { beforeEach, describe, expect, test } from 'vitest';
import { network } from '../../src/model/network.ts';
import { approver, desk, genuine, last, officer, opened } from '../correspondence.ts';
import { buttonsIn, press } from '../pressing.ts';
import { written } from '../world.ts';

beforeEach(opened);

const gives = async (from: string, subject: string, text = '') => {
  desk.world.clock.pass(1000);
  await desk.world.arrives(desk.clerk, await written({ from, subject, text, headers: genuine(from) }));
};
/** What the answer lets its reader change, in the order of the buttons. */
const offered = async (from: string, subject: string) => {
  await gives(from, subject);
  const letter = await last(from);
  expect(letter.text).toContain('cfp-boreal');
  return buttonsIn(letter, from).filter((button) => button.subject.startsWith('#partenaire '));
};
const wordless = (label: string) => label.replace(/ \(.*/, '');
/** Presses the button with what is written into its form, then confirms. */
const click = async (label: string, ...lines: string[]) => {
  const button = buttonsIn(await last(approver), approver).find((each) => each.label.startsWith(label));
  if (!button) throw new Error(`no button « ${label} »`);
  let { body } = button;
  for (const line of lines) body = body.replace(line.replace(/:.*/, ': '), line);
  await press(desk.world, desk.clerk, { ...button, body });
  const confirm = buttonsIn(await last(approver), approver).find((each) => each.label === 'Confirmer');
  if (confirm) await press(desk.world, desk.clerk, confirm);
};
const members = () => network(desk.clerk.register, desk.world.policy);
const contact = () => members().find(({ id }) => id === 'cfp-boreal')?.contacts[0].address ?? '';
const boreal = () => desk.clerk.register.partners.get('cfp-boreal');

test('who may change the network adds to it and opens each of it by a button', async () => {
  const labels = (await offered(approver, '#partenaire')).map(({ label }) => wordless(label));
  expect(labels).toEqual(['Ajouter un partenaire', ...members().map(({ name }) => `Modifier : ${name}`)]);
});

test('who may not is shown none', async () => {
  expect(await offered(officer, '#partenaire')).toEqual([]);
  expect(await offered(officer, '#partenaire cfp-boreal')).toEqual([]);
});

describe('without a word in the subject but those of the buttons', () => {
  beforeEach(() => gives(approver, '#partenaire cfp-boreal'));

  test('somebody else is named', async () => {
    await click('Nommer une autre personne-ressource', 'Courriel : Anne@Boreal.test', 'Nom : Anne Côté');
    expect(boreal()?.partner?.contacts.at(-1)).toEqual({ name: 'Anne Côté', address: 'anne@boreal.test' });
    expect((await last(approver)).subject).toBe('C’est fait');
  });

  test('the first contact changes once it has confirmed itself', async () => {
    await click('Changer la première personne-ressource', 'Courriel : anne@boreal.test');
    expect((await last('anne@boreal.test')).text).toContain('confirm');
  });

  test('a consent is recorded with its source', async () => {
    const address = contact();
    await click(`${address} : consent`, 'Source : courriel du 3 mai');
    expect(boreal()?.partner?.contacts[0].consent).toMatchObject({ source: 'courriel du 3 mai' });
  });

  test('a language is chosen', async () => {
    const address = contact();
    await click(`${address} : lettres en français, puis en anglais`);
    expect(boreal()?.languages).toEqual({ [address]: 'en' });
  });

  test('it leaves the network, with the reason', async () => {
    await click('Retirer ce partenaire', 'Motif : fermé depuis juin');
    expect(boreal()?.left?.why).toBe('fermé depuis juin');
  });

  test.each([
    ['Nommer une autre personne-ressource', [], 'L’adresse de courriel manque'],
    ['Nommer une autre personne-ressource', ['Courriel : anne chez boreal'], 'n’est pas une adresse'],
    ['Retirer ce partenaire', [], 'Le motif manque'],
  ])('%s, left empty or written badly, changes nothing: %j', async (label, lines, why) => {
    await click(label, ...lines);
    const told = await last(approver);
    expect(told.subject).toContain('Rien n’a été changé');
    expect(told.text.replace(/\s+/g, ' ')).toContain(why);
  });
});

test('a house that is new is added under a name made of its own', async () => {
  await gives(approver, '#partenaire');
  await click('Ajouter un partenaire', 'Établissement : Cégep de l’Étang-Noir', 'Courriel : dir@etang.test');
  expect(members().at(-1)).toMatchObject({ id: 'cegep-de-l-etang-noir', name: 'Cégep de l’Étang-Noir' });
  await gives(approver, '#partenaire');
  await click('Ajouter un partenaire', 'Établissement : Cégep de l’étang noir', 'Courriel : autre@etang.test');
  expect((await last(approver)).text).toContain('est déjà du réseau');
});
