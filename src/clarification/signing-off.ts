import { isDisclaimer } from '../mail/disclaimer.ts';
import { plain } from '../model/plain.ts';
import { isCourtesy } from './acceptance.ts';
import { startOfFarewell } from './farewells.ts';
import { signs } from './signing-names.ts';

/** The lines up to the formula on a line of its own with which a mail ends. */
export function withoutClosing(lines: readonly string[]): string[] {
  const end = lines.findIndex((line, index) => index > 0 && isClosing(line));
  return end < 0 ? [...lines] : lines.slice(0, end);
}

/** What the paragraphs below the last answer say to us, without who signs; empty where they only sign. */
export function asideIn(lines: readonly string[], names: readonly string[]): string {
  const closed = withoutClosing(['', ...lines]);
  const begins = closed.findIndex((line) => line.trim() !== '');
  if (begins < 0 || drawn.test(closed[begins] ?? '') || isSignature(lines, names)) return '';
  return closed
    .slice(0, startOfSignature(closed, begins, names))
    .join('\n')
    .trim();
}

/**
 * The lines of the last answer without what else ends a mail: a drawn line, a postscript, a paragraph that speaks to us, or
 * who signs.
 * @param lines - The first is what stands beside the title.
 * @param names - Who may sign.
 */
export function withoutEnding(lines: readonly string[], names: readonly string[]): string[] {
  const closed = withoutClosing(lines);
  const begins = closed.findIndex((line) => /[\p{L}\p{N}]/u.test(line));
  const end = closed.findIndex((line, index) => {
    if (index <= begins || begins < 0) return false;
    return drawn.test(line) || postscript.test(plain(line)) || (opens(closed, index) && speaksToUs(plain(line)));
  });
  const said = end < 0 ? closed : closed.slice(0, end);
  return withoutFarewell(said.slice(0, startOfSignature(said, begins, names)), names);
}

/**
 * The first of the lines that sign a mail: who writes, with office, house, telephone and address, below a closing formula or
 * not; the number of lines where nobody does.
 * @param mayChoose - Whether a line may be a word of the letter itself, as « Merci » and « 2 » are: it is no name.
 */
export function signatureIn(
  lines: readonly string[],
  names: readonly string[],
  mayChoose: (line: string) => boolean,
): number {
  const begins = lines.findIndex((line) => line.trim() !== '');
  const closed = lines.findIndex((line, index) => {
    if (index <= begins || !isClosing(line)) return false;
    const below = lines.slice(index + 1).filter((each) => each.trim() !== '');
    return below.length > 0 && !mayChoose(below[0] ?? '') && below.every(isOfSignature);
  });
  const named = startOfSignature(lines, begins, names, mayChoose);
  return closed < 0 ? named : Math.min(closed + 1, named);
}

/** Whether these lines are nothing but who signs. */
export function isSignature(lines: readonly string[], names: readonly string[]): boolean {
  const [first, ...others] = withoutClosing(['', ...lines]).filter((line) => line.trim() !== '');
  if (first === undefined) return true;
  return signs(first, names) !== undefined && others.every(isOfSignature);
}

export function isClosing(line: string): boolean {
  const words = plain(line).trim();
  return words.length <= longestFormula && closing.test(words);
}

const longestFormula = 250;

