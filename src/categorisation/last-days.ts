/** What is handed in: its day is one of the asker's own calendar. */
const handedIn = 'offres?|propositions?|candidatures?|soumissions?|dossiers?|projets?|demandes?';
/** Words that say that the day after them is the last; all plain. */
const lastDay = [
  `dates? (?:limites?|butoirs?)|(?:au|pas) plus tard|avant|cloture|ferme(?:nt|ra|ture)?|echoit|echeance|jusqu'au|d'ici (?:le|au)|depots?`,
  `(?:remise|reception|depot|appels?) (?:des?|du|de la|d'|a) ?(?:${handedIn})`,
  'deadline|no later than|not later than|clos(?:es?|ing)|due|before|by|until|(?:submissions?|submit|proposals?|applications?) (?:due|by|on)',
  'fecha limite|plazo|antes d[eo]l?|a mas tardar|hasta|ate(?: o dia)?|prazo|cierra|vence',
].join('|');
/** What stands after them belongs to something else: the start beside it, or a day after the day that they speak of. */
const otherDay = String.raw`\b(?:debut\w*|commenc\w*|demarr\w*|a partir|start\w*|begin\w*|inici\w*|comienz\w*|empez\w*|empiez\w*)\b|(?:\d| {5}),`;
const cue = new RegExp(`\\b(?<cue>${lastDay})(?!\\p{L})(?<between>(?:(?!${otherDay})[^.;\\n]){0,60})$`, 'u');

/**
 * Whether the day that stands between the two texts is said to be the last for something: not one before which nothing
 * happens, nor the end of a stretch, nor one that was called off or moved.
 * @param before - Plain, as `after`; only what is of the same sentence counts.
 */
export function isLastDay(before: string, after: string): boolean {
  const lead = /[^.;\n]*$/u.exec(before.slice(-longest))?.[0] ?? '';
  const rest = /^[^.;\n]*/u.exec(after.slice(0, longest))?.[0] ?? '';
  if (superseded.test(lead) || opens(lead, rest) || calledOff(lead, rest)) return false;
  if (refusedAfter.test(lead)) return true;
  const { cue: word = '', between = '' } = cue.exec(lead)?.groups ?? {};
  if (word === '') return moved.test(lead) && named.test(lead);
  const ahead = lead.slice(0, lead.length - word.length - between.length);
  const clause = /[^,:]*$/u.exec(ahead)?.[0] ?? '';
  return !denied(clause, word) && !(stretching.test(word) && stretches(ahead, between));
}

/** Whether the day that stands behind the text was moved from there to another, or holds no more. */
export function isMoved(before: string): boolean {
  return superseded.test(/[^.;\n]*$/u.exec(before.slice(-longest))?.[0] ?? '');
}

const longest = 200;

