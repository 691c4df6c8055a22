import { attributionAt, cutsHere } from '../mail/quote-lines.ts';
import { plain } from '../model/plain.ts';
import { type Language, languages, type Point, points } from '../model/request.ts';
import { pointTitles } from '../model/wording.ts';
import { anyNumbering, type Numbering } from './answered-letter.ts';
import { bareAnswers } from './bare-answers.ts';
import { apartAtCorrections, correctionsIn } from './corrections.ts';
import { numberedAnswers } from './numbered-answers.ts';
import { apartAtMarks } from './running-text.ts';
import { withColumnsTold, withNumberOfRow, withoutGrid } from './tables.ts';
import { titledAnswers } from './titled-answers.ts';

/** A line of a reply. */
export interface Line {
  /** How often it is quoted: the number of leading `>`. */
  depth: number;
  text: string;
  /** The text as it is compared with words. */
  plain: string;
  /** An answer ends here: our letter goes on behind its questions, or an older mail begins that is not marked by `>`. */
  closes?: 'letter' | 'older mail';
}

/** A question found in a reply. */
export interface Heading {
  line: number;
  depth: number;
  point: Point;
  /** Where it is our own title. */
  language?: Language;
  /** What stands on the same line after it. */
  rest: string;
  /** Whether it stands in an older mail that is not marked by `>`. */
  below: boolean;
  /** Whether it says anew what was answered before. */
  corrects?: true;
  /** The line before which its answer ends, whatever follows. */
  end?: number;
  /** The next line that looks like a title and is none of ours: its answer ends there too. */
  stranger?: number;
}

/** The last line of the prefilled form: what mail clients add below it is no answer. */
export const endOfQuestionnaire: Readonly<Record<Language, string>> = {
  fr: '— Fin du questionnaire —',
  en: '— End of the questionnaire —',
  es: '— Fin del cuestionario —',
};

/** The headings of our letters between the questions that are answered and those that are not. */
const openQuestions: Readonly<Record<Language, string>> = {
  fr: 'Il reste à préciser',
  en: 'Still to be clarified',
  es: 'Queda por precisar',
};

export function quotedLines(text: string): Line[] {
  const raw = withColumnsTold(text.split(/\r\n|\r|\n/).map(framed)).map((marked) => {
    const [marks = ''] = marksBefore.exec(marked) ?? [];
    return lineOf(withNumberOfRow(marked.slice(marks.length).trim()), marks.replace(/\s/g, '').length);
  });
  const opens = olderMailIn(raw);
  const lines = raw.map((line, index): Line => {
    if (ends.has(line.plain)) return { ...line, closes: 'letter' };
    return opens(index) ? { ...line, closes: 'older mail' } : line;
  });
  const end = lines.findIndex(({ closes }) => closes !== undefined);
  return end < 0 ? eachApart(lines) : [...eachApart(lines.slice(0, end)), ...lines.slice(end)];
}

/** With its marks of quotation, and without the lines that draw a table around it. A tab before all tells of an empty cell. */
function framed(marked: string): string {
  const [marks = ''] = marksBefore.exec(marked) ?? [];
  return `${marks}${withoutGrid(
    marked
      .slice(marks.length)
      .trimEnd()
      .replace(/^[^\S\t]+/u, ''),
  )}`;
}

const marksBefore = /^(?:\s?>)*/;

const ends = new Set(
  languages.flatMap((language) => [endOfQuestionnaire[language], openQuestions[language]]).map(plain),
);

const lineOf = (text: string, depth: number): Line => ({ depth, text, plain: plain(text) });

/** Some write all their answers in one line. */
function eachApart(lines: readonly Line[]): Line[] {
  const apart = apartAtMarks(lines.map(({ text, depth }) => (depth === 0 ? text : '')));
  return lines.flatMap((line, index) => {
    const parts = line.depth > 0 ? [] : apartAtCorrections(apart[index] ?? []);
    return parts.length > 1 ? parts.map((part) => lineOf(part, 0)) : [line];
  });
}

/**
 * The questions in the order of the text: by title, by number when there is no title at all, or else by their order; and
 * the corrections.
 * @param answered - Points that a number alone does not answer anew.
 */
