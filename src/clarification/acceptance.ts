import { accepting, attending, choosing, leading, offeredTime } from './acceptance-forms.ts';
import { courtesies } from './courtesies.ts';
import { orders } from './orders.ts';

/**
 * Whether the sentence is an acceptance and nothing else, or mere courtesy, or says nothing at all.
 * @param sentence - After `withoutPhrases`, with `§` for what names the slot and its time.
 * @param names - Plain words of the names of persons: the writer's, and those of the house.
 */
export function isAcceptance(sentence: string, names: ReadonlySet<string> = new Set()): boolean {
  return !puttingOff.test(sentence) && isMadeOf(units, sentence, names);
}

/** Whether the sentence asks for the slot and nothing else, as one politely orders: « Pourriez-vous réserver la plage 2 ? » */
export function isOrder(sentence: string, names: ReadonlySet<string> = new Set()): boolean {
  return isMadeOf(ordering, sentence, names) && !isCourtesy(sentence, names);
}

/** Whether the sentence greets, thanks or takes leave, and nothing else. */
export function isCourtesy(sentence: string, names: ReadonlySet<string> = new Set()): boolean {
  return isMadeOf(courteous, sentence, names);
}

/** Whether the sentence says that its writer will be there, and nothing but that, thanks and agreement. */
export function willAttend(sentence: string, names: ReadonlySet<string> = new Set()): boolean {
  return isAcceptance(sentence, names) && !conditional.test(sentence) && comes.test(wordsOf(sentence) ?? '');
}

/**
 * The sentence with `§` for « cette date », « the time you propose »: that of the only one on offer. As it is where the house
 * is to do something with it: « Merci de confirmer la date ».
 */
export function withOfferNamed(sentence: string): string {
  return asksUs.test(sentence) ? sentence : sentence.replace(theOffer, ' § ');
}

/** Whether a line closes a letter: « Cordialement, », « Merci, Ama », or a name alone. */
export function takesLeave(line: string, names: ReadonlySet<string>): boolean {
  return line.trim() !== '' && !greets.test(line) && isCourtesy(line, names);
}

const greets = /^(?:bonjour|bonsoir|salut|hello|hi|dear|hola|buen[oa]s|good|estimad[oa]s?|chere?s?)(?!\p{L})/u;

/** « We will confirm slot 2 » */
const puttingOff = /\b(?:will|ll|shall|would) confirm\b/;

const unitsOf = (sources: readonly string[]) => sources.map((source) => new RegExp(`(?:${source})(?: |$)`, 'uy'));
const courteous = unitsOf(courtesies);
const ordering = [...unitsOf([...orders, ...leading]), ...courteous];
const units = [...unitsOf([...choosing, ...accepting, ...attending, ...leading]), ...courteous];
const theOffer = new RegExp(
  `\\b(?!(?:your|votre|su) (?:time|day|hour|heure|jour|moment|hora|dia)\\b)${offeredTime.replaceAll('|l)', "|l')")}\\b`,
  'gu',
);
const asksUs =
  /^(?:please|kindly|pls|merci de|veuillez|priere de|svp|por favor|favor de|sirvanse)\b|^(?:book|reserve|confirm|schedule|take|pick|choose|select|note|lock|consider|put|count|choisissez|confirmez|reservez|retenez|notez|reserven?|agenden?|anoten?|confirmen?|programen?)\b/;
const comes = new RegExp(`(?:^| )(?:${attending.join('|')})(?: |$)`, 'u');
const conditional = /\b(?:if|si)\b(?! vous plait|[,.!])/;

function isMadeOf(known: readonly RegExp[], sentence: string, names: ReadonlySet<string>): boolean {
  const words = wordsOf(sentence);
  if (words === undefined || words.length > longest) return false;
  const reached = new Set([0]);
  for (const at of reached) {
    for (const unit of known) {
      unit.lastIndex = at;
      if (unit.test(words)) reached.add(unit.lastIndex);
    }
    const [word = ''] = /^\S*/.exec(words.slice(at)) ?? [];
    if (names.has(word)) reached.add(Math.min(words.length, at + word.length + 1));
  }
  return reached.has(words.length);
}

/** Nobody accepts in as many characters. */
const longest = 300;

/** Words, `§`, and a comma for whatever divides them; undefined where a sign says more than that. */
function wordsOf(sentence: string): string | undefined {
  const text = sentence
    .replace(/[:;=]-?[)d](?!\p{L})/gu, ' ')
    .replace(/\(([^()]*[\p{L}\p{N}§][^()]*)\)|\[([^[\]]*[\p{L}\p{N}§][^[\]]*)\]/gu, ' , $1$2 , ')
    .replace(/^\s*[-–—•*·]\s?/, '');
  if (saying.test(text)) return undefined;
  return text
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/\s*[,:;.!?¿¡"«»“”„&–—•·/|@-]+\s*/gu, ' , ')
    .replace(/[^\p{L}\p{N}§,]+/gu, ' ')
    .replace(/(?: ,)+/g, ' ,')
    .replace(/^[ ,]+|[ ,]+$/g, '');
}

/** A sad face, a dash behind which nothing comes, dots; ✗ and ~ strike out. The signs of agreement and joy say no more. */
const saying =
  /[:;=]['"]?-?[([{/\\|<]|[-–—]\s*[.!]*\s*$|\.\.|[()[\]<>]|[^\p{L}\p{N}\s.,:;!?¿¡'"«»“”„&/*_•·–—#@|§\p{Emoji_Modifier}✅✔√☑☺👍👌🙏😊🙂😀😃😄-]/u;