/** « pas prêts avant », « aucune échéance », "no deadline"; « n’oubliez pas » reminds, and « sans faute » insists. */
function denied(clause: string, word: string): boolean {
  return negation.test(clause.replace(insisting, ' ')) && !/^(?:pas|no|not) /u.test(word);
}
const negation =
  /(?<!\p{L})(?:pas|plus|aucune?|jamais|personne|rien|sans|ni|not|no|none|never|nobody|without|cannot|\w+n't|sin|ningun\w*|nunca|jamas|nadie|nao|sem|nenhum\w*)(?!\p{L})/u;
const insisting =
  /(?<!\p{L})(?:n'|ne )(?:oubli\w*|manqu\w*|tard\w*) (?:surtout )?pas(?!\p{L})|(?<!\p{L})(?:pas|not|no|n't|\w+n't|sans|without|sin|sem|nao) (?:d'|de |a |to |se )?(?:oubli\w*|manqu\w*|tard\w*|faute|attendre|exception|delai|retard|forget|fail\w*|miss|hesit\w*|delay|waiting|olvid\w*|falt\w*|demora\w*|esque\w*|esqueca\w*)/gu;

const stretching = /^(?:jusqu'au|until|hasta|ate\b)/u;
/** « du 15 janvier jusqu’au », « la formation se poursuit jusqu’au »; but offers are handed in all that time. */
function stretches(ahead: string, between: string): boolean {
  if (collects.test(ahead)) return false;
  return begins.test(ahead) || goesOn.test(`${ahead}${between}`);
}
/** The first day of a stretch: « du 1er décembre jusqu’au 18 ». */
function opens(lead: string, rest: string): boolean {
  return (
    /\b(?:du|des le|from|between|entre(?: le| el)?|del|desde(?: el)?|de)(?: the)? $/u.test(lead) && goesTo.test(rest)
  );
}
const goesTo =
  /^,? ?(?:et |and |y |e )?(?:jusqu'au|au|to|until|till|through|hasta|al?|ate|et|and|y)(?: the| le| el| o)? \d/u;
const collects = new RegExp(
  `\\b(?:depots?|depos\\w*|${handedIn}|recu\\w*|accept\\w*|ouvert\\w*|inscription\\w*|applications?|bids?|proposals?|submi\\w*|open|accepted|received|postulacion\\w*|ofertas?|propuestas?|abiert\\w*|candidaturas?|aberto\\w*)\\b`,
  'u',
);
const begins =
  /\b(?:du|des|de|a partir d[eu]|from|starting|desde|del?|entre|between)(?: le| el| the| o)? (?:\d|[a-z]+ \d)[^,]{0,30},? ?(?:et |and |y |e )?$/u;
const goesOn =
  /\b(?:dur\w+|se poursui\w+|continu\w*|se tien\w+|se deroul\w+|a(?:ura)? lieu|runs?|running|lasts?|takes? place|duran?|durara\w*|tendra\w* lugar|realizara\w*|prossegu\w*)\b/u;

/** « aucune offre après le », "no bids after" */
const refusedAfter = new RegExp(
  `${negation.source}[^,;]{0,60}\\b(?:apres(?: le)?|passe le|au-dela du|after(?: the)?|past(?: the)?|despues del?|apos(?: o)?|depois d[eo])(?: le| el| the| dia)? $`,
  'u',
);

/** « initialement le », « au lieu du », « et non le », « reportée du »: the day after it is not the one any more. */
const superseded =
  /\b(?:initialement|a l'origine|d'abord|auparavant|anciennement|prevue? (?:d'abord|initialement)|originally|initially|formerly|previously|inicialmente|originalmente|antes era|au lieu d[eu]|plutot que|et non(?: pas)?(?: plus)?|instead of|rather than|and not|en (?:vez|lugar) del?|y no|em vez de)(?: pour| fixee?| prevue?| set for| on)? ?(?:le|au|du|the|el|al|o)? ?$|\b(?:report|repouss|deplac|prolong|recul|avanc|devanc|mov|extend|postpon|push|chang|brought|aplaz|prorrog|ampli|adi)\w*(?: back| forward)? (?:du|de|from|del|desde el)(?: the)? $/u;

const callingOff =
  'annul\\w+|leve[es]?|supprim\\w+|abrog\\w+|retiree?|cancel\\w+|lifted|waived|removed|dropped|withdrawn|anulad\\w+|suprimid\\w+|suspend\\w+';
const moving =
  'report\\w+|repouss\\w+|deplac\\w+|prolong\\w+|recul\\w+|avancee?|devancee?|moved|extended|postponed|deferred|pushed back|brought forward|changed|aplaz\\w+|prorrog\\w+|pospuest\\w+|ampli[ao]d\\w+|adiad\\w+';
const notSo = /(?<!\p{L})(?:pas|jamais|aucun\w*|not|never|no|nao|\w+n't)(?!\p{L})/u;

/** What is said of that day, or of the last day itself: « (annulée) », « est reportée au … », "no longer applies". */
function calledOff(lead: string, rest: string): boolean {
  const over = new RegExp(`\\b(?:${callingOff})\\b[^,]{0,12}$`, 'u').exec(lead);
  if (over && named.test(lead) && !notSo.test(lead)) return true;
  const said = new RegExp(
    `^\\)?,? ?\\(?(?<verb>(?:(?:n'|ne |has |had |have |is |was |will |be |been |est |a |ete |sera |soit |fue |ha sido |se |foi |es |ser |etre |maintenant |now |desormais |pas |not |plus |never |jamais |no )*))(?:${callingOff}|${moving})\\b`,
    'u',
  ).exec(rest);
  return lapsed.test(rest) || (said !== null && !notSo.test(said.groups?.verb ?? ''));
}

const lapsed =
  /^,? ?(?:(?:is |does )?no(?:t|) (?:longer|any ?more)(?: appl\w+| holds?| valid| in force)?|ne (?:tient|s'applique|vaut) plus|n'est plus (?:valable|valide|en vigueur|applicable)|n'a plus cours|ya no (?:rige|aplica|vale)|nao (?:vale|se aplica) mais)\b/u;

/** « … est reportée au »: the day after it is the new one. */
const moved = new RegExp(
  `\\b(?:(?:${moving})\\b[^,;]{0,60}\\b(?:au|jusqu'au|a|to|until|till|hasta|al|para|ate)|maintenant|desormais|(?:is )?now|ahora(?: es)?|agora(?: e)?)(?: le| the| el| o| au)? ?$`,
  'u',
);
const named =
  /\b(?:dates? (?:limites?|butoirs?)|echeance|cloture|deadline|closing|fecha limite|plazo|prazo|appel|call)\b/u;
