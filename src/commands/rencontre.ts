import { z } from 'zod';
import { cautions, oddities } from '../clarification/cautions.ts';
import { bookMeeting } from '../clarification/meeting.ts';
import { cancelMeeting, declineCounter, moveMeeting } from '../clarification/meeting-change.ts';
import { readMoments } from '../clarification/moments.ts';
import { booked, nextNumber, offerSlots, proposal, timesToAvoid } from '../clarification/offer.ts';
import { overlap, widened } from '../clarification/slots.ts';
import { momentLine } from '../clarification/wording.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import { isOver } from '../model/meetings.ts';
import type { Request, Slot } from '../model/request.ts';
import { type Done, defineCommand, type Refused, type RequestSituation } from './command.ts';
import { fold } from './grammar.ts';
import { meetingForms } from './meeting-forms.ts';

type Way = (situation: RequestSituation, words: string) => Done | Refused;

export const rencontre = defineCommand({
  names: ['rencontre', 'meeting'],
  level: 'S',
  usage: '#rencontre 2026-12-03 10 h; jeudi 14 h 30',
  ownNumber: true,
  forms: ({ request, now }) => meetingForms(request, now),
  summary:
    'Propose des plages au demandeur : libres, ou celles que vous écrivez (« 2026-12-03 10 h; jeudi 14 h 30 »). Aussi : confirmer, refuser, reporter, annuler.',
  statuses: ['received', 'clarifying', 'categorised', 'complete', 'disseminated', 'dormant'],
  args: z.string(),
  obstacle: ({ request }) => (request.requester.address ? undefined : 'Le demandeur n’a pas d’adresse connue.'),
  plan: (situation, words) => {
    const [first = '', ...others] = words.split(/\s+/);
    const way = ways[fold(first)];
    const { request, ...rest } = situation;
    const { meeting } = request;
    if (!meeting || !isOver(meeting, rest.now))
      return way ? way(situation, others.join(' ')) : propose(situation, words);
    // The next look at the agenda enters that it is over; whoever is quicker need not wait.
    const after = {
      ...request,
      met: meeting,
      slots: request.slots.map((slot) => ({ ...slot, withdrawn: true as const })),
    };
    delete after.meeting;
    const done = (way ?? propose)({ ...rest, request: after }, way ? others.join(' ') : words);
    if ('refused' in done) return done;
    return { ...done, events: [{ kind: 'meeting-held', reference: request.reference }, ...done.events] };
  },
});

const ways: Readonly<Record<string, Way>> = {
  proposer: (situation, words) => propose(situation, words),
  propose: (situation, words) => propose(situation, words),
  annuler: cancel,
  cancel,
  confirmer: confirm,
  confirm,
  reporter: postpone,
  postpone,
  move: postpone,
  refuser: refuse,
  decline: refuse,
};

function propose(situation: RequestSituation, words: string): Done | Refused {
  const { request, policy, register, now } = situation;
  if (request.meeting)
    return {
      refused: `Une rencontre est déjà fixée (${when(request.meeting.start, situation)}) : #rencontre reporter ou #rencontre annuler.`,
    };
  const written = words ? slotsAt(words, situation) : undefined;
  if (written && 'refused' in written) return written;
  const slots = written?.slots ?? offerSlots(request, register, policy, now);
  if (slots.length === 0)
    return {
      refused:
        'Aucune plage libre ne convient aux deux endroits : proposez des dates, par exemple « #rencontre 2026-12-03 10 h ».',
    };
  const offered = { ...request, slots: [...request.slots, ...slots] };
  return {
    events: [...clarifying(request), { kind: 'slots-offered', reference: request.reference, slots }],
    letters: [asked(proposal(offered, slots, 'offered', policy, []))],
    lines: slots.map((slot) => ({
      what: `Plage ${slot.number} proposée`,
      before: '',
      after: when(slot.start, situation),
    })),
    text: warningsOf(slots, situation).join('\n'),
  };
}

