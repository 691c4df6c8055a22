import { z } from 'zod';
import { correspondence } from '../model/filing.ts';
import type { Letter } from '../model/letter.ts';
import { pauseOf, type Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { changedSince } from '../model/undo.ts';
import { fieldNames } from '../model/wording.ts';
import { defineCommand, type Form, type RequestPosition, type RequestSituation } from './command.ts';
import { withoutCourtesy } from './courtesy.ts';
import { fold, readLine, readSubject } from './grammar.ts';
import { others, tell } from './tell.ts';
import { cameMeanwhile } from './unwanted.ts';

type Undoable = NonNullable<Request['undo']>[number];

/** « catégorie 3f9a1c20 », as buttons write it; « catégorie »; nothing for the last command. */
const named = z.string().transform((written, context) => {
  const words = withoutCourtesy(written);
  const { verb, mail } = /^(?:#?(?<verb>[\p{L}-]+)(?: (?<mail>[0-9a-f]{8}))?)?$/iu.exec(words)?.groups ?? {};
  if (!words || verb) return { verb, mail: mail?.toLowerCase() };
  context.addIssue({
    code: 'custom',
    message: `« ${words} » ne nomme aucune commande : écrivez #annuler seul pour annuler la dernière.`,
  });
  return z.NEVER;
});

export const annuler = defineCommand({
  names: ['annuler', 'undo'],
  level: 'W',
  usage: '#annuler',
  forms: ({ request }) => lastForms(request),
  summary: 'Annule la dernière commande de cette demande : tout redevient comme avant elle.',
  unnamed: (register) =>
    pauseOf(register) && '« #pause » ne s’annule pas : « #reprendre » relance les envois, après confirmation.',
  args: named,
  obstacle: ({ request }) =>
    request.undo?.length
      ? undefined
      : 'Il n’y a rien à annuler : aucune commande de cette demande ne peut plus l’être.',
  plan: (situation, wanted) => {
    const { request, policy } = situation;
    const last = request.undo?.at(-1);
    if (!last) throw new Error(`cannot undo in ${request.reference}: nothing is left to undo`);
    const obstacle = anotherMeant(last, wanted, situation) ?? hindrance(last, situation);
    if (obstacle) return obstacle;
    const { mail, line, changes } = last;
    const text = last.changes.some(({ after }) => after.outcome === 'spam')
      ? cameMeanwhile(request, situation.register, policy)
      : '';
    const fields = changes.map(({ reference, before }) => ({ reference, values: before }));
    return {
      events: [{ kind: 'command-undone', reference: request.reference, mail, line, fields }],
      lines: [{ what: 'Annulée', before: '', after: `${line} (${nameOf(last, policy)})` }],
      ...(text && { text }),
      letters: chargeUndone(last, situation),
    };
  },
});

/** Who was told that a request is theirs, or no more theirs, is told that it is not so. */
function chargeUndone(
  { line, changes }: Undoable,
  { register, policy: { staff }, person }: RequestSituation,
): Letter[] {
  return changes.flatMap(({ reference, before, after }) => {
    const request = register.requests.get(reference);
    const [was, is] = [before.officer, after.officer].map((id) => (typeof id === 'string' ? id : undefined));
    if (!request || was === is) return [];
    const again = staff.find(({ id }) => id === was);
    const what = again ? `Demande rendue à ${again.name}` : 'Demande sans responsable';
    const text = `Commande annulée\u00A0: ${line}\n${request.subject}`;
    return others([is, was], person, staff).map((colleague) => tell(colleague, request, what, person, text));
  });
}

/** The button that undoes this command, and no other that came after it. */
export function undoForm({ mail, line }: Pick<Undoable, 'mail' | 'line'>): Form {
  return { usage: `#annuler ${readLine(line).verb} ${mail.slice(0, 8)}`, label: `Annuler « ${shortened(line)} »` };
}

function lastForms({ undo }: Request): Form[] {
  const last = undo?.at(-1);
  return last ? [undoForm(last)] : [];
}

type Hindrance = { refused: string };

/** The button, the words or the thread name a command that is not the last one. */
function anotherMeant(
  last: Undoable,
  { verb, mail }: { verb: string | undefined; mail: string | undefined },
  situation: RequestSituation,
): Hindrance | undefined {
  const { policy, carrier, register } = situation;
  const of = mail ?? (verb === undefined ? answeredCommand(carrier.inReplyTo[0], register) : undefined);
  const same = (of === undefined || last.mail.startsWith(of)) && (verb === undefined || isVerbOf(last.line, verb));
  if (same) return of === undefined ? ofAnother(last, situation) : undefined;
  const meant = verb === undefined ? 'celle de ce fil' : `« #${verb} »`;
  return {
    refused:
      `La dernière commande de la demande n’est pas ${meant}, mais « ${shortened(last.line)} » (${nameOf(last, policy)}). ` +
      'Annulez d’abord celle-là.',
  };
}

/**
 * Every old reference leads to the one request: who writes one of them means the merge of that one, or what was done under
 * it since.
 */
function ofAnother(last: Undoable, { request, policy, carrier, register }: RequestSituation): Hindrance | undefined {
  const merged = last.changes.find(({ after }) => typeof after.mergedInto === 'string')?.reference;
  const answers = register.byMessageId.get(carrier.inReplyTo[0] ?? '')?.letter ?? '';
  const written =
    readSubject(carrier.subject, policy.referencePrefix).reference ?? register.letters.get(answers)?.reference;
  if (written === undefined || [merged, request.reference].includes(written)) return undefined;
  if (merged === undefined) {
    const { subject = '' } = register.mails.get(last.mail) ?? {};
    if (readSubject(subject, policy.referencePrefix).reference === written) return undefined;
    return {
      refused:
        `La dernière commande n’est pas de ${written} : « ${shortened(last.line)} » (${nameOf(last, policy)}). ` +
        `Pour l’annuler tout de même : « [${request.reference}] #annuler ».`,
    };
  }
  return {
    refused:
      `La dernière commande n’est pas la fusion de ${written}, mais celle de ${merged} : « ${shortened(last.line)} » ` +
      `(${nameOf(last, policy)}). Annulez d’abord celle-là : « [${merged}] #annuler ».`,
  };
}

/** The mail whose commands our letter answered, when that is what this mail replies to. */
function answeredCommand(messageId: string | undefined, register: Register): string | undefined {
  const id = messageId === undefined ? undefined : register.byMessageId.get(messageId)?.letter;
  const letter = id === undefined ? undefined : register.letters.get(id);
  const gave =
    letter?.letter === 'command-done' && letter.inReplyTo && register.byMessageId.get(letter.inReplyTo)?.mail;
  // An answer to what only reads may well speak of the command before.
  return gave && register.mails.get(gave)?.undoable ? gave : undefined;
}

/** Why the last command of the request can't be undone any more, or not yet. */
function hindrance(last: Undoable, { request, register, policy }: RequestSituation): Hindrance | undefined {
  for (const { reference } of last.changes) {
    const undo = register.requests.get(reference)?.undo ?? [];
    const place = undo.findIndex(({ mail, line }) => mail === last.mail && line === last.line);
    const since = undo.slice(place + 1).map((other) => `« ${shortened(other.line)} » (${nameOf(other, policy)})`);
    if (place < 0) return { refused: `« ${last.line} » ne peut plus être annulée : ${reference} a changé depuis.` };
    if (since.length > 0)
      return {
        refused: `« ${last.line} » a aussi changé ${reference}, où ceci a suivi : ${since.join(', ')}. Annulez-le d’abord.`,
      };
  }
  const written = last.changes.some(({ after }) => after.mergedInto !== undefined)
    ? writtenSince(last.mail, request, register)
    : undefined;
  if (written)
    return {
      refused:
        `« ${last.line} » ne peut plus être annulée : depuis, un courriel de ${written.from} est arrivé au dossier. ` +
        `Sortez-le plutôt par « #scinder ${written.number} ».`,
    };
  const changed = changedSince(last.changes, register.requests);
  if (changed.length === 0) return undefined;
  const what = [...new Set(changed.map((name) => fieldNames[name] ?? name))].join(', ');
  return { refused: `« ${last.line} » ne peut plus être annulée : depuis, ceci a changé encore (${what}).` };
}

/** The first mail since that command that may be another's than the one who asks here: nobody could say whose it is. */
function writtenSince(command: string, request: Request, register: Register) {
  const { mails } = request;
  const since = new Set(mails.slice(mails.indexOf(command) + 1));
  const merged = new Set((request.aliases ?? []).map((alias) => register.requests.get(alias)?.requester.address));
  const found = correspondence(register, request).find(
    ({ id, mail: { from } }) => since.has(id) && (from !== request.requester.address || merged.has(from)),
  );
  return found && { from: found.mail.from, number: found.number };
}

function nameOf({ person }: Undoable, { staff }: RequestPosition['policy']): string {
  return staff.find(({ id }) => id === person)?.name ?? person;
}

/** Also by its first letters, as any verb. */
function isVerbOf(line: string, verb: string): boolean {
  const [known, wanted] = [fold(readLine(line).verb), fold(verb)];
  return known === wanted || (wanted.length >= 3 && known.startsWith(wanted));
}

function shortened(line: string): string {
  return line.length > 40 ? `${line.slice(0, 39).trimEnd()}…` : line;
}
