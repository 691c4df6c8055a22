import { told } from '../model/chronicle.ts';
import type { Policy } from '../model/policy.ts';
import type { HistoryLine, Request } from '../model/request.ts';
import { pointTitles } from '../model/wording.ts';

/** Writes an instant, or names whom we know, as people read it. */
type Words = (of: string) => string;

/**
 * The history of a request, oldest first: what one person did at one moment is one line, with the command that did it
 * behind.
 * @param asks - Whether a command only asked something: that is no part of the story.
 */
export function timeline(
  { history, requester }: { history: readonly HistoryLine[] } & Pick<Request, 'requester'>,
  policy: Policy,
  when: Words,
  asks: (line: string) => boolean,
): string[] {
  const who = (id: string) => nameOf(id, requester, policy);
  return moments(history).flatMap((lines) => {
    const [{ at, author }] = lines;
    const words = inWords(lines, when, who, asks);
    const wrote = author === clerk || policy.staff.some(({ id }) => id === author) ? '' : ' écrit';
    return words.length > 0 ? [`${when(at)} · ${who(author)}${wrote} · ${words.join('; ')}`] : [];
  });
}

const clerk = 'greffier';

type Moment = [HistoryLine, ...HistoryLine[]];

function moments(history: readonly HistoryLine[]): Moment[] {
  const found: Moment[] = [];
  for (const line of history) {
    const last = found.at(-1);
    if (last?.[0].at === line.at && last[0].author === line.author) last.push(line);
    else found.push([line]);
  }
  return found;
}

function inWords(lines: Moment, when: Words, who: Words, asks: (line: string) => boolean): string[] {
  const words: string[] = [];
  /** What was done since the last command: by the next one. */
  let done: string[] = [];
  let points: string[] = [];
  const settle = () => {
    if (points.length > 0)
      done.push(`${points.length === 1 ? 'précision reçue' : 'précisions reçues'}\u00A0: ${points.join(', ')}`);
    points = [];
  };
  for (const line of lines) {
    if (line.kind === 'point-answered') {
      points.push(pointTitles.fr[line.point].title);
      continue;
    }
    settle();
    if (line.kind !== 'command-run') {
      done.push(told(line, 'fr', when, who));
      continue;
    }
    const command = line.second ? `${line.line}, avec l’accord de ${who(line.second)}` : line.line;
    if (done.length > 0) words.push(`${done.join(', ')} (${command})`);
    else if (!asks(line.line)) words.push(command);
    done = [];
  }
  settle();
  return [...words, ...done];
}

function nameOf(id: string, requester: Request['requester'], { staff, partners }: Policy): string {
  if (id === clerk) return 'le greffier';
  if (id === requester.address && requester.name) return requester.name;
  const partner = partners.find((known) => known.id === id || known.contacts.some(({ address }) => address === id));
  return staff.find((person) => person.id === id)?.name ?? partner?.name ?? id;
}
