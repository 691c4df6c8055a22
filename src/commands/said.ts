import { signs } from '../clarification/signing-names.ts';
import { isClosing, isOfSignature } from '../clarification/signing-off.ts';
import { isTelephoneLine } from '../mail/signature-lines.ts';
import type { Staff } from '../model/partner.ts';

/**
 * What a person of staff wrote in the body of a command; nothing where that is but a greeting, a leave or the signature that
 * their mail program adds by itself.
 */
export function saidIn(body: string, { name }: Pick<Staff, 'name'>): string {
  const [first, ...others] = body.split('\n').filter((line) => !isFrame(line));
  const signature = first === undefined || (signs(first, [name]) === 'known' && others.every(isOfSignature));
  return signature ? '' : body;
}

function isFrame(line: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(line) || isTelephoneLine(line, true) || greeting.test(line.trim())) return true;
  return isClosing(line) && !thanks.test(line);
}

/** Whoever thanks says something. */
const thanks = /merci|thank|gracias/iu;

const greetings = [
  '[Bb]onjour|[Bb]onsoir|[Bb]on matin|[Ss]alut|[Mm]adame|[Mm]onsieur|[Mm]esdames|[Mm]essieurs|[Cc]h[eè]re?s?|[Dd]ear',
  '[Hh]ello|[Hh]i|[Gg]ood (?:morning|afternoon|evening)|[Hh]ola|[Bb]uen[oa]s (?:d[ií]as|tardes|noches)|[Ee]stimad[oa]s?',
].join('|');
const titles = [
  'à|et|de|la|le|tous|toutes|madame|monsieur|mesdames|messieurs|mme|mr|dr|dre|docteure?|professeure?|doyenne?|recteur',
  'rectrice|direct(?:eur|rice)|ministre|présidente?|collègues?|amie?s?|ch[eè]re?s?|and|all|team|both|sir|madam|everyone',
  'colleagues?|friends?|a|y|todos|todas|señor(?:a|es)?|doctora?|profesora?',
].join('|');
/** « Bonjour Madame Boateng, »: nothing but a greeting, names and titles. */
const greeting = new RegExp(
  String.raw`^(?:${greetings})(?:[ ,]+(?:(?:${titles})(?![\p{L}'’])|\p{Lu}[\p{L}'’-]*)\.?)*[\s,!.:;…–—-]*$`,
  'u',
);
