import { describe, expect, test } from 'vitest';
import { readChoice } from '../../src/clarification/choice.ts';
import { readAnswers } from '../../src/clarification/questionnaire.ts';

/** Tuesday 24, Wednesday 25 and Thursday 26 November. */
const slots = ['24T14', '25T18', '26T18'].map((hour, index) => ({
  number: index + 1,
  start: `2026-11-${hour}:30:00.000Z`,
  end: `2026-11-${hour}:59:00.000Z`,
}));
const answers = 'Needs: training of instructors\nTimeline: May 2027';
const choice = (text: string) => readChoice(text, 'Re:', slots, ['America/Toronto', 'Africa/Accra'], ['Ama Boateng']);
const timeline = (text: string) => readAnswers(text).find(({ point }) => point === 'timeline')?.value;

describe('below the last answer a slot is chosen, and no timeline told', () => {
  test.each([
    '2 nous convient.',
    'La deuxième nous convient.',
    'Nous prenons la deuxième, merci.',
    'La plage 2 nous convient.',
    '2 works for us.',
    'We choose 2.',
    'The second one suits us.\n\nRegards\nJohn',
    'La segunda nos queda bien.',
    'Nos quedamos con la segunda.',
  ])('%j', (below) => {
    const text = `${answers}\n\n${below}`;
    expect(timeline(text)).toBe('May 2027');
    expect(choice(text)).toEqual({ kind: 'slot', number: 2 });
  });

  test('« El 2 » may be a day', () => {
    expect(timeline(`${answers}\n\nEl 2 nos conviene.`)).toBe('May 2027');
    expect(choice(`${answers}\n\nEl 2 nos conviene.`)?.kind).toBe('unsure');
  });
});

test.each([
  '2 groups suit us.',
  'La première semaine nous convient.',
  'The second week suits us.',
  'Trois semaines nous conviennent.',
  '2027 nous convient.',
  'The second group in September.',
])('of the timeline it is told: %j', (below) => {
  expect(timeline(`${answers}\n\n${below}`)).toBe(`May 2027\n\n${below}`);
  expect(choice(`${answers}\n\n${below}`)).toBeUndefined();
});

test('above another answer nothing is cut', () =>
  expect(readAnswers('Timeline: May 2027\n\nThe second suits us.\n\nResources: none yet')).toMatchObject([
    { point: 'resources' },
    { point: 'timeline', value: 'May 2027\n\nThe second suits us.' },
  ]));
