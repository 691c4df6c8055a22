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
    `^[*_•\\s]*(?:(?:${numberedNoun}|q|n[°ºo]|#)\\.?\\s?)?\\(?(\\d{1,2})(?:\\s?[.):/]+(?!\\d)(?:[–—-]+(?=\\s))?|\\s?[–—-]+(?!\\s*\\d)|\\s[–—-](?=\\s\\d{2,3}(?:[\\s.,]\\d{3})+(?!\\d)|\\s20\\d\\d\\b)|[*_]*$)[*_\\s]*`,
    'iu',
  ),
  valueIn: Number,
};

/** Signs that mean a number only where all five are there. */
export const wholeForms: readonly Sign[] = [
  { pattern: /^[#q]\s?(\d)\s+/i, valueIn: Number },
  { pattern: /^(\d)\s+(?=\S)/, valueIn: Number },
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
