import { plain } from '../model/plain.ts';
import { kindsOfHouse } from './names.ts';

/**
 * How French and English say that an institution takes part, or does not: each clause is matched as a whole, so that
 * what is not foreseen is asked rather than guessed. All plain.
 */

/** A clause that says so, and nothing beside. */
export type Stance = 'interest' | 'no-interest';

/** What the institution that writes is called. */
export interface OwnHouse {
  /** Of its name: with them, « le Cégep de l’Harricana » is the writer. */
  words: ReadonlySet<string>;
  /** What it is called as a whole without saying what kind of house it is, as `bareName` has it, and its acronyms. */
  names: ReadonlySet<string>;
}

/** « Université McGill », « McGill University »: « mcgill ». */
export function bareName(name: string): string {
  const words = plain(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !links.test(word) && !kindsOfHouse.has(word)).join(' ');
}

export function stanceOf(clause: string, own: OwnHouse): Stance | undefined {
  const said = clause.replace(lead, '');
  const readings = [clause, said, withoutUs(said, own)];
  return grammar.find(([predicate]) =>
    readings.some((words) => predicate.test(words) && describes(words.replace(predicate, ''))),
  )?.[1];
}

/** Whether the clause has no subject of its own, and a verb in the third person: who is meant stands before. */
export function isOfTheOneBefore(clause: string): boolean {
  return ofTheOneBefore.test(clause.replace(lead, ''));
}

/** Without the writer, or the institution, before what is said of it; of anybody else nothing is concluded. */
function withoutUs(said: string, own: OwnHouse): string {
  const rest = said.replace(us, '');
  if (rest !== said) return rest;
  const [subject = '', bare = ''] = namedAlone.exec(said) ?? [];
  if (bare !== '' && own.names.has(bareName(bare))) return said.slice(subject.length);
  const [whole = '', possessive, name = ''] = house.exec(said) ?? [];
  const words = name.split(/[ -]/);
  const bound = words.findIndex((word) => /^(?:de|d|du|des|of|for|en)$/.test(word));
  const named = possessive && bound > 0 ? words.slice(0, bound) : words;
  const known = named.every((word, index) => own.words.has(word) || links.test(word) || (index === 0 && possessive));
  return known && (possessive !== undefined || named.some((word) => own.words.has(word)))
    ? said.slice(whole.length)
    : said;
}

/** Whether nothing follows but the matter that is spoken of, and what describes it. */
function describes(rest: string): boolean {
  const more = rest.replace(about, '').trim();
  return more === '' || (more.length < rest.trim().length && !subordinate.test(more));
}

/** Words of which an answer is made: where they stand in a clause that is not understood as a whole, it is asked. */
export const stanceWords =
  /^(?:oui|yes|non|no)\b|\binteret|\binteress(?!ant)|\binterest(?!ing)|\b(?:desinteress|uninterest)|\bparticip|\bdonn\w+ (?:pas |plus )?suite|\bcandidat|\bcollabor|\bsoumett|\bpartante?s?\b|\bpreneu[rs]|\bdeclin|\bnous abst|\bdesist|\brefus|\bannul|\bcancel|\bwithdr|\bretir|\bremove\b|\bcompte[zr]|\bcount us\b|\bembarqu|\bpass(?:ons|erons|er)\b|\b(?:will|to) pass\b|\bvolontiers\b|\bpour nous\b|\bfor us\b|\bconcern|\bcorrespond|\bs'applique|\btake part\b|\bprendre part\b|\bprenons part\b|\b(?:we are|we're|are) (?:in|out)\b|\bnous en sommes\b/;

