import { expect, test } from 'vitest';
import { readMail } from '../../src/io/mime.ts';

test('a uuencoded file in the text is an attachment', async () => {
  const { text, parts } = await readMail(
    Buffer.from(
      [
        'From: a@x.example',
        'Subject: x',
        '',
        'Voici nos besoins.',
        'begin 644 besoins 2027.pdf',
        '#0V%T',
        '`',
        'end',
        'begin with slot 2',
      ].join('\r\n'),
    ),
  );
  expect(text.trim()).toBe('Voici nos besoins.\n\nbegin with slot 2');
  expect(parts.map(({ filename, disposition, size }) => ({ filename, disposition, size }))).toEqual([
    { filename: undefined, disposition: undefined, size: expect.any(Number) },
    { filename: 'besoins 2027.pdf', disposition: 'attachment', size: 3 },
  ]);
});
