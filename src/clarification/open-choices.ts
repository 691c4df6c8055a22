import { isAcceptance } from './acceptance.ts';
import { countWords } from './sentences.ts';
import { slotNoun } from './slot-words.ts';

/**
 * Whether a sentence, plain, leaves the choice among the slots to us, and says nothing else: « À vous de choisir »,
 * "Whatever suits you", « Cualquiera nos viene bien ».
 */
export function leavesChoice(sentence: string, names: ReadonlySet<string>): boolean {
  const left = sentence.replace(leaving, ' § ');
  return left !== sentence && isAcceptance(left, names);
}

/** Whether a sentence, plain, that speaks of a time leaves out that time, or only may mean it: « Tal vez el 2 ». */
export function leavesTimeOpen(sentence: string): boolean {
  return countWords(sentence) <= mostWords && [allBut, perhaps, byNumber].some((pattern) => pattern.test(sentence));
}

const mostWords = 8;

const ofThem = `(?: (?:d'entre (?:elles|eux)|(?:(?:des|de (?:ces|vos|celles|ceux)|of(?: (?:the|these|those|your|them))?|de (?:los|las|est[oa]s|es[oa]s|sus|ell[oa]s))(?: (?:deux|trois|quatre|cinq|two|three|four|five|dos|tres|cuatro|cinco|\\d))?)(?: (?:${slotNoun}|dates|heures|moments|options|propositions|times|hours|proposals|fechas|horas|opciones|propuestas|que proponen?))?))`;
const leaving = new RegExp(
  `(?<![\\p{L}'])(?:${[
    `(?:n'importe (?:la|le)?quel\\p{L}*|n'importe quand|peu importe(?: (?:la|le)?quel\\p{L}*)?|any|either|whichever(?: one)?|cualquiera)(?:${ofThem}| ${slotNoun})?`,
    `(?:cela|ca) (?:nous |m')(?:est|serait) egal`,
    "(?:(?:c'est|ce sera) )?a vous (?:de (?:choisir|decider|voir)|le choix)",
    "(?:c'est |ce sera )?comme (?:vous (?:(?:le |l')?(?:voulez|voudrez|preferez|prefererez|souhaitez|desirez|entendez))|(?:il |cela |ca )?vous (?:plaira|convient|conviendra|arrange|arrangera|va|sied))(?: le mieux)?",
    `(?:cell?e|celui|ce|l[ae] (?:${slotNoun}|date|moment)) (?:qui vous (?:convient|conviendra|arrange|arrangera|va|ira|sied)|que vous (?:voulez|voudrez|preferez|prefererez|choisirez))(?: le (?:mieux|plus))?`,
    'quand (?:vous (?:voulez|voudrez)|cela vous (?:convient|arrange))(?: le mieux)?',
    '(?:je|nous) vous laiss(?:e|ons|erai|erons) (?:(?:le (?:soin|choix)|la liberte)(?: (?:de|d) (?:choisir|decider))?|choisir|decider)',
    'a votre (?:(?:meilleure )?convenance|choix|guise|gre)|au choix|selon (?:vos (?:disponibilites|preferences)|votre convenance)',
    'choisissez(?:[ -](?:pour nous|vous[ -]memes?))?',
    "(?:nous nous adapt(?:ons|erons)|je m'adapte(?:rai)?)(?: a (?:vous|vos (?:disponibilites|choix)|votre (?:choix|agenda|convenance)))?",
    '(?:(?:je suis|nous sommes|(?:i am|we are|estoy|estamos|soy|somos)(?: (?:quite|very|fully|muy))?) )?(?:tout a fait )?flexibles?',
    "(?:(?:je n'ai|nous n'avons) )?(?:aucune|pas de|sans) preference",
    '(?:whatever|whichever|whenever)(?: (?:one|time|slot|day))? (?:(?:suits?|works?|fits?)|(?:is|are) (?:best|better|convenient|good|fine|easier|easiest|ok))(?: (?:you|best|better|well|most|for you|your (?:side|end|team|schedule)))*',
    "(?:(?:it is|it's|that is|that's|the choice is|this is) )?(?:(?:all )?up to you|your (?:choice|call|pick|decision))",
    'you (?:can |may )?(?:choose|decide|pick)(?: (?:one|for us|any))?|(?:choose|pick)(?: (?:one|any))? for us',
    'at your (?:(?:earliest |best )?convenience|choice)|as you (?:like|wish|prefer|please)',
    '(?:i|we) (?:will |shall )?leave (?:it|that|this|the choice|the decision) (?:up )?(?:to|with) you',
    "(?:i|we) (?:don't|do not) mind|(?:(?:i|we) have )?no (?:particular |special )?preference",
    'como (?:a (?:usted|ustedes) )?(?:(?:le|les|mejor|mas) )*(?:convenga|parezca|quede|venga|resulte|acomode|prefier[ae]n?|gusten?|quieran?|deseen?)(?: (?:ustedes|usted|mejor|mas|bien|conveniente))*',
    '(?:el|la|lo|cuando|cual(?:quiera)?)(?: que)? (?:(?:ustedes|usted|mas|mejor|le|les) )*(?:convenga|prefieran?|quieran?|elijan?|escojan?|decidan?|parezca|quede|venga|acomode)(?: (?:ustedes|usted|mejor|mas|bien))*',
    '(?:queda )?a su (?:eleccion|conveniencia|criterio|gusto|preferencia)',
    '(?:ustedes|usted) (?:eligen?|escogen?|deciden?|dicen?|mandan?)|(?:elijan?|escojan?|decidan?)(?: ustedes| usted)?(?: por nosotros)?',
    '(?:me|nos) (?:da (?:igual|lo mismo)|es indiferente)|(?:no tenemos|no tengo|sin) preferencias?',
  ].join('|')})(?![\\p{L}'])`,
  'gu',
);

/** « Tout sauf mercredi », "Everything but Wednesday", « Todos menos el miércoles » */
const allBut =
  /(?<!\p{L})(?:tou(?:t|s|te|tes)|todos?|todas?|all|every ?thing|every ?one|any ?thing|any(?: ?time| ?day| slot)?|n'importe (?:quand|(?:la|le)?quel\p{L}*)|cualquier\p{L}*)(?: \p{L}+){0,3} (?:sauf|hormis|excepte|menos|salvo|excepto|except(?: for| on)?|but(?: not)?|apart from|other than)(?!\p{L})/u;
/** « El 2, con reservas »: a day, or the second horario. */
const byNumber = /^(?:el|le) [1-9],? (?!(?:de|del|du)\b)\D+$/;
const perhaps =
  /^(?:peut[ -]etre|probablement|eventuellement|maybe|perhaps|possibly|probably|tal vez|quizas?|a lo mejor|posiblemente|probablemente)(?!\p{L})/u;
