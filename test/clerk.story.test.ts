import { beforeEach, describe, expect, test } from 'vitest';
import { ama, desk, last, officer, only, opened, released, reply, request, subjects } from './correspondence.ts';
import { written } from './world.ts';

beforeEach(opened);

describe('reception', () => {
  test('a request is entered, acknowledged once in both languages, and told to the officer', async () => {
    await desk.world.arrives(desk.clerk, await written(request));
    expect(only()).toMatchObject({
      reference: 'INMQ-2026-0001',
      status: 'received',
      language: 'en',
      subject: request.subject,
    });
    expect(await subjects(ama)).toEqual([expect.stringContaining('[INMQ-2026-0001]')]);
    const letter = await last(ama);
    expect(letter.text).toMatch(/Bonjour[\s\S]*Dear|Bonjour[\s\S]*Hello/);
    expect(letter.inReplyTo).toHaveLength(1);
    expect((await subjects(officer))[0]).toContain('[INMQ-2026-0001]');
    // What the mail already says is shown to be confirmed; it is no answer yet.
    expect(letter.text).toContain('> our board would like to train 12 instructors in mine rescue.');
    expect(only().points).toEqual({});
    expect(desk.world.mailbox.folder(desk.world.policy.folders.requests)).toHaveLength(1);
  });

  test('the same mail again, and by another route, is neither a second entry nor a second letter', async () => {
    const raw = await written({ ...request, messageId: '<one@tgtu.example>' });
    await desk.world.arrives(desk.clerk, raw);
    await desk.world.arrives(desk.clerk, raw);
    await desk.world.arrives(desk.clerk, Buffer.concat([Buffer.from('Received: from relay.example\r\n'), raw]));
    expect(only().reference).toBe('INMQ-2026-0001');
    expect(await subjects(ama)).toHaveLength(1);
    const seen = [...desk.clerk.register.mails.values()].map((mail) => mail.disposition);
    expect(seen).toEqual(['request', 'duplicate']);
  });

  test('a reused Message-ID with another body is another request', async () => {
    await desk.world.arrives(desk.clerk, await written({ ...request, messageId: '<one@tgtu.example>' }));
    await desk.world.arrives(
      desk.clerk,
      await written({ ...request, text: 'Something else.', messageId: '<one@tgtu.example>' }),
    );
    expect([...desk.clerk.register.requests.keys()]).toEqual(['INMQ-2026-0001', 'INMQ-2026-0002']);
  });

  test('an absence note is filed with its request and not answered', async () => {
    await desk.world.arrives(desk.clerk, await written(request));
    const acknowledged = await last(ama);
    const headers = { 'Auto-Submitted': 'auto-replied' };
    await desk.world.arrives(
      desk.clerk,
      await written({ from: ama, subject: 'Out of office', text: 'Back on Monday.', answers: acknowledged, headers }),
    );
    expect(await subjects(ama)).toHaveLength(1);
    expect(only().mails).toHaveLength(2);
    expect(only().status).toBe('received');
  });

  test('another mail under the name of an older one is entered too', async () => {
    const { waiting } = desk.world.mailbox;
    await desk.world.arrives(desk.clerk, await written(request));
    desk.world.mailbox.waiting = async function* () {
      for await (const mail of waiting()) yield { ...mail, source: 'fake/INBOX/1/1' };
    };
    desk.world.clock.pass(1000);
    await desk.world.arrives(desk.clerk, await written({ ...request, subject: 'Another matter' }));
    expect([...desk.clerk.register.requests.values()].map(({ subject }) => subject)).toEqual([
      request.subject,
      'Another matter',
    ]);
  });

  test('mails over the hourly ceiling are all entered, and answered little by little', async () => {
    desk.world.policy = { ...desk.world.policy, ceilings: { ...desk.world.policy.ceilings, perHour: 3 } };
    desk.clerk = await desk.world.open();
    const requesters = Array.from({ length: 30 }, (_, index) => `person@office${index}.example`);
    for (const [index, from] of requesters.entries())
      desk.world.mailbox.deliver(
        await written({ from, subject: `Matter ${index}`, text: `Could you help us with ${index}?` }),
      );
    await desk.world.work(desk.clerk);
    const acknowledged = () =>
      desk.world.postman.sent.filter(({ envelope }) => envelope.to.startsWith('person@office')).length;
    expect(desk.clerk.register.requests.size).toBe(30);
    expect(acknowledged()).toBe(3);
    for (let hour = 1; hour < 10; hour++) {
      desk.world.clock.pass(3_600_000);
      await desk.clerk.sendDue();
      expect(acknowledged()).toBe(3 * (hour + 1));
    }
  });

  test('two requests that differ by their numbers are two requests', async () => {
    const groupe = (number: number, people: number) => ({
      from: ama,
      subject: `Formation groupe ${number}`,
      text: `Nous cherchons une formation pour ${people} personnes.`,
    });
    await desk.world.arrives(desk.clerk, await written(groupe(1, 12)));
    desk.world.clock.pass(86_400_000);
    await desk.world.arrives(desk.clerk, await written(groupe(2, 30)));
    expect(desk.clerk.register.requests.size).toBe(2);
    expect(await subjects(ama)).toHaveLength(2);
  });

  test('a first mail that comes with an invitation is entered, and left to people to answer', async () => {
    const ics =
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@tgtu.example\r\nDTSTART:20261203T150000Z\r\nDTEND:20261203T160000Z\r\nDTSTAMP:20261123T150000Z\r\nORGANIZER:mailto:aboateng@tgtu.example\r\nATTENDEE:mailto:info@inm.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    const icalEvent = { method: 'REQUEST', content: ics };
    await desk.world.arrives(desk.clerk, await written({ ...request, icalEvent }));
    expect(only().subject).toBe(request.subject);
    expect(await subjects(ama)).toEqual([]);
    expect(await subjects(officer)).toHaveLength(1);
  });

  test('a second author speaks for nobody', async () => {
    await desk.world.arrives(desk.clerk, await written(request));
    const from = `${ama}, mallory@evil.example`;
    await desk.world.arrives(desk.clerk, await written({ from, subject: '[INMQ-2026-0001] Plage 1', text: '1' }));
    expect(only().meeting).toBeUndefined();
  });

  test('a stranger who knows a reference gets a request of his own', async () => {
    await desk.world.arrives(desk.clerk, await written(request));
    await desk.world.arrives(
      desk.clerk,
      await written({ from: 'x@stranger.example', subject: '[INMQ-2026-0001] Plage 1', text: '1' }),
    );
    expect([...desk.clerk.register.requests.keys()]).toEqual(['INMQ-2026-0001', 'INMQ-2026-0002']);
    expect(desk.clerk.register.requests.get('INMQ-2026-0001')?.meeting).toBeUndefined();
  });

  test('a machine that asks for something new each time gets no more letters than the ceiling', async () => {
    desk.world.policy = { ...desk.world.policy, ceilings: { ...desk.world.policy.ceilings, perAddressPerDay: 1 } };
    desk.clerk = await desk.world.open();
    for (const matter of ['housing', 'water', 'roads', 'schools', 'ports', 'rails']) {
      const text = `Which training do you offer in ${matter}?`;
      await desk.world.arrives(
        desk.clerk,
        await written({ from: 'bureau@machine.example', subject: `On ${matter}`, text }),
      );
      desk.world.clock.pass(60_000);
    }
    expect(await subjects('bureau@machine.example')).toHaveLength(1);
    expect(desk.clerk.register.requests.size).toBe(6);
    const alarms = (await subjects(officer)).filter((subject) => !subject.includes('INMQ'));
    expect(alarms).toHaveLength(1);
  });
});

