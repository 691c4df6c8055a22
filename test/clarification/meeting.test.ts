import { describe, expect, test } from 'vitest';
import { bookMeeting, meetingUid } from '../../src/clarification/meeting.ts';
import type { Policy } from '../../src/model/policy.ts';
import type { Request, Slot } from '../../src/model/request.ts';

const slot: Slot = { number: 2, start: '2026-11-26T15:00:00.000Z', end: '2026-11-26T15:45:00.000Z' };
const request: Request = {
  reference: 'INMQ-2026-0042',
  status: 'received',
  receivedAt: '2026-11-23T14:00:00.000Z',
  subject: 'Mine rescue',
  language: 'en',
  requester: { name: 'Ama Boateng', address: 'aboateng@tgtu.example', timeZone: 'Africa/Accra' },
  findings: [],
  points: { needs: { value: 'rescue', applies: true, author: 'a', mail: 'm', at: '2026-11-23T14:00:00.000Z' } },
  slots: [slot],
  notes: [],
  mails: [],
  letters: [],
  history: [],
};
const policy: Policy = {
  institute: {
    name: 'Institut national des mines',
    address: 'info@inmq.example',
    aliases: [],
    postalAddress: '',
    telephone: '',
    supervisor: '',
    privacy: '',
  },
  messageIdDomain: 'inmq.example',
  timeZone: 'America/Toronto',
  referencePrefix: 'INMQ',
  staff: [{ id: 'mt', name: 'Marie Tremblay', address: 'mt@inmq.example', roles: ['officer'], language: 'fr' }],
  partners: [],
  meeting: {
    host: 'mt',
    hours: [],
    minutes: 45,
    noticeHours: 48,
    daysAhead: 21,
    offered: 3,
    requesterHours: { from: '09:00', to: '17:00' },
    location: 'https://rencontre.example/inmq',
  },
  modalities: {} as Policy['modalities'],
  folders: {} as Policy['folders'],
  ceilings: { perAddressPerDay: 5, perHour: 100 },
  codeMinutes: 30,
  keys: [{ id: 'k', secret: 's' }],
};
const now = new Date('2026-11-23T14:00:00Z');

test('a meeting keeps its UID, another slot or request has another', () => {
  const uid = meetingUid('INMQ-2026-0042', slot);
  expect(meetingUid('INMQ-2026-0042', { ...slot })).toBe(uid);
  expect(meetingUid('INMQ-2026-0042', { number: 3 })).not.toBe(uid);
  expect(meetingUid('INMQ-2026-0043', slot)).not.toBe(uid);
});

describe('booking', () => {
  const { events, letters } = bookMeeting(request, slot, policy, ['<a@tgtu.example>'], now);

  test('is one event', () => {
    const uid = meetingUid(request.reference, slot);
    const { start, end } = slot;
    expect(events).toEqual([
      { kind: 'meeting-booked', reference: request.reference, slot: 2, uid, sequence: 0, start, end },
    ]);
  });

  test('sends both sides the same invitation', () => {
    expect(letters.map(({ to, languages }) => [to.address, languages])).toEqual([
      ['aboateng@tgtu.example', ['fr', 'en']],
      ['mt@inmq.example', ['fr']],
    ]);
    const [theirs, ours] = letters.map(({ calendar }) => calendar?.text.replaceAll('\r\n ', ''));
    expect(theirs).toBe(ours);
    expect(theirs).toContain('mailto:aboateng@tgtu.example');
    expect(theirs).toContain('mailto:mt@inmq.example');
    expect(theirs).toContain(`UID:${meetingUid(request.reference, slot)}\r\n`);
  });

  test.each([
    ['fr', 'Rencontre de précision', ['Attentes', 'Échéancier préliminaire'], []],
    ['en', 'Rencontre de précision · Clarification meeting', ['Attentes'], ['Expectations', 'Preliminary timeline']],
    ['es', 'Rencontre de précision · Reunión de aclaración', ['Attentes'], ['Calendario preliminar']],
  ] as const)(
    'shows in calendars French first, then the language of the letters (%s)',
    (language, title, french, own) => {
      const [letter] = bookMeeting({ ...request, language }, slot, policy, [], now).letters;
      const text = letter?.calendar?.text.replaceAll('\r\n ', '') ?? '';
      expect(text).toContain(`SUMMARY:[INMQ-2026-0042] ${title}\r\n`);
      const [, description = ''] = /^DESCRIPTION:(.*)\r$/m.exec(text) ?? [];
      const [subject, ...agendas] = description.split('\\n\\n');
      expect(subject).toBe('Mine rescue');
      expect(agendas).toHaveLength(language === 'fr' ? 1 : 2);
      for (const point of french) expect(agendas[0]).toContain(`• ${point}`);
      for (const point of own) expect(agendas[1]).toContain(`• ${point}`);
    },
  );

  test('tells both local times and what is still missing', () => {
    const [theirs] = letters;
    if (theirs?.name !== 'meeting-confirmed') throw new Error('another letter');
    expect(theirs.data.localised.en).toEqual({
      when: 'Thursday, November 26, 2026, 10:00\u00A0a.m. (Val-d’Or,\u00A0UTC−5)',
      whenThere: 'Thursday, November 26, 2026, 3:00\u00A0p.m. (Accra,\u00A0UTC+0)',
      missing: ['Expectations', 'Type of agreement sought', 'Available resources', 'Preliminary timeline'],
    });
  });

  test('needs a host on the staff', () => {
    const nobody = { ...policy, meeting: { ...policy.meeting, host: 'gone' } };
    expect(() => bookMeeting(request, slot, nobody, [], now)).toThrow('gone');
  });
});
