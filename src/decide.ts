import { newRequest, news } from './agenda/news.ts';
import { underCeilings } from './ceilings.ts';
import { understand } from './clarification/answer.ts';
import { acknowledgement, offerSlots } from './clarification/offer.ts';
import { readSubject } from './commands/grammar.ts';
import { runCommands } from './commands/run.ts';
import { visibleText } from './mail/visible-text.ts';
import type { RegisterEvent } from './model/events.ts';
import type { Cause, Plan } from './model/plan.ts';
import type { MailKind, Policy } from './model/policy.ts';
import type { Register } from './model/register.ts';
import type { Request } from './model/request.ts';
import { readMessageId } from './model/signature.ts';
import { bounce, calendarReply } from './process/machines.ts';
import { decideDelivery, decideSending } from './process/outgoing.ts';
import { decidePeriod, partnerAnswer } from './process/partners.ts';
import { setAside } from './process/poison.ts';
import { answered, file, type Handler, type MailCause, type Reading } from './process/reading.ts';
import { fingerprint, nextReference, receive } from './reception/registration.ts';
import { research } from './reception/research.ts';
import { findThread } from './reception/threading.ts';
import { triage } from './reception/triage.ts';

/** The whole process: what is to be done about a cause. Nothing, when it is on the record already. */
export function decide(cause: Cause, register: Register, policy: Policy, now: Date): Plan {
  return underCeilings(decideCause(cause, register, policy, now), register, policy, now);
}

