import type { DeliveryState } from '../model/events.ts';
import type { Digest } from '../model/records.ts';
import { awaitsSending, type Register } from '../model/register.ts';
import type { Category } from '../model/request.ts';
import { acceptedAt, carriers, standingOf, standings } from './deadline.ts';
import { type Failure, failures } from './failures.ts';
import { titleOf } from './notice.ts';
import { noticeAt, sendings } from './sendings.ts';

/** One letter to one address, from the ledger. */
interface Attempt {
  letter: string;
  messageId: string;
  address: string;
  /** `unwritten`: nobody there could be written to. */
  state: DeliveryState | 'unwritten';
  /** When a server took it, ISO 8601, and in which words. */
  acceptedAt: string | null;
  acceptedBy: string | null;
  /** The last answer: for a letter that failed, the reason. */
  response: string;
  attempts: number;
  /** A crash left it open whether the server had taken it: it was sent again under the same Message-ID. */
  uncertain: boolean;
}

/** An institution, and the letter that its standing rests on: the first that a server took, else the last that was tried. */
interface Recipient extends Attempt {
  partner: string;
  name: string;
  /** Not served by the first sending: it joined later, and had what was open. */
  joined: boolean;
  /** What was tried before that letter. */
  before: Attempt[];
  /** The same, sent once more after it, to who took over from its reader. */
  again: Attempt[];
}

/** What proves how a digest went out: from the ledger alone. « Accepted » by a server; never « received ». */
export interface Attestation {
  digest: string;
  category: Category;
  planned: string;
  /** When its letters were composed anew, for nobody had it yet and its time was over. */
  redated: string | null;
  /** `hash` is that of the notice as it was released. */
  notices: { reference: string; title: string; hash: string }[];
  /** SHA-256 of what was sent; more than one means that partners were not treated alike, but for `withheld`. */
  content: string[];
  /** Requests whose contact was taken out of the letters that were still to be sent, since the consent was taken back. */
  withheld: string[];
  recipients: Recipient[];
  accepted: number;
  pending: number;
  failed: number;
  /** Left the network before any letter reached it: nothing failed. */
  left: number;
  /** Letters about the digest that failed, reminders and the like among them, each with its own reason. */
  failures: (Failure & { name: string })[];
  first: string | null;
  last: string | null;
  spreadSeconds: number | null;
  answerBy: string | null;
  latest: string | null;
  /** Business days to answer, from the last acceptance, by which the deadline is computed; older records do not say. */
  answerDays: number | null;
  deadline: string | null;
  /** Requests whose reopening made it later. */
  reopened: string[];
  closed: string | null;
  addenda: { planned: string; subject: string; content: string; accepted: number; sent: number }[];
  /** Where the journal stood when this was written. */
  head: { position: number; hash: string };
}

/** @param names - Of the institutions as they stand, by id; one that has left has the name that is on record. */
export function attest(
  id: string,
  digest: Digest,
  register: Register,
  names: ReadonlyMap<string, string>,
): Attestation {
  const nameOf = (partner: string) => names.get(partner) ?? register.partners.get(partner)?.partner?.name ?? partner;
  const members = [...new Set([...(digest.partners ?? []), ...Object.keys(digest.letters)])];
  const recipients = members.map((partner): Recipient => {
    const ids = carriers(partner, digest);
    const place = ids.indexOf(standingOf(partner, digest, register)?.id ?? '');
    const attempts = ids.map((id) => attemptOf(id, register));
    const [before, again] = [attempts.slice(0, Math.max(place, 0)), attempts.slice(place + 1)];
    const joined = !(digest.partners ?? [partner]).includes(partner);
    return { partner, name: nameOf(partner), joined, before, again, ...(attempts[place] ?? unwritten) };
  });
  const sent = recipients.flatMap((recipient) => [recipient, ...recipient.again]);
  const requests = digest.references.flatMap((reference) => register.requests.get(reference) ?? []);
  // The spread is that of the first sending: who joins later is served at once, but later.
  const times = standings(digest, register).flatMap(({ letter }) => acceptedAt(letter) ?? []);
  const [first, last] = [times.toSorted()[0], times.toSorted().at(-1)];
  const count = (wanted: (state: Attempt['state'], partner: string) => boolean) =>
    recipients.filter(({ state, partner }) => wanted(state, partner)).length;
  const unserved = (state: Attempt['state']) => state !== 'accepted' && !pending(state);
  const gone = (partner: string) => register.partners.get(partner)?.left !== undefined;
  return {
    digest: id,
    category: digest.category,
    planned: digest.at,
    redated: digest.redated ?? null,
    notices: requests.flatMap((request) => {
      const hash = noticeAt(request, digest.seq)?.hash;
      return request.notice && hash
        ? [{ reference: request.reference, title: titleOf(request.notice.notice), hash }]
        : [];
    }),
    content: [...new Set(sent.flatMap(({ letter }) => register.letters.get(letter)?.content ?? []))],
    withheld: requests
      .filter((request) => request.consent?.given === false && noticeAt(request, digest.seq)?.contact === true)
      .map(({ reference }) => reference),
    recipients,
    accepted: count((state) => state === 'accepted'),
    pending: count(pending),
    failed: count((state, partner) => unserved(state) && !gone(partner)),
    left: count((state, partner) => unserved(state) && gone(partner)),
    failures: failures(id, register).map((failure) => ({ ...failure, name: nameOf(failure.partner) })),
    first: first ?? null,
    last: last ?? null,
    spreadSeconds: first && last ? (Date.parse(last) - Date.parse(first)) / 1000 : null,
    answerBy: digest.answerBy ?? null,
    latest: digest.latest ?? null,
    answerDays: digest.answerDays ?? null,
    deadline: digest.deadline ?? null,
    reopened: digest.reopened ?? [],
    closed: digest.closed ?? null,
    addenda: addendaOf(id, digest, register),
    head: { position: register.position, hash: register.head },
  };
}

function attemptOf(id: string, register: Register): Attempt {
  const letter = register.letters.get(id);
  if (!letter) throw new Error(`cannot find letter ${id} on the ledger`);
  const { messageId, to, state, accepted, response, attempt, uncertain = false } = letter;
  const taken = acceptedAt(letter) ?? accepted?.at ?? null;
  const words = accepted?.response ?? (state === 'accepted' ? response : null);
  const shared = { letter: id, messageId, address: to.address, state, response, attempts: attempt, uncertain };
  return { ...shared, acceptedAt: taken, acceptedBy: words };
}

const pending = (state: Attempt['state']) => state !== 'unwritten' && awaitsSending(state);

const unwritten: Attempt = {
  ...{ letter: '', messageId: '', address: '', state: 'unwritten', response: '' },
  ...{ acceptedAt: null, acceptedBy: null, attempts: 0, uncertain: false },
};

/** Addenda in the order in which they were planned, each with all its letters. */
function addendaOf(id: string, digest: Digest, register: Register): Attestation['addenda'] {
  return sendings(id, digest, register).flatMap(({ digest: itself, letters }) => {
    const [first] = letters;
    if (itself || !first) return [];
    const { at: planned, subject, content } = first[1];
    const accepted = letters.filter(([, { state }]) => state === 'accepted').length;
    return [{ planned, subject, content, accepted, sent: letters.length }];
  });
}
