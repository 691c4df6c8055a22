import { z } from 'zod';
import { address, copied, file, finding, instant, notice, point, reference, requester, sha256 } from './event-parts.ts';
import { meetingEvents } from './meeting-events.ts';
import { networkEvents } from './network-events.ts';
import { folderNames, mailKinds } from './policy.ts';
import { approvals, categories, languages, outcomes, requesterKinds, statuses } from './request.ts';

/** Fields of a request by name, as JSON; null for a field that is absent. */
const fields = z.record(z.string(), z.unknown());
/** What a command changed in one request. */
const change = z.object({ reference, before: fields, after: fields });
export type Change = z.infer<typeof change>;

/** `withdrawn`: it was not sent, since its reader left the network. */
const deliveryStates = ['planned', 'sending', 'accepted', 'deferred', 'refused', 'bounced', 'withdrawn'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const interests = ['interest', 'question', 'no-interest'] as const;
export type Interest = (typeof interests)[number];

/** What can happen to the register; a journal line holds the events of one cause, all or none. */
const registerEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('mail-received'),
    mail: sha256,
    /** Same for two deliveries of one mail, other for a reused Message-ID with another body. */
    fingerprint: sha256,
    messageId: z.string().optional(),
    from: z.string(),
    subject: z.string(),
    receivedAt: instant,
    /** Where the mailbox showed it, as the mailbox engine names it. */
    source: z.string(),
    size: z.number().int(),
    /** The same for mails that say the same, see `wordsKey`; of those only that a person may have written. */
    words: sha256.optional(),
    /** Keys of what it says that is of use, see `broughtBy`. */
    brings: z.array(z.string()).optional(),
    copied: copied.optional(),
    disposition: z.enum([...mailKinds, 'duplicate', 'quarantined', 'poison']),
    why: z.string(),
    folder: z.enum(folderNames),
    reference: reference.optional(),
  }),
  z.object({
    kind: z.literal('request-registered'),
    reference,
    mail: sha256,
    receivedAt: instant,
    subject: z.string(),
    language: z.enum(languages),
    requester,
    findings: z.array(finding),
    quarantined: z.boolean(),
    /** Who passed it on for the requester. */
    intermediary: address.optional(),
    /** True while staff has not said that the requester is the right one. */
    proposed: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('status-changed'),
    reference,
    status: z.enum(statuses),
    why: z.string(),
    /** How a request that is closed ended. */
    outcome: z.enum(outcomes).optional(),
  }),
  z.object({ kind: z.literal('officer-assigned'), reference, officer: z.string() }),
  /** Staff said who asks, and who passed it on. */
  z.object({
    kind: z.literal('requester-set'),
    reference,
    requester,
    intermediary: address.optional(),
    /** When it is another than that of who passed the request on. */
    language: z.enum(languages).optional(),
  }),
  /** `reference` is kept as an alias of `into`. */
  z.object({ kind: z.literal('requests-merged'), reference, into: reference }),
  /** A mail is taken out of a request; `into` was registered just before. */
  z.object({ kind: z.literal('mail-split'), reference, mail: sha256, into: reference }),
  /** Set aside until a day, `YYYY-MM-DD`; without a day it goes on. */
  z.object({ kind: z.literal('request-held'), reference, until: z.iso.date().optional(), why: z.string() }),
  z.object({
    kind: z.literal('point-answered'),
    reference,
    point,
    value: z.string(),
    applies: z.boolean(),
    author: z.string(),
    mail: sha256,
  }),
  ...meetingEvents,
  z.object({ kind: z.literal('note-added'), reference, text: z.string() }),
  z.object({ kind: z.literal('finding-added'), reference, finding }),
  z.object({ kind: z.literal('category-set'), reference, category: z.enum(categories), reason: z.string() }),
  z.object({ kind: z.literal('released'), reference, notice, hash: sha256 }),
  /** The requester was asked whether this text may go out (bon à diffuser). */
  z.object({ kind: z.literal('approval-asked'), reference, notice, hash: sha256, until: instant }),
  z.object({
    kind: z.literal('approval-answered'),
    reference,
    answer: z.enum(approvals),
  }),
  /** The notice as it reads from now on; those who were served get the difference. */
  z.object({ kind: z.literal('notice-corrected'), reference, notice, hash: sha256 }),
  /** The text changed before it went out: it is approved and released anew. */
  z.object({ kind: z.literal('release-withdrawn'), reference }),
  /** The requester lets its name and address stand in the notice, or does not any more. */
  z.object({ kind: z.literal('contact-consent'), reference, given: z.boolean(), source: z.string(), mail: sha256 }),
  /** What staff knows better than research: the organisation, its country, or what sort it is. */
  z.object({
    kind: z.literal('requester-corrected'),
    reference,
    organisation: z.string().optional(),
    country: z.string().optional(),
    /** Of the country, or of the place that staff named. */
    timeZone: z.string().optional(),
    requesterKind: z.enum(requesterKinds).optional(),
  }),
  z.object({
    kind: z.literal('code-issued'),
    /** SHA-256 of the code: the journal never holds the code itself. */
    hash: sha256,
    person: z.string(),
    reference,
    /** The command line that the code confirms. */
    command: z.string(),
    expires: instant,
    /** The body of the mail that gave the command: the code confirms it too. */
    body: z.string().optional(),
    /** The files of that mail. */
    files: z.array(file).optional(),
    /** Hash of what the person was told that the command would do; absent in older records. */
    shown: sha256.optional(),
    /** The staff id on whose account the command runs, when a second person confirms it. */
    onBehalf: z.string().optional(),
  }),
  z.object({ kind: z.literal('code-used'), hash: sha256 }),
  z.object({
    kind: z.literal('command-run'),
    mail: sha256,
    person: z.string(),
    /** Who confirmed it for that person, where two are wanted. */
    second: z.string().optional(),
    line: z.string(),
    reference: reference.optional(),
    /** What the command changed, so that it can be undone; absent when it cannot be. */
    changes: z.array(change).optional(),
    /** Nothing that was done before in this request can be undone any more: something has left the house. */
    final: z.boolean().optional(),
    /** It read something, or undid another: whoever undoes a command never means this one. */
    nothingToUndo: z.literal(true).optional(),
  }),
  /** The command of that mail and line, undone: the fields are as they were before it. */
  z.object({
    kind: z.literal('command-undone'),
    reference,
    mail: sha256,
    line: z.string(),
    fields: z.array(z.object({ reference, values: fields })),
  }),
  z.object({ kind: z.literal('sending-paused'), paused: z.boolean(), why: z.string() }),
  z.object({ kind: z.literal('command-refused'), mail: sha256, from: z.string(), line: z.string(), why: z.string() }),
  z.object({
    kind: z.literal('digest-planned'),
    /** The period id: `digest/short/2026-11-23T14:00:00.000Z`. */
    digest: z.string(),
    category: z.enum(categories),
    references: z.array(reference),
    /** Who is to be served, by partner id; a later newcomer is not among them. */
    partners: z.array(z.string()).optional(),
    /** The last day to answer as the digest announces it. */
    answerBy: instant.optional(),
    /** No extension goes further. */
    latest: instant.optional(),
    /** Business days to answer; in older records only where an outside deadline left fewer than the modality gave. */
    answerDays: z.number().int().optional(),
    /** Whether those are fewer than usual; older records say so by having `answerDays`. */
    shorter: z.boolean().optional(),
    /** Business days to the reminder; none when there is none, and in older records. */
    reminderDays: z.number().int().optional(),
    /** « partie 1 de 2 » */
    numbered: z.string().optional(),
  }),
  /** It had reached nobody: its letters were composed anew with the time that all had then. */
  z.object({
    kind: z.literal('digest-redated'),
    digest: z.string(),
    answerBy: instant,
    latest: instant,
    answerDays: z.number().int(),
    shorter: z.boolean(),
    reminderDays: z.number().int().optional(),
  }),
  z.object({ kind: z.literal('digest-step'), digest: z.string(), step: z.enum(['reminded', 'closed']) }),
  ...networkEvents,
  z.object({ kind: z.literal('period-passed'), period: z.string(), why: z.string() }),
  z.object({
    kind: z.literal('deadline-set'),
    digest: z.string(),
    deadline: instant,
    /** The request whose reopening made it later; the deliveries did otherwise. */
    reopened: reference.optional(),
  }),
  z.object({
    kind: z.literal('interest-recorded'),
    reference,
    partner: z.string(),
    interest: z.enum(interests),
    text: z.string(),
    mail: sha256,
    late: z.boolean(),
    /** When it came, if that was after the deadline as partners had been told it: it is late unless that is extended. */
    receivedAt: instant.optional(),
    /** Nothing proves that the institution wrote it: it counts once that is confirmed. */
    unproven: z.literal(true).optional(),
  }),
  /** The institution confirmed that it wrote that mail; `late`: that mail came after the end. */
  z.object({
    kind: z.literal('interest-confirmed'),
    reference,
    partner: z.string(),
    mail: sha256,
    late: z.boolean(),
  }),
  z.object({
    kind: z.literal('delivery-changed'),
    letter: z.string(),
    state: z.enum(deliveryStates),
    attempt: z.number().int(),
    response: z.string(),
    /** It was deferred through a fault on our side: nothing was said of the recipient. */
    ours: z.boolean().optional(),
    /** When a deferred letter is tried again. */
    nextAt: instant.optional(),
  }),
  z.object({ kind: z.literal('staff-alarmed'), trouble: z.string(), why: z.string() }),
  z.object({ kind: z.literal('trouble-over'), trouble: z.string() }),
]);
export type RegisterEvent = z.infer<typeof registerEvent>;
export type EventOf<K extends RegisterEvent['kind']> = Extract<RegisterEvent, { kind: K }>;

