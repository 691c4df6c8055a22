import { plain } from '../model/plain.ts';
import { offeredTime } from './acceptance-forms.ts';
import { weekdays } from './date-words.ts';

/** Whether a sentence, plain, refuses all that is offered, or asks for other slots than those. */
export function refusesAll(sentence: string): boolean {
  return !conditional.test(sentence) && refusals.some((pattern) => pattern.test(sentence));
}

/** Whether a sentence, plain, says that its writer will not come, and nothing else: « Nous ne pourrons pas assister. » */
export function staysAway(sentence: string): boolean {
  return away.test(sentence);
}

/** Whether a sentence, plain, refuses the one time that is on offer: « Cette date ne nous convient pas. » */
export function refusesOne(sentence: string): boolean {
  return refusingOne.test(sentence);
}

/** Whether a sentence, plain, takes back or puts in doubt what another one chose: « Trop tôt pour nous. », "Maybe." */
export function retracts(sentence: string): boolean {
  const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? [];
  return takesBack(sentence) || (words.length <= 4 && denying.test(sentence));
}

/** The same by more than a « no » in few words, which may be said of anything: « No budget yet ». */
export function takesBack(sentence: string): boolean {
  return retracting.test(sentence) || goingOn.test(sentence);
}

/** Whether a sentence, plain, beside a choice leaves it to something else: « Je vous confirme demain. », "A holiday here." */
export function hasReserve(sentence: string): boolean {
  return reserve.test(sentence) || sadSign.test(sentence) || (engaged.test(sentence) && !isOfOtherTimes(sentence));
}

/** Whether a sentence, plain, gives the reason of a choice, or speaks of the times that were not chosen. */
export function isOfOtherTimes(sentence: string): boolean {
  return otherTimes.test(sentence);
}

/** Weekdays, 1 is Monday, on which a text says that its writer cannot meet: « pas disponible le vendredi ». */
export function refusedWeekdays(text: string): number[] {
  const clauses = plain(text.slice(0, longest)).split(/[\n.!?;,]|\b(?:mais|but|pero)\b/);
  const refusing = clauses.filter((clause) => unable.test(clause) && !except.test(clause));
  return weekdays.flatMap((names, index) =>
    names.some((name) => refusing.some((clause) => new RegExp(`\\b${name}s?\\b`).test(clause))) ? [index + 1] : [],
  );
}

