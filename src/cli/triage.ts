import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { readMail } from '../io/mime.ts';
import { bounceReport } from '../mail/bounce.ts';
import { calendarPart } from '../mail/calendar.ts';
import { languageOf } from '../mail/language.ts';
import type { Mail } from '../mail/mail.ts';
import { visibleText } from '../mail/visible-text.ts';
import { type Circle, triage } from '../reception/triage.ts';

interface TriageOptions {
  json: boolean;
  /** Paths of mails; none, or `-`, for paths on standard input, one a line. */
  paths: readonly string[];
  /** Who is known; nobody when there is no configuration. */
  circle?: Pick<Circle, 'own' | 'staff' | 'partners'>;
}

interface TriageIo {
  out(text: string): void;
  err(text: string): void;
  /** Where paths are read when none is given: standard input if left out. */
  lines?: AsyncIterable<string>;
}

/**
 * Says of each mail what it is, one line a mail, in order; touches nothing.
 * @returns the exit code: 0, also when a mail could not be read: that is a line of its own.
 */
export async function triageFiles(options: TriageOptions, io: TriageIo): Promise<number> {
  const known = options.circle ?? { own: [], staff: [], partners: [] };
  const circle: Circle = { ...known, thread: undefined, colleague: false, signedByUs: false, command: false };
  for await (const file of files(options.paths, io.lines)) {
    const row = await describe(file, circle);
    io.out(
      options.json ? JSON.stringify(row) : `${row.kind.padEnd(17)}${row.answerable ? ' ' : '×'} ${file}  (${row.why})`,
    );
  }
  return 0;
}

async function* files(paths: readonly string[], lines?: AsyncIterable<string>): AsyncIterable<string> {
  if (paths.some((path) => path !== '-')) yield* paths;
  else for await (const line of lines ?? createInterface({ input: process.stdin })) if (line.trim()) yield line;
}

async function describe(file: string, circle: Circle) {
  try {
    const mail = await readMail(await readFile(file));
    return { file, ...triage(mail, circle), ...contents(mail) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { file, kind: 'unreadable', why, answerable: false, ...nothing };
  }
}

const nothing = { from: '', subject: '', text: '', language: '', deliveries: [], calendar: null };

function contents(mail: Mail) {
  const text = visibleText(mail);
  const calendar = calendarPart(mail);
  const { method, uid, attendee, partstat, sequence } = calendar ?? {};
  return {
    from: mail.from[0]?.address ?? '',
    subject: mail.subject,
    text,
    language: languageOf(text),
    deliveries: (bounceReport(mail)?.deliveries ?? []).map(({ recipient, status, action, diagnostic }) => ({
      recipient,
      status,
      action,
      diagnostic,
    })),
    calendar: calendar ? { method, uid, attendee, partstat, sequence } : null,
  };
}
