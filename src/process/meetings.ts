import { news } from '../agenda/news.ts';
import { fillPoints } from '../clarification/answer.ts';
import { calendarAnswer, invitedInstead } from '../clarification/calendar-answer.ts';
import { counterTime } from '../clarification/counter.ts';
import { referenceOf, sameUid } from '../clarification/meeting.ts';
import { hostOf, meetingTitle } from '../clarification/sides.ts';
import { momentLine } from '../clarification/wording.ts';
import { commandButtons } from '../commands/buttons.ts';
import { meetingForm } from '../commands/meeting-forms.ts';
import { type CalendarPart, calendarPart } from '../mail/calendar.ts';
import { wordsBeside } from '../mail/calendar-words.ts';
import { asksOfUs } from '../mail/sentences.ts';
import type { RegisterEvent } from '../model/events.ts';
import { keptAs } from '../model/filing.ts';
import { meetingsUnder, requestsFrom } from '../model/kin.ts';
import { isOver } from '../model/meetings.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Request, Status } from '../model/request.ts';
import { readMessageId } from '../model/signature.ts';
import { localTime } from '../model/zones.ts';
import { answer, mistrusted } from './answers.ts';
import { answered, file, type Handler, type Reading } from './reading.ts';
import { request as newRequest } from './registration.ts';
import { woken } from './waking.ts';

/** To its meeting; staff hears of it unless it was accepted, with the commands that settle it first. */
export const calendarReply: Handler = (reading, register, policy, now) => {
  const { mail } = reading.cause;
  const calendar = calendarPart(mail);
  const ofOurs = calendar && meetingOf(calendar, register, policy);
  const plan = file('calendar-reply', 'answers')(withThread(reading, ofOurs, policy), register, policy, now);
  // Of a meeting that is not ours only the letter around it counts.
  if (!ofOurs && asksOfUs(reading.text)) return entered(reading, register, policy, now);
  const { thread } = reading;
  const request = ofOurs ?? (thread?.kind === 'request' ? register.requests.get(thread.reference) : undefined);
  if (!calendar || !request) return plan;
  const author = mail.from[0]?.address ?? '';
  const obstacle = mistrusted(reading);
  if (obstacle) return { ...plan, letters: news(request, obstacle, author, reading.text, policy) };
  // Who answers a letter that only the requester received holds that letter: its Message-ID is signed.
  const participant = [...mail.inReplyTo, ...mail.references].some((messageId) => {
    const signed = readMessageId(messageId, policy.keys);
    const letter = signed && register.letters.get(signed.id);
    return letter?.reference === request.reference && letter.to.address === request.requester.address;
  });
  const said = calendar.comment || wordsBeside(reading.text, meetingTitle(request.reference));
  const about = { request, said, register, policy, thread: answered(reading), now };
  const { events, letters, what, commands } = calendarAnswer(calendar, mail, participant, about);
  const theirs = author === request.requester.address;
  const points = theirs ? pointsBeside(reading, request, policy, now) : undefined;
  const whatElse = [what, ...(points?.what ?? [])].filter(Boolean).join(' · ');
  const told = whatElse
    ? news(request, whatElse, author, said, policy, {
        buttons: commandButtons(
          commands.map((usage) => meetingForm(usage)),
          request,
          policy,
        ),
      })
    : [];
  const answering = letters.length > 0 ? letters : (points?.letters ?? []);
  return {
    ...plan,
    events: [...plan.events, ...(points?.events ?? []), ...events],
    letters: [...answering, ...told],
  };
};

/** Programs answer an invitation without naming its letter: the UID tells what the answer of those who were invited is about. */
function withThread(reading: Reading, ours: Request | undefined, policy: Policy): Reading {
  const author = reading.cause.mail.from[0]?.address;
  if (reading.thread || !ours || (author !== ours.requester.address && author !== hostOf(policy).address))
    return reading;
  return {
    ...reading,
    thread: { kind: 'request', reference: ours.reference, why: 'the UID of its meeting', participant: false },
  };
}

