import { ownWords } from './visible-text.ts';

/** Of the text, so much is looked at. */
const maxLength = 8000;

/**
 * Whether the sender's own words answer point by point, under a title of ours or behind two numbers: neither absence
 * notes nor acknowledgements do. They too list whom to turn to, with an address or a telephone in each line.
 */
export function listsAnswers(text: string): boolean {
  const lines = ownWords(text.slice(0, maxLength))
    .split('\n')
    .filter((line) => !reaches.test(line));
  return lines.some((line) => titled.test(line)) || lines.filter((line) => numbered.test(line)).length > 1;
}

const reaches = /\S@\S|\d(?:[ ().-]{0,2}\d){6}/u;
const numbered = /^\s{0,4}\W{0,2}[1-5]\s?(?:[.):–—-]{1,2}|\s)\s?[\p{L}\p{Sc}]/u;
const titled =
  /^\W{0,4}(?:\d\W{0,3})?(?:(?:nature (?:des|of the) )?(?:besoins?|needs?)|naturaleza de las necesidades|necesidades|attentes?|expectations?|expectativas|(?:type d['’]|type of |tipo de )?(?:entente|agreement|acuerdo|convenio)(?: (?:recherchée?|sought|buscado))?|(?:available )?resources?|ressources?(?: disponibles)?|recursos(?: disponibles)?|moyens|budget|presupuesto|échéancier(?: préliminaire)?|(?:preliminary )?timeline|calendario(?: preliminar)?|cronograma)\s?(?:\.-|[:：])\s?\S/iu;
