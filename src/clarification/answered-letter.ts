import { plain } from '../model/plain.ts';
import type { LetterRecord } from '../model/records.ts';
import { type Point, points, type Request } from '../model/request.ts';
import { slotNoun } from './slot-words.ts';

/** What the letter that is answered shows: what a bare number, a day or « oui » means hangs on it. */
export interface Shown {
  slots: boolean;
  points: boolean;
  /** Whether a person asked what they liked in it. */
  byPerson: boolean;
}

/** @param letter - By its name; undefined where none of ours is known to be answered: then what is said is all that counts. */
export function shownBy(letter: string | undefined): Shown {
  const known = letter !== undefined;
  return {
    slots: !known || withSlots.has(letter),
    points: !known || withPoints.has(letter),
    byPerson: known && byPersons.has(letter),
  };
}

/**
 * The one slot that this letter was written to offer, whatever else was offered before; undefined where it offers several,
 * or none.
 */
export function onlyOffer(
  { letter, at }: Pick<LetterRecord, 'letter' | 'at'>,
  { history }: Pick<Request, 'history'>,
): number | undefined {
  if (letter !== 'meeting-proposal') return undefined;
  const offered = history.flatMap((line) => (line.kind === 'slots-offered' && line.at === at ? line.numbers : []));
  return offered.length === 1 ? offered[0] : undefined;
}

const withSlots: ReadonlySet<string> = new Set(['acknowledgement', 'meeting-proposal', 'follow-up']);
const withPoints: ReadonlySet<string> = new Set(['acknowledgement', 'questionnaire', 'follow-up']);
const byPersons: ReadonlySet<string> = new Set(['reply']);

/** Whether the text calls a slot by its name, anywhere. */
export function speaksOfSlots(text: string): boolean {
  return new RegExp(`\\b${slotNoun}\\b`).test(plain(text));
}

/** How the numbers of a reply are read that stand before answers without titles. */
export interface Numbering {
  /** Whether several of them may be those of the five points. */
  mayBePoints: boolean;
  /** Points that a single number may answer. */
  alone: ReadonlyMap<Point, Alone>;
}

interface Alone {
  /** Whether that is the number of a slot, too. */
  ofSlot: boolean;
  /** Whether the point is answered already. */
  told: boolean;
}

export const anyNumbering: Numbering = { mayBePoints: true, alone: new Map() };

/** @param letter - The name of the letter that is answered. */
export function numberingIn(
  letter: string | undefined,
  { slots, points: known }: Pick<Request, 'slots' | 'points'>,
): Numbering {
  const shown = shownBy(letter);
  if (shown.byPerson) return { mayBePoints: false, alone: new Map() };
  const printed = letter !== undefined && shown.points;
  const alone = points.flatMap((point, index): [Point, Alone][] => {
    const offered = slots.some(({ number }) => number === index + 1);
    if (offered && !printed) return [];
    return [[point, { ofSlot: offered && shown.slots, told: known[point] !== undefined }]];
  });
  return { mayBePoints: true, alone: new Map(alone) };
}
