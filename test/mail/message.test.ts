import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unflow } from '../../src/mail/flowed.ts';
import { languageOf } from '../../src/mail/language.ts';
import { splitMessage } from '../../src/mail/message.ts';
import { enhancedStatus, statusOfReply } from '../../src/mail/status-code.ts';

describe('splitMessage', () => {
  test.each([
    ['a mail', 'A: b\n c\n\nbody\n', 'A: b\n c', 'body\n'],
    ['an mbox line', 'From a@b.example Mon\nA: b\n\nbody', 'A: b', 'body'],
    ['no body', 'A: b\n', 'A: b', ''],
    ['no header', '\nbody', '', 'body'],
    ['no blank line', 'A: b\nBonjour à tous\nsuite', 'A: b', 'Bonjour à tous\nsuite'],
    ['damage among fields', 'To: b\n???\nCc: d\nDate: f\n\nbody', 'To: b\nCc: d\nDate: f', 'body'],
  ])('%s', (_, raw, head, body) => {
    for (const end of ['\n', '\r\n', '\r']) {
      const halves = splitMessage(Buffer.from(raw.replaceAll('\n', end)));
      expect(halves.head).toBe(Buffer.from(head).toString('latin1'));
      expect(halves.body.toString().replace(/\r\n?/g, '\n')).toBe(body);
    }
  });

  test('nothing is added to the body', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(splitMessage(Buffer.from(bytes)).body.length).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

describe('unflow', () => {
  test.each([
    ['une \nligne\nautre', false, 'une ligne\nautre'],
    ['mo \nt', true, 'mot'],
    ['> a \n> b\nc', false, '> a b\nc'],
    ['> a \nb', false, '> a \nb'],
    [' espace\n From', false, 'espace\nFrom'],
    ['a \n-- \nb', false, 'a \n-- \nb'],
  ])('%j', (text, delSp, read) => {
    expect(unflow(text, delSp)).toBe(read);
  });
});

describe('status', () => {
  test.each([
    ['550 5.1.1 unknown', '5.1.1'],
    ['(#5.2.2)', '5.2.2'],
    ['5.0.0 then 550 5.7.1', '5.7.1'],
    ['550-5.7.26 more', '5.7.26'],
    ['no code at 5.1.1.7', undefined],
    ['version 14.5.2.1', undefined],
    ['192.0.2.5 said 250 2.1.5', undefined],
    ['4.4.1.', '4.4.1'],
  ])('enhanced, in %s', (text, status) => {
    expect(enhancedStatus(text)).toBe(status);
  });

  test.each([
    ['ERROR CODE :550 - User unknown', '5.1.1'],
    ['at 10:550', undefined],
    ['550 unknown', '5.1.1'],
    ['said: 552-full', '5.2.2'],
    ['250 ok, then 451 later', '4.3.0'],
    ['571 blocked', undefined],
    ['555 odd', '5.0.0'],
    ['[192.0.2.550]', undefined],
    ['12 550 trucks'.replace('550 ', '5500 '), undefined],
  ])('from the reply, in %s', (text, status) => {
    expect(statusOfReply(text)).toBe(status);
  });
});

test.each([
  ['Nous cherchons une formation de formateurs en sauvetage minier.', 'fr'],
  ['Our board has approved a budget to train twelve instructors.', 'en'],
  ['Nuestra filial busca capacitación a medida en simuladores.', 'es'],
  ['O nosso instituto prepara um currículo por competências em geologia.', 'pt'],
  ['يرغب معهدنا الوطني للتكوين المنجمي في إبرام اتفاقية تعاون', 'ar'],
  ['ok', ''],
  ['a@b.example 550 5.1.1', ''],
])('languageOf %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});
