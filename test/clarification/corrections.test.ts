import { describe, expect, test } from 'vitest';
import { numberingIn } from '../../src/clarification/answered-letter.ts';
import { readChoice } from '../../src/clarification/choice.ts';
import { readAnswers, unsureCorrections } from '../../src/clarification/questionnaire.ts';
import { points } from '../../src/model/request.ts';

const slots = ['24T14', '25T13', '26T15'].map((hour, index) => ({
  number: index + 1,
  start: `2026-11-${hour}:30:00.000Z`,
  end: `2026-11-${hour}:59:00.000Z`,
}));
const numbering = numberingIn('acknowledgement', { slots, points: {} });
const told = (text: string) =>
  Object.fromEntries(
    readAnswers(text, new Set(points), ['Ama Boateng'], numbering).map(({ point, value }) => [point, value]),
  );
const slotIn = (text: string) => {
  const choice = readChoice(text, 'Re:', slots, ['America/Toronto'], ['Ama Boateng'], { slotsShown: true, numbering });
  return choice?.kind === 'slot' ? choice.number : choice?.kind;
};

describe('a correction of a point that is told already', () => {
  test.each([
    ['Correction : au point 4, lire 95 000 $', 'resources', '95 000 $'],
    ['Correction: point 4 should read CAD 95,000', 'resources', 'CAD 95,000'],
    ['Corrección: en el punto 4, léase 95 000 USD', 'resources', '95 000 USD'],
    ['Au point 5, veuillez lire « mars 2027 » au lieu de mai 2027.', 'timeline', 'mars 2027'],
    ['Au point 3, il faut lire : contrat de services', 'agreementType', 'contrat de services'],
    ['En el punto 2 debe decir: autonomía del equipo', 'expectations', 'autonomía del equipo'],
    ['Erratum – point 4 : 95 000 $', 'resources', '95 000 $'],
    ['Please correct point 4: CAD 95,000', 'resources', 'CAD 95,000'],
    ['Bonjour,\nCorrection au point 4 : 95 000 $\nMerci', 'resources', '95 000 $'],
    ['Our timeline has changed: now March 2027', 'timeline', 'March 2027'],
    ['The timeline has moved to March 2027.', 'timeline', 'March 2027'],
    ['L’échéancier est reporté à septembre 2027', 'timeline', 'septembre 2027'],
    ['Nuestro cronograma ha cambiado: ahora marzo de 2027', 'timeline', 'marzo de 2027'],
    ['Nouvel échéancier : mars 2027', 'timeline', 'mars 2027'],
    ['Change of timeline: March 2027', 'timeline', 'March 2027'],
    ['The new timeline is March 2027', 'timeline', 'March 2027'],
    ['Le budget passe à 95 000 $.', 'resources', '95 000 $'],
    ['El presupuesto ahora es de USD 95 000.', 'resources', 'USD 95 000'],
    ['The budget has increased from CAD 90,000 to CAD 95,000.', 'resources', 'CAD 95,000'],
    ['Le nouveau budget est de 95 000 $', 'resources', '95 000 $'],
    ['Our expectations have changed: full autonomy of the team', 'expectations', 'full autonomy of the team'],
    ['Dear Marie,\n\nPlease note that our budget is now CAD 95,000. Thank you.\n\nAma', 'resources', 'CAD 95,000'],
  ])('%j', (text, point, value) => {
    expect(told(text)).toEqual({ [point]: value });
    expect(slotIn(text)).toBeUndefined();
    expect(slotIn(`Slot 2 please. ${text}`)).toBe(2);
  });

  test('may be broken by the mail program', () =>
    expect(
      told('Our board met last week and approved more than we asked. Our budget\nhas increased to CAD 95,000.'),
    ).toEqual({
      resources: 'CAD 95,000',
    }));

  test('stands among the answers, and replaces the one that it corrects', () =>
    expect(
      told(
        '1. Training\n2. A certificate\n3. MoU\n4. CAD 90,000\n5. May 2027\n\nCorrection: at point 4 read CAD 95,000',
      ),
    ).toMatchObject({ resources: 'CAD 95,000', timeline: 'May 2027' }));

  test('may be the numbers of the form alone, where each says what its point asks for', () => {
    expect(told('4. 95 000 $\n5. 2028')).toEqual({ resources: '95 000 $', timeline: '2028' });
    expect(told('4. Hotel\n5. Flights')).toEqual({});
  });
});

test.each([
  'Our budget has changed.',
  'Le point 4 est à corriger : 95 000 $',
  'I made a mistake in point 4: it is CAD 95,000',
  'Deseamos modificar el punto 5: marzo de 2027',
  'Our budget is now approved.',
  'Our timeline might change, or it has: our timeline has changed to perhaps March 2027.',
])('what leaves the new value open is for people: %j', (text) => {
  expect(told(text)).toEqual({});
  expect(unsureCorrections(`Dear Marie,\n\n${text}`).length).toBeLessThan(2);
});

test.each([
  'Le budget n’a pas changé.',
  'Has our timeline changed?',
  'Notre échéancier pourrait changer : mars 2027 ?',
  'Our timeline may be moved to March 2027.',
  'The meeting is now on Wednesday.',
  'The date has changed: Wednesday',
  'Slot 2 is now fine',
  'Our director is now Mr. Kone',
  'My schedule has changed: Wednesday only',
  'Notre calendrier a changé : libre mercredi',
  'The training has changed: twelve people',
  'Please note our number: 555',
])('is no correction: %j', (text) => {
  expect(told(text)).toEqual({});
  expect(unsureCorrections(text)).toEqual([]);
});
