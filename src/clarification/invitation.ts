import ICAL from 'ical.js';
import { tzlib_get_ical_block, tzlib_get_offset } from 'timezones-ical-library';
import type { Address } from '../mail/mail.ts';
import type { CalendarMethod } from '../model/letter.ts';
import { localTime, offsetMinutes } from '../model/zones.ts';

// ical.js does not count the space that a continuation line begins with: 75 would make lines of 76 (RFC 5545, 3.1).
ICAL.foldLength = 74;

/**
 * An iTIP message for one meeting (RFC 5546, 3.2.2, 3.2.5 and 3.2.8), with CRLF and folded lines.
 * @param event - `sequence` grows with each change and with the cancellation; `zone` is the IANA zone that the times
 *   are written in; `stamp` is when the message was made.
 * @throws if there are no tables for `zone`.
 */
export function invitation(event: {
  uid: string;
  sequence: number;
  start: Date;
  end: Date;
  stamp: Date;
  summary: string;
  description: string;
  location: string;
  organizer: Address;
  attendees: readonly Address[];
  zone: string;
  method: CalendarMethod;
}): string {
  const { zone, method } = event;
  const text = (name: string, value: string) => [name, {}, 'text', plain(value)];
  const tabled = isTabled(event.start, zone);
  const moment = (name: string, at: Date) =>
    tabled ? [name, { tzid: zone }, 'date-time', localDateTime(at, zone)] : [name, {}, 'date-time', inUtc(at)];
  const properties = [
    text('uid', event.uid),
    ['sequence', {}, 'integer', event.sequence],
    ['dtstamp', {}, 'date-time', inUtc(event.stamp)],
    moment('dtstart', event.start),
    moment('dtend', event.end),
    text('summary', event.summary),
    text('description', event.description),
    text('location', event.location),
    text('status', method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'),
    text('transp', 'OPAQUE'),
    ['organizer', commonName(event.organizer), 'cal-address', `mailto:${event.organizer.address}`],
    ...event.attendees.map((attendee) => [
      'attendee',
      { ...seat, ...commonName(attendee) },
      'cal-address',
      `mailto:${attendee.address}`,
    ]),
  ];
  const calendar = [
    'vcalendar',
    [
      text('version', '2.0'),
      text('prodid', '-//INMQ//Greffier//FR'),
      text('calscale', 'GREGORIAN'),
      text('method', method),
    ],
    [...(tabled ? [timeZoneComponent(zone)] : []), ['vevent', properties, []]],
  ];
  return ICAL.stringify(calendar);
}

const seat = { cutype: 'INDIVIDUAL', role: 'REQ-PARTICIPANT', partstat: 'NEEDS-ACTION', rsvp: 'TRUE' };

/** A parameter cannot hold control characters, and ical.js writes them as they are (RFC 5545, 3.1). */
function commonName({ name }: Address): { cn?: string } {
  const clean = name.replace(/\p{Cc}+/gu, ' ').trim();
  return clean ? { cn: clean } : {};
}

/** Line ends become one kind, other control characters go: they are illegal in a calendar (RFC 5545, 3.3.11). */
function plain(value: string): string {
  return value.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');
}

/** Whether the tables that the invitation carries tell the hour that we go by; else it is written in UTC. */
function isTabled(moment: Date, zone: string): boolean {
  const [date = '', time = ''] = localTime(moment, zone).toString().split('T');
  const told = tzlib_get_offset(zone, date, time.slice(0, 5));
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(told) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1) === offsetMinutes(moment, zone);
}

function inUtc(moment: Date): string {
  return moment.toISOString().replace(/\.\d+/, '');
}

function localDateTime(moment: Date, zone: string): string {
  return localTime(moment, zone).toString({ smallestUnit: 'second' });
}

function timeZoneComponent(zone: string): unknown {
  const [block] = tzlib_get_ical_block(zone);
  if (!block) throw new Error(`cannot find the tables of time zone ${zone}`);
  return ICAL.parse(block);
}
