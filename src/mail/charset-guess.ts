import iconv from 'iconv-lite';

/** Eight-bit bytes that say nothing of their charset, and are no UTF-8: windows-1252 unless they look like something else. */
export function guessedText(buffer: Buffer): string {
  return undeclaredJapanese(buffer) ?? byLetters(buffer)?.text ?? iconv.decode(buffer, 'windows-1252');
}

/**
 * Text that says to be Western and is not, with its charset: more than half of its letters are beyond ASCII, and are spread
 * as in another script. Undefined where that is not sure.
 */
export function misdeclaredText(buffer: Buffer): { text: string; charset: string } | undefined {
  const japanese = wordsOf(buffer).foreign ? undeclaredJapanese(buffer) : undefined;
  return japanese === undefined ? byLetters(buffer) : { text: japanese, charset: 'japonais' };
}

/**
 * Text in another charset of its script than it says, with that charset: only where its letters are spread as in the other,
 * and not as in its own. Undefined where that is not sure, and for charsets of which no letters are known.
 */
export function relatedText(buffer: Buffer, declared: string): { text: string; charset: string } | undefined {
  const related = scripts.find((charsets) => charsets.includes(declared));
  const read = related && wordsOf(buffer);
  if (!read?.foreign) return undefined;
  const likely = likelyCharsets(read);
  const [charset] = likely;
  if (charset === undefined || likely.includes(declared) || !related?.includes(charset)) return undefined;
  return { text: decode(buffer, charset), charset };
}
/** Charsets that are taken for one another, each group of one script. */
const scripts: readonly (readonly string[])[] = [
  ['koi8-r', 'windows-1251', 'iso-8859-5'],
  ['windows-1256', 'iso-8859-6'],
];

/**
 * Shift_JIS or EUC-JP as text: EUC-JP read as Shift_JIS is nearly all half-width katakana (U+FF61 to U+FF9F), of which
 * people write a word at most.
 */
export function japanese(buffer: Buffer): string {
  const text = iconv.decode(buffer, 'cp932');
  let [narrow, wide] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter >= 0x3000 && letter <= 0x9fff) wide += 1;
    else if ((letter >= 0xff61 && letter <= 0xff9f) || letter === 0xfffd) narrow += 1;
  }
  return narrow > wide ? new TextDecoder('euc-jp').decode(buffer) : text;
}

/**
 * The bytes of the six commonest letters of Russian (о е а и н т), Arabic (ا ل ي م و ن), Greek (α ο ι ε τ ν), Hebrew
 * (י ו ה ל א מ) and Thai (า น ร อ ง ก), the share that they have at least, and the letters among which nearly all are.
 */
const spread: readonly [charset: string, common: ReadonlySet<number>, share: number, from: number, to: number][] = [
  ['koi8-r', new Set([0xcf, 0xc5, 0xc1, 0xc9, 0xce, 0xd4]), 0.38, 0xc0, 0xdf],
  ['windows-1251', new Set([0xee, 0xe5, 0xe0, 0xe8, 0xed, 0xf2]), 0.38, 0xe0, 0xff],
  ['iso-8859-5', new Set([0xde, 0xd5, 0xd0, 0xd8, 0xdd, 0xe2]), 0.38, 0xd0, 0xef],
  ['windows-1256', new Set([0xc7, 0xe1, 0xed, 0xe3, 0xe6, 0xe4]), 0.4, 0xc1, 0xed],
  ['iso-8859-6', new Set([0xc7, 0xe4, 0xea, 0xe5, 0xe8, 0xe6]), 0.4, 0xc1, 0xea],
  ['windows-1253', new Set([0xe1, 0xef, 0xe9, 0xe5, 0xf4, 0xed]), 0.38, 0xdc, 0xfe],
  ['windows-1255', new Set([0xe9, 0xe5, 0xe4, 0xec, 0xe0, 0xee]), 0.38, 0xe0, 0xfa],
  ['windows-874', new Set([0xd2, 0xb9, 0xc3, 0xcd, 0xa7, 0xa1]), 0.33, 0xa1, 0xee],
];

