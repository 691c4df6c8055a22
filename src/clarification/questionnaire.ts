import type { QuestionLine } from '../model/letter-parts.ts';
import { plain } from '../model/plain.ts';
import { type Language, languages, type Point, points, type Request } from '../model/request.ts';
import { notApplicable, pointTitles } from '../model/wording.ts';
import { anyNumbering, type Numbering } from './answered-letter.ts';
import { startOfAside } from './asides.ts';
import { startOfChoice } from './below-answers.ts';
import { correctionsIn } from './corrections.ts';
import { endOfQuestionnaire, findHeadings, type Heading, type Line, quotedLines, solid, under } from './headings.ts';
import { notApplicableIn } from './not-applicable.ts';
import { unclearPassages } from './numbered-answers.ts';
import { withoutRemark } from './remarks.ts';
import { asideIn, isClosing, isSignature, withoutClosing, withoutEnding, withoutRule } from './signing-off.ts';
import { namedBesideNoun } from './slot-words.ts';
import { titledAnswers } from './titled-answers.ts';

/** The five points with the answers so far, numbered as everywhere. */
export function questionLines(language: Language, answers: Request['points']): QuestionLine[] {
  return points.map((point, index) => {
    const known = answers[point];
    const answer = known ? (known.applies ? known.value : withReason(notApplicable[language], known.value)) : '';
    return { number: index + 1, ...pointTitles[language][point], answer };
  });
}

/**
 * What the answer button prefills: the points still open, or all five when none is. No help lines: many mail clients
 * cut a link at 2,000 characters.
 */
export function questionnaireBody(language: Language, answers: Request['points']): string {
  const lines = questionLines(language, answers);
  const open = lines.filter((_, index) => !answers[points[index] ?? 'needs']);
  const asked = open.length > 0 ? open : lines;
  const headings = asked.map(({ number, title }) => `${number}. ${title}\n\n\n`);
  return `${instructions[language]}\n\n${headings.join('')}${endOfQuestionnaire[language]}\n`;
}

/**
 * Answers found under the titles (fr, en or es, in any order) or, without any title, under the numbers 1 to 5; in the
 * order of `points`, at most one a point. A point left empty or marked only by our own help line is not answered.
 * What is only a question is no answer either.
 * @param text - The reply; with its quote when answers may stand between the quoted questions.
 * @param answered - Points that a number alone does not answer anew, unless all five are there.
 * @param names - Who may sign below the last answer.
 */
export function readAnswers(
  text: string,
  answered: ReadonlySet<Point> = new Set(),
  names: readonly string[] = [],
  numbering: Numbering = anyNumbering,
): Answer[] {
  const lines = quotedLines(text.slice(0, longest));
  const open = !lines.some(({ closes }) => closes === 'letter');
  const all = writtenUnder(lines, answered, names, numbering).map(({ isLast, ...told }) => {
    const said = told.answer.split('\n');
    const end = isLast && open ? startOfAside(told.point, said) : said.length;
    const aside = [...said.slice(end), told.aside].join('\n').trim();
    return { ...told, answer: said.slice(0, end).join('\n').trim(), aside };
  });
  return weighed(all);
}

/** The points that stand under their titles as we print them: whoever wrote those means the point, and nothing else. */
export function titledAsOurs(text: string): ReadonlySet<Point> {
  const headings = findHeadings(quotedLines(text.slice(0, longest)));
  return new Set(headings.flatMap(({ point, language }) => (language ? [point] : [])));
}

/**
 * The same of what staff wrote down, who may have noted something for themselves below or between: that is no answer, for
 * answers leave the house.
 */
export function readMinutes(
  text: string,
  names: readonly string[],
): { answers: Answer[]; remarks: { point: Point; remark: string }[] } {
  const lines = quotedLines(text.slice(0, longest));
  const open = !lines.some(({ closes }) => closes === 'letter');
  const all = writtenUnder(lines, new Set(), names).map(({ isLast, aside: _, ...told }) => {
    const answer = withoutRemark(told.answer.split('\n'), isLast && open)
      .join('\n')
      .trim();
    return { ...told, answer, remark: told.answer.slice(answer.length).trim() };
  });
  return { answers: weighed(all), remarks: all.flatMap(({ point, remark }) => (remark ? [{ point, remark }] : [])) };
}

