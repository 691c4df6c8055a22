import { concernsUs, goesWithAbsence } from './absence.ts';
import { absent, anywhere, received, straight, wordsOf } from './automatic-phrases.ts';
import { type SubjectSigns, subjectSigns } from './automatic-subject.ts';
import { listsAnswers } from './listed-answers.ts';
import type { Mail } from './mail.ts';
import { isBesideTheNote, isNews, turnsElsewhere } from './news.ts';
import { asksSomething, need, plainWords, sentencesIn } from './sentences.ts';
import { tellsOfAuthor } from './third-person.ts';

/** No absence note or acknowledgement is longer. */
const longestNote = 1200;
/** One that says nothing but the absence. */
const shortestNote = 160;

const automatic = wordsOf('automatic');
const note = anywhere('note');
const promise = anywhere('promise');
const haste = anywhere('haste');
const unread = wordsOf('unread');
const busy = wordsOf('busy');
/** What that does to an answer. */
const late =
  /(?<!\p{L})(?:delay|late|slow|longer|prompt|quickly|right away|immediate|patien|bear with|may take|might take|délai|tarde|retard|rapid|immédiat|plusieurs jours|quelques jours|prendre du temps|demor|tard|retras|pacien|comprens|compreen|atras|dauern|verzöger|geduld|verständnis|später|ritard|pazien|tempo|vertrag|begrip|duren)/u;

/** « Our case number »: people give theirs, programs give ours. */
const ofTheirs =
  /(?<!\p{L})(?:my|our|mon|ma|notre|nos|mi|mis|nuestr[oa]s?|meu|minha|nosso|nossa|mein|meine|unser|unsere|mijn|onze|ons|mio|mia|nostr[oa])\s(?:\p{L}+\s){0,2}$/u;

