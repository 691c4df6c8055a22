import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../src/clerk.ts';
import type { Mail } from '../src/mail/mail.ts';
import { FakeWorld, written } from './world.ts';

const ama = 'aboateng@tgtu.example';
const officer = 'mtremblay@greffier.test';
const approver = 'dlavoie@greffier.test';
const genuine = (address: string) => ({
  'Authentication-Results': `mx.inm.example; dmarc=pass header.from=${address.split('@')[1]}`,
});
const request = {
  from: `Ama Boateng <${ama}>`,
  subject: 'Mine rescue training',
  text: 'Dear Sir,\n\nour board would like to train 12 instructors in mine rescue.\n\nAma Boateng\nDean, Tarkwa Gold Technical University, Ghana\n',
};
const fivePoints = `1. Nature of the needs
Training of 12 instructors.
2. Expectations
A certificate.
3. Type of agreement sought
Service contract
4. Available resources
CAD 175 000, approved.
5. Preliminary timeline
May 2027, three weeks.
`;

let world: FakeWorld;
let clerk: Clerk;
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
});

const subjects = async (address: string) => (await world.lettersTo(address)).map((mail) => mail.subject);
const last = async (address: string): Promise<Mail> => {
  const mail = (await world.lettersTo(address)).at(-1);
  if (!mail) throw new Error(`nothing was sent to ${address}`);
  return mail;
};
const only = () => {
  const [first, ...others] = clerk.register.requests.values();
  if (!first || others.length > 0) throw new Error(`${clerk.register.requests.size} requests are registered`);
  return first;
};
const reply = async (from: string, text: string, subject?: string, answers?: Mail) => {
  const to = answers ?? (await last(from));
  return await written({ from, subject: subject ?? `Re: ${to.subject}`, text, answers: to, headers: genuine(from) });
};
const commands = async (from: string, line: string, text = '') =>
  world.arrives(clerk, await written({ from, subject: `[${only().reference}] ${line}`, text, headers: genuine(from) }));

/** From the first mail to the released notice. */
async function released(): Promise<void> {
  await world.arrives(clerk, await written(request));
  await world.arrives(clerk, await reply(ama, fivePoints));
  await commands(officer, '#catégorie court terme, budget voté #complet');
  await commands(approver, '#diffuser');
  const code = /#confirmer\s+([0-9A-Z]{10})/.exec((await last(approver)).text)?.[1];
  await commands(approver, `#confirmer ${code}`);
}