const formulas: readonly string[] = [
  '--',
  '(?:bien |tres )?(?:cordialement|amicalement|respectueusement|sincerement)(?: (?:votre|v[oô]tre|a vous))?',
  '(?:bien )?a vous|au plaisir\\b.*',
  '(?:(?:avec|recevez|agreez|je vous prie|nous vous prions|veuillez)\\b.*|(?:(?:meilleures|sinceres|cordiales|respectueuses|nos|mes) )+)?(?:salutations|sentiments|consideration)\\b.*',
  "dans l'attente d.*",
  "(?:merci|mil gracias|(?:muchas )?gracias|(?:many )?thanks|thank you)(?: (?:d'avance|par avance|beaucoup|very much|so much|again|in advance|a lot|de antemano|por su atencion))*",
  '(?:(?:with|and) )?(?:(?:my|our|very) )*(?:best|kind(?:est)?|warm(?:est)?|sincere|all the best)(?: (?:regards|wishes|greetings))?(?: (?:from|to) .*|, \\p{L}+)?',
  '(?:regards|cheers|sincerely|respectfully|faithfully|cordially)(?: yours)?|yours\\b.*|(?:i |we )?look(?:ing)? forward\\b.*',
  '(?:(?:reciba|reciban|con|un|con un)\\b.*)?(?:saludos?|abrazos?)\\b(?: (?:cordial(?:es)?|afectuosos?|atentos?))?|(?:muy )?(?:atentamente|cordialmente|respetuosamente)',
  '(?:\\p{L}+ ){0,4}(?:salutations|regards|saludos|greetings|amities|blessings)(?: \\p{L}+){0,4}',
  "bonne (?:journee|soiree|semaine|continuation|reception|fin (?:de|d').*)|have a \\p{L}+ (?:day|week|weekend|evening)(?: ahead)?",
  '(?:que tengan? (?:un )?)?(?:buen|feliz) (?:dia|fin de semana)|sin otro particular\\b.*|atte\\.?|god bless(?: you)?(?: all)?',
  "thanking you\\b.*|(?:for (?:and )?)?on behalf of (?:(?!\\b(?:we|i)\\b)[^.,]){3,50}|(?:pour et )?au nom d[eu'](?:(?!\\b(?:nous|je)\\b)[^.,]){3,50}",
  '(?:sent|envoye|enviado) (?:on behalf|by|for|au nom|par|de la part|por|en nombre)\\b.*',
  '(?:quedo|quedamos) (?:atent|a la espera|a su disposicion|pendiente).*|(?:en|a la) espera de .*',
];
const closing = new RegExp(`^(?:${formulas.map((formula) => `(?:${formula})`).join('|')})[\\s,.!]*$`, 'u');

/** Without the formula that closes the last line, and who signs behind or below it: « June 2027. Thanks, Ama ». */
function withoutFarewell(lines: readonly string[], names: readonly string[]): string[] {
  for (const [index, line] of lines.entries()) {
    const at = line.trim() === '' ? undefined : startOfFarewell(line, names, isClosing);
    if (at === undefined || !lines.slice(index + 1).every(isOfSignature)) continue;
    const said = line.slice(0, at).trimEnd();
    if (/[\p{L}\p{N}]{2}/u.test(said)) return [...lines.slice(0, index), said];
    if (lines.slice(0, index).some((above) => /[\p{L}\p{N}]/u.test(above))) return lines.slice(0, index);
  }
  return [...lines];
}

/** The lines without what underlines the title. */
export function withoutRule([beside = '', ...lines]: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  return [beside, ...(beside === '' && drawn.test(lines[first] ?? '') ? lines.slice(first + 1) : lines)];
}