const longest = 20_000;
const unable =
  /\b(?:not|no|cannot|can't|never|unable|unavailable|busy|holiday|away|pas|jamais|aucun|indisponibles?|impossible|ferie|occupes?|absente?s?|imposible|ocupad[oa]s?|feriado|festivo|nunca)\b|n't\b/;
const except = /\b(?:sauf|except|only|que le|que les|seulement|salvo|excepto|solo|unless|problem|probleme|problema)\b/;

const all = (pattern: string) => new RegExp(pattern.replaceAll('SLOTS', slots).replaceAll('OTHER', other), 'u');
const slots =
  '(?:plages?|creneaux?|dates?|horaires?|heures?|moments?|jours?|journees?|disponibilites?|possibilites?|propositions?|options?|choix|slots?|times?|days?|hours?|alternatives?|possibilities|choices?|proposals?|horarios?|fechas?|franjas?|horas?|dias?|momentos?|opciones|opcion|alternativas?|propuestas?|posibilidades)\\b';
const other =
  "(?:(?:d'autres|une? autres?|de nouvelles|de nouveaux|des autres|another|(?:any |some )?other|(?:some )?new|(?:a )?different|(?:some )?alternative|otr[oa]s?|nuev[oa]s)(?: (?:proposed|available))?)";
/** « d'autres dates de formation » are of the requester's own project. */
const notOfAnother =
  '(?! (?:de (?!la rencontre|rencontre|rendez|disponib)|du (?!rendez)|pour (?!la rencontre|nous|cette|une rencontre|le rendez)|of (?!the meeting)|for (?!us|the meeting|a meeting|our meeting)|para (?!la reunion|nosotros)|del? (?!la reunion)))';
const polite =
  "(?:[\\s,.!…–-]|merci|desolee?s?|malheureusement|helas|thanks?|thank you|sorry|unfortunately|gracias|lo siento|lamentablemente|perdon|bonjour|hello|hi|hola|i'?m|i am|afraid|je suis|pour nous|for us|para nosotros)*";

const toIt =
  "(?: (?:(?:to |at |in |on )?(?:it|(?:the|this|your|any) (?:meeting|call|of (?:them|these))|(?:these|those) (?:times|dates|days))|(?:a|aux?) ?(?:(?:la|cette|votre|l'une de) )?(?:rencontre|reunion|ces (?:dates|heures|moments))|(?:a|en) (?:la|esta|su|ninguna) (?:reunion|cita|llamada)))?";
const away = new RegExp(
  `^${polite}(?:${[
    `(?:(?:we|i) )?(?:regret (?:to (?:say|inform you) )?(?:that )?)?(?:(?:we|i) )?(?:(?:are|am|will be|'re|'m) (?:not able|unable) to|cannot|can't|can not|(?:will not|won't) be able to) (?:attend|make it|join(?: you)?|participate|take part|be there|come)${toIt}`,
    `(?:(?:nous|je) regrett(?:e|ons) (?:mais )?)?(?:(?:nous|je|on) )?(?:ne (?:pourrons|pourrai|pourra|pouvons|peux|peut)(?: \\p{L}+)? pas|de ne (?:pas )?pouvoir|(?:sommes|suis) dans l'impossibilite d[e']) ?(?:y )?(?:assister|participer|etre (?:presente?s?|la|des votres)|venir|nous joindre a vous)${toIt}`,
    `(?:(?:lamento|lamentamos|sentimos|siento) (?:que )?)?no (?:podremos|podre|podemos|puedo|poder) (?:asistir|participar|estar(?: presentes?)?|acudir|unirnos)${toIt}`,
  ].join('|')})${polite}$`,
  'u',
);

/** What refuses the slots without naming them says nothing else: « celles-ci non plus », "these do not suit us either". */
const them =
  '(?:(?:these|those|they|the (?:new|other|last|latest) ones|celles?[ -](?:ci|la)|ceux[ -](?:ci|la)|elles|ils|ellas|ellos)|(?:these|those|ces|estas|estos|esas|esos)(?: (?:\\p{L}+ )?SLOTS)?)';
/** Behind what does not suit. */
export const unsuited = [
  "(?:do|will|would|could) ?(?:not|n't)(?: \\p{L}+)? (?:suit|work|fit)",
  "(?:won't|can't|cannot)(?: \\p{L}+)? (?:suit|work|fit)",
  'ne (?:me |nous )?(?:convien\\p{L}+|vont|iront|iraient|marchent|fonctionnent|arrangent)(?: \\p{L}+)? (?:pas|plus|guere)',
  '(?:no|tampoco) (?:nos |me )?(?:convienen|sirven|van|vienen|quedan|funcionan)',
].join('|');
const further = '(?: (?:either|neither|non plus|tampoco|davantage|at all|du tout|for (?:us|me)|us|me|bien|better))*';
const pointing = [
  `${them}(?: (?:also|still|toujours|unfortunately|malheureusement))? (?:${unsuited})`,
  `(?:${unsuited}) ${them}`,
  `(?:neither do|nor do|not|pas|no|tampoco) ${them}`,
  `${them} (?:non plus|tampoco|neither)`,
  "(?:(?:it is|it's|this is|c'est|ce n'est|ca n'est) )?(?:still|toujours|encore|todavia|aun) (?:not (?:possible|suitable|convenient|good|ok)|no good|impossible|imposible|pas (?:possible|bon)|no es posible)",
];

