import { readMinutes } from '../clarification/questionnaire.ts';
import type { Staff } from '../model/partner.ts';
import { type Category, type Notice, type RequesterKind, requesterKinds } from '../model/request.ts';
import { notApplicable, requesterKindNames } from '../model/wording.ts';
import { categoryAndReason } from './categorie.ts';
import type { Refused } from './command.ts';
import { fold } from './grammar.ts';

/** What a body of `#rectifier` puts right. */
export type Corrections = Partial<Pick<Notice, 'organisation' | 'country' | 'kind'>> & {
  consent?: { given: boolean; source: string };
  points: Partial<Notice['points']>;
  category?: { category: Category; reason: string };
  /** How the five points were read. */
  read?: ReturnType<typeof readMinutes>;
};

const consentLine = /^[ \t]*coordonn[ée]es[ \t\u00A0]*:.*$/gimu;

/** Reads « Organisation : … », « Pays : CI » and the like, a line each, and the titles of the questionnaire. */
export function readCorrections(body: string, { name }: Staff): Corrections | Refused {
  const said = (label: string) =>
    new RegExp(`^[ \\t]*${label}[ \\t\\u00A0]*:[ \\t\\u00A0]*(\\S.*)$`, 'imu').exec(body)?.[1]?.trim();
  const organisation = said('organis(?:ation|me)');
  const country = said('pays')?.toUpperCase();
  if (country !== undefined && !/^[A-Z]{2}$/.test(country))
    return { refused: `« ${country} » n’est pas un code de pays de deux lettres, par exemple CI ou MA.` };
  const sort = said('type de demandeur');
  const kind = sort === undefined ? undefined : requesterKinds.find((known) => sameWords(known, sort));
  if (sort !== undefined && kind === undefined)
    return {
      refused: `« ${sort} » n’est pas un type de demandeur. Ceux que le greffier connaît : ${Object.values(requesterKindNames.fr).join(', ')}.`,
    };
  const term = said('cat[ée]gorie');
  const category = term === undefined ? undefined : categoryAndReason.safeParse(term);
  if (category && !category.success)
    return { refused: category.error.issues.map((problem) => problem.message).join(' ') };
  if (category && !category.data.reason)
    return { refused: 'Le motif de la catégorie manque : « Catégorie : long terme, motif ».' };
  const shared = said('coordonn[ée]es');
  const [, yesOrNo = '', source = ''] = /^(oui|non)\b[\s,:;–—-]*(.*)$/iu.exec(shared ?? '') ?? [];
  if (shared !== undefined && !source)
    return { refused: 'Dites oui ou non, et d’où vous le savez : « Coordonnées : oui, appel du 3 mai ».' };
  const read = readMinutes(body.replace(consentLine, ''), [name]);
  const answers = read.answers.map(({ point, value, applies }) => [point, applies ? value : notApplicable.fr]);
  const others = answers.length + [organisation, country, kind, category].filter((each) => each !== undefined).length;
  if (shared !== undefined && others > 0)
    return {
      refused: '« Coordonnées » s’écrit seule\u00A0: faites un courriel pour elles, et un autre pour le reste.',
    };
  if (shared !== undefined) return { consent: { given: /^oui$/i.test(yesOrNo), source }, points: {} };
  const corrections: Corrections = {
    ...(organisation !== undefined && { organisation }),
    ...(country !== undefined && { country }),
    ...(kind !== undefined && { kind }),
    ...(category && { category: category.data }),
    points: Object.fromEntries(answers) as Corrections['points'],
    read,
  };
  if (others === 0)
    return {
      refused:
        'Aucune correction n’a été reconnue : écrivez dans le corps « Organisation : … », « Pays : CI », ou un titre du questionnaire suivi du nouveau texte.',
    };
  return corrections;
}

function sameWords(kind: RequesterKind, words: string): boolean {
  return fold(requesterKindNames.fr[kind]) === fold(words);
}
