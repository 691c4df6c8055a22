import { beforeEach, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { command } from '../dissemination/release.ts';
import { FakeWorld, written } from '../world.ts';

const officer = 'mtremblay@greffier.test';
const approver = 'dlavoie@greffier.test';
const ama = 'Ama Boateng <aboateng@tgtu.example>';
const secret = 'Le recteur de l’université a été condamné pour fraude.';
const points = (expectations: string) =>
  `Nature des besoins : formation de douze instructeurs\nAttentes : ${expectations}\nType d’entente recherché : contrat\nRessources disponibles : 100 000 $\nÉchéancier préliminaire : mai 2027`;

let world: FakeWorld;
let clerk: Clerk;
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
  await world.arrives(clerk, await written({ from: ama, subject: 'Mine rescue training', text: 'Please help us.' }));
});

const give = (from: string, subject: string, text = '', reference = 'INMQ-2026-0001') =>
  command(world, clerk, from, `[${reference}] ${subject}`, text);
const released = (reference = 'INMQ-2026-0001') => clerk.register.requests.get(reference)?.notice !== undefined;

async function releases(reference = 'INMQ-2026-0001'): Promise<string> {
  await give(officer, '#catégorie court terme, confirmé #complet', '', reference);
  return (await give(approver, '#diffuser', '', reference)).text.replace(/\s+/g, ' ');
}

test.each([
  ['#rectifier', approver, `Attentes : ${secret}`],
  ['#clarifier', officer, points(secret)],
  ['#compte-rendu', officer, points(secret)],
])('a note that %s copied into a point is not released, whoever confirms; rewritten, it is', async (verb, by, text) => {
  await give(officer, '#note', secret);
  await give(officer, '#clarifier', points('une attestation'));
  await give(by, verb, text);
  expect(await releases()).toMatch(
    /La fiche contient, sous « Attentes [^»]*», une note interne de cette demande, mot pour mot : « Le recteur de l’université a été condamné pour fraude\. »\. Récrivez ce passage par « #rectifier »/,
  );
  expect(released()).toBe(false);
  await give(approver, '#rectifier', 'Attentes : une attestation reconnue');
  await give(approver, '#diffuser');
  expect(released()).toBe(true);
});

test('nor as the name of the organisation', async () => {
  await give(officer, '#note', secret);
  await give(officer, '#clarifier', points('une attestation'));
  await give(approver, '#rectifier', `Organisation : ${secret}`);
  expect(await releases()).toContain('sous « Organisation », une note interne');
  expect(released()).toBe(false);
});

test('a name that a note gives too is a name', async () => {
  await give(officer, '#note', 'Nom complet : Université de technologie de Tarkwa');
  await give(officer, '#clarifier', points('une attestation'));
  await give(approver, '#rectifier', 'Organisation : Université de technologie de Tarkwa');
  await releases();
  expect(released()).toBe(true);
});

test('what the minutes say under the five titles was written for the points', async () => {
  await give(officer, '#compte-rendu', points('une attestation reconnue par le ministère des Mines'));
  await releases();
  expect(released()).toBe(true);
});

test('what was asked on the telephone may be told as it was asked', async () => {
  const asked = 'Former douze instructeurs en sauvetage minier à Tarkwa.';
  const text = `Nom : Kofi Owusu\nOrganisme : Mines du Ghana\nPays : GH\nObjet : Sauvetage\n\n${asked}`;
  await world.arrives(clerk, await written({ from: officer, subject: '#nouveau téléphone', text, headers: proof }));
  await give(officer, '#clarifier', points(asked), 'INMQ-2026-0002');
  await releases('INMQ-2026-0002');
  expect(released('INMQ-2026-0002')).toBe(true);
});

test('what the requester wrote may be told, though a note repeats it', async () => {
  const wish = 'une attestation reconnue par le ministère des Mines';
  await world.arrives(
    clerk,
    await written({ from: ama, subject: 'Re: [INMQ-2026-0001] Demande reçue', text: points(wish) }),
  );
  await give(officer, '#note', `Le demandeur écrit : ${wish}`);
  await releases();
  expect(released()).toBe(true);
});

const proof = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };
