import { expect, test } from 'vitest';
import { release } from '../dissemination/release.ts';
import { FakeWorld } from '../world.ts';

const approver = 'dlavoie@greffier.test';

test('a notice in another language is told where the code is asked for, and where it is done', async () => {
  const world = new FakeWorld();
  const clerk = await world.open();
  const needs = 'Capacitación de doce instructores en rescate minero y prevención de accidentes';
  await release(world, clerk, { from: 'Rosa Quispe <r@minas.example>', needs });
  const told = (await world.lettersTo(approver)).filter(({ text }) => /Langue de la fiche\s:\sespagnol/.test(text));
  expect(told.map(({ subject }) => subject.replace(/^\[\S+\]\s/, ''))).toEqual([
    expect.stringMatching(/^À confirmer/),
    'C’est fait',
  ]);
});

test.each(['Formation de douze instructeurs en sauvetage minier et prévention des accidents', 'VR'])(
  'nothing is said of a notice in French, nor of one too short to tell: %s',
  async (needs) => {
    const world = new FakeWorld();
    const clerk = await world.open();
    await release(world, clerk, { from: 'Ali <a@mines.example>', needs });
    expect((await world.lettersTo(approver)).some(({ text }) => text.includes('Langue de la fiche'))).toBe(false);
  },
);
