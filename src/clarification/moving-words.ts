import { plain } from '../model/plain.ts';

/**
 * Whether somebody who has a meeting asks for another time, or says that this one is impossible. Read in a wide sense: what
 * follows is only that other slots are offered, and the meeting stands until one is chosen.
 * @param text - The reply without its quote.
 */
export function asksToMove(text: string): boolean {
  return sentencesOf(text).some(
    (sentence) => !needless.test(sentence) && asking.some((pattern) => pattern.test(sentence)),
  );
}

/** Whether somebody who has a meeting says that it is off, without asking for another. */
export function callsOff(text: string): boolean {
  return sentencesOf(text).some(
    (sentence) =>
      !needless.test(sentence) && !uncertain.test(sentence) && off.some((pattern) => pattern.test(sentence)),
  );
}

/** The sentences of the text that name the meeting or its slot, each on its line: whatever was asked, those are about it. */
export function namingMeeting(text: string): string {
  return wholeSentences(text)
    .filter((sentence) => named.test(plain(sentence)))
    .join('\n');
}

/** Whether a person's letter, where it is quoted, asks of the meeting and of nothing else. */
export function asksOfMeeting(wholeText: string): boolean {
  const theirs = wholeText.split('\n').flatMap((line) => /^\s?>(?!\s?>)\s?(.*)/.exec(line)?.[1] ?? []);
  const questions = wholeSentences(theirs.join('\n')).filter((sentence) => sentence.trim().endsWith('?'));
  return questions.length > 0 && questions.every((question) => named.test(plain(question)));
}

/** With the lines joined that a mail program wrapped. */
function wholeSentences(text: string): string[] {
  const paragraphs = text.slice(0, longest).split(/\n\s*\n/);
  return paragraphs.flatMap((paragraph) => paragraph.replace(/\s+/g, ' ').split(/(?<=[.!?;])\s+/));
}