describe('clarification', () => {
  test('a chosen slot becomes a meeting in both calendars', async () => {
    await desk.world.arrives(desk.clerk, await written(request));
    await desk.world.arrives(desk.clerk, await written({ from: ama, subject: '[INMQ-2026-0001] Plage 2', text: '2' }));
    expect(only().meeting?.start).toBe(only().slots[1]?.start);
    expect(only().status).toBe('clarifying');
    for (const address of [ama, officer]) {
      const invited = (await desk.world.lettersTo(address)).find((mail) =>
        mail.parts.some((part) => part.contentType === 'text/calendar'),
      );
      expect(invited?.parts.find((part) => part.contentType === 'text/calendar')?.text).toContain('METHOD:REQUEST');
    }
  });

  test('answers fill the points, and what is missing is asked', async () => {
    await desk.world.arrives(desk.clerk, await written(request));
    await desk.world.arrives(
      desk.clerk,
      await reply(ama, '1. Nature of the needs\nTraining.\n\n5. Preliminary timeline\nMay 2027.\n\nAma Boateng\n'),
    );
    expect(Object.keys(only().points).toSorted()).toEqual(['needs', 'timeline']);
    expect(only().points.timeline?.value).toBe('May 2027.');
    expect((await last(ama)).text).toContain('Available resources');
  });
});

