import { timedFrom } from '../model/kin.ts';
import type { Envelope, Letter, LetterData } from '../model/letter.ts';
import { mailto } from '../model/mailto.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { type Language, type Meeting, type Point, points, type Request, type Slot } from '../model/request.ts';
import { questionLines, questionnaireBody } from './questionnaire.ts';
import { standingWords } from './sides.ts';
import { freeSlots, type Interval, widened } from './slots.ts';
import { slotLine } from './wording.ts';

/** What a letter to the requester is about: the request as far as it is known before its first commit. */
export type Correspondent = Pick<Request, 'reference' | 'requester' | 'language' | 'subject' | 'points' | 'slots'> &
  Pick<Envelope, 'brief'>;

/**
 * New slots for the request, numbered on from those it was offered before, and kept for it for some time; none when no
 * hours are in common, nor while a calendar of the host cannot be read: what is not known is not free.
 */
export function offerSlots(
  request: Correspondent & Partial<Pick<Request, 'history'>>,
  register: Register,
  policy: Policy,
  now: Date,
  refusedWeekdays: readonly number[] = [],
): Slot[] {
  const { meeting, timeZone } = policy;
  if (meeting.busy && meeting.busy.unread.length > 0) return [];
  const { requester } = request;
  const others = timesToAvoid(request.reference, register, policy, now).map((other) =>
    widened(other, meeting.bufferMinutes ?? 0),
  );
  const taken = [...others, ...request.slots.map(interval)];
  const next = nextNumber(request);
  const until = meeting.holdHours && new Date(now.getTime() + meeting.holdHours * 3_600_000).toISOString();
  const refused = {
    weekdays: [...refusedWeekdays, ...(request.history ?? []).flatMap(weekdaysRefused)],
    times: request.slots.map(interval),
  };
  return freeSlots({ now, meeting, timeZone, requester, taken, refused }).map(({ start, end }, index) => ({
    number: next + index,
    start: start.toISOString(),
    end: end.toISOString(),
    ...(until && { heldUntil: until }),
  }));
}

function weekdaysRefused(happening: Request['history'][number]): readonly number[] {
  return happening.kind === 'slots-answered' ? (happening.weekdays ?? []) : [];
}

/** Numbers are never given twice in one request. */
export function nextNumber({ slots }: Pick<Request, 'slots'>): number {
  return Math.max(0, ...slots.map((slot) => slot.number)) + 1;
}

/** When the host cannot be offered: meetings, what is held for others, and what the host's calendars say. */
export function timesToAvoid(except: string, register: Register, { meeting }: Policy, now: Date): Interval[] {
  return [...booked(register, now, except), ...held(register, except, meeting, now), ...(meeting.busy?.times ?? [])];
}

/** All meetings that are not over, as intervals. */
export function booked(register: Register, now: Date, except?: string): Interval[] {
  const found: Interval[] = [];
  for (const { reference, meeting } of timedFrom(register, now))
    if (meeting && reference !== except) found.push(interval(meeting));
  return found;
}

/**
 * @param hints - What the first mail seems to answer already: shown to be confirmed, not asked anew.
 * @param unread - What of it could not be read: asked for in another form.
 */
export function acknowledgement(
  request: Correspondent,
  slots: readonly Slot[],
  policy: Policy,
  thread: readonly string[],
  hints: readonly { point: Point; quote: string }[] = [],
  unread: readonly ('winmail' | 'sealed')[] = [],
): Extract<Letter, { name: 'acknowledgement' }> {
  const said = new Map(hints.map(({ point, quote }) => [point, quote]));
  const draft = (answer: string, index: number) => answer || (said.get(points[index] ?? 'needs') ?? '');
  const localised = byLanguage(request, (language) => ({
    hinted: hints.length > 0,
    questions: questionLines(language, request.points).map((line, index) => ({
      ...line,
      answer: draft(line.answer, index),
    })),
    slots: slotLines(request, slots, language, policy),
    answerAll: questionnaireButton(request, language, policy),
  }));
  const { reference, subject, requester } = request;
  const asked = { winmail: unread.includes('winmail'), sealed: unread.includes('sealed') };
  const data = { name: requester.name, reference, subject, copyFor: '', ...asked, localised };
  const { brief } = request;
  return { ...envelope(request, thread), ...(brief && { brief }), name: 'acknowledgement', data };
}

