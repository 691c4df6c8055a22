import type { Email, Entry, RegisterEvent } from '../../src/model/events.ts';
import type { FakeWorld } from '../world.ts';
import { lastMinute } from './year-count.ts';

// What the rules give each institution, counted from the lines of the journal, without the register.

/** A letter about a digest. */
export interface Told {
  id: string;
  name: string;
  digest: string;
  partner: string;
  to: string;
  messageId: string;
  content: string;
  /** Place in the order in which it was written about the digest: a copy has that of its original, the digest the first. */
  place: number;
  plannedAt: string;
  state: string;
  acceptedAt: string;
}

interface House {
  contacts: string[];
  failed: Set<string>;
  stopped: Set<string>;
  configured: boolean;
  left: boolean;
}

export interface Issue {
  references: string[];
  planned: string[];
  at: string;
  answerBy: string;
  latest: string;
  answerDays: number;
  deadlines: string[];
  closed: string;
  answers: { partner: string; reference: string; interest: string; mail: string; late: boolean; seq: number }[];
}

export class Count {
  readonly letters = new Map<string, Told>();
  readonly issues = new Map<string, Issue>();
  readonly houses = new Map<string, House>();
  /** What is wrong, in words. */
  readonly faults: string[] = [];

  constructor(entries: readonly Entry[]) {
    for (const { at, seq, payload } of entries) {
      for (const event of payload?.events ?? []) this.#note(event, at, seq);
      const emails = (payload?.emails ?? []).filter(({ digest, partner }) => digest && partner);
      for (const [index, email] of emails.entries()) this.#plan(email, emails.slice(0, index), at, seq);
    }
  }

  /** Whether letters to the institution may go to that address. */
  valid(partner: string, address: string): boolean {
    const house = this.houses.get(partner);
    if (!house || house.left) return false;
    return house.contacts.includes(address) && !house.failed.has(address) && !house.stopped.has(address);
  }

  validContacts(partner: string): string[] {
    return (this.houses.get(partner)?.contacts ?? []).filter((address) => this.valid(partner, address));
  }

  about(digest: string): Told[] {
    return [...this.letters.values()].filter((letter) => letter.digest === digest);
  }

  #note(event: RegisterEvent, at: string, seq: number): void {
    if (event.kind === 'partner-changed') {
      const { id, contacts } = event.partner;
      const known = this.houses.get(id);
      const house = known ?? { failed: new Set(), stopped: new Set(), contacts: [], configured: false, left: false };
      house.contacts = contacts.map(({ address }) => address);
      house.left = false;
      if (event.address !== undefined) house.failed.delete(event.address);
      else if (event.configured !== undefined && house.configured) house.failed.clear();
      house.configured = true;
      this.houses.set(id, house);
    }
    const house = 'partner' in event && typeof event.partner === 'string' ? this.houses.get(event.partner) : undefined;
    if (house && event.kind === 'partner-left') house.left = true;
    if (event.kind === 'contact-stopped') house?.stopped.add(event.address);
    if (event.kind === 'contact-failed') house?.failed.add(event.address);
    if (event.kind === 'digest-planned') {
      const { digest, references, partners: planned = [], answerBy = '', latest = '', answerDays = 0 } = event;
      const promised = { answerBy, latest, answerDays };
      this.issues.set(digest, { ...promised, references, planned, at, deadlines: [], closed: '', answers: [] });
    }
    if (event.kind === 'deadline-set') this.issues.get(event.digest)?.deadlines.push(event.deadline);
    const issue = event.kind === 'digest-step' && event.step === 'closed' ? this.issues.get(event.digest) : undefined;
    if (issue) issue.closed = at;
    if (event.kind === 'interest-recorded') {
      const { partner, reference, interest, mail, late } = event;
      const carrier = [...this.issues.values()].find(({ references }) => references.includes(reference));
      carrier?.answers.push({ partner, reference, interest, mail, late, seq });
    }
    const letter = event.kind === 'delivery-changed' ? this.letters.get(event.letter) : undefined;
    if (letter && event.kind === 'delivery-changed') {
      letter.state = event.state;
      if (event.state === 'accepted') letter.acceptedAt ||= at;
    }
  }

  #plan(email: Email, beside: readonly Email[], at: string, seq: number): void {
    const { id, letter: name, digest = '', partner = '', copyOf, content, messageId, to } = email;
    const root = this.letters.get(copyOf ?? '');
    // What is written in one line of the journal in the same words is one sending.
    const twin = beside.find((other) => other.digest === digest && other.content === content && !other.copyOf);
    const place =
      name === 'digest' ? 0 : (root?.place ?? this.letters.get(twin?.id ?? '')?.place ?? seq * 100 + beside.length);
    const letter = { id, name, digest, partner, to: to.address, messageId, content, place };
    const mine = this.about(digest).filter((other) => other.partner === partner);
    this.letters.set(id, { ...letter, plannedAt: at, state: 'planned', acceptedAt: '' });
    const same = mine.filter((other) => other.place === place);
    const again = beside.some((other) => this.letters.get(other.id)?.partner === partner && other.digest === digest);
    for (const other of same) {
      const had = /^(?:planned|sending|deferred|accepted)$/.test(other.state);
      if (!had || name === 'result') continue;
      const where = `${name} ${place} of ${digest} at ${at}: ${partner} has it at ${other.to} (${other.state}), again to ${letter.to}`;
      // What followed a letter that came back is given again after it.
      if (other.to === letter.to && !(again && other.state === 'accepted')) this.faults.push(where);
      if (other.to !== letter.to && this.valid(partner, other.to)) this.faults.push(where);
    }
  }
}

