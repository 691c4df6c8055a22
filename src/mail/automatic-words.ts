import { absent, anywhere, received, straight, wordsOf } from './automatic-phrases.ts';
import { type SubjectSigns, subjectSigns } from './automatic-subject.ts';
import type { Mail } from './mail.ts';
import { ownWords } from './visible-text.ts';

/** Of the text, so much is looked at. */
const maxLength = 8000;
/** No absence note or acknowledgement is longer. */
const longestNote = 1200;
/** One that says nothing but the absence. */
const shortestNote = 160;

const automatic = wordsOf('automatic');
const note = anywhere('note');
const promise = anywhere('promise');
const haste = anywhere('haste');
const unread = wordsOf('unread');
const asks = anywhere('asks');

/** « Our case number »: people give theirs, programs give ours. */
const ofTheirs =
  /(?<!\p{L})(?:my|our|mon|ma|notre|nos|mi|mis|nuestr[oa]s?|meu|minha|nosso|nossa|mein|meine|unser|unsere|mijn|onze|ons|mio|mia|nostr[oa])\s(?:\p{L}+\s){0,2}$/u;

/** Somebody else's words are reported, or it is denied. */
const reported =
  /["«“„「『]|(?<!\p{L})(?:not|n['’]t|said|says|answered|replied|replies|told|wrote|writes|states?|pas|dit|disait|répond(?:u|ait)?|écrit|indique|no|dice|dijo|respondió|não|disse|respondeu|nicht|sagt|sagte|schrieb|antwortete|non|ha risposto|niet|zegt|schreef|ليس|ليست)(?!\p{L})/u;
/** Whom to turn to in need, or with what: such a sentence asks nothing of us. */
const need =
  /urgen|urgên|emergen|immediate(?:ly)? (?:assist|attention|help)|in (?:my|our) absence|en (?:mon|notre) absence|in (?:meiner|unserer) abwesenheit|en mi ausencia|na minha aus|in mia assenza|dringend|spoed|للحالات|للضرور|お急ぎ|緊急|^(?:if you|should you|in case|for (?:any|all|other|general|further|more|questions|enquiries|assistance)|en cas|pour (?:tout|les |plus )|si vous|falls|wenn sie|bei (?:fragen|weiteren)|per (?:qualsiasi|ogni|altre|informazioni)|in caso|voor (?:vragen|andere)|als u|si (?:usted|necesita|desea|tiene)|en caso|para (?:cualquier|consultas|más)|se (?:precisar|necessitar|desejar)|em caso)(?!\p{L})|need help|have (?:any )?(?:further )?questions|(?:des|d'autres) questions/u;

/** What the words of a mail show, each looked for once. */
interface Signs extends SubjectSigns {
  /** The header names a mail that it answers. */
  linked: boolean;
  automatic: boolean;
  /** Somebody is not there … */
  gone: boolean;
  /** … and what a note says beside it, or nothing. */
  absent: boolean;
  received: boolean;
  promise: boolean;
  /** The text acknowledges, and an office promises to be quick. */
  hasty: boolean;
  unread: boolean;
  short: boolean;
  attached: boolean;
  /** A person asks, wishes or chooses something. */
  asks: boolean;
}

/** In order; the first that applies says that a program wrote it. Each wants two signs, or one with an end. */
const rules: readonly [why: string, applies: (signs: Signs) => boolean][] = [
  [
    'the subject and the words of an automatic reply',
    (s) => s.title && !s.reply && (s.linked || s.automatic || (s.absent && s.short)),
  ],
  ['the subject of an automatic reply', (s) => (s.title || s.away) && !s.reply && s.short && !s.asks],
  ['it says that it is automatic', (s) => s.automatic && !s.asks],
  [
    'the subject of an automatic reply, and its words',
    (s) => s.beginning && s.short && !s.asks && (s.gone || s.unread || (s.received && s.promise) || s.hasty),
  ],
  [
    'the end of the subject, and the words of an automatic reply',
    (s) => s.ending && !s.reply && s.short && !s.asks && (s.gone || s.unread || s.received),
  ],
  ['the words of an absence note', (s) => (s.linked || s.reply) && s.absent && s.short && !s.asks],
  [
    'the words of an acknowledgement by a program',
    (s) =>
      s.received &&
      s.short &&
      !s.asks &&
      (s.unread || ((s.linked || s.reply) && s.promise) || (s.hasty && !s.attached)),
  ],
  ['nobody reads what is answered to it', (s) => (s.linked || s.reply) && s.unread && s.short && !s.asks],
];

type Words = Pick<Mail, 'subject' | 'text' | 'inReplyTo' | 'references' | 'parts'>;

/** Why the words of a mail, without any marker, show an automatic reply; undefined when they do not. */
export function wordsSayAutomatic(mail: Words): string | undefined {
  const signs = signsOf(mail);
  return rules.find(([, applies]) => applies(signs))?.[0];
}

function signsOf({ subject, text, inReplyTo, references, parts }: Words): Signs {
  const start = straight(subject.slice(0, 300));
  // Our own letters say that they are automatic: what a person quotes of them does not count.
  const own = withoutDisclaimer(straight(ownWords(text.slice(0, maxLength))));
  const sentences = sentencesOf(own);
  const first = sentences.slice(0, 6);
  const gone = first.some((sentence) => says(sentence, absent));
  return {
    ...subjectSigns(subject),
    linked: inReplyTo.length > 0 || references.length > 0,
    automatic: sentences.some((sentence) => says(sentence, automatic)),
    gone,
    absent: gone && (note.test(own) || saysNoMore(own)),
    received: [start, ...first].some((sentence) => says(sentence, received)),
    hasty: first.some((sentence) => says(sentence, received)) && haste.test(own),
    promise: sentences.some((sentence) => promise.test(sentence) && !ofTheirs.test(lead(sentence, promise))),
    unread: sentences.some((sentence) => unread.test(sentence) && !reported.test(lead(sentence, unread))),
    short: own.length < longestNote,
    attached: parts.some(({ disposition }) => disposition === 'attachment'),
    asks: sentences.some((sentence) => asksSomething(sentence)),
  };
}

/**
 * Whether a short text stops at its statement: who concludes something from it, or sets something against it, is a
 * person; and so is who names the days that were offered (« We are not available on Friday »), or is not free.
 */
function saysNoMore(own: string): boolean {
  return own.length < shortestNote && !goesOn.test(own.replace(salutation, '')) && !namesDay.test(own);
}
const salutation = /^\s*[\p{L} .-]{1,25}[,!،、]\s/u;
const namesDay =
  /\p{N}|(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bados?|domingos?|(?:segunda|ter[çc]a|quarta|quinta|sexta)(?:-feira)?|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)s?|luned[ìi]|marted[ìi]|mercoled[ìi]|gioved[ìi]|venerd[ìi]|sabato|domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:that|those|these) (?:days?|dates?|weeks?)|(?:ces?|cette|ce) (?:jours?|journée|dates?|semaines?)[- ]?là|(?:es[ao]s?|est[ao]s) (?:d[íi]as?|fechas?|semanas?)|(?:morning|afternoon|matin|après-midi|mañana|tarde)s?)(?!\p{L})|[月火水木金土日]曜/iu;
