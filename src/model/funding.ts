import { plain } from './plain.ts';

export type Funding = 'none' | 'sought' | 'committed';

export const fundingNames: Readonly<Record<Funding, string>> = {
  none: 'absent',
  sought: 'recherché',
  committed: 'engagé',
};

interface Found {
  funding: Funding;
  /** The sentence that says it. */
  quote: string;
}

/**
 * What a text says of the money; undefined when it says nothing clear. An amount alone is nothing clear: nobody said that
 * it is there.
 */
export function readFunding(text: string): Found | undefined {
  return firstSign(text, anywhere);
}

/** The same of an answer to the question about resources, where the money need not be named: « en négociation ». */
export function readFundingAnswer(answer: string): Found | undefined {
  return firstSign(answer, anywhere) ?? firstSign(answer, inAnswer);
}

type Signs = readonly { funding: Funding; pattern: RegExp }[];

function firstSign(text: string, signs: Signs): Found | undefined {
  const sentences = text
    .slice(0, longest)
    .split(/(?<=[.!?;])\s+|\n+/)
    .map((written) => ({ written, read: plain(written).trim() }));
  for (const { funding, pattern } of signs) {
    const said = sentences.find(({ read }) => pattern.test(read));
    const quote = said?.written.trim().replace(/[.;!]$/, '');
    if (quote !== undefined) return { funding, quote: quote.slice(0, 160) };
  }
  return undefined;
}

const longest = 5_000;

const money =
  '(?:budget\\w*|financements?|financing|fonds|funds?|funding|presupuesto|fondos|financiamiento|financiamento|financiacion|money|argent|dinero|moyens financiers|recursos (?:financieros|economicos)|subventions?|subvencion(?:es)?|grants?|dotation)';
/** The same in Arabic, with what may stand before it: and, in, for, the. */
const arabicMoney =
  '(?<!\\p{L})[وف]?(?:بال|لل|ال|ب|ل)?(?:تمويل|ميزاني\\p{L}*|اعتماد(?:ات)?|موارد (?:ال)?مالي\\p{L}*)(?!\\p{L})';
const arabicGranted =
  '(?<!\\p{L})(?:ال)?(?:مومن|مضمون|متوفر|متاح|مرصود|معتمد|مخصص|مصادق علي\\p{L}*|موكد|محجوز)(?:[هة]|ا)?(?!\\p{L})';
const arabicSought =
  '(?<!\\p{L})(?:قيد|طور|تحت) (?:ال)?(?:تفاوض|دراس|بحث|اعداد|انتظار)\\p{L}*|(?<!\\p{L})(?:ن|ي|ت)(?:بحث|سعي|طلب|لتمس)\\p{L}*|(?<!\\p{L})(?:ل)?طلب(?:نا)?(?!\\p{L})|في انتظار|(?<!\\p{L})لم(?!\\p{L})';
const arabicNone =
  '(?<!\\p{L})و?(?:بدون|دون|لا (?:يوجد|توجد|نملك)|ليس (?:ل\\p{L}+ )?|ليست (?:ل\\p{L}+ )?|لا|غير متوفر)';

const amount = '(?:\\$|€|\\b(?:cad|usd|eur|fcfa|xof|dollars?|dolares|euros?)\\b|\\b\\d{2,3}[ ,.]\\d{3}\\b)';
/** Before whoever pays: the reader does not. */
const notYou =
  "(?!(?:[eluao']|el|es|os|as)? ?(?:le |la |the |el |o |l')?(?:you|vous|votre|your|ustedes?\\b|su\\b|institut))";
const granted =
  '(?:approuve|accorde|acquis|assure|confirme|disponible|engage|garanti|obtenu|reserve|vote)(?:e?s?)\\b|\\b(?:approved|available|set aside|earmarked|budgeted|committed|allocated|confirmed|granted|guaranteed|in place|secured)\\b|\\b(?:aprobad|asegurad|asignad|confirmad|garantizad)[oa]s?\\b|\\b(?:disponibles?)\\b';

