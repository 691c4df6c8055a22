import type { Button, ByLanguage, QuestionLine, SlotLine } from './letter-parts.ts';

/** The data of the letters to requesters. */
export interface RequesterLetters {
  /** To the requester, once, when a request was registered. */
  acknowledgement: {
    name: string;
    reference: string;
    subject: string;
    /** To whom the letter went, when this is the copy of whoever passed the request on; else empty. */
    copyFor: string;
    /** What of the first mail could not be read, and is asked for in another form. */
    winmail: boolean;
    sealed: boolean;
    /** `hinted`: some of the answers shown are what the first mail seems to say. */
    localised: ByLanguage<{ hinted: boolean; questions: QuestionLine[]; slots: SlotLine[]; answerAll: Button }>;
  };
  /** To who seems to ask for itself alone, instead of the acknowledgement: nothing is asked, and nothing promised. */
  orientation: {
    name: string;
    reference: string;
    subject: string;
    /** Where to turn instead; may be empty. */
    elsewhere: readonly string[];
  };
  /** To the requester: new slots, when the one chosen is gone or the choice was not understood. */
  'meeting-proposal': {
    name: string;
    reference: string;
    reason:
      | 'taken'
      | 'late'
      | 'unsure'
      | 'slot-or-point'
      | 'none-fits'
      | 'offered'
      | 'declined'
      | 'moved'
      | 'called-off';
    /** `standing`: when a meeting is, at both places, that stands until another slot is chosen; else empty. */
    localised: ByLanguage<{ slots: SlotLine[]; standing: string; standingThere: string }>;
  };
  /** To the requester: the slot was chosen, and a person confirms it. */
  'meeting-awaited': {
    name: string;
    reference: string;
    subject: string;
    localised: ByLanguage<{ when: string; whenThere: string; standing: string; standingThere: string }>;
  };
  /** To the requester and to the host, with the invitation attached. */
  'meeting-confirmed': {
    name: string;
    reference: string;
    subject: string;
    /** With whom the host meets; empty in the letter to the requester. */
    requester: string;
    location: string;
    localised: ByLanguage<{ when: SlotLine['house']; whenThere: string; missing: string[] }>;
  };
  /** To the requester and to the host, with the changed invitation or the cancellation attached. */
  'meeting-changed': {
    name: string;
    reference: string;
    subject: string;
    /** With whom the host meets; empty in the letter to the requester. */
    requester: string;
    location: string;
    change: 'moved' | 'cancelled' | 'closed';
    localised: ByLanguage<{ when: string; whenThere: string; before: string; beforeThere: string; missing: string[] }>;
  };
  /** To whoever proposed another time by calendar: it does not suit, and the meeting stays as it was. */
  'meeting-kept': {
    name: string;
    reference: string;
    subject: string;
    location: string;
    localised: ByLanguage<{ when: string; whenThere: string; proposed: string }>;
  };
  /** To the requester, the day before the meeting. */
  'meeting-reminder': {
    name: string;
    reference: string;
    subject: string;
    location: string;
    localised: ByLanguage<{ when: string; whenThere: string; missing: string[] }>;
  };
  /** To the requester: no answer so far. */
  'follow-up': {
    name: string;
    reference: string;
    subject: string;
    last: boolean;
    localised: ByLanguage<{ missing: QuestionLine[]; slots: SlotLine[]; answerAll: Button }>;
  };
  /** To the requester: still no answer; the request rests until one comes. */
  dormant: { name: string; reference: string; subject: string; localised: ByLanguage<{ answerAll: Button }> };
  /** To the requester: thanks for the answers, and what is still open. */
  questionnaire: {
    name: string;
    reference: string;
    localised: ByLanguage<{ answered: QuestionLine[]; missing: QuestionLine[]; answerAll: Button }>;
  };
  /** To the requester: the request is closed, why, and what staff adds. */
  closed: {
    name: string;
    reference: string;
    subject: string;
    signature: string;
    /** Where to turn instead; none unless it is directed elsewhere. */
    elsewhere: readonly string[];
    /** `text` is what a person wrote; beside it, in the other languages, where that stands. */
    localised: ByLanguage<{ outcome: string; text: string }>;
  };
  /** To the requester and to those who get a copy: what a person of the house wrote. */
  reply: {
    reference: string;
    subject: string;
    text: string;
    person: string;
    copies: string;
    /** The mail that is answered, quoted below the letter; the shell reads its text from the archive. */
    original?: { mail: string; at: string; author: string; text: string };
  };
  /** To the requester: the exact text of the notice, for approval. */
  approval: {
    name: string;
    reference: string;
    subject: string;
    /** ISO 8601. */
    until: string;
    organisation: string;
    /** Name and address as the notice holds them; empty without consent. */
    contact: string;
    /** The same as it would hold them; empty when consent is given already. */
    asked: string;
    localised: ByLanguage<{
      country: string;
      kind: string;
      /** The requester's own last day in words; empty when there is none. */
      deadline: string;
      points: { title: string; value: string }[];
      yes: Button;
      /** Yes to the text, and to the contact in it. */
      share: Button;
      corrections: Button;
    }>;
  };
  /** To the requester, who may have taken the consent back: the contact is hidden, and how it is shown again. */
  'contact-withheld': { name: string; reference: string; subject: string };
  /** To the requester, after the deadline: all interest at once. */
  introduction: {
    name: string;
    reference: string;
    subject: string;
    partners: { name: string; contact: string }[];
    /** It takes the place of one that was sent before. */
    completed: boolean;
  };
}