const goesOn =
  /availab|disponib|indispon|erreichbar|verfügbar|beschikbaar|bereikbaar|raggiungibil|متاح|متواجد|[,;:،؛、]\s|(?<!\p{L})(?:but|so|and i|mais|donc|et je|pero|así que|mas|então|aber|also|deshalb|ma|quindi|maar|dus|لكن)(?!\p{L})/u;

/** Near its beginning, in its own name and not as a question. */
function says(sentence: string, pattern: RegExp): boolean {
  if (!pattern.test(sentence) || /[?？؟]\s*$/.test(sentence)) return false;
  const words = lead(sentence, pattern);
  return words.length <= 100 && !reported.test(words);
}

function lead(sentence: string, pattern: RegExp): string {
  return sentence.slice(0, pattern.exec(sentence)?.index ?? 0);
}

/** Whether a sentence, as `straight` writes it, asks, wishes or chooses something. */
export function asksSomething(sentence: string): boolean {
  if (/^\W{0,3}\d{1,2}\W{0,3}$/.test(sentence)) return true;
  return !need.test(sentence) && (/[?？؟]\s*$/.test(sentence) || asks.test(sentence));
}

/** Whether somebody asks, wishes or chooses something in the text, as people do. */
export function asksOfUs(text: string): boolean {
  return sentencesIn(text).some((sentence) => asksSomething(straight(sentence)));
}

/** The sentences of the sender's own words. */
export function sentencesIn(text: string): string[] {
  return sentencesOf(withoutDisclaimer(ownWords(text.slice(0, maxLength))));
}

/** Paragraphs cut after full stops; a line that is but a number is a choice, and one of its own. */
function sentencesOf(text: string): string[] {
  return text
    .split(/\n\s*\n|\n(?=\W{0,3}\d{1,2}\W{0,3}(?:\n|$))|(?<=\n\W{0,3}\d{1,2}\W{0,3})\n/)
    .flatMap((paragraph) => paragraph.replace(/\s+/g, ' ').split(/(?<=[.!?؟])(?<!\d\.)\s+|(?<=[。！？])/))
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** Paragraphs that a company puts under every mail say nothing of this one. */
function withoutDisclaimer(text: string): string {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph, index) => index === 0 || !disclaimer.test(paragraph))
    .join('\n\n');
}

const disclaimer =
  /\b(?:confidential|privileged|intended (?:recipient|solely|only)|confidentiel|confidentialité|destinataire(?:s)? (?:visé|exclusif|prévu)|environment before printing|avant d'imprimer|vertraulich|confidencial|riservat|vertrouwelijk|virus)/i;

/** Whether the text asks not to be answered. */
export function asksForNoReply(text: string): boolean {
  return unread.test(straight(ownWords(text.slice(0, maxLength))));
}
