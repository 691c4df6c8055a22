/**
 * A text as it is looked through, each unit of which knows what was written in its place: what a reader takes for a
 * letter or a digit is one here, in whatever script or width it is written, and what a reader does not see is not there.
 */
export interface FoldedCopy {
  readonly text: string;
  /** For each UTF-16 unit of it what was written there; nothing where the unit before stands for it too. */
  readonly written: readonly string[];
}

export function copyOf(original: string): FoldedCopy {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
  if (/^[\x00-\x7f]*$/.test(original)) return { text: original, written: original.split('') };
  let text = '';
  const written: string[] = [];
  let unseen = '';
  for (const char of original) {
    const folded = fold(char);
    if (folded === '') unseen += char;
    else {
      // What is not seen goes with what stands behind it.
      written.push(unseen + char, ...Array<string>(folded.length - 1).fill(''));
      text += folded;
      unseen = '';
    }
  }
  const last = written.length - 1;
  if (unseen && last >= 0) written[last] += unseen;
  return { text, written };
}

/** What is shown of it. */
export function shownOf({ written }: FoldedCopy): string {
  return written.join('');
}

/** Places in the text of a copy, end excluded; in order, and apart. */
export type Span = readonly [start: number, end: number];

export function withoutSpans(copy: FoldedCopy, spans: readonly Span[], instead: string): FoldedCopy {
  if (spans.length === 0) return copy;
  let text = '';
  const written: string[] = [];
  let from = 0;
  const keep = (end: number) => {
    text += copy.text.slice(from, end);
    for (let at = from; at < end; at++) written.push(copy.written[at] ?? '');
  };
  for (const [start, end] of spans) {
    keep(start);
    text += instead;
    written.push(...instead.split(''));
    from = end;
  }
  keep(copy.text.length);
  return { text, written };
}

/** Where the pattern is found. */
export function found(pattern: RegExp, { text }: Pick<FoldedCopy, 'text'>, fits = (_found: string) => true): Span[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: match, index }): Span[] =>
    match !== '' && fits(match) ? [[index, index + match.length]] : [],
  );
}

function fold(char: string): string {
  if (char === '\n') return char;
  if (/^\p{Cf}|^[\u034F\uFE00-\uFE0F]/u.test(char)) return '';
  const folded = char.normalize('NFKC');
  return [...folded].map(foldOne).join('');
}

function foldOne(char: string): string {
  if (/^[\p{Pd}\u2212\u2043\u02D7]/u.test(char)) return '-';
  if (/^[\p{Zs}\t]/u.test(char)) return ' ';
  if (/^\p{Nd}/u.test(char)) return digit(char);
  return alike.get(char) ?? char;
}

/** The digits of each script stand in a row of ten (Unicode, 4.6). */
function digit(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  let zero = code;
  while (/^\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** Cyrillic and Greek letters, and some others, that are drawn as Latin ones (UTS #39). */
const alike: ReadonlyMap<string, string> = new Map(
  [
    ['АВЕКМНОРСТУХІЈЅԌԚԜҮ', 'ABEKMHOPCTYXIJSGQWY'],
    ['аеорсухіјѕһԁԛԝгкмтѵӏ', 'aeopcyxijshdqwrkmtvl'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
    ['οανικρυτ', 'oavikput'],
    ['ıɑɡℓꞌ', "iagl'"],
  ].flatMap(([other = '', latin = '']) =>
    [...other].map((letter, at): [string, string] => [letter, [...latin][at] ?? letter]),
  ),
);
