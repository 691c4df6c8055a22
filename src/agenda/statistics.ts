import { stances } from '../dissemination/stances.ts';
import type { Interest } from '../model/events.ts';
import { findingWords } from '../model/finding-words.ts';
import type { Digest } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import { referenceYear } from '../model/register.ts';
import type { HistoryLine, Outcome, Request, Status } from '../model/request.ts';

/** How long something took, in days. */
interface Step {
  requests: number;
  median: number;
  /** Nine in ten took no longer. */
  ninetieth: number;
}

export interface Statistics {
  year: number | undefined;
  requests: number;
  /** What has a number and is no request of its own, by what it is. */
  noRequests: Record<string, number>;
  /** Each: how many by name, the most frequent first. */
  byCountry: Record<string, number>;
  byStatus: Record<string, number>;
  byCategory: Record<string, number>;
  byLanguage: Record<string, number>;
  /** As research found it, or staff after it; a request may ask for several things. */
  byRequesterKind: Record<string, number>;
  byNeed: Record<string, number>;
  byOutcome: Record<string, number>;
  /** From the receipt of the request until it was first there. */
  steps: Record<'acknowledged' | 'taken' | 'categorised' | 'complete' | 'disseminated' | 'closed', Step>;
  /** Spent in each status, of those that have left it. */
  stays: Record<Exclude<Status, 'closed'>, Step>;
  dissemination: {
    digests: number;
    notices: number;
    letters: number;
    accepted: number;
    /** Notices that at least one partner is interested in. */
    wanted: number;
    /** Last words of partners about notices, in time. */
    interest: number;
    question: number;
    noInterest: number;
  };
  /** What was closed without reaching the partners: the references by the reason. */
  notDisseminated: Record<string, string[]>;
  /** What has not reached them so far: how many by status. */
  notYet: Record<string, number>;
}

/** What was entered and counts as no request: it is another one, or nobody asked. */
const noRequest: ReadonlySet<string> = new Set<Outcome>(['duplicate', 'spam', 'mistake']);

/**
 * Counts in small steps: a long register takes a while.
 * @param year - Of the references; all without it.
 */
export function* statistics(register: Register, year?: number): Generator<undefined, Statistics> {
  const entered = yield* chosen(
    register.requests.values(),
    ({ reference }) => year === undefined || referenceYear(reference) === year,
  );
  const counts = ({ outcome }: Request) => outcome === undefined || !noRequest.has(outcome);
  const requests = yield* chosen(entered, counts);
  const references = new Set(yield* mapped(requests, ({ reference }) => reference));
  const digests = yield* chosen(register.digests.values(), (digest) =>
    digest.references.some((one) => references.has(one)),
  );
  const letters = (yield* mapped(digests, (digest) => Object.values(digest.letters))).flat();
  const disseminated = yield* chosen(requests, ({ digest }) => digest !== undefined);
  const others = yield* chosen(requests, ({ digest }) => digest === undefined);
  const ended = ({ status }: Request) => status === 'closed';
  const words = yield* mapped(disseminated, ({ digest, reference }) =>
    lastWords(register.digests.get(digest ?? ''), reference),
  );
  const last = (wanted: Interest) => words.flat().filter((interest) => interest === wanted).length;
  const lives = yield* mapped(requests, (request) => ({ request, life: standing(request.history) }));
  const reached = function* (step: (line: HistoryLine) => boolean) {
    return stepOf(yield* mapped(lives, ({ request, life }) => daysBetween(request.receivedAt, life.find(step)?.at)));
  };
  const became = (wanted: Status) => reached((line) => line.kind === 'status-changed' && line.status === wanted);
  const stays = (yield* mapped(lives, ({ request, life }) => staysOf(request, life))).flat();
  const stayed = function* (status: Status) {
    return stepOf(yield* mapped(stays, (stay) => (stay.status === status ? stay.days : undefined)));
  };
  return {
    year,
    requests: requests.length,
    noRequests: yield* tally(yield* chosen(entered, (request) => !counts(request)), ({ outcome }) => outcome ?? '?'),
    byCountry: yield* tally(requests, ({ requester }) => requester.country ?? '?'),
    byStatus: yield* tally(requests, ({ status }) => status),
    byCategory: yield* tally(requests, ({ category }) => category?.category ?? '?'),
    byLanguage: yield* tally(requests, ({ language }) => language),
    byRequesterKind: yield* tally(requests, (request) => found(request, 'requesterKind').at(-1) ?? '?'),
    byNeed: yield* tally(requests, (request) => {
      const needs = found(request, 'need');
      return needs.length > 0 ? needs : '?';
    }),
    byOutcome: yield* tally(yield* chosen(requests, ended), ({ outcome }) => outcome ?? '?'),
    steps: {
      acknowledged: stepOf(
        yield* mapped(requests, (request) => daysBetween(request.receivedAt, firstLetter(request, register))),
      ),
      taken: yield* reached(({ kind }) => kind === 'officer-assigned'),
      categorised: yield* reached(({ kind }) => kind === 'category-set'),
      complete: yield* became('complete'),
      disseminated: yield* became('disseminated'),
      closed: yield* became('closed'),
    },
    stays: {
      received: yield* stayed('received'),
      quarantined: yield* stayed('quarantined'),
      clarifying: yield* stayed('clarifying'),
      categorised: yield* stayed('categorised'),
      complete: yield* stayed('complete'),
      disseminated: yield* stayed('disseminated'),
      dormant: yield* stayed('dormant'),
    },
    dissemination: {
      digests: digests.length,
      notices: disseminated.length,
      letters: letters.length,
      accepted: letters.filter((id) => register.letters.get(id)?.state === 'accepted').length,
      wanted: words.filter((interests) => interests.includes('interest')).length,
      interest: last('interest'),
      question: last('question'),
      noInterest: last('no-interest'),
    },
    notDisseminated: yield* grouped(yield* chosen(others, ended), ({ outcome }) => outcome ?? '?'),
    notYet: yield* tally(yield* chosen(others, (request) => !ended(request)), ({ status }) => status),
  };
}

