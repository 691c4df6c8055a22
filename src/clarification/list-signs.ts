import { plain } from '../model/plain.ts';

/** How a line bears the number of an answer. */
export interface Sign {
  /** Matches the sign and what parts it from the answer; its group is the number. */
  pattern: RegExp;
  valueIn: (sign: string) => number | undefined;
}

/** What may stand before a number, or behind « première ». */
export const numberedNoun =
  '(?:(?:r[eé]ponse|answer|respuesta)s? (?:[aà] la|au|to(?: the)?|al) )?(?:point|question|r[eé]ponse|answer|punto|pregunta|respuesta)';

/** « 1.5 » and « 2 - 3 personnes » are no numbers of questions; « 4. 180 000 $ », « 4 – 180 000 $ » and « 5 – 2027 » are. */
export const number: Sign = {
  pattern: new RegExp(
    `^[*_•\\s]*(?:(?:${numberedNoun}|q|n[°ºo]|#)\\.?\\s?)?\\(?(\\d{1,2})(?:\\s?(?:[.):/]+(?!\\d)|\\)+(?=\\d))(?:[–—-]+(?=\\s))?|\\s?[–—-]+(?!\\s*\\d)|\\s[–—-](?=\\s\\d{2,3}(?:[\\s.,]\\d{3})+(?!\\d)|\\s20\\d\\d\\b)|[*_]*$)[*_\\s]*`,
    'iu',
  ),
  valueIn: Number,
};

/** Several numbers before one answer: « 1 et 2. », « Points 1 à 3 : »; undefined where they are not in order. */
export function sharedNumbers(line: string): { values: number[]; sign: string; named: boolean } | undefined {
  const [sign, noun, one = '', others = ''] = several.exec(line) ?? [];
  if (sign === undefined) return undefined;
  const values = [Number(one)];
  for (const [, joining = '', each = ''] of others.matchAll(further)) {
    const from = values.at(-1) ?? 0;
    const through = upTo.test(plain(joining)) ? Number(each) - from - 1 : 0;
    values.push(...Array.from({ length: Math.max(0, through) }, (_, index) => from + 1 + index), Number(each));
  }
  const rising = values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));
  return rising ? { values, sign, named: noun !== undefined } : undefined;
}

const joins = '(?:,\\s?)?(?:[,&/+–—-]|et|and|y|to|through|thru|hasta|[aà]l?)';
const further = new RegExp(`\\s?(${joins})\\s?([1-5])(?!\\d)[.)]?`, 'giu');
const upTo = /^(?:[–—-]|to|through|thru|hasta|al?)$/;
/** Behind « points 1 à 3 » a space, too, parts it from the answer. */
const several = new RegExp(
  `^[*_•\\s]*(?:(?:aux?|for|to|on|de|du|from|del?|en|a|pour|para)\\s)?(?:(?:les|los|the)\\s)?(${numberedNoun}s?\\s)?\\(?([1-5])[.)]?(?=\\D)((?:\\s?${joins}\\s?[1-5](?!\\d)[.)]?)+)(?:(?<=[.)])\\s?:?|(?<=(?:point|question|answer|r[eé]ponse|punto|pregunta|respuesta)s?\\s[\\p{L}\\d\\s.,)&/–—-]+)(?:\\s?,)?(?=\\s\\p{L})|\\s?[.):/]+(?!\\d)(?:[–—-]+(?=\\s))?|\\s[–—-]+(?=\\s+\\D))\\s*`,
  'iu',
);

/** A line that begins with the number of a point. */
interface NumberMark {
  value: number;
  /** What stands behind it. */
  rest: string;
  /** Whether it is one by itself: « 4-15 millions », « 2.5 jours » and « 1º de mayo » need others around it. */
  sure: boolean;
}