function cancel(situation: RequestSituation): Done | Refused {
  const { request, policy, now, person } = situation;
  if (!request.meeting) return none(situation);
  const { start } = request.meeting;
  const { events, letters } = cancelMeeting(
    request,
    request.meeting,
    `${person.id} cancelled it`,
    undefined,
    policy,
    [],
    now,
  );
  return {
    events,
    letters: letters.map(asked),
    lines: [{ what: 'Rencontre', before: when(start, situation), after: 'annulée, dans les deux agendas' }],
  };
}

/** The other time that was proposed by calendar; or the slot, or the date, that was agreed on by telephone. */
function confirm(situation: RequestSituation, words: string): Done | Refused {
  const { request, policy, register, now } = situation;
  if (!words) {
    const { meeting } = request;
    if (!meeting?.counter)
      return {
        refused:
          'Aucune autre date n’a été proposée : écrivez « #rencontre confirmer » et la date, ou le numéro de la plage.',
      };
    return moved(situation, meeting.counter);
  }
  const number = /^(?:plage |slot )?(\d{1,2})$/.exec(fold(words))?.[1];
  const offered = number ? request.slots.find((slot) => slot.number === Number(number) && !slot.withdrawn) : undefined;
  if (request.meeting && offered && request.chosen?.number === offered.number) return moved(situation, offered);
  if (request.meeting) return { refused: 'Une rencontre est déjà fixée : #rencontre reporter et la nouvelle date.' };
  if (number && !offered) return { refused: `La plage ${number} n’a pas été offerte, ou ne l’est plus.` };
  const agreed = offered ? { slots: [offered] } : slotsAt(words, situation);
  if ('refused' in agreed) return agreed;
  const [slot, ...more] = agreed.slots;
  if (!slot || more.length > 0) return { refused: 'Confirmez une seule date.' };
  const free = freeAt(slot, situation);
  if (free) return free;
  const known: RegisterEvent[] = offered
    ? []
    : [{ kind: 'slots-offered', reference: request.reference, slots: [slot] }];
  const { events, letters } = bookMeeting(request, slot, policy, [], now);
  return {
    events: [...clarifying(request), ...known, ...events],
    letters: letters.map(asked),
    lines: [{ what: 'Rencontre', before: '—', after: when(slot.start, situation) }],
    text: warningsOf([slot], situation).join('\n'),
  };

  function freeAt({ start, end }: Slot, { request: { reference } }: RequestSituation): Refused | undefined {
    const meets = booked(register, now, reference).some(
      (other) => other.start.toISOString() < end && start < other.end.toISOString(),
    );
    if (meets) return { refused: `Une autre rencontre est fixée ${when(start, situation)}.` };
    return Date.parse(start) <= now.getTime() ? { refused: `${when(start, situation)} est passé.` } : undefined;
  }
}

/** The other time that was proposed by calendar does not suit: the meeting stays. */
function refuse({ request, policy, now }: RequestSituation): Done | Refused {
  const { meeting } = request;
  const { counter } = meeting ?? {};
  if (!meeting || !counter)
    return { refused: 'Aucune autre date n’a été proposée : « #rencontre annuler » annule la rencontre.' };
  const { events, letters } = declineCounter(request, meeting, counter, policy, [], now);
  const kept = momentLine(new Date(meeting.start), 'fr', policy.timeZone);
  return {
    events,
    letters: letters.map(asked),
    lines: [
      { what: 'Date proposée', before: momentLine(new Date(counter.start), 'fr', policy.timeZone), after: 'refusée' },
    ],
    text: `La rencontre reste fixée : ${kept}.`,
  };
}

function none(situation: RequestSituation): Refused {
  const { met } = situation.request;
  const why = met ? `La rencontre est passée (${when(met.start, situation)})` : 'Aucune rencontre n’est fixée';
  return { refused: `${why} : #rencontre en propose une${met ? ' autre' : ''}.` };
}

