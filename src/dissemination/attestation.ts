import type { DeliveryState } from '../model/events.ts';
import { awaitsSending, type Digest, type LetterRecord, type Register } from '../model/register.ts';
import type { Category } from '../model/request.ts';
import { acceptedAt, standings } from './deadline.ts';
import { titleOf } from './notice.ts';

/** One letter to one address, from the ledger. */
interface Attempt {
  letter: string;
  messageId: string;
  address: string;
  state: DeliveryState;
  /** When a server took it, ISO 8601, and in which words. */
  acceptedAt: string | null;
  acceptedBy: string | null;
  /** The last answer: for a letter that failed, the reason. */
  response: string;
  attempts: number;
  /** A crash left it open whether the server had taken it: it was sent again under the same Message-ID. */
  uncertain: boolean;
}

interface Recipient extends Attempt {
  partner: string;
  name: string;
  /** Not served by the first sending: it joined later, and had what was open. */
  joined: boolean;
  /** Contacts that were tried before this one. */
  before: Attempt[];
}

/** What proves how a digest went out: from the ledger alone. « Accepted » by a server; never « received ». */
export interface Attestation {
  digest: string;
  category: Category;
  planned: string;
  /** `hash` is that of the notice as it was released. */
  notices: { reference: string; title: string; hash: string }[];
  /** SHA-256 of what was sent; more than one would mean that partners were not treated alike. */
  content: string[];
  recipients: Recipient[];
  accepted: number;
  pending: number;
  failed: number;
  first: string | null;
  last: string | null;
  spreadSeconds: number | null;
  answerBy: string | null;
  latest: string | null;
  deadline: string | null;
  closed: string | null;
  addenda: { planned: string; subject: string; content: string; accepted: number; sent: number }[];
  /** Where the journal stood when this was written. */
  head: { position: number; hash: string };
}

/** @param names - Of the institutions, by id; the id stands for one that has none. */
export function attest(
  id: string,
  digest: Digest,
  register: Register,
  names: ReadonlyMap<string, string>,
): Attestation {
  const recipients = Object.entries(digest.letters).map(([partner, letter]): Recipient => {
    const before = (digest.earlier?.[partner] ?? []).map((earlier) => attemptOf(earlier, register));
    const joined = !(digest.partners ?? [partner]).includes(partner);
    return { partner, name: names.get(partner) ?? partner, joined, before, ...attemptOf(letter, register) };
  });
  // The spread is that of the first sending: who joins later is served at once, but later.
  const times = standings(digest, register).flatMap(({ letter }) => acceptedAt(letter) ?? []);
  const [first, last] = [times.toSorted()[0], times.toSorted().at(-1)];
  const count = (wanted: (state: DeliveryState) => boolean) => recipients.filter(({ state }) => wanted(state)).length;
  return {
    digest: id,
    category: digest.category,
    planned: digest.at,
    notices: digest.references.flatMap((reference) => {
      const notice = register.requests.get(reference)?.notice;
      return notice
        ? [{ reference, title: titleOf(notice.notice), hash: notice.before?.[0]?.hash ?? notice.hash }]
        : [];
    }),
    content: [...new Set(recipients.map(({ letter }) => register.letters.get(letter)?.content ?? ''))],
    recipients,
    accepted: count((state) => state === 'accepted'),
    pending: count(awaitsSending),
    failed: count((state) => state === 'refused' || state === 'bounced'),
    first: first ?? null,
    last: last ?? null,
    spreadSeconds: first && last ? (Date.parse(last) - Date.parse(first)) / 1000 : null,
    answerBy: digest.answerBy ?? null,
    latest: digest.latest ?? null,
    deadline: digest.deadline ?? null,
    closed: digest.closed ?? null,
    addenda: addendaOf(id, register),
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

/** Addenda in the order in which they were planned, each with all its letters. */
function addendaOf(id: string, register: Register): Attestation['addenda'] {
  const byContent = new Map<string, LetterRecord[]>();
  for (const letter of register.letters.values())
    if (letter.letter === 'addendum' && letter.digest === id)
      byContent.set(letter.content, [...(byContent.get(letter.content) ?? []), letter]);
  return [...byContent].map(([content, letters]) => ({
    planned: letters[0]?.at ?? '',
    subject: letters[0]?.subject ?? '',
    content,
    accepted: letters.filter(({ state }) => state === 'accepted').length,
    sent: letters.length,
  }));
}