const lead = new RegExp(
  `^(?:(?:${[
    'oui|yes|comme|puisque|vu que|etant donne que|as|since|because|given that|bonjour|bonsoir|hello|hi|merci|thanks|thank you|en fait|finalement|apres reflexion|actually|in fact|bien sur|of course|certainement|certainly|absolument|absolutely|avec (?:grand )?plaisir|desoles?|sorry|donc|so|alors|aussi|pour notre part|de notre cote|par la presente|en reponse a (?:votre|ce|la) (?:courriel|bulletin|fiche|demande|message|envoi)',
    '(?:je|nous|on|i|we) (?:vous |te )?(?:confirm\\w*|inform\\w+|annonc\\w+|ecri[st]\\w*|(?:am |are )?writing)(?: you)?(?: pour (?:vous )?(?:dire|confirmer|signaler))? (?:que|qu|that|to (?:say|confirm) that)',
    "(?:j'ai|nous avons) le (?:grand )?plaisir de vous (?:informer|annoncer|confirmer) (?:que|qu)",
  ].join('|')})[^\\p{L}]+)*`,
  'u',
);
const us = /^(?:nous|on|je|j|we|i) /;
const kind =
  '(?:cegep|college|universite|university|centre|center|cfp|css|ecole|school|etablissement|institution|institut|institute|commission scolaire|faculte|faculty|departement|department|service|direction|equipe|team|organisme|organisation|organization)';
const verb =
  'ne|n|est|sera|serait|seront|souhait\\w*|desir\\w*|veut|voudr\\w*|aimer\\w*|particip\\w*|collabor\\w*|donn\\w+|soumett\\w*|manifest\\w*|confirm\\w*|exprim\\w*|declin\\w*|refus\\w*|pass\\w*|prend\\w*|a|is|are|will|would|wishes|wants|can|cannot|won|do|does|don|doesn|has|have|isn|aren|declines|se|vous';
/** « L’UQAT … », « McGill … » */
const namedAlone = new RegExp(
  `^(?:le |la |l |the )?((?:[\\p{L}\\p{N}.&-]+ ){1,8}?)(?=(?:${verb}|interess\\w*|partante?s?|preneu\\w+)\\b)`,
  'u',
);
/** « Notre cégep … », « le Cégep de l’Harricana … », up to the verb; « notre établissement voisin » is found too. */
const house = new RegExp(
  `^(?:(notre|nos|our|my|mon) (?:petite? |grande? |own |propre |whole )?|(?:le |la |l |the )?)(${kind}(?:(?! (?:${verb})\\b) [\\p{L}\\p{N}.&-]+){0,8}) (?=(?:${verb}|interess\\w*|partante?s?|preneu\\w+)\\b)`,
  'u',
);
export const links = /^(?:de|d|du|des|la|le|les|l|a|au|aux|en|et|of|the|and|at|in)$/;
const ofTheOneBefore = new RegExp(
  `^(?:${verb.replace('|se|vous', '')})\\b(?! (?:sommes|suis|pouvons|souhaitons|avons|serons|participons|participerons))`,
);
const adverb =
  '(?:(?:tres|bien|vraiment|particulierement|fort|vivement|toujours|effectivement|certainement|absolument|extremement|tout a fait|aussi|egalement|plus que jamais|donc|very|much|very much|indeed|definitely|really|quite|keenly|highly|also|certainly|gladly|happily|still|all) )*';
const matter =
  '(?:demandes?|fiches?|projets?|offres?|appels? (?:de|d|a) (?:projets?|propositions?|offres?|candidatures?)|propositions?|dossiers?|missions?|activites?|formations?|collaborations?|initiatives?|opportunites?|occasions?|visites?|stages?|besoins?|mandats?|programmes?|aventure|partenariats?|requests?|projects?|calls? for \\w+|opportunity|opportunities|notices?|proposals?|training|missions?|program(?:me)?s?|visits?|partnerships?|celles?-ci|celui-ci|ceux-ci|celle la|it|this|these|this one|both|ca|cela|lui|elle)';
const which =
  '(?:(?:ce|cet|cette|ces|la|le|l|toutes les|tous les|les(?= deux| trois| (?:demandes|fiches|projets|offres) suivant)|votre|vos|toutes|tous|toute|tout|deux|trois|this|these|the|your|both|all|of|of the|two|three|de|d|du|present|presente|premiere?|deuxieme|seconde?|first|second) )*';
const doing =
  '(?:y )?(?:participer|participation|collaborer|collaboration|prendre part|contribuer|soumettre (?:notre |sa |une )?(?:candidature|offre|proposition)|offrir|donner|accueillir|realiser|participat(?:e|ing)|collaborat(?:e|ing)|tak(?:e|ing) part|contribut(?:e|ing)|join(?:ing)?|host(?:ing)?|offer(?:ing)?|giv(?:e|ing)|deliver(?:ing)?)';
