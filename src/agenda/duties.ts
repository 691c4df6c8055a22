import { Temporal } from 'temporal-polyfill';
import { missingPoints } from '../categorisation/category.ts';
import { turnOf } from '../clarification/turn.ts';
import { addenda, addendaForms } from '../commands/addenda.ts';
import type { Form } from '../commands/command.ts';
import { readLine } from '../commands/grammar.ts';
import { addBusinessDays } from '../model/calendar.ts';
import { dateInWords, dayText } from '../model/date-format.ts';
import { isOver } from '../model/meetings.ts';
import { type AgendaPolicy, type Policy, usualAgenda } from '../model/policy.ts';
import type { LetterRecord } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { localTime, momentAt, readClock } from '../model/zones.ts';
import { toRelease } from './release.ts';
import { standing } from './statistics.ts';

/** Done by the command of its form. */
interface DueDuty extends Form {
  kind: 'due';
  what: string;
  due: Date;
}

/** What is next in a request: something that the house does by a time, or something that it waits for. */
export type Duty = DueDuty | { kind: 'waiting'; what: string } | { kind: 'held'; what: string };

/** What is next in a request; undefined when nothing is, as in most that are closed. */
export function dutyOf(request: Request, register: Register, policy: Policy, now: Date): Duty | undefined {
  const { status, held } = request;
  const office = { register, policy, now };
  if (status === 'closed') return afterClosing(request, office);
  if (status === 'quarantined') return next.quarantined(request, office);
  if (held && held.until > localTime(now, policy.timeZone).toPlainDate().toString())
    return { kind: 'held', what: `jusqu’au ${dateInWords(held.until)} (${held.why})` };
  const owed = [owedToRequester(request, office), aboutMeeting(request, office), owedToPartners(request, office)];
  const usual = [...owed, next[status](request, office)];
  return confirmation(request, office) ?? takenUp(soonest(usual), request, office);
}

/** Whether a duty is late, to be done today, or later. */
export function urgency(duty: Duty, policy: Policy, now: Date): 'late' | 'today' | 'later' {
  if (duty.kind !== 'due') return 'later';
  if (duty.due.getTime() < now.getTime()) return 'late';
  const day = (moment: Date) => readClock(moment, policy.timeZone).day;
  return day(duty.due) === day(now) ? 'today' : 'later';
}

interface Office {
  register: Register;
  policy: Policy;
  now: Date;
}

type Next = (request: Request, office: Office) => Duty;

const next: Readonly<Record<Exclude<Request['status'], 'closed'>, Next>> = {
  quarantined: (request, { policy }) =>
    due('Décider si la demande est authentique', since(request), 'takeDays', '#rouvrir', 'Accueillir', policy),
  received: (request, office) =>
    request.officer === undefined
      ? due(
          'Prendre la demande en charge',
          request.receivedAt,
          'takeDays',
          '#prendre',
          'Prendre en charge',
          office.policy,
        )
      : next.clarifying(request, office),
  clarifying: (request, office) => {
    if (missingPoints(request).length > 0) return awaited(request, office);
    const answered = Object.values(request.points).map(({ at }) => at);
    const complete = answered.toSorted().at(-1) ?? since(request);
    return due('Confirmer la catégorie', complete, 'categoriseDays', '#aide', 'Catégoriser', office.policy);
  },
  categorised: (request, office) =>
    missingPoints(request).length > 0
      ? awaited(request, office)
      : due(
          'Déclarer le dossier complet',
          since(request),
          'completeDays',
          '#complet',
          'Dossier complet',
          office.policy,
        ),
  complete: (request, { policy }) => {
    const { notice, approval } = request;
    if (notice) return { kind: 'waiting', what: 'le prochain bulletin' };
    if (approval)
      return {
        kind: 'waiting',
        what: `le bon à diffuser du demandeur, demandé jusqu’au ${dayOf(new Date(approval.until), policy)}`,
      };
    const { what, from } = toRelease(request, policy);
    const begun = from > since(request) ? from : since(request);
    return due(what, begun, 'releaseDays', '#diffuser', 'Diffuser', policy);
  },
  disseminated: (request, { register, policy }) => {
    const deadline = request.digest ? register.digests.get(request.digest)?.deadline : undefined;
    return deadline
      ? due('Fermer la demande', deadline, 'closeDays', '#fermer suite donnée', 'Fermer : suite donnée', policy)
      : { kind: 'waiting', what: 'la livraison du bulletin à tous les partenaires' };
  },
  dormant: () => ({ kind: 'waiting', what: 'le demandeur (en dormance)' }),
};

