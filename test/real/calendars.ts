import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

/** A calendar object as Debian's python3-icalendar understands it, an implementation that shares nothing with ours. */
export interface ReadCalendar {
  method: string;
  /** Of the MIME part that carried it. */
  mimeMethod: string;
  uid: string;
  sequence: number;
  start: string;
  end: string;
  status: string;
  organizer: string;
  attendees: string[];
  /** What RFC 5545, 5546 or 6047 want otherwise. */
  faults: string[];
  attached: boolean;
}

const python = '/usr/bin/python3';

/** Undefined when the library is here; else what is missing. Throws instead, with GREFFIER_REAL=required. */
export async function calendarReaderMissing(): Promise<string | undefined> {
  const here =
    existsSync(python) &&
    (await run(['-c', 'import icalendar'], '').then(
      () => true,
      () => false,
    ));
  if (here) return undefined;
  if (process.env.GREFFIER_REAL === 'required') throw new Error('cannot validate calendars without python3-icalendar');
  return 'python3-icalendar';
}

/** Every calendar object in the raw mails. */
export async function readCalendars(raws: readonly Buffer[]): Promise<ReadCalendar[]> {
  return JSON.parse(await run(['-c', script], JSON.stringify(raws.map((raw) => raw.toString('base64')))));
}

async function run(args: string[], input: string): Promise<string> {
  const running = promisify(execFile)(python, args, { maxBuffer: 100e6 });
  running.child.stdin?.end(input);
  return (await running).stdout;
}

const script = `
import base64, email, email.policy, json, sys
from datetime import timezone
import icalendar

def faults_of(raw, cal, event, part, attached):
    faults = []
    # Text parts lie in the mailbox with its own line ends; the attachment's are ours.
    for other in attached:
        text = other.get_payload(decode=True).decode('utf-8')
        if text.count('\\n') != text.count('\\r\\n'): faults.append('line ends')
    if any(len(line.rstrip('\\r').encode()) > 75 for line in raw.decode('utf-8').split('\\n')): faults.append('a line of more than 75 octets')
    if cal.get('VERSION') != '2.0' or not cal.get('PRODID'): faults.append('VERSION or PRODID')
    for name in ('UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'ORGANIZER', 'SEQUENCE', 'SUMMARY'):
        if name not in event: faults.append('no ' + name)
    if event.errors: faults.append(str(event.errors))
    tzid = event['DTSTART'].params.get('TZID')
    zones = [zone['TZID'] for zone in cal.walk('VTIMEZONE')]
    if tzid and tzid not in zones: faults.append('no VTIMEZONE for ' + tzid)
    for attendee in attendees_of(event):
        if attendee.params.get('RSVP') != 'TRUE' or attendee.params.get('PARTSTAT') != 'NEEDS-ACTION': faults.append('ATTENDEE')
    if part.get_content_charset() not in ('utf-8', None): faults.append('charset')
    return faults

def attendees_of(event):
    found = event.get('ATTENDEE', [])
    return found if isinstance(found, list) else [found]

answers = []
for encoded in json.load(sys.stdin):
    mail = email.message_from_bytes(base64.b64decode(encoded), policy=email.policy.default)
    attached = [part for part in mail.walk() if part.get_filename() and part.get_filename().endswith('.ics')]
    for part in mail.walk():
        if part.get_content_type() != 'text/calendar' or part in attached: continue
        raw = part.get_payload(decode=True)
        cal = icalendar.Calendar.from_ical(raw)
        events = cal.walk('VEVENT')
        event = events[0]
        faults = faults_of(raw, cal, event, part, attached)
        if len(events) != 1: faults.append('not one event')
        utc = lambda name: event[name].dt.astimezone(timezone.utc).strftime('%Y-%m-%dT%H:%M:%S.000Z')
        same = [icalendar.Calendar.from_ical(other.get_payload(decode=True)).to_ical() == cal.to_ical() for other in attached]
        answers.append({
            'method': str(cal.get('METHOD')), 'mimeMethod': part.get_param('method') or '', 'uid': str(event['UID']),
            'sequence': int(event['SEQUENCE']), 'start': utc('DTSTART'), 'end': utc('DTEND'), 'status': str(event.get('STATUS')),
            'organizer': str(event['ORGANIZER']), 'attendees': [str(each) for each in attendees_of(event)],
            'faults': faults, 'attached': len(same) == 1 and same[0],
        })
json.dump(answers, sys.stdout)
`;
