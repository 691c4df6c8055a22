import type { CalendarPart } from '../mail/calendar.ts';
import type { Mail } from '../mail/mail.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import { isOver } from '../model/meetings.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Meeting, Request } from '../model/request.ts';
import { partstatNames } from '../model/wording.ts';
import { choiceIn } from './answer.ts';
import { standingOf, unrefused } from './bookable.ts';
import { type CalendarSender, calendarSender } from './calendar-sender.ts';
import { cautions, oddities } from './cautions.ts';
import { counterTime } from './counter.ts';
import { referenceOf, sameUid } from './meeting.ts';
import { cancelMeeting, declineCounter, moveMeeting } from './meeting-change.ts';
import { asksToMove, callsOff, withoutChanging } from './moving-words.ts';
import { nextNumber, offerSlots, timesToAvoid } from './offer.ts';
import { momentLine } from './wording.ts';

/** What a calendar answered: the events, a letter to both sides if need be, and what staff is told, in French. */
export interface CalendarAnswer {
  events: RegisterEvent[];
  letters: Letter[];
  what?: string;
  /** Commands that settle it, each the whole of a subject after the reference. */
  commands: string[];
}

type Row = (given: Given) => CalendarAnswer;

interface Given extends CalendarSender {
  calendar: CalendarPart;
  request: Request;
  meeting: Meeting;
  /** What the person wrote beside it, for staff. */
  said: string;
  register: Register;
  policy: Policy;
  thread: readonly string[];
  now: Date;
}

/**
 * Reads an iTIP REPLY or COUNTER about the request's meeting (RFC 5546, 3.2.3 and 3.2.7). The requester's refusal cancels the
 * meeting and offers other slots, once; everything else that is not « accepted » is for people to settle.
 * @param participant - Whether the mail answers a letter that only the requester received.
 */
export function calendarAnswer(
  calendar: CalendarPart,
  { from }: Pick<Mail, 'from'>,
  participant: boolean,
  about: Omit<Given, 'calendar' | 'meeting' | keyof CalendarSender>,
): CalendarAnswer {
  const { request, policy, now } = about;
  const { meeting, met } = request;
  if (!meeting || !sameUid(meeting.uid, calendar.uid)) {
    const held = sameUid(met?.uid, calendar.uid);
    if (held || referenceOf(calendar.uid, policy.referencePrefix)) return tooLate(calendar, held, meeting);
    return unidentified(calendar, meeting);
  }
  if (isOver(meeting, now)) return tooLate(calendar, true, undefined);
  const sender = calendarSender(calendar, from[0], participant, request.requester, policy);
  const given = { ...about, ...sender, meeting, calendar };
  if (isReplaced(given)) return stale(given);
  const read = calendar.method === 'COUNTER' ? countered(given) : (rows[calendar.partstat ?? ''] ?? unknown)(given);
  if (calendar.sequence !== undefined || meeting.sequence === 0) return read;
  return { ...read, what: [read.what ?? 'Invitation acceptée', unnumbered].join(' · ') };
}

/**
 * Reads an invitation of the requester's own as a COUNTER: many programs know no other way to propose another time. What it
 * cannot be told by calendar, for it answers no invitation of ours, people write.
 */
export function invitedInstead(
  { partstat: _, ...calendar }: CalendarPart,
  meeting: Meeting,
  about: Omit<Given, 'calendar' | 'meeting' | keyof CalendarSender>,
): CalendarAnswer {
  const { address } = about.request.requester;
  return countered({ ...about, meeting, calendar, side: 'requester', inPerson: true, attendee: address });
}

const unnumbered = 'l’agenda ne dit pas à quelle invitation il répond; il a été lu comme une réponse à la dernière';

/**
 * Whether it answers an invitation that was replaced since (RFC 5546, 2.1.5). Without SEQUENCE the time that it gives tells,
 * and when it was made.
 */
function isReplaced({ calendar, meeting, request, policy }: Given): boolean {
  const { sequence, stamp = '', method } = calendar;
  if (sequence !== undefined) return sequence < meeting.sequence;
  if (meeting.sequence === 0) return false;
  const zone = request.requester.timeZone ?? policy.timeZone;
  const about = counterTime(calendar.source, meeting.uid, policy.meeting.minutes, zone);
  if (method === 'REPLY' && about && about.start !== meeting.start) return true;
  const made = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp);
  return made !== null && made.slice(1).join('') < (meeting.at ?? '').replace(/\D/g, '').slice(0, 14);
}

