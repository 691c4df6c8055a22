import { type Applier, type Context, change } from './applier.ts';
import { onCommands } from './apply-commands.ts';
import { onNetwork, serve } from './apply-network.ts';
import type { Entry, RegisterEvent } from './events.ts';
import { filedUnder } from './filing.ts';
import { indexKin } from './kin.ts';
import { indexLatecomer } from './latecomers.ts';
import { alterMeeting, type MeetingEvent, meetingLine } from './meetings.ts';
import { merge, nameRequester, splitOff } from './merging.ts';
import { keepPace, slowDown } from './pace.ts';
import { answeredAnew } from './point-values.ts';
import type { LetterRecord } from './records.ts';
import {
  awaitsSending,
  indexLetter,
  indexMail,
  indexRequest,
  type Register,
  referenceYear,
  requestOf,
  yearDocument,
} from './register.ts';
import type { Request } from './request.ts';

/**
 * Applies a journal entry in place: a commit costs the same however long the register is.
 * @throws if the entry is not the next one.
 */
export function apply(register: Register, entry: Entry): void {
  if (entry.seq !== register.position + 1)
    throw new Error(`cannot apply entry ${entry.seq} to a register at position ${register.position}`);
  register.position = entry.seq;
  register.head = entry.hash;
  register.at = entry.at;
  if (!entry.payload) return; // Redacted: the chain still holds, the content is gone.
  const { author, events, emails } = entry.payload;
  const context = { at: entry.at, author, seq: entry.seq };
  applyEvents(register, events, context);
  for (const { id, ...email } of emails) {
    const letter: LetterRecord = {
      ...{ ...email, at: entry.at, seq: entry.seq },
      ...{ state: 'planned', attempt: 0, response: '' },
    };
    const document = yearDocument(register, entry.at, entry.seq);
    document.letters[id] = letter;
    indexLetter(register, id, letter);
    if (email.reference) requestOf(register, email.reference, entry.seq).letters.push(id);
    if (email.letter === 'digest' && email.digest && email.partner)
      serve(register, email.digest, email.partner, id, entry.seq);
  }
}

/** Applies events alone, in place: what `apply` does, and what a command sees of the commands before it. */
export function applyEvents(register: Register, events: readonly RegisterEvent[], context: Context): void {
  for (const event of events) appliers[event.kind](register, event as never, context);
}