describe('reception', () => {
  test('a request is entered, acknowledged once in both languages, and told to the officer', async () => {
    await world.arrives(clerk, await written(request));
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
    expect(world.mailbox.folder(world.policy.folders.requests)).toHaveLength(1);
  });

  test('the same mail again, and by another route, is neither a second entry nor a second letter', async () => {
    const raw = await written({ ...request, messageId: '<one@tgtu.example>' });
    await world.arrives(clerk, raw);
    await world.arrives(clerk, raw);
    await world.arrives(clerk, Buffer.concat([Buffer.from('Received: from relay.example\r\n'), raw]));
    expect(only().reference).toBe('INMQ-2026-0001');
    expect(await subjects(ama)).toHaveLength(1);
    const seen = [...clerk.register.mails.values()].map((mail) => mail.disposition);
    expect(seen).toEqual(['request', 'duplicate']);
  });

  test('a reused Message-ID with another body is another request', async () => {
    await world.arrives(clerk, await written({ ...request, messageId: '<one@tgtu.example>' }));
    await world.arrives(clerk, await written({ ...request, text: 'Something else.', messageId: '<one@tgtu.example>' }));
    expect([...clerk.register.requests.keys()]).toEqual(['INMQ-2026-0001', 'INMQ-2026-0002']);
  });

  test('an absence note is filed with its request and not answered', async () => {
    await world.arrives(clerk, await written(request));
    const acknowledged = await last(ama);
    const headers = { 'Auto-Submitted': 'auto-replied' };
    await world.arrives(
      clerk,
      await written({ from: ama, subject: 'Out of office', text: 'Back on Monday.', answers: acknowledged, headers }),
    );
    expect(await subjects(ama)).toHaveLength(1);
    expect(only().mails).toHaveLength(2);
    expect(only().status).toBe('received');
  });

  test('another mail under the name of an older one is entered too', async () => {
    const { waiting } = world.mailbox;
    await world.arrives(clerk, await written(request));
    world.mailbox.waiting = async function* () {
      for await (const mail of waiting()) yield { ...mail, source: 'fake/INBOX/1/1' };
    };
    world.clock.pass(1000);
    await world.arrives(clerk, await written({ ...request, subject: 'Another matter' }));
    expect([...clerk.register.requests.values()].map(({ subject }) => subject)).toEqual([
      request.subject,
      'Another matter',
    ]);
  });

  test('mails over the hourly ceiling are all entered, and answered little by little', async () => {
    world.policy = { ...world.policy, ceilings: { ...world.policy.ceilings, perHour: 3 } };
    clerk = await world.open();
    const requesters = Array.from({ length: 30 }, (_, index) => `person@office${index}.example`);
    for (const [index, from] of requesters.entries())
      world.mailbox.deliver(
        await written({ from, subject: `Matter ${index}`, text: `Could you help us with ${index}?` }),
      );
    await world.work(clerk);
    const acknowledged = () =>
      world.postman.sent.filter(({ envelope }) => envelope.to.startsWith('person@office')).length;
    expect(clerk.register.requests.size).toBe(30);
    expect(acknowledged()).toBe(3);
    for (let hour = 1; hour < 10; hour++) {
      world.clock.pass(3_600_000);
      await clerk.sendDue();
      expect(acknowledged()).toBe(3 * (hour + 1));
    }
  });

  test('a stranger who knows a reference gets a request of his own', async () => {
    await world.arrives(clerk, await written(request));
    await world.arrives(
      clerk,
      await written({ from: 'x@stranger.example', subject: '[INMQ-2026-0001] Plage 1', text: '1' }),
    );
    expect([...clerk.register.requests.keys()]).toEqual(['INMQ-2026-0001', 'INMQ-2026-0002']);
    expect(clerk.register.requests.get('INMQ-2026-0001')?.meeting).toBeUndefined();
  });

  test('a machine without any marker gets no more letters than the ceiling', async () => {
    world.policy = { ...world.policy, ceilings: { ...world.policy.ceilings, perAddressPerDay: 3 } };
    clerk = await world.open();
    for (const matter of ['housing', 'water', 'roads', 'schools', 'ports', 'rails']) {
      const text = `About ${matter}: we can offer you this and that.`;
      await world.arrives(clerk, await written({ from: 'bureau@machine.example', subject: `On ${matter}`, text }));
      world.clock.pass(60_000);
    }
    expect(await subjects('bureau@machine.example')).toHaveLength(3);
    expect(clerk.register.requests.size).toBe(6);
    const alarms = (await subjects(officer)).filter((subject) => !subject.includes('INMQ'));
    expect(alarms).toHaveLength(1);
  });
});

describe('clarification', () => {
  test('a chosen slot becomes a meeting in both calendars', async () => {
    await world.arrives(clerk, await written(request));
    await world.arrives(clerk, await written({ from: ama, subject: '[INMQ-2026-0001] Plage 2', text: '2' }));
    expect(only().meeting?.start).toBe(only().slots[1]?.start);
    expect(only().status).toBe('clarifying');
    for (const address of [ama, officer]) {
      const invited = (await world.lettersTo(address)).find((mail) =>
        mail.parts.some((part) => part.contentType === 'text/calendar'),
      );
      expect(invited?.parts.find((part) => part.contentType === 'text/calendar')?.text).toContain('METHOD:REQUEST');
    }
  });

  test('answers fill the points, and what is missing is asked', async () => {
    await world.arrives(clerk, await written(request));
    await world.arrives(
      clerk,
      await reply(ama, '1. Nature of the needs\nTraining.\n\n5. Preliminary timeline\nMay 2027.\n\nAma Boateng\n'),
    );
    expect(Object.keys(only().points).toSorted()).toEqual(['needs', 'timeline']);
    expect(only().points.timeline?.value).toBe('May 2027.');
    expect((await last(ama)).text).toContain('Available resources');
  });
});

