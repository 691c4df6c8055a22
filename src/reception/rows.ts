import { peek } from '../model/layer.ts';
import { personShown } from '../model/person-shown.ts';
import type { LetterRecord, SeenMail } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import { lettersToward, sameBox } from './correspondent.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** What comes within this time of a letter may be a machine’s answer to it, also after a weekend. */
const soonMs = 3 * dayMs;
/** From another address of the house: colleagues write one after the other too. */
const soonFromHouseMs = 6 * hourMs;
/** Clocks of mail servers differ from ours by less; what is older than the letter by more is no answer to it. */
const skewMs = 10 * 60_000;
/** So many letters to a house in a row, whichever its addresses: some machines have a new one for each answer. */
const mostOfHouse = 12;
/** Of a machine that takes its time. */
const mostInMonth = 5;
const monthMs = 30 * dayMs;
/** So many letters of one thread are looked at. */
const mostInThread = 50;

export type Row = 'row' | 'often' | 'house';

/**
 * Whether a correspondent’s mails open one automatic letter after the other and nothing shows a person, whatever their
 * words. `row`: the last letter was opened soon after the one before it, and this mail comes soon after a letter again;
 * `often`: five were opened within a month; `house`: a dozen in a row, by whatever addresses of its domain.
 * @param receivedAt - Of this mail; ISO 8601, UTC.
 * @param named - The requests that it names or answers: a machine may answer from anywhere.
 */
export function rowOf(
  sender: string,
  receivedAt: string,
  named: readonly string[],
  register: Register,
  now: Date,
): Row | undefined {
  const toward = lettersToward(sender, register);
  const own = toward.filter(({ to }) => sameBox(to.address, sender));
  const thread = threadOf([...own.map(({ reference }) => reference), ...named], register);
  const all = [...toward, ...lettersIn(thread, register)].map((letter) => [letter.messageId, letter] as const);
  const letters = [...new Map(all).values()].sort((a, b) => a.seq - b.seq);
  const comes = { from: sender, receivedAt, thread };
  if (!rowIn(letters, comes, register, now)) return undefined;
  const shown = personShown([...new Set([sender, ...letters.map(({ to }) => to.address)])], register);
  const since = letters.filter(({ at }) => at > shown);
  return rowIn(since, comes, register, now);
}

/** References of requests of which one was opened by a mail that named the other, by who had no part in it. */
interface Thread {
  first: Set<string>;
  later: Set<string>;
}

type Coming = Pick<SeenMail, 'from' | 'receivedAt'> & { thread: Thread };

/** Of these requests, those that name another, and those that they name. */
function threadOf(references: readonly (string | undefined)[], register: Register): Thread {
  const [first, later] = [new Set<string>(), new Set<string>()];
  for (const reference of new Set(references)) {
    const named = (peek(register.requests, reference ?? '')?.findings ?? []).filter(({ kind }) => kind === 'thread');
    if (reference === undefined || named.length === 0) continue;
    later.add(reference);
    for (const { value } of named) first.add(value);
  }
  return { first, later };
}

function lettersIn({ first, later }: Thread, register: Register): LetterRecord[] {
  const ids = [...first, ...later].flatMap((reference) => peek(register.requests, reference)?.letters ?? []);
  const letters = ids.slice(-mostInThread).flatMap((id) => peek(register.letters, id) ?? []);
  return letters.filter(({ automatic, reference }) => automatic && reference !== undefined);
}

/** @param letters - Oldest first. */
function rowIn(letters: readonly LetterRecord[], comes: Coming, register: Register, now: Date): Row | undefined {
  const openers = letters.map((letter) => openerOf(letter, register, comes.thread));
  const own = letters.flatMap(({ to }, index) => (sameBox(to.address, comes.from) && openers[index] ? [index] : []));
  const inMonth = own.filter((index) => now.getTime() - Date.parse(letters[index]?.at ?? '') <= monthMs);
  if (inMonth.length >= mostInMonth) return 'often';
  const inThread = letters.flatMap(({ reference = '' }, index) =>
    comes.thread.later.has(reference) && openers[index] ? [index] : [],
  );
  const last = Math.max(-1, ...own, ...inThread);
  const opener = openers[last];
  if (opener && isSoonAfter(opener, letters.slice(0, last)) && isSoonAfter(comes, letters)) return 'row';
  const ofHouse = [...openers, comes].slice(-mostOfHouse);
  const from = letters.length + 1 - ofHouse.length;
  const inHaste = ofHouse.every(
    (each, index) => each && isSoonAfter(each, letters.slice(0, from + index), soonFromHouseMs),
  );
  return ofHouse.length === mostOfHouse && inHaste ? 'house' : undefined;
}

function openerOf(letter: LetterRecord, register: Register, thread: Thread): Coming | undefined {
  const opener = openingMail(letter, register);
  return opener && { from: opener.from, receivedAt: opener.receivedAt, thread };
}

/** The mail that brought the letter about; a reminder has none. */
export function openingMail({ reference = '', at }: LetterRecord, register: Register): SeenMail | undefined {
  const mails = peek(register.requests, reference)?.mails ?? [];
  return mails.map((id) => peek(register.mails, id)).findLast((mail) => mail?.at === at);
}

function isSoonAfter(comes: Coming, letters: readonly LetterRecord[], withinMs = soonMs): boolean {
  const { from, receivedAt, thread } = comes;
  return letters.some((letter) => {
    const waitedMs = Date.parse(receivedAt) - sentAt(letter);
    const { to, reference = '' } = letter;
    const near = sameBox(to.address, from) || thread.first.has(reference) || thread.later.has(reference);
    const limitMs = near ? withinMs : Math.min(withinMs, soonFromHouseMs);
    return waitedMs >= -skewMs && waitedMs <= limitMs;
  });
}

/** By the last try: one that waited in the outbox was answered after that. */
export function sentAt({ triedAt, at }: LetterRecord): number {
  return Date.parse(triedAt ?? at);
}
