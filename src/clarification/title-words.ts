import { plain } from '../model/plain.ts';
import { type Point, points } from '../model/request.ts';

/**
 * How far words go as a title: `part` names only a part of what its point asks for; `weak` may be said of much else, and
 * counts beside other titles; `short` counts before a colon too; `full` counts wherever it stands.
 */
export type Weight = 'part' | 'weak' | 'short' | 'full';

/** The point that the words are a title of, in fr, en or es, with whatever people put around its noun. */
export function pointNamed(words: string): { point: Point; weight: Weight } | undefined {
  const said = plain(words);
  const outside = said.replace(/\([^)]*\)/g, ' ');
  // « Primero (necesidades) »
  const told =
    ordinal.test(outside) || !/\p{L}/u.test(outside) ? said.replace(ordinal, '').replace(/[()]/g, ' ') : outside;
  if (/[\d.,;!@/\\]/.test(told)) return undefined;
  const tokens = told.replace(/\btime[- ](?=lines?\b|frames?\b)/g, 'time').match(/\p{L}+/gu) ?? [];
  if (tokens.length > mostWords) return undefined;
  const nouns = tokens.filter((token) => !around.has(token) && !qualifying.has(token));
  const named = nouns.map((noun) => titleNouns.get(noun));
  if (named.includes(undefined)) return undefined;
  const [first, ...others] = weights
    .toReversed()
    .flatMap((weight) => named.flatMap((noun) => (noun?.weight === weight ? [noun] : [])));
  if (
    !first ||
    others.some(({ point, weight }) => point !== first.point && (weight === first.weight || weight === 'short'))
  )
    return undefined;
  return { point: first.point, weight: weights[weights.indexOf(first.weight) + shift(tokens, first.weight)] ?? 'full' };
}

/** « Type d’entente » is more of a title than « entente », and « l’entente » less. */
function shift(tokens: readonly string[], weight: Weight): number {
  if (weight === 'part') return 0;
  const [first = ''] = tokens;
  if (tokens.some((token) => qualifying.has(token))) return 1;
  return articles.has(first) && weight !== 'weak' ? -1 : 0;
}

const wordsOf = (words: string): string[] => words.trim().split(/\s+/);

/** Whether the word, behind a title, belongs to it: « disponibles », « financières ». */
export function goesWithTitle(word: string): boolean {
  const said = plain(word);
  return qualifying.has(said) || describing.has(said);
}

/** Whether the word makes one phrase of a title and what follows: « budget de 80 000 $ », "needs are". */
export function joinsTitle(word: string): boolean {
  return joining.test(plain(word)) && !/^dès$/iu.test(word);
}

const joining =
  /^(?:d[eu]s?|del?|d'.*|of|for|in|on|from|by|en|et|e|and|y|o|ou|or|pour|para|au|aux|al|avec|with|con|entre|between|sur|sobre|que?|qui|that|which|is|are|was|were|be|has|have|had|will|would|might|must|should|can|could|est|sont|sera|seront|etait|ont|ne|n'.*|es|son|sera|seran|fue|ha|han|debe\p{L}*|doi\p{L}*|peu\p{L}*|puede\p{L}*)$/u;

const ordinal =
  /^(?:(?:le|la|the|el) )?(?:\p{L}*iem(?:e|ement)|premier\p{L}*|seconde?|(?:first|second|third|fourth|fifth)(?:ly)?|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa])(?=[ ,(]|$)/u;
const weights: readonly Weight[] = ['part', 'weak', 'short', 'full'];
const mostWords = 8;

const articles = new Set(wordsOf('le la les l the el los las'));

/** What says more of the noun of a title. */
const describing = new Set(
  wordsOf(`
    project projet proyecto main principal principaux principales general overall global total
    expected attendu attendus attendue attendues esperado esperados
    financial financier financiers financiere financieres financiero financieros humaines human humanos
    new updated revised corrected amended nouveau nouvel nouvelle nouveaux nouvelles revu revise
    corrige nuevo nueva nuevos nuevas actualizado actualizada corregido corregida
  `),
);

/** What stands around the noun of a title and says nothing of its own. */
const around = new Set([
  ...articles,
  ...describing,
  ...wordsOf(`
    of for to and in de du des d et en a au aux al del y para un une una
    our your my nos notre vos votre nuestro nuestra nuestros nuestras su sus
    this requester demandeur solicitante
    as regarding concerning about concernant pour quant ce qui concerne cuanto respecto sobre con regard respect
    we nous que lo
    quel quels quelle quelles sont est what which are is cual cuales son es
  `),
]);

/** What makes a title of a noun. */
const qualifying = new Set(
  wordsOf(`
    type kind form nature forme tipo forma naturaleza clase sort
    preliminary preliminaire preliminaires preliminar preliminares tentative available disponible disponibles
    sought recherche recherchee recherches souhaite souhaitee souhaites souhaitees vise visee envisage envisagee
    desired wanted preferred proposed propose proposee deseado deseada buscado buscada propuesto propuesta
    tentatif tentativo indicatif indicativo provisoire provisional approximate
    planned prevu prevue previsto prevista previstos estimated estime estimee estimado
  `),
);

const nouns: Readonly<Record<Point, Readonly<Record<Weight, string>>>> = {
  needs: {
    full: 'besoins needs necesidades',
    short: 'besoin need necesidad',
    weak: `
      requirement requirements requerimientos training formation capacitacion formacion
      want require seek voulons souhaitons cherchons necesitamos requerimos buscamos
    `,
    part: `
      field domain domaine ambito audience public destinatarios clientele participants people personnes personas trainees
      number nombre numero place lieu location lugar topic topics theme themes
    `,
  },
  expectations: {
    full: 'attentes expectations expectativas',
    short: 'attente expectation expectativa',
    weak: `
      outcome outcomes result results resultat resultats resultado resultados goal goals objective objectives
      expect attendons esperamos objectif objectifs objetivo objetivos deliverables livrables entregables
    `,
    part: 'certification certificat certificate certificado diplome diploma',
  },
  agreementType: {
    full: '',
    short: 'entente agreement acuerdo convenio',
    weak: `
      accord convention contrat contract contrato partenariat partnership alianza collaboration colaboracion cooperation
      cooperacion
    `,
    part: '',
  },
  resources: {
    full: 'ressources resources recursos',
    short: 'ressource resource recurso budget presupuesto funding financement financiamiento financiacion',
    weak: 'funds fonds fondos moyens means medios money',
    part: `
      staff personnel personal premises locaux instalaciones equipment equipements equipos source fuente amount montant
      monto donor bailleur
    `,
  },
  timeline: {
    full: 'echeancier calendrier timeline timetable calendario cronograma',
    short: 'echeance echeances delai delais timelines timeframe timeframes schedule plazo plazos',
    weak: 'timing period periode periodo calendar',
    part: 'start debut inicio duration duree duracion deadline deadlines limite end fin date dates fecha fechas when quand cuando',
  },
};

const titleNouns: ReadonlyMap<string, { point: Point; weight: Weight }> = new Map(
  points.flatMap((point) =>
    weights.flatMap((weight) =>
      wordsOf(nouns[point][weight]).map((noun): [string, { point: Point; weight: Weight }] => [
        noun,
        { point, weight },
      ]),
    ),
  ),
);
