import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

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
/** Single-byte sets in which text that reads as UTF-8 throughout does not occur by chance. */
const western = new Set(['windows-1252', 'cp1252', 'iso-8859-15', 'latin-9', 'macintosh']);

interface DecodedText {
  text: string;
  /** What was wrong with the declared charset, in words for staff. */
  defect?: string;
}

/**
 * The bytes as text. The declared charset is believed unless it is unknown, says less than it should, or the bytes
 * read as UTF-8 from end to end. Never throws; linear in the number of bytes.
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
  if (name === 'iso-2022-kr') return { text: iconv.decode(shiftedToEightBit(buffer, 0x0e, 0x0f), 'cp949') };
  if (name === 'hz-gb-2312') return { text: new TextDecoder('gb18030').decode(hzToEightBit(buffer)) };
  if (unmarked.has(name) || !known(name)) return decodeUnmarked(buffer, ascii, label);
  const utf8 = ascii ? undefined : strictUtf8(buffer);
  if (utf8 !== undefined && western.has(name))
    return { text: utf8, defect: `texte annoncé en ${label}, en réalité en UTF-8` };
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
  if (!/[ÂÃÅâ][\u0080-\u00ff\u0152-\u02dc\u2013-\u2122]/.test(text)) return text;
  const bytes = iconv.encode(text, 'windows-1252');
  if (iconv.decode(bytes, 'windows-1252') !== text) return text;
  return strictUtf8(bytes) ?? text;
}

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
  const broken = count(lenient, /\uFFFD/g);
  const sound = count(lenient, /[\u0080-\uFFFC]/g);
  if (sound > broken) return { text: lenient, defect: 'octets étrangers à UTF-8' };
  return {
    text: iconv.decode(buffer, 'windows-1252'),
    defect: strange ?? 'texte à 8 bits sans mention de son jeu de caractères',
  };
}

function decodeKnown(buffer: Buffer, name: string): string {
  // With 8-bit bytes it is no ISO-2022-JP: Shift_JIS is what the same systems write.
  if (sevenBitJapanese.has(name)) return iconv.decode(buffer, 'cp932');
  if (name === 'gb18030' || name === 'euc-jp') return new TextDecoder(name).decode(buffer);
  return iconv.decode(buffer, name);
}

function known(name: string): boolean {
  // iconv-lite also lists transfer encodings and the like; they are no charsets.
  if (/^(?:base64|hex|binary|internal|ucs2)$/.test(name)) return false;
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

/** ISO-2022-KR (RFC 1557): between shift-out and shift-in each byte lacks its high bit. */
function shiftedToEightBit(buffer: Buffer, shiftOut: number, shiftIn: number): Buffer {
  const bytes: number[] = [];
  let shifted = false;
  for (const byte of buffer) {
    if (byte === shiftOut) shifted = true;
    else if (byte === shiftIn || byte === 0x0a) {
      shifted = false;
      if (byte === 0x0a) bytes.push(byte);
    } else bytes.push(shifted && byte > 0x20 ? byte | 0x80 : byte);
  }
  return Buffer.from(bytes);
}

/** HZ (RFC 1843): `~{` and `~}` shift, `~~` is a tilde. */
function hzToEightBit(buffer: Buffer): Buffer {
  const marked = buffer.toString('latin1').replace(/~([{}~\n])/g, (_, mark: string) => hzMarks[mark] ?? '');
  return shiftedToEightBit(Buffer.from(marked, 'latin1'), 0x0e, 0x0f);
}
const hzMarks: Readonly<Record<string, string>> = { '{': '\x0e', '}': '\x0f', '~': '~', '\n': '' };

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
