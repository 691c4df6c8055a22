import { header, type Mail } from '../mail/mail.ts';
import { applyEvents } from '../model/apply.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import type { Staff } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { hashCode, makeCode } from '../model/signature.ts';
import { authorityOf, claimant, lacks } from './authority.ts';
import { commandButtons, helpData } from './buttons.ts';
import type { Done } from './command.ts';
import { findCommand, fold, type Line, mostCommands, readSubject, type Subject } from './grammar.ts';
import { commands } from './index.ts';

export interface CommandMail {
  mail: Mail;
  /** What the person wrote, without quote and signature. */
  body: string;
  /** The request of the thread that the mail answers, if it answers one. */
  threadReference: string | undefined;
}

interface Answer {
  /** Who is on record for it: the staff id once the authority was enough. */
  author?: string;
  events: RegisterEvent[];
  letters: Letter[];
  why: string;
  reference?: string | undefined;
}

type Refusal = { refused: string; buttons?: LetterData['command-refused']['buttons'] };

/** Runs the commands of a staff mail, all or none, and answers them to the registered address. */
export function runCommands(carrier: CommandMail, register: Register, policy: Policy, now: Date): Answer {
  const { mail } = carrier;
  const subject = readSubject(mail.subject, policy.referencePrefix);
  const read = subject.lines.map((line) => line.line).join(' ');
  const person = claimant(mail, policy.staff);
  if (!person) return refuse(undefined, 'the From is not one registered staff address');
  const reference = subject.reference ?? carrier.threadReference;
  const plan = planAll(carrier, subject, reference, person, register, policy, now);
  if ('refused' in plan) return refuse(person, plan.refused, plan.buttons);
  return { ...plan, reference };

  function refuse(to: Staff | undefined, why: string, buttons: Refusal['buttons'] = []): Answer {
    const event = {
      kind: 'command-refused' as const,
      mail: mail.id,
      from: mail.from[0]?.address ?? '',
      line: read,
      why,
    };
    const letters = to ? [letterTo(to, mail, 'command-refused', { read: mail.subject, why, buttons })] : [];
    return { events: [event], letters, why: `command refused: ${why}` };
  }
}

function planAll(
  carrier: CommandMail,
  subject: Subject,
  reference: string | undefined,
  person: Staff,
  register: Register,
  policy: Policy,
  now: Date,
): Refusal | Omit<Answer, 'reference'> {
  const { mail, body, threadReference } = carrier;
  const request = reference === undefined ? undefined : register.requests.get(reference);
  if (subject.forwarded)
    return { refused: 'Un courriel transféré n’exécute jamais de commande : écrivez un nouveau message.' };
  if (subject.lines.length > mostCommands) return { refused: `Au plus ${mostCommands} commandes par courriel.` };
  if (reference !== undefined && !request) return { refused: `Le registre ne contient aucune demande ${reference}.` };
  if (threadReference !== undefined && subject.reference !== undefined && threadReference !== subject.reference)
    return { refused: `L’objet nomme ${subject.reference}, mais le fil est celui de ${threadReference}.` };

  const authority = authorityOf(mail, person, reference, register, policy, now);
  const confirmed =
    subject.lines.length === 1 ? confirmation(subject.lines[0], person, reference, register, now) : undefined;
  if (confirmed && 'refused' in confirmed) return confirmed;
  const lines = confirmed ? [confirmed.line] : subject.lines;

  const before = parentCommands(mail, register);
  const scratch = {
    ...register,
    years: new Map(),
    requests: new Map(request ? [[request.reference, structuredClone(request)]] : []),
  };
  const done: Done = { events: confirmed ? [{ kind: 'code-used', hash: confirmed.hash }] : [], lines: [], missing: [] };
  for (const line of lines) {
    const found = findCommand(line.verb, commands);
    if (!('command' in found)) {
      const buttons = commandButtons(found.suggestions, request, policy);
      return { refused: `« #${line.verb} » n’est pas une commande connue.`, buttons };
    }
    const { command } = found;
    if (before.includes(line.line))
      return { refused: `« ${line.line} » a déjà été exécutée dans le courriel précédent de ce fil.` };
    const lacking = lacks(authority, command.level);
    if (lacking) return { refused: lacking };
    const situation = {
      request: scratch.requests.get(reference ?? ''),
      register,
      policy,
      now,
      person,
      mail: mail.id,
      body,
    };
    const planned = command.plan(situation, line.words);
    if ('refused' in planned) {
      const legal = request
        ? commands.filter((other) => !other.statuses || other.statuses.includes(request.status))
        : commands;
      return { refused: planned.refused, buttons: commandButtons(legal, request, policy) };
    }
    if (planned.help) {
      const help = helpData(commands, request, policy);
      return { events: [], letters: [letterTo(person, mail, 'help', help, reference)], why: 'help' };
    }
    if (command.level === 'X' && !confirmed) {
      if (lines.length > 1 || !request) return { refused: `« ${line.line} » doit être la seule commande du courriel.` };
      return askForCode(line, planned, person, mail, request.reference, policy, now);
    }
    if (request) applyEvents(scratch, planned.events, { at: now.toISOString(), author: person.id, seq: 0 });
    done.events.push(...planned.events, {
      kind: 'command-run',
      mail: mail.id,
      person: person.id,
      line: line.line,
      reference,
    });
    done.lines.push(...planned.lines);
    if (planned.text) done.text = [done.text, planned.text].filter(Boolean).join('\n\n');
    if (planned.missing) done.missing = planned.missing;
  }
  const after = scratch.requests.get(reference ?? '');
  const next = commands.filter((command) => command.level !== 'R' && after && command.statuses?.includes(after.status));
  const data = {
    reference: reference ?? '',
    lines: done.lines,
    text: done.text ?? '',
    missing: done.missing ?? [],
    buttons: commandButtons(next, after, policy),
  };
  const why = lines.map((line) => line.line).join(' ');
  const letters = [letterTo(person, mail, 'command-done', data, reference)];
  return { author: person.id, events: done.events, letters, why };
}

