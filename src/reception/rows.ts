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

export type Row = 'row' | 'often' | 'house';

/**
 * Whether a correspondent’s mails open one automatic letter after the other and nothing shows a person, whatever their
 * words. `row`: the last letter was opened soon after the one before it, and this mail comes soon after a letter again;
 * `often`: five were opened within a month; `house`: a dozen in a row, by whatever addresses of its domain.
 * @param receivedAt - Of this mail; ISO 8601, UTC.
 */
export function rowOf(sender: string, receivedAt: string, register: Register, now: Date): Row | undefined {
  const letters = lettersToward(sender, register);
  const comes = { from: sender, receivedAt };
  if (!rowIn(letters, comes, register, now)) return undefined;
  const shown = personShown([...new Set([sender, ...letters.map(({ to }) => to.address)])], register);
  const since = letters.filter(({ at }) => at > shown);
  return rowIn(since, comes, register, now);
}

type Coming = Pick<SeenMail, 'from' | 'receivedAt'>;

/** @param letters - Oldest first. */
function rowIn(letters: readonly LetterRecord[], comes: Coming, register: Register, now: Date): Row | undefined {
  const openers = letters.map((letter) => openerOf(letter, register));
  const theirs = letters.flatMap(({ to }, index) => (sameBox(to.address, comes.from) && openers[index] ? [index] : []));
  const inMonth = theirs.filter((index) => now.getTime() - Date.parse(letters[index]?.at ?? '') <= monthMs);
  if (inMonth.length >= mostInMonth) return 'often';
  const last = theirs.at(-1) ?? -1;
  const opener = openers[last];
  if (opener && isSoonAfter(opener, letters.slice(0, last)) && isSoonAfter(comes, letters)) return 'row';
  const ofHouse = [...openers, comes].slice(-mostOfHouse);
  const from = letters.length + 1 - ofHouse.length;
  const inHaste = ofHouse.every(
    (each, index) => each && isSoonAfter(each, letters.slice(0, from + index), soonFromHouseMs),
  );
  return ofHouse.length === mostOfHouse && inHaste ? 'house' : undefined;
}

/** The mail that brought the letter about; a reminder has none. */
function openerOf({ reference = '', at }: LetterRecord, register: Register): SeenMail | undefined {
  const mails = peek(register.requests, reference)?.mails ?? [];
  return mails.map((id) => peek(register.mails, id)).findLast((mail) => mail?.at === at);
}

function isSoonAfter({ from, receivedAt }: Coming, letters: readonly LetterRecord[], withinMs = soonMs): boolean {
  return letters.some((letter) => {
    const waitedMs = Date.parse(receivedAt) - sentAt(letter);
    const limitMs = sameBox(letter.to.address, from) ? withinMs : Math.min(withinMs, soonFromHouseMs);
    return waitedMs >= -skewMs && waitedMs <= limitMs;
  });
}

/** By the last try: one that waited in the outbox was answered after that. */
export function sentAt({ triedAt, at }: LetterRecord): number {
  return Date.parse(triedAt ?? at);
}
