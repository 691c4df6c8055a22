import { expect, test } from 'vitest';
import { internalWords } from '../../src/commands/own-words.ts';
import { addendumNote } from '../../src/dissemination/addendum.ts';
import { apply } from '../../src/model/apply.ts';
import { seal } from '../../src/model/chain.ts';
import type { RegisterEvent } from '../../src/model/events.ts';
import { emptyRegister } from '../../src/model/register.ts';
import { noon, payload, registration } from '../fakes/entries.ts';

const reference = 'INMQ-2026-0001';
const mail = 'a'.repeat(64);
const note = (text: string): RegisterEvent => ({ kind: 'note-added', reference, text });
const found = (value: string): RegisterEvent => ({
  kind: 'finding-added',
  reference,
  finding: { kind: 'Réputation', value, evidence: 'annuaire' },
});
/** An answer of the requester, or what staff wrote down for one. */
const needs = (value: string, source = { author: 'k.amani@mines-ci.example', mail }): RegisterEvent => ({
  ...{ kind: 'point-answered', reference, point: 'needs', value, applies: true },
  ...source,
});
const byStaff = { author: 'mtremblay', mail: 'b'.repeat(64) };

/** Whether that may leave in a letter, after what was written down. */
function leaves(words: string, ...events: RegisterEvent[]): boolean {
  const register = emptyRegister();
  apply(register, seal(payload('test/1', [...registration(reference, mail), ...events]), noon, undefined));
  const request = register.requests.get(reference);
  if (!request) throw new Error('nothing is registered');
  return internalWords(words, request, register) === undefined;
}

const trial = 'Le recteur de l’université est en procès pour fraude.';
test.each([
  ['as it stands', trial, false],
  ['without its full stop', 'Bonjour.\n\nLe recteur de l’université est en procès pour fraude', false],
  ['with another stop', 'Le recteur de l’université est en procès pour fraude!', false],
  ['continued', 'Le recteur de l’université est en procès pour fraude, nous attendons.', false],
  ['within a sentence', 'Comme dit, le recteur de l’université est en procès pour fraude depuis juin.', false],
  ['in capitals', 'LE RECTEUR DE L’UNIVERSITÉ EST EN PROCÈS POUR FRAUDE', false],
  ['without accents', "Le recteur de l'universite est en proces pour fraude.", false],
  ['with marks in it', 'Le recteur de l’« université » est… en procès (pour fraude).', false],
  ['over lines and quote marks', '> Le recteur de\n> l’université est en\n> procès pour fraude', false],
  ['in part', 'Le recteur de l’université est en voyage.', true],
  ['in words that go on', 'Le recteur de l’université est en procès pour fraudes mineures.', true],
  ['with other words between', 'Le recteur de votre université est en procès, dit-on, pour fraude.', true],
])('a sentence of a note, %s', (_, words, goes) => {
  expect(leaves(words, note(`Appel de ce matin. ${trial}`))).toBe(goes);
  expect(leaves(words, found(trial))).toBe(goes);
});

test.each([
  [
    'behind a colon',
    'Réputation : douteuse, selon un ancien partenaire',
    'Elle est douteuse selon un ancien partenaire.',
  ],
  ['before a colon', 'Le ministère tranche en secret : on attend.', 'Le ministère tranche en secret, dit-on.'],
])('what stands in a note %s', (_, text, words) => {
  expect(leaves(words, note(text))).toBe(false);
  expect(leaves('Le ministère a tranché; un ancien partenaire est avisé.', note(text))).toBe(true);
});

test.each([
  ['of its own', 'Le doyen est ivre.', false],
  ['without its full stop', 'Bonjour\nle doyen est ivre\nMerci', false],
  ['between commas', 'Vous savez, LE DOYEN EST IVRE, et nous attendons.', false],
  ['as part of a sentence', 'On nous dit que le doyen est ivre de joie.', true],
])('a short note, %s', (_, words, goes) => {
  expect(leaves(words, note('Le doyen est ivre. Merci beaucoup.'))).toBe(goes);
});

test.each([
  ['a courtesy', 'Merci beaucoup.', 'Le doyen est ivre. Merci beaucoup.'],
  ['the heading of the minutes', 'Voici le compte rendu de la rencontre.', 'Compte rendu de la rencontre\nRien.'],
  ['a title of the questionnaire', 'Il manque le type d’entente recherché.', '3. Type d’entente recherché\nContrat'],
  ['the same in English', 'Please tell us the type of agreement sought.', '3. Type of agreement sought\nA contract'],
])('%s may be said, though it stands in a note', (_, words, text) => {
  expect(leaves(words, note(text))).toBe(true);
});

test.each([
  ['an answer of a few words', 'May 2027, three weeks.', 'Échéancier : May 2027, three weeks.'],
  ['a longer one', 'Former douze instructeurs en sauvetage.', 'Vous voulez former douze instructeurs en sauvetage.'],
])('%s of the requester may be said again', (_, value, words) => {
  expect(leaves(words, note(`Compte rendu de la rencontre\n1. Nature des besoins\n${value}`), needs(value))).toBe(true);
  expect(leaves(words, note(value))).toBe(false);
});

test('what staff wrote down for an answer is no answer of the requester', () => {
  const value = 'Le recteur est en procès et le ministre le protège.';
  expect(leaves(value, note(`Compte rendu de la rencontre\nÉchéancier\n${value}`), needs(value, byStaff))).toBe(false);
  expect(leaves(value, note(value), needs(value))).toBe(true);
});

test('what the requester had answered before staff put it otherwise may be said again', () => {
  const answer = 'Former douze instructeurs en sauvetage minier.';
  expect(leaves(answer, note(answer), needs(answer), needs('Former des instructeurs.', byStaff))).toBe(true);
});

test('what went out to all may be said again; why it did not, never', () => {
  const answer = 'Le demandeur paie le voyage et le logement.';
  const text = `Question : Qui paie?\nRéponse : ${answer}`;
  expect(leaves(answer, note(addendumNote(3, text)))).toBe(true);
  expect(leaves(answer, note(`Réponse non partagée avec tous les partenaires : ${answer}`))).toBe(false);
  expect(leaves(answer, note(text))).toBe(false);
});

test('what the requester answered may be said again, though it stands in the minutes too', () => {
  const minutes = note(`Compte rendu de la rencontre\n1. Nature des besoins\nFormer douze instructeurs.\n\n${trial}`);
  const answer = 'Former douze instructeurs en sauvetage minier.';
  const said = 'Nous avons noté : former douze instructeurs en sauvetage minier.';
  expect(leaves(said, note(answer), needs(answer))).toBe(true);
  expect(leaves(said, note(answer))).toBe(false);
  expect(leaves(trial, minutes, needs(answer))).toBe(false);
});
