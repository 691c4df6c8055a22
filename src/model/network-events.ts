import { z } from 'zod';
import { contact, sha256 } from './event-parts.ts';
import { categories, languages } from './request.ts';

const numbers = z.array(z.number().int());

/** What happens to institutions and their contacts, and when they are written to. */
export const networkEvents = [
  /** Digests of that category go out by it from now on. */
  z.object({
    kind: z.literal('schedule-followed'),
    category: z.enum(categories),
    timeZone: z.string(),
    cron: z.object({
      expression: z.string(),
      second: numbers,
      minute: numbers,
      hour: numbers,
      dayOfMonth: numbers,
      month: numbers,
      dayOfWeek: numbers,
    }),
  }),
  /** An institution joined, or its name or contacts changed: as it stands from now on. */
  z.object({
    kind: z.literal('partner-changed'),
    partner: z.object({
      id: z.string(),
      name: z.string(),
      contacts: z.tuple([contact], contact),
    }),
    /** SHA-256 of what the configuration says of it, when that is what changed. */
    configured: sha256.optional(),
    /** The one address that the change is about, and that somebody answers for; absent: all of them. */
    address: z.string().optional(),
    /** The person agreed to be written to at that address. */
    optedIn: z.boolean().optional(),
    why: z.string(),
  }),
  z.object({
    kind: z.literal('partner-left'),
    partner: z.string(),
    why: z.string(),
    /** False when the configuration does not name it any more. */
    configured: z.literal(false).optional(),
  }),
  /** An address that letters to the institution go to once it has confirmed itself. */
  z.object({ kind: z.literal('contact-proposed'), partner: z.string(), contact }),
  /** The person does not want to be written to any more. */
  z.object({ kind: z.literal('contact-stopped'), partner: z.string(), address: z.string(), mail: sha256 }),
  /** What a contact reads beside French. */
  z.object({
    kind: z.literal('contact-language'),
    partner: z.string(),
    address: z.string(),
    language: z.enum(languages),
  }),
  z.object({
    kind: z.literal('contact-failed'),
    partner: z.string(),
    address: z.string(),
    letter: z.string(),
    why: z.string(),
  }),
] as const;
