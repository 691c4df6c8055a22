import { expect, test } from 'vitest';
import type { Clerk } from '../src/clerk.ts';
import { readMail } from '../src/io/mime.ts';
import { FakeWorld, written } from './world.ts';

const ama = 'aboateng@tgtu.example';
const officer = 'mtremblay@greffier.test';
const approver = 'dlavoie@greffier.test';
const genuine = (address: string) => ({
  'Authentication-Results': `mx.inm.example; dmarc=pass header.from=${address.split('@')[1]}`,
});

/** A world whose process dies at one call of a port, just before or just after what the call does. */
class MortalWorld extends FakeWorld {
  calls = 0;
  #dead = false;

  constructor(dieAt: number, after: boolean) {
    super();
    const mortal =
      <A extends unknown[], R>(work: (...words: A) => Promise<R>) =>
      async (...words: A): Promise<R> => {
        if (this.#dead) throw new Error('the process is dead');
        this.calls += 1;
        const dies = this.calls === dieAt;
        if (dies && !after) throw this.#die();
        const result = await work(...words);
        if (dies) throw this.#die();
        return result;
      };
    const { mailbox, archive, journal, postman } = this;
    mailbox.file = mortal(mailbox.file.bind(mailbox));
    archive.keep = mortal(archive.keep.bind(archive));
    archive.fetch = mortal(archive.fetch.bind(archive));
    journal.append = mortal(journal.append.bind(journal));
    postman.send = mortal(postman.send.bind(postman));
  }

  #die(): Error {
    this.#dead = true;
    return new Error('killed');
  }

  revive(): void {
    this.#dead = false;
  }
}

/** From the first mail to the digest; after each death a new process goes on with what is there. */
async function live(world: MortalWorld): Promise<Clerk> {
  let clerk = await world.open();
  const work = async (task: () => Promise<void>) => {
    for (;;)
      try {
        await task();
        await world.work(clerk);
        return;
      } catch {
        world.revive();
        clerk = await world.open();
      }
  };
  const deliver = async (mail: Parameters<typeof written>[0]) => {
    world.mailbox.deliver(await written(mail));
    await work(async () => {});
  };
  const staff = (from: string, line: string) =>
    deliver({
      from,
      subject: `[INMQ-2026-0001] ${line}`,
      text: '',
      headers: genuine(from),
      messageId: `<${line.length}.${from}>`,
    });
  await deliver({
    from: `Ama Boateng <${ama}>`,
    subject: 'Training',
    text: 'Dear Sir, we ask for training.',
    messageId: '<1@tgtu.example>',
  });
  const points =
    'Nature of the needs: a\nExpectations: b\nType of agreement sought: c\nAvailable resources: d\nPreliminary timeline: e\n';
  await deliver({ from: ama, subject: '[INMQ-2026-0001] answers', text: points, messageId: '<2@tgtu.example>' });
  await staff(officer, '#catégorie court terme, budget voté #complet');
  await staff(approver, '#diffuser');
  let code: string | undefined;
  for (const { envelope, raw } of world.postman.sent) {
    if (envelope.to !== approver) continue;
    code = /#confirmer\s+([0-9A-Z]{10})/.exec((await readMail(raw)).text)?.[1] ?? code;
  }
  await staff(approver, `#confirmer ${code}`);
  world.clock.pass(60_000);
  await work(() => clerk.tick('short'));
  return clerk;
}

const messageIds = async (world: FakeWorld, address: string) =>
  (await world.lettersTo(address)).map((letter) => letter.messageId ?? '');

test('whatever instruction it is killed at, nothing is lost and nothing happens twice', async () => {
  const undisturbed = new MortalWorld(0, false);
  const whole = await live(undisturbed);
  const expected = new Map<string, number>();
  for (const { envelope } of undisturbed.postman.sent) expected.set(envelope.to, (expected.get(envelope.to) ?? 0) + 1);
  expect(whole.register.digests.size).toBe(1);
  expect(undisturbed.calls).toBeGreaterThan(60);

  // Every call takes a quarter of a minute, which only CI has.
  const stride = process.env.CI ? 1 : 7;
  for (let dieAt = 1; dieAt <= undisturbed.calls; dieAt += stride)
    for (const after of [false, true]) {
      const world = new MortalWorld(dieAt, after);
      const { register } = await live(world);
      const where = `killed ${after ? 'after' : 'before'} call ${dieAt}`;
      expect([...register.requests.keys()], where).toEqual(['INMQ-2026-0001']);
      expect(register.mails.size, where).toBe(whole.register.mails.size);
      expect(register.digests.size, where).toBe(1);
      expect(register.outbox.size, where).toBe(0);
      const uncertain = new Set(
        [...register.letters.values()].filter((letter) => letter.uncertain).map((letter) => letter.messageId),
      );
      for (const [address, count] of expected) {
        const sent = await messageIds(world, address);
        expect(new Set(sent).size, `${where}: letters to ${address}`).toBe(count);
        // Only a letter that was with the server at that moment goes out again, and the ledger tells it.
        const twice = sent.filter((id, index) => sent.indexOf(id) !== index);
        expect(
          twice.every((id) => uncertain.has(id)),
          where,
        ).toBe(true);
      }
      const filed = Object.values(world.policy.folders).flatMap((folder) => world.mailbox.folder(folder));
      expect(filed.length, where).toBe(5);
    }
}, 120_000);
