import { createHash } from 'node:crypto';
import type { Mail } from '../mail/mail.ts';
import type { AttachedFile } from '../model/event-parts.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import { distance } from '../model/nearest.ts';
import { type Staff, staffWith } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Code } from '../model/records.ts';
import { codesOfDay, type Register } from '../model/register.ts';
import { hashCode, makeCode } from '../model/signature.ts';
import { addressLine, answerTo } from './answers.ts';
import { filesOf, goingAlong } from './attached-files.ts';
import { commandButtons } from './buttons.ts';
import type { Done, Level, Refusal, Refused } from './command.ts';
import { fold, type Line, readLine } from './grammar.ts';

/** A command that waits for its code. */
interface Waiting {
  line: Line;
  planned: Done;
  person: Staff;
  mail: Mail;
  body: string;
  reference: string | undefined;
  level: Level;
  /** Letters that leave the house when it is confirmed. */
  outside: readonly Letter[];
}

/** What a code confirms. */
interface Confirmed {
  line: Line;
  hash: string;
  body: string;
  files: readonly AttachedFile[];
  person: Staff;
  shown: string | undefined;
}

/**
 * D: the summary and the one-time code go to the registered address; whoever reads that mailbox may confirm. Where two
 * people are wanted for what is beyond recall (X), the code goes to the others who may.
 */
export function askForCode(
  { line, planned, person, mail, body, reference, level, outside }: Waiting,
  policy: Policy,
  now: Date,
): Refused | { events: RegisterEvent[]; letters: Letter[]; why: string } {
  const second = policy.secondPerson && level === 'X';
  const files = filesOf(mail);
  const confirmers = second ? confirmersOf(person, policy) : [person];
  if (confirmers.length === 0) return { refused: 'Une seconde personne doit confirmer, et il n’y en a pas d’autre.' };
  const expires = new Date(now.getTime() + policy.codeMinutes * 60_000).toISOString();
  const would = effectsOf(planned, outside, files);
  const summary = [...(second ? [`À la demande de ${person.name}`] : []), ...would];
  const text = outside.length > 0 ? body : '';
  const asked = confirmers.map((confirmer) => {
    const code = codeFor(mail.id, line.line, confirmer, policy);
    const request = reference === undefined ? undefined : { reference };
    const [button] = commandButtons([{ usage: `#confirmer ${code}`, label: 'Confirmer' }], request, policy);
    if (!button) throw new Error(`cannot make the confirmation button of ${line.line}`);
    const event: RegisterEvent = {
      kind: 'code-issued',
      hash: hashCode(code),
      person: confirmer.id,
      reference: reference ?? '',
      command: line.line,
      expires,
      shown: hashText(would.join('\n')),
      ...(body && { body }),
      ...(files.length > 0 && { files }),
      ...(confirmer.id !== person.id && { onBehalf: person.id }),
    };
    const data = {
      reference: reference ?? '',
      final: level !== 'W',
      command: line.line,
      summary,
      text,
      code,
      expires,
      button,
    };
    return { event, letter: answerTo(confirmer, mail, 'confirm', data, { reference }) };
  });
  return {
    events: asked.map(({ event }) => event),
    letters: asked.map(({ letter }) => letter),
    why: `${line.line} waits for its code`,
  };
}

/** The code that confirms the command of that mail: the same each time. */
export function codeFor(mail: string, command: string, { id }: Staff, { keys }: Policy): string {
  return makeCode(`${mail}/${command}/${id}`, keys);
}

const hashText = (text: string) => createHash('sha256').update(text).digest('hex');

function effectsOf(planned: Done, outside: readonly Letter[], files: readonly AttachedFile[]): string[] {
  return [
    ...planned.lines.map(({ what, after }) => `${what} : ${after}`),
    ...(planned.text ? planned.text.split('\n') : []),
    ...outside.map(({ to }) => `Lettre à\u00A0: ${addressLine(to)}`),
    ...goingAlong(files).map(({ filename }) => `Pièce jointe\u00A0: ${filename}`),
  ];
}

/** Whether the command would do now what the person read when the code was sent: a code confirms nothing else. */
export function asShown({ shown, files }: Confirmed, planned: Done, outside: readonly Letter[]): boolean {
  return shown === undefined || shown === hashText(effectsOf(planned, outside, files).join('\n'));
}

/** Who may confirm what the person asks for: that person, or the others where two people are wanted. */
export function confirmersOf(person: Staff, { staff, secondPerson }: Policy): Staff[] {
  return secondPerson ? staffWith(staff, 'approver', 'officer').filter(({ id }) => id !== person.id) : [person];
}

/** « confirmer », « confirm », « conf »: as short as any verb may be. */
export function isConfirm(verb: string): boolean {
  const wanted = fold(verb);
  return wanted.length >= 3 && confirmer.startsWith(wanted);
}

/** Whether that is what the verb was meant to be. */
export function likeConfirm(verb: string): boolean {
  return distance(fold(verb), confirmer) <= 2;
}

const confirmer = 'confirmer';

/** The command that `#confirmer CODE` confirms; undefined when the line is another command. */
export function confirmation(
  line: Line | undefined,
  person: Staff,
  reference: string | undefined,
  register: Register,
  policy: Policy,
  now: Date,
): Refusal | Confirmed | undefined {
  if (!line || !isConfirm(line.verb)) return undefined;
  const hash = hashCode(line.words);
  const code = register.codes.get(hash);
  if (!code || code.person !== person.id || code.reference !== (reference ?? ''))
    return { refused: `Le code « ${line.words} » n’est pas valable pour vous et pour cette demande.` };
  if (code.usedAt) return { refused: 'Ce code a déjà servi.' };
  if (confirmedByAnother(code, register)) return { refused: 'Une autre personne a déjà confirmé cette commande.' };
  if (Date.parse(code.expires) < now.getTime()) return expired(code, reference, policy);
  const asker = code.onBehalf === undefined ? person : policy.staff.find(({ id }) => id === code.onBehalf);
  if (!asker) return { refused: 'La personne qui a donné la commande ne fait plus partie de l’équipe.' };
  return {
    line: readLine(code.command),
    hash,
    body: code.body ?? '',
    files: code.files ?? [],
    person: asker,
    shown: code.shown,
  };
}

/** Who asked for it may ask again by a button; who confirms for another cannot. */
function expired(
  { command, body = '', files = [], onBehalf }: Code,
  reference: string | undefined,
  policy: Policy,
): Refusal {
  const understood = { reference };
  const asker = policy.staff.find(({ id }) => id === onBehalf);
  if (asker) return { refused: `Ce code est expiré\u00A0: ${asker.name} doit redonner la commande.`, understood };
  const again = files.length > 0 ? ' (joignez de nouveau les fichiers, puis envoyez)' : '';
  const form = { usage: command, label: `Redonner «\u00A0${command}\u00A0»${again}`, body };
  const request = reference === undefined ? undefined : { reference };
  return {
    refused: 'Ce code est expiré\u00A0: redonnez la commande, un autre code vous sera envoyé.',
    understood,
    buttons: commandButtons([form], request, policy),
  };
}

/** One command asked of several people has a code for each: the first that is used is the last. */
function confirmedByAnother({ person, command, reference, issuedAt, onBehalf }: Code, register: Register): boolean {
  return codesOfDay(register, issuedAt).some(
    (other) =>
      other.usedAt !== undefined &&
      other.person !== person &&
      other.command === command &&
      other.reference === reference &&
      other.issuedAt === issuedAt &&
      other.onBehalf === onBehalf,
  );
}
