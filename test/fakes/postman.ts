import type { Outcome } from '../../src/model/plan.ts';
import type { OutgoingMail, Postman } from '../../src/ports.ts';

/** A postman in memory: what it took is in `sent`, in order. */
export class FakePostman implements Postman {
  readonly sent: OutgoingMail[] = [];
  /** What is answered for an address; accepted for all others. */
  readonly answers = new Map<string, Outcome>();
  /** True: nobody answers, everything is deferred. */
  down = false;
  #closed = false;

  async send({ envelope, raw }: OutgoingMail): Promise<Outcome> {
    if (this.#closed) return { state: 'deferred', response: 'the postman has gone home', ours: true };
    if (this.down) return { state: 'deferred', response: '421 not available', ours: true };
    if (!/^[^\s<>@]+@[^\s<>@]+$/.test(envelope.to))
      return { state: 'refused', response: `not an address: ${envelope.to}` };
    const outcome = this.answers.get(envelope.to) ?? { state: 'accepted', response: '250 taken' };
    if (outcome.state === 'accepted') this.sent.push({ envelope: { ...envelope }, raw: Buffer.from(raw) });
    return outcome;
  }

  async close(): Promise<void> {
    this.#closed = true;
  }
}
