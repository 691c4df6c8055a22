import { beforeEach, expect, test } from 'vitest';
import { ama, command, desk, fivePoints, last, officer, opened, request } from '../correspondence.ts';
import { written } from '../world.ts';

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
});

type Given = [line: string, text?: string];
const category: Given = ['#catégorie court terme, budget voté'];
const points: Given = ['#clarifier', fivePoints];

test.each<[line: string, before: Given[], text: string, told: string[]]>([
  ['#catégorie court terme, budget voté', [], '', ['reçue → catégorisée']],
  ['#catégorie court terme, budget voté', [points], '', ['en précision → catégorisée']],
  ['#catégorie long terme, rien ne presse', [category], '', []],
  ['#catégorie court terme, voté #complet', [points], '', ['en précision → catégorisée', 'catégorisée → complète']],
  ['#clarifier', [], fivePoints, ['reçue → en précision']],
  ['#clarifier', [['#clarifier', '1. Nature des besoins\nFormer 12 instructeurs.']], fivePoints, []],
  ['#compte-rendu', [], fivePoints, ['reçue → en précision']],
  ['#compte-rendu', [category], fivePoints, []],
  ['#annuler', [category], '', ['catégorisée → reçue']],
  ['#annuler', [['#note', 'vu']], '', []],
  ['#fermer hors mandat', [], '', ['reçue → fermée (hors du mandat)']],
  ['#indésirable', [], '', ['reçue → fermée (indésirable)']],
  ['#rouvrir', [['#indésirable']], '', ['fermée → reçue']],
  ['#note', [], 'vu', []],
  ['#prendre', [], '', []],
])('« %s », in row %#, tells the change of state', async (line, before, text, told) => {
  for (const [earlier, body] of [...before, [line, text] as Given]) {
    desk.world.clock.pass(1000);
    await command(officer, earlier, body);
  }
  const { text: answer, subject } = await last(officer);
  expect(subject).toContain('C’est fait');
  const lines = answer.replace(/[\u00A0\u202F]/g, ' ').split('\n');
  expect(lines.flatMap((each) => /^- État : (.*)$/.exec(each)?.[1] ?? [])).toEqual(told);
});

test('a new request has no state before', async () => {
  const headers = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };
  const text = `Nom : Kofi\nCourriel : kofi@tgtu.example\nObjet : Forage\n\nUne formation.`;
  await desk.world.arrives(desk.clerk, await written({ from: officer, subject: '#nouveau', text, headers }));
  expect((await last(officer)).text).not.toContain('État');
  expect((await desk.world.lettersTo(ama)).length).toBe(1);
});