/** Whether the wire took a letter twice that was not with the server when the process died, or one that is on no record. */
export function wireFaults(world: FakeWorld, letters: ReadonlyMap<string, string>, inFlight: ReadonlySet<string>) {
  const taken = new Map<string, string[]>();
  for (const { envelope, raw } of world.postman.sent) {
    const id = messageIdOf(raw);
    taken.set(id, [...(taken.get(id) ?? []), envelope.to]);
  }
  return [...taken].flatMap(([id, to]) => [
    ...(letters.get(id) === undefined ? [`${id} is on no record`] : []),
    ...(to.some((address) => address !== letters.get(id)) ? [`${id} went to ${to.join()}`] : []),
    ...(to.length > 1 && !inFlight.has(id) ? [`${id} was taken ${to.length} times for ${to[0]}`] : []),
  ]);
}

export function messageIdOf(raw: Buffer): string {
  return /^Message-ID: *(?:\r\n )?(<\S+>)/im.exec(raw.toString('latin1'))?.[1] ?? '';
}

/** Ends that a digest may have by its deliveries: what was promised, the cap, and the days from an acceptance. */
export function possibleEnds({ answerBy, latest, answerDays }: Issue, letters: readonly Told[]): Set<string> {
  const served = letters.filter(({ name, acceptedAt }) => name === 'digest' && acceptedAt !== '');
  return new Set([answerBy, latest, ...served.map((one) => lastMinute(Date.parse(one.acceptedAt), answerDays))]);
}

/** The end as the first acceptance by each of those whom the rules gave it makes it; undefined where nobody was served. */
export function leastEnd({ planned, latest, answerBy, answerDays }: Issue, letters: readonly Told[]) {
  const first = planned.flatMap((partner) => {
    const theirs = letters.filter(
      (one) => one.partner === partner && one.name === 'digest' && one.state === 'accepted',
    );
    const at = theirs.map(({ acceptedAt }) => Date.parse(acceptedAt));
    return at.length > 0 ? [Math.min(...at)] : [];
  });
  if (first.length === 0) return undefined;
  const reached = lastMinute(Math.max(...first), answerDays);
  const capped = reached > latest && first.some((at) => at <= Date.parse(latest)) ? latest : reached;
  return capped > answerBy ? capped : answerBy;
}
