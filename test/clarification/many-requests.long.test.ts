import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookChoice } from '../../src/clarification/booking.ts';
import { cancelMeeting } from '../../src/clarification/meeting-change.ts';
import { offerSlots } from '../../src/clarification/offer.ts';
import { trialConfig } from '../../src/config.ts';
import { applyEvents } from '../../src/model/apply.ts';
import type { RegisterEvent } from '../../src/model/events.ts';
import type { Policy } from '../../src/model/policy.ts';
import { emptyRegister, type Register } from '../../src/model/register.ts';
import type { Request } from '../../src/model/request.ts';

const usual: Policy = { ...trialConfig('data').policy, keys: [{ id: 'test', secret: 'x'.repeat(32) }] };
const hourMs = 3_600_000;
const places = [
  { timeZone: 'Africa/Accra', country: 'GH' },
  { timeZone: 'America/Lima', country: 'PE' },
  { timeZone: 'Africa/Casablanca', country: 'MA' },
  { timeZone: 'America/Toronto', country: 'CA' },
  { timeZone: 'Africa/Lagos', country: 'NG' },
  {},
];

/** What happens next, to the request of that number. */
interface Step {
  what: 'offer' | 'choose' | 'none-fits' | 'cancel' | 'close' | 'wait';
  who: number;
  /** Which of the slots, or how many hours pass. */
  which: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('offer', 'offer', 'choose', 'choose', 'none-fits', 'cancel', 'close', 'wait'),
  who: fc.integer({ min: 0, max: 5 }),
  which: fc.integer({ min: 0, max: 60 }),
});
const rules = fc.record({
  offered: fc.integer({ min: 1, max: 4 }),
  minutes: fc.constantFrom(30, 45, 60),
  daysAhead: fc.integer({ min: 4, max: 12 }),
  bufferMinutes: fc.constantFrom(0, 15, 45),
  holdHours: fc.constantFrom(0, 24, 72),
  noticeHours: fc.constantFrom(2, 24),
});
const begin = fc.date({ min: new Date('2026-10-20Z'), max: new Date('2027-04-10Z'), noInvalidDate: true });
/** Hours from the beginning at which the host is busy for an hour and a half. */
const busyHours = fc.array(fc.integer({ min: 0, max: 24 * 14 }), { maxLength: 10 });

interface Stretch {
  reference: string;
  start: number;
  end: number;
}

/** Who holds what, kept by the letters and events alone. */
class Ledger {
  meetings: Stretch[] = [];
  #offers: (Stretch & { until: number })[] = [];

  hear(events: readonly RegisterEvent[]): void {
    for (const event of events) {
      if (!('reference' in event) || event.reference === undefined) continue;
      const { reference } = event;
      const forget = () => {
        this.#offers = this.#offers.filter((offer) => offer.reference !== reference);
      };
      if (event.kind === 'slots-offered')
        for (const { start, end, heldUntil } of event.slots)
          this.#offers.push({ reference, ...stretch(start, end), until: Date.parse(heldUntil ?? start) });
      if (event.kind === 'meeting-booked') {
        forget();
        this.meetings.push({ reference, ...stretch(event.start, event.end) });
      }
      if (event.kind === 'slots-answered' && event.answer === 'none-fits') forget();
      if (event.kind === 'meeting-cancelled') {
        forget();
        this.meetings = this.meetings.filter((meeting) => meeting.reference !== reference);
      }
      if (event.kind === 'status-changed' && event.status === 'closed') forget();
    }
  }

  /** What another request may not be offered now. */
  heldFrom(reference: string, now: number): Stretch[] {
    const held = this.#offers.filter(({ until, start }) => until > now && start > now);
    return [...held, ...this.meetings.filter(({ end }) => end > now)].filter((each) => each.reference !== reference);
  }
}

const stretch = (start: string, end: string) => ({ start: Date.parse(start), end: Date.parse(end) });
const near = (one: { start: number; end: number }, other: { start: number; end: number }, bufferMs: number) =>
  one.start < other.end + bufferMs && other.start < one.end + bufferMs;