/** « Presque acquis », "all but approved": not yet, or not all of it. */
const nearly =
  "(?:(?:all|anything) but|almost|nearly|virtually|practically|as good as|about to be|on the (?:verge|point) of being|soon(?: to be)?|part(?:ly|ially)|conditionally|tentatively|provisionally|presque|quasi(?:ment)?|pratiquement|en (?:passe|voie|instance) d'etre|(?:sur le|au) point d'etre|bientot|partiellement|en partie|provisoirement|casi|practicamente|a punto de (?:ser|estar)|pronto|parcialmente|en parte|provisionalmente)";
const inPrinciple = '(?:(?:in|en) princip(?:le|e|io)|de principe|pre-? ?(?:approved|approuve|aprobad)\\w*)\\b';

/** In order: a doubt outweighs a promise, because a person confirms the category anyway. */
const anywhere: Signs = [
  {
    funding: 'none',
    pattern: new RegExp(
      `\\b(?:no|sans|aucune?s?|pas (?:de|d')|pas encore de|sin|without|not any|ningun(?:os?)?) ?(?:source de |current )?${money}\\b|\\bno (?:tenemos|hay|contamos con) ${money}\\b|\\b(?:n'avons pas|have no|do not have|don't have)\\b.{0,20}\\b${money}\\b|\\bnon finance\\b|\\bnot funded\\b|\\bunfunded\\b|${arabicNone} ?(?:\\p{L}+ )?${arabicMoney}|${arabicMoney} غير (?:متوفر|متاح|موجود)`,
      'u',
    ),
  },
  {
    funding: 'sought',
    pattern: new RegExp(
      [
        `\\b(?:candidatur[ae]|demande|recherche|negociation|negotiation|application|postulacion|solicitud|busqueda)s?\\b.{0,60}\\b${money}\\b`,
        `\\b${money}\\b.{0,60}\\b(?:en negociation|en negociacion|en cours|en attente|a confirmer|a trouver|a determiner|recherche|sollicite|demande|postulacion|en tramite|por (?:confirmar|definir)|pendientes?|pending|sought|applied|under (?:review|negotiation)|to be (?:confirmed|found|determined))`,
        `\\b(?:seeking|looking for|applying for|applied for|cherchons|recherchons|sollicitons|buscamos|solicitamos)\\b.{0,40}\\b${money}\\b`,
        '\\b(?:pas encore|not yet|aun no|todavia no)\\b.{0,40}\\b(?:approuv|accord|confirm|vote|approved|granted|secured|aprobad)',
        `(?:\\b${money}\\b|${amount}).{0,40}\\b(?:pas|not|non|no)\\b.{0,20}\\b(?:${granted})`,
        `\\b(?:far from|neither|never|hardly|(?:any|every)thing but|jamais|ni|loin d|tout sauf|lejos de|nunca|todo menos|sin)\\b[^.;]{0,40}\\b(?:${granted}|aprobar|asegurar|confirmar)`,
        `\\b${money}\\b.{0,40}\\b(?:sera|seront|serait|devrait|devraient|will|would|should|to be|expected|sera|seran|se aprobara)\\b.{0,25}(?:${granted})`,
        // Who agrees in principle has not yet agreed.
        `(?:\\b${money}\\b|${amount}).{0,60}\\b${inPrinciple}|\\b${inPrinciple}.{0,60}(?:\\b${money}\\b|${amount})`,
        `\\b${nearly}\\b[ -](?:\\p{L}+ ){0,2}(?:${granted})`,
        '\\bsous reserve\\b|\\bsubject to\\b|\\bsujeto a\\b|\\bsi (?:laureat|retenu|le projet est)|\\bif (?:approved|selected|awarded|granted)\\b|\\bsi se aprueba\\b',
        `${arabicMoney}.{0,40}(?:${arabicSought}|غير (?:مومن|مضمون|موكد|معتمد))|(?:${arabicSought}).{0,40}${arabicMoney}`,
      ].join('|'),
      'u',
    ),
  },
  {
    funding: 'committed',
    pattern: new RegExp(
      [
        `\\b${money}\\b.{0,60}\\b(?:${granted})`,
        `\\b(?:approved|committed|secured|allocated|approuve|vote|engage|reserve|aprobo|asigno|aprobado)\\b.{0,60}(?:${amount}|\\b${money}\\b)`,
        `${amount}[^.;]{0,30}\\b(?:${granted})`,
        '\\b(?:financee?s? par|(?:funded|financed|paid) by|financiad[oa]s? por|a nos frais|prise? en charge par|at our (?:own )?expense|corre(?:n)? por nuestra cuenta)\\b',
        '\\b(?:we|rectorate|ministry|board|company|university) (?:will )?(?:funds?|pays?)\\b|\\bour \\w+ (?:funds?|pays?)\\b',
        '\\b(?:will|shall) (?:fully )?(?:cover|bear|meet) (?:all |the )',
        `\\b(?:costs?|expenses|frais|couts|depenses|gastos|costos|costes|custos|despesas)\\b.{0,40}\\b(?:(?:borne|covered|met|paid|taken) (?:in charge )?by|(?:pris en charge|assumee?s|supportee?s|couverte?s|payee?s) par|(?:asumid|cubiert|pagad|sufragad|assumid|suportad|cobert|pag)[oa]s p(?:or|el[oa])|a la charge d|por cuenta d|por conta d)${notYou}`,
        `(?<!\\bqui )\\b(?:prenons|prendrons|prend|prendra|assumons|assumera) (?:en charge )?(?:tous |toutes |l'ensemble )?(?:les |des )?(?:frais|couts|depenses)\\b`,
        '\\b(?:recursos propios|presupuesto propio|own (?:funds|resources|budget)|autofinanc\\w*|fonds propres|self[- ]?(?:funded|financed)|our own (?:funds|budget)|fondos propios)\\b',
        `${arabicMoney}.{0,40}${arabicGranted}`,
        `(?<!\\p{L})(?:ممول|بتمويل|(?:ت|ي)(?:مول|تكفل|تحمل|غطي)\\p{L}*)(?: \\p{L}+)? (?:من|ذاتي|الوزار\\p{L}*|(?:ال)?تكاليف)|علي نفقتنا|تمويل(?:نا)? ذاتي`,
      ].join('|'),
      'u',
    ),
  },
];