const refusingOne = new RegExp(
  `^${polite}(?:(?:cela|ca|that|it|this|eso|esto|${offeredTime}) )?(?:${[
    'ne (?:me |nous )?(?:convient|conviendra|conviendrait|va|ira|irait|marche|fonctionne|arrange)(?: (?:malheureusement|helas))? (?:pas|plus|guere)',
    "n'est (?:malheureusement |helas )?pas (?:possible|bonne?|ideale?)",
    "(?:does|will|would) ?(?:not|n't)(?: really)? (?:suit|work|fit)|won't (?:suit|work|fit)",
    "(?:is(?: not|n't)|'s not)(?: really)? (?:possible|convenient|suitable|good|ok|okay|fine)",
    'no (?:nos |me )?(?:conviene|sirve|(?:va|viene|queda) bien|funciona)|no es (?:posible|conveniente)',
  ].join('|')})${further}${polite}$`,
  'u',
);

const refusals: readonly RegExp[] = [
  ...pointing.map((said) => all(`^${polite}(?:${said})${further}${polite}$`)),
  all(`^${polite}\\b(?:aucune?|none|neither|ninguno|ninguna)\\b${polite}$`),
  // « Ninguna, estamos de viaje »
  all(`^${polite}\\b(?:aucune?|none|neither|ninguno|ninguna)\\b ?[,;:]`),
  all(`\\baucune? (?:\\p{L}+ ){0,3}(?:SLOTS|ne (?:me |nous )?(?:convien|va\\b|vont|marche|fonctionne|serait|sera))`),
  all(
    "\\baucune? (?:n'(?:est|irait)|des (?:deux|trois|quatre|cinq|six|[2-9])|d'(?:entre )?elles|d'(?:entre )?eux|de (?:celles|ceux))",
  ),
  all('\\bpas une? seule?\\b(?: SLOTS)?'),
  all("\\brien (?:ne |n')(?:me |nous )?(?:convien|va\\b|marche|fonctionne|est possible|irait)"),
  all(
    "\\b(?:ces|les|vos) (?:\\p{L}+ )?SLOTS(?: \\p{L}+){0,3} (?:ne (?:me |nous )?|n')\\p{L}+(?: \\p{L}+){0,3} (?:pas|plus|guere)\\b",
  ),
  all(
    '\\b(?:ces|les (?:deux|trois|quatre)|(?:toutes|tous) (?:les|vos|ces)) SLOTS (?:\\p{L}+ )?(?:sont|seraient|tombent|posent) (?:\\p{L}+ )?(?:impossibles?|tro[pt]|pris\\p{L}*|exclu\\p{L}*|mal|probleme|indisponibles?|occupe\\p{L}*)',
  ),
  all('\\b(?:pas|plus|non) (?:\\p{L}+ )?(?:disponibles?|libres?) (?:a|pour|pendant|durant|dans|sur) (?:ces|les|aucun)'),
  all("\\b(?:a|pour|dans) aucune? (?:de |d')?(?:ces |vos |les )?(?:SLOTS|entre)"),
  all("\\b(?:ne|n')\\b.{0,25}\\b(?:pas|plus|guere)\\b.{0,25}\\b(?:aux|a ces|a vos|a l'une de ces) (?:\\p{L}+ )?SLOTS"),
  all('\\bimpossible\\b.{0,15}\\b(?:aux|a (?:ces|vos)|pour (?:ces|vos|les)) (?:\\p{L}+ )?SLOTS'),
  all(
    '\\b(?:ferme\\p{L}*|en conge|conges?|vacances|absente?s?|occupe\\p{L}*|en mission|en voyage)\\b.{0,25}\\b(?:toutes ces|ces|a (?:ces|vos)|pendant (?:ces|les)) (?:\\p{L}+ )?SLOTS',
  ),
  all(
    '\\b(?:closed|busy|away|unavailable|travell?ing|out of (?:the )?office|on leave|on holiday)\\b.{0,15}\\b(?:on|at|for|during|in) (?:all )?(?:of )?(?:these|those|the) (?:\\p{L}+ )?SLOTS',
  ),
  all(
    '\\b(?:ces|vos|(?:toutes|tous) (?:les|vos|ces)) (?:\\p{L}+ )?SLOTS (?:\\p{L}+ )?(?:tombent|sont|seront) (?:\\p{L}+ )?(?:pendant|durant|dans|en|au milieu|lors) ',
  ),
  all(
    '\\b(?:these|those|your|all (?:of )?(?:these|those|the|your)) (?:\\p{L}+ )?SLOTS (?:\\p{L}+ )?(?:are|fall|come|coincide|overlap) (?:\\p{L}+ )?(?:in|during|within|with|on|over|right) ',
  ),
  all(
    '\\b(?:estos|estas|esos|esas|sus|tod[oa]s (?:los|las|sus)) (?:\\p{L}+ )?SLOTS (?:\\p{L}+ )?(?:caen|son|estan|coinciden) (?:\\p{L}+ )?(?:en|durante|con|dentro) ',
  ),
  all(
    `\\bOTHER SLOTS${notOfAnother}.*\\?|\\b(?:avez|auriez|pouv\\p{L}+|pourr\\p{L}+|propos\\p{L}+|suggere\\p{L}*|faudr\\p{L}+|faut|besoin|prefer\\p{L}+|souhait\\p{L}+|aimer\\p{L}+|voudr\\p{L}+|veuillez)\\b.{0,50}\\bOTHER SLOTS\\b${notOfAnother}`,
  ),
  all(
    `\\b(?:could|can|would|do you|please|need|prefer|like|propose|suggest|offer|send|have)\\b.{0,50}\\bOTHER SLOTS\\b${notOfAnother}`,
  ),
  all(
    `\\b(?:tienen?|tendrian?|hay|habria|pod\\p{L}+|puede\\p{L}*|propon\\p{L}+|sugier\\p{L}+|ofre\\p{L}+|necesit\\p{L}+|prefer\\p{L}+|quisier\\p{L}+|gustaria|por favor|favor)\\b.{0,50}\\bOTHER SLOTS\\b${notOfAnother}`,
  ),
  /\b(?:(?:could|can|may|might|shall) (?:we|you|i)|would it be possible|is it possible|est-il possible|serait-il possible|(?:pouvons|pourrions|pourriez|pouvez)-(?:nous|vous)|(?:peut|pourrait)-on|podemos|podriamos|podrian?|(?:es|seria) posible)(?: (?:please|kindly|s'il vous plait))? (?:(?:have|do|say|make it|meet|talk|speak|offer|propose|suggest|find|schedule|hold it|something|us|a|an|the|slots?|times?|dates?|meeting|call|se|nous|avoir|dire|faire|fixer|trouver|proposer|voir|rencontrer|parler|une?|quelque chose|rencontre|rendez-vous|plages?|reunirnos|vernos|hablar|tener|proponer|ofrecer|fijar|reunion|cita|algo|para|pour|for|in|on|during) )*(?:la semaine (?:suivante|d'apres|prochaine|du)|(?:the )?(?:following|next) week|the week (?:after|of|following|starting|beginning)|(?:en )?la (?:semana (?:siguiente|proxima|que viene|del)|proxima semana))\b/u,
  all(
    '\\bnone of (?:these|those|them|the (?:SLOTS|above|two|three|four|proposed|offered|suggested)|your (?:\\p{L}+ )?SLOTS)\\b',
  ),
  all(
    '\\bnone (?:works?|suits?|fits?|is|are|will|would|seems?) ?(?:possible|suitable|good|ok|work|suit|fit|convenient|feasible|for us|for me|us|me|available)?(?=[\\s,.!]|$)',
  ),
  all('\\bneither (?:of (?:these|those|them|the)|works?|suits?|fits?|is (?:possible|suitable|good|ok)|SLOTS)\\b'),
  all('\\bnothing (?:\\p{L}+ )?(?:works?|suits?|fits?)\\b|\\bnada (?:nos |me )?(?:conviene|sirve|va|funciona)\\b'),
  all('\\bno (?:SLOTS) (?:fits?|works?|suits?|is|are|will|would)\\b'),
  all(
    "(?:\\bnot|n't|\\bcannot|\\bunable)\\b.{0,40}\\b(?:any|either) of (?:(?:these|those|the|your|them)(?: \\p{L}+)? ?(?:SLOTS)?)(?=[\\s,.!]|$)",
  ),
  all(
    "(?:\\bnot|n't|\\bcannot|\\bunable)\\b.{0,30}\\b(?:at|on|in|for) (?:any of )?(?:these|those) (?:\\p{L}+ )?SLOTS\\b",
  ),
  all(
    "\\b(?:these|those|the|your) (?:\\p{L}+ )?SLOTS (?:do not|don't|are not|aren't|will not|won't|are (?:all )?(?:impossible|too|taken|difficult))",
  ),
  all(
    '\\ball (?:of )?(?:(?:these|those|them|the|your) ?)?(?:two|three|four)? ?(?:SLOTS)? ?(?:are|clash|conflict|fall)(?: (?:\\p{L}+ )?(?:impossible|too|unavailable|taken|out)| with|$|[.!])',
  ),
  all(
    '\\bningun[oa]? (?:de )?(?:los |las |estos |estas |esos |esas |sus |ell[oa]s)?(?:(?:dos|tres|cuatro|SLOTS)\\b|(?:me |nos )?(?:conviene|sirve|va|viene|queda|funciona|es|parece|resulta)\\b|ellos|ellas)',
  ),
  all('\\bnenhum[a]? (?:d[eoa]s?\\p{L}* )?(?:SLOTS|(?:me |nos )?(?:serve|convem|fica|funciona|e possivel|da\\b))'),
  all('\\b(?:estos|estas|esos|esas|los|las|sus) (?:\\p{L}+ )?SLOTS(?: \\p{L}+){0,2} no\\b'),
  all('\\bno\\b.{0,30}\\b(?:en|para|a) (?:ninguna? de )?(?:estos|estas|esos|esas) (?:SLOTS)\\b'),
  all('\\bno\\b.{0,30}\\bningun[oa]? de\\b'),
  all('\\btod[oa]s (?:los |las |estos |estas )?(?:SLOTS )?son (?:imposibles?|demasiado|muy|ocupad\\p{L}+)'),
];

