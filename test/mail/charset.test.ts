import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText, repairMojibake } from '../../src/mail/charset.ts';

const russian = 'Просим вас организовать обучение горных инженеров';
const french = 'Référentiel d’œuvre : 180 000 €';

describe('text in the charset that it declares', () => {
  test.each([
    ['utf-8', french, 'utf-8'],
    ['"UTF-8"', french, 'utf-8'],
    ['windows-1252', french, 'windows-1252'],
    ['iso-8859-1', french, 'windows-1252'],
    ['iso-8859-15', 'œuvre €', 'iso-8859-15'],
    ['koi8-r', 'Горное дело', 'koi8-r'],
    ['windows-1256', 'السادة المحترمون', 'windows-1256'],
    ['gb2312', '矿山', 'gb18030'],
    ['big5', '礦山', 'big5'],
    ['shift_jis', '鉱山', 'shift_jis'],
    ['euc-jp', '鉱山', 'euc-jp'],
    ['ks_c_5601-1987', '광산', 'cp949'],
    ['utf-7', 'élève', 'utf-7'],
    ['unicode-1-1-utf-7', 'élève', 'utf-7'],
    ['utf-7', '1 + 1 = 2 ; 矿山 🎉+-', 'utf-7'],
    ['utf-16', '\ufeffélève', 'utf-16le'],
    ['x-mac-roman', 'élève', 'macintosh'],
  ])('%s', (charset, text, encoding) => {
    expect(decodeText(iconv.encode(text, encoding), charset).text).toBe(text.replace('\ufeff', ''));
  });

  test('ISO-2022-JP, joined from several encoded words', () => {
    const bytes = Buffer.from('\x1b$B%F\x1b(B\x1b$B%9\x1b(B!', 'latin1');
    expect(decodeText(bytes, 'iso-2022-jp').text).toBe('テス!');
  });

  test('ISO-2022-JP that is Shift_JIS', () => {
    expect(decodeText(iconv.encode('鉱山', 'shift_jis'), 'iso-2022-jp').text).toBe('鉱山');
    const words = '鉱山の研修について相談したいのですが、ﾃｽﾄです。';
    expect(decodeText(iconv.encode(words, 'euc-jp'), 'iso-2022-jp').text).toBe(words);
  });

  test('ISO-2022-KR (RFC 1557)', () => {
    expect(decodeText(Buffer.from('\x1b$)C\x0e1$;j\x0f!', 'latin1'), 'iso-2022-kr').text).toContain('광산!');
  });

  test('HZ (RFC 1843)', () => {
    expect(decodeText(Buffer.from('~{?sI=~}!', 'latin1'), 'hz-gb-2312').text).toContain('!');
  });
});

const arabic = 'السلام عليكم نرغب في تكوين اثني عشر مدربا في السلامة المنجمية';
const syllables = '鉱山の安全についての研修をお願いします。';
const prices = 'Prix : ¤¢ ou ¤® ‚à la carte‚ à Québec, ‚élevés‚';

test('a letter that is no word leaves the declared charset as it is', () => {
  expect(decodeText(Buffer.from('see here. \xc3\x82', 'latin1'), 'iso-8859-1')).toEqual({ text: 'see here. Ã‚' });
  expect(decodeText(Buffer.from('élève'), 'iso-8859-1').text).toBe('élève');
});

