import { underCeilings } from './ceilings.ts';
import { withOffers } from './commands/offers.ts';
import { runCommands } from './commands/run.ts';
import { ownSubject } from './commands/taken-over.ts';
import { institutionsOf } from './dissemination/interest.ts';
import { leavingOf } from './dissemination/leaving-words.ts';
import type { Mail } from './mail/mail.ts';
import { verdictOf } from './mail/verdict.ts';
import { visibleText } from './mail/visible-text.ts';
import { domainOf } from './model/domain.ts';
import { keptAs } from './model/filing.ts';
import { houseServedAt, network, networkAddresses, onceServedAt, partnerServedAt } from './model/network.ts';
import type { Cause, Plan } from './model/plan.ts';
import type { MailKind, Policy } from './model/policy.ts';
import type { Register } from './model/register.ts';
import { readMessageId } from './model/signature.ts';
import { answer, note, trusted } from './process/answers.ts';
import { hearingConsents } from './process/consents.ts';
import { once } from './process/loops.ts';
import { bounce } from './process/machines.ts';
import { calendarReply, invited } from './process/meetings.ts';
import { decideDelivery, decideSending } from './process/outgoing.ts';
import { partnerAnswer } from './process/partners.ts';
import { decidePeriod } from './process/periods.ts';
import { readAtLast, setAside } from './process/poison.ts';
import { file, type Handler, type MailCause } from './process/reading.ts';
import { request, spam } from './process/registration.ts';
import { hearingSecondThoughts } from './process/second-thoughts.ts';
import { breaksSilence } from './process/silence.ts';
import { withLetterApart } from './process/typed-in.ts';
import { deliveredBefore } from './reception/copies.ts';
import { isFreeMail } from './reception/free-mail.ts';
import { fingerprint, receive } from './reception/registration.ts';
import { doubtsAbout } from './reception/suspicion.ts';
import { findThread, type Thread } from './reception/threading.ts';
import { triage } from './reception/triage.ts';

/** The whole process: what is to be done about a cause. Nothing, when it is on the record already. */
export function decide(cause: Cause, register: Register, policy: Policy, now: Date): Plan {
  const today = withNetwork(policy, register);
  const plan = underCeilings(decideCause(cause, register, today, now), register, today, now);
  return withOffers(plan, register, today, now);
}

/** With the institutions as they stand: gone through only where a decision looks at them, which most deliveries do not. */
function withNetwork(policy: Policy, register: Register): Policy {
  let standing: Policy['partners'] | undefined;
  return {
    ...policy,
    configured: policy.partners,
    get partners() {
      standing ??= network(register, policy);
      return standing;
    },
  };
}

function decideCause(cause: Cause, register: Register, policy: Policy, now: Date): Plan {
  switch (cause.kind) {
    case 'mail':
      return decideMail(cause, register, policy, now);
    case 'poison':
      return setAside(cause, register, policy, now);
    case 'period':
      return decidePeriod(cause, register, policy, now);
    case 'sending':
      return decideSending(cause, register);
    case 'delivery':
      return decideDelivery(cause, register, policy, now);
    default:
      return cause satisfies never;
  }
}

/** One way for every mail: known already? what is it, and whose? then its row of the table. */
function decideMail(cause: MailCause, register: Register, policy: Policy, now: Date): Plan {
  const { mail } = cause;
  const known = register.mails.get(mail.id);
  // Staff put it back into the inbox.
  if (known?.disposition === 'poison')
    return readAtLast(decideNew(cause, register, policy, now), cause, register, policy);
  if (known) return { why: 'on the record already', author: known.from, events: [], letters: [], folder: known.folder };
  return decideNew(cause, register, policy, now);
}

