import { plain } from '../model/plain.ts';
import type { Slot } from '../model/request.ts';
import { isAcceptance } from './acceptance.ts';
import { anyNumbering, type Numbering } from './answered-letter.ts';
import { startOfChoice } from './below-answers.ts';
import { hearBeside, hearBesideInForm, hearBesideSigned } from './beside-choice.ts';
import { findHeadings, type Heading, type Line, quotedLines, under } from './headings.ts';
import { withoutNumbering } from './listing.ts';
import { mayNumberAnswers } from './lone-numbers.ts';
import { unclearPassages } from './numbered-answers.ts';
import { retracts } from './refusals.ts';
import {
  hearAnswer,
  hearFree,
  hearNumbering,
  hearSigned,
  hearUnshown,
  type Known,
  nothing,
  type Saying,
} from './saying.ts';
import { isLoneNumber, sentences, wholeLines, withoutSignature } from './sentences.ts';
import { signatureIn } from './signing-off.ts';
import { slotNoun } from './slot-words.ts';

/** What the letter that is answered asks. */
export interface Asked {
  /** Whether it shows slots: if not, only « plage 2 » is one. */
  slotsShown: boolean;
  numbering: Numbering;
  /** The slot that « cela nous convient » means, where the letter offers only one. */
  only?: number;
}

export type Choice =
  | { kind: 'slot'; number: number }
  | { kind: 'none-fits' }
  /** `numbers`: of the slots that it names; `orPoint`: the number may be that of a point. */
  | { kind: 'unsure'; why: string; numbers: number[]; orPoint?: true };

/**
 * The slot that the requester chose; undefined when the mail says nothing of slots. Never a guess: a slot is chosen by a
 * sentence that accepts it and says nothing else; whatever else names one is unsure; why, in French, for staff.
 * @param text - The reply without its quote.
 * @param subject - Counts when it is the one that a slot's button prefilled.
 * @param slots - All slots offered so far.
 * @param zones - Of both places, the house's first: « jeudi 10 h » is a slot when it is exactly one on offer at either.
 * @param names - Of persons who may be named beside a slot: the writer, and those of the house.
 * @param asked - What the letter asks that is answered.
 */
export function readChoice(
  text: string,
  subject: string,
  slots: readonly Slot[],
  zones: readonly string[] = [],
  names: readonly string[] = [],
  asked: Asked = { slotsShown: true, numbering: anyNumbering },
): Choice | undefined {
  const offered = slots.filter(({ withdrawn }) => !withdrawn);
  const button = hearSubject(subject);
  const lone = offered.filter(({ number }) => number === asked.only);
  const meant = lone.length > 0 ? lone : offered;
  const known = { slots, offered, meant, zones, names: wordsOf(names), chosen: [], clicked: button.kind === 'number' };
  const heard = hear(text.slice(0, longest), button, known, names, asked);
  const numbers = [...new Set(heard.flatMap((saying) => (saying.kind === 'number' ? saying.numbers : [])))];
  // « Slots 1 and 3 do not work. Slot 2 does. »
  const leavesIt = (named: readonly number[] = []) =>
    numbers.length > 0 && !numbers.some((each) => named.includes(each));
  const [doubt] = heard.flatMap((saying) =>
    saying.kind === 'doubt' && !(saying.excluded && leavesIt(saying.named)) ? saying : [],
  );
  const refused = heard.some((saying) => saying.kind === 'none-fits');
  const doubted = heard.flatMap((saying) => (saying.kind === 'doubt' ? (saying.named ?? []) : []));
  const unsure = (why: string) => ({ kind: 'unsure' as const, why, numbers: [...new Set([...numbers, ...doubted])] });
  if (numbers.length === 0 && refused && !doubt?.named) return { kind: 'none-fits' };
  if (refused) return unsure(doubt?.why ?? `plage ${numbers.join(', ')}, et aucune ne convient`);
  if (doubt) return { ...unsure(doubt.why), ...(doubt.orPoint && { orPoint: true }) };
  const [number] = numbers;
  const agreed = heard.find((saying) => saying.kind === 'agreed');
  if (number === undefined) return agreed && unsure(agreed.why);
  if (numbers.length > 1) return unsure(`plusieurs plages\u00A0: ${numbers.join(', ')}`);
  if (!slots.some((slot) => slot.number === number)) return unsure(`la plage ${number} n’a pas été offerte`);
  return { kind: 'slot', number };
}

