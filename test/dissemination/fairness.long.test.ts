import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import type { Partner } from '../../src/model/partner.ts';
import { bounceOf, FakeWorld, written } from '../world.ts';
import { Count, type Issue, leastEnd, messageIdOf, possibleEnds, wireFaults } from './fairness-count.ts';
import { command, deux, newsletterCame, release, un } from './release.ts';

// Whatever happens to servers, people, clocks and the process itself, the journal alone shows that each institution got
// what the rules give it, once, in order, with the right end, and that no server took the same letter twice but where the
// process died with it on its way.

const hour = 3_600_000;
const day = 24 * hour;
const approver = 'dlavoie@greffier.test';
const house = (id: string, name: string, ...people: string[]): Partner => ({
  id,
  name,
  contacts: people.map((person) => ({
    name: person,
    address: `${person}@${id}.test`,
  })) as unknown as Partner['contacts'],
});
const trois = house('trois', 'Cégep Trois', 'd', 'e', 'f');
const joiner = house('quatre', 'Cégep Quatre', 'g', 'h');
const founders = [un, deux, trois];
const addresses = [...founders, joiner].flatMap(({ contacts }) => contacts.map(({ address }) => address));

const occurrence = fc.record({
  what: fc.constantFrom(
    ...(['correction', 'addendum', 'bounce', 'bounce', 'hours', 'puts off', 'refuses', 'takes again'] as const),
    ...(['stops', 'substitute', 'turns', 'joins', 'leaves', 'kill', 'kill', 'leap', 'digest', 'answer'] as const),
  ),
  whom: fc.nat(addresses.length - 1),
  which: fc.nat(19),
});
type Occurrence = typeof occurrence extends fc.Arbitrary<infer Value> ? Value : never;

test.each([1, 2, 3])('from the journal alone each has what the rules give it, once (seed %i)', async (seed) => {
  await fc.assert(
    fc.asyncProperty(fc.array(occurrence, { minLength: 8, maxLength: 18 }), async (occurrences) => {
      const office = new Office();
      await office.opens();
      for (const [index, one] of occurrences.entries()) await office.lives(one, index + 1);
      await office.settles();
      office.judgesWhileOpen();
      await office.ends();
      await office.judgesAtTheEnd();
    }),
    { seed, numRuns: 3, endOnFailure: true },
  );
});

/** One whose process dies at a call of the journal or the postman, before or after it is done. */
class MortalWorld extends FakeWorld {
  #callsLeft = Number.POSITIVE_INFINITY;
  #after = false;
  #dead = false;

  constructor() {
    super();
    const mortal =
      <A extends unknown[], R>(work: (...words: A) => Promise<R>) =>
      async (...words: A): Promise<R> => {
        if (this.#dead) throw new Error('the process is dead');
        this.#callsLeft -= 1;
        const dies = this.#callsLeft < 0;
        if (dies && !this.#after) throw this.#die();
        const result = await work(...words);
        if (dies) throw this.#die();
        return result;
      };
    this.journal.append = mortal(this.journal.append.bind(this.journal));
    this.postman.send = mortal(this.postman.send.bind(this.postman));
  }

  get dead(): boolean {
    return this.#dead;
  }

  willDie(callsLeft: number, after: boolean): void {
    this.#callsLeft = callsLeft;
    this.#after = after;
  }

  revive(): void {
    this.#dead = false;
    this.#callsLeft = Number.POSITIVE_INFINITY;
  }

  #die(): Error {
    this.#dead = true;
    return new Error('killed');
  }
}

class Office {
  readonly world = new MortalWorld();
  clerk!: Clerk;
  readonly references: string[] = [];
  readonly newest = new Map<string, string>();
  /** Message-ID of letters that were with the server when the process died. */
  readonly inFlight = new Set<string>();
  readonly answered: { partner: string; reference: string; at: string; served: boolean }[] = [];
  #requests = 0;

  async opens(): Promise<void> {
    const { world } = this;
    const { modalities } = world.policy;
    const short = { ...modalities.short, answerDays: 30, reminderDays: 20, extensionDays: 5 };
    world.policy = { ...world.policy, partners: founders, modalities: { ...modalities, short } };
    this.clerk = await world.open();
    await this.follows();
    for (let first = 0; first < 2; first++) await this.digest();
  }

  async follows(ms = 60_000): Promise<void> {
    for (let round = 0; round < 3; round++) {
      await this.clerk.followAgenda();
      await this.clerk.sendDue();
    }
    this.world.clock.pass(ms);
  }

  async digest(): Promise<void> {
    this.#requests += 1;
    const from = `Ama Boateng <ama@org-${this.#requests}.example>`;
    const subject = `Training ${this.#requests}`;
    this.references.push(await release(this.world, this.clerk, { from, subject, timeline: 'mai 2029' }));
    await this.follows(20 * hour);
    await this.clerk.tick('short');
    await this.follows();
  }

