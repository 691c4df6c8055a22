import type { RegisterEvent } from '../model/events.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { type Language, type Point, points, type Request } from '../model/request.ts';
import { pointTitles } from '../model/wording.ts';
import { cautions } from './cautions.ts';
import { readChoice } from './choice.ts';
import { listed } from './closed-lists.ts';
import { bookMeeting } from './meeting.ts';
import { booked, byLanguage, envelope, offerSlots, proposal, questionnaireButton } from './offer.ts';
import { questionLines, readAnswers } from './questionnaire.ts';

/** What the requester wrote back, read for the two things that the clerk understands: answers, and a slot. */
export interface Reply {
  /** SHA-256 of the mail. */
  mail: string;
  author: string;
  subject: string;
  /** Without quote and signature. */
  text: string;
  /** With the quote: answers may stand between the quoted questions. */
  wholeText: string;
  thread: readonly string[];
}

/** What was understood, in French, for staff; and at most one letter to the requester. */
export interface Understood {
  events: RegisterEvent[];
  letters: Letter[];
  what: string[];
  /** The slot that it names for certain, free or not. */
  chosen?: number;
}

/** Reads the reply: fills in points, books a slot, or offers others. An unsure choice is asked, never guessed. */
export function understand(reply: Reply, request: Request, register: Register, policy: Policy, now: Date): Understood {
  const answers = answersOf(reply, request.requester.name);
  const told = new Map<Point, string>(answers.map(({ point, value }) => [point, value]));
  const points: Understood = {
    events: answers.map((answer) => {
      const { point, value, applies } = answer;
      const { author, mail } = reply;
      return { kind: 'point-answered', reference: request.reference, point, value, applies, author, mail };
    }),
    letters: [],
    what: answers.map((answer) => {
      const inList = listed(answer);
      return `Précision reçue\u00A0: ${pointTitles.fr[answer.point].title}${inList ? ` (${inList})` : ''}`;
    }),
  };
  const known = withAnswers(request, answers, reply, now);
  const slot = choose(reply, known, register, policy, now);
  const letters =
    slot.letters.length > 0 || told.size === 0 ? slot.letters : [thanks(known, told, policy, reply.thread)];
  const { chosen } = slot;
  return {
    events: [...points.events, ...slot.events],
    letters,
    what: [...points.what, ...slot.what],
    ...(chosen !== undefined && { chosen }),
  };
}

function answersOf({ text, wholeText }: Reply, name: string) {
  const answers = readAnswers(withoutName(text, name));
  return answers.length > 0 ? answers : readAnswers(wholeText);
}

/** Many sign with their name alone, which no rule of signatures knows: the last answer must not end with it. */
function withoutName(text: string, name: string): string {
  const lines = text.trimEnd().split('\n');
  const signed = name !== '' && lines.at(-1)?.trim().toLowerCase() === name.toLowerCase();
  return signed ? lines.slice(0, -1).join('\n') : text;
}

function withAnswers(request: Request, answers: ReturnType<typeof readAnswers>, reply: Reply, now: Date): Request {
  const { author, mail } = reply;
  const told = answers.map(({ point, ...answer }) => [point, { ...answer, author, mail, at: now.toISOString() }]);
  return { ...request, points: { ...request.points, ...Object.fromEntries(told) } };
}

function choose(reply: Reply, request: Request, register: Register, policy: Policy, now: Date): Understood {
  const open = request.slots.filter((slot) => !slot.withdrawn && Date.parse(slot.start) > now.getTime());
  // Where the answers stand between the quoted questions, only the whole text shows that a number is one of them.
  const inline = readAnswers(reply.text).length === 0 && readAnswers(reply.wholeText).length > 0;
  const choice = readChoice(
    inline ? reply.wholeText : reply.text,
    reply.subject,
    request.slots,
    zonesOf(request, policy),
  );
  if (!choice) return { events: [], letters: [], what: [] };
  if (request.meeting) {
    // A change of a booked meeting is for people to settle.
    return { events: [], letters: [], what: ['La rencontre est déjà fixée; le demandeur parle d’une autre plage.'] };
  }
  switch (choice.kind) {
    case 'unsure':
      return {
        events: [],
        letters: [proposal(request, open, 'unsure', policy, reply.thread)],
        what: [`Plage non comprise : ${choice.why}`],
      };
    case 'none-fits':
      return others('none-fits', 'Aucune plage ne convient au demandeur.');
    case 'slot': {
      const slot = open.find(({ number }) => number === choice.number);
      if (!slot) return { ...others('taken', `La plage ${choice.number} n’est plus offerte.`), chosen: choice.number };
      const busy = [...booked(register, request.reference), ...(policy.meeting.busy?.times ?? [])];
      const meets = busy.some(({ start, end }) => start.toISOString() < slot.end && slot.start < end.toISOString());
      if (meets) return { ...others('taken', `La plage ${choice.number} est prise.`), chosen: choice.number };
      return {
        ...bookMeeting(request, slot, policy, reply.thread, now),
        what: [`Rencontre fixée : plage ${slot.number}`],
      };
    }
    default:
      return choice satisfies never;
  }

  function others(reason: LetterData['meeting-proposal']['reason'], what: string): Understood {
    // What does not suit is answered by other slots once; then people take over. Who was too late is offered others.
    if (reason === 'none-fits' && request.slots.length > policy.meeting.offered)
      return {
        events: [],
        letters: [proposal(request, [], reason, policy, reply.thread)],
        what: [what, 'À vous de proposer une date.'],
      };
    const slots = offerSlots(request, register, policy, now);
    if (slots.length === 0)
      return {
        events: [],
        letters: [proposal(request, [], reason, policy, reply.thread)],
        what: [what, 'Aucune autre plage commune : à vous de proposer.'],
      };
    return {
      events: [{ kind: 'slots-offered', reference: request.reference, slots }],
      letters: [proposal(request, slots, reason, policy, reply.thread)],
      what: [what, 'D’autres plages sont proposées.', ...cautions(slots, request.requester, policy.timeZone)],
    };
  }
}

function zonesOf({ requester }: Request, { timeZone }: Policy): string[] {
  return requester.timeZone ? [timeZone, requester.timeZone] : [timeZone];
}

function thanks(request: Request, told: ReadonlyMap<Point, string>, policy: Policy, thread: readonly string[]): Letter {
  const localised = byLanguage(request, (language: Language) => {
    const lines = questionLines(language, request.points);
    return {
      answered: lines.filter((_, index) => told.has(points[index] ?? 'needs')),
      missing: lines.filter((_, index) => request.points[points[index] ?? 'needs'] === undefined),
      answerAll: questionnaireButton(request, language, policy),
    };
  });
  const { reference, requester } = request;
  return { ...envelope(request, thread), name: 'questionnaire', data: { name: requester.name, reference, localised } };
}