describe('commands', () => {
  beforeEach(async () => {
    await world.arrives(clerk, await written(request));
  });

  test('a forged From changes nothing, and the person is told', async () => {
    await world.arrives(clerk, await written({ from: officer, subject: '[INMQ-2026-0001] #note', text: 'forged' }));
    expect(only().notes).toEqual([]);
    expect((await last(officer)).text).toContain('rien n’a été changé');
  });

  test('a note without a command needs the same proof', async () => {
    const mail = { from: officer, subject: 'Re: [INMQ-2026-0001]', text: 'Appeler demain.' };
    await world.arrives(clerk, await written(mail));
    expect(only().notes).toEqual([]);
    await world.arrives(clerk, await written({ ...mail, headers: genuine(officer) }));
    expect(only().notes).toMatchObject([{ author: 'mtremblay', text: 'Appeler demain.' }]);
  });

  test('an answer to our own letter to this person is proof enough', async () => {
    const answers = await last(officer);
    await world.arrives(
      clerk,
      await written({ from: officer, subject: 'Re: [INMQ-2026-0001] #note', text: 'vu', answers }),
    );
    expect(only().notes.map((note) => note.text)).toEqual(['vu']);
  });

  test('an answer to a letter to somebody else is none', async () => {
    const answers = await last(ama);
    await world.arrives(
      clerk,
      await written({ from: officer, subject: 'Re: [INMQ-2026-0001] #note', text: 'vu', answers }),
    );
    expect(only().notes).toEqual([]);
  });

  test('all or nothing: one command that cannot be done leaves the other undone', async () => {
    await commands(officer, '#catégorie court terme, urgent #complet');
    expect(only().category).toBeUndefined();
    expect((await last(officer)).text).toContain('Il manque encore');
  });

  test('a stranger who uses command words gets an ordinary request', async () => {
    await world.arrives(clerk, await written({ from: 'x@stranger.example', subject: '#diffuser', text: 'now' }));
    expect(clerk.register.requests.size).toBe(2);
    expect(await subjects('x@stranger.example')).toEqual([expect.stringContaining('[INMQ-2026-0002]')]);
  });

  test('« Re: » does not run the command of the mail before again', async () => {
    const first = await written({
      from: officer,
      subject: '[INMQ-2026-0001] #note',
      text: 'une fois',
      headers: genuine(officer),
    });
    await world.arrives(clerk, first);
    const done = await last(officer);
    const again = {
      from: officer,
      subject: 'Re: [INMQ-2026-0001] #note',
      text: 'merci',
      answers: done,
      headers: genuine(officer),
    };
    await world.arrives(clerk, await written(again));
    expect(only().notes).toHaveLength(1);
  });

  test('#diffuser needs its code, from the right person, once', async () => {
    await world.arrives(clerk, await reply(ama, fivePoints));
    await commands(officer, '#catégorie court terme, budget voté #complet');
    await commands(officer, '#diffuser');
    expect((await last(officer)).text).toContain('direction');
    await commands(approver, '#diffuser');
    const code = /#confirmer\s+([0-9A-Z]{10})/.exec((await last(approver)).text)?.[1];
    expect(only().notice).toBeUndefined();
    await commands(officer, `#confirmer ${code}`);
    await commands(approver, '#confirmer 2222222222');
    expect(only().notice).toBeUndefined();
    await commands(approver, `#confirmer ${code}`);
    expect(only().notice?.author).toBe('dlavoie');
    await commands(approver, `#confirmer ${code}`);
    expect((await last(approver)).text).toContain('déjà servi');
  });
});

describe('dissemination', () => {
  const partners = ['international@cfp-boreal.test', 'international@cegep-harricana.test'];

  test('every partner receives the same digest once, and the deadline runs from the last acceptance', async () => {
    await released();
    world.clock.pass(60_000);
    await clerk.tick('short');
    await clerk.tick('short');
    await clerk.sendDue();
    const digests = await Promise.all(
      world.policy.partners.map((partner) => world.lettersTo(partner.contacts[0].address)),
    );
    expect(digests.map((letters) => letters.length)).toEqual(world.policy.partners.map(() => 1));
    expect(new Set(digests.flat().map((letter) => letter.text)).size).toBe(1);
    expect(only().status).toBe('disseminated');
    const [digest] = clerk.register.digests.values();
    expect(digest?.deadline).toBeDefined();
    expect(Object.keys(digest?.letters ?? {})).toHaveLength(world.policy.partners.length);
  });

  test('a partner that cannot be reached now is served later, and the deadline waits for it', async () => {
    await released();
    world.clock.pass(60_000);
    world.postman.answers.set(partners[0] ?? '', { state: 'deferred', response: '421 later' });
    await clerk.tick('short');
    await clerk.sendDue();
    const digest = () => [...clerk.register.digests.values()][0];
    expect(digest()?.deadline).toBeUndefined();
    world.postman.answers.clear();
    world.clock.pass(61_000);
    await clerk.sendDue();
    expect(await subjects(partners[0] ?? '')).toHaveLength(1);
    expect(digest()?.deadline).toBeDefined();
  });

  test('interest is recorded per partner, acknowledged, and told to staff', async () => {
    await released();
    world.clock.pass(60_000);
    await clerk.tick('short');
    await clerk.sendDue();
    for (const from of partners)
      await world.arrives(
        clerk,
        await written({ from, subject: '[INMQ-2026-0001] Intérêt', text: 'Oui.', headers: genuine(from) }),
      );
    const [digest] = clerk.register.digests.values();
    expect(digest?.answers.map((answer) => [answer.partner, answer.interest])).toEqual([
      ['cfp-boreal', 'interest'],
      ['cegep-harricana', 'interest'],
    ]);
    expect(await subjects(partners[0] ?? '')).toHaveLength(2);
  });

  test('a digest missed by more than the late window is not run by itself: staff is asked', async () => {
    await released();
    world.policy = {
      ...world.policy,
      modalities: { ...world.policy.modalities, short: { ...world.policy.modalities.short, lateWindowMs: 1000 } },
    };
    world.clock.pass(60_000);
    clerk = await world.open();
    world.clock.pass(29_000);
    await clerk.tick('short');
    await clerk.sendDue();
    expect(await subjects(partners[0] ?? '')).toEqual([]);
    expect((await last(officer)).text).toContain('manqué');
  });
});

