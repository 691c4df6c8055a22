import iconv from 'iconv-lite';

/** Eight-bit bytes that say nothing of their charset, and are no UTF-8: windows-1252 unless they look like something else. */
export function guessedText(buffer: Buffer): string {
  return undeclaredJapanese(buffer) ?? iconv.decode(buffer, byLetters(buffer) ?? 'windows-1252');
}

/**
 * Shift_JIS or EUC-JP as text: EUC-JP read as Shift_JIS is nearly all half-width katakana (U+FF61 to U+FF9F), of which
 * people write a word at most.
 */
export function japanese(buffer: Buffer): string {
  const text = iconv.decode(buffer, 'cp932');
  const narrow = text.replace(/[^\uff61-\uff9f\ufffd]/g, '').length;
  const wide = text.replace(/[^\u3000-\u9fff]/g, '').length;
  return narrow > wide ? new TextDecoder('euc-jp').decode(buffer) : text;
}

/**
 * The bytes of the six commonest letters of Russian (о е а и н т) and of Arabic (ا ل ي م و ن), the share that they have at
 * least, and the letters among which nearly all are: the lower-case ones of Russian.
 */
const spread: readonly [charset: string, common: ReadonlySet<number>, share: number, from: number, to: number][] = [
  ['koi8-r', new Set([0xcf, 0xc5, 0xc1, 0xc9, 0xce, 0xd4]), 0.38, 0xc0, 0xdf],
  ['windows-1251', new Set([0xee, 0xe5, 0xe0, 0xe8, 0xed, 0xf2]), 0.38, 0xe0, 0xff],
  ['windows-1256', new Set([0xc7, 0xe1, 0xed, 0xe3, 0xe6, 0xe4]), 0.4, 0xc1, 0xed],
  ['iso-8859-6', new Set([0xc7, 0xe4, 0xea, 0xe5, 0xe8, 0xe6]), 0.4, 0xc1, 0xea],
];

/** The charset of a text that says none; undefined when its letters are not spread as in one of these languages. */
function byLetters(buffer: Buffer): string | undefined {
  const counts = new Array<number>(256).fill(0);
  for (const byte of buffer.subarray(0, 100_000)) counts[byte] = (counts[byte] ?? 0) + 1;
  const sum = (from: number, to: number) => counts.slice(from, to + 1).reduce((total, one) => total + one, 0);
  const high = sum(0xc0, 0xff);
  if (high < 12 || high < sum(0x41, 0x5a) + sum(0x61, 0x7a)) return undefined;
  const likely = spread.flatMap(([charset, common, share, from, to]) => {
    const frequent = [...common].reduce((total, byte) => total + (counts[byte] ?? 0), 0);
    return frequent > share * high && sum(from, to) > 0.7 * high ? [{ charset, frequent }] : [];
  });
  return likely.sort((one, other) => other.frequent - one.frequent)[0]?.charset;
}

/** Japanese without a word of its charset; undefined where its syllables are missing, or many bytes are none of it. */
function undeclaredJapanese(buffer: Buffer): string | undefined {
  const start = buffer.subarray(0, 20_000).toString('latin1');
  // Two bytes of hiragana in each of the two, which in no Western text stand side by side again and again.
  const syllables = (pattern: RegExp) => (start.match(pattern)?.length ?? 0) >= 3;
  if (!syllables(/\xa4[\xa1-\xf3]/g) && !syllables(/\x82[\x9f-\xf1]/g)) return undefined;
  const text = japanese(buffer);
  const broken = text.split('\uFFFD').length - 1;
  const kana = text.replace(/[^\u3041-\u3096]/g, '').length;
  return kana > 2 && broken <= kana / 20 ? text : undefined;
}