  /** What the mail server took and the journal does not know of: that is on its way, and comes again. */
  async restarts(): Promise<void> {
    const { world } = this;
    world.revive();
    await newsletterCame(world);
    const known = new Count(world.journal.entries);
    const accepted = new Set(
      [...known.letters.values()].filter(({ acceptedAt }) => acceptedAt).map((one) => one.messageId),
    );
    for (const { raw } of world.postman.sent) if (!accepted.has(messageIdOf(raw))) this.inFlight.add(messageIdOf(raw));
    this.clerk = await world.open();
    await world.work(this.clerk);
  }

  async lives(one: Occurrence, index: number): Promise<void> {
    const { world } = this;
    // The process may die in whatever happens next; what a person did is done again by nobody.
    if (one.what === 'kill') {
      world.willDie(one.which, one.whom % 2 === 0);
      await this.follows(hour).catch(() => {});
      await this.bounces(addresses[one.whom] ?? '', one.which).catch(() => {});
      await this.corrects(one.which, index).catch(() => {});
      await this.follows().catch(() => {});
      await this.restarts();
    } else await this.#happens(one, index);
    await this.follows(7 * 60_000);
  }

  async corrects(which: number, index: number): Promise<void> {
    const reference = this.references[which % this.references.length] ?? '';
    const words = `version ${index} du texte`;
    await command(this.world, this.clerk, approver, `[${reference}] #rectifier`, `Attentes : ${words}`);
    if (this.clerk.register.requests.get(reference)?.notice?.notice.points.expectations === words)
      this.newest.set(reference, words);
  }

  async bounces(address: string, which: number): Promise<void> {
    const read = await this.world.lettersTo(address);
    const { messageId } = read[which % Math.max(1, read.length)] ?? {};
    const returned = messageId && (await bounceOf(this.world, address, '550 5.1.1 unknown', messageId));
    if (returned) await this.world.arrives(this.clerk, returned);
  }

  async #happens({ what, whom, which }: Occurrence, index: number): Promise<void> {
    const { world, clerk } = this;
    const address = addresses[whom] ?? '';
    const id = /@(\w+)\.test/.exec(address)?.[1] ?? '';
    const reference = this.references[which % this.references.length] ?? '';
    const answers = (state: 'deferred' | 'refused', response: string) =>
      world.postman.answers.set(address, { state, response });
    if (what === 'correction') await this.corrects(which, index);
    else if (what === 'addendum') await command(world, clerk, approver, `[${reference}] #addenda`, `Réponse ${index}.`);
    else if (what === 'bounce') await this.bounces(address, which);
    else if (what === 'hours') await this.follows(which * hour);
    else if (what === 'puts off') answers('deferred', '451 4.7.1 later');
    else if (what === 'refuses') answers('refused', '550 5.1.1 no');
    else if (what === 'takes again') world.postman.answers.delete(address);
    else if (what === 'stops')
      await world.arrives(clerk, await written({ from: address, subject: 'Désabonnement', text: '' }));
    else if (what === 'substitute')
      await command(world, clerk, approver, `#partenaire ${id} remplaçant ${address} Zoé Roy`);
    else if (what === 'digest') await this.digest();
    else if (what === 'answer') await this.#answers(id, address, reference, which);
    else if (what === 'leap') await this.#leaps(which);
    else if (what !== 'kill') await this.#reconfigures(what, id);
  }