describe('when the world fails', () => {
  test('a letter that no server took is sent once, later', async () => {
    world.postman.down = true;
    await world.arrives(clerk, await written(request));
    expect(await subjects(ama)).toEqual([]);
    world.postman.down = false;
    world.clock.pass(61_000);
    await clerk.sendDue();
    await clerk.sendDue();
    expect(await subjects(ama)).toHaveLength(1);
  });

  test('a crash after the commit, before the filing: the next start files the mail and enters nothing twice', async () => {
    const { file } = world.mailbox;
    world.mailbox.file = async () => {
      throw new Error('the connection is gone');
    };
    world.mailbox.deliver(await written(request));
    await expect(clerk.takeWaiting()).rejects.toThrow('gone');
    world.mailbox.file = file;
    clerk = await world.open();
    await world.work(clerk);
    expect(only().mails).toHaveLength(1);
    expect(await subjects(ama)).toHaveLength(1);
    expect(world.mailbox.folder(world.policy.folders.requests)).toHaveLength(1);
    expect(world.mailbox.downloads).toBe(1);
  });

  test('a full disk: nothing is entered, nothing is answered, the mail stays', async () => {
    world.archive.full = true;
    world.mailbox.deliver(await written(request));
    await expect(clerk.takeWaiting()).rejects.toThrow('no space left');
    world.archive.full = false;
    await world.work(clerk);
    expect(only().reference).toBe('INMQ-2026-0001');
    expect(await subjects(ama)).toHaveLength(1);
  });

  test('a poison mail is kept, told and filed, and the next one goes on', async () => {
    const readable = world.read;
    world.read = async (raw) => {
      if (raw.includes('poison')) throw new Error('no such charset');
      return await readable(raw);
    };
    world.mailbox.deliver(await written({ ...request, subject: 'poison' }));
    await world.arrives(clerk, await written(request));
    expect([...clerk.register.mails.values()].map((mail) => mail.disposition)).toEqual(['poison', 'request']);
    expect(world.mailbox.folder(world.policy.folders.setAside)).toHaveLength(1);
    expect((await world.lettersTo(officer))[0]?.text).toContain('no such charset');
  });

  test('a daemon that starts anew knows what the last one knew', async () => {
    await released();
    const again = await world.open();
    expect(again.register).toEqual(clerk.register);
  });

  test('a letter that was being sent at the crash is sent again under the same Message-ID, and the ledger tells it', async () => {
    await world.arrives(clerk, await written(request));
    const before = await last(ama);
    // The server's answer never reached the journal.
    world.journal.entries.splice(
      world.journal.entries.findIndex((entry) => entry.payload?.cause.startsWith('delivery/')),
    );
    clerk = await world.open();
    await clerk.sendDue();
    const letters = await world.lettersTo(ama);
    expect(letters).toHaveLength(2);
    expect(letters[1]?.messageId).toBe(before.messageId);
    const record = [...clerk.register.letters.values()].find((letter) => letter.to.address === ama);
    expect(record).toMatchObject({ state: 'accepted', uncertain: true });
  });
});
