import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MailKind } from '../../src/model/policy.ts';
import { type Circle, triage } from '../../src/reception/triage.ts';
import { anyText } from '../any-text.ts';
import { mailOf } from '../mail/make.ts';

const circle: Circle = {
  own: ['info@inm.example'],
  staff: ['mtremblay@inm.example'],
  partners: ['dg@cegep.example'],
  thread: undefined,
  signedByUs: false,
  colleague: false,
  command: false,
};
const staff = 'M. Tremblay <mtremblay@inm.example>';
const partner = 'Cégep <dg@cegep.example>';
const invitation =
  'BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:1@inm.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@tgtu.example\nEND:VEVENT\nEND:VCALENDAR';

describe('what a mail is, and whether it may be answered', () => {
  test.each<[string, Parameters<typeof mailOf>[0], Partial<Circle>, MailKind, boolean]>([
    ['a first mail', {}, {}, 'request', true],
    ['a mail in the thread of a request', {}, { thread: 'request' }, 'answer', true],
    ['our own letter', {}, { signedByUs: true }, 'own', false],
    ['a colleague in a thread', { from: 'info@inm.example' }, { thread: 'request' }, 'own', false],
    [
      'our own letter with another Message-ID',
      { from: 'info@inm.example', headers: { 'Auto-Submitted': 'auto-generated' } },
      {},
      'own',
      false,
    ],
    ['what else comes under our own address', { from: 'info@inm.example' }, {}, 'request', false],
    ['a mail that claims to be ours among others', { from: ['x@y.example', 'info@inm.example'] }, {}, 'request', false],
    ['the form on our own site', { from: 'info@inm.example', replyTo: 'a@tgtu.example' }, {}, 'request', true],
    ['staff with a command', { from: staff }, { command: true }, 'command', true],
    ['staff without a command', { from: staff }, {}, 'note', true],
    ['a stranger with a command', {}, { command: true }, 'request', true],
    ['a partner after a digest', { from: partner }, { thread: 'digest' }, 'partner-answer', true],
    ['a partner in the thread of a request', { from: partner }, { thread: 'request' }, 'answer', true],
    ['a colleague of a contact, of a notice', {}, { colleague: true }, 'partner-answer', true],
    ['a stranger in the thread of a digest', {}, { thread: 'digest' }, 'request', true],
    [
      'a report of a mail system',
      {
        from: 'MAILER-DAEMON@x.example',
        returnPath: '',
        subject: 'failure notice',
        text: '<a@x.example>:\nunknown user',
      },
      {},
      'bounce',
      false,
    ],
    [
      'an absence note in a thread',
      { subject: 'Réponse automatique : Demande reçue', text: 'De retour lundi.' },
      { thread: 'request' },
      'automatic',
      false,
    ],
    [
      'an absence note of staff',
      { from: staff, subject: 'Réponse automatique : #statut', text: 'De retour lundi.' },
      { command: true },
      'automatic',
      false,
    ],
    [
      'an absence note of staff that asks something',
      {
        from: staff,
        subject: 'Réponse automatique : [INMQ-2026-0001] #prendre',
        text: 'Pourriez-vous écrire à Denis Lavoie? Il a la liste des dates de formation.',
      },
      { command: true },
      'automatic',
      false,
    ],
    [
      'staff that answers such a note with a command',
      {
        from: staff,
        subject: 'Re: Réponse automatique : votre demande #prendre',
        text: 'Pourriez-vous me rappeler les dates de formation?',
      },
      { command: true },
      'command',
      true,
    ],
    [
      'a complaint',
      { headers: { 'Content-Type': 'multipart/report; report-type=feedback-report' } },
      {},
      'feedback-report',
      false,
    ],
    ['a newsletter', { headers: { 'List-Id': '<news.mines.example>' } }, {}, 'bulk', false],
    [
      'an answer through a list',
      { headers: { 'List-Id': '<groupe.mines.example>' } },
      { thread: 'request' },
      'answer',
      false,
    ],
    [
      'an automatic reply through a list',
      { headers: { 'List-Id': '<x.example>', 'Auto-Submitted': 'auto-replied' } },
      {},
      'automatic',
      false,
    ],
    ['a calendar answer', { parts: [{ contentType: 'text/calendar', text: invitation }] }, {}, 'calendar-reply', false],
    [
      'a calendar request',
      { parts: [{ contentType: 'text/calendar', text: invitation.replace('REPLY', 'REQUEST') }] },
      {},
      'calendar-request',
      false,
    ],
    ['spam, says the filter', { headers: { 'X-Spam-Flag': 'YES' } }, {}, 'spam', false],
    [
      'staff whom our server vouches for, though the filter says spam',
      { from: staff, headers: { 'X-Spam-Flag': 'YES' } },
      { command: true, vouched: true },
      'command',
      true,
    ],
    ['the same without a command', { from: staff, headers: { 'X-Spam-Flag': 'YES' } }, { vouched: true }, 'note', true],
    [
      'spam under the address of staff',
      { from: staff, headers: { 'X-Spam-Flag': 'YES' } },
      { command: true },
      'spam',
      false,
    ],
    [
      'spam of a stranger whom our server vouches for',
      { headers: { 'X-Spam-Flag': 'YES' } },
      { vouched: true },
      'spam',
      false,
    ],
    ['a person who wants no answer', { headers: { 'X-Auto-Response-Suppress': 'All' } }, {}, 'request', false],
    ['a person behind no-reply', { from: 'noreply@forum.example' }, {}, 'request', false],
    ['a person who sends Auto-Submitted: no', { headers: { 'Auto-Submitted': 'no' } }, {}, 'request', true],
    ['a mail without a sender', { from: [] }, {}, 'request', false],
  ])('%s', (_, spec, known, kind, answerable) => {
    const { forbids, ...found } = triage(mailOf(spec), { ...circle, ...known });
    expect(found).toEqual({ kind, why: expect.stringMatching(/./), answerable });
    // What people write and may not be answered says what forbids it.
    if (['request', 'answer'].includes(kind)) expect(forbids === undefined).toBe(answerable);
  });

  const answer = { subject: 'Re: Demande reçue', inReplyTo: ['<42@inm.example>'] };
  test.each<[string, Parameters<typeof mailOf>[0]]>([
    [
      'will be away, and chooses a slot',
      { ...answer, text: 'Je serai absente la semaine prochaine mais la plage 1 nous convient.' },
    ],
    ['will be away, and asks', { ...answer, text: 'I will be away from Monday. Could you call before?' }],
    [
      'writes about a mail that failed',
      {
        subject: 'Undeliverable: my application',
        text: 'I wrote to jobs@inm.example but it was returned with 550 user unknown.',
      },
    ],
    [
      'forwards a report',
      { subject: 'Fwd: Mail delivery failed', text: 'See below.\n\n<x@y.example>:\n550 unknown user' },
    ],
    [
      'waits for a parcel',
      {
        from: 'admin@mine.example',
        subject: 'Delivery problem',
        text: 'Your catalogue could not be delivered to our office.\nPlease send it to:\ntraining@mine.example',
      },
    ],
    [
      'looks after computers',
      {
        from: 'System Administrator <it@mine.example>',
        text: 'Our mail server was not able to deliver your brochure to boss@mine.example',
      },
    ],
    ['works on automation', { subject: 'Automatic drilling training' }],
    ['sells autoresponse equipment', { subject: 'Autoresponse equipment' }],
    ['lacks people', { subject: 'Abwesenheit von Fachkräften' }],
    ['works late', { subject: 'Out of office hours support' }],
    ['asks for a newsletter', { subject: 'Newsletter', text: 'Please add us. We never unsubscribe.' }],
    ['attaches an event', { parts: [{ contentType: 'text/calendar', text: invitation.replace('REPLY', 'PUBLISH') }] }],
  ])('a person who %s is no machine', (_, spec) => {
    expect(triage(mailOf(spec), circle)).toMatchObject({ kind: 'request', answerable: true });
  });

  test('a person who only thanks, and promises, is no machine, and nothing is there to answer', () => {
    const spec = {
      subject: 'Nous avons bien reçu votre demande',
      text: 'Nous vous répondrons dans les meilleurs délais.',
    };
    expect(triage(mailOf(spec), circle)).toMatchObject({ kind: 'request', answerable: false });
  });

  test('any mail gets an answer', () => {
    const words = anyText({ maxLength: 200 });
    const spec = fc.record({
      subject: words,
      text: words,
      from: words,
      headers: fc.dictionary(fc.constantFrom('precedence', 'auto-submitted', 'list-id', 'content-type'), words),
    });
    fc.assert(
      fc.property(spec, (mail) => {
        expect(triage(mailOf(mail), circle).why).toMatch(/./);
      }),
    );
  });
});
