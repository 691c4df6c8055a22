import type { Email } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import type { Policy } from '../model/policy.ts';
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
  { institute, keys, messageIdDomain }: Policy,
): Email {
  const { name, to, reference, digest, partner, thread, automatic } = letter;
  const possession = { letter: name, person: to.address, reference };
  const { id, messageId } = signMessageId({ ...possession, seed }, keys, messageIdDomain);
  const inReplyTo = thread.at(-1);
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
    references: [...thread, messageId],
    automatic,
    ...composed,
  };
}
