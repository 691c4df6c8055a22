import { monthWords } from './date-words.ts';
import { isOfOtherTimes } from './refusals.ts';

/**
 * Why a sentence, plain, that stands beside a choice leaves the meeting to something else; in French. What a meeting hangs on has no
 * end of nouns, so it is heard by the words that grammar has: who must, what is not, what is preferred, what one will still
 * say. Beside what every such mail speaks of anyway, the project and how one joins, these say nothing of the choice.
 */
export function reserveIn(sentence: string): string | undefined {
  const why = leftToOthers(sentence);
  if (why) return why;
  const said = sentence.replace(harmless, ' ');
  if (ofProject.test(said) || ofJoining.test(said) || isOfOtherTimes(said)) return undefined;
  // « Faut-il préparer quelque chose ? » asks the house.
  const rows = said.includes('?') ? unlessOfOtherMatters.filter((row) => row !== necessity) : unlessOfOtherMatters;
  return rows.find(([, pattern]) => pattern.test(said))?.[0];
}

/** The same by those words alone that say so wherever they stand, even among the offices and houses of who signs. */
export function leftToOthers(sentence: string): string | undefined {
  const said = sentence.replace(harmless, ' ');
  return always.find(([, pattern]) => pattern.test(said))?.[0];
}

type Row = readonly [why: string, pattern: RegExp];

/** What writers agree to or confirm themselves, what they ask of the house, and what denies nothing. */
const harmless =
  /\b(?:(?:i|we|je|nous|on)(?: (?:all|both|fully|hereby|also|vous|en))* (?:agree|confirm|confirme|confirmons|approuve|approuvons|valide|validons|accepte|acceptons)|(?:l[eo]s? )?(?:confirmo|confirmamos|acepto|aceptamos)|(?:please|kindly|(?:can|could|would) you(?: please| kindly)?|(?:merci|priere) de|veuillez|(?:pouvez|pourriez)-vous|por favor|(?:pueden?|podrian?)(?: usted(?:es)?)?)(?: (?:bien vouloir|me|us|nous|nos))* (?:confirm|call|write|tell|inform|send|advise|remind|confirmer|appeler|ecrire|dire|informer|envoyer|indiquer|preciser|rappeler|confirm(?:ar|en?)|llam(?:ar|en?)|escrib(?:ir|an?)|decir|digan?|inform(?:ar|en?)|envi(?:ar|en?)|indi(?:car|quen?))(?:nos|me|les?)?|not (?:only|at all|least)|non seulement|pas seulement|no (?:solo|solamente)|no (?:problem|worries|doubt|objections?)|(?:pas|aucun) (?:de )?(?:problemes?|soucis?)|(?:ningun|sin|no hay) problemas?|sans doute|sin duda|(?:ne )?manqu\p{L}+ pas de|no (?:dejaremos|dejare) de)(?!\p{L})/gu;

const always: readonly Row[] = [
  [
    'l’accord d’une autre personne',
    /\b(?:agree[sd]?(?! (?:on|upon)\b)|consents?|approv(?:e|es|al|als|ing)|sign(?:s|ed)? off|green light|go[- ]ahead|clearance|permission|authori[sz]\p{L}+|endorse\p{L}*|validat\p{L}+|decid(?:e|es|ing)|decisions?|undecided|(?:last|final) (?:word|say)|derniers? mots?|ultima palabra|(?:feu|luz) (?:vert|verde)|(?:son|leur|l'|un|cet|dernier|votre)? ?accord(?! (?:de|cadre|entre|specifique)\b)(?<!\bd'accord)|aval|approbation|approuver\p{L}*|autoris\p{L}+|valider\p{L}*|valide\b|decide(?:r|ra|ront|nt)|trancher\p{L}*|tranche|arbitr\p{L}+|visto bueno|aprob(?:ar|ara|acion|arl[oa]|arse)\p{L}*|aprueb\p{L}+|autoric?\p{L}+|decid(?:e|en|ir|ira|iran|irlo)|permiso)\b/u,
  ],
  [
    'ce qui doit d’abord avoir lieu',
    /\b(?:must|has to|have to|needs? to|ought|should|doi(?:t|vent|s)|dev(?:ons|ra|ront|rai|rons|rait)|faut|faudra\p{L}*|deb[eo]n?|debemos|debera\p{L}*|tienen? que|tengo que|tenemos que|hay que)\b.*\b(?:first|before(?:hand)?|d'abord|avant|auparavant|prealable\p{L}*|primero|antes|previamente)\b|\b(?:first|d'abord|primero|antes)\b.*\b(?:must|has to|have to|needs? to|doi(?:t|vent)|dev(?:ons|ra|ront)|faut|deben?|debemos|tienen? que|hay que)\b|\b(?:have|has|had) yet to\b|\bstill (?:to|has to|have to|needs?)\b|\bil (?:nous |me |vous )?reste a\b|\bqueda por\b/u,
  ],
  [
    'le courriel lui-même',
    /\b(?:sent|wrote|written|envoye\p{L}*|ecrit|parti|envi(?:e|ado|amos)|escri(?:to|bi))\b.*\b(?:(?:by|in) (?:error|mistake|accident)|accidentally|too (?:soon|early|fast)|par (?:erreur|megarde)|trop (?:vite|tot)|por error|sin querer)\b|\b(?:(?:tenez|tenir|tiens) (?:pas |aucun |nul )?compte|caso omiso|ignor\p{L}+|disregard|desestim\p{L}+)\b/u,
  ],
  [
    'une autre des plages',
    /\b(?:others?|autres|otr[oa]s)\b.*\b(?:as well|too|also|aussi|egalement|tambien|equally)\b/u,
  ],
];