export function findHeadings(
  lines: readonly Line[],
  answered: ReadonlySet<Point> = new Set(),
  numbering: Numbering = anyNumbering,
): Heading[] {
  const opens = olderMailIn(lines);
  const olderFrom = lines.findIndex((_, index) => opens(index));
  const above = olderFrom < 0 ? lines : lines.slice(0, olderFrom);
  const listed = answersListed(lines, above, answered, numbering);
  const [first] = listed;
  const corrected = correctionsIn(above).flatMap(({ sure, named, point, line, value }) =>
    sure && (named || first === undefined || line < first.line) && !listed.some((each) => each.line === line)
      ? [{ line, point, rest: value, depth: 0, below: false, end: line + 1, corrects: true as const }]
      : [],
  );
  return [...corrected, ...listed].sort((a, b) => a.line - b.line);
}

function answersListed(
  lines: readonly Line[],
  above: readonly Line[],
  answered: ReadonlySet<Point>,
  numbering: Numbering,
): Heading[] {
  const olderFrom = above.length;
  const { titles, strangers } = titledAnswers(lines, answered);
  if (titles.length > 0)
    return titles.map((title) => {
      const stranger = strangers.find((line) => line > title.line);
      const { depth = 0 } = lines[title.line] ?? {};
      const below = title.line > olderFrom;
      return { ...title, depth, below, ...(stranger !== undefined && { stranger }) };
    });
  if (!numbering.mayBePoints) return [];
  const numbered = numberedAnswers(above, answered, numbering.alone);
  const untitled = numbered.length > 0 ? numbered : bareAnswers(above);
  return untitled.map((answer) => ({ ...answer, depth: 0, below: false }));
}

/** What stands under a heading. */
export interface Under {
  /** The lines that the sender wrote, by their index. */
  written: number[];
  /** Whether they stand in our letter for certain: between its help and its next question, or its end. */
  enclosed: boolean;
  /** Whether nothing but their place tells that they are the sender's. */
  unmarked: boolean;
}

/** @param next - The heading that follows. */
export function under(heading: Heading, lines: readonly Line[], next?: Heading): Under {
  const helped = endOfHelp(heading, lines);
  const end = Math.min(
    heading.end ?? next?.line ?? lines.length,
    next?.line ?? lines.length,
    heading.stranger ?? lines.length,
  );
  const theirs = gather(heading, lines, end, helped, ({ depth }) => depth === 0 || depth < heading.depth);
  const told = theirs.written.some((index) => lines[index]?.plain);
  // Some programs mark all that stands in the letter, the answers too.
  const inside = heading.depth > 0 && !told && helped !== undefined;
  const found = inside ? gather(heading, lines, end, helped, ({ depth }) => depth === heading.depth) : theirs;
  return {
    written: inside ? found.written.filter((index) => index >= helped) : withoutMeeting(heading, found.written, lines),
    enclosed:
      helped !== undefined && (lines[found.stop]?.closes === 'letter' || (found.stop === end && goesOn(heading, next))),
    unmarked: heading.below || inside || found.cited,
  };
}

/** Up to the paragraph that goes on with the meeting, below an answer. */
function withoutMeeting({ rest }: Heading, written: number[], lines: readonly Line[]): number[] {
  const begins = written.findIndex((at, index) => {
    const said = lines[at]?.plain ?? '';
    const told = rest !== '' || written.slice(0, index).some((before) => lines[before]?.plain);
    return told && (headsMeeting.test(said) || (lines[at - 1]?.plain === '' && opensMeeting.test(said)));
  });
  return begins < 0 ? written : written.slice(0, begins);
}

const meeting =
  '(?:meeting|call|rencontre|reunion|rendez-vous|appel|entretien|cita|llamada|videollamada|visioconference)';
const headsMeeting = new RegExp(`^${meeting} ?:`);
/** « Pour la rencontre », not « pour la rencontre des ministres ». */
const opensMeeting = new RegExp(
  `^(?:(?:as )?for|regarding|concerning|about|pour|quant a|quant aux?|concernant|en ce qui concerne|para|en cuanto a|(?:con )?respecto (?:a|de)|sobre)l? (?:(?:the|our|this|la|le|l'|notre|cette|el|nuestra|esta) ?)?${meeting}(?! (?:of|de|des|du|del|d')(?!\\p{L}))(?!\\p{L})`,
  'u',
);

