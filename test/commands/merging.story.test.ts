import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import type { Mail } from '../../src/mail/mail.ts';
import { calendarOf, calendarReply, property } from '../clarification/calendar-client.ts';
import { FakeWorld, written } from '../world.ts';

const ama = 'aboateng@tgtu.example';
const kofi = 'kofi@tgtu.example';
const officer = 'mtremblay@greffier.test';
const genuine = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };

let world: FakeWorld;
let clerk: Clerk;
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
  await arrives({ from: `Ama Boateng <${ama}>`, subject: 'Mine rescue', text: 'Training in mine rescue, please.' });
  await arrives({ from: kofi, subject: 'Rescue training', text: 'My dean and I look for rescue training.' });
});

async function arrives(mail: Parameters<typeof written>[0]): Promise<void> {
  world.clock.pass(60_000);
  await world.arrives(clerk, await written(mail));
}
const command = (subject: string) => arrives({ from: officer, subject, text: '', headers: genuine });
const flat = (text: string) => text.replace(/\s+/g, ' ');
const request = (number: number) => {
  const found = clerk.register.requests.get(`INMQ-2026-000${number}`);
  if (!found) throw new Error(`there is no request ${number}`);
  return found;
};
const letters = (address: string) => world.lettersTo(address);
const last = async (address: string): Promise<Mail> => {
  const mail = (await letters(address)).at(-1);
  if (!mail) throw new Error(`nothing was sent to ${address}`);
  return mail;
};