/** « Si aucune ne convient, … » */
const conditional = /^(?:[^,]{0,30}[, ])?(?:si|if|in case|au cas ou|should) (?:aucune?|none|neither|no |ningun)/;

const retracting =
  /\b(?:too|trop|demasiado|muy|rather|bit|little|un peu) (?:late|early|soon|tard|tot|tarde|temprano|pronto)\b|\bimpossible|\bimposible|\bunavailable|\bindisponible|\b(?:not|pas|plus|no|isn't|aren't) (?:\p{L}+ )?(?:available|disponibles?|possible|posible|libres?|free)\b|\b(?:doesn't|does not|don't|do not|won't|will not|wouldn't|cannot|can't|ne peu[xt]|ne pou(?:vons|rr\p{L}+)|ne (?:me |nous |m')?(?:conv\p{L}+|va|vont|arrang\p{L}+)|no puedo|no podemos|no podr\p{L}+|no (?:nos |me )?conviene)\b|\bclash|\bconflict|\bconflit|\bannul|\bcancel|\brefus|\bdeclin|\brechaz|\binstead\b|\bplutot\b|\bmas bien\b|\bmaybe\b|\bperhaps\b|\bpeut-etre\b|\bquizas?\b|\btal vez\b|\b(?:not|pas|isn't) (?:\p{L}+ )?(?:sure|certain|sur|confirme\p{L}*|confirmed|final|definiti\p{L}+)\b|\b(?:to be confirmed|a confirmer|por confirmar|sous reserve|subject to|pending|en attente|tentativ\p{L}+|provisoire\p{L}*|provisional\p{L}*)\b|\bfinalement\b|\bfinalmente\b|\bsecond thoughts?\b|\b(?:my|our) mind\b|\bchange d'avis\b|\bmistake|\berreur\b/u;
const goingOn =
  /^(?:mais|sauf|hormis|quoique|bien que|cependant|toutefois|sinon|a condition|ou\b(?! est)|but|unless|except|although|though|however|otherwise|provided|if|only|or|not|pero|salvo|aunque|excepto|sin embargo|siempre que)\b|^si (?!vous (?:avez|etes|souhaitez|desirez))/;
const reserve =
  /\b(?:that|the same|this) (?:day|date|time|morning|afternoon)\b|\b(?:then|there) (?:is|will be) a\b|\b(?:ce jour|cette (?:date|heure)|ce moment|ce matin)[- ]la\b|\bmeme (?:jour|heure|moment)\b|\b(?:es[ea]|aquel|aquella|mismo) (?:dia|fecha|hora)\b|\bferies?\b|\b(?:bank |public |national )?holidays?\b|\b(?:feriado|festivo)\b|\bverif\p{L}+|\b(?:(?:check|ask) (?:with|my|our|the|whether|if|first|back|him|her|them)|(?:must|have to|need to|to) (?:check|ask)|verify|approve|approval|be approved|authori[sz]ation|approuver|approbation|autorisation|autorizacion|aprobar|aprobacion|valider|validation|consult(?:er|ar|o|ons)?)\b|\bdemander (?:a|au|aux|l'|d'abord)\b|\bpreguntar\b|\b(?:will|ll|shall|(?:have|need|yet|still) to) (?:\p{L}+ )?(?:re)?confirm\b|\b(?:confirmer(?:ai|ons|a)|confirmar(?:e|emos))\b|\bconfirm\p{L}* (?:\p{L}+ )?(?:demain|tomorrow|manana|later|plus tard|bientot|soon|mas tarde|lundi|monday|lunes)\b|\b(?:wrong|ignore[zn]?|disregard|forget|scratch|oubliez|oublie|olvide[ns]?|wait (?:for|until)|attendez|espere[ns]?|depend\p{L}*|decides|decidera|decidir\p{L}*|(?:will|must|to) decide|(?:under|sous|con) reserv[ae]s?)\b|\b(?:les|le) confirmo\b|\bpar megarde\b|\bpor error\b|\bif (?:my|our|the|he|she|they)\b|\bsi (?:mon|ma|notre|le|la|l'|mi|nuestr[oa]|el)\b|\b(?:another|other) (?:one|slot|time|day)\b|\bune? autre (?:plage|creneau|date|jour|heure)\b|\botr[oa] (?:horario|dia|fecha|hora)\b/u;
/** Who is taken up, or away. */
const engaged =
  /\b(?:busy|(?<!right )away|abroad|travels|travell?ing|en voyage|occupee?s?|absente?s?|ocupad[oa]s?|ausentes?|de viaje|en mission|en reunion|en conge|in a meeting|(?:have|has|ai|avons|a|tengo|tenemos) (?:an?|une?|una) (?:class|course|cours|clase|meeting|reunion|conflit)|then)\b/u;
/** « Car notre ministre voyage les autres jours » */
const otherTimes =
  /^(?:car|parce qu|puisqu|because|porque|ya que|pois)|\b(?:autres (?:jours|dates|plages|creneaux)|other (?:days|dates|slots|times|two)|otr[oa]s (?:dias|horarios|fechas|dos))\b/;
const sadSign = /[:;=]['"]?-?[([{/\\|](?![\p{L}\p{N}/])|[👎🙁☹😞😔😟😢😭😕😐🤔🤷❌✗✘🚫]/u;
const denying = /\b(?:no|not|non|pas|nope|never|jamais|nunca|n't)\b/;
