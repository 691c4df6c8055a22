import { plain } from '../model/plain.ts';
import { isDisclaimer } from './disclaimer.ts';
import type { Address } from './mail.ts';

/**
 * Whether the lines below a line of dashes show that somebody signs with them: by the name of who writes, by another name
 * with an address or a telephone, as a notice that houses put under every mail, or as nothing at all. What shows none of it
 * may be a part of the letter: people divide letters so.
 * @param above - The line right above the dashes: a heading there says that a part of the letter follows.
 */
export function isSignatureBlock(block: readonly string[], above: string, author: readonly Address[]): boolean {
  if (block.length === 0) return true;
  const lines = block.map((line) => line.replace(/[*_|]/g, ' ').trim()).filter((line) => line.length > 0);
  const [first = ''] = lines;
  if (isNotice(lines.slice(0, 3).join(' '))) return true;
  if (/[:：]\s*$/.test(above)) return false;
  if (isNameOf(first, author) || (isTitle(first) && isNameOf(lines[1] ?? '', author))) return true;
  if (isHeading(above)) return false;
  if (lines.some(isContact) && lines.every((line) => isContact(line) || isTitle(line))) return true;
  // Where nobody knows who writes, what is written as names are is taken for one.
  return author.length === 0 && isName(first) && (first.includes(' ') || lines.slice(1).some(isTitle));
}

/** Of a house or a list, about the mail itself: what shall stay confidential may be said in a letter too. */
function isNotice(words: string): boolean {
  return isDisclaimer(words) && aboutMail.test(words);
}
const aboutMail =
  /\b(?:messages?|e-?mails?|mail|courriels?|nachricht|mensaje|correo|mensagem|messaggio|bericht|list|liste|lista)\b/i;

/** « Attentes », right above the dashes as an underline: no full stop, and few words. */
function isHeading(above: string): boolean {
  const line = above.trim();
  return line !== '' && line.split(/\s+/).length <= 4 && !/[.!?,;…]$/.test(line);
}

/** What people put between their name and what they are. */
const parts = /\s*[,،|–—(<·:@•]\s*|\s+[-/]+\s+|\t|\s{3,}/u;

/** Whether the line is the author's name, and what stands beside a name: « Ama Boateng, Dean ». */
function isNameOf(line: string, author: readonly Address[]): boolean {
  const [piece = ''] = line.replace(/^[^\p{L}]+/u, '').split(parts);
  const words = piece.split(/\s+/).filter(Boolean);
  if (words.length === 0 || words.length > longestName) return false;
  return author.some(({ name, address }) => {
    const account = plain(address.split('@')[0] ?? '');
    // One word that is in the address may be what the mailbox is for: « Formation », from formation@.
    const names = new Set([...wordsOf(name), ...(words.length > 1 ? account.split(/[^\p{L}]+/u) : [])]);
    const inAccount = (word: string) => words.length > 1 && word.length > 3 && account.includes(word);
    const known = (word: string) =>
      wordsOf(word).some((each) => each.length > 1 && (names.has(each) || inAccount(each)));
    return words.some(known) && words.every((word) => known(word) || isNameWord(word));
  });
}

const longestName = 7;

function wordsOf(text: string): string[] {
  return plain(text).match(/\p{L}+/gu) ?? [];
}

/** A capital, a script without them, an initial, or a small word inside names. */
function isNameWord(word: string): boolean {
  return /^[^\p{L}]*(?:\p{Lu}|\p{Lo}|i\.\s?[AV]\.|(?:de|du|des|la|le|van|von|der|den|da|do|dos|del|el|al|bin|ben|ibn|y|e|et|dr|mr|ms|mrs)\b)|^[^\p{L}]+$/u.test(
    word,
  );
}

function isName(line: string): boolean {
  const words = line.split(/\s+/);
  return words.length <= longestName && words.every((word) => /^\p{Lu}[\p{L}'’.-]*,?$/u.test(word));
}

/** Short pieces that begin as titles do, and end as no sentence does. */
function isTitle(line: string): boolean {
  return (
    line.split(parts).every((piece) => piece.split(/\s+/).length <= longestName) && /^[^\p{Ll}].*[^.!?;]$/su.test(line)
  );
}

/** A telephone, an address or a site, alone or beside titles, with the word that people put before it. */
function isContact(line: string): boolean {
  return line.length < 200 && line.split(/\s*[|·•,;]\s*|\s{2,}|\t/).some((piece) => contact.test(piece.trim()));
}

const contact =
  /^(?:\p{L}[\p{L}.-]{0,12}(?: \p{L}{1,8}\.?)?\s?[.:：]?\s{0,3})?(?:\+?\(?\+?\d[\d\s()./-]{6,30}|<?(?:mailto:)?[^\s@<>]{1,64}@[^\s@<>]{1,200}\.\p{L}{2,}>?|(?:https?:\/\/|www\.)[^\s/]{3,200}\/?|[a-z\d-]{2,63}\.[a-z]{2,6})$/iu;
