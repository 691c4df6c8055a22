import { domainOf } from './domain.ts';
import type { DeliveryState } from './events.ts';

/** How fast letters go to one domain. */
interface Pace {
  /** When letters were handed over, oldest first; what is older than a minute is let go of. */
  tries: string[];
  /** Its servers asked us to slow down: nothing more before that moment. */
  heldUntil?: string;
}

/** By domain, what was handed over in the last minute. */
export type Paces = Map<string, Pace>;

/** A letter is handed over to that address. */
export function keepPace(paces: Paces, address: string, at: string): void {
  const domain = domainOf(address);
  const pace = paces.get(domain) ?? { tries: [] };
  const minuteAgo = Date.parse(at) - 60_000;
  const recent = pace.tries.findIndex((before) => Date.parse(before) > minuteAgo);
  pace.tries.splice(0, recent < 0 ? pace.tries.length : recent);
  pace.tries.push(at);
  paces.set(domain, pace);
}

/** What servers say who are sent too much at a time (RFC 3463, X.4.5 and X.7.x are used for other things too: the words count). */
const tooFast = /\b(?:too (?:many (?!hops)|much|fast)|rate\b|throttl\w*|slow down|(?:limit|messages) exceeded)/i;
/** One mailbox is full or away (RFC 3463, X.2.x): its neighbours have nothing to do with that. */
const ofMailbox = /\b4\.2\.\d|\b(?:quota|storage|mailbox (?:is )?full)\b/i;

/** The server of that address asked for patience: when it means the pace, the whole domain waits. */
export function slowDown(paces: Paces, address: string, response: string, until: string | undefined): void {
  const pace = paces.get(domainOf(address));
  if (pace && until !== undefined && tooFast.test(response) && !ofMailbox.test(response)) pace.heldUntil = until;
}

/** What the ledger tells of the pace: the last attempt of each letter, and which server still waits. */
export function restorePaces(paces: Paces, letters: Iterable<Tried>): void {
  const tried = [...letters].sort((a, b) => (a.triedAt ?? '').localeCompare(b.triedAt ?? ''));
  for (const { triedAt, to, state, deferrals, response, nextAt } of tried) {
    if (triedAt === undefined) continue;
    keepPace(paces, to.address, triedAt);
    if (state === 'deferred' && deferrals) slowDown(paces, to.address, response, nextAt);
  }
}

interface Tried {
  to: { address: string };
  state: DeliveryState;
  response: string;
  triedAt?: string;
  deferrals?: number;
  nextAt?: string;
}
