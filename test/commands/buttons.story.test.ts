import { expect, test } from 'vitest';
import { command } from '../dissemination/release.ts';
import { buttonsIn } from '../pressing.ts';
import { FakeWorld, written } from '../world.ts';

const officer = 'mtremblay@greffier.test';

test('a letter shows at most six buttons first, what is due before all; the others are listed below', async () => {
  const world = new FakeWorld();
  const clerk = await world.open();
  await world.arrives(
    clerk,
    await written({ from: 'Ama Boateng <aboateng@tgtu.example>', subject: 'Training', text: 'Dear Sir, please help.' }),
  );
  const letter = await world.lastLetterTo(officer);
  const [first = '', others = ''] = (letter.html ?? '').split('Autres commandes');
  expect(buttonsIn({ ...letter, html: first }, officer)).toHaveLength(6);
  expect(buttonsIn({ ...letter, html: first }, officer)[0]?.label).toBe('Prendre la demande en charge');
  const listed = buttonsIn({ ...letter, html: others }, officer).map(({ label }) => label);
  expect(listed).toEqual(expect.arrayContaining(['Fermer : hors mandat', 'Voir tout ce qui est possible']));
  // In the text part each is a line with the subject to write.
  expect(letter.text).toMatch(
    /Autres commandes\n-+\n[\s\S]*- Fermer\s: hors mandat\n {2}Objet\s: \[INMQ-2026-0001\] #fermer hors mandat\n/,
  );

  // What is proposed or suggested is never put behind.
  const refused = await command(world, clerk, officer, '[INMQ-2026-0001] #catgorie court');
  const [suggested = ''] = (refused.html ?? '').split('Autres commandes');
  expect(suggested).toContain('>Catégorie\u00A0: court terme (motif');
});
