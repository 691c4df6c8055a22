import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { guessedText, japanese, misdeclaredText, relatedText } from './charset-guess.ts';

/** Names that mail uses and decoders do not know, and subsets that real mail writes more than (as WHATWG maps them). */
const aliases: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'iso-8859-8-i': 'iso-8859-8',
  'iso-8859-8-e': 'iso-8859-8',
  'ansi_x3.110-1983': 'windows-1252',
  'unicode-1-1-utf-7': 'utf-7',
  'unicode-1-1-utf-8': 'utf-8',
  'x-unicode-2-0-utf-7': 'utf-7',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  'iso-gb2312': 'gb18030',
  'gb_2312-80': 'gb18030',
  'euc-cn': 'gb18030',
  'ks_c_5601-1987': 'cp949',
  'euc-kr': 'cp949',
  'x-euc-jp': 'euc-jp',
  'x-sjis': 'cp932',
  'shift-jis': 'cp932',
  shift_jis: 'cp932',
  sjis: 'cp932',
  ms_kanji: 'cp932',
  'windows-31j': 'cp932',
  'x-mac-roman': 'macintosh',
  'x-mac-cyrillic': 'maccyrillic',
  'x-mac-greek': 'macgreek',
  'x-mac-turkish': 'macturkish',
  'x-mac-ce': 'maccenteuro',
  utf16: 'utf-16',
  'iso-10646-ucs-2': 'utf-16be',
};

const sevenBitJapanese = new Set([
  'iso-2022-jp',
  'iso-2022-jp-1',
  'iso-2022-jp-2',
  'iso-2022-jp-ms',
  'cp50220',
  'cp50221',
  'csiso2022jp',
]);
const unmarked = new Set([
  '',
  'ascii',
  'us-ascii',
  'usascii',
  'ansi_x3.4-1968',
  'utf-8',
  'utf8',
  '7bit',
  '8bit',
  'x-unknown',
  'unknown-8bit',
  'unknown',
  'default',
]);
/** Single-byte sets in which words that read as UTF-8 throughout do not occur by chance, however short. */
const western = new Set(['windows-1252', 'cp1252', 'iso-8859-15', 'latin-9', 'macintosh']);

interface DecodedText {
  text: string;
  /** What was wrong with the declared charset, in words for staff. */
  defect?: string;
}

/**
 * The bytes as text. The declared charset is believed unless it is unknown, says less than it should, the bytes read as
 * UTF-8 from end to end, or it is a Western one and the letters are those of another script. Never throws; linear in the number of bytes.
 * @param charset - As written in the mail; undefined when it says none.
 */