interface Answer {
  point: Point;
  value: string;
  applies: boolean;
  /** What stands below it and is said of the mail, not of the point. */
  aside?: string;
}

/** What stands under each title, in the order of the text. */
function writtenUnder(
  lines: readonly Line[],
  answered: ReadonlySet<Point>,
  names: readonly string[],
  numbering?: Numbering,
) {
  const headings = findHeadings(lines, answered, numbering);
  return headings.flatMap((heading, index) => {
    const next = headings[index + 1];
    const { answer, aside } = answerUnder(heading, lines, next, names);
    const { point, corrects } = heading;
    const answers = /[\p{L}\p{N}]/u.test(answer) && !onlyAsks(answer);
    return answers ? [{ point, answer, aside, isLast: next === undefined, ...(corrects && { corrects }) }] : [];
  });
}

function weighed(all: readonly { point: Point; answer: string; aside?: string; corrects?: true }[]): Answer[] {
  return points.flatMap((point) => {
    const said = all.filter((each) => each.point === point);
    const told = said.some(({ corrects }) => corrects) ? said.filter(({ corrects }) => corrects) : said;
    const aside = told.map((each) => each.aside ?? '').join('');
    const answer = told.map((each) => each.answer).join('\n');
    return told.length === 0 ? [] : [{ point, ...weigh(answer), ...(aside && { aside }) }];
  });
}

/**
 * What stands among the answers under a title that is none of ours, as it is written: it answers nothing until a person says
 * to which point it belongs.
 */
export function unplacedIn(
  text: string,
  names: readonly string[] = [],
  answered: ReadonlySet<Point> = new Set(),
  numbering: Numbering = anyNumbering,
): string[] {
  const lines = quotedLines(text.slice(0, longest));
  const texts = lines.map((line) => line.text);
  const { titles, strangers } = titledAnswers(lines, answered);
  const closes = lines.findIndex(({ closes, depth }) => closes !== undefined || depth > 0);
  const last = closes < 0 ? lines.length : closes;
  if (titles.length === 0 && numbering.mayBePoints)
    return unclearPassages(lines.slice(0, last), answered, numbering.alone).map(({ line, end }) =>
      withoutEnding(texts.slice(line, end), names).join('\n').trim(),
    );
  return strangers.flatMap((stranger, index) => {
    const title = titles.findLast(({ line }) => line < stranger);
    const next = titles.find(({ line }) => line > stranger)?.line ?? lines.length;
    const told = texts.slice(title?.line ?? stranger, stranger);
    const goesOn = index > 0 && (strangers[index - 1] ?? 0) >= (title?.line ?? 0);
    if (stranger >= last || goesOn || withoutEnding(told, names).length < told.length) return [];
    return [
      withoutEnding(texts.slice(stranger, Math.min(next, last)), names)
        .join('\n')
        .trim(),
    ];
  });
}

/** The sentences that speak of a correction but do not plainly say what is true now: they are for people. */
export function unsureCorrections(text: string): string[] {
  const lines = quotedLines(text.slice(0, longest));
  const closes = lines.findIndex(({ closes }) => closes !== undefined);
  return correctionsIn(closes < 0 ? lines : lines.slice(0, closes)).flatMap(({ sure, line }) =>
    sure ? [] : [lines[line]?.text ?? ''],
  );
}

/** Whether the prefilled form came back with nothing written into it, nor below it but who signs. */
export function isUntouched(form: string, names: readonly string[]): boolean {
  const lines = form.split(/\r\n|\r|\n/);
  const closes = lines.findIndex((line) =>
    languages.some((language) => plain(line.trim()) === plain(endOfQuestionnaire[language])),
  );
  if (closes < 0) return false;
  const titles = languages.flatMap((language) =>
    questionLines(language, {}).map(({ number, title }) => `${number}. ${title}`),
  );
  const above = without(lines.slice(0, closes), [...Object.values(instructions), ...titles]);
  return above.every((line) => line.trim() === '') && isSignature(lines.slice(closes + 1), names);
}

/** What a person wrote into the form, its titles left in: without our instructions and the line that ends it. */
export function withoutInstructions(form: string): string {
  return without(form.split(/\r\n|\r|\n/), [...Object.values(instructions), ...Object.values(endOfQuestionnaire)]).join(
    '\n',
  );
}

const longest = 100_000;
/** Far more than a notice may hold: what is too long for one is refused at its release, not cut here. */
const longestAnswer = 20_000;

