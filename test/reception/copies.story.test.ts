import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { applyEvents } from '../../src/model/apply.ts';
import { emptyRegister } from '../../src/model/register.ts';
import { deliveredBefore } from '../../src/reception/copies.ts';
import { receive } from '../../src/reception/registration.ts';
import {
  ama,
  command,
  desk,
  fivePoints,
  genuine,
  officer,
  only,
  opened,
  request,
  subjects,
} from '../correspondence.ts';
import { mailOf } from '../mail/make.ts';
import { written } from '../world.ts';

const date = 'Mon, 23 Nov 2026 15:00:00 +0000';
const text =
  'Bonjour,\n\nnotre ministère cherche une formation en sauvetage minier pour douze instructeurs.\nDétails : https://mines.example/projet\n\nKouadio Amani';
const first = { messageId: '<1@mines.example>', from: 'k@mines.example', headers: { date }, subject: 'Demande', text };
const pdf = { contentType: 'application/pdf', disposition: 'attachment', checksum: 'a'.repeat(64) } as const;

/** Whether the second is known as another delivery of the first. */
function copyOf(one: Parameters<typeof mailOf>[0], other: Parameters<typeof mailOf>[0]): boolean {
  const register = emptyRegister();
  const mail = mailOf({ ...one, id: '1'.repeat(64) });
  const event = receive({ mail, receivedAt: '2026-11-23T15:00:00.000Z', source: 's' }, 'request', 'why', 'requests');
  applyEvents(register, [event], { at: '2026-11-23T15:00:00.000Z', author: 'test', seq: 1 });
  return deliveredBefore(mailOf(other), register) !== undefined;
}

const banner =
  'ATTENTION : ce courriel provient de l’extérieur de l’organisation. Ne cliquez sur aucun lien et n’ouvrez aucune pièce jointe si vous n’en connaissez pas l’expéditeur.';

