import { z } from 'zod';
import { bookMeeting } from '../clarification/meeting.ts';
import { cancelMeeting, declineCounter, moveMeeting } from '../clarification/meeting-change.ts';
import { withoutCourtesy } from '../clarification/moments.ts';
import { offerSlots, proposal } from '../clarification/offer.ts';
import { speaksOfDay } from '../clarification/slot-times.ts';
import { momentLine } from '../clarification/wording.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import { isOver } from '../model/meetings.ts';
import { nearest } from '../model/nearest.ts';
import { plain } from '../model/plain.ts';
import type { Request, Slot } from '../model/request.ts';
import { type Done, defineCommand, type Refused, type RequestSituation } from './command.ts';
import { fold } from './grammar.ts';
import { meetingForms } from './meeting-forms.ts';
import { noneFree, obstacleAt, slotsAt, warningsOf, when } from './meeting-times.ts';

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
  plan: (situation, written) => {
    const words = withoutCourtesy(written);
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

/** What may follow the verb: a way, in French or English, and its words. */
const ways: Readonly<Record<string, Way>> = Object.fromEntries(
  (
    [
      [propose, 'proposer', 'propose', 'offrir', 'offer'],
      [alone(cancel), 'annuler', 'cancel'],
      [confirm, 'confirmer', 'confirm', 'fixer', 'book', 'accepter', 'accept'],
      [postpone, 'reporter', 'deplacer', 'remettre', 'changer', 'postpone', 'move', 'reschedule', 'change'],
      [alone(refuse), 'refuser', 'decline', 'rejeter', 'reject'],
    ] as const
  ).flatMap(([way, ...names]) => names.map((name) => [name, way])),
);

/** What ignored a date behind it would do another thing than what is written. */
function alone(way: Way): Way {
  return (situation, words) =>
    words
      ? { refused: `« ${words} » n’a pas été compris : cette commande s’écrit sans date ni autre mot.` }
      : way(situation, words);
}

function propose(situation: RequestSituation, words: string): Done | Refused {
  const { request, policy, register, now } = situation;
  if (request.meeting)
    return {
      refused: `Une rencontre est déjà fixée (${when(request.meeting.start, situation)}) : #rencontre reporter ou #rencontre annuler.`,
    };
  const written = words ? slotsAt(words, situation) : undefined;
  if (written && 'refused' in written) return misread(words, request) ?? written;
  for (const slot of written?.slots ?? []) {
    // Whoever chose it would only hear that it is taken.
    const obstacle = obstacleAt(slot, situation);
    if (obstacle) return obstacle;
  }
  const slots = written?.slots ?? offerSlots(request, register, policy, now);
  if (slots.length === 0) return noneFree('proposez des dates, par exemple « #rencontre 2026-12-03 10 h »', situation);
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

/** What was probably meant by words that are no date; undefined when nothing tells. */
function misread(words: string, { slots }: Request): Refused | undefined {
  const number = /^(?:plage |slot )?(\d{1,2})$/.exec(fold(words))?.[1];
  if (slots.some((slot) => `${slot.number}` === number))
    return { refused: `« ${words} » : la plage ${number} se fixe par « #rencontre confirmer ${number} ».` };
  const [first = ''] = words.split(/\s+/);
  const meant = nearest(fold(first), Object.keys(ways));
  if (meant) return { refused: `« ${first} » n’a pas été compris : vouliez-vous écrire « #rencontre ${meant} »?` };
  if (/\d/.test(words) || speaksOfDay(plain(words))) return undefined;
  return {
    refused: `« ${words} » n’est ni une date ni l’un des mots proposer, confirmer, reporter, refuser, annuler.`,
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
  const { request, policy, now } = situation;
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
  const obstacle = obstacleAt(slot, situation);
  if (obstacle) return obstacle;
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
  if (slots.length === 0) return noneFree('reportez à une date, ou annulez', situation);
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
  const { request, policy, now } = situation;
  const { meeting } = request;
  if (!meeting) return none(situation);
  if (meeting.start === to.start && meeting.end === to.end)
    return { refused: `La rencontre est déjà fixée à ce moment (${when(to.start, situation)}).` };
  const obstacle = obstacleAt(to, situation);
  if (obstacle) return obstacle;
  const { events, letters } = moveMeeting(request, meeting, to, policy, [], now);
  return {
    events,
    letters: letters.map(asked),
    lines: [{ what: 'Rencontre', before: when(meeting.start, situation), after: when(to.start, situation) }],
    text: warningsOf([to], situation).join('\n'),
  };
}

function clarifying({ reference, status }: Request): RegisterEvent[] {
  if (status !== 'received' && status !== 'dormant') return [];
  return [{ kind: 'status-changed', reference, status: 'clarifying', why: 'staff proposed a meeting' }];
}

/** A person asked for it (RFC 3834, 5). */
function asked(letter: Letter): Letter {
  return { ...letter, automatic: false };
}
