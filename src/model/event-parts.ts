import { z } from 'zod';
import { categories, confidences, points, requesterKinds } from './request.ts';

export const instant = z.iso.datetime();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const reference = z.string();
export const point = z.enum(points);
export const address = z.object({ name: z.string(), address: z.string() });

export const slot = z.object({
  number: z.number().int().positive(),
  start: instant,
  end: instant,
  /** Until then it is offered to nobody else; absent: until it begins. */
  heldUntil: instant.optional(),
  written: z.literal(true).optional(),
});

export const requester = z.object({
  name: z.string(),
  address: z.string(),
  organisation: z.string().optional(),
  country: z.string().optional(),
  timeZone: z.string().optional(),
  kind: z.enum(requesterKinds).optional(),
});

export const finding = z.object({
  kind: z.string(),
  value: z.string(),
  evidence: z.string(),
  /** Absent in older records, and where a person wrote it. */
  confidence: z.enum(confidences).optional(),
});

/** What another delivery of the same mail is known by, also when a relay wrote into it; see reception/copies.ts. */
export const copied = z.object({
  sending: sha256,
  writing: sha256.optional(),
  length: z.number().int(),
  sketch: z.string(),
  attached: z.string(),
});

export const contact = z.object({
  name: z.string(),
  address: z.string(),
  consent: z.object({ date: z.iso.date(), source: z.string() }).optional(),
});

export const notice = z.object({
  reference: z.string(),
  organisation: z.string(),
  country: z.string(),
  kind: z.enum(requesterKinds).optional(),
  category: z.enum(categories),
  points: z.record(point, z.string()),
  deadline: z.iso.date().optional(),
  contact: address.optional(),
});

/** A file that came with a mail in the archive. */
export const file = z.object({
  mail: sha256,
  /** Of its decoded content. */
  checksum: sha256,
  filename: z.string(),
  contentType: z.string(),
  /** Decoded, in bytes. */
  size: z.number().int(),
  /** A picture that the text showed: it does not go along, and the person is told. */
  inText: z.literal(true).optional(),
});
export type AttachedFile = z.infer<typeof file>;
