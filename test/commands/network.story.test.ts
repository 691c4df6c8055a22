import { beforeEach, expect, test } from 'vitest';
import { approver, desk, genuine, last, officer, opened } from '../correspondence.ts';
import { buttonsIn } from '../pressing.ts';
import { written } from '../world.ts';

beforeEach(opened);

/** What the answer to « #partenaire » lets its reader change, in the order of the buttons. */
const offered = async (from: string) => {
  const mail = { from, subject: '#partenaire', text: '', headers: genuine(from) };
  await desk.world.arrives(desk.clerk, await written(mail));
  const letter = await last(from);
  expect(letter.text).toContain('cfp-boreal');
  return buttonsIn(letter, from)
    .filter(({ subject }) => subject.startsWith('#partenaire '))
    .map(({ label }) => label.replace(/ \(.*/, ''));
};

test('where the identifiers stand, who may change the network finds how', async () => {
  expect(await offered(approver)).toEqual([
    'Ajouter un partenaire',
    'Nommer une autre personne-ressource',
    'Changer la première personne-ressource',
    'Inscrire un consentement',
    'Choisir la langue des lettres à une personne-ressource',
    'Retirer un partenaire',
  ]);
});

test('who may not is shown none', async () => {
  expect(await offered(officer)).toEqual([]);
});
