import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Outcome } from '../model/plan.ts';
import type { OutgoingMail, Postman } from '../ports.ts';
import { deliver } from './maildir.ts';

/** A postman that puts each mail into the Maildir of its address below `root`: the whole world of a trial. */
export function openMaildirPostman({ root, log }: { root: string; log: Pick<Logger, 'warn'> }): Postman {
  const underway = new Set<Promise<Outcome>>();
  let closed = false;
  const hand = async ({ envelope, raw }: OutgoingMail): Promise<Outcome> => {
    const path = maildirOf(root, envelope.to);
    if (path === undefined) return { state: 'refused', response: `not an address: ${JSON.stringify(envelope.to)}` };
    try {
      return { state: 'accepted', response: `delivered as ${await deliver(path, raw)}` };
    } catch (error) {
      log.warn({ path, err: error }, 'cannot deliver into the Maildir');
      return { state: 'deferred', response: inWords(error), ours: true };
    }
  };
  return {
    async send(mail) {
      if (closed) return { state: 'deferred', response: 'the postman is closed', ours: true };
      const outcome = hand(mail);
      underway.add(outcome);
      try {
        return await outcome;
      } finally {
        underway.delete(outcome);
      }
    },
    async close() {
      closed = true;
      await Promise.all(underway);
    },
  };
}

/**
 * The Maildir of an address, always a folder directly in `root`; undefined for what is no address.
 * Plain addresses keep their look, everything else is percent-encoded, so two addresses never share a folder.
 */
export function maildirOf(root: string, address: string): string | undefined {
  const written = address.normalize('NFC').toLowerCase();
  if (!/^[^\s\p{Cc}\p{Surrogate}<>]+@[^\s\p{Cc}\p{Surrogate}<>@]+$/u.test(written)) return undefined;
  const folder = written.replace(/^\.|[^a-z0-9@._+=-]/gu, percent);
  // The longest name that common file systems take.
  return folder.length > 255 ? undefined : join(root, folder);
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

function percent(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