/** The requester chose a slot that a person has to confirm. */
function confirmation({ chosen, slots }: Request, { policy, now }: Office): Duty | undefined {
  if (!chosen) return undefined;
  const { number, at } = chosen;
  const usage = `#rencontre confirmer ${number}`;
  const open = slots.some((slot) => slot.number === number && slot.start > now.toISOString());
  return open
    ? due(`Confirmer la plage ${number}, choisie par le demandeur`, at, 'takeDays', usage, 'Confirmer la plage', policy)
    : due('Proposer une autre date au demandeur', at, 'takeDays', '#rencontre', 'Proposer une rencontre', policy);
}

/** What a calendar brought that people have to settle, until one of them did something. */
function aboutMeeting(request: Request, office: Office): DueDuty | undefined {
  const { meeting, history } = request;
  const { policy, now } = office;
  const duty = (what: string, at: string, usage: string, label: string) =>
    actedSince(request, Date.parse(at), office) ? undefined : due(what, at, 'takeDays', usage, label, policy);
  if (!meeting) {
    const line = history.findLast(({ kind }) => onSlots.has(kind));
    // Who calls off what the house fixed is offered another time, unless the clerk did so at once.
    return line?.kind === 'meeting-cancelled' && !policy.staff.some(({ id }) => id === line.author)
      ? duty('Proposer une autre date au demandeur', line.at, '#rencontre', 'Proposer une rencontre')
      : undefined;
  }
  if (isOver(meeting, now)) return undefined;
  if (meeting.counter)
    return duty('Répondre à l’autre date proposée', meeting.counter.at, '#rencontre confirmer', 'Accepter cette date');
  const refused = history.findLast(
    (line) =>
      line.kind === 'meeting-answered' &&
      line.partstat === 'DECLINED' &&
      meeting.answers[line.attendee] === 'DECLINED' &&
      line.at >= (meeting.at ?? ''),
  );
  return refused && duty('Régler la rencontre, refusée', refused.at, '#rencontre reporter', 'Proposer d’autres dates');
}

const onSlots: ReadonlySet<string> = new Set([
  'slots-offered',
  'slot-chosen',
  'meeting-booked',
  'meeting-cancelled',
  'meeting-held',
]);

/** The requester's turn to clarify, if it is; else it is the house that owes a word. */
function awaited(request: Request, office: Office): Duty {
  const { requester, proposed, receivedAt, meeting } = request;
  const { register, policy, now } = office;
  if (proposed) return due('Confirmer le demandeur', receivedAt, 'takeDays', '#aide', 'Confirmer le demandeur', policy);
  if (meeting && !isOver(meeting, now)) return { kind: 'waiting', what: 'la rencontre avec le demandeur' };
  const turn = turnOf(request, register, now);
  if (turn.of === 'requester') return { kind: 'waiting', what: 'les précisions du demandeur' };
  if (turn.why === 'unreached') return unreached(request, turn.letter, office);
  if (turn.why === 'unanswered') return reply('Répondre au demandeur', turn.since, request, policy);
  if (turn.why === 'unminuted') return minutes(turn.since, policy);
  const [usage, label] = requester.address
    ? ['#répondre', 'Écrire au demandeur (dans le corps)']
    : ['#clarifier', 'Inscrire ses précisions (dans le corps)'];
  return due('Joindre le demandeur', lastTry(request, receivedAt), 'takeDays', usage, label, policy, true);
}

function minutes(end: string, policy: Policy): DueDuty {
  const label = 'Verser le compte rendu (dans le corps)';
  return due('Verser le compte rendu de la rencontre', end, 'takeDays', '#compte-rendu', label, policy, true);
}

/** A word to a requester whom our letters do not reach, or who wrote what the register could not take in by itself. */
function owedToRequester(request: Request, office: Office): DueDuty | undefined {
  // Before anybody is in charge that comes first.
  if (request.status === 'received' && request.officer === undefined) return undefined;
  const turn = turnOf(request, office.register, office.now);
  if (turn.of === 'requester') return undefined;
  if (turn.why === 'unreached') return unreached(request, turn.letter, office);
  if (turn.why === 'unwritten' || turn.why === 'unminuted' || tookIn(request, turn.since)) return undefined;
  return reply('Répondre au demandeur', turn.since, request, office.policy);
}

/** Whether the mail of that instant moved the request on: the next step follows from it. */
function tookIn({ history }: Request, at: string): boolean {
  return history.some((line) => line.at === at && line.kind !== 'finding-added');
}

/** To a requester who writes on when all is over. */
function afterClosing(request: Request, { register, policy, now }: Office): DueDuty | undefined {
  if (request.outcome === 'spam' || request.mergedInto !== undefined) return undefined;
  const turn = turnOf(request, register, now);
  // Thanks need no answer: whoever notes that has settled it.
  return turn.of === 'house' && turn.why === 'unanswered' && turn.since > lastTry(request, since(request))
    ? reply('Répondre au demandeur, qui écrit après la fermeture', turn.since, request, policy)
    : undefined;
}