  async #answers(id: string, from: string, reference: string, which: number): Promise<void> {
    const [label, text] =
      which % 3 === 0 ? ['Sans intérêt', 'Notre établissement ne participera pas.'] : ['Intérêt', ''];
    const count = new Count(this.world.journal.entries);
    const [digest = ''] = [...count.issues].find(([, issue]) => issue.references.includes(reference)) ?? [];
    const served = count.about(digest).some((one) => one.partner === id && one.name === 'digest' && one.acceptedAt);
    const at = this.world.clock.now().toISOString();
    await this.world.arrives(this.clerk, await written({ from, subject: `[${reference}] ${label}`, text: text ?? '' }));
    const stands = (count.houses.get(id)?.contacts.includes(from) ?? false) && !count.houses.get(id)?.left;
    this.answered.push({ partner: id, reference, at, served: served && stands });
  }

  /** The clock is set wrong by days: nothing goes to partners until it is set right, or borne out. */
  async #leaps(which: number): Promise<void> {
    const { world } = this;
    const partners = () => world.postman.sent.filter(({ envelope }) => addresses.includes(envelope.to)).length;
    const before = partners();
    world.clock.leap(5 * day);
    await this.clerk.tick('short');
    await this.follows(hour);
    await this.follows();
    expect(partners(), 'no letter leaves by a clock that nobody believes').toBe(before);
    if (which % 2 === 0) world.clock.leap(-5 * day);
    await newsletterCame(world);
    world.mailbox.deliver(
      await written({ from: 'a@b.example', subject: 'News', text: `${which}`, headers: { 'List-Id': '<x.example>' } }),
    );
    await world.work(this.clerk);
  }

  async #reconfigures(what: 'turns' | 'joins' | 'leaves', id: string): Promise<void> {
    const { world } = this;
    const { partners } = world.policy;
    const turned = partners.map((partner) => {
      const [first, ...others] = partner.contacts;
      const [second, ...rest] = [...others, first];
      return partner.id === id
        ? { ...partner, contacts: [second, ...rest] as unknown as Partner['contacts'] }
        : partner;
    });
    const missing = [...founders, joiner].filter((one) => !partners.some((known) => known.id === one.id));
    const wanted = { turns: turned, joins: [...partners, ...missing], leaves: partners.filter((one) => one.id !== id) };
    world.policy = { ...world.policy, partners: wanted[what] };
    await this.restarts();
  }

  async settles(): Promise<void> {
    this.world.postman.answers.clear();
    for (let round = 0; round < 5; round++) {
      await newsletterCame(this.world);
      await this.world.work(this.clerk);
      await this.follows(9 * hour);
    }
  }

  #wire(count: Count): void {
    const { register } = this.clerk;
    expect(count.faults).toEqual([]);
    const recipients = new Map([...register.letters.values()].map(({ messageId, to }) => [messageId, to.address]));
    expect(wireFaults(this.world, recipients, this.inFlight)).toEqual([]);
  }

  judgesWhileOpen(): void {
    const count = new Count(this.world.journal.entries);
    this.#wire(count);
    for (const [id, issue] of count.issues) {
      expect(issue.closed, id).toBe('');
      const letters = count.about(id);
      const texts = letters.filter(({ name }) => name === 'digest' || name === 'addendum');
      const places = [...new Set(texts.map(({ place }) => place))].sort((a, b) => a - b);
      expect(new Set(texts.filter(({ place }) => place === 0).map(({ content }) => content)).size, id).toBe(1);
      for (const partner of count.houses.keys()) {
        const valid = count.validContacts(partner);
        if (valid.length === 0) continue;
        const complete = valid.filter((address) =>
          places.every((place) =>
            texts.some((one) => one.place === place && one.to === address && one.state === 'accepted'),
          ),
        );
        expect(complete.length, `${partner} has all about ${id}: ${places.join()}`).toBeGreaterThan(0);
      }
      const end = issue.deadlines.at(-1);
      const least = leastEnd(issue, letters);
      if (least !== undefined) expect(end ?? '', id).not.toBe('');
      if (end === undefined) continue;
      expect(possibleEnds(issue, letters), id).toContain(end);
      expect(end >= (least ?? ''), `${id}: ${end} against ${least}`).toBe(true);
      expect(issue.deadlines.toSorted(), id).toEqual(issue.deadlines);
    }
  }

  async ends(): Promise<void> {
    for (let passed = 0; passed < 66; passed += 3) {
      this.world.clock.pass(3 * day);
      await newsletterCame(this.world);
      await this.world.work(this.clerk);
      await this.follows();
    }
  }

  async judgesAtTheEnd(): Promise<void> {
    const { world } = this;
    const count = new Count(world.journal.entries);
    this.#wire(count);
    for (const [id, issue] of count.issues) {
      const letters = count.about(id);
      const had = (partner: string) =>
        letters.some((one) => one.partner === partner && one.name === 'digest' && one.state === 'accepted');
      const members = [...count.houses.keys()].filter((partner) => count.validContacts(partner).length > 0);
      const nobody = issue.planned.every((partner) => !had(partner));
      expect(issue.closed === '', `${id} ends`).toBe(nobody);
      const results = letters.filter(({ name }) => name === 'result');
      expect(results.map(({ partner }) => partner).sort(), id).toEqual(nobody ? [] : members.filter(had).sort());
      expect(new Set(results.map(({ content }) => content)).size).toBeLessThanOrEqual(1);
      for (const { partner, to, state } of results) {
        expect(state).toBe('accepted');
        const read = letters.filter((one) => one.partner === partner && one.to === to && one.state === 'accepted');
        expect(
          read.map(({ name }) => name),
          `${to} has the digest, too`,
        ).toContain('digest');
      }
      for (const { partner, reference, at, served } of this.answered) {
        if (!served || !issue.references.includes(reference)) continue;
        const theirs = issue.answers.filter((one) => one.partner === partner && one.reference === reference);
        expect(theirs.length, `${partner} on ${reference} at ${at}`).toBeGreaterThan(0);
      }
      for (const reference of nobody ? [] : issue.references) await this.#introduced(reference, issue);
    }
  }

  /** The requester is told once, at the end, by the last word of each. */
  async #introduced(reference: string, { answers }: Issue): Promise<void> {
    const requester = `ama@org-${this.references.indexOf(reference) + 1}.example`;
    const told = (await this.world.lettersTo(requester)).filter(({ subject }) =>
      /Réponse des établissements/.test(subject),
    );
    expect(told.length, `${requester} is told once`).toBe(1);
    const last = new Map(
      answers.filter((one) => one.reference === reference).map((one) => [one.partner, one.interest]),
    );
    const named = [...founders, joiner].filter(({ name }) => told[0]?.text.includes(name)).map(({ id }) => id);
    expect(named, reference).toEqual(named.filter((id) => last.get(id) === 'interest'));
    expect(named.length, reference).toBe([...last.values()].filter((interest) => interest === 'interest').length);
  }
}