export function numberMark(text: string): NumberMark | undefined {
  const line = withPlainNumber(text.replace(/^[–—-]\s+/u, ''));
  const [mark, value] = number.pattern.exec(line) ?? [];
  if (mark !== undefined)
    return /^\W*\d+\W*$/.test(line) && !/\d\W/.test(line)
      ? undefined
      : { value: Number(value), rest: line.slice(mark.length), sure: true };
  const [begins, digit] = tight.exec(line) ?? [];
  return begins === undefined ? undefined : { value: Number(digit), rest: line.slice(begins.length), sure: false };
}

/** « 4.180,000 CAD », « 4-15 millions », « 2º Certificado » */
const tight = /^[*_•\s]*\(?([1-9])(?:[.:/](?=\d)|\s?[–—-]\s?(?=\d)|\s?[º°ª]\s?[.):,/–—-]*\s*(?=\S))/u;

/** Signs that mean a number only where all five are there. */
export const wholeForms: readonly Sign[] = [
  { pattern: /^[#q]\s?(\d)\s+/i, valueIn: Number },
  { pattern: /^(\d)\s+(?=\S)/, valueIn: Number },
  { pattern: /^[*_•\s]*\(?(\d)\s?[º°ª]\s?[.):,/–—-]*\s*/u, valueIn: Number },
  { pattern: /^\(?([a-e])\s?[.):/][–—-]?\s+/iu, valueIn: (sign) => placeAmong(['a', 'b', 'c', 'd', 'e'], sign) },
  {
    pattern: /^\(?([ivⅠ-Ⅴⅰ-ⅴ]{1,3})(?:\s?[.):/][–—-]?|\s[–—-])\s+/iu,
    valueIn: (sign) => placeAmong(['i', 'ii', 'iii', 'iv', 'v'], sign),
  },
  {
    pattern: new RegExp(
      `^(?:(?:en|[aà]|to) )?(?:(?:la|le|the|el|your) )?([\\p{L}\\d]{2,20})(?: (?:${numberedNoun}|lieu|lugar))?\\s?[.):,–—-]+\\s+`,
      'iu',
    ),
    valueIn: placeByOrdinal,
  },
];

/** The line with « 1. » where it begins with « ① » or « 1️⃣ ». */
export function withPlainNumber(line: string): string {
  return line.replace(drawn, (_, before: string, circled: string | undefined, digit: string | undefined) => {
    const value = circled === undefined ? digit : valueOfCircled(circled);
    return `${before}${value}. `;
  });
}

const drawn = /^([*_•\s]*)(?:([①-⑨⑴-⑼⒈-⒐❶-❾➀-➈➊-➒⓵-⓽])|([1-9])\uFE0F?\u20E3)[\s.):]*/u;

function valueOfCircled(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  const [one = code] = [...'①⑴⒈❶➀➊⓵'].map((first) => first.codePointAt(0) ?? 0).filter((first) => inNine(code, first));
  return code - one + 1;
}

const inNine = (code: number, first: number) => first <= code && code < first + 9;

function placeAmong(signs: readonly string[], sign: string): number | undefined {
  const at = signs.indexOf(plain(sign));
  return at < 0 ? undefined : at + 1;
}

function placeByOrdinal(sign: string): number | undefined {
  const at = ordinals.findIndex((ordinal) => ordinal.test(plain(sign)));
  return at < 0 ? undefined : at + 1;
}

/** With the adverbs that are made of them: "secondly", « deuxièmement », « primeramente ». */
const ordinals: readonly RegExp[] = [
  /^(?:premier|first|primer|1(?:er|re|ere|st|o|a)$)/,
  /^(?:deuxiem|second|segund|2(?:e|eme|nd|o|a)$)/,
  /^(?:troisiem|third|tercer|3(?:e|eme|rd|o|a)$)/,
  /^(?:quatriem|fourth|cuart|4(?:e|eme|th|o|a)$)/,
  /^(?:cinquiem|fifth|quint|5(?:e|eme|th|o|a)$)/,
];
