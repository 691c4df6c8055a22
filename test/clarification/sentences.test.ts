import { expect, test } from 'vitest';
import type { Line } from '../../src/clarification/headings.ts';
import { withoutSignature } from '../../src/clarification/sentences.ts';
import { plain } from '../../src/model/plain.ts';

const lines = (...texts: string[]) => texts.map((text): Line => ({ depth: 0, text, plain: plain(text) }));

test.each(['Hilda Osei', 'Dearbhla Byrne', 'Cherif Sow', 'Ama Boateng'])(
  'what stands below the name is its signature, whatever the name begins like: %s',
  (name) => {
    const names = new Set(plain(name).split(' '));
    const left = withoutSignature(lines('Slot 2', name, 'Dean, School of Mines'), names);
    expect(left.map(({ text }) => text)).toEqual(['Slot 2']);
  },
);

test.each(['Hi Hilda', 'Chère Hilda'])('a greeting closes no letter: %s', (greeting) => {
  const left = withoutSignature(lines(greeting, 'Dean of Mines'), new Set(['hilda']));
  expect(left).toHaveLength(2);
});
