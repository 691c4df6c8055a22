import { describe, expect, test } from 'vitest';
import { readChoice } from '../../src/clarification/choice.ts';

/** Tuesday 24, Wednesday 25 and Thursday 26 November; none is the second of a month. */
const slots = ['24T14', '25T18', '26T18'].map((hour, index) => ({
  number: index + 1,
  start: `2026-11-${hour}:30:00.000Z`,
  end: `2026-11-${hour}:59:00.000Z`,
}));
const read = (text: string) => readChoice(text, 'Re:', slots, ['America/Toronto', 'Africa/Accra'], ['Ama Boateng']);

describe('a choice whose worth its writer lessens is asked', () => {
  test.each([
    'Slot 2 works for us. It is just an idea.',
    'Slot 2 works for us. It’s merely our first thought.',
    'Slot 2 works for us. Think of it as a placeholder.',
    'Slot 2. Please treat this as a draft.',
    'Slot 2. Our Minister has the final say.',
    'La plage 2. Considérez ceci comme un brouillon.',
    'La plage 2 nous convient. Voyez cela comme une simple option.',
    'La plage 2 nous convient. C’est juste une suggestion.',
    'La plage 2 nous convient. Ce n’est qu’une première idée.',
    'La plage 2 nous convient. Le dernier mot revient au DG.',
    'El horario 2 nos conviene. Es apenas una sugerencia.',
    'El horario 2 nos conviene. Véanlo como una posibilidad.',
    'El horario 2. Mi jefe tiene la última palabra.',
  ])('%j', (text) => expect(read(text)?.kind).toBe('unsure'));
});

test.each([
  'Slot 2 works for us. January remains our favourite.',
  'La plage 2 nous convient. Décembre aurait notre faveur.',
  'El horario 2 nos conviene. Diciembre sería lo ideal.',
])('so is one beside another month: %j', (text) => expect(read(text)?.kind).toBe('unsure'));

test.each([
  'El 2, con reservas.',
  'El 2, por ahora.',
  'El 2, si todo sale bien.',
  'El 2, aunque nada está decidido.',
  'Le 2, sans engagement.',
])('so is a number that may be a day: %j', (text) => expect(read(text)?.kind).toBe('unsure'));

describe('what is glad of the meeting, or of the project, lessens nothing', () => {
  test.each([
    'Slot 2 works for us. It is an honour for our school.',
    'Slot 2 works for us. This is a great opportunity for us.',
    'Slot 2 works for us. Please consider our request for simulators.',
    'Slot 2 works for us. March is when our training year begins.',
    'La plage 2 nous convient. C’est une belle occasion.',
    'La plage 2 nous convient. Voyez notre programme ci-joint.',
    'La plage 2 nous convient. Mars est le début de nos formations.',
    'El horario 2 nos conviene. Es una gran oportunidad.',
    'El horario 2 nos conviene. Tomen nota de mi WhatsApp.',
  ])('%j', (text) => expect(read(text)).toEqual({ kind: 'slot', number: 2 }));
});

test.each(['Le 2 de ce mois, notre école ouvre.', 'El 2 del mes inauguramos la escuela.'])(
  'of a month it is a day: %j',
  (text) => expect(read(text)).toBeUndefined(),
);