export function decodeText(bytes: Uint8Array, charset?: string): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const label = (charset ?? '')
    .toLowerCase()
    .replace(/^[\s"'=]+|[\s"';]+$/g, '')
    .replace(/^charset=["']?/, '');
  const name = aliases[label] ?? label;
  const ascii = isAscii(buffer);
  if (ascii && (sevenBitJapanese.has(name) || looksJapanese(buffer))) return { text: fromSevenBitJapanese(buffer) };
  if (name === 'utf-7') return decodeUtf7(buffer, ascii, label);
  if (name === 'iso-2022-kr') return { text: iconv.decode(koreanToEightBit(buffer), 'cp949') };
  if (name === 'hz-gb-2312') return { text: new TextDecoder('gb18030').decode(hzToEightBit(buffer)) };
  if (unmarked.has(name) || !known(name)) return decodeUnmarked(buffer, ascii, label);
  const utf8 = ascii ? undefined : strictUtf8(buffer);
  // In any other set it does not either, once it is more than a word.
  const certain =
    (western.has(name) && !loneLetter.test(utf8 ?? '')) ||
    (!/^utf|^ucs/.test(name) && /(?:[^\0-\x7f][\0-\x7f]*){4}/u.test(utf8 ?? ''));
  if (utf8 !== undefined && certain) return { text: utf8, defect: `texte annoncé en ${label}, en réalité en UTF-8` };
  const other = ascii ? undefined : western.has(name) ? misdeclaredText(buffer) : relatedText(buffer, name);
  if (other) return { text: other.text, defect: `texte annoncé en ${label}, en réalité en ${other.charset}` };
  const text = decodeKnown(buffer, name);
  if (utf8 !== undefined && text.includes('\uFFFD'))
    return { text: utf8, defect: `texte annoncé en ${label}, en réalité en UTF-8` };
  if (text.includes('\uFFFD')) return { text, defect: `octets étrangers au jeu de caractères ${label}` };
  return { text };
}

/**
 * Text that was encoded to UTF-8 twice (« Ã© » for « é »), read once more; any other text as it is.
 * Only when every character beyond ASCII belongs to such a pair, so that a text *about* mojibake is left alone.
 */
export function repairMojibake(text: string): string {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]/.test(text)) return text;
  const bytes = Buffer.alloc(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // ISO-8859-1 as programs read it: windows-1252, its holes and the controls of the same number included.
    const byte = code < 0x100 ? code : windows1252.get(code);
    if (byte === undefined) return text;
    bytes[at] = byte;
  }
  const read = strictUtf8(bytes);
  return read === undefined || loneLetter.test(read) ? text : read;
}

/** One letter in a text that is ASCII but for it, and that is no word: a chance as good as a text encoded twice. */
const loneLetter = /^[\0-\x7f]*(?<![A-Za-z])(?![àÀèÈéÉìÌíÍòÒóÓúÚ])[\u0080-\u00ff](?<=\p{L})(?![A-Za-z])[\0-\x7f]*$/u;

const windows1252Codes = Array.from({ length: 0x100 }, (_, byte) =>
  iconv.decode(Buffer.of(byte), 'windows-1252').charCodeAt(0),
);

/** Code points from U+0100 on that windows-1252 has, and their bytes. */
const windows1252: ReadonlyMap<number, number> = new Map(
  windows1252Codes
    .map((code, byte): [number, number] => [code, byte])
    .filter(([code]) => code > 0xff && code !== 0xfffd),
);

function decodeUnmarked(buffer: Buffer, ascii: boolean, label: string): DecodedText {
  const strange = unmarked.has(label) ? undefined : `jeu de caractères inconnu : ${label.slice(0, 40)}`;
  if (ascii)
    return strange ? { text: buffer.toString('latin1'), defect: strange } : { text: buffer.toString('latin1') };
  const utf8 = strictUtf8(buffer);
  if (utf8 !== undefined) {
    const declared = label === 'utf-8' || label === 'utf8';
    return declared
      ? { text: utf8 }
      : { text: utf8, defect: strange ?? 'texte UTF-8 sans mention de son jeu de caractères' };
  }
  const lenient = buffer.toString('utf8');
  // A mail cut or broken in one place is still UTF-8; one in which nothing fits was never UTF-8.
  let [broken, sound] = [0, 0];
  for (let at = 0; at < lenient.length; at += 1) {
    const code = lenient.charCodeAt(at);
    if (code === 0xfffd) broken += 1;
    else if (code > 0x7f) sound += 1;
  }
  if (sound > 0 && sound >= broken) return { text: mixed(buffer), defect: 'octets étrangers à UTF-8' };
  return {
    text: guessedText(buffer),
    defect: strange ?? 'texte à 8 bits sans mention de son jeu de caractères',
  };
}

/** UTF-8 into which something pasted bytes of windows-1252: a byte that begins no character is one of those. */
function mixed(buffer: Buffer): string {
  const units = Buffer.alloc(buffer.length * 2);
  let length = 0;
  for (let at = 0; at < buffer.length; ) {
    const { code, size } = characterAt(buffer, at) ?? { code: windows1252Codes[buffer[at] ?? 0] ?? 0, size: 1 };
    if (code > 0xffff) length = units.writeUInt16LE(0xd800 + ((code - 0x10000) >> 10), length);
    length = units.writeUInt16LE(code > 0xffff ? 0xdc00 + (code & 0x3ff) : code, length);
    at += size;
  }
  return units.toString('utf16le', 0, length);
}

/** The character of UTF-8 that begins there (RFC 3629, 3); undefined where none does. */
function characterAt(buffer: Buffer, at: number): { code: number; size: number } | undefined {
  const first = buffer[at] ?? 0;
  if (first < 0x80) return { code: first, size: 1 };
  if (first < 0xc2 || first > 0xf4) return undefined;
  const size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  let code = first & (0x7f >> size);
  for (let next = 1; next < size; next += 1) {
    const byte = buffer[at + next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const shorter = size > 2 && code < (size === 3 ? 0x800 : 0x10000);
  return shorter || (code >= 0xd800 && code < 0xe000) || code > 0x10ffff ? undefined : { code, size };
}

function decodeKnown(buffer: Buffer, name: string): string {
  // With 8-bit bytes it is no ISO-2022-JP: EUC-JP or Shift_JIS is what the same systems write.
  if (sevenBitJapanese.has(name)) return japanese(buffer);
  if (name === 'gb18030' || name === 'euc-jp') return new TextDecoder(name).decode(buffer);
  return iconv.decode(buffer, name);
}

function known(name: string): boolean {
  // iconv-lite also lists transfer encodings and the like; they are no charsets.
  if (/^(?:base64|hex|binary|internal|ucs2|utf-?7-?imap)$/.test(name)) return false;
  return sevenBitJapanese.has(name) || iconv.encodingExists(name);
}

function strictUtf8(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString('utf8').replace(/^\uFEFF/, '') : undefined;
}

function looksJapanese(buffer: Buffer): boolean {
  return buffer.includes('\x1b$B') || buffer.includes('\x1b$@');
}

/** An escape sequence that nothing follows is an error to the decoder; joined encoded words are full of them. */
function fromSevenBitJapanese(buffer: Buffer): string {
  const esc = '\u001b';
  const joined = buffer.toString('latin1').replaceAll(`${esc}(B${esc}`, esc).replaceAll(`${esc}(J${esc}`, esc);
  return new TextDecoder('iso-2022-jp').decode(Buffer.from(joined, 'latin1'));
}

function decodeUtf7(buffer: Buffer, ascii: boolean, label: string): DecodedText {
  if (ascii) return { text: fromUtf7(buffer.toString('latin1')) };
  const text = fromUtf7(decodeUnmarked(buffer, ascii, '').text);
  return { text, defect: `octets étrangers au jeu de caractères ${label}` };
}

/** UTF-7 (RFC 2152): base64 of UTF-16 between `+` and `-`, or any other character that is no base64. */
function fromUtf7(text: string): string {
  const units = Buffer.alloc(text.length * 2);
  let length = 0;
  let [shifted, bits, held] = [false, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const value = shifted ? (sixBits[code] ?? -1) : -1;
    if (value >= 0) {
      held = ((held << 6) | value) & 0x3fffff;
      bits += 6;
      if (bits < 16) continue;
      bits -= 16;
      length = units.writeUInt16LE((held >> bits) & 0xffff, length);
      continue;
    }
    const closing = shifted && code === 0x2d;
    const opening = !shifted && code === 0x2b;
    shifted = opening && text.charCodeAt(at + 1) !== 0x2d;
    if (opening) [bits, held] = [0, 0];
    if (opening && !shifted) at += 1;
    if (closing || shifted) continue;
    length = units.writeUInt16LE(code, length);
  }
  return units.toString('utf16le', 0, length);
}
const sixBits = new Array<number>(256).fill(-1);
for (const [value, letter] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  sixBits[letter.charCodeAt(0)] = value;

/** ISO-2022-KR (RFC 1557): between shift-out and shift-in each byte lacks its high bit. */
function koreanToEightBit(buffer: Buffer): Buffer {
  const bytes = Buffer.alloc(buffer.length);
  let [length, shifted] = [0, false];
  for (const byte of buffer) {
    if (byte === 0x0e || byte === 0x0f || byte === 0x0a) shifted = byte === 0x0e;
    if (byte !== 0x0e && byte !== 0x0f) length = bytes.writeUInt8(shifted && byte > 0x20 ? byte | 0x80 : byte, length);
  }
  return bytes.subarray(0, length);
}

/** HZ (RFC 1843): `~{` and `~}` shift, `~~` is a tilde, and a tilde at the end of a line joins it to the next. */
function hzToEightBit(buffer: Buffer): Buffer {
  const bytes = Buffer.alloc(buffer.length);
  let [length, shifted] = [0, false];
  for (let at = 0; at < buffer.length; at += 1) {
    const byte = buffer[at] ?? 0;
    const mark = byte === 0x7e ? buffer[at + 1] : undefined;
    if (mark === 0x7b || mark === 0x7d || mark === 0x0a || mark === 0x7e) at += 1;
    if (mark === 0x7b || mark === 0x7d) shifted = mark === 0x7b;
    if (byte === 0x0a) shifted = false;
    if (mark === 0x7b || mark === 0x7d || mark === 0x0a) continue;
    length = bytes.writeUInt8(shifted && byte > 0x20 ? byte | 0x80 : byte, length);
  }
  return bytes.subarray(0, length);
}
