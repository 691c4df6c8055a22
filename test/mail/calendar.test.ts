import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarPart } from '../../src/mail/calendar.ts';
import { anyText } from '../any-text.ts';
import { mailOf } from './make.ts';

function calendar(lines: readonly string[], part: object = {}) {
  const text = ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n');
  return mailOf({
    from: 'a@tgtu.example',
    parts: [
      { contentType: 'text/plain', text: 'Accepté' },
      { contentType: 'text/calendar', text, ...part },
    ],
  });
}
const event = (...lines: string[]) => ['METHOD:REPLY', 'BEGIN:VEVENT', 'UID:1@inm.example', ...lines, 'END:VEVENT'];

test('an object that is the whole text is read, and one without a UID', () => {
  const text =
    '\nBEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nATTENDEE;PARTSTAT=DECLINED:mailto:a@tgtu.example\nEND:VEVENT\nEND:VCALENDAR';
  expect(calendarPart(mailOf({ text }))).toMatchObject({ method: 'REPLY', uid: '', partstat: 'DECLINED' });
  expect(calendarPart(mailOf({ text: `Voici l’objet :\n${text}` }))).toBeUndefined();
  expect(calendarPart(mailOf({ text: 'BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR' }))).toBeUndefined();
});

describe('calendarPart', () => {
  test.each([
    [
      'an answer',
      event('SEQUENCE:2', 'ATTENDEE;PARTSTAT=ACCEPTED;CN=Ama:mailto:A@tgtu.example'),
      { method: 'REPLY', uid: '1@inm.example', sequence: 2, attendee: 'a@tgtu.example', partstat: 'ACCEPTED' },
    ],
    [
      'folded lines',
      event('ATTENDEE;CN="Boateng\\, Ama";PART', ' STAT=DECLINED:mailto:a@tgtu', '\t.example'),
      { attendee: 'a@tgtu.example', partstat: 'DECLINED' },
    ],
    [
      'a colon and a semicolon in a quoted name',
      event('ATTENDEE;CN="Dean: Ama; B";PARTSTAT=TENTATIVE:mailto:a@tgtu.example'),
      { partstat: 'TENTATIVE' },
    ],
    [
      'several attendees: who sent it',
      event('ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:x@tgtu.example', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@tgtu.example'),
      { attendee: 'a@tgtu.example', partstat: 'ACCEPTED' },
    ],
    [
      'an address in EMAIL',
      event('ATTENDEE;EMAIL=a@tgtu.example;PARTSTAT=ACCEPTED:urn:uuid:1'),
      { attendee: 'a@tgtu.example' },
    ],
    [
      'an address with per cent signs, as URIs write it',
      event('ATTENDEE;PARTSTAT=ACCEPTED:mailto:a%2Eb%2bc@tgtu.example'),
      { attendee: 'a.b+c@tgtu.example' },
    ],
    [
      'an alarm’s attendee does not count',
      event(
        'BEGIN:VALARM',
        'ATTENDEE:mailto:x@y.example',
        'END:VALARM',
        'ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@tgtu.example',
      ),
      { attendee: 'a@tgtu.example' },
    ],
    [
      'a zone before the event',
      [
        'METHOD:REPLY',
        'BEGIN:VTIMEZONE',
        'TZID:America/Toronto',
        'END:VTIMEZONE',
        ...event('ORGANIZER:mailto:Info@inm.example').slice(1),
      ],
      { organizer: 'info@inm.example' },
    ],
    [
      'one instance, with a comment',
      event('RECURRENCE-ID:20261126T150000Z', 'COMMENT:Désolée\\, non\\nAma'),
      { recurrenceId: '20261126T150000Z', comment: 'Désolée, non\nAma' },
    ],
    [
      'a counter-proposal',
      [
        'METHOD:COUNTER',
        ...event(
          'DTSTART;TZID=America/Toronto:20261127T100000',
          'ATTENDEE;PARTSTAT=TENTATIVE:mailto:a@tgtu.example',
        ).slice(1),
      ],
      { method: 'COUNTER', start: '20261127T100000' },
    ],
    [
      'a group before the name',
      event('item1.ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@tgtu.example'),
      { attendee: 'a@tgtu.example', partstat: 'ACCEPTED' },
    ],
    [
      'several attendees, none under the address of the mail: the one who answers',
      event(
        'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:info@inm.example',
        'ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:host@inm.example',
        'ATTENDEE:mailto:x@y.example',
        'ATTENDEE;PARTSTAT=declined:mailto:ama.boateng@tgtu.example',
      ),
      { attendee: 'ama.boateng@tgtu.example', partstat: 'DECLINED' },
    ],
    [
      'several attendees, nobody of whom answers: the first',
      event('ATTENDEE:mailto:a@tgtu.example', 'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:x@y.example'),
      { attendee: 'a@tgtu.example' },
    ],
    ['no end', event('SEQUENCE:1').slice(0, -1), { sequence: 1 }],
  ])('%s', (_, lines, expected) => {
    expect(calendarPart(calendar(lines))).toMatchObject(expected);
  });

  test.each(['text/x-vcalendar', 'text/vcalendar', 'application/ics'])('%s is a calendar too', (contentType) => {
    expect(calendarPart(calendar(event(), { contentType }))?.uid).toBe('1@inm.example');
  });

  test('the method may stand in the type only, the name in the file name only', () => {
    const lines = event().slice(1);
    expect(calendarPart(calendar(lines, { parameters: { method: 'cancel' } }))?.method).toBe('CANCEL');
    expect(
      calendarPart(calendar(event(), { contentType: 'application/octet-stream', filename: 'invite.ICS' }))?.uid,
    ).toBe('1@inm.example');
  });

  test.each([
    ['no method', event().slice(1)],
    ['no UID', ['METHOD:REPLY', 'BEGIN:VEVENT', 'END:VEVENT']],
    ['no event', ['METHOD:REPLY']],
  ])('%s: none', (_, lines) => {
    expect(calendarPart(calendar(lines))).toBeUndefined();
  });

  test('any text: no throw', () => {
    fc.assert(fc.property(anyText({ maxLength: 500 }), (text) => void calendarPart(calendar([text]))));
  });
});
