import type { Register } from '../model/register.ts';
import { referenceYear } from '../model/register.ts';
import type { HistoryLine, Request, Status } from '../model/request.ts';

/** How long a step took, in days from the receipt of the request. */
interface Step {
  requests: number;
  median: number;
  /** Nine in ten took no longer. */
  ninetieth: number;
}

export interface Statistics {
  year: number | undefined;
  requests: number;
  /** Each: how many by name, the most frequent first. */
  byCountry: Record<string, number>;
  byStatus: Record<string, number>;
  byCategory: Record<string, number>;
  byLanguage: Record<string, number>;
  byOutcome: Record<string, number>;
  steps: Record<'acknowledged' | 'taken' | 'categorised' | 'complete' | 'disseminated' | 'closed', Step>;
  dissemination: {
    digests: number;
    notices: number;
    letters: number;
    accepted: number;
    interest: number;
    question: number;
    noInterest: number;
  };
  /** What was closed without reaching the partners: how many by the reason. */
  notDisseminated: Record<string, number>;
}

/** @param year - Of the references; all without it. */
export function statistics(register: Register, year?: number): Statistics {
  const requests = [...register.requests.values()].filter(
    ({ reference }) => year === undefined || referenceYear(reference) === year,
  );
  const references = new Set(requests.map(({ reference }) => reference));
  const digests = [...register.digests.values()].filter((digest) =>
    digest.references.some((one) => references.has(one)),
  );
  const letters = digests.flatMap((digest) => Object.values(digest.letters));
  const answers = digests.flatMap((digest) => digest.answers.filter(({ reference }) => references.has(reference)));
  const answered = (wanted: string) =>
    new Set(
      answers.filter(({ interest }) => interest === wanted).map(({ partner, reference }) => `${partner} ${reference}`),
    ).size;
  const reached = (step: (line: HistoryLine) => boolean) =>
    stepOf(requests, (request) => request.history.find(step)?.at);
  const became = (wanted: Status) => reached((line) => line.kind === 'status-changed' && line.status === wanted);
  return {
    year,
    requests: requests.length,
    byCountry: tally(requests, ({ requester }) => requester.country ?? '?'),
    byStatus: tally(requests, ({ status }) => status),
    byCategory: tally(requests, ({ category }) => category?.category ?? '?'),
    byLanguage: tally(requests, ({ language }) => language),
    byOutcome: tally(
      requests.filter(({ status }) => status === 'closed'),
      ({ outcome }) => outcome ?? '?',
    ),
    steps: {
      acknowledged: stepOf(requests, (request) => firstLetter(request, register)),
      taken: reached(({ kind }) => kind === 'officer-assigned'),
      categorised: reached(({ kind }) => kind === 'category-set'),
      complete: became('complete'),
      disseminated: became('disseminated'),
      closed: became('closed'),
    },
    dissemination: {
      digests: digests.length,
      notices: requests.filter(({ digest }) => digest !== undefined).length,
      letters: letters.length,
      accepted: letters.filter((id) => register.letters.get(id)?.state === 'accepted').length,
      interest: answered('interest'),
      question: answered('question'),
      noInterest: answered('no-interest'),
    },
    notDisseminated: tally(
      requests.filter(({ status, digest }) => status === 'closed' && digest === undefined),
      ({ outcome }) => outcome ?? '?',
    ),
  };
}

/** When the first letter to the requester was planned. */
function firstLetter({ letters, requester }: Request, register: Register): string | undefined {
  return letters.map((id) => register.letters.get(id)).find((letter) => letter?.to.address === requester.address)?.at;
}

function stepOf(requests: readonly Request[], when: (request: Request) => string | undefined): Step {
  const days = requests
    .flatMap((request) => {
      const at = when(request);
      return at === undefined ? [] : [Math.max(0, Date.parse(at) - Date.parse(request.receivedAt)) / 86_400_000];
    })
    .sort((a, b) => a - b);
  return { requests: days.length, median: rank(days, 0.5), ninetieth: rank(days, 0.9) };
}

/** The nearest-rank quantile, with one decimal; 0 of nothing. */
function rank(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return Math.round(value * 10) / 10;
}

function tally(requests: readonly Request[], nameOf: (request: Request) => string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const request of requests) counts.set(nameOf(request), (counts.get(nameOf(request)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)));
}
