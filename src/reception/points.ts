import { readFunding } from '../model/funding.ts';
import { plain } from '../model/plain.ts';
import { speaksOf } from '../model/point-signs.ts';
import { type Finding, type Point, points } from '../model/request.ts';
import { pointTitles } from '../model/wording.ts';
import { asks } from './asking.ts';
import { needsOf } from './needs.ts';
import { withoutPast } from './past.ts';
import { withoutRefused } from './refused.ts';

/** A sentence of the sender's that seems to answer a point. */
export interface Hint {
  point: Point;
  quote: string;
  /** Further sentences that do. */
  more: number;
}

/**
 * The points that a text seems to answer, each with the sentence that says most of it. It is shown to be confirmed; it is
 * never an answer.
 * @param year - In which the text came in: years before it are no timeline.
 */
export function hintedPoints(text: string, year: number): Hint[] {
  const written = sentencesOf(text).map((sentence) => ({ sentence, words: withoutRefused(plain(sentence)) }));
  const toDo = written.map(({ sentence, words }, index) => {
    return { sentence, words: withoutPast(words, written[index + 1]?.words) };
  });
  return points.flatMap((point) => {
    const speaking = (point === 'needs' ? toDo : written).filter(({ words }) => says(point, words, year));
    const plainest = point === 'timeline' ? (words: string) => begins.test(words) : asks;
    const first = speaking.find(({ words }) => plainest(words)) ?? speaking[0];
    if (!first) return [];
    const quote = first.sentence.length > longest ? `${first.sentence.slice(0, longest)}…` : first.sentence;
    return [{ point, quote, more: speaking.length - 1 }];
  });
}

function says(point: Point, words: string, year: number): boolean {
  if (ofOthers.test(words)) return false;
  if (point === 'timeline') return speaksOf(point, toCome(words, year));
  if (point === 'expectations') return speaksOf(point, words.replace(asksToMeet, ' '));
  if (point === 'resources' && readFunding(words)) return true;
  return speaksOf(point, words) || (point === 'needs' && asks(words) && needsOf(words).length > 0);
}

/** What others who are like the writer have or do says nothing of the writer's own: « Our competitor has secured funding ». */
const ofOthers = new RegExp(
  [
    "^(?:l'|(?:le|la|les|un|une|notre|nos|the|an?|our|el|los|las|nuestros?|nuestras?|o|os|nossos?) )?(?:[a-z]+ )?",
    '(?:concurrente?s?|competitors?|competidor(?:a|es|as)?|concorrentes?|voisine?s?|neighbou?rs?|vecin[oa]s?|vizinh[oa]s?)\\b',
  ].join(''),
);

/** Without what is no time of the matter itself: years past, a meeting that is asked for, the last day to ask for money. */
function toCome(words: string, year: number): string {
  const ahead = words
    .replace(/\b[a-z][a-z0-9]{1,9}-20\d\d-\d+/g, ' ')
    .replace(/\b20\d\d\b/g, (each) => (Number(each) < year ? ' ' : each));
  if (meets.test(ahead) && !/\b20\d\d\b/.test(ahead)) return '';
  return speaksOf('resources', ahead) && lastDayToAsk.test(ahead) && !begins.test(ahead) ? '' : ahead;
}

const calls = '(?:offres|propositions|projets|candidatures|manifestation)';
const meets = new RegExp(
  [
    '\\b(?:meet(?:ing)?s?|talk|speak|zoom|teams|visio\\w*|rendez-vous|rencontr\\w+|reunions?|reunirnos|entretien|entrevista|llamada|videollamada|cita|reuniao|conversar|chamada)\\b',
    `\\b(?:un|votre|notre|cet|par|prochain) appel(?! (?:d'|de |a )${calls})\\b|\\b(?:a|your|our|by|video|phone|have|schedule) call(?! for)\\b`,
    'اجتماع|لقاء|مكالمة',
  ].join('|'),
);
/** « Pourrions-nous nous parler », "could we have a call": a meeting is what the process has anyway. */
const asksToMeet = new RegExp(
  `\\b(?:could|podrian|poderiam|proposer|proponer\\w*|propor)\\b(?:(?! (?:et|and|y|e) )[^,.;:?!]){0,60}?(?:${meets.source})`,
  'u',
);
const lastDayToAsk = new RegExp(
  [
    '\\b(?:candidatur\\w*|demandes?|postul\\w+|appl(?:y|ications?)|proposals?|soumissions?|depots?|solicitud\\w*|convocatoria|pedidos?|call|appel)\\b',
    ".{0,60}\\b(?:ate|until|before|by|due|avant|jusqu'au|d'ici|au plus tard|hasta|antes|deadline|date limite|closes?|ferme|prazo|plazo)\\b",
  ].join(''),
);
const begins =
  /\b(?:debut\w*|commenc\w*|demarr\w*|ouvert\w+|start\w*|begin\w*|inici\w*|comec\w*|comienz\w*|empez\w*)\b/;

/** The hints that are on record among the findings of a request. */
export function knownHints(findings: readonly Finding[]): Hint[] {
  return points.flatMap((point) => {
    const found = findings.find(({ kind, value }) => kind === 'point' && value === pointTitles.fr[point].title);
    const quote = found && /^«\s*(.*?)\s*»$/su.exec(found.evidence)?.[1];
    return quote ? [{ point, quote, more: 0 }] : [];
  });
}

/** Of the first 20,000 characters, without those that are too short to say anything. */
export function sentencesOf(text: string): string[] {
  return text
    .slice(0, 20_000)
    .split(/(?<=[.!?;؟؛])\s+|(?<=[。？！])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 3);
}

const longest = 200;
