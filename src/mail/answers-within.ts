import { inkedLines } from './html-text.ts';
import type { Address } from './mail.ts';

/** How people call what they typed into the mail that they answer, when it is theirs: answers of ours are thanked for. */
const answers = new RegExp(
  String.raw`(?<!\p{L})(?:${[
    String.raw`(?:mes|nos|ma|notre|les|quelques|des) (?:\p{L}+ )?(?:réponses?|commentaires?|remarques?|précisions?|annotations?|réactions?|corrections?|modifications?|ajouts?|observations?)`,
    String.raw`(?:my|our|the|some|a few) (?:\p{L}+ )?(?:answers?|comments?|replies|reply|responses?|notes?|remarks?|edits?|changes|additions?|feedback|inputs?|thoughts|clarifications?)`,
    String.raw`(?:mis?|nuestras?|nuestros|las|los|algunos|algunas) (?:\p{L}+ )?(?:respuestas?|comentarios?|observaciones|anotaciones|aclaraciones|precisiones)`,
    String.raw`(?:minhas?|nossas?|meus|nossos|as|os|alguns|algumas) (?:\p{L}+ )?(?:respostas?|comentários?|observações|esclarecimentos|anotações)`,
    String.raw`(?:meine|unsere|die|einige) (?:\p{L}+ )?(?:antwort(?:en)?|kommentare?|anmerkungen|bemerkungen|ergänzungen|rückmeldung(?:en)?)`,
    String.raw`(?:mie|miei|nostre|nostri|le|alcuni|alcune) (?:\p{L}+ )?(?:risposte|commenti|osservazioni|note|precisazioni)`,
    String.raw`(?:mijn|onze|ons|de|enkele) (?:\p{L}+ )?(?:antwoord(?:en)?|opmerkingen|reacties?|commentaar|aanvullingen)`,
    '(?:إجاباتي|إجاباتنا|أجوبتي|أجوبتنا|ردودي|ردودنا|تعليقاتي|تعليقاتنا|ملاحظاتي|ملاحظاتنا|الإجابات|الردود)',
  ].join('|')})|回答|返答|返信|コメント`,
  'iu',
);

