import { asks } from './asking.ts';

/**
 * A text, plain, with what was done already blanked, letter for letter: « nous avons tenu un atelier », "a visit was
 * organised". What was only received, approved or decided may be the very thing that is asked for, and what shall be done
 * once more is: both stay.
 * @param next - What follows the text.
 */
export function withoutPast(text: string, next = ''): string {
  const pieces = text.split(boundary);
  const blank = new Set<number>();
  let done = false;
  /** Where what a verb may be said of begins. */
  let begun = 0;
  let end = 0;
  for (let index = 0; index < pieces.length; index += 2) {
    const [mark = '', piece = ''] = [pieces[index - 1], pieces[index]];
    end += mark.length + piece.length;
    const asking = asks(piece);
    if (asking || !joining.test(mark)) {
      done = false;
      begun = index;
    }
    if (asking) continue;
    const passive = passively.test(piece);
    if (passive || actively.test(piece)) {
      done = !onceMore.test(`${piece} ${text.slice(end, end + soon)} ${next.slice(0, soon)}`);
      if (done && passive) for (let before = begun; before < index; before += 2) blank.add(before);
    } else if (ofItsOwn.test(piece)) done = false;
    if (done) blank.add(index);
  }
  return pieces.map((piece, index) => (blank.has(index) ? ' '.repeat(piece.length) : piece)).join('');
}

/** Once more, so soon behind it, is that once more. */
const soon = 200;

const boundary = /([.;:!?\n؟؛,]|\b(?:mais|but|pero|mas|however|cependant|porem|ahora|now|agora|and|et|y|e)\b)/u;
/** What may join two objects of one verb. */
const joining = /^(?:,|and|et|y|e)$/;
const ofItsOwn =
  /^ ?(?:(?:nous|je|on|we|i|our|notre|nos|nuestr[oa]s?|noss[oa]s?|il|elle|they|it|this|that|cela) |(?:j'|c'))/;

/** In a group that is kept: others are compiled once for each of their turns. */
const adverb =
  '( (?:deja|recemment|aussi|egalement|auparavant|toujours|bien|already|recently|previously|also|just|ya|ja|tambien|tambem|recientemente|recentemente|[a-z]{3,12}(?:ment|mente|ly)))';
const participles =
  '(?:(?:realise|organise|effectue|visite|forme|termine|acheve|donne|mene|dispense|anime|participe|beneficie|assiste)(?:e?s?)|tenue?s?|suivie?s?|accueillie?s?|offerte?s?|conduite?s?)';
const finished =
  '(?:held|organi[sz]ed|run|conducted|hosted|attended|completed|trained|visited|taken part|participated|carried out|delivered|given|finished|welcomed)';
const ended =
  '(?:realizad|organizad|visitad|formad|capacitad|impartid|ministrad|completad|terminad|concluid|dad)[oa]s?';

const actively = new RegExp(
  [
    `\\b(?:avons|avez|ai|as|a|ont|avait|avions|avaient|avais)${adverb}{0,2} ${participles}\\b`,
    `\\b(?:have|has|had|'ve)${adverb}{0,2} (?:${finished}|had)\\b`,
    `\\b(?:we|i|they|you|he|she)${adverb}{0,2} (?:held|organi[sz]ed|ran|conducted|hosted|attended|completed|trained|visited|took part|participated|carried out|delivered|gave|finished|welcomed)\\b`,
    '\\b(?:staff|team|school|college|university|institute|ministry|company|centre|center|mine|delegation|board|colleagues) (?:held|ran|conducted|hosted|attended|completed|visited|took part)\\b',
    `\\b(?:hemos|he|ha|han|habiamos|habia|habian|temos|tinhamos)${adverb}{0,2} (?:${ended}|llevado a cabo|participado|asistido|tenido)\\b`,
    '\\b(?:ya|ja)(?: (?:se|nos))? (?:realiz|organiz|particip|visit|form|capacit|asist|impart|complet|termin|conclu)(?:amos|imos|o|ou|aron|aram|ei|ieron|iram|io|iu)\\b',
    '\\b(?:tuvimos|tivemos)\\b',
    '(?<!\\p{L})و?(?:قمنا|نظمنا|شاركنا|زرنا|استقبلنا|اجرينا|انجزنا|عقدنا)(?!\\p{L})',
  ].join('|'),
  'u',
);

const passively = new RegExp(
  [
    `\\b(?:a|ont|avait|avaient)${adverb}{0,2} ete${adverb}{0,2} ${participles}\\b`,
    "\\bs'(?:est|etait|etaient|sont) (?:tenue?s?|deroulee?s?)\\b|\\b(?:a|ont)(?: deja)? eu lieu\\b",
    `\\b(?:was|were|(?:has|have|had)${adverb}{0,2} been)${adverb}{0,2} ${finished}\\b|\\btook place\\b`,
    '\\bse (?:ha |han )?(?:realizo|realizaron|organizo|organizaron|impartio|impartieron|llevo a cabo|llevaron a cabo)\\b',
    `\\b(?:fue|fueron|foi|foram)${adverb}{0,2} ${ended}\\b|\\btuvo lugar\\b|\\bteve lugar\\b`,
    '(?<!\\p{L})و?تم (?:تنظيم|عقد|اجراء|انجاز)(?!\\p{L})',
  ].join('|'),
  'u',
);

const onceMore =
  /\b(?:again|another|same|once more|repeat\w*|renew\w*|continu\w*|further|more of|de nouveau|a nouveau|encore (?:une?|des)|autres?|memes?|renouvel\w+|repet\w+|poursui\w+|poursuite|suite(?! a\b)|otr[oa]s?|outr[oa]s?|mism[oa]s?|mesm[oa]s?|de nuevo|nuevamente|novamente|de novo)\b|(?<!\p{L})(?:مرة اخرى|مجددا)/u;