/** The lines that are theirs, where they stop, and whether our letter cites an answer before them. */
function gather(
  heading: Heading,
  lines: readonly Line[],
  end: number,
  helped: number | undefined,
  isTheirs: (line: Line) => boolean,
): { written: number[]; stop: number; cited: boolean } {
  const written: number[] = [];
  let cited = false;
  let behind: { index: number; count: number } | undefined;
  let quoted = '';
  let index = heading.line + 1;
  for (; index < end; index++) {
    const line = lines[index];
    if (!line || line.closes) break;
    if (isTheirs(line)) {
      written.push(index);
      continue;
    }
    if (helped !== undefined && index >= helped && line.depth > heading.depth) {
      const answered = written.some((at) => at >= helped && lines[at]?.plain);
      cited ||= !answered;
      if (!answered) continue;
      // Behind an answer it is our letter that cites only where our next question follows.
      if (heading.below || heading.depth > 0) {
        behind ??= { index, count: written.length };
        continue;
      }
    }
    // Under a quoted question the quoted help goes on; any other quote ends the answer: what follows is not about it.
    quoted = `${quoted} ${line.plain}`.trim();
    if (heading.depth === 0 || (line.plain && !isHelp(heading.point, quoted))) break;
  }
  const goesOnBehind = index === end ? end < lines.length : lines[index]?.closes !== undefined;
  if (behind && !goesOnBehind) return { written: written.slice(0, behind.count), stop: behind.index, cited };
  return { written, stop: index, cited };
}

/** Whether the next heading is a later question of the same letter. */
function goesOn(heading: Heading, next: Heading | undefined): boolean {
  return (
    next !== undefined &&
    heading.language !== undefined &&
    next.language === heading.language &&
    points.indexOf(next.point) > points.indexOf(heading.point)
  );
}

/** The line after our help, where all of it stands under the heading. */
function endOfHelp(heading: Heading, lines: readonly Line[]): number | undefined {
  const helps = helpsOf.get(heading.point) ?? [];
  let said = '';
  for (let index = heading.line + 1; index < lines.length; index++) {
    const line = lines[index];
    if (line?.depth !== heading.depth) return undefined;
    said += solid(line.text);
    if (helps.includes(said)) return index + 1;
    if (!helps.some((help) => help.startsWith(said))) return undefined;
  }
  return undefined;
}

/** Whether these words are our help for that point, or the beginning of it; wrapped anywhere. */
function isHelp(point: Point, words: string): boolean {
  const begun = solid(words);
  return begun !== '' && (helpsOf.get(point) ?? []).some((help) => help.startsWith(begun));
}

/** The words as they are compared wherever a mail client broke the lines. */
export function solid(words: string): string {
  return plain(words).replace(/\s/g, '');
}

/** Our help lines under the question of each point, in all languages. */
const helpsOf = new Map(
  points.map((point) => [point, languages.map((language) => solid(pointTitles[language][point].help))]),
);

const olderMail = [
  /^-{2,}\s?(?:message d'origine|original message|mensaje original|message transfere|forwarded message)/,
  /^_{20,}$/,
];
const wrote = /(?:a ecrit|wrote|escribio) ?:$/;
const sender = /^\*?(?:de|from) ?:/;
const otherField = /^\*?(?:envoye|sent|enviado|date|fecha|objet|subject|asunto|a|to|para) ?:/;

/** Tells whether an older mail begins at a line without being quoted by `>`, in whatever language its program speaks. */
function olderMailIn(lines: readonly Line[]): (index: number) => boolean {
  const texts = lines.map(({ depth, text }) => (depth > 0 ? `> ${text}` : text));
  return (index) => {
    const line = lines[index];
    if (!line || line.depth > 0) return false;
    if (olderMail.some((pattern) => pattern.test(line.plain)) || cutsHere(texts, index)) return true;
    const following = lines.slice(index + 1, index + 4);
    if (sender.test(line.plain)) return following.some((next) => otherField.test(next.plain));
    const attribution = attributionAt(texts, index);
    if (!wrote.test(line.plain) && attribution?.sure !== true) return false;
    // Programs break it before its last words.
    const end = attribution?.sure ? attribution.end : index + 1;
    const behind = lines.slice(end, end + 3);
    return (behind.find((next) => next.plain !== '')?.depth ?? 0) === 0;
  };
}
