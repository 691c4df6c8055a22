import type { EventOf, RegisterEvent } from './events.ts';
import { indexOpen, indexTimes } from './kin.ts';
import { indexLatecomer } from './latecomers.ts';
import { type Register, requestOf } from './register.ts';
import type { Happening, Request } from './request.ts';

/** When an event was committed, on whose behalf, and by which entry. */
export interface Context {
  at: string;
  author: string;
  seq: number;
}

/** What one kind of event does to the register, in place. */
export type Applier<K extends RegisterEvent['kind']> = (
  register: Register,
  event: EventOf<K>,
  context: Context,
) => void;

/** Alters a request, and says so in its history. */
export function change(
  register: Register,
  reference: string,
  { at, author, seq }: Context,
  what: Happening,
  alter: (request: Request) => void,
): void {
  const request = requestOf(register, reference, seq);
  alter(request);
  indexTimes(register, request);
  indexOpen(register, request);
  indexLatecomer(register, reference);
  request.history.push({ at, author, ...what });
}