/** What one is interested in: the matter, and whatever describes it. */
const about = new RegExp(
  `^(?: (?:(?:par|a|au|aux|dans|pour|en|in|to|with|for|de|d|sur|avec|by)(?: ${which}(?:${matter}|${doing})|(?= ?$))|${which}${matter}|(?:a|de|d|in|to) ${doing}|suivante?s?|beaucoup|vivement|enormement|grandement|vraiment|avec (?:grand |beaucoup de )?(?:plaisir|interet|enthousiasme)|volontiers|gladly|very much|a lot|for us|pour nous|with pleasure|cette (?:fois|annee)(?:-ci| ci)?|this (?:time|year)(?: around)?|at this time|thanks|thank you|merci(?: beaucoup)?|non plus|either|au plus haut (?:point|niveau|degre)|(?:de|pour) (?:notre|ma) (?:cote|part)|(?:on|from) (?:our|my) (?:side|end|part))(?!\\p{L}))*`,
  'u',
);
const like =
  '(?:souhait\\w+|desir\\w+|voul\\w+|voudr\\w+|veut|veulent|aimer\\w+|would like|wish(?:es)?|wants?|d like|d love|would love|(?:would|d|will|ll) be (?:very )?(?:happy|pleased|glad|delighted|thrilled)|ser(?:ons|a|ai|ait|ions) (?:tres )?(?:heureux|heureuses?|ravie?s?|contents?|enchantes?)|(?:sommes|suis|est) (?:tres )?(?:heureux|heureuses?|ravie?s?|prete?s?|disposee?s?)|(?:are|am|is) (?:very )?(?:happy|pleased|glad|delighted|ready|willing))';
const part =
  '(?:y )?(?:participer|participons|participerons|participera|participe|collaborer|collaborerons|collaborera|collaborons|prendre part|prendrons part|prenons part|donner(?:ons|a)? suite|donnons suite|repondre favorablement|(?:poser|posons|soumettre|soumettons|soumettrons|deposer|deposons|deposerons) (?:notre |sa |une |ma )?(?:candidature|offre|proposition)|manifester (?:notre|son|mon) interet|contribuer|contribuerons|en etre|faire partie|embarquer|participate|take part|collaborate|join|apply|be part|express our interest|contribute)';
const being =
  '(?:sommes|suis|est|serions|serais|serait|serons|sera|etant|se (?:montre|dit|declare)|are|am|is|being|would be|will be|re|m)';
const keen =
  '(?:(?:interesse(?:e|s|es)?|interested|partante?s?|preneu(?:rs?|ses?)|volontaires?|candidate?s?|keen|enthousiastes?|de la partie|on board)(?: et (?:disponibles?|disposes?))?)';
const it =
  '(?:cela|ce|ca|ceci|cette (?:demande|offre|fiche|proposition|mission|formation|activite|opportunite)|ces (?:demandes|fiches|projets)|ce (?:projet|dossier|mandat|stage)|le projet|la demande|l offre|la fiche|this|this (?:request|project|one|notice|opportunity)|the (?:project|request)|that|it|celle-ci|celui-ci)';
const pas = '(?:pas|plus|point|aucunement|nullement|guere|jamais)';

/** Apostrophes are spaces here: « n intéresse », "aren t". */
const says = (predicate: string) => new RegExp(`^(?:${predicate})(?!\\p{L})`, 'u');