/** The text in the charset that its letters show; undefined when they are not spread as in one of these languages. */
function byLetters(buffer: Buffer): { text: string; charset: string } | undefined {
  const read = wordsOf(buffer);
  if (!read.foreign) return undefined;
  const charset = likelyCharsets(read)[0] ?? byPairs(read.words);
  return charset === undefined ? undefined : { text: decode(buffer, charset), charset };
}

/** The charsets in which the letters are spread as in a language, the likeliest first. */
function likelyCharsets({ counts }: Words): string[] {
  const letters = sum(counts, 0xa1, 0xff);
  const likely = spread.flatMap(([charset, common, share, from, to]) => {
    const frequent = [...common].reduce((total, byte) => total + (counts[byte] ?? 0), 0);
    return frequent > share * letters && sum(counts, from, to) > 0.7 * letters ? [{ charset, frequent }] : [];
  });
  return likely.sort((one, other) => other.frequent - one.frequent).map(({ charset }) => charset);
}

function decode(buffer: Buffer, charset: string): string {
  return charset === 'gb18030' ? new TextDecoder(charset).decode(buffer) : iconv.decode(buffer, charset);
}

/**
 * Chinese and Korean, two bytes a character: the frequent ones of GB 2312 begin with B0 to D7, all syllables of Korean with
 * B0 to C8, the frequent ones of Big5 with A4 to C6, and only there the second byte is often below 7F.
 */
function byPairs(words: Buffer): string | undefined {
  const leads = new Array<number>(256).fill(0);
  const different = new Set<number>();
  let [high, low, broken] = [0, 0, 0];
  for (let at = 0; at < words.length; at += 1) {
    const [lead = 0, trail = 0] = [words[at], words[at + 1]];
    if (lead < 0x80) continue;
    if (lead < 0xa1 || trail < 0x40 || trail === 0x7f) {
      broken += 1;
      continue;
    }
    if (trail < 0x7f) low += 1;
    else high += 1;
    leads[lead] = (leads[lead] ?? 0) + 1;
    if (different.size < fewest) different.add((lead << 8) | trail);
    at += 1;
  }
  const pairs = high + low;
  if (different.size < fewest || broken > pairs / 50) return undefined;
  const among = (from: number, to: number, symbols: number) =>
    sum(leads, from, to) > 0.85 * (pairs - sum(leads, 0xa1, symbols));
  if (low > pairs / 5) return among(0xa4, 0xc6, 0xa3) ? 'big5' : undefined;
  if (low > pairs / 20) return undefined;
  if (among(0xb0, 0xc8, 0xac)) return 'cp949';
  return among(0xb0, 0xd7, 0xa9) ? 'gb18030' : undefined;
}

/** Different characters that a text has at least: fewer are a line drawn with them. */
const fewest = 8;

interface Words {
  words: Buffer;
  /** How often each byte occurs. */
  counts: number[];
  /** Whether most letters are beyond ASCII: no Western language has as many. */
  foreign: boolean;
}

/** The first bytes as people read them: without the tags and styles of HTML. */
function wordsOf(buffer: Buffer): Words {
  const start = buffer.subarray(0, 100_000);
  const words = start.includes('<') ? Buffer.from(withoutTags(start.toString('latin1')), 'latin1') : start;
  const counts = new Array<number>(256).fill(0);
  for (const byte of words) counts[byte] = (counts[byte] ?? 0) + 1;
  const letters = sum(counts, 0xa1, 0xff);
  return { words, counts, foreign: letters >= 12 && letters > sum(counts, 0x41, 0x5a) + sum(counts, 0x61, 0x7a) };
}

function withoutTags(html: string): string {
  let [words, at, end, styled] = ['', 0, 0, 0];
  for (;;) {
    const open = html.indexOf('<', at);
    if (open < 0) return words + html.slice(at);
    words += html.slice(at, open);
    // Each place is looked for once for all tags before it.
    if (end >= 0 && end < open) end = html.indexOf('>', open);
    const style = /^<(?:style|script)/i.test(html.slice(open, open + 7));
    if (style && styled >= 0 && styled < open) styled = html.indexOf('</s', open);
    at = style && styled > 0 ? styled + 1 : end < 0 ? open + 1 : end + 1;
  }
}

function sum(counts: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let byte = from; byte <= to; byte += 1) total += counts[byte] ?? 0;
  return total;
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
