import { plain } from '../model/plain.ts';
import { type Point, points } from '../model/request.ts';
import { monthWords, weekdays } from './date-words.ts';
import type { Written } from './list-leads.ts';
import { numberedNoun } from './list-signs.ts';
import { speaksUnder } from './numbered-answers.ts';
import { pointNamed } from './title-words.ts';

/** A sentence that says anew what was answered before: « Au point 4, lire 95 000 $ », "Our timeline is now March 2027". */
interface Correction {
  point: Point;
  value: string;
  /** Whether it plainly says what the point asks for; if not, people look. */
  sure: boolean;
  /** Whether it names the point by its number, or calls itself a correction: then it is one among other answers, too. */
  named: boolean;
}

/** The correction that a sentence makes of one point, named by its number or its title; undefined where it makes none. */
function correctionIn(written: string): Correction | undefined {
  const sentence = written.replace(/[\s.!]+$/u, '');
  if (sentence.length > longest || /\?[\s»”")]*$/.test(sentence)) return undefined;
  for (const pattern of patterns) {
    const { subject = '', told = '' } = pattern.exec(sentence)?.groups ?? {};
    const point = pointOf(subject);
    // « Mon calendrier a changé » is rather of the meeting.
    if (point === 'timeline' && calendars.test(plain(subject)) && !ofYear.test(told)) return undefined;
    if (point) return { ...weighed(point, told, sentence), named: leads.test(sentence) || numbered.test(subject) };
  }
  const point = wrong.test(plain(sentence)) ? pointOf(numbered.exec(sentence)?.[0] ?? '') : undefined;
  return point && { point, value: '', sure: false, named: false };
}

/** The corrections among lines, each where its sentence ends; one that a mail program broke goes on in the next line. */
export function correctionsIn(lines: readonly Pick<Written, 'depth' | 'text'>[]): (Correction & { line: number })[] {
  return lines.flatMap(({ depth, text }, index) => {
    const next = lines[index + 1];
    const found = depth === 0 ? correctionIn(text) : undefined;
    if (found?.value) return [{ ...found, line: index }];
    const broken = depth === 0 && next?.depth === 0 && text.length >= longLine && !/[.!?:]\s*$/.test(text);
    const [begun = ''] = text.split(sentenceEnds).slice(-1);
    const whole = broken ? correctionIn(`${begun} ${next.text.split(sentenceEnds, 1).join('')}`) : undefined;
    if (whole) return [{ ...whole, line: index + 1 }];
    return found ? [{ ...found, line: index }] : [];
  });
}

/** The lines with each correction on its own, so that it ends with its sentence. */
export function apartAtCorrections(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const sentences = line.split(sentenceEnds);
    return sentences.length > 1 && sentences.some((each) => correctionIn(each.trim())) ? sentences : [line];
  });
}

const longest = 400;
const longLine = 55;
const sentenceEnds = /(?<=[.!?])\s+(?=\p{Lu})/u;

