import type { Request } from '../model/request.ts';

/** A note shorter than this may well be repeated by chance. */
const leastNote = 20;

/** Words that only our letters to staff hold: their headings, their buttons, the footer. */
const ourWords =
  /transmis(?: par notre registre,)? sous la supervision de|Commandes possibles|#(?:annuler|statut|aide)\b/u;

/**
 * Why words for somebody outside must not leave the house, in French; undefined when they may. A mail program that marks
 * its quotation in no known way must not send our own letters on, notes and all.
 */
export function internalWords(words: string, { notes }: Pick<Request, 'notes'>): string | undefined {
  const body = flat(words);
  if (ourWords.test(body))
    return 'Le corps contient un courriel du greffier à l’équipe : effacez le texte cité, puis recommencez.';
  if (notes.map(({ text }) => flat(text)).some((text) => text.length >= leastNote && body.includes(text)))
    return 'Le corps contient une note interne de cette demande, mot pour mot : effacez-la, puis recommencez.';
  return undefined;
}

function flat(text: string): string {
  return text.replace(/[\s>]+/gu, ' ').trim();
}