/** Some write their answers to the questionnaire into the mail that accepts the invitation. */
function pointsBeside(reading: Reading, request: Request, policy: Policy, now: Date) {
  const { mail } = reading.cause;
  const text = wordsBeside(reading.text, meetingTitle(request.reference));
  const author = mail.from[0]?.address ?? '';
  const reply = { mail: mail.id, author, subject: mail.subject, text, wholeText: text, thread: answered(reading) };
  return fillPoints(reply, request, policy, now);
}

/** The request whose meeting it answers: the one to come, the last that is over, or one that was cancelled. */
function meetingOf({ uid }: CalendarPart, register: Register, policy: Policy): Request | undefined {
  const current = meetingsUnder(register, uid).find(
    ({ meeting, met }) => sameUid(meeting?.uid, uid) || sameUid(met?.uid, uid),
  );
  const reference = referenceOf(uid, policy.referencePrefix);
  return current ?? (reference === undefined ? undefined : register.requests.get(keptAs(register, reference)));
}

/**
 * An invitation of somebody else's is a mail like others, entered or filed in its thread; without words beside it, those of
 * the event are its text. The invitation itself is for a person to answer.
 */
export const invited: Handler = (reading, register, policy, now) => {
  const { mail } = reading.cause;
  const calendar = calendarPart(mail);
  const known = calendar ? meetingsUnder(register, calendar.uid) : [];
  const ours = known.find(({ meeting }) => sameUid(meeting?.uid, calendar?.uid));
  const inHouse = policy.staff.some(({ address }) => address === mail.from[0]?.address);
  const text = reading.text.trim() || (calendar ? wordsOf(calendar) : '');
  if (calendar?.method !== 'REQUEST' && !ours && !inHouse && asksOfUs(reading.text))
    return entered(reading, register, policy, now);
  const filed = file('calendar-request', 'answers')(withThread(reading, ours, policy), register, policy, now);
  if (ours && calendar && !inHouse)
    return {
      ...filed,
      events: [...filed.events, ...calledOff(calendar, ours, reading)],
      letters: sentBack(calendar, ours, reading, policy),
    };
  if (calendar?.method !== 'REQUEST' || ours || inHouse || !text) return filed;
  const theirs = asksOfUs(reading.text) ? undefined : openRequestOf(reading, register, now);
  if (theirs) return proposedBy(calendar, theirs, reading, register, policy, now);
  return entered(
    { ...reading, ...besideWords(calendar, reading, register, policy, now), text, answerable: false },
    register,
    policy,
    now,
  );
};

/** In a thread the words are read as any answer; the time of the invitation is told with it. */
function besideWords(calendar: CalendarPart, { thread }: Reading, register: Register, policy: Policy, now: Date) {
  const request = thread?.kind === 'request' ? register.requests.get(thread.reference) : undefined;
  if (!request) return {};
  const { what, commands, start } = firstMeeting(calendar, request, policy, now);
  const settling = request.meeting ? ['#rencontre reporter'] : commands;
  return { invitation: { what: [ownInvitation, what].join(' · '), commands: settling, ...(start && { start }) } };
}

const ownInvitation = 'Le demandeur nous envoie sa propre invitation';

/**
 * The request that an invitation without a thread is about: whose meeting is to come, or the only one that the sender has
 * open.
 */
function openRequestOf(reading: Reading, register: Register, now: Date): Request | undefined {
  const { from } = reading.cause.mail;
  if (reading.thread || mistrusted(reading)) return undefined;
  const all = requestsFrom(register, from[0]?.address ?? '');
  const meeting = all.filter(
    (request) => !ended.has(request.status) && request.meeting && !isOver(request.meeting, now),
  );
  const open = all.filter(({ status }) => clarified.has(status));
  const [only, ...others] = meeting.length > 0 ? meeting : open;
  return others.length === 0 ? only : undefined;
}

const ended: ReadonlySet<Status> = new Set(['closed', 'quarantined']);
const clarified: ReadonlySet<Status> = new Set(['received', 'clarifying', 'dormant']);

