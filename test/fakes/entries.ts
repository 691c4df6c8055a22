import { seal } from '../../src/model/chain.ts';
import type { Email, Entry, EventOf, Payload, RegisterEvent } from '../../src/model/events.ts';

export const noon = '2026-11-23T17:00:00.000Z';

export function payload(cause: string, events: readonly RegisterEvent[] = [], emails: readonly Email[] = []): Payload {
  return { cause, author: 'greffier', events: [...events], emails: [...emails] };
}

/** A chain of entries, one per instant; each alarms staff, so that it changes the register. */
export function chain(instants: readonly string[], last?: { seq: number; hash: string }): Entry[] {
  const entries: Entry[] = [];
  for (const [index, at] of instants.entries()) {
    const event = { kind: 'staff-alarmed', trouble: `trouble ${index + 1}`, why: 'a test, « testé »' } as const;
    entries.push(seal(payload(`test/${index + 1}`, [event]), at, entries.at(-1) ?? last));
  }
  return entries;
}

/** A mail that came in and the request that was registered for it. */
export function registration(
  reference: string,
  mail: string,
): [EventOf<'mail-received'>, EventOf<'request-registered'>] {
  const subject = 'Centre des métiers de la mine';
  return [
    {
      kind: 'mail-received',
      mail,
      fingerprint: mail,
      messageId: `<${reference}@mines-ci.example>`,
      from: 'k.amani@mines-ci.example',
      subject,
      receivedAt: noon,
      source: `maildir/${reference}`,
      size: 321,
      disposition: 'request',
      why: 'anything else from a person',
      folder: 'requests',
      reference,
    },
    {
      kind: 'request-registered',
      reference,
      mail,
      receivedAt: noon,
      subject,
      language: 'fr',
      requester: { name: 'Kouadio Amani', address: 'k.amani@mines-ci.example', organisation: 'Ministère des Mines' },
      findings: [{ kind: 'country', value: 'CI', evidence: 'domaine mines-ci.example' }],
      quarantined: false,
    },
  ];
}
