import { plain } from '../model/plain.ts';
import type { Point } from '../model/request.ts';
import { agreementTypes } from './agreement.ts';
import { monthWords } from './date-words.ts';
import { notApplicableIn } from './not-applicable.ts';
import { speaksUnder } from './numbered-answers.ts';
import { goesOn } from './remarks.ts';
import { speaksOfDay } from './slot-times.ts';

/**
 * The line from which the requester goes on with something else below the last answer; the number of lines where they do
 * not. A sentence of a new paragraph belongs to the answer where it says something of the point, points back, or takes up a
 * word of it; what is said of a person or by one of themselves needs more than the hour of it. No paragraph is cut above one
 * that belongs.
 */
export function startOfAside(point: Point, lines: readonly string[]): number {
  const [above, ...paragraphs] = paragraphsIn(lines);
  if (!above) return lines.length;
  const told = lines.slice(0, above.end).join('\n');
  const saysAll = notApplicableIn(told) !== undefined || (point === 'agreementType' && agreementTypes(told).length > 0);
  const belongs = ({ start, end }: Span) => {
    const text = lines.slice(start, end).join('\n').trim();
    return (
      goesOn(lines, start) || !isSentence(text) || sentencesOf(text).some((said) => bears(point, said, told, saysAll))
    );
  };
  const last = paragraphs.findLastIndex(belongs);
  return paragraphs[last + 1]?.start ?? lines.length;
}

interface Span {
  start: number;
  end: number;
}

function paragraphsIn(lines: readonly string[]): Span[] {
  const found: Span[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const open = found.at(-1);
    if (open?.end === index) open.end = index + 1;
    else found.push({ start: index, end: index + 1 });
  }
  return found;
}

function sentencesOf(text: string): string[] {
  return plain(text)
    .split(/(?<=[.!?…;])\s+/)
    .filter((said) => /\p{L}/u.test(said));
}

