import type { Partner } from '../model/partner.ts';
import { plain } from '../model/plain.ts';
import { commonInNames, houseName, kindsOfHouse, type Name, withoutNames } from './names.ts';
import { stanceWords } from './stance-grammar.ts';

/** A word that no answer is made of: what is said of it is understood of nobody. */
const somebodyElse = 'autrui';
/** The same for a name without its kind of house: it may be a town. */
const elsewhere = 'tiers';

/**
 * The partner's words, in which other institutions have no name: what is said of them is not said of itself. They may be
 * of the network, or any that is written as a name; its own name, and a part of its own house, stay.
 */
export function withoutOtherHouses(text: string, { id, name }: Partner, partners: readonly Partner[]): string {
  const own = new Set(wordsOf(name));
  const names = partners.filter((other) => other.id !== id).map((other) => houseName(other.name));
  const all = together(names, own);
  const named = withoutNames(withoutStrangers(text, own), [{ ...all, alone: new Set() }], somebodyElse);
  return withoutNames(named, [all], elsewhere).replace(inTheNameOf, (found, spokenFor: string, name: string) =>
    wordsOf(name).some((word) => own.has(word)) ? found : `${spokenFor}${somebodyElse}`,
  );
}

/** « Au nom de Jonquière »: for whom one speaks is no town. */
const inTheNameOf = new RegExp(
  `((?:[Aa]u nom|[Pp]our le compte|[Oo]n behalf|[Ii]n the name) (?:de la |de l[’']|du |de |d[’']|of the |of ))(${elsewhere}(?!\\p{L})|\\p{Lu}[\\p{L}’'-]*(?:[ -](?:(?:de|du|des|la|le|of|the) ){0,2}\\p{Lu}[\\p{L}’'-]*)*)`,
  'gu',
);

/**
 * Whether another institution is named otherwise than beside the writer, as the one that asks, in a question, or below,
 * where one signs: for whom the words speak is not clear.
 * @param text - Plain, without other houses.
 */
export function speaksOfAnother(text: string): boolean {
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => stanceWords.test(line));
  const spoken = lines.filter((line, at) => at <= last || unfinished.test(lines[at - 1] ?? '') || !signs.test(line));
  return another.test(spoken.join('\n').replace(/[^.!?;\n]*\?/g, ' '));
}

const signs = new RegExp(`(?:^|[,|-])\\s*(?:l'|le |la )?${somebodyElse}\\s*(?:$|[,|-])`);
const unfinished = /(?:^|\s)(?:du|de|des|le|la|pour|au|a|par|of|the|for|by)\s*$/;
const another = new RegExp(
  `(?<!(?:\\b(?:comme|avec|like|with)|\\b(?:demande|fiche|projet|offre|besoin|request|project|notice)s? (?:de|du|d'|from|of|by))\\s*(?:le |la |l'|the )?)\\b${somebodyElse}\\b`,
);

/** All in one, for a network has hundreds; words of its own name give nobody else away. */
function together(names: readonly Name[], own: ReadonlySet<string>): Name {
  const all = (of: (name: Name) => ReadonlySet<string>) =>
    new Set(names.flatMap((name) => [...of(name)]).filter((word) => !own.has(word)));
  return {
    words: all(({ words }) => words),
    alone: all(({ alone }) => alone),
    initials: new Set(),
    titles: kindsOfHouse,
  };
}

/** « Collège Rosemont », « l’Université de Montréal »; not « notre Département de Génie ». */
function withoutStrangers(text: string, own: ReadonlySet<string>): string {
  let shown = '';
  let from = 0;
  for (const { 0: kind, index } of text.matchAll(/\p{L}+/gu)) {
    if (index < from || !houses.has(plain(kind)) || possessive.test(text.slice(Math.max(0, index - 40), index)))
      continue;
    const [run = ''] = properName.exec(text.slice(index + kind.length)) ?? [];
    const names = (run.match(/(?<!\p{L})\p{Lu}\p{L}*/gu) ?? []).map(plain);
    const foreign = names.filter((word) => !own.has(word) && !kindsOfHouse.has(word) && !commonInNames.has(word));
    if (foreign.length === 0 || foreign.some((word) => stanceWords.test(word))) continue;
    shown += `${text.slice(from, index)}${somebodyElse}`;
    from = index + kind.length + run.length;
  }
  return shown + text.slice(from);
}

const houses: ReadonlySet<string> = new Set(
  'cegep college universite university centre center ecole school institut institute cfp css commission'.split(' '),
);
const possessive = /(?<!\p{L})(?:notre|nos|mon|our|my)\s+(?:\p{L}+\s+)?$/iu;
/** Words that begin as names do, on one line, and what links them. */
const properName =
  /^(?:[ \u00A0](?:de|du|des|d|la|le|les|en|et|à|au|aux|of|the|and)(?=[ \u00A0’'])|[ \u00A0’'-](?:[dl][’'])?\p{Lu}[\p{L}\p{M}]*|[ \u00A0][dl][’'](?=\p{Lu})\p{Lu}\p{L}*){1,12}/u;

function wordsOf(text: string): string[] {
  return plain(text).match(/\p{L}+/gu) ?? [];
}