const grammar: readonly (readonly [RegExp, Stance])[] = [
  // Refusals first: they hold the words of the others.
  [
    says(
      `(?:ne |n )${being} ${pas} ${adverb}(?:${keen}|en mesure (?:de|d) ${part}|en position (?:de|d) ${part}|disponibles? pour (?:${which}${matter}))`,
    ),
    'no-interest',
  ],
  [
    says(
      `${being} (?:not|n t|no longer) ${adverb}(?:${keen}|able to ${part}|in a position to ${part}|available for (?:${which}${matter}))`,
    ),
    'no-interest',
  ],
  [says(`(?:aren|isn) t ${adverb}(?:${keen}|able to ${part})`), 'no-interest'],
  [says(`(?:pas|plus|non|not|no longer|nullement|aucunement) ${adverb}(?:${keen}|d interet)`), 'no-interest'],
  [
    says(`(?:ne |n )(?:avons|ai|a|avions|portons|porte|voyons) (?:pas|plus|aucun|nul) ?(?:d |de |l )?interet`),
    'no-interest',
  ],
  [says(`(?:have|has) no interest`), 'no-interest'],
  [says('(?:sans|aucun|pas d|nul|no|zero) ?(?:interet|interest)'), 'no-interest'],
  [says('(?:interet|interest) (?:nul|none|aucun|zero|: none|: aucun)'), 'no-interest'],
  [
    says(`${it} ${adverb}(?:ne |n )(?:nous |m |l )?(?:interesse(?:nt)?|concerne(?:nt)?) ${pas}(?: ${kind})?`),
    'no-interest',
  ],
  [
    says(
      `${it} (?:doesn t|does not|don t|do not|isn t|is not) (?:interest us|concern us|for us|of interest(?: to us)?)`,
    ),
    'no-interest',
  ],
  [
    says(
      `(?:aucune? (?:de )?(?:ces|cette|des|ce)? ?(?:demandes?|fiches?|projets?)|rien) ne? ?(?:nous |m |n )?(?:interesse|concerne)`,
    ),
    'no-interest',
  ],
  [
    says('(?:rien pour nous|nothing for us|none of (?:these|them)(?: interests? us| is for us| are for us)?)'),
    'no-interest',
  ],
  [says(`${it} (?:ne |n )(?:est|sont) ${pas} pour nous`), 'no-interest'],
  [says('(?:pas (?:vraiment )?pour nous|not (?:really )?for us)'), 'no-interest'],
  [
    says(
      `(?:${it} )?(?:ne |n )(?:correspond(?:ent)?|s applique(?:nt)?|convien(?:t|nent)) (?:pas|plus|guere)(?: (?:bien|vraiment))? a (?:nos|notre) (?:programmes?|offre|missions?|mandats?|expertises?|besoins|domaines?|champs?|competences?|activites|orientations|priorites|creneaux?|formations?|specialites?|secteurs?|realite|capacites)(?: (?:de|d|du|des|en) [\\p{L}]+| actuel\\w*){0,2}`,
    ),
    'no-interest',
  ],
  [says(`(?:ne |n )${like} ${pas} ${part}`), 'no-interest'],
  [says(`(?:ne |n )(?:y )?(?:pouvons|peut|pourrons|pourra|puis) (?:pas|plus|guere|point) ${part}`), 'no-interest'],
  [
    says(`(?:ne |n )(?:y )?${part.replace('(?:y )?', '')} (?:pas|plus|point)(?: (?:de )?(?:candidature|suite|part))?`),
    'no-interest',
  ],
  [
    says(
      `(?:ne |n )(?:donn(?:ons|erons|era|e)|prend(?:rons|ra)|prenons|soumett(?:ons|rons|ra)|pos(?:ons|erons)|depos(?:ons|erons|era)) (?:pas|plus|aucune) (?:de )?(?:suite|part|candidature|offre|proposition)`,
    ),
    'no-interest',
  ],
  [says(`(?:do not|don t|does not|doesn t|no longer) (?:wish|want|intend|plan) to ${part}`), 'no-interest'],
  [says(`(?:will|can|are|would) ?(?:not|n t) ?(?:be able to )?${part}`), 'no-interest'],
  [says(`(?:cannot|can t|won t|are unable to|is unable to|will be unable to) ${part}`), 'no-interest'],
  [
    says(
      `(?:devons |devrons |preferons |must |have to |has to |prefer to |wish to |would like to )?(?:malheureusement |respectfully )?(?:declin(?:ons|er|e|erons)|decline|nous abstenir|nous abstenons|s abstenir|nous desister|nous desistons|refus(?:ons|er|e)|pass(?:ons|er|erons|e) (?:notre|mon|son) tour|sit this one out)(?: (?:l|cette|votre|the|this|your) (?:offre|invitation|offer|one|fois(?:-ci| ci)?))?`,
    ),
    'no-interest',
  ],
  [says(`(?:will|ll) (?:have to )?decline`), 'no-interest'],
  [says('(?:will |ll |shall )sit this one out'), 'no-interest'],
  // What is passed to somebody is not passed over.
  [
    /^(?:(?:will|ll|would|have to|must|devons|devrons|preferons|prefer to) (?:have to )?)?(?:pass|passons|passerons)(?: (?:on )?(?:this|that|it|it up|this one|this request|this opportunity|cette demande))?(?: (?:cette fois(?: ?-? ?ci)?|this time(?: around)?|for us))?$/,
    'no-interest',
  ],
  [
    says(
      `(?:retir|annul)(?:ons|e|er) (?:notre|son|ma|mon) (?:manifestation d interet|interet|candidature|participation|offre)`,
    ),
    'no-interest',
  ],
  [says(`withdraw our (?:interest|offer|participation|expression of interest)`), 'no-interest'],
  [/^il est hors de question (?:de |que nous )(?:participer|participions|collaborer)\b/u, 'no-interest'],
  [says('(?:c est|ce sera|ce n est|it is|it s|that is|that s) ?(?:un |a )?(?:non|no)'), 'no-interest'],
  [
    says(
      '(?:non merci|no thanks|no thank you|count us out|ne comptez pas sur nous|ne nous comptez pas(?: parmi .*)?|we are out|we re out)',
    ),
    'no-interest',
  ],
  [says(`(?:sommes|est) desinteresse(?:e|s|es)?`), 'no-interest'],
  [says(`${being} ${adverb}${keen}`), 'interest'],
  [says(`${adverb}${keen}`), 'interest'],
  [says('(?:manifestation d |expression of )?(?:interet|interest)(?: confirme| confirmed)?(?= ?$)'), 'interest'],
  [says(`${like}(?: ${adverb}|  ?)?(?: ?(?:de|d|to))? ${adverb}${part}`), 'interest'],
  [says(`(?:(?:will|shall|ll|would) )?${adverb}${part}`), 'interest'],
  [
    says(
      `(?:vous |hereby )?(?:manifest\\w+|confirm\\w*|exprim\\w+|declar\\w+|signal\\w+|avons|ai|a|have|has|express|register) (?:par la presente )?(?:notre|our|un|son|an|mon|my|a) ?(?:vif |grand |strong |reel |great |tres grand )?(?:interet|interest)`,
    ),
    'interest',
  ],
  [
    says(
      `(?:souhaitons|voulons|desirons|tenons a|wish to|would like to|souhaite|desire) (?:vous )?(?:manifester|exprimer|confirmer|signaler|signifier|declarer|express|confirm|register) (?:notre|our|son|mon) ?(?:vif |grand |strong )?(?:interet|interest|participation)`,
    ),
    'interest',
  ],
  [says(`${it} ${adverb}(?:nous |m )?interesse(?:rait|nt|raient)?(?: (?:notre|le|la) ${kind})?`), 'interest'],
  [says(`${it} ${adverb}(?:interests?|is of interest to|would interest) (?:us|me|our ${kind})`), 'interest'],
  [
    says(
      `(?:comptez[- ]nous dedans|(?:vous pouvez )?(?:compte[zr]|comptez[- ]nous)(?: sur nous|[- ]nous)?(?: parmi (?:les |vos )?(?:participants|interesses))?|(?:please )?count (?:us|our ${kind}) in|we are in|we re in|we are on board|we want in|sign us up|put us down|inscri(?:vez|re)[- ]nous|ok pour nous|nous embarquons|on embarque|nous en sommes|nous sommes de la partie)`,
    ),
    'interest',
  ],
  [says('(?:c est|ce sera|ce serait|it is|it s|that is|that s) ?(?:un |a )?(?:oui|yes)'), 'interest'],
];

/** What follows a matter may describe it; a sentence of its own there is not understood. */
const subordinate =
  /(?<![\p{L}])(?:qui|que|qu|dont|ou|or|lorsque|quand|when|which|that|who|nous|we|us|je|i|vous|you|ils?|elles?|they|ne|n|pas|not|no|sans|without|aucune?|rien|nul|none|ni|nor|peu|moins|less|autre|other|plutot|rather|than|has|have|been|be|is|are|est|sont|a l exception|hesit\w*|manqu\w*|miss\w*|rater|refus\w*|declin\w*|dire|say|doute|doubt|oui|yes|non|dernier\w*|last|previous|precedent\w*|ancien\w*|old|former|prochaine?s?|next|visites?|rencontres?|reunions?|meetings?|appels?|calls?|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day|demain|tomorrow|(?:le|at|on|du|au|a) \d+)(?![\p{L}])/u;
