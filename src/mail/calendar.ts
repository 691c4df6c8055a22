import type { Mail, Part } from './mail.ts';

/** An iTIP message in a mail (RFC 5546, RFC 6047). */
export interface CalendarPart {
  /** In capitals: REQUEST, REPLY, COUNTER, CANCEL… */
  method: string;
  /** Empty where the sender forgot it (RFC 5545, 3.8.4.7 asks for one): it belongs to no known meeting then. */
  uid: string;
  /** Absent where the program leaves it out. */
  sequence?: number;
  /** DTSTAMP, as written: when the message was made, in UTC. */
  stamp?: string;
  /** Who answers: in lower case; for a REPLY the attendee who sent it. */
  attendee?: string;
  /** In capitals (RFC 5545, 3.2.12). */
  partstat?: string;
  /** To whom the attendee passed the invitation on (RFC 5545, 3.2.5). */
  delegatedTo?: string;
  organizer?: string;
  /** As written, with its parameters' zone left out. */
  start?: string;
  recurrenceId?: string;
  summary?: string;
  description?: string;
  location?: string;
  comment?: string;
  /** The text of the calendar object. */
  source: string;
}

interface Property {
  name: string;
  parameters: Readonly<Record<string, string>>;
  value: string;
}

/** The calendar message that a mail carries, attached or inline; undefined when it carries none that says a method. */
export function calendarPart(mail: Mail): CalendarPart | undefined {
  for (const part of mail.parts) {
    const calendar = readCalendar(part, mail);
    if (calendar) return calendar;
  }
  return undefined;
}

function readCalendar(part: Part, mail: Mail): CalendarPart | undefined {
  const { contentType, filename, text } = part;
  const named =
    /^(?:text\/(?:x-)?v?calendar|application\/ics)$/.test(contentType) || /\.(?:ics|vcs)$/i.test(filename ?? '');
  // Some programs write the object as the mail's whole text.
  const bare = contentType === 'text/plain' && /^\s{0,20}BEGIN:VCALENDAR\s/i.test(text?.slice(0, 100) ?? '');
  if (!text || !(named || bare)) return undefined;
  const properties = readProperties(text);
  const method = (properties.find(({ name }) => name === 'METHOD')?.value || part.parameters.method || '')
    .trim()
    .toUpperCase();
  const component = firstComponent(properties);
  const value = (name: string) => component.find((property) => property.name === name)?.value.trim();
  const words = (name: string) => mapped(value(name), unescapeText);
  const uid = value('UID') ?? '';
  if (!method || (!uid && component.length === 0)) return undefined;
  const attendees = component.filter(({ name }) => name === 'ATTENDEE');
  const answering = attendees.find((attendee) => isFrom(attendee, mail)) ?? attendees.find(hasAnswered) ?? attendees[0];
  const optional = {
    attendee: answering && addressOf(answering),
    partstat: answering?.parameters.PARTSTAT?.toUpperCase(),
    delegatedTo: mapped(answering?.parameters['DELEGATED-TO'], bareAddress),
    organizer: mapped(
      component.find(({ name }) => name === 'ORGANIZER'),
      addressOf,
    ),
    start: value('DTSTART'),
    stamp: value('DTSTAMP'),
    recurrenceId: value('RECURRENCE-ID'),
    summary: words('SUMMARY'),
    description: words('DESCRIPTION'),
    location: words('LOCATION'),
    comment: words('COMMENT'),
  };
  const sequence = Number.parseInt(value('SEQUENCE') ?? '', 10);
  return {
    method,
    uid,
    ...(Number.isNaN(sequence) ? {} : { sequence }),
    source: text,
    ...defined(optional),
  };
}

/** What one meeting needs is a hundredth of it. */
const mostLines = 20_000;

/** Content lines unfolded (RFC 5545, 3.1); lines that are none are skipped. */
function readProperties(text: string): Property[] {
  const unfolded = text
    .replace(/^\uFEFF/, '')
    .replace(/\r/g, '')
    .replace(/\n[ \t]/g, '');
  return unfolded.split('\n', mostLines).flatMap((line) => {
    // A group (RFC 6350, 3.3) before the name is vCard's: some programs write one here too.
    const head = /^[ \t]{0,10}(?:[A-Za-z0-9-]{1,40}\.)?([A-Za-z][\w-]{0,60})((?:;(?:"[^"]*"|[^":])*)?):/.exec(
      line.slice(0, 4000),
    );
    if (!head) return [];
    const parameters: Record<string, string> = {};
    for (const [, name = '', quoted, bare] of (head[2] ?? '').matchAll(/;([\w-]{1,60})=(?:"([^"]*)"|([^;"]*))/g))
      parameters[name.toUpperCase()] = quoted ?? bare ?? '';
    return [{ name: (head[1] ?? '').toUpperCase(), parameters, value: line.slice(head[0].length) }];
  });
}

/** The properties of the first event, task or free-busy answer, those of its alarms left out. */
function firstComponent(properties: readonly Property[]): Property[] {
  const isBegin = ({ name, value }: Property) =>
    name === 'BEGIN' && /^V(?:EVENT|TODO|JOURNAL|FREEBUSY|POLL)$/i.test(value.trim());
  const start = properties.findIndex(isBegin);
  if (start < 0) return [];
  const component: Property[] = [];
  let depth = 0;
  for (const property of properties.slice(start)) {
    if (property.name === 'BEGIN') depth += 1;
    else if (property.name === 'END') depth -= 1;
    else if (depth === 1) component.push(property);
    if (depth === 0) break;
  }
  return component;
}

/** Where several are named, the others have not answered, and the organiser among them accepts by asking. */
function hasAnswered({ parameters: { PARTSTAT = '', ROLE = '' } }: Property): boolean {
  return !/^(?:NEEDS-ACTION)?$/i.test(PARTSTAT) && !/^CHAIR$/i.test(ROLE);
}

function isFrom(attendee: Property, mail: Mail): boolean {
  const address = addressOf(attendee);
  return mail.from.some((from) => from.address === address);
}

/** Some systems put the address in EMAIL or leave `mailto:` out. */
function addressOf({ value, parameters }: Property): string {
  const address = bareAddress(value);
  return address.includes('@') ? address : (parameters.EMAIL ?? address).toLowerCase();
}

function bareAddress(uri: string): string {
  const bare = uri
    .trim()
    .replace(/^mailto:\s{0,5}/i, '')
    .replace(/^<|>$/g, '');
  // What a URI writes with a per cent sign (RFC 6068, 2); only ASCII is needed.
  return bare
    .replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .toLowerCase();
}

/** RFC 5545, 3.3.11. */
function unescapeText(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character)).trim();
}

function mapped<T>(value: T | undefined, change: (value: T) => string): string | undefined {
  return value === undefined ? undefined : change(value);
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
function defined<T extends Record<string, string | undefined>>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
