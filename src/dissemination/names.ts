import { plain } from '../model/plain.ts';
import { copyOf, type Span, shownOf, withoutSpans } from './folded-copy.ts';

/** A name as it is looked for: its own words, those that give it away alone, and what stands before it; all plain. */
export interface Name {
  words: ReadonlySet<string>;
  alone: ReadonlySet<string>;
  initials: ReadonlySet<string>;
  titles: ReadonlySet<string>;
}

/**
 * A person's: « A. Boateng », « Mrs Boateng », « Ama Serwaa Boateng » and « Boateng » are all Ama Boateng. A given name
 * alone may be any word.
 * @param known - Text whose words give nobody away: the name of the person's house.
 */
export function personName(name: string, known = ''): Name {
  const all = wordsOf(name).filter((word) => !courtesyTitles.has(word) || word.length === 1);
  const words = all.filter((word) => word.length > 1);
  const telltale = wordsOf(name).length > 1 && words.length === 1 ? words : words.slice(1);
  const initials = new Set(all.map((word) => word.charAt(0)));
  return { words: new Set(words), alone: telling(telltale, wordsOf(known)), initials, titles: courtesyTitles };
}

/** An institution's: « Cégep de l’Harricana », and « Harricana ». */
export function houseName(name: string): Name {
  const words = wordsOf(name).filter((word) => word.length > 1 && !kindsOfHouse.has(word) && !commonInNames.has(word));
  return { words: new Set(words), alone: telling(words, []), initials: new Set(), titles: kindsOfHouse };
}

/** The text in which each of the names, in any of the ways it may be written, has given place to `instead`. */
export function withoutNames(text: string, names: readonly Name[], instead: string): string {
  return names.reduce((shown, name) => {
    const copy = copyOf(shown);
    return shownOf(withoutSpans(copy, nameSpans(copy.text, name), instead));
  }, text);
}

function wordsOf(text: string): string[] {
  return plain(text).match(/\p{L}+/gu) ?? [];
}

/** Four letters may be a word of its own where they are not written as a name: « la mine » is not Mr Mine. */
function telling(words: readonly string[], known: readonly string[]): Set<string> {
  return new Set(words.filter((word) => word.length >= 4 && !particles.has(word) && !known.includes(word)));
}

interface Word {
  written: string;
  plain: string;
  start: number;
  end: number;
}

/** Where the name is written in a text. */
export function nameSpans(text: string, name: Name): Span[] {
  if (name.words.size === 0) return [];
  const words: Word[] = [...text.matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: written, index }) => ({
    written,
    plain: plain(written),
    start: index,
    end: index + written.length,
  }));
  const spans: Span[] = [];
  for (let index = 0; index < words.length; index++) {
    const run = runAt(index, words, text, name);
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last || !tells(run, name)) continue;
    spans.push([first.start, last.end]);
    index += run.length - 1;
  }
  return spans;
}

/** The words from there on that belong together as a name, others between two of its own included. */
function runAt(index: number, words: readonly Word[], text: string, name: Name): Word[] {
  const run: Word[] = [];
  let length = 0;
  for (let next = index; next < words.length && run.length < 12; next++) {
    const [word, before] = [words[next], words[next - 1]];
    if (!word || (next > index && before && !/^[\s.,'’_-]{1,3}$/u.test(text.slice(before.end, word.start)))) break;
    const role = roleOf(word, name);
    if (role === 'other' && (length === 0 || !capital(word) || run.length - length >= 2)) break;
    if (role === 'particle' && run.length === 0) break;
    run.push(word);
    if (role === 'own' || role === 'initial') length = run.length;
  }
  return run.slice(0, length);
}

function tells(run: readonly Word[], name: Name): boolean {
  const roles = run.map((word) => roleOf(word, name));
  const own = run.filter((_, index) => roles[index] === 'own');
  if (own.length === 0) return false;
  if (own.length > 1 || roles.includes('initial')) return true;
  return (
    roles[0] === 'title' || own.some((word) => joined(word, name) || (name.alone.has(word.plain) && capital(word)))
  );
}

type Role = 'own' | 'initial' | 'title' | 'particle' | 'other';

function roleOf(word: Word, name: Name): Role {
  if (name.initials.has(word.plain) && word.written.length === 1 && capital(word)) return 'initial';
  if (particles.has(word.plain)) return 'particle';
  if (name.words.has(word.plain) || joined(word, name)) return 'own';
  return name.titles.has(word.plain) ? 'title' : 'other';
}

/** « amaboateng », « aboateng » */
function joined({ plain: word }: Word, { words, initials }: Name): boolean {
  const [first = '', ...others] = words;
  // Of a person alone.
  const short = initials.size > 0 ? first.charAt(0) : '';
  return others.some(
    (other) =>
      word === first + other ||
      word === other + first ||
      (other.length >= 4 && short !== '' && (word === short + other || word === other + short)),
  );
}

/** Written as a name; scripts without capitals write all words so. */
function capital({ written }: Word): boolean {
  return !/^\p{Ll}/u.test(written);
}

const courtesyTitles: ReadonlySet<string> = new Set(
  'm mr mrs ms mx mme mlle monsieur madame mademoiselle dr dre pr prof professor professeur professeure chief sir sr sra srta don dona ing eng lic hon rev miss doctor docteur'.split(
    ' ',
  ),
);

const particles: ReadonlySet<string> = new Set(
  'a au aux d de del della der den des di do dos da das du e el al en et la las le les l los of the van von y bin ibn abu san'.split(
    ' ',
  ),
);

export const kindsOfHouse: ReadonlySet<string> = new Set(
  'cegep cegeps college universite university centre center cfp css ecole school institut institute institution'.split(
    ' ',
  ),
);

/** In the names of many houses, and of what they teach. */
export const commonInNames: ReadonlySet<string> = new Set(
  'commission scolaire service services formation professionnelle professionnel technologie technologies technologique national nationale regional regionale quebec etudes superieures superieure faculte departement mines mine'.split(
    ' ',
  ),
);