const uncertain = /\?|\b(?:if|si|unless|a moins|not|n'(?!aura)\p{L}+ pas|no(?! longer))\b/u;

function sentencesOf(text: string): string[] {
  return plain(text.slice(0, longest)).split(/\n+|(?<=[.!?;])\s+/);
}

/** The words by which one changes a choice, out of the text: « finalement la plage 3 », "slot 3 instead". */
export function withoutChanging(text: string): string {
  return text.replace(
    /\b(?:finalement|finally|in the end|al final|finalmente|instead(?! of)|plut[oô]t|mejor|más bien)(?!\p{L}),?/giu,
    ' ',
  );
}

const longest = 20_000;
const meeting =
  '(?:rencontres?|rendez-vous|reunions?|visioconferences?|entretiens?|plages?|creneaux?|meetings?|calls?|appointments?|slots?|reunion|cita|encuentro|llamada|horario)\\b';

const named = new RegExp(
  `\\b(?:the|our|this|your|la|le|notre|cette|votre|el|nuestra|nuestro|esta|su|l'|ce|ces|les|vos|nos) ?${meeting}(?! for\\b)`,
);

const asking: readonly RegExp[] = [
  new RegExp(`\\b(?:deplacer|reporter|remettre|repousser|decaler|devancer|avancer) .{0,40}\\b${meeting}`),
  /\b(?:une )?autre (?:date|moment|jour|heure)\b.*\?|\b(?:pouv(?:ons|ez)|pourr(?:ions|iez)|possible|souhait\w+|aimer\w+)\b.{0,60}\bautre (?:date|moment|jour|heure|plage|creneau)\b/,
  /\b(?:pourr(?:ai|ons|a)|peux|peut|pouvons|suis|sommes|serai|serons)\b.{0,12}\b(?:pas|plus)\b.{0,20}\b(?:assister|participer|disponibles?|presents?|etre la|nous joindre|venir)\b/,
  /\bempechement\b/,
  // « La rencontre de jeudi doit être reportée. », "Our call needs to be moved."
  new RegExp(
    `\\b${meeting}.{0,40}\\b(?:doit|devra|devrait|peut[- ]elle|pourrait[- ]elle|peut|pourrait|sera|est) (?:a )?(?:etre )?(?:reporte|deplace|remis|repousse|decale|devance)\\p{L}*|\\b${meeting}.{0,40}\\b(?:must|has to|needs to|should|will have to|is to|will|is) be (?:postponed|moved|rescheduled|put off)\\b|\\b${meeting}.{0,40}\\b(?:debe|tiene que|debera|hay que) (?:ser )?(?:aplaza|pospon|pospuest|posterga|reprograma|movid|cambia)\\p{L}*`,
    'u',
  ),
  /\b(?:can|could|may|must|have to|need to|like to)\b.{0,12}\b(?:postpone|reschedule)(?: (?:it|this))?(?=\s*[?.!,]|$| (?:to|until)\b)/,
  /\b(?:pouvons|pourrions|peut|pourrait|devons|faut|possible)\b.{0,15}\b(?:(?:la|le) (?:reporter|decaler|repousser|deplacer)\b|(?:reporter|decaler|repousser|deplacer)(?=\s*[?.!,]|$))/,
  /\b(?:podemos|podriamos|debemos|hay que|posible)\b.{0,12}\b(?:aplazar|posponer|postergar|reprogramar)(?:la|lo)?(?=\s*[?.!,]|$| (?:a|al|para|hasta)\b)/,
  /\b(?:do|have|start|hold|make) (?:it|this|the meeting|the call)\b.{0,25}\b(?:later|earlier)\b/,
  /\b(?:changer|modifier) (?:l'heure|la date|de date|d'heure|le moment)\b.*\?|\bchange the (?:date|time)\b.*\?|\bcambiar (?:la|el|de) (?:fecha|hora|dia)\b.*\?/,
  new RegExp(`\\b(?:move|reschedule|postpone|push back|bring forward) .{0,40}\\b${meeting}`),
  /\b(?:can|could|may|might|possible|like|need)\b.{0,40}\b(?:reschedule|another (?:time|date|day|slot)|different (?:time|date|day|slot))\b/,
  /\b(?:cannot|can't|can not|can no longer|unable to|won't be able to|will not be able to|no longer able to)\b.{0,12}\b(?:make it|attend|join|be there|meet|come)\b/,
  /\b(?:will not|won't|shall not|cannot|can't) be (?:there|present|available)\b/,
  /\b(?:let us|let's) (?:postpone|reschedule|meet (?:later|another))\b/,
  /\bno (?:estare|estaremos)\b.{0,12}\b(?:disponibles?|presentes?|ahi|alli)\b|\bn'y (?:serai|serons) (?:pas|plus)\b/,
  /\b(?:il faut|faudra|faudrait|on (?:doit|devra)|nous devrons|je dois) (?:remettre|reporter|decaler|repousser) (?:ca|cela)\b/,
  /\b(?:je suis|i am|i'm|estoy) (?:tombee? )?(?:malade|souffrante?|sick|ill|enferm[oa])\b/,
  // Nothing else is said in the sentence: it is the meeting that is meant.
  alone(
    "(?:i|we) (?:can't|cannot|can not)|(?:je ne|on ne|nous ne) (?:peux|peut|pouvons|pourrai|pourra|pourrons) (?:pas|plus)|no (?:puedo|podemos|podre|podremos)",
  ),
  alone(
    "(?:(?:ce n'est|cela n'est|this is|it is|that is|esto) )?(?:(?:pas|plus|not|no longer|ya no es|no es) (?:possible|posible)|impossible|imposible)(?: any ?more)?",
  ),
  /^¿?(?:(?:un peu|un poco|a (?:bit|little)) )?(?:plus (?:tard|tot)|later|earlier|mas (?:tarde|temprano)) ?\?/,
  new RegExp(`\\b(?:mover|reprogramar|aplazar|posponer|postergar|cambiar) .{0,40}\\b${meeting}`),
  /\b(?:podr\w+|podemos|posible|quisier\w+|necesit\w+)\b.{0,60}\botr[oa] (?:fecha|hora|horario|dia|momento)\b/,
  /\bno (?:podre|podremos|podemos|puedo|podra)\b.{0,12}\b(?:asistir|participar|estar|conectar\w*|reunir\w*)\b/,
];

const off: readonly RegExp[] = [
  new RegExp(
    `\\b(?:annuler|annulons|cancel|call off|cancelar|cancelamos|anular) .{0,25}\\b${meeting}|\\b(?:must|have to|need to|please|dois|devons|debo|debemos|tengo que|tenemos que|veuillez) (?:cancel|decline|annuler|decliner|cancelar|declinar)\\b(?:-la)?(?:[, ]+(?:sorry|desolee?s?|merci|thanks|thank you|gracias|unfortunately|malheureusement|helas|lo siento|lo sentimos|i am afraid|i'm afraid))*\\s*[.!]?$`,
  ),
  new RegExp(
    `\\b(?:the|our|this|la|notre|cette|nuestra|le|el) ${meeting} (?:is|are|has been|est|sera|a ete|queda|esta)(?: now| donc)? (?:cancell?ed|off(?! to)|called off|annulee?s?|cancelad[oa]|anulad[oa])\\b`,
  ),
  alone('(?:on|je|nous) (?:annule|annulons)|(?:i|we) (?:are )?cancel(?:ling)?|cancelo|cancelamos|anulamos'),
  alone(
    `(?:(?:i|we|je|nous) )?(?:declined?|declin(?:e|ons)|refus(?:e|ons|ee)|rechaz(?:o|amos|ad[oa])|declin(?:o|amos|ad[oa]))(?: (?:the|your|this|l'|votre|cette|la|su) ?(?:invitation|invitacion|${meeting}))?`,
  ),
  new RegExp(`\\b(?:la|notre|cette|le) ${meeting} n'aura pas lieu\\b`),
  alone(
    '(?:(?:i am|we are) no longer|(?:je ne suis|nous ne sommes) plus|ya no (?:estoy|estamos)) (?:interested|interessee?s?|interesad[oa]s?)',
  ),
  /\b(?:(?:i|we) withdraw|je retire|nous retirons|retiro|retiramos) (?:my|our|the|this|ma|notre|la|cette|mi|nuestra|esta) (?:request|demande|solicitud)\b/,
];

/** The words as a sentence of their own, but for a regret before or thanks behind. */
function alone(words: string): RegExp {
  return new RegExp(
    `^(?:(?:sorry|unfortunately|desolee?s?|malheureusement|lo (?:siento|sentimos)|lamentablemente|desgraciadamente|helas|non|no)[, ]+)*(?:${words})(?:[, ]+(?:sorry|merci|thanks|thank you|gracias|desolee?s?))?[\\s.!,]*$`,
  );
}

const needless =
  /\b(?:sans|inutile|pas besoin|pas necessaire|no need|without|not necessary|no hace falta|no es necesario|sin necesidad)\b/;
