import { plain } from '../model/plain.ts';
import type { Point } from '../model/request.ts';
import { agreementTypes } from './agreement.ts';
import { notApplicableIn } from './not-applicable.ts';
import { speaksUnder } from './numbered-answers.ts';

/**
 * The lines of an answer that staff wrote down, without what they noted for themselves: from there on it is no answer.
 * @param lines - The first is what stands beside the title.
 * @param open - Whether nothing tells where the answer ends: of the paragraphs then only those that go on are kept.
 */
export function withoutRemark(lines: readonly string[], open: boolean): string[] {
  const begins = lines.findIndex((line) => line.trim() !== '');
  const end = lines.findIndex((line, index) => {
    if (index <= begins || begins < 0 || line.trim() === '') return false;
    return isForOurselves(line) || (open && lines[index - 1]?.trim() === '' && !goesOn(lines, index));
  });
  return end < 0 ? [...lines] : lines.slice(0, end);
}

/**
 * The line from which the requester goes on with something else below the last answer; the number of lines where they do
 * not. An agreement of our list and « sans objet » say all in a paragraph: a sentence below that says nothing of the
 * point is of the mail. Of other points nobody knows: it stays.
 */
export function startOfAside(point: Point, lines: readonly string[]): number {
  const begins = lines.findIndex((line) => line.trim() !== '');
  const below = lines.findIndex((line, index) => index > begins && opensParagraph(lines, index) && line.trim() !== '');
  if (begins < 0 || below < 0 || goesOn(lines, below)) return lines.length;
  const [above, rest] = [lines.slice(0, below), lines.slice(below)].map((each) => each.join('\n').trim()) as [
    string,
    string,
  ];
  const saysAll =
    notApplicableIn(above) !== undefined || (point === 'agreementType' && agreementTypes(above).length > 0);
  return saysAll && sentence.test(rest) && !reason.test(plain(rest)) && !saysMore(point, plain(rest))
    ? below
    : lines.length;
}

function saysMore(point: Point, words: string): boolean {
  return speaksUnder(point, words) || more[point]?.test(words) === true;
}

/** Of what people speak who go on with the point, without its own words: who signs and for how long, or who pays. */
const more: Partial<Record<Point, RegExp>> = {
  agreementType:
    /\b(?:sign\p{L}*|firm[aeo]\p{L}*|duree|duracion|duration|renouvel\p{L}*|renew\p{L}*|renova\p{L}*|years?|ans|annees?|anos|clauses?|clausulas?|parties|partes)\b/u,
  resources:
    /\b(?:pays?|paid|paying|pai[et]\p{L}*|pay[eo]\p{L}*|paga\p{L}*|(?:prend|prendra|prises?|pris) (?:\p{L}+ )*en charge|cover\p{L}*|couvr\p{L}*|cubr\p{L}*|costs?|couts?|costos?|free|gratuit\p{L}*)\b/u,
};

const opensParagraph = (lines: readonly string[], index: number) => lines[index - 1]?.trim() === '';
const sentence = /^[^\n]*\p{L}+\s+\p{L}+\s+\p{L}+[^\n]*(?:\n\S[^\n]*)*[.!?…]\s*(?:\n\s*\n|$)/u;
/** « Car l’État paie tout. » */
const reason =
  /^(?:car|parce qu\p{L}*|puisqu\p{L}*|comme|en effet|because|since|as|for|porque|ya que|pues|dado que)\b/u;

/** Whether it begins with words that keep it in the house. */
export function isForOurselves(remark: string): boolean {
  return forOurselves.test(plain(remark));
}

/** « Note interne : », « (Confidentiel) »; plain. */
const forOurselves =
  /^[^\p{L}\p{N}]*(?:(?:note|remarque|commentaire|rappel|memo)s? (?:\p{L}+ )?internes?\b|(?:strictement )?(?:interne|confidentiel(?:le)?)(?: seulement)?(?= ?[:.!)\]–—]| ?$)|(?:a|pour) (?:l'|notre )?(?:usage )?interne\b|entre nous\b|ne pas (?:diffuser|divulguer|transmettre)\b)/u;

/** Whether a paragraph is a part of what stands above: an item, or a sentence that has begun there. */
function goesOn(lines: readonly string[], index: number): boolean {
  const before = lines.slice(0, index).findLast((line) => line.trim() !== '') ?? '';
  return (
    /[:;,]\s*$/.test(before) ||
    /^\s*(?:[-–—•*·]\s|(?:\d{1,2}|\p{L})[.)]\s|[^\p{L}\p{N}]*\p{Ll})/u.test(lines[index] ?? '')
  );
}