/** Filed there: staff sees the time that it proposes, and settles it. */
function proposedBy(
  calendar: CalendarPart,
  request: Request,
  reading: Reading,
  register: Register,
  policy: Policy,
  now: Date,
): ReturnType<Handler> {
  const { reference, requester, meeting } = request;
  const thread = { kind: 'request', reference, why: 'the requester invites us', participant: false } as const;
  const filed = file('calendar-request', 'answers')({ ...reading, thread }, register, policy, now);
  const said = reading.text.trim();
  const about = { request, said, register, policy, thread: answered(reading), now };
  const read =
    meeting && !isOver(meeting, now)
      ? invitedInstead(calendar, meeting, about)
      : { events: [], ...firstMeeting(calendar, request, policy, now) };
  const what = [ownInvitation, read.what].filter(Boolean).join(' · ');
  const forms = read.commands.map((usage) => meetingForm(usage));
  const letters = news(request, what, requester.address, said || wordsOf(calendar), policy, {
    buttons: commandButtons(forms, request, policy),
  });
  return { ...filed, events: [...filed.events, ...woken(request, false), ...read.events], letters };
}

/** The time that they propose where no meeting stands. */
function firstMeeting(calendar: CalendarPart, { requester }: Request, policy: Policy, now: Date) {
  const zone = requester.timeZone ?? policy.timeZone;
  const time = counterTime(calendar.source, calendar.uid, policy.meeting.minutes, zone);
  if (!time || time.repeats || Date.parse(time.start) <= now.getTime())
    return { what: 'son moment est à lire', commands: ['#rencontre'] };
  const start = new Date(time.start);
  const local = localTime(start, policy.timeZone).toString({ smallestUnit: 'minute' }).replace('T', ' ');
  const minutes = (Date.parse(time.end) - start.getTime()) / 60_000;
  const ours = policy.meeting.minutes;
  const length = minutes === ours ? '' : ` (${minutes}\u00A0minutes; confirmée, elle en durera ${ours})`;
  return {
    what: `Moment proposé\u00A0: ${momentLine(start, 'fr', policy.timeZone)}${length}`,
    commands: [`#rencontre confirmer ${local}`, '#rencontre'],
    start: time.start,
  };
}

/** Whose calendar takes the meeting out will not come: on record as a refusal, for people to settle. */
function calledOff({ method }: CalendarPart, { reference, requester }: Request, reading: Reading): RegisterEvent[] {
  const { address } = requester;
  const theirs = reading.cause.mail.from[0]?.address === address && mistrusted(reading) === undefined;
  return method === 'CANCEL' && theirs
    ? [{ kind: 'meeting-answered', reference, attendee: address, partstat: 'DECLINED' }]
    : [];
}

/** Our own invitation, sent back with words, cancelled or changed: nobody but the clerk may change it, but staff hears of it. */
function sentBack({ method = '', comment }: CalendarPart, request: Request, { cause, text }: Reading, policy: Policy) {
  const said = wordsBeside(text, meetingTitle(request.reference)) || (comment ?? '');
  if (!said && method === 'REQUEST') return [];
  const forms = ['#rencontre annuler', '#rencontre reporter'].map((usage) => meetingForm(usage));
  const what = `L’invitation à la rencontre nous revient (${method})${said ? ', avec un mot' : ''}; la rencontre reste fixée`;
  return news(request, what, cause.mail.from[0]?.address ?? '', said, policy, {
    buttons: commandButtons(forms, request, policy),
  });
}

const entered: Handler = (reading, register, policy, now) =>
  (reading.thread?.kind === 'request' ? answer : newRequest)(reading, register, policy, now);

/** An event in the words of its author, with its beginning as `2026-12-01 14:00` (RFC 5545, 3.3.5). */
function wordsOf({ summary, description, location, start = '' }: CalendarPart): string {
  const when = start.replace(
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/,
    (_, year, month, day, hour, minute, utc) =>
      [`${year}-${month}-${day}`, hour && `${hour}:${minute}`, utc && 'UTC'].filter(Boolean).join(' '),
  );
  return [[summary, when, location].filter(Boolean).join('\n'), description].filter(Boolean).join('\n\n');
}