const drawn = /^\s*(?:[_=*~#-]{3,}|[—–]{2,})\s*$/;
const postscript = /^(?:p\.?[- ]{0,2}[sd](?![\p{L}\d])|post[- ]?scriptum)(?: ?[.:,–—-]| )/u;

/** Whether a paragraph or a sentence begins there: a line that a program broke does not. */
function opens(lines: readonly string[], index: number): boolean {
  const [before = '', line = ''] = [lines[index - 1], lines[index]];
  return /^\P{L}*\p{Lu}/u.test(line) && (before.length < longLine || /[.!?]\s*$/.test(before));
}

const longLine = 55;

/** Thanks, questions and requests that an answer does not hold; plain. */
function speaksToUs(words: string): boolean {
  const courteous = words.trim().split(/\s+/).length > 2 && isCourtesy(words);
  return courteous || howToReach.test(words) || (toUs.test(words) && !toBeNoted.test(words));
}

const toBeNoted = /^\W*(?:please|kindly|veuillez|merci de|favor) (?:do )?(?:not\p{L}*|tomar nota|prendre note)\b/u;
const howToReach =
  /^\W*(?:please |kindly |veuillez |merci de )?(?:note|noter|notez|tomar nota de) (?:my|our|mon|notre|nos|mis?|nuestr\p{L}+) (?:\p{L}+ ){0,2}(?:number|address|e-?mail|phone|numero|adresse|courriel|telephone|correo)\b/u;
const us = '(?:you|your|vous|votre|vos|usted(?:es)?|les?|sus?)';
/** What of our questions is not answered yet. */
const remaining =
  '(?:(?:the|le|el) rest[eo]?\\b|(?:les|the|los|las) (?:autres|other|remaining|missing|otr[oa]s|demas) (?:points|answers|questions|details|information|reponses|precisions|renseignements|puntos|respuestas|preguntas|datos)|lo (?:demas|que falta)|la suite|ce qui manque)';
const enquiries =
  '(?:questions?|details?|precisions?|informations?|renseignements?|dudas?|preguntas?|consultas?|aclaraci\\p{L}+|informacion|clarifications?)';
const toUs = new RegExp(
  `^[^\\p{L}]*(?:${[
    '(?:could|can|would|will|may|might) (?:you|i|we)\\b.*\\?',
    '(?:pourriez|pouvez|pourrions|auriez|seriez)[- ](?:vous|nous)\\b.*\\?|est-ce que (?:vous|nous)\\b.*\\?',
    '(?:podrian?|pueden?|podriamos|seria posible)\\b.*\\?',
    '(?:please|kindly|pls|do|thank you to|if [^.]{3,60}, please) (?:let|confirm|advise|contact|call|reply|respond|get back|acknowledge|inform|feel free|do not hesitate|not hesitate|find|see attached|keep us)\\b',
    "(?:don't|do not) hesitate|feel free|let (?:me|us) know",
    "(?:n'hesitez pas|veuillez|merci de|priere de) (?:a |me |nous |bien vouloir )*(?:contacter|confirmer|repondre|ecrire|appeler|joindre|dire|faire savoir|indiquer|trouver|accuser)?\\b",
    '(?:por )?favor,? (?:confirm|avis|inform|escrib|llam|respond|contact)|no dud(?:e|en) en',
    `(?:we|i|nous|je|quedamos|quedo|esperamos) (?:\\p{L}+ ){0,3}(?:(?:(?:thank|await|remerci\\p{L}+|atent\\p{L}+|respuesta)\\b|(?:remain|reste|restons|demeur\\p{L}+)(?: \\p{L}+)? (?:available|at your|yours|disponibles?|a votre|a vos|joignables?|attenti\\p{L}+|dans l)\\b)|look(?:ing)? forward|(?:attend\\p{L}+|esper\\p{L}+) ${us}\\b)`,
    `${remaining}(?! (?:of|des?|du|del)\\b).*\\b(?:unchanged|same|change\\p{L}*|inchang\\p{L}*|cambia\\p{L}*|igual|follow\\p{L}*|sen[dt]|later|soon|come|parviendr\\p{L}+|suit|suiv\\p{L}+|vien\\p{L}+|arriv\\p{L}+|enverr\\p{L}+|sigue\\p{L}*|seguir\\p{L}+|envi\\p{L}+|llegar\\p{L}+|despues|pronto|bientot)\\b`,
    `(?:i|we|je|nous|on|les?|yo|nosotros)\\b.{0,30}\\b(?:send|complete|answer|provide|forward|share|submit|enverr\\p{L}+|envoi\\p{L}+|transmett\\p{L}+|complet\\p{L}+|repond\\p{L}+|fourni\\p{L}+|parvenir|envi\\p{L}+|mand\\p{L}+|respond\\p{L}+|contest\\p{L}+) (?:you |to you |vous )?${remaining}(?! (?:of|des?|du|del)\\b)`,
    "(?:i|we)(?:'ll| will| shall)* (?:(?:come|get|write) back to|revert to) you\\b|(?:je|nous) (?:vous (?:reviens|revenons|reviendr\\p{L}+)|(?:reviens|revenons|reviendr\\p{L}+) vers vous)\\b",
    `(?:i|we|je|nous|estoy|estamos|estaremos|quedo|quedamos)(?:'m|'re| \\p{L}+){0,3} (?:available|free|reachable|joignables?|disponibles?) (?:for|to|pour|para) (?:(?:a|an|any|further|some|en|un|une|una|tou\\p{L}+|cualquier|vous|you|answer|repondre|responder) )*(?:calls?|talk|speak|discuss|questions?|clarifications?|details?|parler|discuter|echanger?|appel|entretien|precisions?|renseignements?|conversar|hablar|llamada|preguntas?|dudas?|consultas?|aclarar)\\b`,
    '(?:i|we) (?:can|may) be reached\\b|(?:je|nous) (?:suis|sommes|serai|serons) joignables?\\b|(?:we are|i am|nous sommes|je suis|estamos|estoy) (?:at your|a votre|a vos|a su)\\b',
    "(?:i |we )?hope (?:this|these|that) (?:\\p{L}+ )?(?:helps?|is|are|answers?|suffices?|clarif\\p{L}+|meets?)\\b|(?:j'|nous )?esper(?:e|ons|ant) que (?:cela|ca|ceci|(?:ces|nos|mes) (?:reponses|precisions|elements|informations))\\b|esper(?:o|amos|ando) que est[aeo]s?\\b",
    `[^.!]*\\b(?:you|your|vous|votre|vos|ustedes?)\\b[^.!]*\\?\\s*$|(?:vous faut[- ]il|necesitan?)\\b.*\\?`,
    `(?:if you (?:have|need)|should you (?:have|need)|si vous (?:avez|desirez|souhaitez)|si tienen?)\\b.*\\b${enquiries}\\b|(?:for any|pour toute?s?|(?:para|ante) cualquier) (?:(?:other|further|additional|more|autres?|otr[oa]) )?${enquiries}\\b`,
    'agradec\\p{L}+ (?:de antemano|su|la atencion)\\b',
    'thank(?:s| you)\\b|(?:un grand |encore )?merci\\b|(?:muchas |mil )?gracias\\b|looking forward|en vous (?:remerciant|souhaitant)|en attendant|hoping to hear|esperando|awaiting your',
  ].join('|')})`,
  'u',
);

/** The line where who signs begins, up to the end; the number of lines where nobody does. */
function startOfSignature(
  lines: readonly string[],
  begins: number,
  names: readonly string[],
  mayChoose: (line: string) => boolean = () => false,
): number {
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  const earliest = Math.max(begins + 1, filled.at(-longestSignature) ?? 0);
  const from = lines.findIndex((line, index) => {
    if (index < earliest || line.trim() === '' || begins < 0 || mayChoose(line)) return false;
    const below = lines.slice(index).filter((each) => each.trim() !== '');
    const [first = '', second, ...others] = below;
    const led = leave.test(first) && second !== undefined;
    const how = signs(led ? second : first, names);
    if (how === undefined || ![...(led ? [] : [second ?? '']), ...others].every(isOfSignature)) return false;
    return (
      how === 'known' ||
      (lines[index - 1]?.trim() === '' && standsAlone(lines, index, begins, how === 'full' && below.length > 1))
    );
  });
  return from < 0 ? lines.length : from;
}

/** Lines of a signature, a notice of confidentiality included. */
const longestSignature = 25;

/** Whether it is none of what the answer lists: people whom it announces, or words that stand as it does. */
function standsAlone(lines: readonly string[], index: number, begins: number, block: boolean): boolean {
  const before = lines.slice(0, index).findLastIndex((line) => line.trim() !== '');
  if (/[:;,]$/.test(lines[before]?.trim() ?? '')) return false;
  return block || before === 0 || before < begins || signs(lines[before] ?? '', []) === undefined;
}

/** « Yours in service, » */
const leave = /^[\p{L} '’]{2,40},$/u;

/** What stands below a name: office, house, telephone, address; no sentence. */
export function isOfSignature(line: string): boolean {
  const text = line.trim();
  if (text === '' || isDisclaimer(text)) return true;
  return (
    text.length <= longestLine && opensSignatureLine.test(text) && !sentenceEnd.test(text) && !says.test(plain(text))
  );
}

const longestLine = 120;
/** « Mining Co. », « Ama B. » end none. */
const sentenceEnd = /(?<!(?:^|[\s.])\p{Lu}\p{L}{0,3})[.!?]$/u;
const opensSignatureLine =
  /^(?:[\p{Lu}\p{N}+(|*•–—-]|https?:|www\.|@\w|[\w.+-]+@[\w-]+\.|(?:e-?mail|courriel|correo|t[eé]l\p{L}*|mob\p{L}*|cel\p{L}*|cell\p{L}*|phone|fax|web)\b)/iu;
/** Words of sentences, which no line of a signature has. */
const says =
  /\b(?:i|we|you|it|this|that|is|are|was|has|have|will|must|please|je|j'|nous|vous|on|ce|c'est|est|sont|sera|dois|doit|yo|nosotros|esto|eso|es|esta|hay|debo|no|not|pas|non)\b/;
