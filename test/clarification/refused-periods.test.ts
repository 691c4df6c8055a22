import { describe, expect, test } from 'vitest';
import { readChoice } from '../../src/clarification/choice.ts';
import type { Slot } from '../../src/model/request.ts';

/** Tuesday 24 November 2026 at 15:00, Wednesday 25 and Thursday 26 at 13:30 in Accra. */
const slots: Slot[] = ['2026-11-24T15:00', '2026-11-25T13:30', '2026-11-26T13:30'].map((start, index) => ({
  number: index + 1,
  start: `${start}:00.000Z`,
  end: new Date(Date.parse(`${start}:00.000Z`) + 45 * 60_000).toISOString(),
}));
const read = (text: string) => {
  const zones = ['America/Toronto', 'Africa/Accra'];
  const choice = readChoice(text, 'Re: [INMQ-2026-0001] Demande reçue', slots, zones, [
    'Ama Boateng',
    'Marie Tremblay',
  ]);
  return choice?.kind === 'slot' ? choice.number : choice?.kind;
};

describe('a period that leaves none of the slots refuses them', () => {
  test.each([
    'Bonjour, malheureusement nous sommes en session d’examens toute la semaine. Auriez-vous des disponibilités la semaine du 7 décembre ?',
    'Unfortunately we are all travelling this week. Any chance of something in December?',
    'Lamentablemente esta semana no podemos. ¿Podría ser la próxima?',
    'These times are in the middle of our exams, sorry.',
    'Nous ne sommes disponibles qu’en décembre.',
    'We are only available in the evening, after 8 pm.',
    'Solo estamos disponibles en diciembre.',
    'Aucune des plages ne fonctionne de notre côté, désolé !',
    'None of the proposed slots is suitable for our team.\n\nBest regards,\nAma Boateng',
  ])('%j', (text) => expect(read(text)).toBe('none-fits'));
});

describe('a period that leaves one does not', () => {
  test.each([
    'Nous ne pouvons pas jusqu’au 25 novembre.',
    'Auriez-vous des disponibilités la semaine du 23 novembre ?',
    'Any chance of something in November?',
    'Nous ne sommes disponibles qu’en novembre.',
    'We are only available in the afternoon, after 2 pm.',
  ])('%j', (text) => expect(read(text)).toBe('unsure'));
});

describe('a period of another matter is none of the meeting', () => {
  test.each([
    'Our training in December is only for engineers.',
    'Nos étudiants sont en examens en décembre.',
    'Could we start the training in December?',
    'Nous avons envoyé le formulaire cette semaine.',
    'Esta semana no podemos enviar el formulario.',
    'Nous serons en mission en mars.',
  ])('%j', (text) => expect(read(text)).toBeUndefined());
});