/** « Trois semaines sur place. » has no subject: it is a part of the answer. */
function isSentence(text: string): boolean {
  const words = plain(text).match(/\p{L}+/gu) ?? [];
  return words.length >= fewestWords && (/[.!?…][»”")]*$/.test(text) || subject.test(plain(text)));
}

const fewestWords = 3;

function bears(point: Point, sentence: string, told: string, saysAll: boolean): boolean {
  const said = sentence.replace(opener, '');
  if (pleasantry.test(said)) return false;
  if (saysAll && reason.test(said)) return true;
  const ofPoint = speaksUnder(point, said) || more[point].test(said);
  if (saysAll) return ofPoint;
  const pointsBack = back.test(said) || (fragment.test(said) && !anybody.test(said)) || sharesWord(said, plain(told));
  const ofTime = !over.test(said) && tellsTime(said);
  if (ofPerson.test(said)) return pointsBack || (point !== 'timeline' && ofPoint);
  if (point === 'timeline') return ofTime || pointsBack;
  return ofPoint || pointsBack || (ofTime && tellsTime(plain(told)));
}

function tellsTime(said: string): boolean {
  return speaksOfDay(said) || time.test(said) || month.test(said);
}

/** A word of five letters or more that the answer holds too, however it ends. */
function sharesWord(said: string, told: string): boolean {
  const stems = (text: string) => (text.match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 5));
  const known = new Set(stems(told));
  return stems(said).some((stem) => known.has(stem));
}

/** What a sentence begins with that adds to the answer or leaves it; which of the two, the sentence tells. */
const opener =
  /^(?:par ailleurs|d'autre part|de plus|en outre|aussi|egalement|enfin|finalement|sinon|a (?:ce )?propos|au fait|en passant|pour finir|ensuite|puis|also|in addition|additionally|besides|moreover|furthermore|finally|lastly|by the way|btw|incidentally|separately|meanwhile|on (?:another|a different|a separate|a side) (?:note|subject|matter)|then|ademas|asimismo|tambien|finalmente|por (?:cierto|ultimo|otra parte|otro lado)|de paso|luego|a proposito)\b[\s,:–—-]*/;

const subject =
  /^(?:j'|je |nous |on |il |elle |ils |elles |vous |ce |c'|cela |mon |ma |mes |notre |nos |le |la |les |l'|un |une |i |i'm |i'll |we |it |he |she |they |you |this |that |these |my |our |the |a |an |yo |nosotros |mi |mis |nuestr[oa]s? |el |los |las |esto |eso )/;

/** « C’était un plaisir », « Il fait froid », "I hope all is well" */
const pleasantry =
  /^(?:(?:it|this) (?:was|is|has been|would be|will be) (?:a |an |my |our |such a )?(?:great |real )?(?:pleasure|honou?r|joy|nice|good|great|lovely)\b|(?:c'est|c'etait|ce (?:fut|sera|serait)) (?:un |une )?(?:vrai |grand )?(?:plaisir|honneur|joie)|(?:fue|es|sera|ha sido) un (?:gran )?(?:gusto|placer|honor)|il (?:fait|pleut|neige|gele)\b|(?:j'|nous )?esper(?:e|ons|ant|o|amos|ando) que (?:vous|votre|tout|su|usted|ustedes|todo|est[ae]n?)\b|(?:i|we) (?:do )?hope (?:you|your|all|everything)\b)/;

/** « Car l’État paie tout. » */
const reason =
  /^(?:car|parce qu\p{L}*|puisqu\p{L}*|comme|en effet|because|since|as|for|porque|ya que|pues|dado que)\b/u;

/** What points back to the answer: « Cela dépend du visa », "They all speak English", « El directorio lo aprobó ». */
const back =
  /^(?:it|this|these|those|they|both|each|all|some|most|the (?:latter|former|first|second|rest|others?|last|two|three|same)|cela|ceci|c'|ce (?:n'|sera|serait|doit|sont)|celle|celui|ceux|celles|elles?|ils?|il s'agit|ces|tous|toutes|chacun\p{L}*|certain\p{L}*|la plupart|les (?:deux|trois|autres)|l[ea] (?:premiere?|seconde?|second|deuxieme|reste|meme)|eso|esto|ellos|ellas|todos|todas|cada|ambos|algun\p{L}+|el resto|el mismo|la misma|l[ao]s? (?:primer\p{L}*|segund\p{L}+))(?!\p{L})(?! y a\b)|\b(?:follow|approved?|confirm\p{L}*|sign|pay|cover|support|need|want) (?:it|them)\b|\b(?:l[oa]s?) (?:aprobo|aprobara|confirmo|firmara|apoya|paga|necesita)\b|\bl'a (?:approuve|vote|confirme|signe)\p{L}*/u;

/** « Pas avant les pluies », "Preferably on site": what stands above is its subject. */
const fragment =
  /^(?:not|never|only|ideally|preferably|possibly|if possible|unless|before|after|during|by|from|until|between|for|with|without|at|on|in|one|two|three|four|pas|jamais|seulement|ideal\p{L}*|de preference|si possible|sauf|hors|avant|apres|pendant|durant|entre|pour|avec|sans|aux?|a|en|dans|sur|deux|trois|quatre|no|nunca|solo|preferentemente|de ser posible|de preferencia|salvo|antes|despues|durante|para|con|sin|dos|tres|cuatro)(?!\p{L})/u;
const anybody =
  /\b(?:i|we|you|he|she|it|my|our|your|je|j'|nous|vous|il|elle|on|mon|ma|notre|nos|votre|vos|les?|mi|mis|nuestr[oa]s?|sus?|usted(?:es)?)(?!\p{L})/u;

const title =
  '(?:minist(?:re|er|ro|ra)|direct(?:eur|rice|or|ora)(?: general\\p{L}*)?|dg|pdg|ceo|recteur|rectrice|rectora?|(?:vice-)?(?:chancellor|president[ea]?|recteur|rector)|doyen(?:ne)?|dean|decan[oa]|registrar|gerente|chef|jef[ea]|boss|chair(?:man|woman|person)?|president[ea]?|secretai?r\\p{L}+|collegue|colleague|colega|adjointe?|assistant\\p{L}*|asistente|avocate?|lawyer|abogad[oa]|juriste|ambassad(?:eur|rice|or)|embajador\\p{L}*|predecess?\\p{L}+|successor|successeur|sucesor\\p{L}*|wife|husband|epouse|mari|esposa|esposo)';
/** Said by somebody of themselves, or of one whose office is named: it tells what they do, not what is wanted. */
const ofPerson = new RegExp(
  `^(?:(?:je|i|i'm|i'll|i've|yo|he|she)(?!\\p{L})|j'|(?:estoy|estare|estuve|soy|voy|ire|fui|tuve|tengo|conoci|hable|escribi|viajo|viajare|salgo|vuelvo|volvere|regreso|regresare|trabajo|estudie|vivo|adjunto|me) |(?:mon|ma|notre|my|our|mi|nuestr[oa]|le|la|l'|the|el) ?(?:\\p{L}+ )?${title}(?!\\p{L})|(?:m\\.|mme|mlle|mr\\.?|mrs\\.?|ms\\.?|dr\\.?|prof\\.?|monsieur|madame|(?:el |la )?senora?|(?:el |la )?(?:ing|dr|dra|lic)\\.) ?\\p{L}+)`,
  'u',
);

/** What is past is of no timeline. */
const over =
  /\b(?:last (?:week|month|year|night|summer|winter)|yesterday|ago|(?:la semaine|le mois|l'annee|l'an) (?:derniere?|passee?)|hier|il y a|ayer|(?:la semana|el mes|el ano) pasad[oa]|hace (?:un|una|dos|tres|\d))\b/;
/** "We may" is none. */
const month = new RegExp(`\\b(?:${monthWords})\\b(?<!\\b(?:i|we|you|it|he|she|they|\\p{L}{3,}s) may)`, 'u');
const time =
  /\b(?:dates?|fechas?|days?|jours?|dias?|weeks?|semaines?|semanas?|months?|mois|mes(?:es)?|monthly|weekly|yearly|annual\p{L}*|mensuel\p{L}*|mensual\p{L}*|semanal\p{L}*|groups?|groupes?|grupos?|cohort\p{L}*|years?|ann?ees?|ans?|anos?|hours?|heures?|horas?|trimestres?|semestres?|terms?|sessions?|seasons?|saisons?|estacion|temporada|rainy|pluies|lluvias|ramadan|eid|easter|paques|noel|christmas|rentree|debut\p{L}*|commenc\p{L}+|start\p{L}*|begin\p{L}*|empez\p{L}+|empiez\p{L}+|comenz\p{L}+|comienz\p{L}+|inici\p{L}+|fin|finir|termin\p{L}+|end(?:s|ed|ing)?|last(?:s|ed|ing)?|dur(?:e|ee|ees|era|erait|eront|ation|acion|aria|ara)|before|after|avant|apres|antes|despues|until|jusqu\p{L}*|hasta|flexib\p{L}+|calend\p{L}+|schedul\p{L}+|cronograma|phases?|fases?|etapes?|stages?|etapas?|deadlines?|delais?|plazos?|exam\p{L}*|retard\p{L}*|report\p{L}*|postpon\p{L}+|earl\p{L}+|late[rst]*|tot|tard|temprano|tarde|spring|summer|autumn|winter|printemps|ete|automne|hiver|verano|invierno|otono|primavera)\b/u;

/** Of what people speak who go on with the point, beside its own words. */
const wanted =
  "besoin\\p{L}*|necesi\\p{L}+|needs?|needed|want\\p{L}*|wish\\p{L}*|hop(?:e|es|ing)|seek\\p{L}*|expect\\p{L}*|require\\p{L}*|ask(?:s|ing)? for|would like|aim\\p{L}*|plan(?:s|ned|ning)?|voul\\p{L}+|voudri\\p{L}+|souhait\\p{L}+|aimerions|cherch\\p{L}+|attend(?:ons|ent)|esper(?:ons|amos)|prevoyons|queremos|quisieramos|buscamos|deseamos|pedimos|requerimos|(?:il )?(?:nous )?(?:faut|faudra\\p{L}*)|il s'agit|should|devrai\\p{L}+|doi(?:t|vent)|must|deb(?:en?|er\\p{L}+)|accident\\p{L}*|product\\p{L}+|qualit\\p{L}+|calidad|emplois?|empleos?|jobs?|work\\p{L}*|travail\\p{L}*|trabaj\\p{L}+|autonom\\p{L}+|diplom\\p{L}+|graduates?|egresad\\p{L}+|exam\\p{L}*|(?:is|are|est|sont|es|son) (?:our|notre|nos|nuestr[oa]s?)|(?:have|avons|tenemos) (?:no|pas|aucun\\p{L}*|ningun\\p{L}*)|n'avons (?:pas|aucun\\p{L}*)|no tenemos|lack\\p{L}*|manqu\\p{L}+|falta\\p{L}*|recogni[sz]\\p{L}+|reconn\\p{L}+|reconoc\\p{L}+";
const trade =
  'train(?!s\\b)\\p{L}*|form(?:ation|ateur|atrice|er)\\p{L}*|formacion|capacit\\p{L}+|courses?|cours|cursos?|program\\p{L}*|projects?|projets?|proyectos?|mine(?:s|rs?|ros?|rals?|ria|urs?)?|mini(?:ng|er|ere|eres|ers)|minas?|underground|souterrain\\p{L}*|subterrane\\p{L}*|safety|securite|seguridad|equip\\p{L}+|engins?|machin\\p{L}+|maquin\\p{L}+|simulat\\p{L}+|simulad\\p{L}+|laborato\\p{L}+|students?|etudiant\\p{L}*|eleves|estudiantes?|alumn\\p{L}+|learners?|apprenant\\p{L}*|operat\\p{L}+|operad\\p{L}+|technici\\p{L}+|tecnic\\p{L}+|engineers?|ingenieu?r\\p{L}*|ingenier\\p{L}*|instruct\\p{L}+|teachers?|enseignant\\p{L}*|profesor\\p{L}*|docentes?|staff|personnel|personal|people|personnes|personas|group\\p{L}*|grup\\p{L}+|schools?|ecoles?|escuelas?|french|english|spanish|francais|anglais|espagnol|ingles|frances';
const words = (alternatives: string) => new RegExp(`\\b(?:${alternatives})\\b`, 'u');
const more: Readonly<Record<Point, RegExp>> = {
  needs: words(`${wanted}|${trade}`),
  expectations: words(`${wanted}|${trade}`),
  agreementType: words(
    'sign\\p{L}*|firm[aeo]\\p{L}*|duree|duracion|duration|renouvel\\p{L}*|renew\\p{L}*|renova\\p{L}*|years?|ans|annees?|anos|clauses?|clausulas?|parties|partes',
  ),
  resources: words(
    'pays?|paid|paying|pai[et]\\p{L}*|pay[eo]\\p{L}*|paga\\p{L}*|(?:prend|prendra|prises?|pris) (?:\\p{L}+ )*en charge|cover\\p{L}*|couvr\\p{L}*|cubr\\p{L}*|costs?|couts?|costos?|free|gratuit\\p{L}*|classrooms?|rooms?|salles?|aulas?|workshops?|ateliers?|taller(?:es)?|equip\\p{L}+|laborato\\p{L}+|simulat\\p{L}+|simulad\\p{L}+|vehic\\p{L}+|instruct\\p{L}+|format(?:eur|rice)\\p{L}*|staff|personnel|personal|banks?|banques?|bancos?|world bank|donat\\p{L}+|sponsor\\p{L}*|dispos(?:ons|e|ent)|disponemos|contamos con|approv\\p{L}+|approuv\\p{L}+|aprob\\p{L}+|vot(?:e|ed|ee)|amount\\p{L}*|montant\\p{L}*|monto\\p{L}*|billets?|tickets?|flights?|pasajes?|lodging|accommodation|hebergement|logement|alojamiento|expenses|frais|gastos',
  ),
  timeline: time,
};
