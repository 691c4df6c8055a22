import { beforeEach, describe, expect, test } from 'vitest';
import { questionnaireBody } from '../../src/clarification/questionnaire.ts';
import { command, desk, last, officer, only, opened, request } from '../correspondence.ts';
import { buttonsIn, press } from '../pressing.ts';
import { written } from '../world.ts';

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
});

describe('#compte-rendu', () => {
  test('fills the points under their titles and keeps the whole text', async () => {
    const text =
      'Présents : Mme Boateng.\n\n1. Nature des besoins\nSauvetage minier.\n\n4. Ressources\nSans objet : don.\n';
    await command(officer, '#compte-rendu', text);
    expect(only().points.needs).toMatchObject({ value: 'Sauvetage minier.', author: 'mtremblay' });
    expect(only().points.resources).toMatchObject({ applies: false });
    expect(only().notes.at(-1)?.text).toContain('Mme Boateng');
    expect((await last(officer)).text).toContain('Attentes');
  });

  test('takes nothing for a point that stands under another title, and says so', async () => {
    await command(
      officer,
      '#compte-rendu',
      'Besoins : forage\nÉchéancier : mai 2027\n\nSuivi : j’envoie le programme.',
    );
    expect(only().points.timeline?.value).toBe('mai 2027');
    const told = (await last(officer)).text.replace(/\s+/g, ' ');
    expect(told).toContain('ce texte reste de côté : « Suivi : j’envoie le programme. »');
    await command(officer, '#clarifier', '- Attentes : un diplôme\n- Couleur : rouge');
    expect((await last(officer)).text.replace(/\s+/g, ' ')).toContain('ce texte reste de côté : « - Couleur : rouge »');
  });

  test('takes no remark below the points for an answer, says so, and takes it by a button', async () => {
    const remark = 'Le recteur est en voyage cet hiver.';
    await command(officer, '#compte-rendu', `Besoins : forage\nÉchéancier : mai 2027\n\n${remark}`);
    expect(only().points.timeline?.value).toBe('mai 2027');
    expect(only().notes.at(-1)?.text).toContain(remark);
    const told = await last(officer);
    expect(told.text.replace(/\s+/g, ' ')).toContain(
      `Sous « Échéancier préliminaire », ce passage semble une remarque et reste de côté : « ${remark} »`,
    );
    const button = buttonsIn(told, officer).find(({ body }) => body.includes(remark));
    if (!button) throw new Error('no button takes the passage');
    await press(desk.world, desk.clerk, button);
    expect(only().points.timeline?.value).toBe(`mai 2027\n${remark}`);
  });

  test('offers no button for what says that it is for the house', async () => {
    await command(
      officer,
      '#compte-rendu',
      'Besoins : forage\nÉchéancier : mai 2027\n\nÀ l’interne, on doute du recteur.',
    );
    expect(only().points.timeline?.value).toBe('mai 2027');
    const told = await last(officer);
    expect(told.text).toContain('on doute du recteur');
    expect(buttonsIn(told, officer).filter(({ body }) => body.includes('recteur'))).toEqual([]);
  });

  test('takes no signature for an answer, nor for a reason', async () => {
    await command(officer, '#compte-rendu', 'Besoins : forage\nMarie');
    await command(officer, '#clarifier', 'Échéancier : s.o.\nMT');
    expect(only().points.needs?.value).toBe('forage');
    expect(only().points.timeline).toMatchObject({ applies: false, value: '' });
  });

  test('of the form keeps what was written and the titles, not our instructions', async () => {
    const form = questionnaireBody('fr', {}).replace('1. Nature des besoins\n', '1. Nature des besoins\nSauvetage.\n');
    await command(officer, '#compte-rendu', `Rencontre courte.\n${form.replace('et le motif', '\net le motif')}`);
    const kept = only().notes.at(-1)?.text ?? '';
    expect(kept).toMatch(/^Compte rendu de la rencontre\nRencontre courte\.\s+1\. Nature des besoins\nSauvetage\./);
    expect(kept).not.toMatch(/Répondez|sans objet|motif|Fin du questionnaire/);
  });

  test('refuses the form that came back empty', async () => {
    await command(officer, '#compte-rendu', `${questionnaireBody('fr', {})}\nMarie Tremblay\nConseillère, INMQ`);
    expect(only().notes).toEqual([]);
    expect((await last(officer)).text).toContain('Le compte rendu est vide');
  });

  test('tells what the closed lists make of the answers', async () => {
    await command(officer, '#compte-rendu', '3. Type d’entente\nun accord à notre façon\n4. Ressources\nBudget voté');
    const told = (await last(officer)).text.replace(/\s+/g, ' ');
    expect(told).toContain('type d’entente non reconnu, à vérifier');
    expect(told).toContain('financement engagé');
  });
});