const rows: Readonly<Record<string, Row>> = {
  ACCEPTED: accepted,
  TENTATIVE: (given) => told(given, `Invitation acceptée sous réserve${passedOn(given)}`, ['#rencontre reporter']),
  DELEGATED: (given) => {
    const to = given.calendar.delegatedTo ?? 'une autre personne';
    return told(given, `Invitation déléguée à ${to}`, ['#rencontre reporter']);
  },
  DECLINED: declined,
};

function accepted(given: Given): CalendarAnswer {
  const { side, inPerson, said } = given;
  if (side === 'other') return told(given, 'Invitation acceptée depuis une adresse inconnue; rien n’a été inscrit', []);
  if (said.trim() && (callsOff(said) || asksToMove(said)))
    return told(given, 'Invitation acceptée, mais le mot qui l’accompagne dit autre chose', toSettle);
  if (side === 'requester' && !inPerson) return told(given, `Invitation acceptée${passedOn(given)}`, []);
  const what = said.trim() && 'Invitation acceptée, avec un mot';
  return { events: recorded(given), letters: [], commands: [], ...(what && { what }) };
}

function passedOn({ side, inPerson }: Given): string {
  return side === 'requester' && !inPerson ? ' par quelqu’un à qui le demandeur l’a transmise' : '';
}

const toSettle = ['#rencontre annuler', '#rencontre reporter'];

/** In the thread of a request, but of no invitation of ours: some programs lose the UID, or write their own. */
function unidentified(calendar: CalendarPart, standing: Meeting | undefined): CalendarAnswer {
  // Whoever accepts expects nothing of us; it may well be another meeting.
  if (calendar.partstat === 'ACCEPTED') return { events: [], letters: [], commands: [] };
  const what = `Réponse d’agenda (${answerOf(calendar)}) qui ne nomme pas notre invitation; rien n’a été changé`;
  return { events: [], letters: [], what, commands: standing ? toSettle : [] };
}

function answerOf({ method, partstat = '' }: CalendarPart): string {
  return method === 'COUNTER' ? 'autre date proposée' : (partstatNames[partstat] ?? partstat);
}

/** The answer to an invitation that stands no more. */
function tooLate(calendar: CalendarPart, held: boolean, standing: Meeting | undefined): CalendarAnswer {
  const answer = answerOf(calendar);
  const what = held
    ? `Réponse d’agenda (${answer}) reçue après la rencontre; rien n’a été changé`
    : `Réponse d’agenda (${answer}) à une invitation annulée; rien n’a été changé`;
  return { events: [], letters: [], what, commands: standing || held ? [] : ['#rencontre'] };
}

function declined(given: Given): CalendarAnswer {
  const { side, request, meeting, register, policy, thread, now } = given;
  if (side === 'host') return told(given, 'L’hôte refuse l’invitation', ['#rencontre reporter', '#rencontre annuler']);
  if (side === 'other')
    return told(given, 'Invitation refusée depuis une adresse inconnue; rien n’a été changé', ['#rencontre annuler']);
  if (!given.inPerson) return told(given, `Invitation refusée${passedOn(given)}; la rencontre reste fixée`, toSettle);
  const wish = choiceIn(withoutChanging(given.said), '', request, policy);
  const open = unrefused(request, now).filter(
    (slot) => slot.start !== meeting.start && standingOf(slot, request, register, policy, now) === 'free',
  );
  const wished = open.find(({ number }) => wish?.kind === 'slot' && wish.number === number);
  if (wished) {
    const { events, letters } = moveMeeting(request, meeting, wished, policy, thread, now);
    const when = momentLine(new Date(wished.start), 'fr', policy.timeZone);
    const what = `Le demandeur refuse l’invitation et choisit la plage ${wished.number} : la rencontre est déplacée, ${when}`;
    return { events: [...recorded(given), ...events], letters, what, commands: [] };
  }
  // Offered once more at most; then people take over. Who speaks of another moment may mean one of those on offer.
  const again = open.map((slot, index) => ({ ...slot, number: nextNumber(request) + index }));
  const fresh = request.slots.length > policy.meeting.offered ? [] : offerSlots(request, register, policy, now);
  const slots = wish?.kind === 'unsure' && again.length > 0 ? again : fresh;
  const others = slots.length > 0 ? { slots, reason: 'declined' as const } : undefined;
  const cancelled = cancelMeeting(request, meeting, 'the requester declined', others, policy, thread, now);
  const next = others
    ? ['D’autres plages lui sont proposées.', ...cautions(slots, request.requester, policy.timeZone)].join(' ')
    : 'À vous de proposer une date.';
  return {
    events: [...recorded(given), ...cancelled.events],
    letters: cancelled.letters,
    what: `Le demandeur refuse l’invitation : la rencontre est annulée. ${next}`,
    commands: others ? [] : ['#rencontre'],
  };
}

