import { beforeEach, describe, expect, test } from 'vitest';
import { command, desk, genuine, last, officer, only } from '../correspondence.ts';
import { bounceOf } from '../world.ts';
import { type Attack, attack, eventsOf, oneRequest, outside, verdict } from './attacker.ts';

beforeEach(oneRequest);

const received = () => eventsOf('mail-received').at(-1);
/** What no command must have moved. */
const first = () => {
  const { status, notes, officer: charge, category, undo } = only();
  return structuredClone({ status, notes: notes.length, charge, category, undo });
};

describe('a command in what staff did not write as one is not run', () => {
  const subject = '[INMQ-2026-0001] #note';
  const calendar = (method: string) =>
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:${method}\r\nBEGIN:VEVENT\r\nUID:x\r\nSUMMARY:${subject}\r\nDESCRIPTION:${subject}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
  const attached = (filename: string, contentType: string, content: string) => ({
    subject: 'Bonjour',
    attachments: [{ filename, contentType, content }],
  });
  test.each<[string, Attack, string]>([
    ['an absence note', { headers: { 'Auto-Submitted': 'auto-replied', ...verdict('pass') } }, 'automatic'],
    [
      'an absence note that quotes the command in its subject',
      {
        subject: `Absence du bureau Re: ${subject}`,
        headers: { 'X-Autoreply': 'yes', ...verdict('pass') },
      },
      'automatic',
    ],
    [
      'an absence note without a mark, by its subject',
      { subject: `Réponse automatique : ${subject}`, text: 'Je suis absente du bureau jusqu’au 7 décembre.' },
      'automatic',
    ],
    [
      'an absence note without a mark, that asks something',
      { subject: `Réponse automatique : ${subject}`, text: 'Pourriez-vous écrire à Denis? Il a la liste des dates.' },
      'automatic',
    ],
    ['a list mail', { headers: { 'List-Id': '<l.greffier.test>', ...verdict('pass') } }, 'bulk'],
    ['a calendar reply', { icalEvent: { method: 'REPLY', content: calendar('REPLY') } }, 'calendar-reply'],
    [
      'an attached mail',
      attached('a.eml', 'message/rfc822', `From: ${officer}\r\nSubject: ${subject}\r\n\r\nx`),
      'note',
    ],
    ['an attached text', attached('a.txt', 'text/plain', subject), 'note'],
    ['the name of an attachment', attached(`${subject}.txt`, 'text/plain', 'x'), 'note'],
    ['quoted text', { subject: 'Bonjour', text: `Voici.\n\n> ${subject}\n` }, 'note'],
    ['a body', { subject: 'Bonjour', text: '[INMQ-2026-0001] #fermer hors mandat' }, 'note'],
    [
      'a header',
      { subject: 'Bonjour', headers: { 'X-Subject': subject, Comments: subject, ...verdict('pass') } },
      'note',
    ],
  ])('in %s', async (_, mail, disposition) => {
    const before = first();
    const sent = desk.world.postman.sent.length;
    await attack({ headers: verdict('pass'), ...mail });
    expect(eventsOf('command-run')).toEqual([]);
    expect(first()).toEqual(before);
    expect(received()).toMatchObject({ disposition });
    expect(outside(sent)).toEqual([]);
  });

  test('in a bounce, whose returned letter shows it', async () => {
    await command(officer, '#prendre');
    const bounce = (await bounceOf(desk.world, officer, '550 5.1.1 unknown')).toString();
    const before = first();
    for (const from of ['Mail Delivery System <mailer-daemon@relay.example>', officer])
      await desk.world.arrives(
        desk.clerk,
        Buffer.from(
          bounce
            .replace(
              /^From: .*$/m,
              `From: ${from}\r\nAuthentication-Results: ${genuine(from)['Authentication-Results']}`,
            )
            .replace('Subject: Undelivered Mail Returned to Sender', `Subject: Undelivered: ${subject}`)
            .replace('Subject: x', `Subject: ${subject}`),
        ),
      );
    expect(eventsOf('command-run')).toHaveLength(1);
    expect(first()).toEqual(before);
    expect(eventsOf('mail-received').slice(-2)).toMatchObject([{ disposition: 'bounce' }, { disposition: 'bounce' }]);
  });

  test('in a forward: refused, and said so', async () => {
    await attack({ subject: `TR: ${subject}`, headers: verdict('pass') });
    expect(eventsOf('command-run')).toEqual([]);
    expect((await last(officer)).text).toContain('transféré');
  });
});

test('what staff writes is run though the filter takes it for spam, where our server vouches for it', async () => {
  const spam = { 'X-Spam-Flag': 'YES' };
  await attack({ subject: '[INMQ-2026-0001] #prendre', headers: { ...spam, ...verdict('pass') } });
  expect(only().officer).toBe('mtremblay');
  await attack({ subject: '[INMQ-2026-0001] #note', headers: { ...spam, ...verdict('none') } });
  expect(received()).toMatchObject({ disposition: 'quarantined' });
});