/** Words of a line that does nothing but choose. */
const longestChoice = 8;

const instructions: Readonly<Record<Language, string>> = {
  fr: 'Répondez sous chaque titre. Écrivez « sans objet » et le motif si un point ne s’applique pas.',
  en: 'Please answer under each title. Write “not applicable” and why if a point does not apply.',
  es: 'Responda debajo de cada título. Escriba «no aplica» y el motivo si un punto no procede.',
};

/** The help of each point where a cell ends behind it; any of its spaces may be a break of the line. */
const helpInCell = Object.fromEntries(
  points.map((point) => {
    const helps = languages.map((language) =>
      pointTitles[language][point].help
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/\s+/g, '\\s+')
        .replace(/[’']/g, "[’']"),
    );
    return [point, new RegExp(`(?<=^|\\n)[ ([]*(?:${helps.join('|')})[)\\] ]*(?:\\t|\\|)\\s*`, 'giu')];
  }),
) as Record<Point, RegExp>;

const withReason = (words: string, reason: string) => (reason ? `${words} (${reason})` : words);

/** Where no mark tells an answer from our letter, only our next question or the end of the form tells where it ends. */
function answerUnder(
  heading: Heading,
  lines: readonly Line[],
  next: Heading | undefined,
  names: readonly string[],
): { answer: string; aside: string } {
  const { written, enclosed, unmarked } = under(heading, lines, next);
  if (unmarked && !enclosed) return { answer: '', aside: '' };
  const told = written.map((index) => lines[index]?.text ?? '');
  // What is quoted on the line of a title was said before, unless our help stands below: our letter puts nothing there.
  const rest = (heading.depth === 0 && !heading.below) || enclosed ? heading.rest : '';
  const isLast = next?.depth !== heading.depth || next.below !== heading.below;
  const said = withoutRule([rest, ...told]);
  const ended = isLast ? withoutEnding(said, names) : withoutClosing(said);
  const answer = withoutSlots(withoutHelp(heading.point, ended), isLast).join('\n').trim().slice(0, longestAnswer);
  return { answer, aside: isLast ? asideIn(said.slice(ended.length), names) : '' };
}

/** Without the line that chooses a slot, and what follows: below the last answer people go on with the meeting. */
function withoutSlots(lines: readonly string[], isLast: boolean): string[] {
  const begins = lines.findIndex((line) => line !== '');
  const end = lines.findIndex((line, index) => {
    if (index <= begins || !namedBesideNoun(plain(line), 0).namings.some(({ how }) => how === 'slot')) return false;
    return lines[index - 1] === '' || line.split(/\s+/).length <= longestChoice;
  });
  const bare = isLast ? startOfChoice(lines) : -1;
  return lines.slice(0, Math.min(...[end, bare, lines.length].filter((at) => at >= 0)));
}

/** Without our help line, wherever it was left: in the cell of a table, too, where it stands on a line with the answer. */
function withoutHelp(point: Point, lines: readonly string[]): string[] {
  const apart = lines.join('\n').replace(helpInCell[point], '').split('\n');
  return without(
    apart,
    languages.map((language) => pointTitles[language][point].help),
  );
}

/** The lines without these passages, even where the mail client wrapped them. */
function without(lines: readonly string[], passages: readonly string[]): string[] {
  const ours = passages.map(solid);
  const kept: string[] = [];
  for (let index = 0; index < lines.length; ) {
    let joined = '';
    let length = 0;
    for (let end = index; end < lines.length; end++) {
      joined += solid(lines[end] ?? '');
      if (joined === '' || !ours.some((passage) => passage.startsWith(joined))) break;
      if (ours.includes(joined)) length = end - index + 1;
    }
    if (length === 0) kept.push(lines[index] ?? '');
    index += Math.max(1, length);
  }
  return kept;
}

/** « sans objet » with or without a reason, or an answer. */
function weigh(answer: string): { value: string; applies: boolean } {
  const reason = notApplicableIn(answer);
  return reason === undefined ? { value: answer, applies: true } : { value: reason, applies: false };
}

/** Whether the words do nothing but ask: « Que voulez-vous dire ? » */
function onlyAsks(words: string): boolean {
  const sentences = words.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  const told = sentences.filter((sentence) => !isClosing(sentence));
  return told.length > 0 && told.every((sentence) => /\?[\s»”")]*$/.test(sentence));
}
