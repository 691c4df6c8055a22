import { Temporal } from 'temporal-polyfill';
import { turnOf } from '../clarification/turn.ts';
import { commandButtons } from '../commands/buttons.ts';
import { phoneForms } from '../commands/nouveau.ts';
import { isBusinessDay } from '../model/calendar.ts';
import type { RegisterEvent } from '../model/events.ts';
import { mailsBetween } from '../model/filing.ts';
import { openRequests, timedFrom } from '../model/kin.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import { reachable } from '../model/network.ts';
import type { Staff } from '../model/partner.ts';
import { passed } from '../model/passed.ts';
import { type Policy, usualAgenda } from '../model/policy.ts';
import type { SeenMail } from '../model/records.ts';
import { pauseOf, type Register } from '../model/register.ts';
import { localTime, momentAt, readClock } from '../model/zones.ts';
import { type Count, countMails } from './count.ts';
import { type Item, itemOf, type Standing, standings } from './items.ts';
import { alarm } from './news.ts';
import { unreadLine } from './unread-mail.ts';

/** More would not be read; `#liste` has them all. */
const longestSection = 25;

/** The summary of a working morning, once its hour has come: `summary/2026-11-24`. Mornings that were missed are not made up for. */
export function dueSummary(register: Register, policy: Policy, now: Date): { id: string; due: string }[] {
  const { timeZone, agenda = usualAgenda } = policy;
  if (!isBusinessDay(now, timeZone)) return [];
  const today = new Date(readClock(now, timeZone).day * 86_400_000).toISOString().slice(0, 10);
  const id = `summary/${today}`;
  if (passed(register, id)) return [];
  const due = momentAt(Temporal.PlainDate.from(today), agenda.at, timeZone);
  if (!due || now.getTime() < due.getTime()) return [];
  // On the first day there is no yesterday to tell of.
  const [first] = register.mails.values();
  return first && Date.parse(first.at) < due.getTime() ? [{ id, due: due.toISOString() }] : [];
}

/** One letter to each person: what is theirs, what is the team's, and the count of the mails since the last working day. */
export function summary(
  id: string,
  register: Register,
  policy: Policy,
  now: Date,
): { events: RegisterEvent[]; letters: Letter[] } {
  const days = { from: lastMorning(register, now, policy).toISOString(), to: startOfDay(now, policy).toISOString() };
  const count = countMails(register, days.from, days.to);
  const team = { all: standings(register, policy, now), count, days, notes: notes(days, register, policy, now) };
  const letters = policy.staff.map((person) => letterTo(person, team, register, policy, now));
  const missing = count.orphans.length;
  const alarmed =
    missing > 0
      ? alarm(
          'orphans',
          `${missing === 1 ? '1 courriel inscrit ne mène' : `${missing} courriels inscrits ne mènent`} à aucune demande : ${count.orphans.map((mail) => mail.slice(0, 12)).join(', ')}.`,
          'Lancez greffier verify, et ouvrez ces courriels dans l’archive.',
          policy,
        )
      : [];
  const passed = { kind: 'period-passed' as const, period: id, why: 'the morning summary was sent' };
  const told = { kind: 'staff-alarmed' as const, trouble: 'orphans', why: count.orphans.join(' ') };
  return { events: missing > 0 ? [passed, told] : [passed], letters: [...letters, ...alarmed] };
}

/** What the morning tells of: whole days, the end excluded, so that nothing is told on two mornings. */
interface Days {
  from: string;
  to: string;
}

function within({ from, to }: Days, at: string): boolean {
  return at >= from && at < to;
}

/** What each person is told alike. */
interface Team {
  all: readonly Standing[];
  count: Count;
  days: Days;
  notes: LetterData['summary']['notes'];
}

function letterTo(
  person: Staff,
  { all, count, days, notes: told }: Team,
  register: Register,
  policy: Policy,
  now: Date,
): Letter {
  const mine = ({ request }: Standing) => request.officer === person.id;
  const fresh = ({ request: { history, receivedAt } }: Standing) => within(days, history[0]?.at ?? receivedAt);
  const groups: [string, (standing: Standing) => boolean][] = [
    ['Pour vous : en retard', (one) => mine(one) && one.urgency === 'late'],
    ['Pour vous : aujourd’hui', (one) => mine(one) && one.urgency === 'today'],
    ['En quarantaine', ({ request }) => request.status === 'quarantined'],
    ['Pour l’équipe : en retard', (one) => one.urgency === 'late'],
    ['Pour l’équipe : aujourd’hui', (one) => one.urgency === 'today'],
    ['Nouvelles demandes', fresh],
    ['À venir', ({ duty }) => duty.kind === 'due'],
    ['On attend l’autre partie', ({ duty }) => duty.kind === 'waiting'],
    ['Mises en attente', ({ duty }) => duty.kind === 'held'],
  ];
  const members = groups.map((): Standing[] => []);
  for (const one of all) members[groups.findIndex(([, belongs]) => belongs(one))]?.push(one);
  const listed: string[] = [];
  const sections = groups.flatMap(([title], index) => {
    const these = members[index] ?? [];
    const items: Item[] = these
      .slice(0, longestSection)
      .map((one) => itemOf(one, listed.push(one.request.reference), policy));
    const more = these.length - items.length;
    return items.length > 0
      ? [{ title, items, more: more > 0 ? `et ${more} ${more === 1 ? 'autre' : 'autres'}` : '' }]
      : [];
  });
  const { orphans, ...rest } = count;
  const data: LetterData['summary'] = {
    date: now.toISOString(),
    since: days.from,
    sections,
    notes: told,
    count: rest,
    orphans: orphans.length === 0 ? '0 orphelin' : `${orphans.length} sans place au registre`,
    head: `${register.position} · ${register.head.slice(0, 16)}`,
    buttons: commandButtons(
      [
        { usage: '#liste', label: 'Toutes les demandes ouvertes' },
        ...(pauseOf(register) ? [{ usage: '#reprendre', label: 'Reprendre les envois' }] : []),
        ...phoneForms,
        { usage: '#aide', label: 'Voir tout ce qui est possible' },
      ],
      undefined,
      policy,
    ),
  };
  const to = { name: person.name, address: person.address };
  return { name: 'summary', data, to, languages: ['fr'], thread: [], automatic: true, listed };
}