/** What each event does to the register. */
const appliers: { readonly [K in RegisterEvent['kind']]: Applier<K> } = {
  'mail-received': (register, { kind: _, mail: id, ...mail }, { at, seq }) => {
    const seen = { at, seq, ...mail };
    yearDocument(register, at, seq).mails[id] = seen;
    indexMail(register, id, seen);
    if (!mail.reference || !register.requests.has(mail.reference)) return;
    requestOf(register, mail.reference, seq).mails.push(id);
    indexLatecomer(register, mail.reference);
  },

  'request-registered': (register, event, { at, author, seq }) => {
    const request: Request = {
      reference: event.reference,
      status: event.quarantined ? 'quarantined' : 'received',
      receivedAt: event.receivedAt,
      subject: event.subject,
      language: event.language,
      requester: event.requester,
      ...(event.intermediary && { intermediary: event.intermediary }),
      ...(event.proposed && { proposed: true }),
      findings: event.findings,
      points: {},
      slots: [],
      notes: [],
      mails: [event.mail],
      letters: [],
      history: [{ at, author, kind: event.kind, quarantined: event.quarantined }],
    };
    yearDocument(register, `${referenceYear(event.reference)}`, seq).requests[event.reference] = request;
    indexRequest(register, event.reference, request);
  },

  'status-changed': (register, { kind, reference, status, outcome }, context) =>
    change(register, reference, context, { kind, status, ...(outcome && { outcome }) }, (request) => {
      request.status = status;
      request.since = context.at;
      if (outcome) request.outcome = outcome;
      else delete request.outcome;
    }),

  'officer-assigned': (register, { kind, reference, officer }, context) =>
    change(register, reference, context, { kind, officer }, (request) => {
      request.officer = officer;
    }),

  'request-held': (register, { kind, reference, until, why }, context) =>
    change(register, reference, context, { kind, ...(until && { until }), why }, (request) => {
      if (until) request.held = { until, why, author: context.author, at: context.at };
      else delete request.held;
    }),

  'requester-set': (register, event, context) => {
    const { kind, reference, requester } = event;
    change(register, reference, context, { kind, address: requester.address }, (request) => {
      nameRequester(request, event);
      indexKin(register, reference, request);
    });
  },

  'requests-merged': (register, { kind, reference, into }, context) => {
    const absorbed = requestOf(register, reference, context.seq);
    change(register, into, context, { kind, from: reference }, (request) => merge(absorbed, request));
    change(register, reference, context, { kind, into }, () => {});
  },

  'mail-split': (register, { kind, reference, mail, into }, context) => {
    const taken = requestOf(register, into, context.seq);
    const kept = requestOf(register, filedUnder(register, mail) ?? reference, context.seq);
    change(register, reference, context, { kind, into }, (request) => splitOff(request, kept, mail, taken));
  },

  'point-answered': (register, { kind, reference, point, ...answer }, context) =>
    change(register, reference, context, { kind, point }, (request) => {
      const { value, applies, author, mail } = answer;
      const said = { value, applies, author, mail, at: context.at };
      request.points[point] = answeredAnew(request.points[point], said);
    }),

  'slots-offered': (register, { kind, reference, slots }, context) =>
    change(register, reference, context, { kind, numbers: slots.map(({ number }) => number) }, (request) => {
      request.slots.push(...slots);
      delete request.chosen;
    }),

  'slot-chosen': onMeeting,
  'slots-answered': (register, { kind, reference, answer, weekdays }, context) =>
    change(register, reference, context, { kind, answer, ...(weekdays && { weekdays }) }, (request) => {
      if (answer !== 'none-fits') return;
      // What does not suit is held no longer: it may be offered to others.
      request.slots = request.slots.map((slot) => ({ ...slot, heldUntil: context.at }));
      delete request.chosen;
    }),

  'meeting-booked': onMeeting,
  'meeting-moved': onMeeting,
  'meeting-cancelled': onMeeting,
  'meeting-held': onMeeting,
  'meeting-answered': onMeeting,
  'meeting-countered': onMeeting,
  'meeting-counter-declined': onMeeting,

  'finding-added': (register, { kind, reference, finding }, context) =>
    change(register, reference, context, { kind }, (request) => {
      request.findings.push(finding);
    }),

  'note-added': (register, { kind, reference, text }, context) =>
    change(register, reference, context, { kind }, (request) => {
      request.notes.push({ at: context.at, author: context.author, text });
    }),

  'category-set': (register, { kind, reference, category, reason }, context) =>
    change(register, reference, context, { kind, category }, (request) => {
      request.category = { category, reason, author: context.author, at: context.at };
    }),

  released: (register, { kind, reference, notice, hash }, context) =>
    change(register, reference, context, { kind, hash }, (request) => {
      request.notice = { notice, hash, author: context.author, at: context.at };
    }),

  'approval-asked': (register, { kind, reference, notice, hash, until }, context) =>
    change(register, reference, context, { kind, hash }, (request) => {
      request.approval = { notice, hash, until };
    }),

  'approval-answered': (register, { kind, reference, answer }, context) =>
    change(register, reference, context, { kind, answer }, (request) => {
      if (answer !== 'disputed') delete request.approval;
      else if (request.approval) request.approval = { ...request.approval, disputed: true };
    }),

  'notice-corrected': (register, { kind, reference, notice, hash }, context) =>
    change(register, reference, context, { kind, hash }, (request) => {
      if (!request.notice) throw new Error(`cannot correct the notice of ${reference}: it is not released`);
      const { hash: last, notice: shown } = request.notice;
      const until = { until: context.at, seq: context.seq };
      const replaced = { hash: last, ...until, ...(shown.contact && { contact: true as const }) };
      const before = [...(request.notice.before ?? []), replaced];
      // With another category it waits for that one's next digest, as if released now.
      const at = notice.category === request.notice.notice.category ? request.notice.at : context.at;
      request.notice = { ...request.notice, notice, hash, at, before };
    }),

  'release-withdrawn': (register, { kind, reference }, context) =>
    change(register, reference, context, { kind }, (request) => {
      delete request.notice;
    }),

  'contact-consent': (register, { kind, reference, given, source, mail }, context) =>
    change(register, reference, context, { kind, given }, (request) => {
      request.consent = { given, source, mail, at: context.at };
    }),

  'requester-corrected': (register, { kind, reference, organisation, country, timeZone, requesterKind }, context) =>
    change(register, reference, context, { kind }, ({ requester }) => {
      if (organisation !== undefined) requester.organisation = organisation;
      if (country !== undefined) requester.country = country;
      if (timeZone !== undefined) requester.timeZone = timeZone;
      if (requesterKind !== undefined) requester.kind = requesterKind;
    }),

  'sending-paused': (register, { paused, why }, { at, author, seq }) => {
    const document = yearDocument(register, at, seq);
    document.pauses = [...(document.pauses ?? []), { at, author, paused, why }];
  },

  ...onCommands,
  ...onNetwork,

  'delivery-changed': (register, event, { at, seq }) => {
    const letter = register.letters.get(event.letter);
    if (!letter) throw new Error(`cannot find letter ${event.letter} on the ledger`);
    if (event.state === 'sending' && letter.state === 'sending') letter.uncertain = true;
    if (event.state === 'sending') keepPace(register.pace, letter.to.address, at);
    if (event.state === 'sending' && letter.automatic && !letter.digest) register.tries.push({ at, letter });
    if (event.state === 'deferred' && !event.ours) {
      letter.deferrals = (letter.deferrals ?? 0) + 1;
      slowDown(register.pace, letter.to.address, event.response, event.nextAt);
    }
    letter.state = event.state;
    letter.attempt = event.attempt;
    letter.response = event.response;
    letter.triedAt = at;
    if (event.state === 'accepted') letter.accepted = { at, response: event.response };
    if (event.nextAt) letter.nextAt = event.nextAt;
    else delete letter.nextAt;
    if (!awaitsSending(letter.state)) register.outbox.delete(event.letter);
    yearDocument(register, letter.at, seq);
  },

  'staff-alarmed': (register, event, { at, seq }) => {
    yearDocument(register, at, seq).alarms.push({ at, trouble: event.trouble, why: event.why });
  },

  'trouble-over': (register, { trouble }, { at, seq }) => {
    const document = yearDocument(register, at, seq);
    document.recoveries = [...(document.recoveries ?? []), { at, trouble }];
  },
};

function onMeeting(register: Register, event: MeetingEvent, context: Context): void {
  change(register, event.reference, context, meetingLine(event), (request) => alterMeeting(request, event, context.at));
}
