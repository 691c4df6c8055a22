import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';

/** What was understood, in French, for staff; and at most one letter to the requester. */
export interface Understood {
  events: RegisterEvent[];
  letters: Letter[];
  what: string[];
  /** The same, true only once the letter has gone out. */
  offered?: string[];
  /** The slot that it names for certain, free or not. */
  chosen?: number;
  /** What staff may do about it, each the whole of a subject after the reference. */
  commands?: string[];
}

/** In which a mail speaks of slots. */
export interface Situation {
  request: Request;
  register: Register;
  policy: Policy;
  thread: readonly string[];
  now: Date;
  /** Weekdays on which the requester says, in this mail, that they cannot meet. */
  weekdays?: readonly number[];
  /** Whether this mail names days, and none of them is that of the meeting. */
  anotherDay?: boolean;
}

/** Another meeting is for people to propose. */
export const afterwards: Understood = {
  events: [],
  letters: [],
  what: [
    'La rencontre a eu lieu, selon l’agenda; le demandeur parle d’une autre date. «\u00A0#rencontre\u00A0» en propose une.',
  ],
};