describe('text that declares another charset, or none', () => {
  test.each([
    ['UTF-8 without a word', undefined, Buffer.from(french), french],
    ['UTF-8 said to be ASCII', 'us-ascii', Buffer.from(french), french],
    ['UTF-8 said to be Latin-1', 'iso-8859-1', Buffer.from(french), french],
    ['windows-1252 without a word', undefined, iconv.encode(french, 'windows-1252'), french],
    ['windows-1252 said to be UTF-8', 'utf-8', iconv.encode(french, 'windows-1252'), french],
    ['a name nobody knows', 'x-unheard-of', Buffer.from(french), french],
    ['ISO-2022-JP without a word', undefined, Buffer.from('\x1b$B9[;3\x1b(B', 'latin1'), '鉱山'],
    ['KOI8-R as unknown-8bit', 'unknown-8bit', iconv.encode(russian, 'koi8-r'), russian],
    ['windows-1251 without a word', undefined, iconv.encode(russian, 'windows-1251'), russian],
    ['windows-1256 without a word', undefined, iconv.encode(arabic, 'windows-1256'), arabic],
    ['ISO-8859-6 without a word', undefined, iconv.encode(arabic, 'iso-8859-6'), arabic],
    ['Shift_JIS without a word', undefined, iconv.encode(syllables, 'shift_jis'), syllables],
    ['EUC-JP without a word', undefined, iconv.encode(syllables, 'euc-jp'), syllables],
    ['prices and quotes in windows-1252', undefined, iconv.encode(prices, 'windows-1252'), prices],
    ['UTF-8 in one capital alone', 'iso-8859-1', Buffer.from('À demain'), 'À demain'],
    ['a transfer encoding as charset', 'base64', Buffer.from('abcd'), 'abcd'],
  ])('%s', (_, charset, bytes, text) => {
    expect(decodeText(bytes, charset).text).toBe(text);
  });

  test.each([
    ['of UTF-8', Buffer.from('Hé, +AOk-l+AOg-ve')],
    ['of windows-1252', Buffer.from('H\u00e9, +AOk-l+AOg-ve', 'latin1')],
  ])('utf-7 with bytes %s among it: both are read, and it is told', (_, bytes) => {
    const { text, defect } = decodeText(bytes, 'utf-7');
    expect(text).toBe('Hé, élève');
    expect(defect).toContain('utf-7');
  });

  test('what was wrong is told', () => {
    expect(decodeText(Buffer.from(french), 'iso-8859-1').defect).toContain('UTF-8');
    expect(decodeText(Buffer.from('abc'), 'x-unheard-of').defect).toContain('x-unheard-of');
    expect(decodeText(Buffer.from(french), 'utf-8').defect).toBeUndefined();
  });

  test('any bytes under any name: text', () => {
    const names = fc.constantFrom(
      undefined,
      '',
      'utf-8',
      'utf-7',
      'utf-16',
      'iso-2022-jp',
      'iso-2022-kr',
      'hz-gb-2312',
      'gb18030',
      'x',
      'koi8-r',
      '__proto__',
      'constructor',
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), names, (bytes, name) => {
        expect(decodeText(bytes, name).text).toBeTypeOf('string');
      }),
    );
  });
});

test('text encoded twice through ISO-8859-1, with its controls', () => {
  const text = 'À l’École des mines : É, œ';
  expect(repairMojibake(iconv.decode(Buffer.from(text), 'latin1'))).toBe(text);
});

describe('text encoded twice', () => {
  test('is read once more', () => {
    const twice = iconv.decode(Buffer.from('Référentiel : 180 €'), 'windows-1252');
    expect(repairMojibake(twice)).toBe('Référentiel : 180 €');
  });

  test.each([
    ['Merci Ã\u00a0 tous', 'Merci à tous'],
    ['un cafÃ©', 'un café'],
    ['12 Â°C', '12 °C'],
  ])('one letter in a word, a word of one letter and a sign are enough: %s', (twice, text) => {
    expect(repairMojibake(twice)).toBe(text);
  });

  test.each(['Ã‚ see the plan', 'Référentiel', 'le signe « Ã© » au lieu de « é »', 'São Tomé', 'PÃO'])(
    '%s is left alone',
    (text) => {
      expect(repairMojibake(text)).toBe(text);
    },
  );
});

describe('UTF-8 under another name', () => {
  const russian = 'Если можно, ответьте до пятницы.';
  test.each(['gb2312', 'gb18030', 'koi8-r', 'iso-8859-2', 'windows-1250', 'big5', 'shift_jis'])('%s', (charset) => {
    const { text, defect } = decodeText(Buffer.from(russian), charset);
    expect(text).toBe(russian);
    expect(defect).toMatch(/en réalité en UTF-8/);
  });

  test('text in the charset that it names is left alone', () => {
    expect(decodeText(iconv.encode(russian, 'koi8-r'), 'koi8-r').text).toBe(russian);
    expect(decodeText(iconv.encode('采矿培训计划', 'gb18030'), 'gb2312').text).toBe('采矿培训计划');
  });

  test.each(['utf-8', undefined])('with a byte of windows-1252 pasted into it (%s)', (charset) => {
    const bytes = Buffer.concat([Buffer.from('Bien sûr, la visite '), Buffer.of(0xe9), Buffer.from('tait utile.')]);
    expect(decodeText(bytes, charset).text).toBe('Bien sûr, la visite était utile.');
  });
});