/** They say it by a verb. */
const answering =
  /(?<!\p{L})(?:(?:je|nous) (?:vous )?(?:réponds|répondons|ai répondu|avons répondu|commente|annote)|j['’]ai (?:répondu|commenté|annoté|complété|ajouté|écrit)|nous avons (?:répondu|commenté|annoté|complété|ajouté)|(?:i|we|i['’]ve|we['’]ve)(?: have)? (?:answered|replied|responded|commented|added|inserted|written|annotated|answer|reply|respond|comment)|respond(?:o|emos)|contest(?:o|amos)|h(?:e|emos) (?:respondido|contestado|añadido)|respondi|(?:ich|wir) (?:antworte|kommentiere|habe|haben)|rispond(?:o|iamo)|h?o risposto|(?:ik|wij|we) (?:antwoord|reageer|heb|hebben)|أجبت|أجبنا|رددت)|回答し|記入し/iu;

/** Inside the other’s text, and nowhere else. */
const within =
  /(?<!\p{L})(?:en (?:rouge|bleu|vert|orange|violet|mauve|jaune|gras|italiques?|majuscules?|couleurs?|caractères gras|surligné|surbrillance)|surligné\p{L}*|dans (?:le|votre|ton) (?:texte|corps)|dans (?:votre|ton) (?:courriel|message|mail|e-mail|courrier)(?! (?:du|de|d['’]))|à même (?:le|votre)|au fil du texte|entre les lignes|(?:sous|après|à la suite de) (?:chaque|chacune|(?:vos|les) questions)|in[- ]?line|in (?:red|blue|green|orange|purple|yellow|bold|italics?|caps|capitals?|colou?r)|highlighted|(?:in|within) (?:the|your) (?:text|body|e-?mail|message|mail)(?! (?:from|of|dated))|between the lines|(?:under|below|after|beneath|next to) each|en (?:rojo|azul|verde|negritas?|cursivas?|mayúsculas?|color)|en el (?:texto|cuerpo)|entre líneas|dentro de (?:su|tu|el)|debajo de cada|em (?:vermelho|azul|verde|negrito|itálico|maiúsculas?)|no (?:texto|corpo)|entre linhas|in (?:rot|blau|grün|fett|großbuchstaben|farbe)|im text|zwischen den zeilen|unter (?:den|ihren) fragen|in (?:rosso|blu|verde|grassetto|corsivo|maiuscolo)|nel (?:testo|corpo)|tra le righe|in (?:het )?(?:rood|blauw|groen|vet)|in de tekst|tussen de regels|in uw (?:bericht|mail|e-mail)|بالأحمر|بالأزرق|باللون|في (?:النص|متن)|تحت كل)(?!\p{L})|赤字|青字|文中|本文中|インライン/iu;

/** Below, which may also be said of what the sender writes next. */
const below =
  /(?<!\p{L})(?:ci-?dessous|plus bas|below|underneath|beneath|(?:más )?abajo|debajo|(?:mais )?abaixo|unten(?:stehend)?|darunter|(?:qui )?sotto|in calce|hieronder|hierna|onderaan|أدناه)(?!\p{L})|下記|以下/iu;

/** « See below », and nothing else that could be meant. */
const pointer =
  /^\W{0,3}(?:(?:please|kindly|pls|veuillez|s['’]il vous plaît|por favor|bitte|per favore|prego|graag|gelieve)[, ]{1,2})?(?:see|read|look|voir|voyez|cf\.?|c\.f\.|lire|véase|vea|ver|veja|vide|siehe|sehen sie|vedi|veda|vedere|zie|انظر|يرجى الاطلاع)\s(?:\p{L}+\s){0,3}(?:below|in[- ]?line|above and below|ci-?dessous|plus bas|dans le texte|(?:más )?abajo|(?:mais )?abaixo|unten|im text|(?:qui )?sotto|nel testo|hieronder|onder|in de tekst|أدناه)\W{0,5}$/iu;

const attached =
  /(?<!\p{L})(?:ci-?joint\p{L}*|pièces? jointes?|en annexe|attach\p{L}*|enclosed|adjunt\p{L}*|anex\p{L}*|anhang|beigefügt\p{L}*|allegat\p{L}*|bijlage\p{L}*|مرفق\p{L}*)(?!\p{L})|添付/iu;

/** Thanks, wishes and closings, which stand below any announcement. */
const courteous =
  /^\W*(?:merci|mille mercis|je vous|nous vous|au plaisir|dans l['’]attente|cordialement|bien|sincèrement|salutations|en vous|bonne|thank|many thanks|best|kind|warm|regards|looking|i look|we look|yours|sincerely|have|please|let me|gracias|muchas|saludos|quedo|quedamos|atentamente|un cordial|obrigad|fico|ficamos|atenciosamente|com os|cumprimentos|vielen|danke|mit|beste|viele|ich freue|grazie|cordiali|distinti|resto|met|bedankt|dank|groeten|alvast|شكرا|مع|تحيات|よろしく|何卒)/iu;

/** Whether the words above an unmarked quote say that the answers stand inside it. */
export function announcesAnswersWithin(own: readonly string[]): boolean {
  const filled = own.map((line) => line.trim()).filter((line) => line && line.length < 1000);
  return filled.some((line, index) => {
    if (line.split(/(?<=[.!?;])\s/).some((sentence) => said(sentence) && within.test(sentence))) return true;
    const points = pointer.test(line) || (answers.test(line) && below.test(line) && !attached.test(line));
    return points && !filled.slice(index + 1).some(isContent);
  });
}

function said(sentence: string): boolean {
  return (answers.test(sentence) || answering.test(sentence) || pointer.test(sentence)) && !attached.test(sentence);
}

/** What an announcement may announce itself: a line longer than a name or an office, or one of a list. */
function isContent(line: string): boolean {
  if (courteous.test(line)) return false;
  return line.split(/\s+/).length > 4 || /^(?:\d{1,2}\s?[.)]|[-•*–]\s)/.test(line) || line.length > 60;
}

/**
 * Whether under a line of it that asks something, or counts a point, one stands in a colour of its own: an answer that was
 * typed into it.
 */
export function hasInkedAnswer(html: string, quoted: readonly string[]): boolean {
  const inked = new Set(inkedLines(html));
  let before = '';
  for (const line of quoted) {
    const words = unmarked(line);
    if (words === '') continue;
    if (inked.has(words) && !inked.has(before) && asking.test(before)) return true;
    before = words;
  }
  return false;
}

const asking = /[?？؟:：]$|^(?:\d{1,2}\s?[.)]|[-•*–])\s/;

function unmarked(line: string): string {
  return line.replace(/^(?:>[ \t]?){1,20}/, '').trim();
}

/** Whether a program put the author’s name in brackets before what was typed into the mail, as Outlook does. */
export function bearsNameOf(author: readonly Address[], lines: readonly string[]): boolean {
  const names = author.map(({ name }) => name.trim().toLowerCase()).filter((name) => name.length > 2);
  return names.some((name) =>
    lines.some((line) => line.trimStart().slice(0, 100).toLowerCase().startsWith(`[${name}]`)),
  );
}
