import { expect, test } from 'vitest';
import { filesIn, withoutFiles } from '../../src/mail/uuencode.ts';

const plan = Buffer.from('forage: 12\nsautage: 4\n');
const inBase64 = `begin-base64 644 plan.txt\n${plan.toString('base64')}\n====`;

test('a file in base64 stands in a text as one in the older form does', () => {
  const text = `Voici le plan.\n\n${inBase64}\n\nAma`;
  expect(filesIn(text)).toEqual([{ filename: 'plan.txt', content: plan }]);
  expect(withoutFiles(text)).toBe('Voici le plan.\n\n\n\nAma');
});

test.each(['begin-base64 is a word of programs.', inBase64.replace('====', 'and so on'), 'begin-base64 644 plan.txt'])(
  'what is no file stays in the text: %s',
  (text) => {
    expect(filesIn(text)).toEqual([]);
    expect(withoutFiles(text)).toBe(text);
  },
);
