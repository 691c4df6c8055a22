import { plain } from '../model/plain.ts';
import { speaksOf } from '../model/point-signs.ts';
import { type Finding, type Point, points } from '../model/request.ts';
import { pointTitles } from '../model/wording.ts';

/** A sentence of the sender's that seems to answer a point. */
export interface Hint {
  point: Point;
  quote: string;
  /** Further sentences that do. */
  more: number;
}

/** The points that a text seems to answer. It is shown to be confirmed; it is never an answer. */
export function hintedPoints(text: string): Hint[] {
  const written = sentencesOf(text).map((sentence) => ({ sentence, words: plain(sentence) }));
  return points.flatMap((point) => {
    const [first, ...more] = written.filter(({ words }) => speaksOf(point, words));
    if (!first) return [];
    const quote = first.sentence.length > longest ? `${first.sentence.slice(0, longest)}…` : first.sentence;
    return [{ point, quote, more: more.length }];
  });
}

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
