import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentLine, slotLine } from '../../src/clarification/wording.ts';
import type { Slot } from '../../src/model/request.ts';

const slot: Slot = { number: 2, start: '2026-11-26T15:00:00.000Z', end: '2026-11-26T15:45:00.000Z' };
const button = { label: 'Choisir', href: 'mailto:info@inmq.example' };
const spaced = (text: string) => text.replaceAll('\u00A0', ' ');

describe('a slot in words', () => {
  test.each([
    ['fr', 'jeudi 26 novembre 2026, 10 h 00 (Val-d’Or, UTC−5)', 'jeudi 26 novembre 2026, 15 h 00 (Rabat, UTC+0)'],
    [
      'en',
      'Thursday, November 26, 2026, 10:00 a.m. (Val-d’Or, UTC−5)',
      'Thursday, November 26, 2026, 3:00 p.m. (Rabat, UTC+0)',
    ],
    [
      'es',
      'jueves 26 de noviembre de 2026, 10:00 (Val-d’Or, UTC−5)',
      'jueves 26 de noviembre de 2026, 15:00 (Rabat, UTC+0)',
    ],
  ] as const)('%s', (language, house, requester) => {
    const line = slotLine(slot, language, 'America/Toronto', 'Africa/Casablanca', button);
    expect(spaced(line.house)).toBe(house);
    expect(spaced(line.requester)).toBe(requester);
    expect([line.number, line.button]).toEqual([2, button]);
  });

  test.each([
    ['en', 'Accra'],
    ['es', 'Acra'],
  ] as const)('names the place of the requester in %s', (language, city) => {
    expect(slotLine(slot, language, 'America/Toronto', 'Africa/Accra', button).requester).toContain(`(${city},`);
  });

  test.each([undefined, 'America/Toronto'])('the second line is empty when the zone is %s', (zone) => {
    expect(slotLine(slot, 'fr', 'America/Toronto', zone, button).requester).toBe('');
  });

  test.each([
    ['fr', '2026-12-01T17:05:00Z', 'America/Toronto', 'mardi 1er décembre 2026, 12 h 05 (Val-d’Or, UTC−5)'],
    ['en', '2027-07-01T16:00:00Z', 'America/Toronto', 'Thursday, July 1, 2027, 12:00 p.m. (Val-d’Or, UTC−4)'],
    ['en', '2027-07-01T04:00:00Z', 'America/Toronto', 'Thursday, July 1, 2027, 12:00 a.m. (Val-d’Or, UTC−4)'],
    ['fr', '2026-12-01T14:00:00Z', 'Africa/Algiers', 'mardi 1er décembre 2026, 15 h 00 (Alger, UTC+1)'],
    ['en', '2026-12-01T18:30:00Z', 'Asia/Kolkata', 'Wednesday, December 2, 2026, 12:00 a.m. (New Delhi, UTC+5:30)'],
    ['es', '2026-12-01T15:00:00Z', 'America/Lima', 'martes 1 de diciembre de 2026, 10:00 (Lima, UTC−5)'],
  ] as const)('%s, %s in %s', (language, moment, zone, expected) => {
    expect(spaced(momentLine(new Date(moment), language, zone))).toBe(expected);
  });

  test('hour and offset are those that Intl computes', () => {
    const zones = [
      'America/Toronto',
      'Africa/Lagos',
      'Europe/Paris',
      'Asia/Kathmandu',
      'America/Santiago',
      'Africa/Cairo',
    ];
    const moments = fc.date({ min: new Date('2026-01-01Z'), max: new Date('2035-01-01Z'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (moment, zone) => {
        const format = new Intl.DateTimeFormat('en-GB', {
          timeZone: zone,
          hour: 'numeric',
          minute: '2-digit',
          timeZoneName: 'shortOffset',
        });
        const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
        const offset = `UTC${(parts.timeZoneName ?? '').slice(3).replace('-', '−') || '+0'}`;
        const line = spaced(momentLine(moment, 'es', zone));
        expect(line).toContain(`, ${Number(parts.hour)}:${parts.minute} (`);
        expect(line.endsWith(`, ${offset})`)).toBe(true);
      }),
    );
  });
});