const longest = 20_000;

const prefilled = new RegExp(`^(?:\\[[^\\]]*\\]\\s?)?${slotNoun}\\s?(\\d{1,3})$`);

/** Whether it is the subject that a slot's button prefilled. */
export function isButton(subject: string): boolean {
  return hearSubject(subject).kind === 'number';
}

/** Only the prefilled subject: with « Re: » it is the subject of an older choice. */
function hearSubject(subject: string): Saying {
  const match = prefilled.exec(plain(subject).trim());
  return match ? { kind: 'number', numbers: [Number(match[1])] } : nothing;
}

function hear(text: string, button: Saying, known: Known, names: readonly string[], asked: Asked): Saying[] {
  const lines = quotedLines(text);
  const headings = findHeadings(lines, new Set(), { ...asked.numbering, mayBePoints: true });
  // Inside the questionnaire a number is an answer, or the number of a question; only « plage 2 » still chooses.
  const [first, last] = [headings[0], headings.at(-1)];
  const formEnds = last ? endOfAnswers(last, lines) : -1;
  const unclear = asked.numbering.mayBePoints ? unclearPassages(lines, new Set(), asked.numbering.alone) : [];
  const inside = (index: number) =>
    (first !== undefined && index >= first.line && index <= formEnds) ||
    unclear.some(({ line, end }) => index >= line && index < end && !lines.slice(line, index).some(isEmpty));
  const end = lines.findIndex((line) => line.closes && line.depth === 0);
  const written = lines.slice(0, end < 0 ? lines.length : end);
  const outside = written.filter((_, index) => !inside(index));
  const letter = known.clicked ? withoutSignature(outside, known.names) : outside;
  const signed = signatureIn(
    letter.map(({ text, depth }) => (depth === 0 ? text : '')),
    names,
    (line) => isLoneNumber(line) || isAcceptance(plain(line)),
  );
  const free = withoutNumbering(sentences(letter.slice(0, signed)));
  const below = wholeLines(letter.slice(signed));
  const inForm = sentences(written.filter((_, index) => inside(index)));
  const ofForm = mayNumberAnswers(letter.slice(0, signed), known.names);
  const told = (sentence: string, saying: Saying) => {
    if (ofForm && saying.kind === 'number' && isLoneNumber(sentence)) return hearNumbering(sentence, saying.numbers);
    return asked.slotsShown ? saying : hearUnshown(sentence, saying);
  };
  const heard = [
    ...free.map((sentence) => ({ sentence, saying: told(sentence, hearFree(sentence, known)), beside: hearBeside })),
    ...below.map((sentence) => ({
      sentence,
      saying: told(sentence, hearSigned(sentence, known)),
      beside: hearBesideSigned,
    })),
    ...inForm.map((sentence) => ({ sentence, saying: hearAnswer(sentence, known), beside: hearBesideInForm })),
  ];
  const sayings = [button, ...heard.map(({ saying }) => saying)];
  const numbers = sayings.flatMap((saying) => (saying.kind === 'number' ? saying.numbers : []));
  if (numbers.length === 0) return sayings;
  const chosen = known.slots.filter(({ number }) => numbers.includes(number));
  const choosing = known.clicked ? -1 : heard.findIndex(({ saying }) => saying.kind === 'number');
  const others = heard.flatMap(({ sentence, saying, beside }, index) =>
    saying.kind === 'nothing' ? beside(sentence, { ...known, chosen, ahead: index < choosing }) : [],
  );
  return [...sayings, ...others];
}

/** The last line that is under it: below the last answer « 2 nous convient. » is of the meeting again. */
function endOfAnswers(last: Heading, lines: readonly Line[]): number {
  const { written } = under(last, lines);
  const texts = [last.rest, ...written.map((index) => lines[index]?.text ?? '')];
  const choice = startOfChoice(texts);
  return Math.max(last.line, ...(choice < 0 ? written : written.slice(0, choice - 1)));
}

const isEmpty = ({ plain }: Line) => plain === '';

function wordsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => plain(name).match(/\p{L}{2,}/gu) ?? []).filter((word) => !retracts(word)));
}