/** The first letter to who seems to ask for itself alone: where to turn is said; that it is closed, a person says. */
export function orientation(request: Correspondent, { institute }: Policy, thread: readonly string[]): Letter {
  const { reference, subject, requester } = request;
  const data = { name: requester.name, reference, subject, elsewhere: institute.admissions ?? [] };
  return { ...envelope(request, thread), name: 'orientation', data };
}

/**
 * New slots, when the one chosen is gone or none was suitable.
 * @param standing - The meeting that stands until another slot is chosen.
 */
export function proposal(
  request: Correspondent,
  slots: readonly Slot[],
  reason: LetterData['meeting-proposal']['reason'],
  policy: Policy,
  thread: readonly string[],
  standing?: Meeting,
): Letter {
  const localised = byLanguage(request, (language) => ({
    slots: slotLines(request, slots, language, policy),
    ...standingWords(language, standing, request, policy),
  }));
  const { reference, requester } = request;
  return {
    ...envelope(request, thread),
    name: 'meeting-proposal',
    data: { name: requester.name, reference, reason, localised },
  };
}

export function questionnaireButton(request: Correspondent, language: Language, policy: Policy) {
  return {
    label: answerLabels[language],
    href: mailto({
      to: policy.institute.address,
      subject: `[${request.reference}] ${answerSubjects[language]}`,
      body: questionnaireBody(language, request.points),
    }),
  };
}

/** French first, then the requester's own language (Charter of the French language). */
function languagesFor({ language }: Correspondent): readonly [Language, ...Language[]] {
  return language === 'fr' ? ['fr'] : ['fr', language];
}

export function byLanguage<T>(
  request: Correspondent,
  section: (language: Language) => T,
): Partial<Record<Language, T>> {
  return Object.fromEntries(languagesFor(request).map((language) => [language, section(language)]));
}

/** Of every letter to the requester. */
export function envelope(request: Correspondent, thread: readonly string[]): Envelope {
  const { reference, requester } = request;
  const to = { name: requester.name, address: requester.address };
  return { to, languages: languagesFor(request), reference, thread, automatic: true };
}

export function slotLines(request: Correspondent, slots: readonly Slot[], language: Language, policy: Policy) {
  return slots.map((slot) => {
    const label = `${slotLabels[language]} ${slot.number}`;
    const subject = `[${request.reference}] ${label}`;
    const button = { label, href: mailto({ to: policy.institute.address, subject, body: `${label}\n` }) };
    return slotLine(slot, language, policy.timeZone, request.requester.timeZone, button);
  });
}

function held(register: Register, except: string, { holdHours = 0 }: Policy['meeting'], now: Date): Interval[] {
  const at = now.toISOString();
  return timedFrom(register, now).flatMap(({ reference, status, meeting, slots, chosen }) => {
    if (reference === except || status === 'closed') return [];
    const awaited = slots.filter(({ number, start }) => number === chosen?.number && start > at);
    if (awaited.length > 0) return awaited.map(interval);
    const kept = slots.filter((slot) => isHeld(slot, at));
    // Who has a meeting gives the others free; but not what was offered since, to move it.
    const since = Date.parse(meeting?.at ?? '') + holdHours * 3_600_000;
    return kept.filter(({ heldUntil }) => !meeting || Date.parse(heldUntil ?? '') > since).map(interval);
  });
}

/** A slot is kept for the one who was offered it until its time is over, or it begins. */
function isHeld({ start, heldUntil = start, withdrawn }: Slot, now: string): boolean {
  return !withdrawn && (heldUntil < start ? heldUntil : start) > now;
}

function interval({ start, end }: { start: string; end: string }): Interval {
  return { start: new Date(start), end: new Date(end) };
}

const slotLabels: Record<Language, string> = { fr: 'Plage', en: 'Slot', es: 'Horario' };
const answerLabels: Record<Language, string> = {
  fr: 'Répondre au questionnaire',
  en: 'Answer the questionnaire',
  es: 'Responder al cuestionario',
};
const answerSubjects: Record<Language, string> = { fr: 'Précisions', en: 'Clarification', es: 'Precisiones' };
