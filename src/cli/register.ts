import { join } from 'node:path';
import { archivePath } from '../io/archive.ts';
import { disclosed, told } from '../model/chronicle.ts';
import { keptAs, lettersOf, mailsOf } from '../model/filing.ts';
import type { InterestRecord, LetterRecord, SeenMail } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import { points, type Request } from '../model/request.ts';
import type { RecordOptions } from './data-directory.ts';
import type { Output } from './output.ts';
import { readRegister } from './record.ts';

interface RegisterOptions extends RecordOptions {
  json?: boolean | undefined;
}

/** Prints every request, one a line, oldest first. Needs no lock: the daemon may be at work. */
export async function registerList(options: RegisterOptions, io: Output): Promise<number> {
  const register = await readRegister(options, io);
  if (typeof register === 'number') return register;
  const requests = [...register.requests.values()].sort((a, b) => (a.reference < b.reference ? -1 : 1));
  if (options.json) {
    io.out(JSON.stringify(requests.map(summaryOf), null, 2));
    return 0;
  }
  if (requests.length === 0) {
    io.out('The register holds no request.');
    return 0;
  }
  const rows = requests.map((request) => [
    request.reference,
    request.status,
    request.category?.category ?? '-',
    request.receivedAt.slice(0, 10),
    clip(printable(request.requester.organisation ?? request.requester.name) || request.requester.address, 32),
    clip(printable(request.subject), 60),
  ]);
  for (const line of table([['REFERENCE', 'STATUS', 'TERM', 'RECEIVED', 'REQUESTER', 'SUBJECT'], ...rows]))
    io.out(line);
  return 0;
}

/** Prints the whole life of one request; 1 when the register has no such reference. */
export async function registerShow(reference: string, options: RegisterOptions, io: Output): Promise<number> {
  const register = await readRegister(options, io);
  if (typeof register === 'number') return register;
  const named = reference
    .trim()
    .replace(/^\[|\]$/g, '')
    .toUpperCase();
  const request = register.requests.get(keptAs(register, named));
  if (!request) {
    io.err(`The register has no request ${reference}. "greffier register list" shows those it has.`);
    return 1;
  }
  const life = lifeOf(request, register);
  if (options.json) io.out(JSON.stringify(life, null, 2));
  else for (const line of describe(life)) io.out(line);
  return 0;
}

function summaryOf({ reference, status, category, receivedAt, requester, language, officer, subject }: Request) {
  return {
    reference,
    status,
    category: category?.category ?? null,
    receivedAt,
    requester,
    language,
    officer: officer ?? null,
    subject,
  };
}

interface Life {
  request: Request;
  mails: ({ id: string; archived: string } & SeenMail)[];
  letters: ({ id: string } & LetterRecord)[];
  interest: InterestRecord[];
}

function lifeOf(request: Request, register: Register): Life {
  const { reference, digest } = request;
  const carried = register.digests.get(digest ?? '');
  // Nobody learns of an interest before the deadline, nor from whom a mail about it is, or to whom its receipt went.
  const open = carried !== undefined && !carried.closed;
  return {
    request: { ...request, history: [...disclosed(request, register)] },
    mails: mailsOf(register, request).flatMap((id) => {
      const mail = register.mails.get(id);
      return mail && !(open && mail.disposition === 'partner-answer')
        ? [{ id, archived: join('archive', archivePath(id)), ...mail }]
        : [];
    }),
    letters: lettersOf(register, request).flatMap((id) => {
      const letter = register.letters.get(id);
      return letter && !(open && letter.partner !== undefined) ? [{ id, ...letter }] : [];
    }),
    interest: carried?.closed ? carried.answers.filter((answer) => answer.reference === reference) : [],
  };
}

function describe({ request, mails, letters, interest }: Life): string[] {
  const { requester, category, meeting, notice, digest } = request;
  const known = [`${requester.name} <${requester.address}>`, requester.organisation, requester.country];
  const facts: [string, string | undefined][] = [
    ['Status', request.status],
    ['Subject', request.subject],
    ['Received', request.receivedAt],
    ['Requester', known.filter(Boolean).join(', ')],
    ['Language', request.language],
    ['Officer', request.officer],
    ['Term', category && `${category.category} (${category.reason}), by ${category.author} at ${category.at}`],
    ['Meeting', meeting && `${meeting.start} to ${meeting.end}, ${meeting.uid}, sequence ${meeting.sequence}`],
    ['Notice', notice && `${notice.hash}, released by ${notice.author} at ${notice.at}`],
    ['Digest', digest],
    ['Intermediary', request.intermediary && `${request.intermediary.name} <${request.intermediary.address}>`],
    ['Merged from', request.aliases?.join(', ')],
  ];
  const answers = points.map((point): string[] => {
    const answer = request.points[point];
    if (!answer) return [point, '-', ''];
    return [point, answer.applies ? answer.value : 'does not apply', `${answer.author}, ${answer.at}`];
  });
  const sections: [string, string[][]][] = [
    [
      'Findings',
      request.findings.map(({ kind, value, confidence = '-', evidence }) => [kind, value, confidence, evidence]),
    ],
    ['Five points', answers],
    ['Slots', request.slots.map(({ number, start, end }) => [String(number), start, end])],
    ['Attendees', Object.entries(meeting?.answers ?? {})],
    ['Notes', request.notes.map(({ at, author, text }) => [at, author, text])],
    ['Mails', mails.map(({ at, from, disposition, subject, archived }) => [at, from, disposition, subject, archived])],
    ['Letters', letters.map(({ at, letter, to, state, response }) => [at, letter, to.address, state, response])],
    [
      'Interest',
      interest.map(({ at, partner, interest: answer, late, unproven, text }) => {
        const marks = [...(late ? ['late'] : []), ...(unproven ? ['not confirmed'] : [])].join(', ');
        return [at, partner, answer, marks, text];
      }),
    ],
    ['History', request.history.map((line) => [line.at, line.author, told(line, 'en', String)])],
  ];
  const stated = facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, printable(value)]]));
  return [
    request.reference,
    ...indent(table(stated)),
    ...sections
      .filter(([, rows]) => rows.length > 0)
      .flatMap(([title, rows]) => ['', title, ...indent(table(rows.map((row) => row.map(printable))))]),
  ];
}

/** Columns as wide as their widest cell; the last runs free. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.slice(0, -1).entries())
      widths[index] = Math.max(widths[index] ?? 0, [...cell].length);
  return rows.map((row) =>
    row
      .map((cell, index) => padded(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - [...cell].length));
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function clip(text: string, length: number): string {
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text;
}

/** Strangers wrote it: nothing in it may move the cursor, colour the terminal or turn the line around. */
function printable(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ').trim();
}
