import { plain } from '../model/plain.ts';
import type { Span } from './folded-copy.ts';
import { commonInNames, kindsOfHouse, type Name, personName } from './names.ts';

/**
 * The name that an address is made of, « ama.boateng@ » or « aboateng@ »: whoever gives none bears it there. Undefined for
 * a desk, « info@ ».
 * @param known - Text whose words give nobody away: what the house is called.
 */
export function nameInAddress(address: string, known: string): Name | undefined {
  const local = plain(address.slice(0, Math.max(0, address.lastIndexOf('@')))).replace(/\+.*$/, '');
  const parts = local.split(/[._-]+|\d+/).filter(Boolean);
  const house = new Set(wordsOf(known));
  if (parts.some((part) => !/^\p{L}+$/u.test(part) || desks.has(part) || noPerson(part) || house.has(part)))
    return undefined;
  if (parts.length > 1) {
    const name = personName(parts.join(' '), known);
    // Which of them is the family's is not known.
    return { ...name, alone: new Set([...name.words].filter((word) => word.length >= 4)) };
  }
  const [only = ''] = parts;
  if (only.length < 5) return undefined;
  // « aboateng » may be A. Boateng.
  const words = new Set([only, only.slice(1)].filter((word) => word.length >= 4 && !house.has(word)));
  return { words, alone: words, initials: new Set([only.charAt(0)]), titles: personName(only).titles };
}

/** Where other persons are named, as far as a title, a function or what reaches them stands beside. */
export function thirdPersons(text: string, known: string): Span[] {
  const house = new Set(wordsOf(known));
  const spans: Span[] = [];
  for (const pattern of besides)
    for (const { 0: whole, index, groups } of text.matchAll(pattern)) {
      const name = groups?.name ?? '';
      const start = index + whole.indexOf(name);
      const words = wordsOf((name.match(/(?<!\p{L})\p{Lu}[\p{L}\p{M}]*/gu) ?? []).join(' '));
      if (words.some((word) => noPerson(word) || house.has(word)) || name === '') continue;
      const own: Span = [pattern === titled ? index : start, start + name.length];
      if (!spans.some(([first, end]) => first < own[1] && own[0] < end)) spans.push(own);
    }
  return spans.sort(([one], [other]) => one - other);
}

const part = "(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}\\p{M}'’]*(?:-\\p{Lu}[\\p{L}\\p{M}'’]*)*)";
const particle = "(?:(?:de|du|des|da|do|dos|della|di|van|von|der|ben|bin|ibn|al|el|la|le|den) |d['’])";
const names = (count: string) => `(?<name>${part}(?: ${particle}{0,2}${part})${count})`;
/** What goes on as the name of a house does is no person's. */
const ends = "(?![\\p{L}\\p{M}'’-]| \\p{Lu})";

const titled = new RegExp(
  `(?<![\\p{L}.])(?:Mme|Mlle|M\\.(?! ?(?:Sc|Ed|Eng|Ing|A|S|B)\\b)|MM\\.|Mr\\.?|Mrs\\.?|Ms\\.?|Miss|Dre?\\.?|Pre?\\.|Prof\\.?|Sra?\\.?|Monsieur|Madame|Mademoiselle) ${names('{0,3}')}${ends}`,
  'gu',
);
/** « notre doyenne Efua Mensah »: in a sentence; with a capital, it may be the name of a function. */
const functioning = new RegExp(
  `(?<!\\p{L})(?:doyenn?e?|directeur|directrice|rect(?:eur|rice)|ministre|coordonnat(?:eur|rice)|responsable|secr[ée]taire(?: g[ée]n[ée]rale?)?|pr[ée]sidente?|cheff?e|formateur|formatrice|adjointe?|coll[èe]gue|dean|director|rector|minister|coordinator|manager|registrar|secretary|president|principal|head|officer|assistant|colleague|trainer|decan[oa]|directora|rectora|coordinador[a]?),? ${names('{1,3}')}${ends}`,
  'gu',
);
const reached = new RegExp(
  `(?<![\\p{L}\\p{M}-])${names('{1,3}')} ?[,:(/-]? ?(?:\\(?(?:t[ée]l(?:[ée]phone)?|phone|mobile|cell(?:ulaire)?|courriel|e-?mail|mail|correo|whatsapp|fax|au|at)\\.? ?:? ?)?(?=\\[coordonnées retirées\\])`,
  'gu',
);
const besides = [titled, functioning, reached];

function noPerson(word: string): boolean {
  return kindsOfHouse.has(word) || commonInNames.has(word) || others.has(word);
}

function wordsOf(text: string): string[] {
  return plain(text).match(/\p{L}+/gu) ?? [];
}

/** Words that are written large beside a title or an address, and name nobody. */
const others: ReadonlySet<string> = new Set(
  'ministre minister ministere ministry directeur directrice director direction department departement faculty division section unit unite bureau office desk team equipe board council conseil comite committee general generale manager management operations human resources ressources humaines training continue technique technical engineering genie safety security securite sante health underground open pit gold mining minier miniere minieres geology geologie environment environnement school hospital society company compagnie corporation association agency agence delegation embassy ambassade consulate consulat government gouvernement republic republique state province region ville city village north south east west nord sud est ouest president rector recteur dean doyen secretary secretaire contact telephone phone email courriel whatsapp fax mobile web site programme program project projet january february march april may june july august september october november december janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre monday tuesday wednesday thursday friday lundi mardi mercredi jeudi vendredi the le la les un une please merci'.split(
    ' ',
  ),
);

/** Whoever answers there, no person. */
const desks: ReadonlySet<string> = new Set(
  'info infos contact contacts mail email courriel admin administration webmaster noreply reply hello bonjour accueil reception enquiries enquiry inquiries academic academics registry procurement achats purchasing sales marketing communication communications presse press media cooperation international relations partenariat partenariats partnership partnerships secretariat sec sg dg drh rh hr it dsi ceo cfo coo pdg compta finance finances legal juridique support help helpdesk desk service services team formations education learning students etudiants recherche research projects projets programs programmes mobility mobilite stages careers emploi jobs recrutement recruitment library biblio post postmaster no main central hq siege rd'.split(
    ' ',
  ),
);
