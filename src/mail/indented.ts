import { decodeEntities } from './entities.ts';
import { isMailHead, labelledLines } from './header-labels.ts';
import { attributionAt } from './quote-lines.ts';

/** Of what stands in a blockquote so much is looked at. */
export const longestLook = 4000;
/** So many lines may announce a quote; programs break them. */
const attributionLines = 4;

/**
 * Whether a blockquote is the sender's own indented paragraph: the « indent » button of editors makes one too. Mail programs
 * put a mark on what they quote, or say above or in it whose words follow; with none of these nobody else's word is shown.
 * @param attributes - Of the tag.
 * @param above - The lines before it.
 * @param inside - The source that follows the tag.
 */
export function isIndented(attributes: string, above: readonly string[], inside: string): boolean {
  if (/webkit-indent-blockquote/i.test(attributes)) return true;
  if (/\bcite\b|\bclass\s?=|quote["'\s]|border-left(?:-[a-z]+)?:(?!\s{0,3}(?:none|0))/i.test(attributes)) return false;
  if (/border:\s{0,3}(?:none|0)|margin-left:|margin:\s{0,3}\S+ \S+ \S+ \S+/i.test(attributes)) return true;
  return !announcesQuote(above) && !showsMail(inside);
}

function announcesQuote(above: readonly string[]): boolean {
  const lines = above.slice(-2 * attributionLines).filter((line) => line.trim() && !line.startsWith('>'));
  return lines.some((_, index) => {
    const attribution = attributionAt(lines, index);
    return attribution !== undefined && attribution.end === lines.length;
  });
}

/** An attribution or the head of a mail at the top of it, a quote in it, or the reference that only our letters print. */
function showsMail(source: string): boolean {
  const [own = ''] = source.split(/<\/blockquote/i);
  if (/<blockquote/i.test(own)) return true;
  const text = decodeEntities(
    own.replace(/<(?:br|\/?p|\/?div|\/?tr|li)\b[^<>]{0,500}>/gi, '\n').replace(/<[^<>]{0,500}>/g, ''),
  );
  const lines = text.split('\n').filter((line) => line.trim());
  const head = lines.slice(0, 2 * attributionLines);
  const fields = labelledLines(head).flatMap((field) => field ?? []);
  if (fields.length > 1 && isMailHead(fields)) return true;
  return attributionAt(head, 0) !== undefined || /(?<!\p{L})\p{Lu}{2,12}-\d{4}-\d{4,9}(?!\d)/u.test(text);
}