function weighed(point: Point, told: string, sentence: string): Omit<Correction, 'named'> {
  const value = told
    .replace(instead, '')
    .replace(/^[\s:,«“"'–—-]+|[\s».!”"',]+$/gu, '')
    .replace(/^(?:(?:now|maintenant|d[ée]sormais|ahora|it(?:\sis|[’']s)|c[’']est|ce\ssont|son|es)\s?:?\s)+/iu, '');
  return { point, value, sure: says(point, plain(value)) && !doubtful.test(plain(sentence)) };
}

function says(point: Point, value: string): boolean {
  if (point === 'needs' || point === 'expectations') return /\p{L}{3,}/u.test(value);
  if (point !== 'timeline') return speaksUnder(point, value);
  return (ofYear.test(value) || ofMonths.test(value)) && !ofWeek.test(value);
}

const ofYear = /\b20[2-6]\d\b/;
const calendars = /\b(?:schedules?|calend\p{L}+)\b/u;
const ofMonths = new RegExp(
  `\\b(?:${monthWords})\\b|\\d+ (?:mois|months?|meses|weeks?|semaines?|semanas?|years?|ans|anos?)\\b|tri?mestre|semest|quarter`,
  'u',
);
const ofWeek = new RegExp(`\\b(?:${weekdays.flat().join('|')})s?\\b|\\d ?(?:h\\b|:\\d)`, 'u');

function pointOf(subject: string): Point | undefined {
  const [, number] = numbered.exec(subject) ?? [];
  if (number) return points[Number(number) - 1];
  const named = pointNamed(plain(subject).replace(/^(?:(?:the|le|la|el|au|del?) |[ld]')+/, ''));
  return named && named.weight !== 'part' && named.weight !== 'weak' ? named.point : undefined;
}

const ofNumber = `(?:${numberedNoun})\\s(?:n[°ºo.]{1,2}\\s?|#)?[1-5]`;
const numbered = new RegExp(`(?:${numberedNoun})\\s\\D{0,4}([1-5])`, 'iu');
const at =
  "(?:(?:pour|for|to|in|at|en|[aà])\\s)?(?:(?:the|le|la|el|au|del?|our|my|notre|mon|nuestro|nuestra|mi)\\s|l[’']|d[’'])?";
const subject = `(?<subject>${at}${ofNumber}|${at}(?:new\\s|nouve(?:au|l|lle)\\s|nuev[oa]\\s)?[\\p{L}’']+(?:\\s[\\p{L}’']+){0,3}?)`;
const lead =
  "(?:(?:change|changement|cambio|modification|modificaci[oó]n)s?\\s(?:of|in|to|du?|de|en|[aà])(?:\\s(?:la|el))?|correction|errat(?:um|a)|rectificati(?:on|f)|correcci[oó]n|rectificaci[oó]n|fe de erratas|update|mise [aà] jour|actualizaci[oó]n|(?:please|kindly)\\s(?:note|correct|change|update|amend|read)|(?:veuillez|merci de|pri[eè]re de)\\s(?:noter|corriger|changer|modifier|lire)|(?:por favor,?\\s)?(?:corrij\\p{L}+|cambi\\p{L}+|modifi\\p{L}+|tomen?\\s(?:en cuenta|nota)))(?:\\s(?:that|que|qu[’']|de))?\\s?[:,–—-]*\\s?";
const changing = [
  '(?:has|have)\\s(?:now\\s|since\\s)?changed(?:\\s(?:to|from\\s.{1,40}\\sto))?',
  '(?:(?:has|have)\\s(?:now\\s)?(?:been\\s)?|(?:is|was|are|were)\\s(?:now\\s)?)?(?:changed|moved|shifted|revised|updated|increased|raised|reduced|postponed|delayed|brought forward|extended|corrected|amended|set)(?:\\sfrom\\s.{1,40})?\\s(?:to|at)',
  '(?:is|are)\\s(?:now|rather|instead)|now\\s(?:is|are|stands at)|becomes?|(?:should|must|ought to)\\s(?:now\\s|rather\\s)?(?:read|be|say)',
  '(?:a|ont|sera|est|sont)\\s(?:[ée]t[ée]\\s)?(?:chang[ée]|modifi[ée]|port[ée]|revu|report[ée]|avanc[ée]|corrig[ée]|augment[ée]|r[ée]duit|fix[ée]|ramen[ée]|repouss[ée])e?s?(?:\\sde\\s.{1,40})?(?:\\s(?:[aà]|au|en|pour))?',
  "pass(?:e|ent|era|eront)(?:\\sde\\s.{1,40})?\\s(?:[aà]|au)|devient|(?:est|sont|sera)\\s(?:maintenant|d[ée]sormais|dor[ée]navant|plut[oô]t|finalement)(?:\\s(?:de|d[’']|en))?",
  ',?\\s?(?:(?:veuillez|il faut|merci de|pri[eè]re de|please)\\s)?(?:lire|lisez|l[eé]ase|leer|lea|debe\\s(?:decir|leerse)|read)(?:\\splut[oô]t)?',
  '(?:ha|han)\\s(?:cambiado|pasado|sido\\s(?:modificad[oa]|cambiad[oa]|aplazad[oa]|aumentad[oa]))(?:\\s(?:a|de\\s.{1,40}\\sa))?|(?:cambi[oó]|cambia|pasa|pas[oó]|se\\s(?:movi[oó]|aplaz[oó]|aument[oó]|modific[oó]))\\s(?:a(?:\\sser)?)|ahora\\s(?:es|son|ser[aá])(?:\\sde)?|(?:es|son|ser[aá])\\sahora(?:\\sde)?',
].join('|');
const patterns = [
  new RegExp(`^(?:${lead})?${subject}\\s?(?:${changing})(?:\\s?[:,–—-]+|\\s|$)(?<told>.*)$`, 'iu'),
  new RegExp(
    `^${lead}${subject}\\s?(?:(?:is|are|est|sont|es|son)(?:\\sde)?\\s|(?:to|par|en|por|a|à|as)\\s|[:=,–—-]+)(?<told>.*)$`,
    'iu',
  ),
  new RegExp(
    `^(?<subject>${at}(?=(?:[\\p{L}’']+\\s){0,3}?(?:new|revised|updated|corrected|nouve(?:au|l|lle)|r[ée]vis[ée]e?|corrig[ée]e?|nuev[oa]|corregid[oa]|actualizad[oa])\\s)[\\p{L}’']+(?:\\s[\\p{L}’']+){1,3}?)\\s(?:is|are|est|sont|es|son|ser[aá])(?:\\sde)?\\s(?<told>.*)$`,
    'iu',
  ),
];
const leads = new RegExp(`^${lead}`, 'iu');
/** « Le point 4 est à corriger » */
const wrong =
  /\b(?:corr[ie]\p{L}+|mistakes?|errors?|erreurs?|errone\p{L}*|wrong|chang\p{L}+|cambi\p{L}+|modif\p{L}+|replac\p{L}+|remplac\p{L}+|reempla\p{L}+|rectifi\p{L}+)\b/u;
/** What was said before. */
const instead =
  /[\s,(]+(?:au lieu d(?:e|es|u|[’'])|instead of|en (?:vez|lugar) de|et non|and not|not|y no|plut[oô]t qu(?:e|[’'])|rather than|contre|formerly|previously|auparavant)(?:(?<=[’'])|(?!\p{L})).*$/iu;
const doubtful =
  /\b(?:may|might|could|would|perhaps|maybe|probably|possibly|if|not|soon|later|peut-etre|pourrai(?:t|ent)|probablement|si|pas|bientot|podria[ns]?|quizas?|tal vez|probablemente|no|pronto)\b|n't\b/u;