describe('#fusionner', () => {
  test('the old reference leads to the request that stays, by every way', async () => {
    const acknowledged = await last(kofi);
    await command('[INMQ-2026-0002] #fusionner 2026-0001');
    expect((await last(officer)).text).toContain('INMQ-2026-0002 → INMQ-2026-0001');
    expect(request(2)).toMatchObject({ status: 'closed', outcome: 'duplicate', mergedInto: 'INMQ-2026-0001' });
    // By the letter that he answers, by his own mail, by the reference in the subject of mail and of command.
    await arrives({ from: kofi, subject: 'Re: your letter', text: 'One.', answers: acknowledged });
    const mine = [...clerk.register.mails.values()].find(({ from }) => from === kofi)?.messageId ?? '';
    await arrives({ from: kofi, subject: 'More', text: 'Two.', headers: { 'In-Reply-To': mine } });
    await arrives({ from: kofi, subject: '[INMQ-2026-0002] again', text: 'Three.' });
    await command('[INMQ-2026-0002] #note vu');
    expect(clerk.register.requests.size).toBe(2);
    expect(request(1).notes.map(({ text }) => text)).toEqual(['vu']);
    expect(request(1).mails).toHaveLength(1 + 3 + 2);
    await command('[INMQ-2026-0002] #statut');
    const { text } = await last(officer);
    expect(text).toMatch(/Anciennes références\s: INMQ-2026-0002/);
    expect(text.match(/nº\s\d · [^·]*· kofi@/g)).toHaveLength(4);
  });

  test('answers to a letter under the old reference are read with its own slots', async () => {
    const chosen = request(2).slots[1];
    expect(chosen).not.toEqual(request(1).slots[1]);
    await command('[INMQ-2026-0002] #fusionner INMQ-2026-0001');
    await arrives({ from: kofi, subject: '[INMQ-2026-0002] Slot 2', text: 'Slot 2' });
    expect(request(1).meeting?.start).toBe(chosen?.start);
  });

  test('proof by our letter holds under the old reference', async () => {
    const answers = (await letters(officer)).at(-1);
    if (!answers) throw new Error('no letter');
    expect(answers.subject).toContain('INMQ-2026-0002');
    await command('[INMQ-2026-0002] #fusionner 1');
    await arrives({ from: officer, subject: 'Re: [INMQ-2026-0002] #note possession', text: '', answers });
    expect(request(1).notes.map(({ text }) => text)).toEqual(['possession']);
  });

  test('what one of them knows is kept; what both know stays as it was', async () => {
    await arrives({ from: ama, subject: '[INMQ-2026-0001]', text: '1. Nature of the needs\nTwelve instructors.\n' });
    await arrives({
      from: kofi,
      subject: '[INMQ-2026-0002]',
      text: '1. Nature of the needs\nTen instructors.\n\n5. Preliminary timeline\nMay 2027.\n',
    });
    await command('[INMQ-2026-0002] #fusionner 1');
    expect(request(1).points.needs?.value).toBe('Twelve instructors.');
    expect(request(1).points.timeline?.value).toBe('May 2027.');
    expect(request(1).findings).toContainEqual({ kind: 'otherRequester', value: kofi, evidence: 'INMQ-2026-0002' });
  });

  test('#annuler takes it back, exactly', async () => {
    const before = structuredClone([request(1), request(2)]);
    await command('[INMQ-2026-0002] #fusionner 1');
    await command('[INMQ-2026-0002] #annuler');
    for (const [index, was] of before.entries()) {
      const { history: _, ...now } = request(index + 1);
      const { history: __, ...then } = was;
      expect({ ...now, letters: [] }).toEqual({ ...then, letters: [], mails: now.mails });
    }
    await arrives({ from: kofi, subject: '[INMQ-2026-0002] again', text: 'Three.' });
    expect(request(2).mails.at(-1)).toBe([...clerk.register.mails.keys()].at(-1));
  });

  test('a reference behind the verb is that of the request that stays, in a list and in a thread', async () => {
    await command('#liste');
    const list = await last(officer);
    await arrives({
      from: officer,
      subject: 'Re: #fusionner 2 INMQ-2026-0001',
      text: '',
      answers: list,
      headers: genuine,
    });
    expect([request(1).mergedInto, request(2).mergedInto]).toEqual([undefined, 'INMQ-2026-0001']);
    await command('[INMQ-2026-0002] #annuler');
    const told = (await letters(officer)).find(({ subject }) => subject.includes('INMQ-2026-0002'));
    if (!told) throw new Error('no letter');
    await arrives({ from: officer, subject: '#fusionner INMQ-2026-0001', text: '', answers: told, headers: genuine });
    expect([request(1).mergedInto, request(2).mergedInto]).toEqual([undefined, 'INMQ-2026-0001']);
  });

  test.each([
    ['#fusionner', 'Écrivez la référence'],
    ['#fusionner 7', 'aucune demande INMQ-2026-0007'],
    ['#fusionner 2', 'la même demande'],
    ['#fusionner demain', 'Écrivez la référence'],
  ])('« %s » is refused with its reason', async (words, why) => {
    await command(`[INMQ-2026-0002] ${words}`);
    expect(flat((await last(officer)).text)).toContain(why);
    expect(request(2).status).toBe('received');
  });

  test('of two references in a row, the first is put into the second', async () => {
    await command('#fusionner INMQ-2026-0002 INMQ-2026-0001');
    expect(request(2).mergedInto).toBe('INMQ-2026-0001');
  });

  test('asks for both references where no request is named', async () => {
    await command('#fusionner 1');
    expect(flat((await last(officer)).text)).toContain('écrivez les deux références entières');
    expect([request(1).mergedInto, request(2).mergedInto]).toEqual([undefined, undefined]);
  });

  test.each([
    '#fusionner avec 1',
    '#fusionner dans 1',
    '#fusionner avec la demande nº 1 svp',
    '#fusionner no 1',
    '#fusionner numéro 1',
    '#fusionner 2026–0001',
    '#merge with INMQ-2026-0001, please',
    '#merge into request 1',
  ])('« %s » is read as people write it', async (words) => {
    await command(`[INMQ-2026-0002] ${words}`);
    expect(request(2).mergedInto).toBe('INMQ-2026-0001');
  });

  test('a circle is refused, and so is a merge into a closed request', async () => {
    await command('[INMQ-2026-0002] #fusionner 1');
    await command('[INMQ-2026-0001] #fusionner 2');
    expect(flat((await last(officer)).text)).toContain('la même demande');
    await arrives({ from: 'x@other.example', subject: 'Visit', text: 'A visit.' });
    await command('[INMQ-2026-0003] #fusionner 2');
    expect(request(3).mergedInto).toBe('INMQ-2026-0001');
  });

  test('a meeting stays with whom it was fixed: the merge goes the other way', async () => {
    await command('[INMQ-2026-0002] #rencontre confirmer 2');
    const { meeting } = request(2);
    await command('[INMQ-2026-0002] #fusionner 1');
    expect(flat((await last(officer)).text)).toContain(`Une rencontre est fixée avec ${kofi}`);
    expect(request(2).mergedInto).toBeUndefined();
    await command('[INMQ-2026-0001] #fusionner 2');
    expect(request(2).meeting).toEqual(meeting);
    await command('[INMQ-2026-0001] #rencontre annuler');
    expect(calendarOf(await last(kofi))).toContain('METHOD:CANCEL');
    expect(property(calendarOf(await last(kofi)), 'SEQUENCE')).toBe('1');
  });

  test('a slot that was chosen and waits is settled first', async () => {
    world.policy = {
      ...world.policy,
      meeting: { ...world.policy.meeting, busy: { times: [], unread: [{ calendar: 'x', why: 'y' }] } },
    };
    clerk = await world.open();
    await arrives({ from: kofi, subject: '[INMQ-2026-0002] Slot 2', text: 'Slot 2' });
    expect(request(2).chosen?.number).toBe(2);
    await command('[INMQ-2026-0002] #fusionner 1');
    expect(flat((await last(officer)).text)).toContain('a choisi la plage 2');
    expect(request(2).mergedInto).toBeUndefined();
  });

  test('with the same person, the meeting comes along, and its answers with it; #annuler gives it back', async () => {
    await arrives({
      from: ama,
      subject: 'A visit of the laboratory',
      text: 'Another matter: eight of us would visit a laboratory.',
    });
    expect(request(3).requester.address).toBe(ama);
    await command('[INMQ-2026-0003] #rencontre confirmer 1');
    const invitation = calendarOf(await last(ama));
    const { meeting } = request(3);
    await command('[INMQ-2026-0003] #fusionner 1');
    expect(flat((await last(officer)).text)).toContain('Rencontre : INMQ-2026-0003, ');
    expect([request(3).meeting, request(1).meeting]).toEqual([undefined, meeting]);
    world.clock.pass(60_000);
    await world.arrives(clerk, await calendarReply({ from: ama, invitation, partstat: 'ACCEPTED' }));
    expect(request(1).meeting?.answers).toEqual({ [ama]: 'ACCEPTED' });
    await command('[INMQ-2026-0001] #rencontre annuler');
    const off = calendarOf(await last(ama));
    expect(['UID', 'SEQUENCE'].map((name) => property(off, name))).toEqual([meeting?.uid, '1']);
  });

  test('the merge of a meeting is undone with it', async () => {
    await arrives({
      from: ama,
      subject: 'A visit of the laboratory',
      text: 'Another matter: eight of us would visit a laboratory.',
    });
    await command('[INMQ-2026-0003] #rencontre confirmer 1');
    const { meeting } = request(3);
    await command('[INMQ-2026-0003] #fusionner 1');
    await command('[INMQ-2026-0001] #annuler');
    expect([request(3).meeting, request(1).meeting]).toEqual([meeting, undefined]);
  });

  test('a daemon that starts anew knows the aliases', async () => {
    await command('[INMQ-2026-0002] #fusionner 1');
    const again = await world.open();
    expect(again.register).toEqual(clerk.register);
  });
});
