import { type LabelledLine, labelledLine } from './header-labels.ts';

/** What old Notes wrote above a mail that it answered or passed on: who and when without a label, then to whom and what. */
export interface NotesHead {
  from: string;
  date: string;
  subject: string;
  /** Index of the first line after it. */
  end: number;
}

/** In lines, blank ones and the frame of a table among them. */
const longest = 18;

/**
 * The head that begins at that line, in one of its forms: the author, the day and then the labelled lines; the same in two
 * columns; or in two tables of dashes and bars. Undefined if none does.
 */
export function notesHeadAt(lines: readonly string[], start: number): NotesHead | undefined {
  if (!begins.test(lines[start] ?? '')) return undefined;
  if (!lines.slice(start, start + latest).some((line) => line.length < 300 && moment.test(line))) return undefined;
  const who: string[] = [];
  let fields: LabelledLine[] = [];
  for (let index = start; index < Math.min(start + longest, lines.length); index += 1) {
    const [left = '', right = ''] = columnsOf(lines[index] ?? '');
    const own = labelledLine(left);
    const labelled = [own, labelledLine(right)].filter((field) => field !== undefined);
    if (labelled.some(({ label }) => label === 'from' || label === 'sent')) return undefined;
    if (labelled.length === 0 && left !== '' && fields.length > 0) return undefined;
    fields = [...fields, ...labelled];
    if (left !== '' && own === undefined) who.push(left);
    const subject = fields.find(({ label }) => label === 'subject');
    if (!subject || !fields.some(({ label }) => label === 'to')) continue;
    const written = writerOf(who);
    return written && { ...written, subject: subject.value, end: endOfFrame(lines, index + 1) };
  }
  return undefined;
}

/** When it was sent stands in one of its first lines. */
const latest = 6;
const moment = /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\s\d{1,2}[:.]\d{2}/;

/** The first line of each form: an address, the frame, or a name far to the right. */
const begins = /^.{0,200}\S@\S|^\s*\|-{3,}[-+]*>|^\s{8,}\p{Lu}/u;

/** What stands left and right in a line, without the frame. */
function columnsOf(line: string): string[] {
  if (/^[\s|>+-]*$/.test(line)) return [];
  const bare = line
    .slice(0, 1000)
    .replace(/^\s*\|(?:\s*\|)?/, '')
    .replace(/\|\s*$/, '')
    .trim();
  const at = bare.search(/\s{2,}\p{L}{1,12}\s?:/u);
  return at < 0 ? [bare] : [bare.slice(0, at).trim(), bare.slice(at).trim()];
}

/** « Kouadio Amani <k@x.example> 20/11/2026 10:12 », broken over lines wherever the column ended. */
function writerOf(pieces: readonly string[]): Pick<NotesHead, 'from' | 'date'> | undefined {
  const joined = pieces.join(' ').replace(/<[^<>]*>/g, (address) => address.replace(/\s/g, ''));
  const { from = '', date } =
    /^(?<from>.{0,200}<[^<>\s]{1,100}@[^<>\s]{1,200}>|\S{1,100}@\S{1,200})\s(?:on |le |am |el |em |il )?(?<date>\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\s\d{1,2}[:.]\d{2}.{0,20})$/u.exec(
      joined,
    )?.groups ?? {};
  return date === undefined ? undefined : { from, date: date.trim() };
}

function endOfFrame(lines: readonly string[], start: number): number {
  let end = start;
  while (end < lines.length && /^\s*[|>][\s|>+-]*$/.test(lines[end] ?? '')) end += 1;
  return end;
}
