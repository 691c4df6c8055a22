import { plain } from './plain.ts';

export type Funding = 'none' | 'sought' | 'committed';

/**
 * What a text says of the money, and the sentence that says it; undefined when it says nothing clear. An amount alone
 * is nothing clear: nobody said that it is there.
 */
export function readFunding(text: string): { funding: Funding; quote: string } | undefined {
  const sentences = text.slice(0, longest).split(/(?<=[.!?;])\s+|\n+/);
  for (const { funding, pattern } of signs) {
    const quote = sentences.find((sentence) => pattern.test(plain(sentence)));
    if (quote)
      return {
        funding,
        quote: quote
          .trim()
          .replace(/[.;!]$/, '')
          .slice(0, 160),
      };
  }
  return undefined;
}

const longest = 5_000;

const money =
  '(?:budget\\w*|financements?|fonds|funds?|funding|fund|presupuesto|fondos|financiamiento|financiacion|money|argent)';

/** In order: a doubt outweighs a promise, because a person confirms the category anyway. */
const signs: readonly { funding: Funding; pattern: RegExp }[] = [
  {
    funding: 'none',
    pattern: new RegExp(
      `\\b(?:no|sans|aucun|aucune|pas (?:de|d')|pas encore de|sin|without|not any|ningun) ?(?:source de |current )?${money}\\b|\\bno (?:tenemos|hay) ${money}\\b|\\bnon finance\\b|\\bnot funded\\b|\\bunfunded\\b`,
    ),
  },
  {
    funding: 'sought',
    pattern: new RegExp(
      [
        `\\b(?:candidature|demande|recherche|negociation|negotiation|application|postulacion|solicitud|busqueda)s?\\b.{0,60}\\b${money}\\b`,
        `\\b${money}\\b.{0,60}\\b(?:en negociation|en cours|en attente|a confirmer|a trouver|recherche|sollicite|demande|postulacion|en tramite|por confirmar|pendientes?|pending|sought|applied|under (?:review|negotiation)|to be (?:confirmed|found|determined))`,
        `\\b(?:seeking|looking for|applying for|applied for|cherchons|recherchons|sollicitons|buscamos|solicitamos)\\b.{0,40}\\b${money}\\b`,
        '\\b(?:pas encore|not yet|aun no|todavia no)\\b.{0,40}\\b(?:approuv|accord|confirm|vote|approved|granted|secured|aprobad)',
        '\\bsous reserve\\b|\\bsubject to\\b|\\bsujeto a\\b|\\bsi (?:laureat|retenu|le projet est)|\\bif (?:approved|selected|awarded|granted)\\b|\\bsi se aprueba\\b',
      ].join('|'),
    ),
  },
  {
    funding: 'committed',
    pattern: new RegExp(
      [
        `\\b${money}\\b.{0,60}\\b(?:approuves?|accordes?|acquis|assures?|confirmes?|disponibles?|engages?|garantis?|obtenus?|votes?|approved|available|committed|confirmed|granted|guaranteed|in place|secured|aprobad[oa]s?|asegurad[oa]s?|confirmad[oa]s?|disponibles|garantizad[oa]s?)\\b`,
        `\\b(?:approved|committed|secured|allocated|approuve|vote|engage|reserve|aprobo|asigno|aprobado)\\b.{0,60}(?:\\$|\\b${money}\\b|\\b(?:cad|usd|eur)\\b|€|\\d{2,3}[ ,.]\\d{3})`,
        '\\b(?:finance par|financee par|funded by|paid by|financiad[oa] por|a nos frais|prise? en charge par|at our (?:own )?expense)\\b',
        '\\b(?:we|rectorate|ministry|board|company|university) (?:will )?(?:funds?|pays?)\\b|\\bour \\w+ (?:funds?|pays?)\\b',
      ].join('|'),
    ),
  },
];
