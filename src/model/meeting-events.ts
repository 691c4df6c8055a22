import { z } from 'zod';
import { instant, reference, slot } from './event-parts.ts';

/** What happens to slots, and to meetings. */
export const meetingEvents = [
  z.object({ kind: z.literal('slots-offered'), reference, slots: z.array(slot) }),
  /** By the requester, of a slot that is not sure to be free: a person confirms it. */
  z.object({ kind: z.literal('slot-chosen'), reference, slot: z.number().int() }),
  /** What the requester said of the slots without choosing one. */
  z.object({
    kind: z.literal('slots-answered'),
    reference,
    answer: z.enum(['unsure', 'none-fits']),
    /** On which they cannot meet at all, 1 is Monday. */
    weekdays: z.array(z.number().int()).optional(),
  }),
  z.object({
    kind: z.literal('meeting-booked'),
    reference,
    slot: z.number().int(),
    uid: z.string(),
    sequence: z.number().int(),
    start: instant,
    end: instant,
  }),
  z.object({ kind: z.literal('meeting-moved'), reference, sequence: z.number().int(), start: instant, end: instant }),
  z.object({ kind: z.literal('meeting-cancelled'), reference, sequence: z.number().int(), why: z.string() }),
  /** Its end has come; what was offered before is no longer on offer. */
  z.object({ kind: z.literal('meeting-held'), reference }),
  z.object({ kind: z.literal('meeting-answered'), reference, attendee: z.string(), partstat: z.string() }),
  /** Staff refused the other time; the meeting stays as it was (RFC 5546, 3.2.8). */
  z.object({ kind: z.literal('meeting-counter-declined'), reference, attendee: z.string() }),
  /** Another time, proposed by calendar (RFC 5546, 3.2.7). */
  z.object({
    kind: z.literal('meeting-countered'),
    reference,
    attendee: z.string(),
    start: instant,
    end: instant,
    comment: z.string(),
  }),
] as const;