/** D: the summary and the one-time code go to the registered address; whoever reads that mailbox may confirm. */
function askForCode(
  line: Line,
  planned: Done,
  person: Staff,
  mail: Mail,
  reference: string,
  policy: Policy,
  now: Date,
): Omit<Answer, 'reference'> {
  const code = makeCode(`${mail.id}/${line.line}`, policy.keys);
  const expires = new Date(now.getTime() + policy.codeMinutes * 60_000).toISOString();
  const summary = [
    ...planned.lines.map(({ what, after }) => `${what} : ${after}`),
    ...(planned.text?.split('\n') ?? []),
  ];
  const [button] = commandButtons([{ usage: `#confirmer ${code}`, label: 'Confirmer' }], { reference }, policy);
  if (!button) throw new Error(`cannot make the confirmation button of ${reference}`);
  const data = { reference, command: line.line, summary, code, expires, button };
  return {
    events: [{ kind: 'code-issued', hash: hashCode(code), person: person.id, reference, command: line.line, expires }],
    letters: [letterTo(person, mail, 'confirm', data, reference)],
    why: `${line.line} waits for its code`,
  };
}

/** The command that `#confirmer CODE` confirms; undefined when the line is another command. */
function confirmation(
  line: Line | undefined,
  person: Staff,
  reference: string | undefined,
  register: Register,
  now: Date,
): Refusal | { line: Line; hash: string } | undefined {
  if (!line || !['confirmer', 'confirm'].includes(fold(line.verb))) return undefined;
  const hash = hashCode(line.words);
  const code = register.codes.get(hash);
  if (!code || code.person !== person.id || code.reference !== reference)
    return { refused: `Le code « ${line.words} » n’est pas valable pour vous et pour cette demande.` };
  if (code.usedAt) return { refused: 'Ce code a déjà servi.' };
  if (Date.parse(code.expires) < now.getTime()) return { refused: 'Ce code est expiré : redemandez la commande.' };
  const [stored] = readSubject(code.command, code.reference.split('-')[0] ?? '').lines;
  if (!stored) throw new Error(`cannot read the stored command ${code.command}`);
  return { line: stored, hash };
}

/** Commands that the mail before this one in the thread has run: « Re: » carries them along in the subject. */
function parentCommands(mail: Mail, register: Register): readonly string[] {
  const [parent] = mail.inReplyTo;
  if (!parent) return [];
  const known = register.byMessageId.get(parent);
  const letter = known?.letter ? register.letters.get(known.letter) : undefined;
  const before = letter?.inReplyTo ? register.byMessageId.get(letter.inReplyTo) : known;
  return (before?.mail ? register.mails.get(before.mail)?.commands : undefined) ?? [];
}

function letterTo<N extends 'command-done' | 'command-refused' | 'confirm' | 'help'>(
  person: Staff,
  mail: Mail,
  name: N,
  data: LetterData[N],
  reference?: string,
): Letter {
  const thread = [...mail.references, ...(mail.messageId ? [mail.messageId] : [])];
  const to = { name: person.name, address: person.address };
  const letter = {
    name,
    data,
    to,
    languages: ['fr'] as const,
    thread,
    automatic: header(mail, 'auto-submitted') !== undefined,
  };
  return { ...letter, ...(reference !== undefined && { reference }) } as Letter;
}
