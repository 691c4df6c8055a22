import type { Interest } from '../model/events.ts';
import { plain } from '../model/plain.ts';
import { speaksOfAnother } from './other-houses.ts';
import { bareName, isOfTheOneBefore, links, type OwnHouse, stanceOf, stanceWords } from './stance-grammar.ts';

/** What a text says of a notice; unsure: it contradicts itself, has not decided yet, or is not understood as a whole. */
export type Meaning = { said: readonly Interest[] } | 'unsure';

/** What one clause says: a yes or no alone, a condition or a postponement, something denied, or words that are none of an answer. */
type Saying = Interest | 'unsure' | 'yes' | 'no' | 'doubt' | 'denial' | 'courtesy' | 'other';

/**
 * What a partner's own words say, in French or English: an interest and a question may stand together. An empty list
 * when they say nothing of the kind. Only clauses that are understood as a whole count, and a reserve anywhere makes an
 * interest unsure: whatever is unsure is asked, never guessed.
 * @param house - What the institution is called: who is spoken of by that name is the writer.
 * @param domains - Of its addresses: « UQAT » is who writes from uqat.example.
 */
export function meaningOf(words: string, house = '', domains: readonly string[] = []): Meaning {
  const own = ownHouse(house, domains);
  const text = plain(words.slice(0, longest));
  const bare = bareAnswer.exec(text)?.[0] ?? '';
  const below = text.slice(bare.length).replace(streetLine, '');
  const signed = bare !== '' && !sentence.test(below) && !speaks(below, own);
  const found = new Set(sayings(signed ? bare : text, own));
  if (words.length > longest) found.add('doubt');
  const asks = found.has('question');
  const declared = found.has('interest') || found.has('no-interest');
  // « Oui ! Dates ? » says both; « Oui, pouvez-vous me rappeler ? » may answer no more than a call.
  if (!declared && asks && found.has('yes'))
    found.add(besideYes.test(text) && !found.has('other') ? 'interest' : 'unsure');
  if (!declared && !asks) {
    const alone = beside.every((saying) => !found.has(saying));
    for (const [word, meant] of bareAnswers) if (found.has(word)) found.add(alone ? meant : 'unsure');
  }
  const contradicts =
    (found.has('interest') || found.has('yes')) && (found.has('no-interest') || (declared && found.has('no')));
  // A refusal gives its reasons: what one has not, or cannot.
  const reserved =
    (found.has('interest') && (found.has('denial') || speaksOfAnother(text))) || (declared && found.has('doubt'));
  if (found.has('unsure') || contradicts || reserved) return 'unsure';
  return { said: order.filter((one) => found.has(one)) };
}

/** « Centre de formation professionnelle » is the CFP, too; « McGill University » is McGill. */
function ownHouse(house: string, domains: readonly string[]): OwnHouse {
  const words = plain(house).match(/\p{L}+|\p{N}+/gu) ?? [];
  const initials = words.filter((word) => !links.test(word)).map((word) => word[0]);
  const short = initials.map((_, index) => initials.slice(0, index + 1).join('')).slice(1);
  const labels = domains.map((domain) => plain(domain.split('.').at(-2) ?? ''));
  return {
    words: new Set([...words, ...short]),
    names: new Set([bareName(house), short.at(-1) ?? '', ...labels].filter((name) => name.length > 1)),
  };
}

/** A first line that holds a yes or a no alone. */
const bareAnswer =
  /^\s*(?:(?:bonjour|bonsoir|hello|hi|madame|monsieur)[^\n]{0,40}\n\s*)?(?:oui|yes|non|no)\b[^\n]{0,30}\n\s*\n/;
/** « 534, rue Jacques-Cartier Est » */
const streetLine =
  /^\s*\d{1,5}\p{L}?,? [^\n.!?]{0,20}\b(?:rue|boul|boulevard|bd|avenue|av|chemin|route|rang|montee|place|street|road|drive)\b.*$/gmu;