function decideNew(cause: MailCause, register: Register, policy: Policy, now: Date): Plan {
  const { mail } = cause;
  const author = mail.from[0]?.address ?? 'unknown';
  const first = register.mailByFingerprint.get(fingerprint(mail)) ?? deliveredBefore(mail, register);
  const before = first === undefined ? undefined : register.mails.get(first);
  if (before) {
    const why = `the same mail as ${first?.slice(0, 12)}`;
    const seen = receive(cause, 'duplicate', why, before.folder, before.reference);
    return { why, author, events: [seen], letters: [], folder: before.folder };
  }
  const subject = ownSubject(mail, register, policy);
  const thread = findThread(mail, subject.reference, register, policy.keys);
  const { kind, why, answerable, forbids } = triage(mail, {
    own: [policy.institute.address, ...policy.institute.aliases],
    staff: policy.staff.map((person) => person.address),
    partners: networkAddresses(register, policy),
    colleague: answersForPartner(mail, thread, register, policy) || leavesAfterwards(mail, thread, register),
    thread: thread?.kind === 'proposed' ? undefined : thread?.kind,
    signedByUs: mail.messageId !== undefined && readMessageId(mail.messageId, policy.keys) !== undefined,
    command: subject.lines.length > 0,
    vouched: verdictOf(mail, policy) === 'pass',
  });
  const { wholeText, wants } = kind === 'answer' ? withLetterApart(cause, register, policy) : { wholeText: mail.text };
  const text = visibleText({ ...mail, text: wholeText });
  const doubts = doubtsAbout(mail, text, policy, correspondent(thread, register));
  const named = subject.reference === undefined ? undefined : keptAs(register, subject.reference);
  const reading = { cause, text, wholeText, named, thread, why, answerable, ...(forbids && { forbids }), doubts };
  return { author, ...(wants && { wants }), ...handlers[kind](reading, register, policy, now) };
}

/** Whether who had a digest, or somebody of a partner's house by the domain, answers it or names a notice that went out. */
function answersForPartner(mail: Mail, thread: Thread | undefined, register: Register, policy: Policy): boolean {
  const address = mail.from[0]?.address ?? '';
  const proposed = thread?.kind === 'proposed' ? register.requests.get(thread.reference)?.digest : undefined;
  const digest = thread?.kind === 'digest' ? thread.digest : proposed;
  if (digest === undefined) return false;
  if (partnerServedAt(address, digest, register) !== undefined) return true;
  const house = domainOf(address);
  if (isFreeMail(house)) return false;
  return institutionsOf(address, policy).length > 0 || houseServedAt(house, digest, register) !== undefined;
}

/** Whether who had a digest while its institution was in the network asks to be written to no more, as each footer says. */
function leavesAfterwards(mail: Mail, thread: Thread | undefined, register: Register): boolean {
  if (thread?.kind === 'request' || leavingOf(mail.subject, visibleText(mail)) !== 'leaves') return false;
  return onceServedAt(mail.from[0]?.address ?? '', register) !== undefined;
}

/** What happens to each kind of mail. */
const handlers: Readonly<Record<MailKind, Handler>> = {
  own: file('own', 'machines'),
  bounce,
  'feedback-report': file('feedback-report', 'machines'),
  automatic: file('automatic', 'machines'),
  'calendar-request': invited,
  'calendar-reply': hearingConsents(calendarReply),
  bulk: file('bulk', 'setAside'),
  unreadable: file('unreadable', 'setAside'),
  spam: breaksSilence(hearingSecondThoughts(hearingConsents(spam))),
  command: (reading, register, policy, now) => {
    const { cause, text, thread } = reading;
    const threadReference = thread?.kind === 'request' ? thread.reference : undefined;
    const { mail, filed } = cause;
    const answer = runCommands({ mail, body: text, threadReference, ...(filed && { filed }) }, register, policy, now);
    const seen = receive(cause, 'command', answer.why, 'staff', answer.reference);
    const { author, letters, wants } = answer;
    const events = [seen, ...answer.events];
    return { ...(author && { author }), why: answer.why, events, letters, folder: 'staff', ...(wants && { wants }) };
  },
  note,
  'partner-answer': hearingConsents(trusted(once(partnerAnswer))),
  answer: breaksSilence(hearingSecondThoughts(hearingConsents(answer))),
  request: breaksSilence(hearingSecondThoughts(hearingConsents(request))),
};

/** The domain of the requester in whose thread a mail is: who imitates it wants to be taken for it. */
function correspondent(thread: Thread | undefined, register: Register): string | undefined {
  if (thread?.kind !== 'request') return undefined;
  const request = register.requests.get(thread.reference);
  return request && domainOf(request.requester.address);
}
