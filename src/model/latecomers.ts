import { type Files, keptAs, mergedFrom } from './filing.ts';
import { peek } from './layer.ts';
import type { Request } from './request.ts';

/**
 * Files the request among the closed ones to which a mail came after all was said, or takes it out; for one that was
 * merged, that into which it was. Again when it changes, and when a mail comes.
 */
export function indexLatecomer(register: Files, reference: string): void {
  const kept = keptAs(register, reference);
  const request = peek(register.requests, kept);
  if (request && wroteLater(register, request)) register.latecomers.add(kept);
  else register.latecomers.delete(kept);
}

/** Closed requests to which a mail came after they were closed, and after the last note; perhaps it needs no answer. */
export function latecomers(register: Files): Request[] {
  return [...register.latecomers].flatMap((reference) => peek(register.requests, reference) ?? []);
}

function wroteLater(register: Files, request: Request): boolean {
  const { status, since, receivedAt, notes } = request;
  if (status !== 'closed') return false;
  const settled = [since ?? receivedAt, notes.at(-1)?.at ?? ''].reduce((a, b) => (a > b ? a : b));
  // Each holds its mails in the order of their entry.
  return [request, ...mergedFrom(register, request)].some(({ mails }) => {
    const last = peek(register.mails, mails.at(-1) ?? '');
    return last !== undefined && last.at > settled;
  });
}
