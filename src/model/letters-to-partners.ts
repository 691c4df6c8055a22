import type { Button } from './letter-parts.ts';
import type { Category, Notice, Point } from './request.ts';

/** The data of the letters to partners. */
export interface PartnerLetters {
  /** To every partner, each in its own envelope, the same for all. */
  digest: {
    category: Category;
    /** « partie 1 de 2 »; empty when there is one only. */
    numbered: string;
    answerDays: number;
    /** Less than the usual time, since an outside deadline leaves no more. */
    shorter: boolean;
    /** The last moment to answer as it stands when the digest is sent, ISO 8601. */
    answerBy: string;
    notices: {
      notice: Notice;
      title: string;
      country: string;
      /** Who asks, in words; empty when it is not known. */
      kind: string;
      /** The requester's own last day in words; empty when there is none. */
      deadline: string;
      /** « Ama Boateng, aboateng@tgtu.example »; empty without consent. */
      contact: string;
      points: { point: Point; title: string; value: string }[];
      interest: Button;
      question: Button;
      noInterest: Button;
    }[];
  };
  /** To every partner that was served: what changes in a digest. */
  addendum: {
    category: Category;
    what: 'deadline' | 'correction' | 'answer' | 'closed' | 'reopened';
    /** The time to answer is over. */
    over: boolean;
    /** The last moment to answer, as it stands now, ISO 8601. */
    deadline: string;
    items: { reference: string; title: string; parts: { title: string; value: string }[] }[];
  };
  /** To a partner that has not answered everything, some days before the deadline. */
  reminder: {
    category: Category;
    deadline: string;
    notices: { reference: string; title: string; interest: Button; question: Button; noInterest: Button }[];
  };
  /** To every partner that was served, after the deadline: who takes an interest in what. */
  result: {
    category: Category;
    deadline: string;
    /** An answer that came in time was read or confirmed only after the result. */
    completed: boolean;
    notices: { reference: string; title: string; interested: string[] }[];
  };
  /** To every partner, after a month without a digest. */
  'sign-of-life': {
    month: string;
    /** A digest was due that month, and did not go out at its time. */
    missed: boolean;
    /** Something is released that no digest has carried yet. */
    waits: boolean;
  };
  /** To a partner: what was recorded of its mail, and whether that came after the deadline. */
  'interest-recorded': {
    partner: string;
    answers: { reference: string; title: string; answer: string }[];
    asks: boolean;
    late: boolean;
    /** It came after the deadline as it was announced, and while that may still be extended. */
    provisional: boolean;
  };
  /** To a partner in whose name a mail came that may be anybody's: it counts once it is confirmed. */
  'answer-confirm': {
    partner: string;
    answers: { reference: string; title: string; answer: string }[];
    late: boolean;
  };
  /** To a partner whose mail can be read in several ways: the buttons once more. */
  'answer-unclear': {
    partner: string;
    /** Address of somebody of the house who answered in the contact's place; empty when the contact did. */
    colleague: string;
    notices: {
      reference: string;
      title: string;
      deadline: string;
      interest: Button;
      question: Button;
      noInterest: Button;
    }[];
  };
  /** To an address that is named as an institution's first contact: it confirms itself by answering. */
  'contact-confirm': { name: string; partner: string };
  /** To who was asked to confirm an address, or an answer, and whose words may be read in several ways. */
  'confirmation-unclear': { partner: string; answer: boolean };
  /** To the new address and to the one before. */
  'contact-changed': { partner: string; before: string; after: string };
  /**
   * To a person who does not want the digest any more, and to who has it in its place; `substitute` is empty when nobody
   * is left.
   */
  'contact-stopped': { address: string; partner: string; substitute: string; takesOver: boolean };
  /** To a person who has the digest again. */
  'contact-resumed': { address: string; partner: string };
  /** To a contact whose mail may ask for no more digests. */
  'leaving-unclear': { address: string; partner: string; leave: Button };
}
