import { alarm, newRequest, news } from './agenda/news.ts';
import { underCeilings } from './ceilings.ts';
import { understand } from './clarification/answer.ts';
import { acknowledgement, offerSlots } from './clarification/offer.ts';
import { readSubject } from './commands/grammar.ts';
import { runCommands } from './commands/run.ts';
import { bounced, followDelivery } from './dissemination/delivery.ts';
import { awaiting, planDigest, readPeriodId } from './dissemination/digest.ts';
import { partnerOf, readInterest } from './dissemination/interest.ts';
import { bounceReport } from './mail/bounce.ts';
import { calendarPart } from './mail/calendar.ts';
import { visibleText } from './mail/visible-text.ts';
import type { RegisterEvent } from './model/events.ts';
import type { Cause, Plan } from './model/plan.ts';
import type { FolderName, MailKind, Policy } from './model/policy.ts';
import type { Register } from './model/register.ts';
import type { Request } from './model/request.ts';
import { readMessageId } from './model/signature.ts';
import { fingerprint, nextReference, receive } from './reception/registration.ts';
import { research } from './reception/research.ts';
import { findThread, type Thread } from './reception/threading.ts';
import { triage } from './reception/triage.ts';

type MailCause = Extract<Cause, { kind: 'mail' }>;

/** A mail with what reception read in it. */
interface Reading {
  cause: MailCause;
  text: string;
  named: string | undefined;
  thread: Thread | undefined;
  why: string;
  answerable: boolean;
}

/** The whole process: what is to be done about a cause. Nothing, when it is on the record already. */
export function decide(cause: Cause, register: Register, policy: Policy, now: Date): Plan {
  const plan = decideCause(cause, register, policy, now);
  const { allowed, heldBack } = underCeilings(plan.letters, register, policy, now);
  const [first] = heldBack;
  if (!first) return plan;
  const trouble = `ceiling/${first.to.address}`;
  const why = `${first.name} not sent: ${policy.ceilings.perAddressPerDay} automatic letters in 24 hours`;
  const told = [...register.years.values()].flatMap((year) => year.alarms).findLast((past) => past.trouble === trouble);
  const fresh = !told || now.getTime() - Date.parse(told.at) > 86_400_000;
  const events: RegisterEvent[] = [...plan.events, { kind: 'staff-alarmed', trouble, why }];
  const what = `Le plafond des lettres automatiques à ${first.to.address} est atteint : la lettre n’est pas partie.`;
  const todo = 'Le courriel reçu est inscrit au registre; écrivez vous-même à cette personne s’il le faut.';
  return { ...plan, events, letters: fresh ? [...allowed, ...alarm(trouble, what, todo, policy)] : allowed };
}

