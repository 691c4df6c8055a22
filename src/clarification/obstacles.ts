import type { Slot } from '../model/request.ts';
import { localTime } from '../model/zones.ts';
import { monthOf, monthWords } from './date-words.ts';
import { isOfOtherTimes } from './refusals.ts';
import { momentsAgree } from './slot-times.ts';

/**
 * Why a sentence, plain, that stands beside a choice may put it in doubt without a word against it: because it touches what a
 * meeting hangs on. In French; undefined when it is about other matters: the project, who comes, what is enclosed.
 */
export function obstacleIn(
  sentence: string,
  slots: readonly Pick<Slot, 'start' | 'end'>[],
  zones: readonly string[],
): string | undefined {
  if (isOfOtherTimes(sentence) || isOfAnotherMonth(sentence, slots, zones)) return undefined;
  const found = obstacles.find(([, pattern]) => pattern.test(sentence));
  if (found) return found[0];
  // « Notre conseil se réunit mercredi », where the slot is on a Wednesday.
  return slots.some((slot) => momentsAgree(sentence, slot, zones)) ? 'ce qui est à l’heure d’une plage' : undefined;
}

/** The sentence without the forms of politeness in which words of doubt stand: « si vous avez besoin », "do not hesitate". */
export function withoutPoliteDoubt(sentence: string): string {
  return sentence.replace(polite, ' ');
}

/** « Notre recteur voyage en mars », where no slot is in March. */
function isOfAnotherMonth(sentence: string, slots: readonly Pick<Slot, 'start'>[], zones: readonly string[]): boolean {
  const named = [...sentence.matchAll(new RegExp(`\\b(?:${monthWords})\\b`, 'g'))].map(([name]) => monthOf(name));
  const offered = slots.flatMap(({ start }) =>
    (zones.length > 0 ? zones : ['UTC']).map((zone) => localTime(new Date(start), zone).month),
  );
  return named.length > 0 && named.every((month) => !offered.includes(month));
}