/** Between so many requests the count may be interrupted. */
const stride = 100;

/** As `filter` and `map` do, in steps. */
function* chosen<T>(items: Iterable<T>, wanted: (item: T) => boolean): Generator<undefined, T[]> {
  const these: T[] = [];
  let seen = 0;
  for (const item of items) {
    if (wanted(item)) these.push(item);
    if (++seen % stride === 0) yield;
  }
  return these;
}

function* mapped<T, U>(items: Iterable<T>, of: (item: T) => U): Generator<undefined, U[]> {
  const these: U[] = [];
  for (const item of items) if (these.push(of(item)) % stride === 0) yield;
  return these;
}

function lastWords(digest: Digest | undefined, reference: string): Interest[] {
  // Nobody learns of an interest before the deadline.
  return digest?.closed ? [...stances(digest, reference).values()].map(({ interest }) => interest) : [];
}

/** Values of that kind, each once. */
function found({ findings }: Request, kind: string): string[] {
  return [
    ...new Set(findings.filter((finding) => finding.kind === kind).map((finding) => findingWords(finding).value)),
  ];
}

/** The history without what was undone: the lines of a command are those of its commit that lead up to it. */
export function standing(history: readonly HistoryLine[]): readonly HistoryLine[] {
  if (!history.some(({ kind }) => kind === 'command-undone')) return history;
  const stands: HistoryLine[] = [];
  for (const line of history) {
    if (line.kind !== 'command-undone') {
      stands.push(line);
      continue;
    }
    const end = stands.findLastIndex((earlier) => earlier.kind === 'command-run' && earlier.line === line.line);
    let start = end;
    while (start > 0 && stands[start - 1]?.at === stands[end]?.at && stands[start - 1]?.kind !== 'command-run') start--;
    if (end >= 0) stands.splice(start, end - start + 1);
  }
  return stands;
}

/** Each stay in a status that has ended. */
function staysOf({ receivedAt }: Request, life: readonly HistoryLine[]): { status: Status; days: number }[] {
  const stays: { status: Status; days: number }[] = [];
  let [status, since]: [Status, string] = ['received', receivedAt];
  for (const line of life) {
    if (line.kind === 'request-registered' && line.quarantined) status = 'quarantined';
    if (line.kind !== 'status-changed') continue;
    stays.push({ status, days: daysBetween(since, line.at) ?? 0 });
    [status, since] = [line.status, line.at];
  }
  return stays;
}

/** When the first letter to the requester was planned that no server sent back. */
function firstLetter({ letters, requester }: Request, register: Register): string | undefined {
  return letters
    .flatMap((id) => register.letters.get(id) ?? [])
    .find(({ to, state }) => to.address === requester.address && state !== 'refused' && state !== 'bounced')?.at;
}

function daysBetween(from: string, to: string | undefined): number | undefined {
  return to === undefined ? undefined : Math.max(0, Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function stepOf(all: readonly (number | undefined)[]): Step {
  // Plain numbers are sorted ten times as fast.
  const days = Float64Array.from(all.filter((each) => each !== undefined)).sort();
  const { length } = days;
  const middle = (ranked(days, length / 2) + ranked(days, (length + 1) / 2)) / 2;
  return { requests: length, median: rounded(middle), ninetieth: rounded(ranked(days, 0.9 * length)) };
}

/** The value at that rank, or at the next whole one; 0 of nothing. */
function ranked(sorted: Float64Array, rank: number): number {
  return sorted[Math.ceil(rank) - 1] ?? 0;
}

function rounded(days: number): number {
  return Math.round(days * 10) / 10;
}

function* tally(
  requests: readonly Request[],
  namesOf: (request: Request) => string | string[],
): Generator<undefined, Record<string, number>> {
  const groups = yield* grouped(requests, namesOf);
  return Object.fromEntries(Object.entries(groups).map(([name, references]) => [name, references.length]));
}

/** References by name, the most frequent name first. */
function* grouped(
  requests: readonly Request[],
  namesOf: (request: Request) => string | string[],
): Generator<undefined, Record<string, string[]>> {
  const groups = new Map<string, string[]>();
  for (const [index, request] of requests.entries()) {
    if (index % stride === 0) yield;
    for (const name of [namesOf(request)].flat()) {
      const group = groups.get(name);
      if (group) group.push(request.reference);
      else groups.set(name, [request.reference]);
    }
  }
  return Object.fromEntries(
    [...groups].sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1)),
  );
}
