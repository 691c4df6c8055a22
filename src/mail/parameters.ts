import { decodeText } from './charset.ts';

/** A field of the form `value; name=value` (RFC 2045, 5.1). */
interface Parametrised {
  /** In lower case. */
  value: string;
  /** Names in lower case; continued and encoded ones put together (RFC 2231), encoded words still in them. */
  parameters: Record<string, string>;
}

/** Far more than any field has. */
const mostParameters = 60;

/** Reads such a field as it comes: quotes may be missing, and blanks may stand in what should have been quoted. */
export function readParameters(field: string): Parametrised {
  const [value = '', ...rest] = pieces(field);
  const whole: [string, string][] = [];
  const continued = new Map<string, { index: number; encoded: boolean; value: string }[]>();
  for (const piece of rest.slice(0, mostParameters)) {
    const equals = piece.indexOf('=');
    if (equals < 1) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    const text = piece.slice(equals + 1);
    const [, base = '', index = '0', encoded = ''] = /^(.{1,100}?)(?:\*(\d{1,3}))?(\*)?$/.exec(name) ?? [];
    if (!base || base === name) whole.push([name, text]);
    else {
      const pieces = continued.get(base) ?? [];
      continued.set(base, [...pieces, { index: Number(index), encoded: encoded === '*', value: text }]);
    }
  }
  const joined = [...continued].map(([name, pieces]): [string, string] => [name, joinPieces(pieces)]);
  // The first of each name counts; the encoded form is the better of two.
  const parameters = Object.fromEntries([...whole.toReversed(), ...joined]);
  return { value: value.trim().toLowerCase(), parameters };
}

function joinPieces(pieces: readonly { index: number; encoded: boolean; value: string }[]): string {
  const sorted = pieces.toSorted((one, other) => one.index - other.index);
  const [, charset = '', start] =
    /^([^']{0,60})'[^']{0,60}'(.*)$/s.exec(sorted[0]?.encoded ? sorted[0].value : '') ?? [];
  const texts = sorted.map(({ value }, index) => (index === 0 && start !== undefined ? start : value));
  if (!sorted.some(({ encoded }) => encoded)) return texts.join('');
  const bytes = texts.map((text, index) => (sorted[index]?.encoded ? unescaped(text) : text)).join('');
  return decodeText(Buffer.from(bytes, 'latin1'), charset).text;
}

function unescaped(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Cut at semicolons outside of quotes; quotes, and blanks at the ends outside of them, are taken away. */
function pieces(field: string): string[] {
  const found: string[] = [];
  let piece = '';
  /** So much of the piece is more than blanks. */
  let solid = 0;
  let quoted = false;
  for (let at = 0; at < field.length; at += 1) {
    const character = field.charAt(at);
    if (character === '"') quoted = !quoted;
    else if (character === ';' && !quoted) {
      found.push(piece.slice(0, solid));
      piece = '';
      solid = 0;
    } else if (quoted || !/\s/.test(character)) {
      const escaped = quoted && character === '\\';
      if (escaped) at += 1;
      piece += escaped ? field.charAt(at) : character;
      solid = piece.length;
    } else if (piece !== '' && !piece.endsWith('=')) piece += character;
  }
  return [...found, piece.slice(0, solid)];
}
