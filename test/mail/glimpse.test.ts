import { expect, test } from 'vitest';
import { glimpse } from '../../src/mail/glimpse.ts';

const head = (...lines: string[]) => Buffer.from([...lines, '', 'Subject: in the body', ''].join('\r\n'));

test.each<[string, Buffer, string, string]>([
  ['as it ought to be', head('From: Ama <ama@tgtu.example>', 'Subject: Training'), 'ama@tgtu.example', 'Training'],
  ['in another case and order', head('SUBJECT:Training', 'from :ama@tgtu.example'), 'ama@tgtu.example', 'Training'],
  ['folded', head('Subject: Training', '\tof rescuers', 'From: a@b.example'), 'a@b.example', 'Training of rescuers'],
  [
    'encoded',
    head('From: a@b.example', 'Subject: =?utf-8?Q?Sauvetage_mini=C3=A8re?='),
    'a@b.example',
    'Sauvetage minière',
  ],
  ['in bare UTF-8', head('From: a@b.example', 'Subject: Été'), 'a@b.example', 'Été'],
  ['below lines that are no fields', head('', 'rubbish', 'From: a@b.example', '!', 'Subject: x'), 'a@b.example', 'x'],
  [
    'with line ends of another kind',
    Buffer.from('From: a@b.example\rSubject: x\r\rFrom: c@d.example'),
    'a@b.example',
    'x',
  ],
  ['without an address', head('From: the dean', 'Subject: x'), 'the dean', 'x'],
  ['without a subject', head('From: a@b.example'), 'a@b.example', ''],
  ['with nothing to be read', Buffer.from([0, 1, 2, 255, 254]), '', ''],
  ['empty', Buffer.alloc(0), '', ''],
  ['cut off', Buffer.from('From: a@b.example\r\nSubj'), 'a@b.example', ''],
  ['with characters that steer', head('From: a@b.example', 'Subject: a\u0007\u0000b'), 'a@b.example', 'a b'],
])('a head %s', (_, raw, from, subject) => {
  expect(glimpse(raw)).toEqual({ from, subject });
});
