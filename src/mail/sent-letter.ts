import { plain } from '../model/plain.ts';

/** A part of a line: from the letter, or typed into it. */
export interface Piece {
  ours: boolean;
  text: string;
}

interface Word {
  said: string;
  begins: number;
  ends: number;
}

/** So many words in a row that are in the letter are from it. */
const row = 4;
/** Fewer have to be a line of it that is next, or stands so many lines further down. */
const soon = 8;
/** Words that damage, or a program, may put between two of the letter. */
const near = 12;

/** A letter of ours, to tell its words from those that were typed into it. */
export class SentLetter {
  readonly #words: string[] = [];
  /** Where its lines begin; the end is the last. */
  readonly #starts: number[] = [];
  readonly #isStart: ReadonlySet<number>;
  readonly #rows = new Map<string, number[]>();

  constructor(text: string) {
    for (const line of text.split('\n')) {
      const words = wordsOf(line);
      if (words.length > 0) this.#starts.push(this.#words.length);
      this.#words.push(...words.map(({ said }) => said));
    }
    this.#starts.push(this.#words.length);
    this.#isStart = new Set(this.#starts);
    for (let at = 0; at + row <= this.#words.length; at += 1) {
      const key = this.#words.slice(at, at + row).join(' ');
      const places = this.#rows.get(key);
      if (places) places.push(at);
      else this.#rows.set(key, [at]);
    }
  }

  /** Whether the line is one of the first that say something in it: titles and greetings do. */
  opensWith(line: string): boolean {
    const said = wordsOf(line).map((word) => word.said);
    return (
      said.length >= row &&
      this.#starts.slice(0, 4).some((start, index) => {
        const end = this.#starts[index + 1] ?? start;
        return said.length === end - start && this.#common(said, start) === said.length;
      })
    );
  }

  /**
   * Each line in pieces, none where it has no word; how many words are from the letter, and how many lines seem to be lines
   * of it that a program damaged, as such do that know no accents.
   */
  partsOf(lines: readonly string[]): { parts: Piece[][]; found: number; damaged: number } {
    const split = lines.map(wordsOf);
    const parts: Piece[][] = [];
    let found = 0;
    let damaged = 0;
    let next = 0;
    let cutOff: number | undefined;
    for (const [index, words] of split.entries()) {
      const after = split.slice(index + 1, index + 4).find((line) => line.length > 0)?.[0]?.said;
      const said = words.map((word) => word.said);
      const stretch = this.#stretchIn(said, next, after);
      if (stretch) {
        cutOff = undefined;
        found += stretch.to - stretch.from;
        next = stretch.place + stretch.to - stretch.from;
      } else if (words.length > row) {
        // Where nothing of the letter follows, a program cut it short in that line, or in a word of it.
        if (this.#common(said, next) >= said.length - 1) cutOff = index;
        const end = this.#endOfLike(said, next);
        if (end !== undefined) {
          damaged += 1;
          next = end;
        }
      }
      parts.push(piecesOf(lines[index] ?? '', words, stretch));
    }
    if (cutOff !== undefined) parts[cutOff] = [{ ours: true, text: lines[cutOff] ?? '' }];
    return { parts, found, damaged };
  }

  /** The words of a line that are from the letter: all, the first or the last ones. */
  #stretchIn(said: readonly string[], next: number, after: string | undefined): Stretch | undefined {
    for (let from = 0; from === 0 || from + row <= said.length; from += 1) {
      for (const place of this.#places(said, from, next)) {
        const begun = place === next || this.#isStart.has(place);
        const longest = this.#common(said, place, from);
        for (const length of [longest, this.#toLineEnd(place, longest)]) {
          const to = from + length;
          if (length === 0) continue;
          const end = place + length;
          const ended = this.#isStart.has(end) || (to === said.length && this.#words[end] === after);
          const whole = from === 0 && to === said.length;
          if (ended && (whole ? begun || length >= row : begun && (from === 0 ? length > 1 : to === said.length)))
            return { from, to, place };
        }
      }
    }
    return undefined;
  }

  /** Where a line that is much like the next words of the letter ends in it: most words stand there in the same order. */
  #endOfLike(said: readonly string[], next: number): number | undefined {
    let at = next;
    let alike = 0;
    for (const word of said) {
      const place = this.#words.slice(at, at + near).indexOf(word);
      if (place < 0) continue;
      at += place + 1;
      alike += 1;
    }
    return alike * 2 > said.length ? at : undefined;
  }

  /** Where the words from there on may stand in the letter, the likeliest place first. */
  #places(said: readonly string[], from: number, next: number): number[] {
    const rows = this.#rows.get(said.slice(from, from + row).join(' ')) ?? [];
    const anywhere = [...rows.filter((at) => at >= next), ...rows.filter((at) => at < next)];
    if (from > 0) return anywhere;
    const later = this.#starts.findIndex((start) => start > next);
    return [next, ...anywhere, ...(later < 0 ? [] : this.#starts.slice(later, later + soon))];
  }

  /** How many of those words stand before the end of their line: the first ones of an answer may be those of the next line. */
  #toLineEnd(place: number, length: number): number {
    let end = place + length;
    while (end > place && !this.#isStart.has(end)) end -= 1;
    return end - place;
  }

  #common(said: readonly string[], place: number, from = 0): number {
    let length = 0;
    while (from + length < said.length && this.#words[place + length] === said[from + length]) length += 1;
    return length;
  }
}

interface Stretch {
  from: number;
  to: number;
  /** Where it begins in the letter. */
  place: number;
}

function piecesOf(line: string, words: readonly Word[], stretch: Stretch | undefined): Piece[] {
  if (words.length === 0) return [];
  if (!stretch) return [{ ours: false, text: line.trim() }];
  const begins = stretch.from === 0 ? 0 : (words[stretch.from]?.begins ?? 0);
  const ends = stretch.to === words.length ? line.length : (words[stretch.to - 1]?.ends ?? line.length);
  const [before, after] = [line.slice(0, begins).trim(), line.slice(ends).replace(parting, '').trim()];
  return [
    ...(before ? [{ ours: false, text: before }] : []),
    { ours: true, text: line.slice(begins, ends) },
    ...(after ? [{ ours: false, text: after }] : []),
  ];
}

/** What ends our words, or parts from them what was typed behind. */
const parting = /^[\s.,;:!?…)»”"'’\]=>–—-]{0,20}/;

/** The words of a line as they are compared: without what programs make of links and pictures. */
export function wordsOf(line: string): Word[] {
  const said = line.replace(/<?(?:https?|mailto|tel):[^\s<>]{1,2000}>?|\[(?:cid|image)[:\s][^\]]{0,200}\]/gi, (link) =>
    ' '.repeat(link.length),
  );
  return [...said.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    said: plain(word),
    begins: index,
    ends: index + word.length,
  }));
}
