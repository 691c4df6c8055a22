import type { Partner } from '../model/partner.ts';
import type { Digest, LetterRecord } from '../model/records.ts';
import { awaitsSending, type Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { endOf, firstAcceptance, toldEnd } from './deadline.ts';
import { readerOf } from './readers.ts';

type Kept = [id: string, letter: LetterRecord];

/** What went out about a digest to all at one time, copies for others included: the digest itself, or an addendum. */
export interface Sending {
  digest: boolean;
  letters: Kept[];
  byPartner: Map<string, Kept[]>;
}

/**
 * Read twice a minute for each open digest: letters are only ever added, so that what was grouped before stays as it is.
 * By the register's own list of them.
 */
const grouped = new WeakMap<readonly string[], { count: number; sendings: Sending[] }>();

/** The digest first, then its addenda in their order; two addenda in the same words are two. */
export function sendings(id: string, digest: Digest, register: Register): readonly Sending[] {
  const letters = register.aboutDigest.get(id) ?? [];
  const known = grouped.get(letters);
  if (known?.count === letters.length) return known.sendings;
  const made = group(letters, digest, register);
  grouped.set(letters, { count: letters.length, sendings: made });
  return made;
}

function group(letters: readonly string[], digest: Digest, register: Register): Sending[] {
  const byKey = new Map<string, Sending>([['digest', { digest: true, letters: [], byPartner: new Map() }]]);
  for (const letterId of letters) {
    const letter = register.letters.get(letterId);
    if (!letter || !/^(?:digest|addendum)$/.test(letter.letter)) continue;
    // Taken back before anybody had it, and composed anew.
    if (letter.letter === 'digest' && letter.seq < digest.seq) continue;
    const root = register.letters.get(letter.copyOf ?? '') ?? letter;
    // Older records do not say what is a copy: there the content tells.
    const known = digest.shorter === undefined ? root.content : `${root.at} ${root.content}`;
    const key = letter.letter === 'digest' ? 'digest' : known;
    const sending: Sending = byKey.get(key) ?? { digest: false, letters: [], byPartner: new Map() };
    byKey.set(key, sending);
    sending.letters.push([letterId, letter]);
    const { partner = '' } = letter;
    sending.byPartner.set(partner, [...(sending.byPartner.get(partner) ?? []), [letterId, letter]]);
  }
  return [...byKey.values()];
}

/** What an institution lacks of what went out about digests that can still be answered. */
export interface Owed {
  id: string;
  digest: Digest;
  sending: Sending;
  partner: string;
  to: { name: string; address: string };
}

/**
 * It joined later, nothing reached it, it could not be reached for a while, or letters to it go to somebody else now.
 */
export function owed(members: readonly Partner[], register: Register, now: Date): Owed[] {
  // Asked twice a minute: that a digest is over for all is seen once, not for each.
  const open = [...register.digests].filter(([id, digest]) => isOpen(id, digest, register, now));
  const all: Owed[] = [];
  for (const [id, digest] of open)
    for (const partner of members) all.push(...lacking(partner, id, digest, register, now));
  return all;
}

/** The same of one institution and one digest. */
export function owedTo(partner: Partner, id: string, digest: Digest, register: Register, now: Date): Owed[] {
  return isOpen(id, digest, register, now) ? lacking(partner, id, digest, register, now) : [];
}

function lacking(partner: Partner, id: string, digest: Digest, register: Register, now: Date): Owed[] {
  const contact = readerOf(partner, digest, register);
  if (!contact) return [];
  const all = sendings(id, digest, register);
  const first = all.findIndex((sending) => !has(sending, partner.id, contact.address));
  if (first < 0 || isOverFor(partner.id, id, digest, register, now)) return [];
  const to = { name: contact.name, address: contact.address };
  // What came back once is given again, and what followed it again after it: the newest text must be the last word.
  const those = all.slice(first).filter((sending) => !waits(sending, partner.id));
  return those.map((sending) => ({ id, digest, sending, partner: partner.id, to }));
}

/** Whether an institution that has nothing of it yet would read of requests that are closed, or of a day that is over. */
function isOverFor(partner: string, id: string, digest: Digest, register: Register, now: Date): boolean {
  const begun = sendings(id, digest, register).some(({ byPartner }) =>
    (byPartner.get(partner) ?? []).some(([, { accepted }]) => accepted !== undefined),
  );
  if (begun) return false;
  if (digest.references.every((reference) => register.requests.get(reference)?.status === 'closed')) return true;
  // Whom the rules gave it moves the end for all once it is served; who joined since does not.
  if (digest.partners?.includes(partner) !== false) return false;
  return now.toISOString() > toldEnd(digest) && firstAcceptance(digest, register) !== undefined;
}

/**
 * Whether the person at that address, who reads for the institution now, has it, or will. Who had it before does not count:
 * nobody reads a correction of what is not there, nor as the last word what was corrected since.
 * @param without - Id of a letter that does not count. Any other that waits is taken back, and handed on, if it must be.
 */
export function has(sending: Sending, partner: string, address: string, without?: string): boolean {
  return (sending.byPartner.get(partner) ?? []).some(
    ([id, { to, state }]) =>
      id !== without && (awaitsSending(state) || (state === 'accepted' && to.address === address)),
  );
}

function waits({ byPartner }: Sending, partner: string): boolean {
  return (byPartner.get(partner) ?? []).some(([, { state }]) => awaitsSending(state));
}

/** Also one that nobody was served with yet. */
function isOpen(id: string, digest: Digest, register: Register, now: Date): boolean {
  if (digest.closed || (digest.deadline ?? digest.latest) === undefined) return false;
  const end = endOf(id, digest, register);
  return end === undefined || now.toISOString() <= end;
}

/** The letter of that sending that may go to others as it is: one that shows no contact whose consent was taken back. */
export function original({ letters }: Sending, digest: Digest, register: Register): Kept | undefined {
  return letters.find(([, letter]) => !showsTakenBack(letter, letters, digest, register));
}

/** Whether the digest in that letter shows a contact whose consent was taken back since it was composed. */
function showsTakenBack(
  { letter, content }: LetterRecord,
  letters: readonly Kept[],
  { references }: Digest,
  register: Register,
): boolean {
  if (letter !== 'digest') return false;
  const composed = letters.find(([, other]) => other.content === content)?.[1].seq ?? 0;
  return references.some((reference) => {
    const request = register.requests.get(reference);
    return request?.consent?.given === false && noticeAt(request, composed)?.contact === true;
  });
}

/** A letter that waits in the outbox and shows a contact whose consent was taken back since. */
export function recalled(letter: LetterRecord, register: Register): Omit<Owed, 'to'> | undefined {
  const { digest: id, partner, state } = letter;
  const digest = register.digests.get(id ?? '');
  // One that is just being handed over cannot be called back; put off by the server, it is.
  if (letter.letter !== 'digest' || !id || !digest || partner === undefined || state === 'sending') return undefined;
  if (!digest.references.some((reference) => register.requests.get(reference)?.consent?.given === false))
    return undefined;
  const [sending] = sendings(id, digest, register);
  if (!sending || !showsTakenBack(letter, sending.letters, digest, register)) return undefined;
  return { id, digest, sending, partner };
}

/** The notice as it was after that entry of the journal: a clock that is set does not change what came first. */
export function noticeAt({ notice }: Request, seq: number): { hash: string; contact: boolean } | undefined {
  const replaced = notice?.before?.find((before) => before.seq > seq);
  if (replaced) return { hash: replaced.hash, contact: replaced.contact === true };
  return notice && { hash: notice.hash, contact: notice.notice.contact !== undefined };
}
