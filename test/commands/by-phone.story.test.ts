import { beforeEach, expect, test } from 'vitest';
import { desk, genuine, last, officer, only, opened } from '../correspondence.ts';
import { written } from '../world.ts';

beforeEach(opened);

const called = async (text: string) => {
  const mail = { from: officer, subject: '#nouveau téléphone', text, headers: genuine(officer) };
  await desk.world.arrives(desk.clerk, await written(mail));
};

test('a line of the person’s own among the fields ends none of them', async () => {
  await called(
    'Nom : Awa Diop\nTéléphone : +221 33 800 00 00\nFonction : doyenne\nCourriel : Awa <Awa@x.example>\nPays : Congo\n\nElle cherche un cours : de trois semaines.\n',
  );
  expect(only().requester).toMatchObject({ name: 'Awa Diop', address: 'awa@x.example', country: 'CG' });
  expect(only().notes[0]?.text).toBe(
    'Téléphone\u00A0: +221 33 800 00 00\n\nFonction : doyenne\nElle cherche un cours : de trois semaines.',
  );
});

test('our own mailbox is no requester', async () => {
  await called('Nom : Awa Diop\nCourriel : info@inm.example\nObjet : Bauxite\n');
  expect(desk.clerk.register.requests.size).toBe(0);
  expect((await last(officer)).text.replace(/\s+/g, ' ')).toContain('est une adresse de l’institut');
});
