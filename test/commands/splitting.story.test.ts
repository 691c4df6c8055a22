import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import type { Mail } from '../../src/mail/mail.ts';
import { filedUnder } from '../../src/model/filing.ts';
import { fivePoints } from '../correspondence.ts';
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

describe('#scinder', () => {
  beforeEach(async () => {
    await arrives({
      from: ama,
      subject: '[INMQ-2026-0001] And a visit',
      text: '1. Nature of the needs\nA visit for eight.\n',
    });
  });

  test('a mail becomes a request of its own, with the points it answered; answers to it follow', async () => {
    const [, mail = ''] = request(1).mails;
    await command('[INMQ-2026-0001] #scinder 2');
    expect(request(3)).toMatchObject({ status: 'received', mails: [mail], requester: { address: ama } });
    expect(request(3).points.needs?.value).toBe('A visit for eight.');
    expect(request(1).points).toEqual({});
    expect(filedUnder(clerk.register, mail)).toBe('INMQ-2026-0003');
    const headers = { 'In-Reply-To': clerk.register.mails.get(mail)?.messageId ?? '' };
    await arrives({ from: ama, subject: 'the visit', text: 'In May.', headers });
    expect(request(3).mails).toHaveLength(2);
    await command('[INMQ-2026-0001] #statut');
    expect((await last(officer)).text).not.toContain('And a visit');
  });

  test.each(['#scinder courriel 2', '#scinder le courriel nº 2', '#split mail 2 please', '#scinder no 2'])(
    '« %s » is read as people write it',
    async (words) => {
      await command(`[INMQ-2026-0001] ${words}`);
      expect(request(3).mails).toEqual([request(1).mails[1]]);
    },
  );

  test('#annuler puts it back; the number is not given again', async () => {
    const [, mail = ''] = request(1).mails;
    await command('[INMQ-2026-0001] #scinder 2');
    await command('[INMQ-2026-0001] #annuler');
    expect(filedUnder(clerk.register, mail)).toBe('INMQ-2026-0001');
    expect(request(1).points.needs?.value).toBe('A visit for eight.');
    expect(request(3)).toMatchObject({ status: 'closed', outcome: 'mistake' });
    await arrives({ from: 'x@other.example', subject: 'Visit', text: 'A visit.' });
    expect(request(4).requester.address).toBe('x@other.example');
  });

  test('what makes the file incomplete again says so, and its status with it', async () => {
    await arrives({
      from: ama,
      subject: '[INMQ-2026-0001] The rest',
      text: fivePoints.slice(fivePoints.indexOf('2. ')),
    });
    await command('[INMQ-2026-0001] #catégorie court terme, budget voté #complet');
    expect(request(1).status).toBe('complete');
    await command('[INMQ-2026-0001] #scinder 2');
    expect(request(1).status).toBe('categorised');
    expect(flat((await last(officer)).text)).toContain('Ce qui manque encore');
    await command('[INMQ-2026-0001] #annuler');
    expect(request(1).status).toBe('complete');
  });

  describe('of a mail that corrected a point', () => {
    const needs = (said: string) =>
      arrives({ from: ama, subject: '[INMQ-2026-0001] Correction', text: `1. Nature of the needs\n${said}\n` });
    const values = (number: number) => [
      request(number).points.needs?.value,
      request(number).points.expectations?.value,
    ];

    test('brings back what it replaced, and says so', async () => {
      await needs('A visit for ten.');
      await command('[INMQ-2026-0001] #scinder 3');
      expect([values(1)[0], values(3)[0]]).toEqual(['A visit for eight.', 'A visit for ten.']);
      const { text } = await last(officer);
      expect(flat(text)).toContain('Nature des besoins : A visit for ten. → A visit for eight.');
      expect(flat(text)).not.toContain('manque encore : Nature des besoins');
      expect((await world.open()).register).toEqual(clerk.register);
    });

    test('leaves what was said later, and takes along what it said itself', async () => {
      await needs('A visit for ten.\n2. Expectations\nA report.');
      await needs('A visit for twelve.');
      await command('[INMQ-2026-0001] #scinder 3');
      expect([values(1), values(3)]).toEqual([
        ['A visit for twelve.', undefined],
        ['A visit for ten.', 'A report.'],
      ]);
      await command('[INMQ-2026-0001] #scinder 4');
      expect([values(1)[0], values(4)[0]]).toEqual(['A visit for eight.', 'A visit for twelve.']);
      await command('[INMQ-2026-0001] #scinder 2');
      expect(values(1)).toEqual([undefined, undefined]);
    });

    test('leaves the file complete where every point still has its answer', async () => {
      await arrives({
        from: ama,
        subject: '[INMQ-2026-0001] The rest',
        text: fivePoints.slice(fivePoints.indexOf('2. ')),
      });
      await needs('A visit for ten.');
      await command('[INMQ-2026-0001] #catégorie court terme, budget voté #complet');
      await command('[INMQ-2026-0001] #scinder 4');
      expect([request(1).status, values(1)[0]]).toEqual(['complete', 'A visit for eight.']);
    });

    test('gives a request that was merged its own answer, which the other’s had covered', async () => {
      await arrives({ from: kofi, subject: '[INMQ-2026-0002]', text: '1. Nature of the needs\nTen instructors.\n' });
      await command('[INMQ-2026-0002] #fusionner 1');
      expect(values(1)[0]).toBe('A visit for eight.');
      await command(`[INMQ-2026-0001] #scinder ${request(2).mails[1]?.slice(0, 8)}`);
      expect([values(1)[0], values(3)[0]]).toEqual(['A visit for eight.', 'Ten instructors.']);
    });
  });

  test('of a quarantined request leaves what is taken out in quarantine, and writes to nobody', async () => {
    const spam = { 'X-Spam-Flag': 'YES' };
    await arrives({ from: 'salma@ofm-ma.example', subject: 'Visite', text: 'Une visite.', headers: spam });
    await arrives({
      from: 'salma@ofm-ma.example',
      subject: '[INMQ-2026-0003] Encore',
      text: 'Autre chose.',
      headers: {},
    });
    expect(request(3).mails).toHaveLength(2);
    await command('[INMQ-2026-0003] #scinder 2');
    expect(request(4).status).toBe('quarantined');
    expect(await letters('salma@ofm-ma.example')).toEqual([]);
  });

  test('a mail that came with a merge is taken out again', async () => {
    await command('[INMQ-2026-0002] #fusionner 1');
    await command('[INMQ-2026-0001] #scinder 2');
    expect(request(3).requester.address).toBe(kofi);
    expect(filedUnder(clerk.register, request(2).mails[0] ?? '')).toBe('INMQ-2026-0003');
  });

  test('the old reference follows its founding mail out of the merge, by every way', async () => {
    const kofiElsewhere = 'kofi@else.example';
    await arrives({ from: kofiElsewhere, subject: 'Drilling', text: 'A course on drilling, please.' });
    const acknowledged = await last(kofiElsewhere);
    const told = await last(officer);
    await command('[INMQ-2026-0003] #fusionner 1');
    await arrives({ from: kofiElsewhere, subject: '[INMQ-2026-0003]', text: '5. Preliminary timeline\nMay 2028.\n' });
    expect(request(1).points.timeline?.value).toBe('May 2028.');
    await command('[INMQ-2026-0001] #scinder 3');
    expect(request(4)).toMatchObject({ requester: { address: kofiElsewhere }, mails: request(3).mails.slice(0, 1) });

    const needs = (text: string) => `1. Nature of the needs\n${text}\n`;
    await arrives({ from: kofiElsewhere, subject: 'Re: yours', text: needs('By letter.'), answers: acknowledged });
    expect(request(4).points.needs?.value).toBe('By letter.');
    await arrives({ from: kofiElsewhere, subject: '[INMQ-2026-0003]', text: needs('By reference.') });
    expect(request(4).points.needs?.value).toBe('By reference.');
    await command('[INMQ-2026-0003] #note vu');
    await arrives({ from: officer, subject: 'Re: [INMQ-2026-0003] #note possession', text: '', answers: told });
    expect(request(4).notes.map(({ text }) => text)).toEqual(['vu', 'possession']);
    expect(request(1)).toMatchObject({ notes: [], points: { needs: { value: 'A visit for eight.' } } });
    // He takes no part any more in the file of the others.
    await arrives({ from: kofiElsewhere, subject: '[INMQ-2026-0001]', text: needs('Of a stranger.') });
    expect(request(1).points.needs?.value).toBe('A visit for eight.');

    await command('[INMQ-2026-0001] #statut');
    expect((await last(officer)).text).not.toContain('Anciennes références');
    // What he wrote meanwhile is in the other file still, and is taken out of it with its points.
    const [other] = [...clerk.register.mails].filter(([, { subject }]) => subject === '[INMQ-2026-0003]');
    await command(`[INMQ-2026-0001] #scinder ${other?.[0].slice(0, 8)}`);
    expect(request(1).points.timeline).toBeUndefined();
    expect((await world.open()).register).toEqual(clerk.register);
  });

  describe('looks into the mail as into a first one', () => {
    const efua = 'efua@tgtu.example';
    const visit =
      'Dear all,\n\nour school would also like training in diamond drilling for ten instructors, from May 2027.\n\nEfua Mensah\nDirector, School of Mines\nTarkwa, Ghana\nTel. +233 31 232 0324\n';
    beforeEach(async () => {
      const answers = await last(ama);
      await arrives({ from: `Efua Mensah <${efua}>`, subject: 'Re: Mine rescue', text: visit, answers });
    });
    const number = () => request(1).mails.length;
    const kinds = () => request(3).findings.map(({ kind }) => kind);

    test('of another person: who it is, where, what is asked, and staff reads it', async () => {
      await command(`[INMQ-2026-0001] #scinder ${number()}`);
      expect(request(3).requester).toMatchObject({ name: 'Efua Mensah', address: efua, country: 'GH' });
      expect(request(3).language).toBe('en');
      expect(kinds()).toEqual(expect.arrayContaining(['thread', 'organisation', 'field', 'point', 'authentication']));
      expect(flat((await last(officer)).text)).toContain('Recherches sur INMQ-2026-0003');
      expect((await world.open()).register).toEqual(clerk.register);
    });

    test('of the requester: what is known of the person stays; what it was taken from is no duplicate', async () => {
      await command('[INMQ-2026-0001] #scinder 2');
      expect(request(3).requester).toEqual(request(1).requester);
      expect(kinds()).toContain('authentication');
      const repeated = request(3).findings.filter(({ kind }) => kind === 'duplicate' || kind === 'earlier');
      expect(repeated.map(({ value }) => value)).not.toContain('INMQ-2026-0001');
    });

    test('and takes it out all the same where the archive has lost it', async () => {
      world.archive.kept.delete(request(1).mails.at(-1) ?? '');
      await command(`[INMQ-2026-0001] #scinder ${number()}`);
      expect(request(3)).toMatchObject({ requester: { name: '', address: efua }, status: 'received' });
      expect(kinds()).toEqual(['thread']);
    });

    test('#annuler takes it back all the same', async () => {
      await command(`[INMQ-2026-0001] #scinder ${number()}`);
      await command('[INMQ-2026-0001] #annuler');
      expect(request(3).outcome).toBe('mistake');
    });
  });

  test.each([
    ['[INMQ-2026-0001] #scinder', '#scinder 2'],
    ['[INMQ-2026-0001] #scinder 9', 'And a visit'],
    ['[INMQ-2026-0001] #scinder 1', 'premier courriel'],
    ['[INMQ-2026-0002] #scinder 1', 'qu’un courriel'],
  ])('« %s » is refused with its reason', async (subject, why) => {
    await command(subject);
    expect(flat((await last(officer)).text)).toContain(why);
    expect(clerk.register.requests.size).toBe(2);
  });
});

test('a likely duplicate is proposed to staff with its reasons, and merged by one click', async () => {
  const told = (await letters(officer)).at(-1);
  expect(flat(told?.text ?? '')).toContain('Doublon possible de : INMQ-2026-0001 (même organisme (tgtu.example)');
  const subject = /\[INMQ-2026-0002\] #fusionner INMQ-2026-0001/.exec(told?.text ?? '')?.[0] ?? '';
  await command(subject);
  expect(request(2).mergedInto).toBe('INMQ-2026-0001');
});

test('who chooses a slot of another’s request fixes nothing for that one: staff is told', async () => {
  await arrives({ from: 'Bea <bea@polytech.example>', subject: 'Bauxite', text: 'A course on bauxite, please.' });
  const acknowledged = await last('bea@polytech.example');
  await command('[INMQ-2026-0003] #fusionner 1');
  const before = (await letters(ama)).length;
  await arrives({ from: 'bea@polytech.example', subject: 'Re: slot', text: 'Slot 2', answers: acknowledged });
  expect(request(1).meeting).toBeUndefined();
  expect(await letters(ama)).toHaveLength(before);
  expect(flat((await last(officer)).text)).toContain('bea@polytech.example choisit la plage 2');
});
