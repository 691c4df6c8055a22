import { points } from '../model/request.ts';
import { isCourtesy } from './acceptance.ts';
import { isOfItsOwn } from './beside-choice.ts';
import type { Line } from './headings.ts';
import { saysMore, speaksUnder } from './numbered-answers.ts';
import { isLoneNumber } from './sentences.ts';
import { isClosing } from './signing-off.ts';
import { speaksOfTime } from './slot-times.ts';

/**
 * Whether the numbers alone on their lines may be those of answers that stand below each: two of them with words between
 * are a form, whatever those say; one of them may be, where a mere noun stands right below it. Not where a label above asks for
 * a number.
 * @param lines - The letter without who signs.
 */
export function mayNumberAnswers(lines: readonly Line[], names: ReadonlySet<string>): boolean {
  const own = lines.filter(({ depth, plain }, index) => depth === 0 && (plain !== '' || index > 0));
  const marks = own.flatMap(({ plain }, at) => (/\d/.test(plain) && isLoneNumber(plain) ? [at] : []));
  const told = marks.map((at, index) => ({ at, below: own.slice(at + 1, marks[index + 1]).map(({ plain }) => plain) }));
  const counted = told.filter(({ at, below }) => !(labels(own[at - 1]) && (below[0] ?? '') === ''));
  if (counted.length > 1) return counted.slice(0, -1).some(({ below }) => saysMore(below.join('\n').trim()));
  const [only] = counted;
  return only !== undefined && namesAnswer(Number(own[only.at]?.plain.match(/\d+/)), own[only.at + 1], names);
}

const labels = (line: Line | undefined) => line !== undefined && /[:?]$/.test(line.plain);

function namesAnswer(number: number, below: Line | undefined, names: ReadonlySet<string>): boolean {
  const said = below?.plain ?? '';
  const point = points[number - 1];
  if (!below || !point || !saysMore(said) || isCourtesy(said, names) || isClosing(said)) return false;
  if (speaksOfTime(said) || isOfItsOwn(said) || speaks.test(said) || /[:?]/.test(said)) return false;
  return speaksUnder(point, said) || /(?<!\p{L})\p{Ll}{4}/u.test(below.text);
}

/** Of sentences, which may be said beside a choice. */
const speaks =
  /\b(?:i|we|you|it|is|are|will|please|je|nous|vous|on|ce|est|sont|sera|serons|merci|yo|es|son|sera|somos|seremos|esta|va|conv(?:ient|iene)|bien|bon|ok|works?|suits?|fine|good|perfect|parfait|perfecto|acuerdo|accord|gracias|thanks?)\b/;
