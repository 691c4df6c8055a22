import { type Unanswerable, whyUnanswerable } from '../mail/answerable.ts';
import { automaticWhy, autoRepliedWhy } from '../mail/automatic.ts';
import { subjectSigns } from '../mail/automatic-subject.ts';
import { bounceReport } from '../mail/bounce.ts';
import { bulkWhy, listWhy } from '../mail/bulk.ts';
import { calendarPart } from '../mail/calendar.ts';
import { authorOf } from '../mail/contact-form.ts';
import { feedbackWhy } from '../mail/feedback.ts';
import { header, type Mail } from '../mail/mail.ts';
import { spamWhy } from '../mail/spam.ts';
import type { MailKind } from '../model/policy.ts';
import { type Silent, whySilent } from './silence.ts';

/** Whom and what the house knows about a mail before it reads it; addresses in lower case. */
export interface Circle {
  own: readonly string[];
  staff: readonly string[];
  partners: readonly string[];
  /** Whether the sender is of a partner's house, and names or answers a notice that is out. */
  colleague: boolean;
  /** The known thread that the mail belongs to. */
  thread: 'request' | 'digest' | 'staff' | undefined;
  /** The mail's own Message-ID bears our signature: our own letter came back. */
  signedByUs: boolean;
  /** The subject holds a command. */
  command: boolean;
  /** Our own mail server says that the mail is from whom it names. */
  vouched?: boolean;
  /** A field of the provider, and what its value holds when the mail is spam. */
  spamHeader?: { name: string; value: string };
}

export interface Triage {
  kind: MailKind;
  why: string;
  /** Whether an automatic letter may answer it (RFC 3834, 2). */
  answerable: boolean;
  /** Why not, where the mail itself or its address forbids it, or there is nothing to answer. */
  forbids?: Unanswerable | Silent;
}

type Rule = (mail: Mail, circle: Circle) => { kind: MailKind; why: string } | undefined;

/** In order; the first rule that answers wins. The last one always does: what is not known to be else is a request. */
const rules: readonly Rule[] = [
  (_, { signedByUs }) => (signedByUs ? { kind: 'own', why: 'our own letter came back' } : undefined),
  ownMail,
  (mail) => kindIf('feedback-report', feedbackWhy(mail)),
  (mail) => kindIf('bounce', bounceReport(mail) && 'delivery report (RFC 3464, or the words of a mail system)'),
  calendar,
  (mail) => kindIf('automatic', autoRepliedWhy(mail)),
  (mail, { own, thread }) => (thread ? undefined : kindIf('bulk', listWhy(mail, own))),
  (mail, { own }) => kindIf('automatic', automaticWhy(mail, own)),
  (mail, { own, thread }) => (thread ? undefined : kindIf('bulk', bulkWhy(mail, own))),
  // A filter judges the words, and staff passes on those of anybody.
  (mail, { staff, vouched, spamHeader }) =>
    vouched && ofStaff(mail, staff) ? undefined : kindIf('spam', spamWhy(mail, spamHeader)),
  (mail, { staff, command }) => {
    if (!ofStaff(mail, staff)) return undefined;
    // Whatever its text says: people don't title a command so.
    const { title, reply } = subjectSigns(mail.subject);
    if (command && title && !reply)
      return { kind: 'automatic', why: 'the subject of an automatic reply before a command' };
    return command
      ? { kind: 'command', why: 'staff, with a command' }
      : { kind: 'note', why: 'staff, without a command' };
  },
  (mail, { partners, thread }) =>
    mail.from.some(({ address }) => partners.includes(address)) && (thread === 'digest' || thread === undefined)
      ? { kind: 'partner-answer', why: thread ? 'a partner answers a digest' : 'a partner writes' }
      : undefined,
  (_, { colleague }) =>
    colleague ? { kind: 'partner-answer', why: 'somebody of a partner answers a notice' } : undefined,
  (_, { thread }) => (thread === 'request' ? { kind: 'answer', why: 'in the thread of a request' } : undefined),
  () => ({ kind: 'request', why: 'nothing says that a machine wrote it' }),
];

/** Kinds that an automatic letter may answer, if the mail itself does not forbid it. */
const answered = new Set<MailKind>(['command', 'note', 'partner-answer', 'answer', 'request']);

/**
 * What a mail is and whether it may be answered. Never throws; its time is linear in the size of the mail.
 */
export function triage(mail: Mail, circle: Circle): Triage {
  for (const rule of rules) {
    const found = rule(mail, circle);
    if (!found) continue;
    const forbids = answered.has(found.kind)
      ? (whyUnanswerable(mail, circle.own) ?? whySilent(found.kind, mail))
      : undefined;
    return { ...found, answerable: answered.has(found.kind) && !forbids, ...(forbids && { forbids }) };
  }
  throw new Error(`cannot find a rule for the mail ${mail.id}`);
}

function ofStaff({ from }: Mail, staff: Circle['staff']): boolean {
  return from.some(({ address }) => staff.includes(address));
}

function kindIf(kind: MailKind, why: string | undefined) {
  return why === undefined ? undefined : { kind, why };
}

/**
 * Under our own address write the clerk (a relay may have changed the Message-ID), colleagues in a thread, and the form on
 * our own site. What else comes under it is somebody's mail, and people look at it.
 */
function ownMail(mail: Mail, { own, thread }: Circle): ReturnType<Rule> {
  if (mail.from.length === 0 || !mail.from.every(({ address }) => own.includes(address))) return undefined;
  if (authorOf(mail, own)) return undefined;
  const automatic = /^(?!\s*no\b)\s*\S/i.test(header(mail, 'auto-submitted') ?? '');
  return thread || automatic ? { kind: 'own', why: 'written from our own address' } : undefined;
}

/** iTIP methods of attendees; the others come from organisers (RFC 5546, 1.4). */
const replies = new Set(['REPLY', 'COUNTER', 'REFRESH']);

function calendar(mail: Mail): ReturnType<Rule> {
  const method = calendarPart(mail)?.method;
  // A published event (RFC 5546, 3.2.1) asks for nothing: the mail around it is what counts.
  if (!method || method === 'PUBLISH') return undefined;
  return { kind: replies.has(method) ? 'calendar-reply' : 'calendar-request', why: `calendar ${method} (RFC 5546)` };
}
