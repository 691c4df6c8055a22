/**
 * A text, plain, with what its writer does not want blanked, letter for letter: « nous n’avons pas besoin de stages »,
 * "rather than a visit". What the writer only lacks stays: « nous n’avons pas de simulateurs ».
 */
export function withoutRefused(text: string): string {
  return text.replace(refused, (span) => ' '.repeat(span.length));
}

/** « pas seulement », "not only": wanted, and more. « pas encore » may be wanted later. */
const only = '(?! (?:seulement|uniquement|encore|que|only|just|merely|yet|solo|solamente|apenas|so)\\b)';
const wanting =
  '(?:cherch|recherch|souhait|voul|veu|desir|demand|sollicit|envisag|propos|vis|interess|attend)[a-z]*(?: plus)?';

/** Words that refuse what follows them, in French, English, Spanish, Portuguese and Arabic. */
const refusing = [
  `\\b(?:pas|plus|aucun|nul) (?:du tout )?besoins? (?:de |d'|des |du )?`,
  `\\bn(?:e |')(?:en |y |nous |vous )?${wanting} (?:pas|plus|aucune?|ni)\\b${only}`,
  `\\bn(?:e |')(?:est|sommes|suis|etes|sont) (?:pas|plus) (?:question|interesse[a-z]*|a la recherche|demandeurs?)\\b`,
  `\\bn(?:e |')(?:s'agit|s'agira|s'agirait) pas\\b${only}`,
  '\\b(?:plutot que|au lieu|hors de question)\\b',
  "(?<=[,;:(] ?(?:[-*•–] )?|\\b(?:mais|et) )(?:surtout )?(?:pas|ni) (?:de |d'|des |du )",
  "\\b(?:(?:do|does|did|will|would|are|is|am|were) not|(?:do|does|did|wo|would|are|is|were)n't|i'm not|never)(?: (?:really|actually|currently|at all))?" +
    ' (?:need|want|require|wish|seek|ask|look|looking|seeking|asking|requesting|interested|in need|after)\\b',
  '\\b(?:no need (?:for|of)|no interest in|rather than|instead of|neither|nor)\\b',
  '(?<=^|[.;:!?,(] ?|\\b(?:but|and) )(?:no|not) (?!(?:only|just|yet|later|less|more|longer|doubt|objection|problem|matter|one|idea)\\b)' +
    '(?!(?:tien|ten[eg]|hay|cont|cuent|dispon|exist|es\\b|son\\b|esta|se\\b|nos\\b|hemos|pod|pued|sab|dud|ha\\b|han\\b|he\\b|solo))' +
    '(?!(?:[a-z-]+ )?(?:budget|financ|fund|money|means|fond|presupuest|recurs))',
  '\\bno (?:necesit|busc|quer|quier|requer|requier|solicit|dese|pretend|pid)[a-z]*\\b',
  '\\bno (?:nos|me|les) interesa[a-z]*\\b|\\bno se trata de\\b|\\b(?:en lugar|en vez) de\\b|\\bni\\b|\\bsin necesidad de\\b',
  '\\bnao (?:precis|necessit|procur|busc|quer|pretend|solicit|desej)[a-z]*\\b|\\bnao se trata de\\b|\\b(?:em vez|ao inves) de\\b|\\bnem\\b',
  '(?<!\\p{L})(?:و)?لا (?:نحتاج|نريد|نبحث|نرغب|نطلب|يحتاج|يريد|يرغب)|(?<!\\p{L})لسنا بحاجة|(?<!\\p{L})بدلا من',
].join('|');

/** Where it ends: the sentence does, another begins without a stop, or something else is wanted in its place. */
const over = [
  '[.;:!?؟؛\\n]',
  '\\b(?:mais|seulement|uniquement|but|only|just|sino|pero|solo|solamente|mas|apenas|sim|porem|por el contrario|au contraire)\\b',
  "[, ](?:nous|je|j'|on|we|i|our|notre|queremos|buscamos|necesitamos|precisamos|procuramos|gostariamos|quisieramos)(?![a-z'])",
  '(?<!\\p{L})(?:بل|لكن|ولكن|فقط|نريد|نبحث|نرغب|نحتاج)(?!\\p{L})',
].join('|');

const longest = 300;
const refused = new RegExp(`(?:${refusing})(?:(?!${over})[^]){0,${longest}}`, 'gu');
