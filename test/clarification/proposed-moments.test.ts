import { expect, test } from 'vitest';
import { proposedMoments } from '../../src/clarification/proposed-moments.ts';

const now = new Date('2026-11-23T15:00:00Z');
const zones = {
  theirs: 'Africa/Abidjan',
  house: 'America/Toronto',
  zoneOf: (place: string) => (place === 'lima' ? 'America/Lima' : undefined),
};
const read = (text: string) => proposedMoments(text, now, zones).map(({ moment }) => moment.toISOString().slice(0, 16));

test.each<[text: string, moments: string[]]>([
  ['Un appel mardi à 15 h nous irait.', ['2026-11-24T15:00']],
  ['Un appel mardi à 15 h 30 (heure de Lima).', ['2026-11-24T20:30']],
  ['Un appel mardi à 10 h, heure de Québec', ['2026-11-24T15:00']],
  ['Un appel mardi à 10 h, votre heure', ['2026-11-24T15:00']],
  ['Un appel mardi à 10 h (heure de Samarcande)', []],
  ['Could we talk on Thursday at 2:30 pm, or December 3 at 10:00?', ['2026-11-26T14:30', '2026-12-03T10:00']],
  ['Could we talk on Thursday 2 pm Lima time?', ['2026-11-26T19:00']],
  ['le 3 décembre 2026 à 10 h', ['2026-12-03T10:00']],
  ['jeudi 3 décembre à 10 h', ['2026-12-03T10:00']],
  ['vendredi 3 décembre à 10 h, un jour qui ne va pas avec sa date', []],
  ['mardi prochain, ou à 15 h', []],
  ['le 3 novembre 2026 à 10 h, qui est passé', []],
  ['Can we meet this week, our office hours 9–6?', []],
  ['Formation de 40 h à partir du 3 mars', []],
])('%s', (text, moments) => {
  expect(read(text)).toEqual(moments);
});