describe('when the world fails', () => {
  test('a letter that no server took is sent once, later', async () => {
    desk.world.postman.down = true;
    await desk.world.arrives(desk.clerk, await written(request));
    expect(await subjects(ama)).toEqual([]);
    desk.world.postman.down = false;
    desk.world.clock.pass(61_000);
    await desk.clerk.sendDue();
    await desk.clerk.sendDue();
    expect(await subjects(ama)).toHaveLength(1);
  });

  test('a crash after the commit, before the filing: the next start files the mail and enters nothing twice', async () => {
    const { file } = desk.world.mailbox;
    desk.world.mailbox.file = async () => {
      throw new Error('the connection is gone');
    };
    desk.world.mailbox.deliver(await written(request));
    await expect(desk.clerk.takeWaiting()).rejects.toThrow('gone');
    desk.world.mailbox.file = file;
    desk.clerk = await desk.world.open();
    await desk.world.work(desk.clerk);
    expect(only().mails).toHaveLength(1);
    expect(await subjects(ama)).toHaveLength(1);
    expect(desk.world.mailbox.folder(desk.world.policy.folders.requests)).toHaveLength(1);
    expect(desk.world.mailbox.downloads).toBe(1);
  });

  test('a full disk: nothing is entered, nothing is answered, the mail stays', async () => {
    desk.world.archive.full = true;
    desk.world.mailbox.deliver(await written(request));
    await expect(desk.clerk.takeWaiting()).rejects.toThrow('no space left');
    desk.world.archive.full = false;
    await desk.world.work(desk.clerk);
    expect(only().reference).toBe('INMQ-2026-0001');
    expect(await subjects(ama)).toHaveLength(1);
  });

  test('a poison mail is kept, told and filed, and the next one goes on', async () => {
    const readable = desk.world.read;
    desk.world.read = async (raw) => {
      if (raw.includes('poison')) throw new Error('no such charset');
      return readable(raw);
    };
    desk.world.mailbox.deliver(await written({ ...request, subject: 'poison' }));
    await desk.world.arrives(desk.clerk, await written(request));
    expect([...desk.clerk.register.mails.values()].map((mail) => mail.disposition)).toEqual(['poison', 'request']);
    expect(desk.world.mailbox.folder(desk.world.policy.folders.setAside)).toHaveLength(1);
    expect((await desk.world.lettersTo(officer))[0]?.text).toContain('no such charset');
  });

  test('a daemon that starts anew knows what the last one knew', async () => {
    await released();
    const again = await desk.world.open();
    expect(again.register).toEqual(desk.clerk.register);
  });

  test('a letter that was being sent at the crash is sent again under the same Message-ID, and the ledger tells it', async () => {
    await desk.world.arrives(desk.clerk, await written(request));
    const before = await last(ama);
    // The server's answer never reached the journal.
    desk.world.journal.cut(
      desk.world.journal.entries.findIndex((entry) => entry.payload?.cause.startsWith('delivery/')),
    );
    desk.clerk = await desk.world.open();
    await desk.clerk.sendDue();
    const letters = await desk.world.lettersTo(ama);
    expect(letters).toHaveLength(2);
    expect(letters[1]?.messageId).toBe(before.messageId);
    const record = [...desk.clerk.register.letters.values()].find((letter) => letter.to.address === ama);
    expect(record).toMatchObject({ state: 'accepted', uncertain: true });
  });
});
