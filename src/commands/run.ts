import { dateInDoubt, dateNotBelieved } from '../dissemination/time-jump.ts';
import type { Mail } from '../mail/mail.ts';
import { applyEvents } from '../model/apply.ts';
import type { AttachedFile } from '../model/event-parts.ts';
import type { RegisterEvent } from '../model/events.ts';
import { keptAs } from '../model/filing.ts';
import type { Letter } from '../model/letter.ts';
import type { Staff } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { changesBetween } from '../model/undo.ts';
import { ranBefore } from '../reception/copies.ts';
import { undoForm } from './annuler.ts';
import { underAnswerCeiling } from './answer-ceiling.ts';
import { addressLine, answeredTooOften, answerTo, refusedTooOften } from './answers.ts';
import { filesOf } from './attached-files.ts';
import { authorityOf, claimant, lacks, proven, staffNamed, wantsCode } from './authority.ts';
import { commandButtons } from './buttons.ts';
import { type Command, type Done, levels, type Refusal, type Situation } from './command.ts';
import { askForCode, asShown, confirmation, likeConfirm } from './confirm.ts';
import { isSilent, levelOf, outsiders, touched, withState } from './effects.ts';
import { byFirstName, findCommand, type Line, mostCommands, type Subject } from './grammar.ts';
import { commands } from './index.ts';
import { byNumber } from './numbered.ts';
import { refuse } from './refuse.ts';
import { saidIn } from './said.ts';
import { type Scratch, scratchRegister } from './scratch.ts';
import { carriedAlong, ofUnknownMail, ownSubject, passedOn } from './taken-over.ts';
import { unproven } from './unproven.ts';

export interface CommandMail {
  mail: Mail;
  /** What the person wrote, without quote and signature. */
  body: string;
  /** The request of the thread that the mail answers, if it answers one. */
  threadReference: string | undefined;
  /** Mails on record that were read for its commands. */
  filed?: Situation['filed'];
}

interface Answer {
  /** Who is on record for it: the staff id once the authority was enough. */
  author?: string;
  events: RegisterEvent[];
  letters: Letter[];
  why: string;
  reference?: string | undefined;
  /** Nothing is done before that mail on record is read. */
  wants?: string;
}

/** Runs the commands of a staff mail, all or none, and answers them to the registered address. */
export function runCommands(carrier: CommandMail, register: Register, policy: Policy, now: Date): Answer {
  const { mail } = carrier;
  const subject = ownSubject(mail, register, policy);
  const read = { mail, line: subject.lines.map((line) => line.line).join(' ') };
  const person = claimant(mail, policy.staff);
  if ('refused' in person) return refuse(read, staffNamed(mail, policy.staff), person, register, now);
  const plan = planAll(carrier, subject, person, register, policy, now);
  if ('refused' in plan) return refuse(read, person, plan, register, now);
  return { ...plan, letters: underAnswerCeiling(plan.letters, subject.lines, register, now) };
}