/** A letter as it was committed: the header fields that differ by recipient, and the archived content. */
const email = z.object({
  /** Stable: the same cause decided again gives the same id. */
  id: z.string(),
  messageId: z.string(),
  letter: z.string(),
  reference: reference.optional(),
  digest: z.string().optional(),
  partner: z.string().optional(),
  from: address,
  to: address,
  subject: z.string(),
  inReplyTo: z.string().optional(),
  references: z.array(z.string()),
  /** True for what no person asked for (RFC 3834, 5): counted against the ceilings. */
  automatic: z.boolean(),
  /** References in the order in which the letter numbers them: « #catégorie 2 moyen » means the second. */
  listed: z.array(reference).optional(),
  /** The mail that the letter asks the reader to own up to. */
  asks: sha256.optional(),
  /** Id of the letter whose content goes to another reader by this one; absent in older records. */
  copyOf: z.string().optional(),
  /** SHA-256 of the MIME entity (content headers and body) in the archive. */
  content: sha256,
});
export type Email = z.infer<typeof email>;

/** One line of the journal: everything that one cause brought about. */
export const entry = z.object({
  seq: z.number().int().positive(),
  at: instant,
  /** Absent, like events and emails, once the payload was redacted. */
  payload: z
    .object({
      /** Id of the cause: a mail, a period, an attempt of delivery. */
      cause: z.string(),
      /** Who made it happen: an address, a staff id, or `greffier`. */
      author: z.string(),
      events: z.array(registerEvent),
      emails: z.array(email),
    })
    .optional(),
  payloadHash: sha256,
  /** Hash of the line before; 64 zeros for the first. */
  prev: sha256,
  hash: sha256,
});
export type Entry = z.infer<typeof entry>;
export type Payload = NonNullable<Entry['payload']>;