/** Below the name stand a function and a house; these are words of a sentence. */
const sentence =
  /(?<!\p{L})(?:je|j|nous|vous|on|ils?|elles?|ce|cela|ca|ne|n|pas|mais|non|sauf|recue?|note|we|i|you|it|they|that|this|not|no|but|don't|received|noted|is|are|est|sont|si|if|p\.?s)(?!\p{L})/u;

/** Whether lines that may be a signature say something of the answer all the same: « Oui », and below it « Sous condition ». */
function speaks(below: string, own: OwnHouse): boolean {
  return retracting.test(below) || sayings(below, own).some((saying) => saying !== 'other' && saying !== 'courtesy');
}
const retracting = /(?<!\p{L})(?:annul|cancel)/u;

const besideYes =
  /^\s*(?:(?:bonjour|bonsoir|hello|hi|madame|monsieur)[^\n.!?]{0,40}[,.!\n]\s*)?(?:oui|yes)(?: (?:merci|please|svp))?\s*[.!\n]/;

/** What a yes or a no does not stand alone with. */
const beside: readonly Saying[] = ['other', 'doubt', 'denial'];

/** The sentences that ask, as they are written, without what they say of an interest beside. */
export function askingWords(words: string): string {
  const nobody: OwnHouse = { words: new Set(), names: new Set() };
  const sentences = words.slice(0, longest).match(/[^.!?;\n]+[.!?;\n]?/g) ?? [];
  let announced = false;
  const asked = sentences.flatMap((one) => {
    const clauses = one.split(/(?<=[,:])|\b(?=(?:mais|but|et|and)\b)/i);
    const first = clauses.findIndex((clause, index) => {
      const saying = ofClause(folded(plain(clause)), nobody);
      return saying === 'question' || index === clauses.length - 1 || saying === 'other';
    });
    const rest = clauses.slice(first).join('');
    const whole = folded(plain(rest));
    const asks = /\?\s*$/.test(rest) || ofClause(whole, nobody) === 'question';
    // « Notre question : », and below it what is asked.
    const follows = announced && ofClause(whole, nobody) === 'other' && !stanceWords.test(whole);
    announced = (asks && /:\s*$/.test(rest)) || (announced && whole === '');
    return asks || follows ? [rest.replace(/^[\s,:]*(?:(?:mais|but|et|and)\b[\s,]*)?/i, '').trim()] : [];
  });
  return asked.filter(Boolean).join('\n');
}

/** Whether it asks, and says nothing beside but who asks. */
export function asksAlone(words: string): boolean {
  const asked = askingWords(words);
  const others = (words.slice(0, longest).match(/[^.!?;\n]+[.!?;\n]?/g) ?? []).filter(
    (one) => !asked.includes(one.trim()) && one.trim() !== '',
  );
  return (
    words.length <= longest &&
    others.every((one) => {
      const said = folded(plain(one));
      return (
        ofClause(said, { words: new Set(), names: new Set() }) === 'courtesy' ||
        (!/[.!;]\s*$/.test(one) && said.split(' ').length <= 5 && !stanceWords.test(said))
      );
    })
  );
}

const bareAnswers = [
  ['yes', 'interest'],
  ['no', 'no-interest'],
] as const;

/** A question takes nothing back that stands before it. */
const order: readonly Interest[] = ['interest', 'no-interest', 'question'];

const longest = 4000;

function sayings(text: string, own: OwnHouse): Saying[] {
  const labelled: Saying[] = [];
  const unlabelled = text.replace(label, (_line, value: string) => {
    const plainly = value.replace(/[^\p{L}\p{N}/%?]+/gu, ' ').trim();
    if (plainly !== '') labelled.push(stronglyYes.test(plainly) ? 'interest' : 'unsure');
    return '\n';
  });
  return [...labelled, ...sayingsOf(unlabelled, own)];
}

/** « Intérêt : élevé »: a form that the writer fills in, whose values are understood or are not. */
const label =
  /^[ \t*-]*(?:niveau d'|degre d'|manifestation d'|expression of |level of )?(?:interet|interest)(?: level| de notre part)? ?(?:[:=]|[-–—]+ )(.*)$/gm;
const stronglyYes =
  /^(?:oui|yes|confirmee?|confirmed|fort|(?:tres )?(?:eleve|grand|vif)|(?:very )?(?:high|strong)|certain)(?: (?:merci|thanks|thank you))?$/;

function sayingsOf(text: string, own: OwnHouse): Saying[] {
  const said = neutral.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);
  const found = said.match(/[^.!?;\n]+[.!?;\n]?/g) ?? [];
  return found.flatMap((one) => {
    const asks = one.endsWith('?');
    const clauses = one
      .split(/[,:]|\b(?=(?:mais|but|toutefois|cependant|however)\b)|\b(?:et|and)\b/)
      .map(folded)
      .filter(Boolean);
    let ofAnother = false;
    return clauses.flatMap((clause, index): Saying[] => {
      if (asks && index === clauses.length - 1) return ['question'];
      const saying = ofClause(clause, own);
      // « L’école voisine, elle, est intéressée »
      const declares = saying === 'interest' || saying === 'no-interest';
      if (declares && ofAnother && isOfTheOneBefore(clause)) return ['unsure'];
      ofAnother ||= saying === 'other' || saying === 'unsure' || saying === 'denial';
      // « Si nous participons, … ? » and « Oui, mais … ? » ask.
      return asks && (saying === 'unsure' || saying === 'doubt') ? [] : [saying];
    });
  });
}

/** One kind of space between words, and nothing else: « n’intéresse » is « n interesse ». */
function folded(clause: string): string {
  return clause
    .replace(/[^\p{L}\p{N}$%.&-]+/gu, ' ')
    .replace(/(?<!\p{L})-+|-+(?!\p{L})|\.$/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

function ofClause(clause: string, own: OwnHouse): Saying {
  if (settled.test(clause)) {
    if (onceSettled.test(clause)) return stanceWords.test(clause) ? 'unsure' : 'doubt';
    if (!undecided.test(clause) && !negation.test(clause)) return 'other';
  }
  return rules.find(([pattern]) => pattern.test(clause))?.[1] ?? stance(clause, own);
}

function stance(clause: string, own: OwnHouse): Saying {
  const meant = undecided.test(clause) ? undefined : stanceOf(clause, own);
  if (meant) return meant;
  if (stanceWords.test(clause)) return 'unsure';
  if (undecided.test(clause)) return 'doubt';
  return negation.test(clause) ? 'denial' : 'other';
}

/** « La question du budget est réglée », « merci d’avoir répondu à notre question », « c’est une question de temps »: asks nothing. */
const settled = new RegExp(
  [
    '\\bquestions?\\b.{0,60} (?:reglee?s?|resolue?s?|repondue?s?|close?s?|tranchee?s?|clarifiee?s?|traitee?s?|eclaircie?s?|levee?s?|settled|answered|resolved|clarified|closed|cleared|dealt with|trouve (?:sa |une |leur )?reponse)\\b',
    '\\b(?:repondu|repondant|repond(?:ait|ent|ez)?|reponses?|answer(?:s|ed|ing)?|clarif(?:ied|ying)|eclairci) (?:[\\p{L}]+ ){0,4}questions?\\b',
    '\\b(?:c est|c etait|ce n est qu|ce n etait qu|it s|it is|it was|that s|that is|that was|simple) (?:la |la une |une |a |only a )?(?:simple )?(?:question|matter) (?:de|d|du|of)\\b',
  ].join('|'),
  'u',
);

/** « Si la question est réglée, nous participons »; to want to know whether it is asks. */
const onceSettled =
  /^(?!.*(?:savoir|know|demand|reponse|answer)).*(?<!\p{L})(?:si|if|une fois|once|des que|quand|lorsque|when|as soon as|sous reserve|pourvu|provided|unless|a moins)(?!\p{L})/u;

/** In order. */
const rules: readonly (readonly [RegExp, Saying])[] = [
  [
    /^(?:oui|yes|volontiers|gladly|avec (?:grand )?plaisir|with pleasure)(?: (?:oui|yes|merci|please|svp|s il vous plait|madame|monsieur|volontiers|avec plaisir))*$/,
    'yes',
  ],
  [/^(?:non|no)(?: (?:non|no))*$/, 'no'],
  [/^(?:que|qu|who|what|where)$/, 'other'],
  [
    /^(?:nous |je |j |on |we |i |il )?(?:nous )?(?:voudr\w+|aimer\w+|souhait\w+|desir\w+|would like|d like|want|need|faudrait)(?: bien| to)? (?:savoir|connaitre|en savoir|comprendre|know|learn|understand|obtenir (?:des|plus de) (?:precisions|informations))\b/,
    'question',
  ],
  [
    /^(?:pouvez|pourriez)[ -]vous\b|^(?:could|can|would) you\b|^quel(?:le)?s? (?:est|sont|serait|seraient)\b|^combien\b|^how (?:many|much|long)\b|^what (?:is|are)\b/,
    'question',
  ],
  [
    /^questions?\b|\b(?:we|i) (?:still |also |do )?have questions\b|\b(?:une|des|quelques|deux|trois|notre|nos|ma|mes|a|one|some|few|two|our|my|la|seule) (?:[\p{L}]+ )?questions?\b/u,
    'question',
  ],
  [
    /\b(?:remerci\w+|merci|thank you|thanks|grateful)\b.*\b(?:interet|interest|collaboration|participation)\b|^(?:mais |but )?(?:merci|thank you|thanks|many thanks|bonjour|bonsoir|hello|hi|madame|monsieur|cordialement|bien a vous|salutations|sincerement|(?:best |kind |warm )?regards|dear|cher|chere|s il vous plait|svp|please)\b(?: (?:beaucoup|bien|a vous|a tous|madame|monsieur|all|distinguees|cordiales|very much|sir|so much))*$/,
    'courtesy',
  ],
];

/** Said of nothing, or against a doubt; what is left of the sentence is read. */
const neutral: readonly (readonly [RegExp, string])[] = [
  [/\bquestions? ?: ?(?:aucune?|none|non|no|nil|neant)\b/g, ' '],
  [/\b(?:sans|without)(?: aucune| autres?| any| further)* questions?\b,?/g, ' '],
  [
    /\b(?:nous )?(?:n'avons|n'ai|n'a|il n'y a|we have|have|i have) (?:plus|no more|no further|no other) (?:de |d'|aucune )?(?:autres? )?questions?\b/g,
    ' ',
  ],
  [
    /\b(?:we|i) (?:no longer have|do not have|don't have|have not|haven't) (?:any |any more |further |other |more )*questions?(?: any ?more| left)?\b/g,
    ' ',
  ],
  [/(?<=(?:^|[.!?;:,\n])\s*)plus (?:de |d'|aucune )(?:autres? )?questions?\b(?! qu)/g, ' '],
  [
    /\b(?:la|les|cette|notre|nos) questions?(?: (?:de la |de l'|des? |du |d')[a-z]+)? ne se pose(?:nt)? (?:plus|pas)\b/g,
    ' ',
  ],
  // « Intéressés? Non. » asks nobody.
  [/\b(?:interesse\w*|interested) ?\?\s*(?=(?:oui|yes|non|no|pas|not)\b)/g, ' '],
  [
    /\b(?:nous )?(?:n'avons|n'ai|avons|have|we have|y a|il n'y a)? ?(?:pas|aucune?|no|not any|pas d'autres?) ?(?:de |d'|further |other |autres? )?questions?(?: de notre part| pour (?:l'instant|le moment))?\b/g,
    ' ',
  ],
  [/\b(?:si|if) (?:vous|you) (?:avez|have) (?:des|d'autres|any|further|other)? ?questions?\b/g, ' '],
  [/\b(?:n'hesitez pas|do not hesitate|don't hesitate|feel free)\b[^.!?;\n]*/g, ' '],
  [
    /\bsans (?:reserve|hesit\w+|condition|faute)s?\b|\bsans (?:aucun|le moindre|l'ombre d'un) doute\b|\bwithout (?:reserve|hesitation|reservation|a doubt|any doubt)s?\b|\bno doubt\b|\bundoubtedly\b/g,
    ' ',
  ],
  [
    /\b(?:pas de|aucune?|no) (?:probleme|souci|contrainte|problem|issue|constraint)s?\b(?: de (?:calendrier|dates?|budget))?/g,
    ' ',
  ],
  [/,? ?\b(?:a (?:notre grand )?regret|malheureusement|helas|unfortunately|sadly|regrettably)\b ?,?/g, ' '],
  [
    /\b(?:responsable|coordonnat\w+|conseill\w+|direct\w+|chef\w*|bureau|service) (?:de |a |aux? |en |des? )?(?:la |les )?(?:collaboration|cooperation|participation)s?\b/g,
    ' ',
  ],
];

/** Conditions, postponements, what is only thought, and what others must say. */
const undecided =
  /(?<!\p{L})(?:peut-etre|perhaps|maybe|pas encore|not yet|sai[st]|savons|savent|know|not sure|unsure|might|may|eventuel\w*|potentiel\w*|possibl\w*|si|s il|if|whether|unless|until|till|jusqu|sous reserve|reserve|condition\w*|subject to|sujet(?:te)?s? a|a valider|tb[cda]|des qu\w*|hors(?! de question)|en dehors|outside|apart from|faute de|a defaut|lack of|ignor\w*|disregard|oups|oops|erreur|mistake|pass (?:this|it|them|that)|(?:this|it|them|that) on to|transmet\w*|faire suivre|forward\w*|(?:voul|souhait|aim|desir)(?:ions|ait|aient)|wanted|provided|providing|assuming|pourvu|moyennant|une fois|once|sauf|hormis|except\w*|exclu\w*|a moins|selon|depend\w*|tant que|as long as|dans la mesure|uniquement|seulement|only|a confirmer|verifi\w*|evalu\w*|etudi\w*|examin\w*|analys\w*|discut\w*|consult\w*|revien\w*|reviendr\w*|bientot|soon|limite|attend\w*|attente|wait\w*|await\w*|pending|en principe|a priori|in principle|sur (?:le )?papier|on paper|en theorie|theoriquement|in theory|theoretically|probabl\w*|likely|sans doute|pense|pensons|crois|croyons|think|believe|esper\w*|hope|supposed?|apres|after|later|plus tard|ulterieur\w*|pour l instant|pour le moment|for now|at the moment|actuellement|l an prochain|next|prochaine?s?|un jour|someday|pas sans|pas seulement|pas uniquement|pas que|pas qu|not only|non seulement|pas tous|not all|pas moins|pas mal|jamais ete|more interested|n t be more|mais|but|toutefois|cependant|however|although|though|bien que|quoique|malgre|despite|plutot|rather|instead|contrairement|unlike|comme prevu|autre part|desole\w* de ne pas)(?!\p{L})/u;

const negation =
  /(?<!\p{L})(?:ne|n|non|pas|plus|aucune?|rien|nulle?ment|jamais|guere|ni|no|not|none|neither|nor|never|t|sans|without|cannot|unable|impossible|difficile|difficult|manqu\w*|lack\w*)(?!\p{L})/u;