function planAll(
  carrier: CommandMail,
  subject: Subject,
  person: Staff,
  register: Register,
  policy: Policy,
  now: Date,
): Refusal | Answer {
  const { mail, threadReference } = carrier;
  if (ranBefore(mail, register)) return { refused: 'Ce courriel a déjà été exécuté : il est arrivé une seconde fois.' };
  if (ofUnknownMail(mail, register))
    return {
      refused:
        'L’objet répond à un courriel que le greffier n’a pas reçu : qui en a écrit la commande, il ne peut le savoir. Écrivez un nouveau message.',
    };
  if ((subject.forwarded || passedOn(mail, subject, policy)) && !forwards(subject))
    return { refused: 'Un courriel transféré n’exécute jamais de commande : écrivez un nouveau message.' };
  if (subject.lines.length > mostCommands) return { refused: `Au plus ${mostCommands} commandes par courriel.` };
  const inSubject = subject.reference === undefined ? undefined : keptAs(register, subject.reference);
  if (threadReference !== undefined && inSubject !== undefined && threadReference !== inSubject)
    return {
      refused: `L’objet nomme ${subject.reference}, mais le fil est celui de ${threadReference} : écrivez plutôt un nouveau message.`,
    };
  const rivals = subject.rivals.map((each) => keptAs(register, each)).filter((each) => each !== inSubject);
  // In a thread they are words of its subject.
  if (rivals.length > 0 && threadReference === undefined)
    return {
      refused: `L’objet nomme plusieurs demandes, ${[inSubject, ...new Set(rivals)].join(' et ')}, et un courriel n’en concerne qu’une : écrivez un courriel pour chacune.`,
    };
  const named = inSubject ?? threadReference;
  const numbered = named === undefined ? byNumber(subject.lines, mail, person, register, policy, now) : undefined;
  if (numbered && 'refused' in numbered) return numbered;
  const reference = named ?? numbered?.reference;
  if (reference !== undefined && !register.requests.has(reference))
    return { refused: `Le registre ne contient aucune demande ${reference}.` };

  const given = (numbered?.lines ?? subject.lines).map((line) => byFirstName(line, commands));
  const authorityOn = (about: string | undefined) => authorityOf(mail, person, about, register, policy, now);
  const shown = authorityOn(reference);
  const confirmed = given.length === 1 ? confirmation(given[0], person, reference, register, policy, now) : undefined;
  if (confirmed && 'refused' in confirmed) return confirmed;
  const authority = confirmed ? { ...shown, possession: levels } : shown;
  const run: Run = {
    person: confirmed?.person ?? person,
    mail,
    body: confirmed?.body ?? saidIn(carrier.body, person),
    files: confirmed?.files ?? filesOf(mail),
    filed: carrier.filed ?? new Map(),
    register,
    scratch: scratchRegister(register),
    reference,
    done: { events: confirmed ? [{ kind: 'code-used', hash: confirmed.hash }] : [], lines: [], letters: [] },
    policy,
    now,
  };
  const before = carriedAlong(mail, register, policy);
  const lines = confirmed ? [confirmed.line] : given;
  const bodyFor: { line: string; leaves: boolean }[] = [];
  for (const line of lines) {
    const found = findCommand(line.verb, commands);
    if (!('command' in found)) {
      const buttons = found.suggestions.flatMap((command) =>
        commandButtons(command.forms(situationOf(run)), requestOf(run), policy),
      );
      const instead = likeConfirm(line.verb)
        ? ' Pour confirmer\u00A0: « #confirmer CODE », seule commande du courriel.'
        : '';
      const refused = `« #${line.verb} » n’est pas une commande connue.${instead}`;
      return { refused, ...(proven(authority) && { understood: { reference }, buttons }) };
    }
    const { command } = found;
    if (before.includes(line.line))
      return { refused: `« ${line.line} » a déjà été exécutée dans le courriel précédent de ce fil.` };
    if (lines.some((other) => other !== line && other.line === line.line))
      return { refused: `« ${line.line} » figure deux fois dans l’objet.` };
    const lacking = lacks(authority, command.level);
    if (lacking) return unproven(lines, command.level, lacking, authority.verdict, run);
    if (!proven(authority, command.level) && answeredTooOften(person, register, now)) return { refused: withoutProof };
    let reads = false;
    const situation = {
      ...situationOf(run),
      get body() {
        reads = true;
        return run.body;
      },
    };
    const planned = command.plan(situation, line.words);
    if ('refused' in planned) return { ...planned, understood: { reference } };
    if ('wants' in planned) return { events: [], letters: [], why: 'reads a mail on record', wants: planned.wants };
    const level = levelOf(command, planned, policy);
    const unprovenNow = proven(authority, command.level) ? undefined : lacks(authority, level);
    if (unprovenNow) return unproven(lines, level, unprovenNow, authority.verdict, run);
    // A thread about one request proves nothing about another that the command changes.
    const beyond = confirmed ? [] : touched(planned, register).filter((other) => other !== reference);
    const beyondProof = beyond.some((other) => lacks(authorityOn(other), level) !== undefined);
    if (planned.help && lines.length > 1)
      return { refused: `« ${line.line} » doit être la seule commande du courriel.` };
    if (planned.help) {
      const help = { reference: reference ?? '', commands: [] };
      return { events: [], letters: [answerTo(person, mail, 'help', help, { reference })], why: 'help' };
    }
    const outside = outsiders(planned, policy);
    if (confirmed && !asShown(confirmed, planned, outside))
      return {
        refused: `Ce que « ${line.line} » ferait a changé depuis que le code a été envoyé : redonnez la commande, un autre code vous sera envoyé.`,
        understood: { reference },
      };
    if (reads) bodyFor.push({ line: line.line, leaves: outside.length > 0 });
    if (run.body && bodyFor.length > 1 && bodyFor.some(({ leaves }) => leaves)) {
      const both = bodyFor.map((reader) => `« ${reader.line} »`).join(' et ');
      return {
        refused: `Le texte du courriel ne sert qu’à une commande, et ${both} le prennent : écrivez deux courriels.`,
      };
    }
    if ((beyondProof || wantsCode(authority, level)) && !isSilent(planned) && !confirmed) {
      if (lines.length > 1) return { refused: `« ${line.line} » doit être la seule commande du courriel.` };
      // Whoever plays with a name gets its owner no more codes than refusals.
      if (level === 'S' && refusedTooOften(person, register, now)) return { refused: withoutProof };
      const asked = askForCode({ line, planned, person, mail, body: run.body, reference, level, outside }, policy, now);
      return 'refused' in asked ? asked : { ...asked, reference };
    }
    if (planned.events.some(setsLastDay) && dateInDoubt(register, policy, now))
      return { refused: dateNotBelieved, understood: { reference } };
    enter(planned, line, command, run, person);
  }
  return { ...answered(run, person), why: lines.map((line) => line.line).join(' ') };
}

