import { expect, test } from 'vitest';
import { triage } from '../../src/reception/triage.ts';
import { mailOf } from '../mail/make.ts';
import { circle } from './circle.ts';

type Spec = Parameters<typeof mailOf>[0];
const wish = 'We look for training for 12 instructors.';
const need = 'Nous cherchons une formation pour douze formateurs.';
const unsubscribe = { 'List-Unsubscribe': '<https://crm.example/u/1>' };

test.each<[string, Spec]>([
  ['bulk', { text: 'Nos mineurs manquent de tout, et la saison approche.' }],
  ['list', { text: need }],
  ['junk', { text: 'السادة المحترمون، التمويل مؤمَّن من الوزارة.' }],
  ['bulk', { text: 'Financement en négociation; ouverture visée : 2029.', cc: ['dg@mines-ci.example'] }],
  ['bulk', { text: 'See below.', to: ['dean@tgtu.example'], cc: ['info@inm.example'] }],
])('is entered unanswered: what a gateway marks %s, and nothing else shows to be for many: %j', (precedence, spec) => {
  expect(triage(mailOf({ ...spec, headers: { Precedence: precedence } }), circle)).toMatchObject({
    kind: 'request',
    answerable: false,
  });
});

test('a person who writes through a program from an address nobody reads, with their own in Reply-To', () => {
  const spec = { from: 'noreply@crm.example', replyTo: 'ama@mine.example', text: wish, headers: unsubscribe };
  expect(triage(mailOf(spec), circle)).toMatchObject({ kind: 'request' });
});

test('what an infolettre asks is entered, and not answered', () => {
  const spec = { from: 'infolettre@ville.example', text: `${need}\n\nSe désabonner` };
  expect(triage(mailOf(spec), circle)).toMatchObject({ kind: 'request', answerable: false });
});