function decideCause(cause: Cause, register: Register, policy: Policy, now: Date): Plan {
  switch (cause.kind) {
    case 'mail':
      return decideMail(cause, register, policy, now);
    case 'poison':
      return setAside(cause, register, policy);
    case 'period':
      return decidePeriod(cause, register, policy, now);
    case 'sending': {
      const events = cause.letters.map((letter): RegisterEvent => {
        const attempt = (register.letters.get(letter)?.attempt ?? 0) + 1;
        return { kind: 'delivery-changed', letter, state: 'sending', attempt, response: '' };
      });
      return { why: 'handed to the mail server', author: 'greffier', events, letters: [] };
    }
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

type Handler = (reading: Reading, register: Register, policy: Policy, now: Date) => Omit<Plan, 'author'>;

/** What happens to each kind of mail. */
const handlers: Readonly<Record<MailKind, Handler>> = {
  own: file('own', 'machines'),
  bounce: (reading, register, policy) => {
    const plan = file('bounce', 'machines')(reading, register, policy, new Date(reading.cause.receivedAt));
    const report = bounceReport(reading.cause.mail);
    const failed = (report?.deliveries ?? []).filter((delivery) => delivery.permanent);
    const original = report?.originalMessageId ? readMessageId(report.originalMessageId, policy.keys) : undefined;
    const events = original ? failed.flatMap(({ diagnostic }) => bounced(original.id, diagnostic, register)) : [];
    const letter = original ? register.letters.get(original.id) : undefined;
    const told = letter && events.length > 0 ? undelivered(letter.to.address, failed[0]?.diagnostic ?? '', policy) : [];
    return { ...plan, events: [...plan.events, ...events], letters: told };
  },
  'feedback-report': file('feedback-report', 'machines'),
  automatic: file('automatic', 'machines'),
  'calendar-request': file('calendar-request', 'answers'),
  'calendar-reply': (reading, register, policy, now) => {
    const plan = file('calendar-reply', 'answers')(reading, register, policy, now);
    const calendar = calendarPart(reading.cause.mail);
    const request = [...register.requests.values()].find(({ meeting }) => meeting?.uid === calendar?.uid);
    if (!request || !calendar?.attendee || !calendar.partstat) return plan;
    const { attendee, partstat } = calendar;
    const event: RegisterEvent = { kind: 'meeting-answered', reference: request.reference, attendee, partstat };
    const letters =
      partstat === 'ACCEPTED' ? [] : news(request, `Invitation : ${partstat}`, attendee, reading.text, policy);
    return { ...plan, events: [...plan.events, event], letters };
  },
  bulk: file('bulk', 'setAside'),
  unreadable: file('unreadable', 'setAside'),
  spam: (reading, register, policy, now) => registerRequest(reading, register, policy, now, true),
  command: (reading, register, policy, now) => {
    const { cause, text, thread } = reading;
    const threadReference = thread?.kind === 'request' ? thread.reference : undefined;
    const answer = runCommands({ mail: cause.mail, body: text, threadReference }, register, policy, now);
    const seen = receive(cause, 'command', answer.why, 'staff', answer.reference);
    return { why: answer.why, events: [seen, ...answer.events], letters: answer.letters, folder: 'staff' };
  },
  note: (reading, register) => {
    const { cause, text, thread, named, why } = reading;
    const reference = thread && thread.kind !== 'digest' ? thread.reference : named;
    const known = reference !== undefined && register.requests.has(reference);
    const seen = receive(cause, 'note', why, 'staff', known ? reference : undefined);
    const note: RegisterEvent[] = known ? [{ kind: 'note-added', reference, text }] : [];
    return { why, events: [seen, ...note], letters: [], folder: 'staff' };
  },
  'partner-answer': (reading, register, policy) => {
    const { cause, text, named, thread, why } = reading;
    const digest = thread?.kind === 'digest' ? thread.digest : undefined;
    const event = readInterest(cause.mail, text, named, digest, register, policy, cause.receivedAt);
    const partner = partnerOf(cause.mail.from[0]?.address ?? '', policy);
    const seen = receive(cause, 'partner-answer', why, 'partners', event?.reference);
    const request = event && register.requests.get(event.reference);
    if (!event || !request || !partner) {
      const what = `${partner?.name ?? 'Un partenaire'} a écrit sans que la fiche visée soit claire.`;
      const letters = alarm('partner-answer', what, `Lisez son courriel : « ${cause.mail.subject} ».`, policy);
      return { why, events: [seen], letters, folder: 'partners' };
    }
    const to = { name: cause.mail.from[0]?.name ?? '', address: cause.mail.from[0]?.address ?? '' };
    const reference = event.reference;
    const data = { reference, partner: partner.name, answer: event.interest };
    const shell = {
      to,
      languages: ['fr'] as const,
      reference,
      partner: partner.id,
      thread: answered(reading),
      automatic: true,
    };
    const told = news(request, `Réponse d’un partenaire : ${event.interest}`, partner.name, text, policy);
    const letters = [{ ...shell, name: 'interest-recorded' as const, data }, ...told];
    return { why, events: [seen, event], letters, folder: 'partners' };
  },
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
      : { events: [], letters: [], what: ['Écrit par une personne qui n’est pas au dossier : rien n’a été changé.'] };
    const status = woken(request, read.events.length > 0);
    const events = [seen, ...status, ...read.events];
    const letters = reading.answerable ? read.letters : [];
    const told = news(request, read.what.join(' · ') || 'Nouveau courriel du demandeur', author, text, policy);
    return { why, events, letters: [...letters, ...told], folder: 'answers' };
  },
  request: (reading, register, policy, now) => registerRequest(reading, register, policy, now, false),
};

/** Machine mail and the like: on the record, and nothing more. */
function file(disposition: MailKind, folder: FolderName): Handler {
  return ({ cause, why, thread }) => {
    const reference = thread?.kind === 'request' ? thread.reference : undefined;
    return { why, events: [receive(cause, disposition, why, folder, reference)], letters: [], folder };
  };
}

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

function decidePeriod(cause: Extract<Cause, { kind: 'period' }>, register: Register, policy: Policy, now: Date): Plan {
  const nothing = { author: 'greffier', events: [], letters: [] };
  const passed = [...register.years.values()].some((year) => year.periods[cause.id] !== undefined);
  if (passed || register.digests.has(cause.id)) return { ...nothing, why: 'on the record already' };
  const period = readPeriodId(cause.id);
  const requests = awaiting(period, register);
  if (requests.length === 0) return { ...nothing, why: 'nothing to disseminate' };
  if (now.getTime() - period.due.getTime() <= policy.modalities[period.category].lateWindowMs)
    return { author: 'greffier', why: cause.id, ...planDigest(cause.id, requests, policy) };
  const what = `Le bulletin du ${period.due.toISOString()} (${requests.length} fiches) a été manqué de plus que le délai prévu.`;
  const todo = 'Il partira avec le prochain bulletin de la même catégorie, si vous ne décidez rien d’autre.';
  const events: RegisterEvent[] = [
    { kind: 'period-passed', period: cause.id, why: 'missed by more than the late window' },
  ];
  return { author: 'greffier', why: 'missed period', events, letters: alarm(cause.id, what, todo, policy) };
}

function decideDelivery(
  cause: Extract<Cause, { kind: 'delivery' }>,
  register: Register,
  policy: Policy,
  now: Date,
): Plan {
  const { events, state } = followDelivery(cause.letter, cause.outcome, register, policy, now);
  const letter = register.letters.get(cause.letter);
  // An alarm that is refused raises no other alarm: that would loop.
  const told = state === 'refused' && letter && letter.letter !== 'alarm';
  const letters = told ? undelivered(letter.to.address, cause.outcome.response, policy) : [];
  return { author: 'greffier', why: `${cause.letter}: ${state}`, events, letters };
}

function undelivered(address: string, response: string, policy: Policy) {
  const what = `Une lettre à ${address} n’a pas été livrée : ${response}`;
  return alarm(`delivery/${address}`, what, 'Vérifiez l’adresse, ou joignez la personne autrement.', policy);
}

/** The raw mail is kept; the mail itself could not be read or decided upon. */
function setAside(cause: Extract<Cause, { kind: 'poison' }>, register: Register, policy: Policy): Plan {
  const { mail, receivedAt, source, size, error } = cause;
  const author = 'greffier';
  if (register.mails.has(mail))
    return { why: 'on the record already', author, events: [], letters: [], folder: 'setAside' };
  const seen: RegisterEvent = {
    kind: 'mail-received',
    mail,
    fingerprint: mail,
    from: '',
    subject: '',
    receivedAt,
    source,
    size,
    disposition: 'poison',
    why: error,
    folder: 'setAside',
  };
  const what = `Un courriel reçu le ${receivedAt} n’a pas pu être traité : ${error}`;
  const todo = `Il est conservé (archive ${mail.slice(0, 12)}) et classé à part : ouvrez-le dans la boîte.`;
  return {
    why: error,
    author,
    events: [seen],
    letters: alarm(`poison/${mail}`, what, todo, policy),
    folder: 'setAside',
  };
}

/** The Message-IDs that an answer to this mail refers to (RFC 5322, 3.6.4). */
function answered({ cause: { mail } }: Reading): string[] {
  return [
    ...(mail.references.length > 0 ? mail.references : mail.inReplyTo),
    ...(mail.messageId ? [mail.messageId] : []),
  ];
}