/** What others read of it, as their last day, is counted from today. */
const setsLastDay = ({ kind }: RegisterEvent) =>
  kind === 'digest-planned' || kind === 'deadline-set' || kind === 'approval-asked';

const withoutProof = 'Trop de commandes sans preuve en une heure.';

/** One mail's commands while they are planned, one after the other. */
interface Run {
  person: Staff;
  mail: Mail;
  body: string;
  files: readonly AttachedFile[];
  filed: Situation['filed'];
  /** As it was before the mail. */
  register: Register;
  scratch: Scratch;
  reference: string | undefined;
  done: Done & { letters: Letter[] };
  policy: Policy;
  now: Date;
}

function situationOf(run: Run) {
  const { scratch: register, policy, now, person, mail, body, files, filed } = run;
  return { request: requestOf(run), register, policy, now, person, mail: mail.id, carrier: mail, body, files, filed };
}

function requestOf({ scratch, reference }: Run): Request | undefined {
  return reference === undefined ? undefined : scratch.requests.get(reference);
}

/** Takes a planned command into the mail's plan, with what it changed: that is how it is undone. */
function enter(planned: Done, line: Line, command: Command, run: Run, sender: Staff): void {
  const { register, scratch, person, mail, done, policy, now } = run;
  const before = structuredClone(new Map(scratch.looked));
  const status = requestOf(run)?.status;
  applyEvents(scratch, planned.events, { at: now.toISOString(), author: person.id, seq: 0 });
  for (const reference of scratch.looked.keys()) {
    const known = register.requests.get(reference);
    if (known && !before.has(reference)) before.set(reference, known);
  }
  const lines = withState(planned.lines, status, requestOf(run)?.status);
  const outside = outsiders(planned, policy);
  const reads = isSilent(planned);
  // What has left the house cannot be called back.
  const final = !reads && (outside.length > 0 || command.level === 'S' || command.level === 'X');
  const undoes = planned.events.some(({ kind }) => kind === 'command-undone');
  const changes = final || undoes ? [] : changesBetween(before, scratch.looked, run.reference);
  run.reference = planned.reference ?? run.reference;
  done.events.push(...planned.events, {
    kind: 'command-run',
    mail: mail.id,
    person: person.id,
    ...(sender.id !== person.id && { second: sender.id }),
    line: line.line,
    ...(run.reference !== undefined && { reference: run.reference }),
    ...(changes.length > 0 && { changes }),
    ...(final && { final }),
    ...((reads || undoes) && { nothingToUndo: true as const }),
  });
  done.letters.push(...(planned.letters ?? []));
  const sent = outside.map(({ to }) => ({ what: 'Lettre envoyée à', before: '', after: addressLine(to) }));
  done.lines.push(...lines, ...sent);
  if (planned.text) done.text = [done.text, planned.text].filter(Boolean).join('\n\n');
  if (planned.sections) done.sections = [...(done.sections ?? []), ...planned.sections];
  if (planned.title) done.title ??= planned.title;
  if (planned.missing) done.missing = planned.missing;
  if (planned.buttons) done.buttons = planned.buttons;
  if (planned.listed) done.listed = planned.listed;
  if (planned.attachments) done.attachments = [...(done.attachments ?? []), ...planned.attachments];
}

/** Done: what changed, who received what, what is still missing, and the way back. */
function answered(run: Run, reader: Staff): Omit<Answer, 'why'> {
  const { done, mail, reference, policy, person } = run;
  const request = requestOf(run);
  const undoable = done.events.findLast((event) => event.kind === 'command-run' && event.changes !== undefined);
  const undo = undoable?.kind === 'command-run' ? commandButtons([undoForm(undoable)], request, policy) : [];
  const data = {
    reference: reference ?? '',
    title: done.title ?? 'Réponse à votre commande',
    lines: done.lines,
    sections: done.sections ?? [],
    text: done.text ?? '',
    missing: done.missing ?? [],
    buttons: [...(done.buttons ?? []), ...undo.map((button) => ({ ...button, quiet: true as const }))],
  };
  const { attachments, listed } = done;
  const told = reader.id === person.id ? [person] : [reader, person];
  const letters = told.map((to) => answerTo(to, mail, 'command-done', data, { reference, attachments, listed }));
  return { author: person.id, events: done.events, letters: [...done.letters, ...letters], reference };
}

/** A forward runs nothing but what hands a mail on. */
function forwards(subject: Subject): boolean {
  return subject.lines.every((line) => {
    const found = findCommand(line.verb, commands);
    return 'command' in found && found.command.forward === true;
  });
}
