import { plain } from '../model/plain.ts';
import { isInstitution, kindOf } from './kinds.ts';
import { quebecPlaces } from './quebec.ts';
import { isRole } from './roles.ts';

/**
 * The pieces of a line, but what names one house in one: « Ministère de l’Énergie, des Mines et des Carrières », "Ministry of
 * Energy, Mines and Water Development".
 */
export function namesOf(line: string): string[] {
  const names: string[] = [];
  let parts: string[] = [];
  for (const part of line.split(/\s*(?:·|\||—|–)\s*/)) {
    parts = part.split(/\s*[,،]\s*/);
    while (parts.length > 0) {
      const [first = ''] = parts;
      const last = isInstitution(first) || isRole(first) ? listEnd(parts) : 0;
      names.push(parts.slice(0, last + 1).join(', '));
      parts = parts.slice(last + 1);
    }
  }
  return names;
}

/** Index of the last of the parts that goes on with the first: behind a preposition, or in a list of what it is for. */
function listEnd(parts: readonly string[]): number {
  const others = parts.slice(1);
  const apart = others.findIndex((part) => isInstitution(part) || isRole(part) || isPostal(part));
  const open = apart < 0 ? others : others.slice(0, apart);
  // « Institut minier, Lomé et Kara » is no such list: those that need no preposition are of what a State looks after.
  const listed = ['government', 'public-agency'].includes(kindOf(parts[0] ?? '') ?? '');
  return open.findLastIndex((part) => goesOn.test(part) || (listed && closes.test(part))) + 1;
}

const goesOn = /^(?:de |du |des |d[’']|del |dos |das |et |y |and )/;
const closes = /^(?:\S+ ){1,3}(?:et|and|y|e|&) \S/u;

/** Whether it is part of an address: « Thetford Mines (Québec) G6G 1N1 », « rue de l’École ». */
export function isPostal(piece: string): boolean {
  const words = plain(piece);
  return postal.test(words) || towns.has(words.replace(/ \(.*$/, ''));
}

const towns: ReadonlySet<string> = new Set(quebecPlaces.map(plain));
const postal = new RegExp(
  [
    '^(?:\\d{1,5}(?:,? |$)|(?:rue|avenue|av\\.|boulevard|boul\\.|bd|chemin|route|calle|avenida|jr\\.|carretera|rua|street|p\\.? ?o\\.? box|b\\.? ?p\\.?|box|casilla|apartado|tel|phone|fax|cel|e-?mail|courriel|www)(?!\\p{L}))',
    '\\b[a-z]\\d[a-z] ?\\d[a-z]\\d\\b',
  ].join('|'),
  'u',
);
