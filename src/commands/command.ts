import { z } from 'zod';
import type { Mail } from '../mail/mail.ts';
import type { AttachedFile } from '../model/event-parts.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Attachment, Letter } from '../model/letter.ts';
import type { Button } from '../model/letter-parts.ts';
import type { Staff } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Request, Status } from '../model/request.ts';
import { statusNames } from '../model/wording.ts';
import { withoutCourtesy } from './courtesy.ts';

/** R reads, W changes reversibly, S leaves the house, X goes to all or is final: each asks for more authority. */
export const levels = ['R', 'W', 'S', 'X'] as const;
export type Level = (typeof levels)[number];

/** Who gives a command, and how things stand; the request is the one that the subject or the thread names. */
export interface Position {
  request?: Request | undefined;
  register: Register;
  policy: Policy;
  now: Date;
  person: Staff;
}

/** What a command may look at. */
export interface Situation extends Position {
  /** SHA-256 of the mail that carries the command. */
  mail: string;
  /** That mail: its parts, its recipients. */
  carrier: Mail;
  /** What the person wrote in the body, without quote and signature. */
  body: string;
  /** What the person attached. */
  files: readonly AttachedFile[];
  /** Mails on record that a command wanted, by their ids; undefined where one cannot be read. */
  filed: ReadonlyMap<string, Mail | undefined>;
}

/** A command that can be done: its events, and the answer to the person in French. */
export interface Done {
  events: RegisterEvent[];
  lines: { what: string; before: string; after: string }[];
  text?: string;
  /** Lists below the text, each under its heading. */
  sections?: { title: string; lines: string[] }[];
  /** What the answer is, where nothing was changed: the subject of its letter. */
  title?: string;
  missing?: string[];
  /** What is to be decided next, before the usual commands. */
  buttons?: Button[];
  /** Letters that go out beside the answer to the person. */
  letters?: Letter[];
  /** Sent along with the answer. */
  attachments?: Attachment[];
  /** References in the order in which `text` numbers them. */
  listed?: string[];
  /** The request that the command made: what follows in the same mail is about it, and so is the answer. */
  reference?: string;
  /** True for the one verb that is answered with the help letter. */
  help?: true;
}

/** What a command has to read before it can be planned: the id of a mail on record. */
interface Wanting {
  wants: string;
}

/** Why a command can't be done, in French, for the person who gave it. */
export interface Refused {
  refused: string;
  /** What would do instead, before the usual commands. */
  buttons?: Button[];
}

/** `understood`: it came from its author, who is shown what is possible instead. */
export type Refusal = Refused & { understood?: { reference: string | undefined } };

/** A way to give a command, as a button writes it. */
export interface Form {
  /** What goes into the subject. */
  usage: string;
  label: string;
  /** What goes into the body. */
  body?: string;
  /** True where the person has something to write before it can be sent: the label says what, and where. */
  open?: true;
}

export interface Command {
  /** The French verb, then its aliases. */
  names: readonly [string, ...string[]];
  level: Level;
  /** As help prints it. */
  usage: string;
  summary: string;
  /** Statuses in which the command makes sense; none: all. */
  statuses?: readonly Status[];
  /** In other statuses: what to do instead. */
  instead?: Partial<Record<Status, string>>;
  /** True for what needs no request. */
  office?: true;
  /** What to do instead where no request is named, if there is anything. */
  unnamed?(register: Register): string | undefined;
  /** True for what a forwarded mail may run too. */
  forward?: true;
  /** True where a number may follow that is not that of a request in a list: a day, a mail. */
  ownNumber?: true;
  /** The ways to give it that make sense as things stand; `possible` tells which of them would be done. */
  forms(position: Position): readonly Form[];
  /** Why it would be refused whatever is written, in French; undefined when it may be done. */
  obstacle(position: Position): string | undefined;
  /** Plans the command; `words` is what follows the verb. */
  plan(situation: Situation, words: string): Done | Refused | Wanting;
}

export type RequestPosition = Position & { request: Request };
export type RequestSituation = Situation & { request: Request };

type Definition<S extends z.ZodType, P extends Position, A extends Situation> = Omit<
  Command,
  'plan' | 'forms' | 'obstacle'
> & {
  args: S;
  forms: readonly Form[] | ((position: P) => readonly Form[]);
  obstacle?(position: P): string | undefined;
  plan(situation: A, args: z.output<S>): Done | Refused | Wanting;
};

/**
 * A command about one request, which says everything about itself in one place; help is made from it.
 * @param definition.args - Reads what follows the verb; its messages answer the person, in French.
 */
export function defineCommand<S extends z.ZodType>(
  definition: Definition<S, RequestPosition, RequestSituation>,
): Command {
  const { args, plan, obstacle, forms, ...rest } = definition;
  const hinders = (position: Position) => {
    const { request, register } = position;
    if (!request)
      return [
        'Aucune demande n’est nommée : écrivez sa référence dans l’objet, ou répondez à un courriel du greffier.',
        rest.unnamed?.(register),
      ]
        .filter(Boolean)
        .join(' ');
    const { status } = request;
    if (rest.statuses && !rest.statuses.includes(status))
      return [
        `#${rest.names[0]} n’est pas possible : la demande est « ${statusNames[status]} ».`,
        rest.instead?.[status] ?? first[status],
      ]
        .filter(Boolean)
        .join(' ');
    return obstacle?.(position as RequestPosition);
  };
  return {
    ...rest,
    obstacle: hinders,
    forms: ({ request, ...position }) => (request ? formsAt(forms, { ...position, request }) : []),
    plan: (situation, words) => {
      const refused = hinders(situation);
      if (refused !== undefined) return { refused };
      const read = args.safeParse(words);
      if (!read.success) return { refused: read.error.issues.map((problem) => problem.message).join(' ') };
      // Without a request it was refused.
      return plan(situation as RequestSituation, read.data);
    },
  };
}

/** What comes before nearly everything else. */
const first: Partial<Record<Status, string>> = {
  quarantined: '« #rouvrir » l’accueille d’abord, ou « #indésirable » l’écarte.',
  dormant: '« #rouvrir » la reprend d’abord.',
  closed: '« #rouvrir » la reprend d’abord.',
};

/** A command of the office: it needs no request, and looks at one only if it is named. */
export function defineOfficeCommand<S extends z.ZodType>(definition: Definition<S, Position, Situation>): Command {
  const { args, plan, obstacle, forms, ...rest } = definition;
  return {
    ...rest,
    office: true,
    obstacle: (position) => obstacle?.(position),
    forms: (position) => formsAt(forms, position),
    plan: (situation, words) => {
      const refused = obstacle?.(situation);
      if (refused !== undefined) return { refused };
      const read = args.safeParse(words);
      if (!read.success) return { refused: read.error.issues.map((problem) => problem.message).join(' ') };
      return plan(situation, read.data);
    },
  };
}

/** What follows a verb that nothing follows: words that nobody reads may have meant something else. */
export const nothing = z.string().superRefine((words, context) => {
  if (/^[\p{P}\s]*$/u.test(withoutCourtesy(words))) return;
  const message = `« ${words} » est de trop : rien ne suit cette commande dans l’objet, et un courriel ne concerne qu’une demande.`;
  context.addIssue({ code: 'custom', message });
});

function formsAt<P>(forms: readonly Form[] | ((position: P) => readonly Form[]), position: P): readonly Form[] {
  return typeof forms === 'function' ? forms(position) : forms;
}
