import type { Entry, Interest, RegisterEvent } from '../../src/model/events.ts';

const dayMs = 86_400_000;

interface Counted {
  reference: string;
  requester: string;
  received: number;
  country: string;
  language: string;
  status: string;
  since: number;
  category: string;
  outcome: string;
  digest: string;
  first: Map<string, number>;
  stays: { status: string; days: number }[];
  /** What stood before each command that can be undone, by mail and line. */
  before: Map<string, Counted>;
  /** By partner, in time. */
  words: Map<string, Interest>;
}

/**
 * The figures of a year, counted line by line from the journal, without the register.
 * @param year - Of the references; all without it.
 */
export function countFrom(entries: readonly Entry[], year?: number) {
  const requests = new Map<string, Counted>();
  const digests = new Map<string, string[]>();
  const letters: { id: string; digest: string }[] = [];
  const states = new Map<string, string>();
  const over = new Set<string>();
  for (const { at: stamp, payload } of entries) {
    const at = Date.parse(stamp);
    const planned = (payload?.emails ?? []).filter(({ letter }) => letter === 'digest');
    for (const { id, digest = '' } of planned) letters.push({ id, digest });
    const earlier = new Map([...requests].map(([reference, request]) => [reference, copy(request)]));
    for (const event of payload?.events ?? []) note(event, at, earlier);
    for (const { reference = '', to } of payload?.emails ?? []) {
      const request = requests.get(reference);
      if (request?.requester === to.address) reach(request, 'acknowledged', at);
    }
  }
  const entered = [...requests.values()].filter(
    ({ reference }) => year === undefined || reference.includes(`-${year}-`),
  );
  const nobody = ['duplicate', 'spam', 'mistake'];
  const counted = entered.filter(({ outcome }) => !nobody.includes(outcome));
  const served = counted.filter(({ digest }) => digest !== '');
  const told = served.filter(({ digest }) => over.has(digest));
  const ids = new Set(served.map(({ digest }) => digest));
  const theirs = letters.filter(({ digest }) => ids.has(digest));
  const said = (wanted: Interest) =>
    told.flatMap(({ words }) => [...words.values()]).filter((interest) => interest === wanted).length;
  return {
    requests: counted.length,
    noRequests: tally(entered.filter(({ outcome }) => nobody.includes(outcome)).map(({ outcome }) => outcome)),
    byCountry: tally(counted.map(({ country }) => country)),
    byStatus: tally(counted.map(({ status }) => status)),
    byCategory: tally(counted.map(({ category }) => category)),
    byLanguage: tally(counted.map(({ language }) => language)),
    byOutcome: tally(counted.filter(({ status }) => status === 'closed').map(({ outcome }) => outcome)),
    steps: Object.fromEntries(
      ['acknowledged', 'taken', 'categorised', 'complete', 'disseminated', 'closed'].map((step) => [
        step,
        span(counted.flatMap(({ first, received }) => (first.has(step) ? [(first.get(step) ?? 0) - received] : []))),
      ]),
    ),
    stays: Object.fromEntries(
      ['received', 'quarantined', 'clarifying', 'categorised', 'complete', 'disseminated', 'dormant'].map((status) => [
        status,
        span(counted.flatMap(({ stays }) => stays.filter((stay) => stay.status === status).map(({ days }) => days))),
      ]),
    ),
    dissemination: {
      digests: ids.size,
      notices: served.length,
      letters: theirs.length,
      accepted: theirs.filter(({ id }) => states.get(id) === 'accepted').length,
      wanted: told.filter(({ words }) => [...words.values()].includes('interest')).length,
      interest: said('interest'),
      question: said('question'),
      noInterest: said('no-interest'),
    },
    notYet: tally(
      counted.filter(({ digest, status }) => digest === '' && status !== 'closed').map(({ status }) => status),
    ),
  };

  function note(event: RegisterEvent, at: number, earlier: ReadonlyMap<string, Counted>): void {
    if (event.kind === 'delivery-changed') states.set(event.letter, event.state);
    if (event.kind === 'digest-planned') {
      digests.set(event.digest, event.references);
      for (const reference of event.references) Object.assign(requests.get(reference) ?? {}, { digest: event.digest });
    }
    if (event.kind === 'digest-step' && event.step === 'closed') over.add(event.digest);
    if (event.kind === 'request-registered') {
      const { reference, requester, quarantined, language } = event;
      requests.set(reference, {
        ...{ reference, language, requester: requester.address, country: requester.country ?? '?' },
        ...{ received: Date.parse(event.receivedAt), since: Date.parse(event.receivedAt) },
        ...{ status: quarantined ? 'quarantined' : 'received', category: '?', outcome: '', digest: '' },
        ...{ first: new Map(), stays: [], before: new Map(), words: new Map() },
      });
    }
    if (!('reference' in event) || event.reference === undefined) return;
    const request = requests.get(event.reference);
    if (!request) return;
    switch (event.kind) {
      case 'status-changed':
        request.stays.push({ status: request.status, days: at - request.since });
        Object.assign(request, { status: event.status, since: at, outcome: event.outcome ?? '' });
        reach(request, event.status, at);
        break;
      case 'officer-assigned':
        reach(request, 'taken', at);
        break;
      case 'category-set':
        request.category = event.category;
        reach(request, 'categorised', at);
        break;
      case 'requester-corrected':
        request.country = event.country ?? request.country;
        break;
      case 'interest-recorded':
        if (!event.late && !(event.interest === 'question' && request.words.has(event.partner)))
          request.words.set(event.partner, event.interest);
        break;
      case 'command-run':
        request.before.set(`${event.mail} ${event.line}`, earlier.get(event.reference) ?? request);
        break;
      case 'command-undone': {
        const { before: kept, ...stood } = request.before.get(`${event.mail} ${event.line}`) ?? request;
        Object.assign(request, copy({ ...stood, before: new Map([...kept, ...request.before]) }));
        break;
      }
      default:
    }
  }
}

function copy(request: Counted): Counted {
  const { first, stays, before, words } = request;
  return { ...request, first: new Map(first), stays: [...stays], before: new Map(before), words: new Map(words) };
}

function reach({ first }: Counted, step: string, at: number): void {
  if (!first.has(step)) first.set(step, at);
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** By hand: in a row of n, the middle one or between the two in the middle, and the ⌈9n/10⌉th. */
function span(times: readonly number[]) {
  const row = times.map((ms) => ms / dayMs).sort((a, b) => a - b);
  const at = (place: number) => row[Math.ceil(place) - 1] ?? 0;
  const rounded = (days: number) => Math.round(days * 10) / 10;
  const middle = (at(row.length / 2) + at((row.length + 1) / 2)) / 2;
  return { requests: row.length, median: rounded(middle), ninetieth: rounded(at((row.length * 9) / 10)) };
}