const polite =
  /\b(?:(?:please )?(?:do not|don't) hesitate|n'hesitez pas|no duden?|(?:await\p{L}*|waiting for|dans l'attente de|en attente de|attend\p{L}*|a la espera de|espero|esperamos) (?:your|votre|vos|sus?|the|la|le|el|l')(?: ?(?:kind|prompt|aimable|prompte|pronta|amable))? ?(?:confirmation|confirmacion|reply|response|reponse|retour|respuesta|links?|liens?|enlaces?|invitations?|invitacion)(?! (?:of|from|de(?! (?:vous|usted|su))|du|des|del)\b)(?! d')|(?:your|votre|su) (?:confirmation|confirmacion)|feel free|free of charge|(?:if|si) (?:you (?:need|have|want|wish|require|would like|could|can)|vous (?:avez|souhaitez|desirez|voulez|pouvez|pouviez)|(?:usted )?(?:tienen?|necesitan?|desean?|requieren?)|needed|necessary|possible|necessaire|besoin|necesario|posible|any|there (?:are|is) any|hay)|aussi bien|ainsi que|as (?:well|soon) as|so that|in (?:the )?meantime|first (?:meeting|contact|of all)|premiere (?:rencontre|fois)|primera (?:reunion|vez)|look(?:ing)? forward(?: to)?)(?!\p{L})/gu;

const obstacles: readonly (readonly [why: string, pattern: RegExp])[] = [
  [
    'un déplacement',
    /\b(?:fly|flies|flew|flying|flights?|planes?|airports?|travel(?:s|ed|led|ing|ling)?|trips?|journeys?|on the road|roads?|driv(?:e|es|ing)|land(?:s|ed|ing) (?:in|at|around|on)|lands|arriv\p{L}+|depart(?:s|ing|ure)|leav(?:es|ing) (?:for|to|on)|on (?:his|her|my|our|their|the) way|(?:is|are|am|be|been|get|gets|come|comes) back|returns?|returning|abroad|visas?)\b/u,
  ],
  [
    'un déplacement',
    /\b(?:avions?|vols?(?! a)|aeroports?|voyag\p{L}+|deplace(?:ments?|ra|rons)?|routes?|trajets?|atterri\p{L}*|decoll\p{L}*|arrive\p{L}*|rentre(?:ra|ront|nt)?|revien\p{L}*|revenir|de retour|en (?:mission|tournee)|part (?:pour|en|a)|partira)\b/u,
  ],
  [
    'un déplacement',
    /\b(?:vuelos?|vuela\p{L}*|volar|avion|aeropuertos?|viaj\p{L}+|aterri\p{L}+|carreteras?|regres\p{L}+|lleg(?:a|an|ara|aran|amos|o)|vuelv\p{L}+|de (?:viaje|comision)|sale (?:para|a|de)|voos?|viagem|viaja\p{L}*|chega\p{L}*)\b/u,
  ],
  [
    'une vérification à faire',
    /\b(?:check(?:ing|s)?|double-check|verify|verifying|see (?:first|if|whether|with)|let (?:me|us) (?:see|check|ask|think)|get(?:ting)? back to (?:you|me)|(?:come|came|revert|return) back|revert|(?:i|we)(?:'ll| will)? (?:let you know|tell you|think|ask|need to|have to|must|should|want to|would want to|would need to)|look(?:ing)? (?:at|into|up|over)|consult\p{L}*|wait(?:ing)?|awaiting|confirmation)\b/u,
  ],
  [
    'une vérification à faire',
    /\b(?:verifi\p{L}+|regard(?:e|er|ons|erai|erons)|consult(?:e|er|erai|ons|erons)|revien(?:s|drai|drons|dra)|recontacte\p{L}*|attend(?:s|ons|ez|ant|re)|en attente|il (?:me |nous )?faut|(?:je|nous) (?:dois|devons|devrai\p{L}*|vais|allons) (?:voir|demander|regarder|verifier)|a voir|on verra|voir avec|me renseigne\p{L}*)\b/u,
  ],
  [
    'une vérification à faire',
    /\b(?:verific\p{L}+|revis(?:o|ar|are|aremos|amos|ando)|consult(?:o|ar|are|aremos|amos|ando)|averigu\p{L}+|pregunt\p{L}+|l[eo]s? (?:aviso|avisare|avisamos|avisaremos|confirmo|confirmare|confirmaremos)|esper(?:o|amos|ando) (?:la|el|una?|su|que (?!se encuentr|est))|tengo que|tenemos que|debo|debemos|hay que|falta|a ver|vamos a ver)\b/u,
  ],
  [
    'un agenda',
    /\b(?:my|our|his|her|their) (?:agenda|calendar|diary|schedule)s?\b|\b(?:mon|notre|son|leur|l'|son|ses|nos) ?(?:agenda|calendrier|planning|emploi du temps)s?\b|\b(?:mi|nuestra|nuestro|su|minha|nossa) (?:agenda|calendario|cronograma)\b|\bsecretar(?:y|ies)\b|\bdouble[- ]book\p{L}*|\boverlap\p{L}*|\bchevauche\p{L}*|\bcoincid\p{L}+|\bse cruza\p{L}*/u,
  ],
  [
    'ce qui manque pour se joindre',
    /\b(?:networks?|(?:our|the|phone) lines?|phones?|systems?|servers?|lignes?|lineas?|telefonos?|telephones?|reseau|red|internet|connexion|connection|conexion|senal|signal|wi-?fi|electricity|electricite|power|courant|luz|energia)\b.{0,40}\b(?:down|off|slow|lent[eao]?|bad|poor|weak|faible|unstable|instable|inestable|problem\p{L}*|coup\p{L}+|cuts?|out|outages?|panne|fall[ao]s?|cort\p{L}+|cae|mauvaise?|mala?|interrupt\p{L}*|limit\p{L}*|irreg\p{L}*)\b|\b(?:outages?|blackouts?|load[- ]?shedding|delestages?|coupures?|en panne|apagon(?:es)?|cortes? de)\b/u,
  ],
  [
    'qui n’est peut-être pas libre',
    /\b(?:availab\p{L}+|unavailab\p{L}+|free|busy|away|absent|on leave|(?:sick|maternity|annual) leave|vacations?|holidays?|sick|ill|hospital|funeral|strikes?|exams?|examinations?|prayers?|(?:another|a|an|our|his|her) (?:\p{L}+ )?(?:meeting|appointment|commitment|engagement|ceremony|audit|hearing)|board (?:meets|meeting|sits)|out of (?:the )?(?:office|town|country)|attend(?:s|ing)? (?:a|an|another)|able to|manage to|make it)\b/u,
  ],
  [
    'qui n’est peut-être pas libre',
    /\b(?:dispo|disponib\p{L}+|indisponib\p{L}+|libres?|liberer|libera\p{L}*|occupee?s?|pris(?:es?)?|absent\p{L}*|conges?|vacances|feriee?s?|malades?|hospital\p{L}*|deuil|obseques|funerailles|greves?|examens?|prieres?|(?:une|un|autre|notre|sa|son) (?:\p{L}+ )?(?:reunion|rendez-vous|engagement|ceremonie|audience|empechement|imprevu|seminaire|atelier)|conseil (?:se|d'administration|siege)|empeche\p{L}*|empechements?|pourra|pourront|pourrons|pourrait)\b/u,
  ],
  [
    'qui n’est peut-être pas libre',
    /\b(?:ocupad[oa]s?|ausentes?|ausenci\p{L}+|vacaciones|feriados?|festivos?|enferm[oa]s?|hospital\p{L}*|duelo|funeral\p{L}*|huelgas?|paros?|examenes|oracion|(?:una|un|otra|otro|nuestr[oa]|su) (?:reunion|cita|compromiso|ceremonia|audiencia|imprevisto|seminario|taller)|directorio|podra|podran|podremos|podria|feria)\b/u,
  ],
  // « Mon DG est à Ouaga »
  [
    'où quelqu’un se trouve',
    /\b(?:dg|pdg|dga|drh|vc|ceo|boss|chef|patron|jef[ea]|direct(?:or|eur|rice|ora|ors|eurs)|minist(?:er|re|ro|ra)|dean|doyen(?:ne)?|decan[oa]|rect(?:or|eur|rice|ora)|(?:vice-)?chancellor|gerente|president[ea]?|secretair\p{L}*|secretari[oa]|colleagues?|collegues?|colegas?|team|equipe|equipo)(?: \p{L}+){0,2} (?:is|are|will be|est|sont|sera|seront|esta|estan|estara|estaran) (?!(?:there|with|here|present\p{L}*|presente\p{L}*|avec|con|at the meeting|a la (?:rencontre|reunion)|parmi|very|tres|muy|happy|glad|heureu\p{L}+|ravi\p{L}*|feli\p{L}+|in charge|charge\p{L}*|copi\p{L}+|en copi\p{L}+|in cop\p{L}+|cc)\b)/u,
  ],
  [
    'une heure',
    /\b(?:that|the same|this) (?:hour|slot|moment|week)\b|\b(?:around|about|at|before|after|by|until|from) (?:noon|midday|lunch|midnight|then|dawn|sunset)\b|\b(?:lunch(?:time|hour)?|noon|midday|hours?|minutes?|earlier|later|late|early|delay(?:s|ed)?|postpon\p{L}*|reschedul\p{L}*)\b/u,
  ],
  [
    'une heure',
    /\b(?:cette|meme|cet|ce) (?:heure|creneau|plage|moment|semaine)(?:-la)?\b|\b(?:midi|heures?|minutes?|dejeuner|plus (?:tot|tard)|tard|tot|retards?|reporter|report(?:e|er|ons)|decal\p{L}+|a ce moment|d'ici la|entre-temps)\b/u,
  ],
  [
    'une heure',
    /\b(?:esa|esta|misma|ese|este|mismo) (?:hora|horario|franja|momento|semana)\b|\b(?:mediodia|almuerzo|horas?|minutos?|mas (?:tarde|temprano)|tarde|temprano|antes|despues|demor\p{L}+|retras\p{L}+|posterg\p{L}+|aplaz\p{L}+|entonces)\b/u,
  ],
  [
    'un lieu',
    /\b(?:in person|face[- ]to[- ]face|on[- ]site|at your (?:office|place|premises)|at our (?:office|place|premises)|en personne|en presentiel|presentiel|sur place|dans (?:vos|nos) (?:locaux|bureaux)|presencial(?:mente)?|en persona|en (?:sus|nuestras) oficinas|cara a cara)\b/,
  ],
  [
    'une condition',
    /\b(?:if|unless|provided|providing|whether|depend\p{L}*|subject to|as long as|only|except|but|although|though|however|otherwise|in case)\b|\b(?:si|s'il|s'ils|sauf|pourvu|a condition|a moins|selon|suivant que|tant que|en cas|mais|quoique|bien que|cependant|toutefois|sinon|neanmoins|seulement|uniquement)\b(?! vous plait)|\b(?:siempre (?:que|y cuando)|con tal|a menos|salvo|segun|en caso|pero|aunque|sin embargo|solo|solamente|caso)\b/u,
  ],
  [
    'une hésitation',
    /^(?:h+u+m+|h+m+|euh|uh|er|oh|ah|wait|hold on|hang on|actually|en fait|a vrai dire|attendez|un instant|de hecho|en realidad|espere[ns]?|oye)\b|\b(?:sorry|desolee?s?|pardon|perdon|disculp\p{L}+|excuse\p{L}*|apolog\p{L}+|afraid|fear|worr(?:y|ied)|unfortunately|sadly|regret\p{L}*|crain\p{L}*|inquiet\p{L}*|malheureusement|helas|dommage|temo|preocup\p{L}*|lamentablemente|desgraciadamente|something else|autre chose|otra cosa|change (?:the|this|it|of)|changer|cambiar|cambio|mov(?:e|ed|er)|deplacer)\b/u,
  ],
];