describe('a relay wrote into a mail that came by another way too', () => {
  test.each([
    ['« [EXTERNE] » before the subject', { subject: '[EXTERNE] Demande' }],
    ['a mark behind it', { subject: 'Demande (external)' }],
    ['a mark of the filter', { subject: '*** SPAM *** Demande' }],
    ['a banner above the text', { text: `${banner}\n\n${text}` }],
    ['a notice below it', { text: `${text}\n\n${banner}\n${'Confidentiality notice, in many words. '.repeat(20)}` }],
    ['links led through its server', { text: text.replace('mines.example/', 'safe.example/?url=mines.example/') }],
    ['lines broken anew', { text: text.replace('cherche une', 'cherche\nune') }],
    ['everything', { subject: '[EXTERNE] Demande', text: `${banner}\n${text}\n-- \n${banner}` }],
  ])('%s: the same mail, whichever came first', (_, changed) => {
    expect(copyOf(first, { ...first, ...changed })).toBe(true);
    expect(copyOf({ ...first, ...changed }, first)).toBe(true);
  });

  test.each([
    ['as it was', {}],
    ['under a banner', { subject: '[EXTERNE] Demande', text: `${banner}\n\n${text}` }],
  ])('a name of the relay’s own, %s: the same mail', (_, changed) => {
    const renamed = { ...first, ...changed, messageId: '<0100018@relay.example>' };
    expect(copyOf(first, renamed)).toBe(true);
    expect(copyOf(renamed, first)).toBe(true);
  });

  test.each([
    ['other words', { text: 'Une visite de nos mines en mai, est-ce possible?' }],
    ['another day', { headers: { date: 'Tue, 24 Nov 2026 15:00:00 +0000' } }],
    ['another author', { from: 'x@mines.example' }],
    ['another file', { parts: [{ contentType: 'text/plain', text }, pdf] }],
  ])('another name and %s: another mail', (_, changed) => {
    expect(copyOf(first, { ...first, ...changed, messageId: '<2@mines.example>' })).toBe(false);
  });

  test('another name for what says nothing: another mail', () => {
    const empty = { ...first, text: '' };
    expect(copyOf(empty, { ...empty, messageId: '<2@mines.example>' })).toBe(false);
  });

  test('two words and an attachment, under a banner', () => {
    const short = { ...first, text: 'Voir ci-joint', parts: [{ contentType: 'text/plain' }, pdf] };
    expect(copyOf(short, { ...short, text: `${banner}\n\nVoir ci-joint` })).toBe(true);
    expect(copyOf({ ...short, text: '' }, { ...short, text: banner })).toBe(true);
  });

  test.each([
    ['as it was', {}],
    ['under a banner', { subject: '[EXTERNE] Demande', text: `${banner}\n\n${text}` }],
  ])('a time of the relay’s own, %s: the same mail', (_, changed) => {
    const later = { ...first, ...changed, headers: { date: 'Mon, 23 Nov 2026 15:07:09 +0000' } };
    expect(copyOf(first, later)).toBe(true);
    expect(copyOf(later, first)).toBe(true);
  });

  test.each([
    ['other words', { text: 'Une visite de nos mines en mai, est-ce possible?' }],
    ['another author', { from: 'x@mines.example' }],
  ])('another time and %s: another mail', (_, changed) => {
    expect(copyOf(first, { ...first, ...changed, headers: { date: 'Tue, 24 Nov 2026 15:00:00 +0000' } })).toBe(false);
  });

  test('another time for what says nothing: another mail', () => {
    const empty = { ...first, text: '' };
    expect(copyOf(empty, { ...empty, headers: { date: 'Tue, 24 Nov 2026 15:00:00 +0000' } })).toBe(false);
  });

  test.each([
    ['another body', { text: 'Une visite de nos mines en mai, est-ce possible?' }],
    ['a body that shares half of it', { text: `${text.slice(0, 80)} une visite, et non une formation.` }],
    ['another subject', { subject: 'Visite' }],
    ['another author', { from: 'x@mines.example' }],
    ['an attachment more', { parts: [{ contentType: 'text/plain', text }, pdf] }],
    ['many pages more', { text: `${text}\n${'Et voici le programme que nous proposons. '.repeat(100)}` }],
    ['words where there were none', { text: '' }],
  ])('%s: another mail', (_, changed) => {
    expect(copyOf(first, { ...first, ...changed })).toBe(false);
    expect(copyOf({ ...first, ...changed }, first)).toBe(false);
  });

  test('without a name, or without a time, nothing is known', () => {
    const { messageId: _, ...nameless } = mailOf({ ...first });
    expect(copyOf(first, { ...first, headers: {}, messageId: '<1@mines.example>' })).toBe(false);
    expect(deliveredBefore(nameless, emptyRegister())).toBeUndefined();
  });

  test('any text under any banner, however long', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(words, words, words, (above, own, below) => {
        const changed = [...above.slice(0, 200), ...own, ...below.slice(0, 200)].join(' ');
        expect(copyOf({ ...first, text: own.join(' ') }, { ...first, text: changed })).toBe(true);
        const others = own.map((word) => `x${word}`).join(' ');
        expect(copyOf({ ...first, text: own.join(' ') }, { ...first, text: others })).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe('one mail to two addresses of ours, one of them behind a relay', () => {
  beforeEach(opened);
  const arrives = async (mail: Parameters<typeof written>[0]) =>
    desk.world.arrives(desk.clerk, await written({ date: new Date(date), ...mail }));
  const tagged = (mail: { subject: string; text: string }) => ({
    subject: `[EXTERNE] ${mail.subject}`,
    text: `${banner}\n\n${mail.text}`,
  });

  test('is one request, acknowledged once', async () => {
    const mail = { ...request, messageId: '<1@tgtu.example>' };
    await arrives({ ...mail, ...tagged(mail), headers: { 'Delivered-To': 'contact@inm.example' } });
    await arrives({ ...mail, headers: { 'Delivered-To': 'info@inm.example' } });
    expect(only().mails).toHaveLength(2);
    expect(await subjects(ama)).toHaveLength(1);
    expect([...desk.clerk.register.mails.values()].map(({ disposition }) => disposition)).toEqual([
      'request',
      'duplicate',
    ]);
    expect((await desk.world.open()).register).toEqual(desk.clerk.register);
  });

  test('under a name of the relay’s own is one request and one answer, and no machine; answers to either come to it', async () => {
    await arrives({ ...request, messageId: '<1@tgtu.example>' });
    desk.world.clock.pass(4000);
    await arrives({ ...request, ...tagged(request), messageId: '<0100018@relay.example>' });
    const told = async () => (await subjects(officer)).length;
    const before = await told();
    const { messageId = '' } = await desk.world.lastLetterTo(ama);
    const headers = { 'In-Reply-To': messageId, References: messageId };
    const answer = {
      from: ama,
      subject: 'Re: Mine rescue',
      text: fivePoints,
      date: new Date('2026-11-23T15:20:00Z'),
      headers,
    };
    for (const name of ['<2@tgtu.example>', '<0100019@relay.example>']) {
      desk.world.clock.pass(4000);
      await arrives({ ...answer, messageId: name });
    }
    expect([...desk.clerk.register.mails.values()].map(({ disposition }) => disposition)).toEqual([
      'request',
      'duplicate',
      'answer',
      'duplicate',
    ]);
    expect(only().mails).toHaveLength(4);
    expect(await told()).toBe(before + 1);
    expect([...desk.clerk.register.years.values()].flatMap(({ alarms }) => alarms)).toEqual([]);
    const later = new Date('2026-11-23T16:00:00Z');
    const other = { 'In-Reply-To': '<0100018@relay.example>' };
    await arrives({ from: ama, subject: 'More', text: 'We have a hall.', date: later, headers: other });
    expect(only().mails).toHaveLength(5);
  });

  test.each([
    ['a day later is a mail of its own in the file', 1, 'answer'],
    ['a week and a day later, while nobody wrote, is a reminder in it', 8, 'answer'],
    ['after a season is a request of its own', 91, 'request'],
  ])('the same text sent again %s', async (_, days, disposition) => {
    await arrives({ ...request, messageId: '<1@tgtu.example>' });
    desk.world.clock.pass(days * 86_400_000);
    const sent = new Date(Date.parse(date) + days * 86_400_000);
    await arrives({ ...request, messageId: '<2@tgtu.example>', date: sent });
    expect([...desk.clerk.register.mails.values()].at(1)?.disposition).toBe(disposition);
  });

  test('is one command, run once', async () => {
    await arrives({ ...request, messageId: '<1@tgtu.example>' });
    const line = { from: officer, subject: `[${only().reference}] #note`, text: 'Vu ce matin.' };
    const mail = { ...line, headers: genuine(officer), messageId: '<2@greffier.test>' };
    await arrives(mail);
    await arrives({ ...mail, ...tagged(mail) });
    expect(only().notes).toHaveLength(1);
    await command(officer, '#note encore');
    expect(only().notes).toHaveLength(2);
  });

  test('a name that is used again for another body is a request of its own', async () => {
    await arrives({ ...request, messageId: '<1@tgtu.example>' });
    await arrives({ ...request, subject: 'Visit', text: 'A visit for eight in May.', messageId: '<1@tgtu.example>' });
    expect(desk.clerk.register.requests.size).toBe(2);
    expect(await subjects(ama)).toHaveLength(2);
  });
});
