import { referencesIn } from '../commands/grammar.ts';
import { keptAs } from '../model/filing.ts';
import type { Cause, Plan } from '../model/plan.ts';
import type { FolderName, MailKind, Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { receive } from '../reception/registration.ts';
import type { Doubt } from '../reception/suspicion.ts';
import type { Thread } from '../reception/threading.ts';
import type { Triage } from '../reception/triage.ts';

export type MailCause = Extract<Cause, { kind: 'mail' }>;

/** A mail with what reception read in it. */
export interface Reading {
  cause: MailCause;
  text: string;
  /** With what it quotes. */
  wholeText: string;
  named: string | undefined;
  thread: Thread | undefined;
  why: string;
  answerable: boolean;
  /** Of an invitation of the requester's own beside the text: what staff is told of it, and what settles it. */
  invitation?: { what: string; commands: string[]; start?: string };
  forbids?: NonNullable<Triage['forbids']>;
  /** Why it may not be from whom it seems. */
  doubts: readonly Doubt[];
}

/** What happens to one kind of mail. */
export type Handler = (
  reading: Reading,
  register: Register,
  policy: Policy,
  now: Date,
) => Omit<Plan, 'author'> & Partial<Plan>;

/** The requests whose references stand in the text or its quote, the first ones. */
export function requestsNamed({ cause: { mail } }: Reading, register: Register, policy: Policy): string[] {
  const named = referencesIn(mail.text, policy.referencePrefix)
    .map((reference) => keptAs(register, reference))
    .filter((reference) => register.requests.has(reference));
  return [...new Set(named)].slice(0, mostNamed);
}

const mostNamed = 3;

/** Machine mail and the like: on the record, and nothing more. */
export function file(disposition: MailKind, folder: FolderName): Handler {
  return ({ cause, why, thread }) => {
    const reference = thread?.kind === 'request' ? thread.reference : undefined;
    return { why, events: [receive(cause, disposition, why, folder, reference)], letters: [], folder };
  };
}

/** The Message-IDs that an answer to this mail refers to (RFC 5322, 3.6.4). */
export function answered({ cause: { mail } }: Reading): string[] {
  return [
    ...(mail.references.length > 0 ? mail.references : mail.inReplyTo),
    ...(mail.messageId ? [mail.messageId] : []),
  ];
}
