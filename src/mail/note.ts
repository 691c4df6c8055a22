import { areOfAbsence, concernsUs } from './absence.ts';
import { absent, anywhere, received } from './automatic-phrases.ts';
import { listsAnswers } from './listed-answers.ts';
import { isNews, isWithUs } from './news.ts';
import { asksSomething, sentencesIn } from './sentences.ts';

/** No note is longer. */
const longestNote = 1200;
/** One that says nothing but the absence. */
const shortest = 160;
/** It begins with what it has to say. */
const first = 6;

/**
 * Whether a text has a part of a note of absence or of an acknowledgement, and nothing that anybody wants of us: somebody
 * is away or slow, something lasts until a day, something came, is read or will be answered. Programs write so, and people
 * who expect no letter.
 */
export function readsAsNote(text: string): boolean {
  const sentences = sentencesIn(text);
  const brief = sentences.join(' ').length <= shortest;
  const told = areOfAbsence(sentences, brief) || sentences.slice(0, first).some(isPart);
  return told && !wantsSomething(text);
}

/** Whether what people want is in the sender’s own words, or there are so many of them that it may be. */
export function wantsSomething(text: string, longest = longestNote): boolean {
  const sentences = sentencesIn(text);
  return sentences.join(' ').length > longest || sentences.some(isWish) || listsAnswers(text);
}

function isPart(sentence: string): boolean {
  return [absent, span, mail, later, received, haste].some((pattern) => pattern.test(sentence));
}

function isWish(sentence: string): boolean {
  return asksSomething(sentence) || isNews(sentence) || isWithUs(sentence) || concernsUs(sentence);
}

const haste = anywhere('haste');

const day =
  '(?:\\p{L}{1,4}\\s){0,3}(?:\\p{N}{1,2}(?!\\p{N})|(?:jan|feb|fév|fev|ene|m[aä]r|apr|abr|avr|ma[iy]|mei|jun|juin|giu|jul|juil|lug|aug|ago|aoû|gen|set|sep|oct|okt|ott|out|nov|dec|déc|dez|dic|mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|mié|jeu|jue|ven|vie|sam|sáb|dim|dom|gio|sab|seg|ter|qua|qui|sex|die|mit|don|fre|son|maa|din|woe|vri|zat|zon)\\p{L}*)';
/** Until a day, or back on one. */
const span = new RegExp(
  [
    `(?<!\\p{L})(?:until|through|back|returning|jusqu'(?:au|à|en)|de retour|rentre|reviens|hasta|vuelvo|regreso|at[ée]|volto|regresso|bis|ab|zurück|fino|rientro|torno|tot|terug) ${day}`,
    '(?:حتى|إلى غاية|لغاية) \\p{L}*\\s?\\p{N}|\\p{N}[月日]\\p{L}{0,4}まで',
  ].join('|'),
  'u',
);
/** Your mail, or the writer’s own, is spoken of. */
const mail =
  /(?<!\p{L})(?:your|my|our|votre|vos|mes|ma|mon|notre|nos|sus?|mis?|nuestro|seus?|sua|suas|meus?|minhas?|nosso|ihre?n?|meine?n?|unsere?n?|su[oai]|vostr[oaie]|mi[oae]|miei|nostr[oaie]|la|uw|mijn|onze) (?:\p{L}+ )?(?:e-?mails?|mails?|courriels?|messages?|messagerie|boîte|correspond[ea]nce|inbox|mailbox|voicemail|correos?|mensajes?|mensage(?:m|ns)|nachricht(?:en)?|post|posta|messaggi?o?|berichte?n?)(?!\p{L}|\s?[:：])|(?:メール|返信|回答|ご連絡)(?:を|が|は|と|いた|致)|رسال[تة]|رسائل|بريد/u;
/** It will be read or answered. */
const later = new RegExp(
  [
    "(?<!\\p{L})(?:(?:will|'ll|shall|cannot|can't|unable to|not|able to|forward to) (?:\\p{L}+ ){0,3}?(?:repl(?:y|ied)|respond|answer(?:ed)?|get back|be in touch|contact you|read|review(?:ed)?|responding|check)|expect an? (?:reply|response|answer)",
    '(?:répondr|reviendr|lir|consulter|contacter|recontacter)(?:ai|a|ons|ont)|(?:vous|y) répondre',
    '(?:responder|contestar|atender|leer|revisar|contactar|comunicar)(?:é|emos|án|á)',
    '(?:responder|atender|ler|contac?tar)(?:ei|emos|ão|á)',
    '(?:antworte|beantworte|lese|melde|melden|kümmern|antworten)|(?:risponder|contatter|legger)(?:ò|emo|à|anno)',
    '(?:beantwoord(?:en)?|reageer|reageren|antwoorden|hoort van|lees))(?!\\p{L})',
    '(?<!\\p{L})و?س(?:وف )?[أن]?(?:رد|طلع|تواصل|جيب)',
  ].join('|'),
  'u',
);