test('whatever happens, no hour is held for two requests, nor booked twice, nor without its buffer', () => {
  let [offers, meetings, refusals] = [0, 0, 0];
  fc.assert(
    fc.property(
      begin,
      rules,
      busyHours,
      fc.array(step, { minLength: 10, maxLength: 40 }),
      (from, decided, busy, steps) => {
        const times = busy.map((hours) => {
          const start = new Date(from.getTime() + hours * hourMs);
          return { start, end: new Date(start.getTime() + 1.5 * hourMs) };
        });
        const policy: Policy = {
          ...usual,
          meeting: { ...usual.meeting, ...decided, busy: { times, unread: [] } },
        };
        const bufferMs = decided.bufferMinutes * 60_000;
        const register = registered(from);
        const ledger = new Ledger();
        let now = from;
        let seq = 10;
        for (const { what, who, which } of steps) {
          const request = register.requests.get(referenceOf(who));
          if (!request || request.status === 'closed') continue;
          if (what === 'wait') now = new Date(now.getTime() + which * hourMs);
          const events = happens(what, which, request, register, policy, now);
          for (const event of events) {
            if (event.kind === 'slots-offered')
              for (const { start, end } of event.slots) {
                const slot = stretch(start, end);
                for (const other of ledger.heldFrom(request.reference, now.getTime()))
                  expect(near(slot, other, bufferMs)).toBe(false);
                for (const other of times)
                  expect(near(slot, { start: other.start.getTime(), end: other.end.getTime() }, bufferMs)).toBe(false);
                offers += 1;
              }
            if (event.kind === 'meeting-booked') {
              const booked = stretch(event.start, event.end);
              for (const other of ledger.meetings) expect(near(booked, other, bufferMs)).toBe(false);
              meetings += 1;
            }
          }
          if (what === 'choose' && events.length > 0 && !events.some(({ kind }) => kind === 'meeting-booked'))
            refusals += 1;
          ledger.hear(events);
          seq += 1;
          applyEvents(register, events, { at: now.toISOString(), author: 'test', seq });
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(Math.min(offers, meetings, refusals)).toBeGreaterThan(50);
});

const referenceOf = (who: number) => `INMQ-2026-000${who + 1}`;

function registered(from: Date): Register {
  const register = emptyRegister();
  const receivedAt = from.toISOString();
  places.forEach((place, who) => {
    const requester = { name: `R ${who}`, address: `r${who}@house${who}.example`, ...place };
    const mail = `${who}`.padStart(64, '0');
    applyEvents(
      register,
      [
        {
          ...{
            kind: 'request-registered',
            reference: referenceOf(who),
            mail,
            receivedAt,
            subject: 'x',
            language: 'fr',
          },
          ...{ requester, findings: [], quarantined: false },
        } as RegisterEvent,
      ],
      { at: receivedAt, author: 'test', seq: who + 1 },
    );
  });
  return register;
}

function happens(
  what: Step['what'],
  which: number,
  request: Request,
  register: Register,
  policy: Policy,
  now: Date,
): RegisterEvent[] {
  const { reference, meeting, slots } = request;
  const situation = { request, register, policy, thread: [], now };
  switch (what) {
    case 'offer': {
      const offered = meeting ? [] : offerSlots(request, register, policy, now);
      return offered.length > 0 ? [{ kind: 'slots-offered', reference, slots: offered }] : [];
    }
    case 'choose': {
      const slot = slots[which % Math.max(1, slots.length)];
      return slot && !meeting ? bookChoice({ kind: 'slot', number: slot.number }, situation).events : [];
    }
    case 'none-fits':
      return meeting || slots.length === 0 ? [] : bookChoice({ kind: 'none-fits' }, situation).events;
    case 'cancel':
      return meeting ? cancelMeeting(request, meeting, 'test', undefined, policy, [], now).events : [];
    case 'close':
      return which < 5 && !meeting ? [{ kind: 'status-changed', reference, status: 'closed', why: 'test' }] : [];
    case 'wait':
      return [];
    default:
      return what satisfies never;
  }
}
