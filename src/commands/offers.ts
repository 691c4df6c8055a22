import { dutyOf } from '../agenda/duties.ts';
import type { Mail } from '../mail/mail.ts';
import { applyEvents } from '../model/apply.ts';
import { keptAs } from '../model/filing.ts';
import type { Letter, LetterData, LetterName } from '../model/letter.ts';
import type { Button } from '../model/letter-parts.ts';
import type { Plan } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { keyFor } from './authority.ts';
import { commandButtons, subjectOf, withKey } from './buttons.ts';
import type { Command, Form, Level, Position } from './command.ts';
import { confirmersOf } from './confirm.ts';
import { levelOf } from './effects.ts';
import { findCommand, readLine, readSubject } from './grammar.ts';
import { commands } from './index.ts';
import { scratchRegister, settled } from './scratch.ts';

/**
 * The plan with the buttons that staff finds in its letters: what each reader may do once the plan is carried out, and
 * nothing that would be refused.
 */
export function withOffers(plan: Plan, register: Register, policy: Policy, now: Date): Plan {
  if (!plan.letters.some(({ name }) => offers[name])) return plan;
  const scratch = scratchRegister(register);
  applyEvents(scratch, plan.events, { at: now.toISOString(), author: plan.author, seq: 0 });
  const after = settled(scratch);
  const letters = plan.letters.map((letter): Letter => {
    const offer = offers[letter.name] as Offer<LetterName> | undefined;
    const person = policy.staff.find(({ address }) => address === letter.to.address);
    if (!offer || !person) return letter;
    const request = requestIn(after, letter.reference);
    // The data is that of the name.
    return { ...letter, data: offer(letter.data, { request, register: after, policy, now, person }) } as Letter;
  });
  return { ...plan, letters };
}

/**
 * The level that has to be proven for the command, as the form writes it; undefined where it would not be done. Of what is
 * yet to be written, as far as one can know.
 */
function toProve(command: Command, form: Form, position: Position): Level | undefined {
  if (command.obstacle(position) !== undefined) return undefined;
  // What reads is never refused; what is yet to be written nobody knows.
  if (form.open || command.level === 'R') return command.level;
  const [line] = readSubject(subjectOf(form.usage, position.request), position.policy.referencePrefix).lines;
  if (!line) throw new Error(`cannot read the command of the button ${form.usage}`);
  const body = form.body ?? '';
  const situation = { ...position, mail: '', carrier: emptyMail, body, files: [], filed: noMails };
  const planned = command.plan(situation, line.words);
  if ('refused' in planned) return undefined;
  const level = 'wants' in planned ? command.level : levelOf(command, planned, position.policy);
  if (level === 'X' && confirmersOf(position.person, position.policy).length === 0) return undefined;
  // A letter to the requester waits for its code without proof; one to the partners does not go by a code alone.
  return command.level === 'S' ? level : command.level;
}

/** The commands that are possible for the person as things stand, each with the buttons that would be done. */
function moves(position: Position, wanted: (command: Command) => boolean): { command: Command; buttons: Button[] }[] {
  return commands.filter(wanted).flatMap((command) => {
    const buttons = command.forms(position).flatMap((form) => {
      const level = toProve(command, form, position);
      if (level === undefined) return [];
      return commandButtons([form], position.request, position.policy).map((button) => keyed(button, level, position));
    });
    return buttons.length > 0 ? [{ command, buttons }] : [];
  });
}

type Offer<N extends LetterName> = (data: LetterData[N], position: Position) => LetterData[N];

/** Which buttons each letter to staff has: those that it was planned with, as far as they hold, then the usual ones. */
const offers: { readonly [N in LetterName]?: Offer<N> } = {
  'new-request': (data, position) => ({ ...data, buttons: together(data.buttons, position) }),
  news: (data, position) => ({ ...data, buttons: together(data.buttons, position) }),
  'command-done': (data, position) => ({ ...data, buttons: together(data.buttons, position) }),
  'command-refused': (data, position) => ({
    ...data,
    // What came without proof is given back with its own key, and nothing else is shown.
    buttons: data.understood ? together(data.buttons, position) : data.buttons,
  }),
  summary: (data, position) => ({
    ...data,
    sections: data.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({ ...item, buttons: holding(item.buttons, position) })),
    })),
    buttons: holding(data.buttons, position),
  }),
  help: (data, position) => ({ ...data, commands: help(position) }),
  alarm: (data, position) => ({ ...data, buttons: holding(data.buttons, position) }),
  minutes: (data, position) => ({ ...data, buttons: holding(data.buttons, position) }),
};