/** To a date; without one, the meeting is called off and other slots are proposed in the same letter. */
function postpone(situation: RequestSituation, words: string): Done | Refused {
  const { request, policy, register, now, person } = situation;
  const { meeting } = request;
  if (!meeting) return none(situation);
  if (words) {
    const to = slotsAt(words, situation);
    if ('refused' in to) return to;
    const [slot, ...more] = to.slots;
    if (!slot || more.length > 0)
      return { refused: 'Reportez à une seule date, ou écrivez « #rencontre reporter » pour en proposer plusieurs.' };
    return moved(situation, slot);
  }
  const slots = offerSlots(request, register, policy, now);
  if (slots.length === 0)
    return { refused: 'Aucune autre plage libre ne convient aux deux endroits : reportez à une date, ou annulez.' };
  const others = { slots, reason: 'moved' as const };
  const { events, letters } = cancelMeeting(request, meeting, `${person.id} postponed it`, others, policy, [], now);
  return {
    events,
    letters: letters.map(asked),
    lines: [
      { what: 'Rencontre', before: when(meeting.start, situation), after: 'annulée, dans les deux agendas' },
      ...slots.map((slot) => ({
        what: `Plage ${slot.number} proposée`,
        before: '',
        after: when(slot.start, situation),
      })),
    ],
    text: warningsOf(slots, situation).join('\n'),
  };
}

function moved(situation: RequestSituation, to: Pick<Slot, 'start' | 'end'>): Done | Refused {
  const { request, policy, register, now } = situation;
  const { meeting } = request;
  if (!meeting) return none(situation);
  if (Date.parse(to.start) <= now.getTime()) return { refused: `${when(to.start, situation)} est passé.` };
  const others = booked(register, now, request.reference);
  if (others.some(({ start, end }) => start.toISOString() < to.end && to.start < end.toISOString()))
    return { refused: `Une autre rencontre est fixée ${when(to.start, situation)}.` };
  const { events, letters } = moveMeeting(request, meeting, to, policy, [], now);
  return {
    events,
    letters: letters.map(asked),
    lines: [{ what: 'Rencontre', before: when(meeting.start, situation), after: when(to.start, situation) }],
    text: warningsOf([to], situation).join('\n'),
  };
}

/** The dates that staff wrote, as slots of the request; people may go outside the hours, and are told. */
function slotsAt(words: string, situation: RequestSituation): { slots: Slot[] } | Refused {
  const { request, policy, now } = situation;
  const read = readMoments(words, now, policy.timeZone);
  if ('refused' in read) return read;
  const first = nextNumber(request);
  return {
    slots: read.moments.map((moment, index) => ({
      number: first + index,
      start: moment.toISOString(),
      end: new Date(moment.getTime() + policy.meeting.minutes * 60_000).toISOString(),
      written: true as const,
    })),
  };
}

/** What a person may well have meant, and should know: the host is busy then, or the requester's place is at rest. */
function warningsOf(slots: readonly Pick<Slot, 'start' | 'end'>[], situation: RequestSituation): string[] {
  const { request, register, policy, now } = situation;
  const { bufferMinutes = 0, busy } = policy.meeting;
  const others = timesToAvoid(request.reference, register, policy, now);
  const meets = (slot: Pick<Slot, 'start' | 'end'>, minutes: number) => {
    const wanted = { start: new Date(slot.start), end: new Date(slot.end) };
    return others.some((other) => overlap(wanted, widened(other, minutes)));
  };
  return [
    ...(busy && busy.unread.length > 0
      ? ['Attention : un agenda de l’hôte n’a pas pu être lu; vérifiez qu’il est libre.']
      : []),
    ...slots.flatMap((slot) => {
      const at = when(slot.start, situation);
      if (meets(slot, 0)) return [`Attention : ${at} est occupé, ou offert à un autre demandeur.`];
      return meets(slot, bufferMinutes)
        ? [`Attention : ${at} laisse moins de ${bufferMinutes} minutes avec ce qui précède ou suit dans l’agenda.`]
        : [];
    }),
    ...cautions(slots, request.requester, policy.timeZone),
    ...slots.flatMap((slot) => oddities(slot, request.requester, policy)),
  ];
}

function clarifying({ reference, status }: Request): RegisterEvent[] {
  if (status !== 'received' && status !== 'dormant') return [];
  return [{ kind: 'status-changed', reference, status: 'clarifying', why: 'staff proposed a meeting' }];
}

function when(start: string, { policy }: RequestSituation): string {
  return momentLine(new Date(start), 'fr', policy.timeZone);
}

/** A person asked for it (RFC 3834, 5). */
function asked(letter: Letter): Letter {
  return { ...letter, automatic: false };
}
