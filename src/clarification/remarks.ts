import { plain } from '../model/plain.ts';

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

/** Whether it begins with words that keep it in the house. */
export function isForOurselves(remark: string): boolean {
  return forOurselves.test(plain(remark));
}

/** « Note interne : », « (Confidentiel) »; plain. */
const forOurselves =
  /^[^\p{L}\p{N}]*(?:(?:note|remarque|commentaire|rappel|memo)s? (?:\p{L}+ )?internes?\b|(?:strictement )?(?:interne|confidentiel(?:le)?)(?: seulement)?(?= ?[:.!)\]–—]| ?$)|(?:a|pour) (?:l'|notre )?(?:usage )?interne\b|entre nous\b|ne pas (?:diffuser|divulguer|transmettre)\b)/u;

/** Whether a paragraph is a part of what stands above: an item, or a sentence that has begun there. */
export function goesOn(lines: readonly string[], index: number): boolean {
  const before = lines.slice(0, index).findLast((line) => line.trim() !== '') ?? '';
  return (
    /[:;,]\s*$/.test(before) ||
    /^\s*(?:[-–—•*·]\s|(?:\d{1,2}|\p{L})[.)]\s|[^\p{L}\p{N}]*\p{Ll})/u.test(lines[index] ?? '')
  );
}
