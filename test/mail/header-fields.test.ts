import { describe, expect, test } from 'vitest';
import { decodeWords, fieldText, readable, readFields, splitFields } from '../../src/mail/header-fields.ts';

describe('decodeWords', () => {
  test.each([
    ['=?utf-8?Q?Demande_re=C3=A7ue?=', 'Demande reçue'],
    ['=?UTF-8?B?UsOpZsOpcmVudGllbA==?=', 'Référentiel'],
    ['a character between two words: =?utf-8?Q?r=C3?= =?utf-8?Q?=A9f?=', 'a character between two words: réf'],
    ['=?iso-8859-1?Q?=E9?= =?utf-8?Q?=C3=A9?=', 'éé'],
    ['=?utf-8?B?UsOpZs?= =?utf-8?B?OpcmVudGllbA==?=', 'Référentiel'],
    ['=?utf-8?B?UsOpZg?=', 'Réf'],
    ['=?utf-8?B?UsOp?= =?utf-8?Q?f?=', 'Réf'],
    ['=?utf-8?Q?a?= b =?utf-8?Q?c?=', 'a b c'],
    ['[=?utf-8?Q?INMQ?=-1]', '[INMQ-1]'],
    ['=?utf-8*fr?Q?=C3=A9t=C3=A9?=', 'été'],
    ['=?x-nobody?Q?abc?=', 'abc'],
    ['=?utf-8?X?abc?=', '=?utf-8?X?abc?='],
    ['1 =? 2', '1 =? 2'],
  ])('%s', (written, read) => {
    expect(decodeWords(written)).toBe(read);
  });
});

test('an encoded line end is no new field', () => {
  expect(readable('=?utf-8?Q?Demande=0D=0ABcc:_x@y.example?=')).toBe('Demande Bcc: x@y.example');
});

test('fields are unfolded, in order, and lines that are none are left out', () => {
  const fields = splitFields('Subject: a\n b\nX-Y : c\ngarbage\n\tmore\nFrom: d');
  expect(fields).toEqual([
    { name: 'subject', raw: 'a b' },
    { name: 'x-y', raw: 'c\tmore' },
    { name: 'from', raw: 'd' },
  ]);
});

test.each([
  ['UTF-8', Buffer.from('Référentiel'), undefined],
  ['Latin-1', Buffer.from('Référentiel', 'latin1'), undefined],
  ['what the body says', Buffer.from([0x52, 0x8e, 0x66, 0x8e, 0x72, 0x65, 0x6e, 0x74, 0x69, 0x65, 0x6c]), 'macintosh'],
])('raw 8-bit text in a field: %s', (_, bytes, charset) => {
  expect(fieldText(bytes.toString('latin1'), charset)).toBe('Référentiel');
});

test('readFields decodes each value', () => {
  expect(readFields([{ name: 'subject', raw: '=?utf-8?Q?=C3=A9?=' }])).toEqual([{ name: 'subject', value: 'é' }]);
});