/** Somebody else's words are reported, or it is denied. */
const reported =
  /["«“„「『]|(?<!\p{L})(?:not|n['’]t|said|says|answered|replied|replies|told|wrote|writes|states?|pas|dit|disait|répond(?:u|ait)?|écrit|indique|no|dice|dijo|respondió|não|disse|respondeu|nicht|sagt|sagte|schrieb|antwortete|non|ha risposto|niet|zegt|schreef|ليس|ليست)(?!\p{L})/u;
/** Somebody says so of what they got. */
const observed =
  /(?<!\p{L})(?:i|we) (?:\p{L}+ )?(?:understand|see|know|think|believe|notice|assume|suppose|guess|gather|realis|realiz|fear)|it (?:seems|looks|appears)|(?:je|nous) (?:\p{L}+ )?(?:vois|voyons|comprends|comprenons|constat|sais|savons|crois|croyons|pens|suppos|remarqu|note que|crain)|il semble|on dirait|(?<!\p{L})(?:entiendo|veo|sé que|creo|supongo|parece|entendo|vejo|sei que|acho|suponho|capisco|vedo|credo|sembra)(?!\p{L})|ich (?:verstehe|sehe|weiß|glaube|nehme an)|anscheinend|offenbar|ik (?:begrijp|zie|weet|denk)|أفهم|أرى|أعتقد|يبدو|ようですね|のですね/u;

/** What the words of a mail show, each looked for once. */
interface Signs extends SubjectSigns {
  /** The header names a mail that it answers. */
  linked: boolean;
  automatic: boolean;
  /** Somebody is not there … */
  gone: boolean;
  /** … and what a note says beside it, or nothing. */
  absent: boolean;
  /** … or the author is told of by name. */
  named: boolean;
  received: boolean;
  promise: boolean;
  /** The text acknowledges, and an office promises to be quick. */
  hasty: boolean;
  unread: boolean;
  /** Somebody gets too much mail, and answers late. */
  busy: boolean;
  short: boolean;
  attached: boolean;
  /** A person asks, wishes or chooses something … */
  asks: boolean;
  /** … or tells something that no note or acknowledgement does. */
  more: boolean;
  /** A word is of what people want of us. */
  wish: boolean;
  /** It is so in a sentence that does not itself tell of the program. */
  aside: boolean;
  /** There is anything but the absence, the answer to come and whom to turn to. */
  beside: boolean;
  /** … which is not even said in a word of such notes. */
  strange: boolean;
}

interface Rule {
  why: string;
  /** What shows a program: two signs, or one with an end. */
  applies: (signs: Signs) => boolean;
  /** Under these a person may speak all the same. */
  doubt?: (signs: Signs) => boolean;
}

/** In order; the first that applies says that a program wrote it. */
const rules: readonly Rule[] = [
  {
    why: 'the subject and the words of an automatic reply',
    applies: (s) => s.title && !s.reply && (s.linked || s.automatic || (s.absent && s.short)),
    doubt: (s) => !s.linked && s.more,
  },
  {
    why: 'the subject of an automatic reply',
    applies: (s) => (s.title || s.away || s.absentee) && !s.reply && s.short && !s.more,
    // No person calls a mail so, in whatever language it goes on.
    doubt: (s) => s.wish || (s.strange && !s.title && !s.absentee),
  },
  {
    why: 'it says that it is automatic',
    applies: (s) => s.automatic && !s.asks,
    doubt: (s) => s.more || (!(s.linked || s.reply) && (s.aside || s.attached)),
  },
  {
    why: 'the subject of an automatic reply, and its words',
    applies: (s) => s.beginning && s.short && !s.more && (s.gone || s.unread || (s.received && s.promise) || s.hasty),
    doubt: (s) => s.gone && (s.wish || s.strange),
  },
  {
    why: 'the end of the subject, and the words of an automatic reply',
    applies: (s) => s.ending && !s.reply && s.short && !s.more && (s.gone || s.unread || s.received),
  },
  {
    why: 'the words of an absence note',
    applies: (s) => (s.linked || s.reply) && s.absent && s.short && !s.more && !s.beside && !s.wish,
  },
  {
    why: 'it tells by name that its author is away',
    applies: (s) => (s.linked || s.reply) && s.named && s.short && !s.more,
  },
  {
    why: 'the words of an acknowledgement by a program',
    applies: (s) =>
      s.received &&
      s.short &&
      !s.more &&
      (s.unread || (s.promise && (s.linked || s.reply || (!s.beside && !s.attached))) || (s.hasty && !s.attached)),
  },
  {
    why: 'its author gets too much mail',
    applies: (s) => (s.linked || s.reply) && s.busy && s.short && !s.more && !s.beside,
  },
  {
    why: 'nobody reads what is answered to it',
    applies: (s) => (s.linked || s.reply) && s.unread && s.short && !s.more && !s.beside,
  },
];

type Words = Pick<Mail, 'from' | 'subject' | 'text' | 'inReplyTo' | 'references' | 'parts'>;

/** What the words of a mail, without any marker, show of a program. */
export interface Suspicion {
  why: string;
  /** A person may speak beside what the program says: such a mail is not to be set aside, nor to be answered. */
  doubtful: boolean;
}

/** Why the words of a mail, without any marker, show an automatic reply; undefined when they do not. */
export function wordsSayAutomatic(mail: Words): Suspicion | undefined {
  const signs = signsOf(mail);
  const rule = rules.find(({ applies }) => applies(signs));
  return rule && { why: rule.why, doubtful: rule.doubt?.(signs) ?? false };
}

function signsOf({ from, subject, text, inReplyTo, references, parts }: Words): Signs {
  const start = straight(subject.slice(0, 300));
  // Our own letters say that they are automatic: what a person quotes of them does not count.
  const own = plainWords(text);
  const sentences = sentencesIn(text);
  const first = sentences.slice(0, 6);
  const asks = sentences.some(asksSomething);
  const gone = first.some((sentence) => says(sentence, absent));
  return {
    ...subjectSigns(subject),
    linked: inReplyTo.length > 0 || references.length > 0,
    automatic: sentences.some(saysAutomatic),
    gone,
    absent: gone && (note.test(own) || saysNoMore(own) || sentences.some(turnsElsewhere)),
    named: first.some((sentence) => tellsOfAuthor(sentence, from)),
    received: [start, ...first].some((sentence) => says(sentence, received)),
    hasty: first.some((sentence) => says(sentence, received)) && haste.test(own),
    promise: sentences.some((sentence) => promise.test(sentence) && !ofTheirs.test(lead(sentence, promise))),
    unread: sentences.some(saysUnread),
    busy: first.some((sentence) => says(sentence, busy)) && late.test(own),
    short: own.length < longestNote,
    attached: parts.some(({ disposition }) => disposition === 'attachment'),
    asks,
    more: asks || sentences.some(isNews) || sentences.some(picksOne) || listsAnswers(text),
    wish: sentences.some((sentence) => concernsUs(sentence) && !need.test(sentence)),
    aside: sentences.some((sentence) => concernsUs(sentence) && !saysAutomatic(sentence)),
    beside: sentences.some(isBesideTheNote),
    strange: sentences.some((sentence) => isBesideTheNote(sentence) && !goesWithAbsence(sentence)),
  };
}

function saysAutomatic(sentence: string): boolean {
  return says(sentence, automatic) && !observed.test(sentence);
}

/** « La 2. », "Number 2 please.": in few words that end with it, one of several that were offered; no note does that. */
function picksOne(sentence: string): boolean {
  const beginning = sentence.slice(0, 80);
  return picked.test(beginning) && !namesDay.test(beginning.replace(/\p{N}/gu, ''));
}
const pickedThing =
  "(?:(?:(?:la|number|num[eé]ro|n[úu]mero|option|opci[oó]n|plage|slot|cr[eé]neau|choix|choice|horario) (?:#|n[°o]\\.? ?)?|#|n[°o]\\.? ?)[1-9]|(?:the|la|le|el) (?:premi[eè]re?|deuxi[eè]me|troisi[eè]me|seconde?|derni[eè]re?|first|second|third|last|primer[ao]?|segund[ao]|tercer[ao]?|[úu]ltim[ao])(?: (?:one|slot|plage|option|opci[oó]n|horario))?)(?:,? (?:please|pls|svp|s'il vous pla[iî]t|merci|thanks|thank you|por favor|gracias))*";
const word = "\\p{L}+['’ ,-]{1,2}";
const picked = new RegExp(`^[^\\p{L}\\p{N}#]*(?:${word}){0,5}${pickedThing}[\\s.!]*(?:$|[.!]\\s)`, 'u');

/**
 * Whether a short text stops at its statement: who concludes something from it, or sets something against it, is a
 * person; and so is who names the days that were offered (« We are not available on Friday »), or is not free.
 */
function saysNoMore(own: string): boolean {
  if (own.length >= shortestNote || goesOn.test(own.replace(salutation, '')) || namesDay.test(own)) return false;
  return !(regrets.test(own) && toCome.test(own));
}
/** Programs tell that somebody is away; who is sorry that they will be, and says no more, answers what was offered. */
const regrets =
  /(?<!\p{L})(?:malheureusement|h[ée]las|d[ée]sol[ée]e?s?|(?:je|nous) regrett\p{L}+|unfortunately|regrettably|sadly|sorry|afraid|(?:i|we) regret|lamentablemente|desgraciadamente|desafortunadamente|por desgracia|lo (?:siento|sentimos|lamento|lamentamos)|infelizmente)(?!\p{L})/iu;
const toCome =
  /(?<!\p{L})(?:serai|serons|sera|(?:will|['’]ll|shall) (?:all )?be|estar[ée]|estaremos|estarei)(?!\p{L})/iu;
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

/** Of the address that writes: people tell us of another of theirs, or of one of ours. */
function saysUnread(sentence: string): boolean {
  const words = lead(sentence, unread);
  return unread.test(sentence) && !reported.test(words) && !another.test(words);
}
const another =
  /(?<!\p{L})(?:old|former|previous|other|your|ancienne?|anciennes|autre|votre|vos|antigu[ao]|anterior|otra|su|sua|outra|alten?|andere|frühere|ihre?|vecchi[ao]|altra|vostr[ao]|oude?|uw) (?:\p{L}+ ){0,2}$/u;

/** Whether the text asks not to be answered. */
export function asksForNoReply(text: string): boolean {
  return sentencesIn(text).some(saysUnread);
}