function decideCause(cause: Cause, register: Register, policy: Policy, now: Date): Plan {
  switch (cause.kind) {
    case 'mail':
      return decideMail(cause, register, policy, now);
    case 'poison':
      return setAside(cause, register, policy);
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
  if (known) return { why: 'on the record already', author: known.from, events: [], letters: [], folder: known.folder };
  const author = mail.from[0]?.address ?? 'unknown';
  const first = register.mailByFingerprint.get(fingerprint(mail));
  const before = first === undefined ? undefined : register.mails.get(first);
  if (before) {
    const why = `the same mail as ${first?.slice(0, 12)}`;
    const seen = receive(cause, 'duplicate', why, before.folder, before.reference);
    return { why, author, events: [seen], letters: [], folder: before.folder };
  }
  const subject = readSubject(mail.subject, policy.referencePrefix);
  const thread = findThread(mail, subject.reference, register, policy.keys);
  const { kind, why, answerable } = triage(mail, {
    own: [policy.institute.address, ...policy.institute.aliases],
    staff: policy.staff.map((person) => person.address),
    partners: policy.partners.flatMap((partner) => partner.contacts.map((contact) => contact.address)),
    thread: thread?.kind === 'proposed' ? undefined : thread?.kind,
    signedByUs: mail.messageId !== undefined && readMessageId(mail.messageId, policy.keys) !== undefined,
    command: subject.lines.length > 0,
  });
  const reading = { cause, text: visibleText(mail), named: subject.reference, thread, why, answerable };
  return { author, ...handlers[kind](reading, register, policy, now) };
}

/** What happens to each kind of mail. */
const handlers: Readonly<Record<MailKind, Handler>> = {
  own: file('own', 'machines'),
  bounce,
  'feedback-report': file('feedback-report', 'machines'),
  automatic: file('automatic', 'machines'),
  'calendar-request': file('calendar-request', 'answers'),
  'calendar-reply': calendarReply,
  bulk: file('bulk', 'setAside'),
  unreadable: file('unreadable', 'setAside'),
  spam: (reading, register, policy, now) => registerRequest(reading, register, policy, now, true),
  command: (reading, register, policy, now) => {
    const { cause, text, thread } = reading;
    const threadReference = thread?.kind === 'request' ? thread.reference : undefined;
    const answer = runCommands({ mail: cause.mail, body: text, threadReference }, register, policy, now);
    const seen = receive(cause, 'command', answer.why, 'staff', answer.reference);
    const { author, letters } = answer;
    return { ...(author && { author }), why: answer.why, events: [seen, ...answer.events], letters, folder: 'staff' };
  },
  note: (reading, register) => {
    const { cause, text, thread, named, why } = reading;
    const reference = thread && thread.kind !== 'digest' ? thread.reference : named;
    const known = reference !== undefined && register.requests.has(reference);
    const seen = receive(cause, 'note', why, 'staff', known ? reference : undefined);
    const note: RegisterEvent[] = known ? [{ kind: 'note-added', reference, text }] : [];
    return { why, events: [seen, ...note], letters: [], folder: 'staff' };
  },
  'partner-answer': partnerAnswer,
  answer: (reading, register, policy, now) => {
    const { cause, text, thread, why } = reading;
    const request = thread?.kind === 'request' ? register.requests.get(thread.reference) : undefined;
    if (!request || thread?.kind !== 'request') return registerRequest(reading, register, policy, now, false);
    const { mail } = cause;
    const seen = receive(cause, 'answer', `${why}; ${thread.why}`, 'answers', request.reference);
    const author = mail.from[0]?.address ?? '';
    const reply = {
      mail: mail.id,
      author,
      subject: mail.subject,
      text,
      wholeText: mail.text,
      thread: answered(reading),
    };
    const read = thread.participant
      ? understand(reply, request, register, policy, now)
      : { events: [], letters: [], what: ['Écrit par une personne qui n’est pas au dossier : rien n’a été changé.'] };
    const status = woken(request, read.events.length > 0);
    const events = [seen, ...status, ...read.events];
    const letters = reading.answerable ? read.letters : [];
    const told = news(request, read.what.join(' · ') || 'Nouveau courriel du demandeur', author, text, policy);
    return { why, events, letters: [...letters, ...told], folder: 'answers' };
  },
  request: (reading, register, policy, now) => registerRequest(reading, register, policy, now, false),
};

/** Reception, then the first letter of clarification: the entry comes before any analysis is acted upon. */
function registerRequest(
  reading: Reading,
  register: Register,
  policy: Policy,
  now: Date,
  quarantined: boolean,
): Omit<Plan, 'author'> {
  const { cause, text, why, thread } = reading;
  const { mail, receivedAt } = cause;
  const earlier = [...register.requests.values()].map(({ reference, requester, subject }) => ({
    reference,
    requester,
    subject,
  }));
  const { requester, language, findings } = research(mail, text, earlier);
  if (thread?.kind === 'proposed') findings.push({ kind: 'thread', value: thread.reference, evidence: thread.why });
  const reference = nextReference(register, policy.referencePrefix, policy.timeZone, now);
  const folder = quarantined ? 'quarantine' : 'requests';
  const { id, subject } = mail;
  const events: RegisterEvent[] = [
    receive(cause, quarantined ? 'quarantined' : 'request', why, folder, reference),
    {
      kind: 'request-registered',
      reference,
      mail: id,
      receivedAt,
      subject,
      language,
      requester,
      findings,
      quarantined,
    },
  ];
  const told = newRequest({ reference, subject, requester, findings }, text, quarantined, why, policy);
  if (quarantined || !reading.answerable || !requester.address) return { why, events, letters: told, folder };
  const request = { reference, requester, language, subject, points: {}, slots: [] };
  const slots = offerSlots(request, register, policy, now);
  if (slots.length > 0) events.push({ kind: 'slots-offered', reference, slots });
  return { why, events, letters: [acknowledgement(request, slots, policy, answered(reading)), ...told], folder };
}

/** A first answer opens the clarification; an answer wakes a dormant request. */
function woken({ reference, status }: Request, understood: boolean): RegisterEvent[] {
  if (status !== 'dormant' && !(status === 'received' && understood)) return [];
  return [{ kind: 'status-changed', reference, status: 'clarifying', why: 'the requester answered' }];
}
