import { describe, expect, test } from 'vitest';
import { readChoice } from '../../src/clarification/choice.ts';
import type { Slot } from '../../src/model/request.ts';

/** Thursday 26 November at 10:00, Friday 27 at 14:30 and Thursday 3 December at 10:00 in Val-d'Or; five hours more in Accra. */
const slots: Slot[] = ['2026-11-26T15:00', '2026-11-27T19:30', '2026-12-03T15:00'].map((start, index) => ({
  number: index + 1,
  start: `${start}:00.000Z`,
  end: `${start.slice(0, 14)}59:00.000Z`,
}));
const zones = ['America/Toronto', 'Africa/Accra'];
const read = (text: string) => {
  const choice = readChoice(text, 'Re: [INMQ-2026-0042] Demande reçue', slots, zones);
  return choice?.kind === 'slot' ? choice.number : choice?.kind;
};

describe('a slot named by its day and time', () => {
  test.each<[string, number]>([
    ['vendredi 14 h 30', 2],
    ['Vendredi à 14h30, merci.', 2],
    ['Bonjour,\n\nle vendredi 27 novembre à 14 h 30 nous convient.\n\nMerci', 2],
    ['jeudi 26 novembre 10 h', 1],
    ['Le 3 décembre à 10 heures serait parfait.', 3],
    ['Thursday, November 26 at 10:00 a.m. works for us.', 1],
    ['Friday 2:30 pm please', 2],
    ['Friday at 7:30 p.m.', 2],
    ['December 3 at 3 pm', 3],
    ['viernes a las 14:30, gracias', 2],
    ['El jueves 3 de diciembre a las 10', 3],
    ['vendredi 19 h 30', 2],
    ['Vendredi 19 h 30 est parfait.', 2],
    ['Friday 2:30 PM EST', 2],
    ['Friday at 19:30 GMT', 2],
    ['Friday at 2:30 pm your time', 2],
    ['ven. 27 nov. 14 h 30', 2],
    ['Le 27 à 14h30', 2],
    ['vendredi 27 novembre 2026, 14 h 30 (Val-d’Or, UTC−5)', 2],
    ['Fri, Nov 27, 7:30 PM our time', 2],
    ['vendredi 27 novembre 2026, 19 h 30 (Accra, UTC+0)', 2],
    ['Friday 27/11/26 at 14:30', 2],
    ['Viernes 19:30 (hora de Acra)', 2],
    ['Vendredi 19 h 30 (Accra)', 2],
    ['Estamos disponibles el viernes 27 de noviembre a las 19:30', 2],
    ['Confirmed for the 27th at 2:30 pm.', 2],
    ['Fri 14.30', 2],
    ['Fri.', 2],
    ['27.11 à 14h30', 2],
    ['2026-11-27 14:30', 2],
    ['Friday 7:30 pm local time', 2],
    ['vendredi 19 h 30 (heure locale)', 2],
    ['Viernes 19:30 hora local', 2],
    ['Friday 2:30 pm your local time', 2],
    ['Slot 2, 7:30 pm local time', 2],
    ['Slot 2: Friday, November 27, 2026, 7:30 p.m. (Accra, UTC+0)', 2],
    ['2. Friday, November 27, 2:30 p.m. (Val-d’Or, UTC−5)', 2],
  ])('« %s » is slot %i', (text, number) => {
    expect(read(text)).toBe(number);
  });

  test.each([
    ['jeudi 10 h'],
    ['Thursday at 3 pm'],
    ['vendredi 15 h'],
    ['mardi à 10 h'],
    ['Friday at 2:30'],
    ['Friday 2:30 pm our time'],
    ['Friday 7:30 pm your time'],
    ['Friday 13.30'],
    ['jeudi ou vendredi'],
    ['Not available on Friday'],
    ['14 h 30'],
    ['vendredi 14 h 30?'],
    ['La plage 1, ou vendredi 14 h 30'],
    ['vendredi 14 h 30.\nNon, la plage 3.'],
    ['Thurs'],
    ['Fri 13.30'],
    ['Confirmed for the 28th at 2:30 pm.'],
    // Another year
    ['27 November 2027, 14:30'],
    ['27 novembre 2025'],
    ['Le vendredi 27 novembre 2027 à 14 h 30 nous convient.'],
    ['27/11/2027 14:30'],
    ['27/11/25 14:30'],
    ['2027-11-27 14:30'],
    ['La plage 2, le 27 novembre 2027.'],
    // At the other place's clock
    ['Vendredi 14 h 30 heure locale'],
    ['Friday 2:30 pm local time'],
    ['Viernes 14:30 hora local'],
    ['Slot 2, 2:30 pm local time'],
  ])('« %s » is asked, not guessed', (text) => {
    expect(read(text)).toBe('unsure');
  });

  test('« heure locale » of a place that is not known is asked', () => {
    const choice = readChoice('vendredi 14 h 30 heure locale', 'Re: Demande', slots, ['America/Toronto']);
    expect(choice?.kind).toBe('unsure');
  });

  test.each([
    ['Notre conseil se réunit vendredi à 14 h 30.'],
    ['Our board meets on Thursday at 10:00 a.m.'],
    ['Je vous appellerai vendredi 14 h 30 pour en parler.'],
    ['The course starts Friday, every week at 2:30 pm.'],
    ['El proyecto empieza el viernes a las 14:30.'],
  ])('« %s » is about something else', (text) => {
    expect(read(text)).not.toBeTypeOf('number');
  });
});
