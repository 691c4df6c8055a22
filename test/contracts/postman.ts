import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutgoingMail, Postman } from '../../src/ports.ts';

/** A postman with the world behind it. */
export interface Stage {
  postman: Postman;
  /** The mails that the address holds, any order. */
  received(address: string): Promise<Buffer[]>;
  /** An address whose mail cannot be taken now. */
  deferring: string;
  /** An address whose mail is never taken. */
  refusing: string;
  /** From now on nothing can be delivered. */
  breakDown(): Promise<void>;
  end(): Promise<void>;
}

/** What every postman promises, whoever takes the letters. */
export function postmanContract(name: string, open: () => Promise<Stage>): void {
  describe(`postman: ${name}`, () => {
    let stage: Stage;
    beforeEach(async () => {
      stage = await open();
    });
    afterEach(async () => {
      await stage.postman.close();
      await stage.end();
    });

    test('delivers the bytes as they are', async () => {
      const mail = letter('k.amani@mines-ci.example', 'Bonjour,\r\n.\r\n..deux points\r\nFrom ici\r\n\r\n');
      const outcome = await stage.postman.send(mail);
      expect(outcome).toMatchObject({ state: 'accepted', response: expect.stringMatching(/./) });
      expect(await stage.received('k.amani@mines-ci.example')).toEqual([mail.raw]);
    });

    test('delivers a large mail whole', async () => {
      const mail = letter('a@big.example', `${'0123456789abcdef'.repeat(60)}\r\n`.repeat(2000));
      expect((await stage.postman.send(mail)).state).toBe('accepted');
      expect((await stage.received('a@big.example')).map((raw) => raw.equals(mail.raw))).toEqual([true]);
    });

    test('the same mail again is delivered again: the outbox, not the postman, knows', async () => {
      const mail = letter('a@x.example', 'Bonjour\r\n');
      await stage.postman.send(mail);
      await stage.postman.send(mail);
      expect(await stage.received('a@x.example')).toEqual([mail.raw, mail.raw]);
    });

    test('a trouble that passes is deferred, and the next mail goes', async () => {
      const outcome = await stage.postman.send(letter(stage.deferring, 'x\r\n'));
      expect(outcome).toMatchObject({ state: 'deferred', response: expect.stringMatching(/./) });
      expect((await stage.postman.send(letter('b@x.example', 'x\r\n'))).state).toBe('accepted');
    });

    test('a final no is refused, and the next mail goes', async () => {
      const outcome = await stage.postman.send(letter(stage.refusing, 'x\r\n'));
      expect(outcome).toMatchObject({ state: 'refused', response: expect.stringMatching(/./) });
      expect((await stage.postman.send(letter('b@x.example', 'x\r\n'))).state).toBe('accepted');
    });

    test.each(['', 'nobody', 'a@x.example\r\nRCPT TO:<b@x.example>', '<a@x.example>', '@'])(
      'what is no address is not delivered to anybody: %j',
      async (to) => {
        expect((await stage.postman.send(letter(to, 'x\r\n'))).state).not.toBe('accepted');
        expect(await stage.received('b@x.example')).toEqual([]);
        expect(await stage.received('a@x.example')).toEqual([]);
      },
    );

    test('two hundred at once all arrive, each once', async () => {
      const mails = Array.from({ length: 200 }, (_, i) => letter('all@x.example', `number ${i}\r\n`));
      const outcomes = await Promise.all(mails.map((mail) => stage.postman.send(mail)));
      expect(outcomes.filter(({ state }) => state !== 'accepted')).toEqual([]);
      const received = (await stage.received('all@x.example')).map(String).sort();
      expect(received).toEqual(mails.map(({ raw }) => String(raw)).sort());
    });

    test('without the world everything is deferred, nothing is thrown', async () => {
      await stage.breakDown();
      const outcome = await stage.postman.send(letter('a@x.example', 'x\r\n'));
      expect(outcome).toMatchObject({ state: 'deferred', response: expect.stringMatching(/./) });
    });

    test('close ends, also twice and with mails under way, and no outcome is lost', async () => {
      const outcomes = Array.from({ length: 20 }, (_, i) => stage.postman.send(letter('late@x.example', `${i}\r\n`)));
      let open = outcomes.length;
      for (const outcome of outcomes) void outcome.then(() => open--);
      await stage.postman.close();
      await new Promise(setImmediate);
      expect(open).toBe(0);
      await stage.postman.close();
      const states = (await Promise.all(outcomes)).map(({ state }) => state);
      expect(states.filter((state) => state === 'refused')).toEqual([]);
      const accepted = states.filter((state) => state === 'accepted').length;
      expect((await stage.received('late@x.example')).length).toBe(accepted);
      expect((await stage.postman.send(letter('a@x.example', 'x\r\n'))).state).toBe('deferred');
    });
  });
}

function letter(to: string, text: string): OutgoingMail {
  const head = `From: info@inm.example\r\nTo: someone\r\nSubject: Bonjour\r\n\r\n`;
  return { envelope: { from: 'info@inm.example', to }, raw: Buffer.from(head + text) };
}
