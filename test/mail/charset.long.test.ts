import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/mail/charset.ts';
import { cost } from '../cost.ts';

describe.each([
  ['utf-7', ['+AG', '+AGEA-', '+-', '+', '中+', '\u00ff+']],
  ['hz-gb-2312', ['~', '~{!!~}']],
  ['iso-2022-kr', ['\n', '\x0e!!\x0f']],
])('a megabyte of %s', (charset, pieces) => {
  test.each(pieces)('%j costs what UTF-16 costs, a few times over', (piece) => {
    const bytes = Buffer.from(piece.repeat(1_000_000 / piece.length));
    decodeText(bytes, charset);
    const floor = cost(() => iconv.decode(iconv.encode('é'.repeat(1_000_000), 'utf-16le'), 'utf-16le'));
    expect(cost(() => decodeText(bytes, charset))).toBeLessThan(30 * Math.max(floor, 5));
  });
});
