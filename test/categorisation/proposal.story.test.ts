import { beforeEach, describe, expect, test } from 'vitest';
import { ama, command, desk, fivePoints, last, officer, opened, reply, request } from '../correspondence.ts';
import { written } from '../world.ts';

const plain = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ');
const answers = async (text: string) => desk.world.arrives(desk.clerk, await reply(ama, text));
const told = async () => plain((await last(officer)).text);

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
});

describe('the proposal reaches staff', () => {
  test('once the five points are there, with its reasons and a button', async () => {
    await answers('4. Available resources\nCAD 175 000, approved.');
    expect(await told()).not.toContain('Catégorie proposée');
    await answers(fivePoints);
    expect(await told()).toContain('Catégorie proposée : court terme');
    expect(await told()).toContain('Financement engagé');
    expect(await told()).toContain('#catégorie court terme');
  });

  test('again when what is said since speaks for another category, and not when it speaks for the same', async () => {
    await answers(fivePoints);
    await command(officer, '#catégorie court terme');
    await answers('5. Preliminary timeline\nApril 2027');
    expect(await told()).not.toContain('Catégorie proposée');
    await answers('5. Preliminary timeline\nSeptember 2029');
    expect(await told()).toContain('Catégorie proposée : long terme (confirmée : court terme)');
    expect(await told()).toContain('au-delà de 18 mois');
  });

  test('in #statut, until a person has confirmed one', async () => {
    await command(officer, '#statut');
    expect(await told()).not.toContain('Catégorie proposée');
    await answers(fivePoints);
    await command(officer, '#statut');
    expect(await told()).toContain('Catégorie proposée : court terme');
    await command(officer, '#catégorie court terme');
    await command(officer, '#statut');
    expect(await told()).not.toContain('Catégorie proposée');
  });
});