const doubtful = new Set(['automatic', 'own', 'calendar-request', 'calendar-reply', 'feedback-report']);

/** What is no request: meetings of the day, partners and requesters out of reach, mails set aside, a pause. */
function notes(days: Days, register: Register, policy: Policy, now: Date): LetterData['summary']['notes'] {
  const day = (moment: Date) => localTime(moment, policy.timeZone).toPlainDate().toString();
  const clock = (moment: Date) => localTime(moment, policy.timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
  const paused = pauseOf(register);
  const today = readClock(now, policy.timeZone).day;
  const meetings = timedFrom(register, startOfDay(now, policy)).flatMap(({ meeting, reference, requester }) =>
    meeting && readClock(new Date(meeting.start), policy.timeZone).day === today
      ? [
          `${clock(new Date(meeting.start)).replace(':', ' h ')} : ${requester.name || requester.address} (${reference})`,
        ]
      : [],
  );
  const partners = policy.partners.flatMap((partner) => {
    const failures = Object.entries(register.partners.get(partner.id)?.failed ?? {});
    const reached = reachable(partner, register);
    // Who has another contact is told of once; who has none, until there is one.
    const told = failures.filter(([, { at }]) => reached === undefined || within(days, at)).map(([address]) => address);
    const instead = reached ? `les lettres vont à ${reached.address}` : 'plus aucune adresse valable';
    return told.length > 0 ? [`${partner.name} : ${told.join(', ')}; ${instead}`] : [];
  });
  const requesters = openRequests(register).flatMap((request) => {
    const { reference, requester } = request;
    const turn = turnOf(request, register, now);
    const unreached = turn.of === 'house' && turn.why === 'unreached';
    return unreached ? [`${requester.name || reference} : ${requester.address} (${reference})`] : [];
  });
  // What was taken for a machine's is shown too, also where it answers a request: a person's mail may be among it.
  const aside = mailsBetween(register, days.from, days.to).filter(([, { folder, disposition, reference }]) => {
    const unread = doubtful.has(disposition) && reference === undefined;
    return folder === 'setAside' || disposition === 'automatic' || unread;
  });
  const told = [
    { title: 'Envois arrêtés', lines: paused ? [`Depuis ${day(new Date(paused.at))} : ${paused.why}`] : [] },
    { title: 'Rencontres du jour', lines: meetings.toSorted() },
    { title: 'Partenaires que les courriels n’atteignent pas', lines: partners },
    { title: 'Demandeurs que les courriels n’atteignent pas', lines: requesters },
    {
      title: 'Courriels mis à part, à parcourir',
      lines: aside.slice(0, longestSection).map(([id, mail]) => asideLine(id, mail, policy)),
    },
  ];
  return told.filter(({ lines }) => lines.length > 0);
}

function asideLine(id: string, mail: SeenMail, policy: Policy): string {
  const { from, subject, reference, disposition } = mail;
  if (disposition === 'poison') return unreadLine(id, mail, policy);
  return `${from || '?'} : ${subject}${reference && !subject.includes(reference) ? ` (${reference})` : ''}`;
}

/** The beginning of the day of the last summary: of the last working day before today, or earlier if mornings were missed. */
function lastMorning(register: Register, now: Date, policy: Policy): Date {
  let day = new Date(startOfDay(now, policy).getTime() - 43_200_000);
  const told = (moment: Date) =>
    isBusinessDay(moment, policy.timeZone) &&
    passed(register, `summary/${localTime(moment, policy.timeZone).toPlainDate()}`);
  const previous = () => new Date(day.getTime() - 86_400_000);
  const [first] = register.mails.values();
  const began = first ? Date.parse(first.at) : now.getTime();
  while (!isBusinessDay(day, policy.timeZone) || (!told(day) && day.getTime() > began)) day = previous();
  return startOfDay(day, policy);
}

function startOfDay(moment: Date, { timeZone }: Policy): Date {
  const date = localTime(moment, timeZone).toPlainDate();
  // Midnight may be skipped by the clock; the next hour then begins the day.
  const start = momentAt(date, '00:00', timeZone) ?? momentAt(date, '01:00', timeZone);
  if (!start) throw new Error(`cannot find the beginning of ${date} in ${timeZone}`);
  return start;
}