function reply(what: string, from: string, request: Request, policy: Policy): DueDuty {
  const label = 'Répondre au demandeur (dans le corps)';
  return due(what, lastTry(request, from), 'takeDays', '#répondre', label, policy, true);
}

/** Due at once: whom no letter reaches can't ask either. */
function unreached(request: Request, { at }: LetterRecord, { policy, now }: Office): DueDuty {
  const what = 'Joindre le demandeur autrement, nos lettres ne l’atteignent pas';
  const label = 'Inscrire un appel (dans le corps)';
  const tried = lastTry(request, at);
  const duty = due(what, tried, 'takeDays', '#note', label, policy, true);
  return tried > at ? duty : { ...duty, due: now };
}

/** Who can't be written to is called; the note of a call says that it was tried. */
function lastTry({ notes }: Request, from: string): string {
  const noted = notes.at(-1)?.at ?? '';
  return noted > from ? noted : from;
}

/** The first question of a partner that no addendum followed. */
function owedToPartners(request: Request, { register, policy }: Office): DueDuty | undefined {
  const { reference, history, digest = '' } = request;
  const answered = standing(history).findLast((line) => line.kind === 'command-run' && isAddendum(line.line))?.at;
  const question = register.digests
    .get(digest)
    ?.answers.find(
      (answer) =>
        answer.reference === reference &&
        answer.interest === 'question' &&
        !answer.unproven &&
        answer.at > (answered ?? ''),
    );
  if (!question) return undefined;
  const [form] = addendaForms('');
  const duty = due('Répondre à la question d’un partenaire', question.at, 'takeDays', form.usage, form.label, policy);
  return { ...duty, ...form };
}

function isAddendum(line: string): boolean {
  return readLine(line).verb === addenda.names[0];
}

/** What was put off until a day is due from that day on, with the reason; the wait is over once somebody did something. */
function takenUp(duty: Duty, request: Request, office: Office): Duty {
  const { held } = request;
  if (!held) return duty;
  const { timeZone } = office.policy;
  const eve = momentAt(Temporal.PlainDate.from(held.until).subtract({ days: 1 }), '23:00', timeZone);
  if (!eve) throw new Error(`cannot find the eve of ${held.until} in ${timeZone}`);
  const over = actedSince(request, eve.getTime(), office);
  // The day itself, or the next one on which the house works.
  const day = addBusinessDays(eve, 1, timeZone);
  const why = over ? '' : ` (en attente jusqu’au ${dateInWords(held.until)}\u00A0: ${held.why})`;
  if (duty.kind === 'due') return { ...duty, what: `${duty.what}${why}`, due: duty.due > day ? duty.due : day };
  return over
    ? duty
    : { kind: 'due', what: `Reprendre la demande${why}`, due: day, usage: '#aide', label: 'Ce qui est possible' };
}

/** Whether a person did something about the request after that moment, or wrote a letter. */
function actedSince({ history, letters }: Request, moment: number, { register, policy: { staff } }: Office): boolean {
  const later = (at: string) => Date.parse(at) > moment;
  return (
    history.some(
      (line) => later(line.at) && line.kind !== 'command-run' && staff.some(({ id }) => id === line.author),
    ) ||
    letters.some((id) => register.letters.get(id)?.automatic === false && later(register.letters.get(id)?.at ?? ''))
  );
}

/** The one that is due first; what is waited for comes after all that is due. */
function soonest(duties: readonly (Duty | undefined)[]): Duty {
  const time = (duty: Duty) => (duty.kind === 'due' ? duty.due.getTime() : Number.POSITIVE_INFINITY);
  return duties.filter((duty) => duty !== undefined).reduce((first, duty) => (time(duty) < time(first) ? duty : first));
}

/** « 24 novembre » */
export function dayOf(moment: Date, { timeZone }: Policy): string {
  const { year, month, day } = localTime(moment, timeZone).toPlainDate();
  return dayText(new Date(year, month - 1, day, 12), 'fr', { day: 'numeric', month: 'long' });
}

function due(
  what: string,
  from: string,
  days: Exclude<keyof AgendaPolicy, 'at'>,
  usage: string,
  label: string,
  { agenda = usualAgenda, timeZone }: Policy,
  open = false,
): DueDuty {
  const by = addBusinessDays(new Date(from), agenda[days], timeZone);
  return { kind: 'due', what, due: by, usage, label, ...(open && { open }) };
}

function since({ since: at, receivedAt }: Request): string {
  return at ?? receivedAt;
}