function together(planned: readonly Button[], position: Position): Button[] {
  const first = holding(planned, position);
  const more = usual(position).filter((one) => !first.some((button) => alike(one, button)));
  const ahead = Math.max(0, foremost - first.length);
  return [...first, ...more.map((button, index): Button => (index < ahead ? button : { ...button, other: true }))];
}

/** Under the same words: one of them has more filled in, such as the question that is answered. */
function alike(one: Button, other: Button): boolean {
  if (one.href === other.href) return true;
  const [mine, theirs] = [one.command, other.command];
  return one.label === other.label && mine?.line === theirs?.line && mine?.reference === theirs?.reference;
}

/** Buttons that one takes in at a glance; the others stand in a list below them. */
const foremost = 6;

/** What is due, what else moves the request on, then what is always of use; without a request, what leads to one. */
function usual(position: Position): Button[] {
  const named = (...names: string[]) =>
    names.flatMap((wanted) => moves(position, ({ names: [name] }) => name === wanted));
  const { request } = position;
  const wanted = request
    ? [
        ...(request.proposed ? named('transfert') : []),
        ...moves(position, ({ statuses }) => statuses !== undefined),
        ...named('annuler', 'note'),
        ...named('statut'),
        ...named('aide'),
      ]
    : named('reprendre', 'liste', 'nouveau', 'aide');
  const duty = request && dutyOf(request, position.register, position.policy, position.now);
  const isDue = ({ command }: Button) => duty?.kind === 'due' && duty.usage === command?.line;
  const buttons = wanted.flatMap((move) => move.buttons);
  return [
    ...buttons.filter(isDue),
    ...buttons.filter((button) => !isDue(button)).map((button): Button => ({ ...button, quiet: true })),
  ];
}

/** Every command that is possible now. Without a request, those about one are named too: one cannot press them yet. */
function help(position: Position): LetterData['help']['commands'] {
  const { request, policy } = position;
  const shown = ({ usage, summary, level }: Command, buttons: Button[]) => ({ usage, summary, level, buttons });
  const about = ({ office, names: [name] }: Command) => !office || name === 'transfert';
  if (!request)
    return [
      ...moves(position, ({ office, names: [name] }) => office === true && name !== 'aide').map(
        ({ command, buttons }) => shown(command, buttons),
      ),
      ...commands.filter(({ office }) => !office).map((command) => shown(command, [])),
    ];
  const office = [{ usage: '#aide', label: 'Voir les commandes qui ne concernent aucune demande' }];
  return [
    ...moves(position, about).map(({ command, buttons }) => shown(command, buttons)),
    ...commands
      .filter(({ names: [name] }) => name === 'aide')
      .map((command) => shown(command, commandButtons(office, undefined, policy))),
  ];
}

function holding(buttons: readonly Button[], position: Position): Button[] {
  return buttons.flatMap((button) => {
    const { label, command } = button;
    if (!command) return [button];
    const found = findCommand(readLine(command.line).verb, commands);
    if (!('command' in found)) return [];
    const { line: usage, body, open } = command;
    const form = { usage, label, body, ...(open && { open }) };
    const about = { ...position, request: requestIn(position.register, command.reference) };
    const level = toProve(found.command, form, about);
    return level === undefined ? [] : [keyed(button, level, position)];
  });
}

/** With what the reader needs to press it. */
function keyed(button: Button, level: Level, { person, policy, now }: Position): Button {
  return withKey(button, keyFor(person, level, button.command?.reference, policy, now), policy);
}

function requestIn(register: Register, reference: string | undefined): Request | undefined {
  return reference === undefined ? undefined : register.requests.get(keptAs(register, reference));
}

const noMails: ReadonlyMap<string, undefined> = new Map();

/** The mail that a button opens, as far as commands look at it. */
const emptyMail: Mail = {
  id: '',
  size: 0,
  headers: [],
  from: [],
  replyTo: [],
  to: [],
  cc: [],
  subject: '',
  inReplyTo: [],
  references: [],
  text: '',
  parts: [],
  defects: [],
};
