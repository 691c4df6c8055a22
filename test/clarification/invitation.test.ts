import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { invitation } from '../../src/clarification/invitation.ts';
import { heedZoneChanges } from '../../src/model/zones.ts';
import { anyText } from '../any-text.ts';

const event = {
  uid: 'inmq-2026-0042-2@greffier',
  sequence: 0,
  start: new Date('2026-11-26T15:00:00Z'),
  end: new Date('2026-11-26T15:45:00Z'),
  stamp: new Date('2026-11-23T14:00:00.123Z'),
  summary: '[INMQ-2026-0042] Rencontre de précision ; forage, dynamitage',
  description: 'Bonjour,\nles cinq précisions sont à l’ordre du jour.\nUne barre \\ oblique.',
  location: 'https://rencontre.example/inmq?salle=2&code=a,b;c',
  organizer: { name: 'Institut national des mines', address: 'info@inmq.example' },
  attendees: [
    { name: 'Kouadio "Koffi" Amani, directeur', address: 'k.amani@mines-ci.example' },
    { name: '', address: 'mtremblay@inmq.example' },
  ],
  zone: 'America/Toronto',
  method: 'REQUEST' as const,
};
const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const vevent = calendar.getFirstSubcomponent('vevent');
  if (!vevent) throw new Error('no VEVENT');
  return { calendar, vevent, value: (name: string) => vevent.getFirstPropertyValue(name) };
};

describe('the invitation', () => {
  const text = invitation(event);

  test('says what it was given when it is read back', () => {
    const { calendar, value } = read(text);
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(calendar.getFirstPropertyValue('prodid')).toBe('-//INMQ//Greffier//FR');
    for (const name of ['uid', 'sequence', 'summary', 'description', 'location'] as const)
      expect(value(name)).toBe(event[name]);
    expect(value('status')).toBe('CONFIRMED');
    expect(`${value('dtstamp')}`).toBe('2026-11-23T14:00:00Z');
  });

  test('is in the house’s zone, whose rules it carries', () => {
    const { calendar, vevent } = read(text);
    const zones = calendar.getAllSubcomponents('vtimezone');
    expect(zones.map((zone) => zone.getFirstPropertyValue('tzid'))).toEqual(['America/Toronto']);
    expect(text).toContain('DTSTART;TZID=America/Toronto:20261126T100000\r\n');
    const [zone] = zones;
    const start = vevent.getFirstPropertyValue('dtstart');
    if (!zone || !(start instanceof ICAL.Time)) throw new Error('no start in a zone');
    start.zone = new ICAL.Timezone(zone);
    expect(start.toUnixTime() * 1000).toBe(event.start.getTime());
  });

  test('is in UTC where the law changed after the tables that it would carry', () => {
    heedZoneChanges({ 'America/Toronto': { since: '2026-11-01T06:00:00Z', offset: '-04:00' } });
    const { calendar, vevent } = read(invitation(event));
    expect(calendar.getAllSubcomponents('vtimezone')).toEqual([]);
    expect(`${vevent.getFirstPropertyValue('dtstart')}`).toBe('2026-11-26T15:00:00Z');
    expect(`${vevent.getFirstPropertyValue('dtend')}`).toBe('2026-11-26T15:45:00Z');
    heedZoneChanges({});
  });

  test('asks both sides for an answer', () => {
    const attendees = read(text).vevent.getAllProperties('attendee');
    expect(
      attendees.map((a) => [
        a.getFirstValue(),
        a.getParameter('cn'),
        a.getParameter('partstat'),
        a.getParameter('rsvp'),
      ]),
    ).toEqual([
      ['mailto:k.amani@mines-ci.example', 'Kouadio "Koffi" Amani, directeur', 'NEEDS-ACTION', 'TRUE'],
      ['mailto:mtremblay@inmq.example', undefined, 'NEEDS-ACTION', 'TRUE'],
    ]);
    expect(read(text).vevent.getFirstProperty('organizer')?.getParameter('cn')).toBe('Institut national des mines');
  });

  test('a cancellation is one', () => {
    const { calendar, value } = read(invitation({ ...event, method: 'CANCEL', sequence: 1 }));
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect([value('status'), value('sequence'), value('uid')]).toEqual(['CANCELLED', 1, event.uid]);
  });

  test('a zone that nobody knows is an error', () => {
    expect(() => invitation({ ...event, zone: 'America/Val-dOr' })).toThrow(/Val-dOr/i);
  });
});

test('whatever strangers wrote, the lines are legal and the text comes back', () => {
  const anything = anyText({ maxLength: 200 }).map((text) => text.replace(/\p{Surrogate}/gu, ''));
  fc.assert(
    fc.property(anything, anything, (summary, name) => {
      const organizer = { name, address: 'info@inmq.example' };
      const text = invitation({ ...event, summary, organizer });
      for (const line of text.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/\p{Cc}/u);
      }
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
      const { value, vevent } = read(text);
      const clean = summary.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');
      expect(value('summary')).toBe(clean);
      expect(vevent.getFirstProperty('organizer')?.getParameter('cn') ?? '').toBe(
        name.replace(/\p{Cc}+/gu, ' ').trim(),
      );
    }),
  );
});