const necessity: Row = [
  'ce qui doit avoir lieu',
  /\b(?:must|has to|have to|needs? to|ought to|should|doit|doivent|devons|devr(?:a|ai|ons|ont|ait|aient)|faut|faudra\p{L}*|deb(?:e|en|o|emos)|deb(?:er|r)(?:a|an|ia|ian|emos)|tienen? que|tengo que|tenemos que|hay que|hace falta)\b/u,
];

const unlessOfOtherMatters: readonly Row[] = [
  ['une préférence', /\b(?:rather|sooner|prefer\p{L}*|better|plutot|prefer\p{L}+|mieux|mejor|mas bien|instead)\b/u],
  necessity,
  // « C’est une simple idée. », "Treat this as a draft."
  [
    'ce que vaut ce choix',
    /^(?:(?:please|kindly|merci de|priere de|veuillez|por favor),? )?(?:consider|treat|take|regard|see|view|think of|considere[rz]|prene[zr]|prendre|traite[rz]|voyez|voir|tenez|considerar|tratar|tomar|ver)(?: (?:this|it|that|these|ceci|cela|ca|esto|eso|ce choix|this choice)\b|-(?:le|la)\b)(?!(?: as)? (?:our|my|a|the|notre|mon|une?|nuestr[oa]|mi)? ?(?:formal |official |firm |final )?(?:confirm|accept|agree|choice|choix|accord|acuerdo|eleccion))|^(?:por favor,? )?(?:consider[ae]n?|trat[ae]n?|tome?n?|vean?)l[oa]s?\b|\b(?:it|this|that|c'|ce|ceci|cela|ca|es|esto|eso|(?:our|my|notre|mon|nuestra|mi) (?:choice|choix|answer|reponse|eleccion|respuesta)) ?(?:'s |is |est |n'est |es )?(?:une? |a |un |una )?(?:just|only|merely|simply|simple|simplement|seulement|juste|que|qu'|solo|solamente|apenas|mer[oa])\b/u,
  ],
  // « Décembre aurait notre faveur. »
  [
    'un autre mois',
    new RegExp(
      `^(?:(?:le mois d['e]|the month of|el mes de|mid|early|late|mi|debut|fin|mediados de|fines de|le|the|el)[ -]?)?(?:${monthWords})\\b(?<!\\bmay(?= (?:god|allah|we|i|you|the|our|this|all)\\b))`,
      'u',
    ),
  ],
  [
    'ce qui n’est pas, ou pas encore',
    /\b(?:not|cannot|never|nothing|nobody|no one|none|neither|nor|yet|pas|plus (?:disponible|possible|la)|rien|jamais|personne n(?:e\b|(?='))|aucune?|ni|no|nada|nadie|nunca|jamas|ningun[oa]?|aun|todavia)\b|n't\b/u,
  ],
  [
    'ce qui peut changer',
    /\b(?:may|might|could (?:be|change|have)|peu(?:t|vent) (?:etre |encore )?(?:chang|boug|evolu|vari)\p{L}*|pourrai(?:t|ent)|pued[ae]n? (?:cambiar|variar)|podrian?)\b/u,
  ],
  [
    'ce qu’une autre personne dira',
    /^(?!.*\b(?:join\p{L}*|attend\p{L}*|particip\p{L}+|accompan\p{L}+|accompagn\p{L}+|acompan\p{L}+|assister\p{L}*|asistir\p{L}*|presen\p{L}+|represent\p{L}+|support\p{L}*|soutien\p{L}*|appuie\p{L}*|apoy\p{L}+|salu\p{L}+|regards|greet\p{L}*|thank\p{L}*|remerci\p{L}+|agradec\p{L}+|happy|glad|pleased|delighted|heureu\p{L}+|ravie?s?|honou?r\p{L}*|feli\p{L}+|alegr\p{L}+|cop(?:y|ied|ie|ia)|cc|add|invite|ajout\p{L}+|agreg\p{L}+|inclu\p{L}+|we (?:are|will be)|(?:nous )?(?:serons|sommes)|seremos|somos|named|called|nomme\p{L}*|i am|je suis|soy|talked|spoken?|consulted|discussed|parle|consulte|discute|hablamos|hablado|consultamos|consultado)\b).*\b(?:minist(?:ers?|res?|ros?|ras?)|deans?|doyen(?:ne)?s?|decan[oa]s?|rect(?:ors?|eurs?|rices?|ora)|(?:vice-)?(?:chancellor|chancelier)|registrar|direct(?:ors?|eurs?|rices?|ora)|superiors?|superieure?s?|boss|bosses|chefs?|jef[ea]s?|presidente?s?|presidenta|board|council|conseil|consejo|committee|comite|senate?|senado|hierarchie|gerente)\b/u,
  ],
  [
    'ce qu’on dira encore',
    /\b(?:hear from (?:us|me)|(?:nos|mes) nouvelles|noticias (?:nuestras|mias))\b|\b(?:i|we)(?:'ll| will| shall| am going to| are going to)(?: \p{L}+)? (?:call|phone|ring|write|e-?mail|text|tell|inform|advise|update|answer|reply|confirm|revert|contact|let you|get back)\b|\b(?:je|nous|on)(?: vous| en| lui| leur)*(?: (?:re)?(?:appell|telephon|ecri|di|tiend|inform|confirm|repond|contact|rev(?:ien|iend)|avis|signal|previend|fe)e?r?r(?:ai|ons|a))\b|\b(?:l[eo]s? )(?:llam(?:o|are|aremos|amos)|escrib(?:o|ire|iremos)|dir(?:e|emos)|avis(?:o|are|aremos)|confirm(?:are|aremos)|inform(?:are|aremos)|respond(?:ere|eremos))\b/u,
  ],
];

/** Whether a sentence, plain, is of what is asked for and answered. */
export function isOfProject(sentence: string): boolean {
  return ofProject.test(sentence);
}

/** What is asked for and answered: the five points, and the trade. */
const ofProject =
  /\b(?:train(?!s\b)\p{L}*|form(?:ation|ateur|atrice|er)\p{L}*|formacion|capacit\p{L}+|courses?|cours|cursos?|curricul\p{L}+|program\p{L}*|projects?|projets?|proyectos?|budgets?|presupuestos?|fund(?:s|ing|ed)?|financ\p{L}+|mine(?:s|rs?|ros?|rals?|ria)?|mini(?:ng|er|ere|eres|ers)|minas?|miners?|safety|sante|securite|seguridad|equip(?:ment|ements?|os|ment)|simulat\p{L}+|simulad\p{L}+|laborato\p{L}+|students?|etudiant\p{L}*|estudiantes?|learners?|apprenant\p{L}*|workers?|travailleu\p{L}+|trabajador\p{L}*|technici\p{L}+|tecnic\p{L}+|engineers?|ingenieu?r\p{L}*|ingeniero\p{L}*|agreements?|ententes?|convenios?|conventions?|memorandum|partner\p{L}*|partenair\p{L}*|socios?|certific\p{L}+|diplom\p{L}+|schools?|ecoles?|escuelas?|campus|materials?|materi(?:el|ales)|manuels?|manuales|experti[sz]e|needs assessment|besoins?|necesidades)\b/u;

/** How one joins and is reached, in what language, with which papers. */
const ofJoining =
  /\b(?:links?|liens?|enlaces?|zoom|teams|google|webex|skype|whatsapp|video\p{L}*|visio\p{L}*|camera|camara|webcam|microphone|audio|interpret\p{L}*|translat\p{L}+|traduc\p{L}+|languages?|langues?|idiomas?|french|english|spanish|francais\p{L}*|anglais\p{L}*|espagnol\p{L}*|espanol|ingles|frances|invitations?|invitacion\p{L}*|attach\p{L}*|(?:ci-)?joint\p{L}*|adjunt\p{L}+|documents?|documentos?|files?|fichiers?|archivos?|website|site web|pagina web|passwords?|passcode|mot de passe|contrasena|address|adresse|direccion|(?:phone|telephone|whatsapp|mobile) numbers?|numeros? de (?:telephone|telefono)|ordre du jour|orden del dia|presentation|presentacion|slides|diapo\p{L}*|platforms?|plateformes?|plataformas?|e-?mails?|courriels?|messages?|mensajes?|correos?|lettres?|letters?|recording|record|enregistr\p{L}+|grabar|grabacion)\b/u;