/** Where the question already said that it is about money. */
const inAnswer: Signs = [
  {
    funding: 'none',
    pattern:
      /^(?:aucune?s?|neant|rien|none|nothing|ningun[oa]s?|nada)(?: (?:pour (?:le moment|l'instant)|so far|yet|at (?:the moment|present)|for now|por (?:el momento|ahora)))?[.! ]*$/,
  },
  {
    funding: 'sought',
    pattern:
      /\b(?:cherchons|recherchons|sollicitons|seeking|looking for|applying|buscamos|gestionamos)\b|\b(?:demande|dossier|requete|application|proposal|solicitud)s? (?:\w+ )?(?:deposee?s?|soumise?s?|en cours|submitted|filed|sent|presentad[oa]s?)\b|\b(?:en (?:cours de )?negociation|en attente|a (?:confirmer|trouver|determiner|definir|preciser)|under negotiation|pending|to be (?:confirmed|found|determined|defined)|tb[dc]|being (?:sought|negotiated)|en negociacion|en tramite|por (?:confirmar|definir|determinar)|pendientes?)\b|\b(?:approved|granted|confirmed|agreed|approuve|accorde|acquis|accord|aprobad[oa]|acordad[oa])s? (?:(?:in|en) princip(?:le|e|io)|de principe)\b|\bpre-? ?(?:approved|approuve|aprobad)/,
  },
  {
    funding: 'committed',
    pattern: new RegExp(`^(?:(?:oui|yes|si)\\b,? ?)?(?:(?:c'est|deja|already|it is|ya|esta)\\b ?)*(?:${granted})`),
  },
];