function countered(given: Given): CalendarAnswer {
  const { calendar, side, request, register, policy, now } = given;
  const { reference } = request;
  const attendee = counterer(given);
  // A time without zone is the clock of whoever wrote it (RFC 5545, 3.3.5).
  const theirZone = (side === 'requester' ? request.requester.timeZone : undefined) ?? policy.timeZone;
  const read = counterTime(calendar.source, calendar.uid, policy.meeting.minutes, theirZone);
  if (!read)
    return told(given, 'Une autre date est proposée, mais elle n’a pas pu être lue avec certitude', [
      '#rencontre reporter',
    ]);
  const { repeats, ...other } = read;
  if (repeats) return refused(given, other.start, 'Une série de rencontres est proposée; il n’en est fixé qu’une');
  const when = momentLine(new Date(other.start), 'fr', policy.timeZone);
  if (other.start === given.meeting.start && other.end === given.meeting.end)
    return told(given, `La date proposée est celle qui est déjà fixée (${when})`, []);
  if (Date.parse(other.start) <= now.getTime())
    return refused(given, other.start, `La date proposée est passée (${when}); rien n’a été changé`, [
      '#rencontre reporter',
    ]);
  if (side === 'other') return told(given, `Une adresse inconnue propose ${when}; rien n’a été changé`, []);
  const taken = timesToAvoid(reference, register, policy, now).some(
    ({ start, end }) => start.toISOString() < other.end && other.start < end.toISOString(),
  );
  const { requester } = request;
  const known = [...cautions([other], requester, policy.timeZone), ...oddities(other, requester, policy)];
  return {
    events: [{ kind: 'meeting-countered', reference, attendee, ...other, comment: calendar.comment ?? '' }],
    letters: [],
    what: [`Autre date proposée : ${when}`, ...(taken ? ['l’hôte n’y est pas libre'] : []), ...known].join(' · '),
    commands: ['#rencontre confirmer', '#rencontre refuser', '#rencontre reporter', '#rencontre annuler'],
  };
}

/** What cannot be agreed to, whoever looks at it: who proposed it is told so, and staff (RFC 5546, 3.2.8). */
function refused(given: Given, start: string, what: string, commands: string[] = []): CalendarAnswer {
  const { side, request, meeting, policy, thread, now } = given;
  if (side === 'other' || given.calendar.method !== 'COUNTER') return told(given, what, commands);
  if (timesRefused(given) >= mostRefusals)
    return told(given, `${what}. Deux refus lui ont déjà été envoyés : à vous de lui écrire`, commands);
  const { letters } = declineCounter(request, meeting, { attendee: counterer(given), start }, policy, thread, now);
  return { ...told(given, `${what}. Un refus a été envoyé`, commands), letters };
}

/** Who proposes again and again what cannot be may be a machine. */
const mostRefusals = 2;

/** Whoever of their side proposes another time, the requester is answered. */
function counterer({ side, request, attendee }: Given): string {
  return side === 'requester' ? request.requester.address : attendee;
}

function timesRefused(given: Given): number {
  const { request, register } = given;
  const attendee = counterer(given);
  return request.letters.filter((id) => {
    const letter = register.letters.get(id);
    return letter?.letter === 'meeting-kept' && letter.to.address === attendee;
  }).length;
}

function stale(given: Given): CalendarAnswer {
  const { calendar, side, attendee, meeting } = given;
  if (calendar.partstat === 'ACCEPTED') {
    const crossed = side !== 'requester' || meeting.answers[attendee] === 'ACCEPTED';
    const what = 'Le demandeur accepte l’ancienne date : il n’a peut-être pas vu la nouvelle';
    return { events: [], letters: [], commands: [], ...(!crossed && { what }) };
  }
  const what = 'Réponse à une invitation remplacée depuis; rien n’a été changé';
  return { events: [], letters: [], what, commands: ['#rencontre reporter'] };
}

function unknown(given: Given): CalendarAnswer {
  const { method, partstat } = given.calendar;
  const what =
    method === 'REFRESH'
      ? 'L’agenda du demandeur redemande l’invitation'
      : `Réponse d’agenda à lire : ${partstat ?? method}`;
  return { events: [], letters: [], what, commands: [] };
}

function told(given: Given, what: string, commands: string[]): CalendarAnswer {
  const events = given.side === 'other' || given.calendar.method === 'COUNTER' ? [] : recorded(given);
  return { events, letters: [], what, commands };
}

function recorded({ request: { reference }, attendee, calendar }: Given): RegisterEvent[] {
  const { partstat } = calendar;
  return partstat ? [{ kind: 'meeting-answered', reference, attendee, partstat }] : [];
}
