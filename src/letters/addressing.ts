import type { Email } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import type { Copy } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { signMessageId } from '../model/signature.ts';

/**
 * The letter as it is committed: who writes to whom, in which thread, under which signed Message-ID.
 * @param composed - Its subject, and the archived content's name.
 * @param seed - Where it stands in its cause's plan: the same seed gives the same Message-ID.
 */
export function addressLetter(
  letter: Letter,
  composed: { subject: string; content: string },
  seed: string,
  policy: Policy,
): Email {
  return addressed(letter, composed, seed, policy);
}

/**
 * The letter of the ledger once more, to another address: the same content under a Message-ID of its own.
 * @throws if the ledger does not hold it.
 */
export function copyLetter({ of, to, partner }: Copy, register: Register, seed: string, policy: Policy): Email {
  const original = register.letters.get(of);
  if (!original) throw new Error(`cannot copy letter ${of}: it is not on the ledger`);
  const { letter: name, reference, digest, automatic, subject, content } = original;
  const envelope = {
    name,
    to,
    partner,
    ...(reference !== undefined && { reference }),
    ...(digest !== undefined && { digest }),
    thread: [],
    automatic,
  };
  return { ...addressed(envelope, { subject, content }, seed, policy), copyOf: original.copyOf ?? of };
}

type Addressed = Pick<
  Letter,
  'to' | 'reference' | 'digest' | 'partner' | 'thread' | 'automatic' | 'listed' | 'asks'
> & {
  name: string;
};

function addressed(
  letter: Addressed,
  composed: { subject: string; content: string },
  seed: string,
  { institute, keys, messageIdDomain }: Pick<Policy, 'institute' | 'keys' | 'messageIdDomain'>,
): Email {
  const { name, to, reference, digest, partner, thread, automatic, listed, asks } = letter;
  const possession = { letter: name, person: to.address, reference };
  const { id, messageId } = signMessageId({ ...possession, seed }, keys, messageIdDomain);
  const inReplyTo = thread.at(-1);
  // A thread is known by its beginning and its end (RFC 5322, 3.6.4 lets the middle go).
  const ancestors =
    thread.length > longestThread ? [...thread.slice(0, 1), ...thread.slice(1 - longestThread)] : thread;
  return {
    id,
    messageId,
    letter: name,
    ...(reference !== undefined && { reference }),
    ...(digest !== undefined && { digest }),
    ...(partner !== undefined && { partner }),
    from: { name: institute.name, address: institute.address },
    to,
    ...(inReplyTo !== undefined && { inReplyTo }),
    // Our own id again: where a relay rewrites Message-ID, answers still carry it in References.
    references: [...ancestors, messageId],
    automatic,
    ...(listed && { listed: [...listed] }),
    ...(asks !== undefined && { asks }),
    ...composed,
  };
}

const longestThread = 20;
