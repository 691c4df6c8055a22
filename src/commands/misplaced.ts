import type { Mail } from '../mail/mail.ts';
import type { Button } from '../model/letter-parts.ts';
import type { Staff } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { hashCode } from '../model/signature.ts';
import { commandButtons } from './buttons.ts';
import type { Refusal } from './command.ts';
import { codeFor, confirmation, isConfirm } from './confirm.ts';
import { findCommand, type Line, readSubject } from './grammar.ts';
import { commands } from './index.ts';

/** A mail of the staff whose subject gives no command. */
interface Written {
  mail: Mail;
  /** What the person wrote, without quote and signature. */
  body: string;
  reference: string | undefined;
}

/** What it was meant to give, and why it gives nothing. */
interface Misplaced {
  read: string;
  refusal: Refusal;
}

/**
 * A command at the head of the body, or an answer to a letter that asks for a code: the subject alone gives commands, and
 * who wrote them elsewhere would wait in vain.
 */
export function misplaced(
  written: Written,
  person: Staff,
  register: Register,
  policy: Policy,
  now: Date,
): Misplaced | undefined {
  return inBody(written, person, register, policy, now) ?? withoutCode(written, person, register, policy, now);
}

function inBody(
  { body, reference }: Written,
  person: Staff,
  register: Register,
  policy: Policy,
  now: Date,
): Misplaced | undefined {
  const [first = '', ...rest] = body.trim().split('\n');
  if (!/^(?:\[[^\]]*\]\s*)?#\p{L}/u.test(first)) return undefined;
  const { lines, reference: named = reference } = readSubject(first, policy.referencePrefix);
  const [line] = lines;
  if (!line || !lines.every(isKnown)) return undefined;
  const read = lines.map((each) => each.line).join(' ');
  const about = { reference: named };
  const confirmed = confirmation(line, person, named, register, policy, now);
  if (confirmed && 'refused' in confirmed) return { read, refusal: { understood: about, ...confirmed } };
  const form = { usage: read, label: `Donner la commande «\u00A0${read}\u00A0»`, body: rest.join('\n').trim() };
  const request = named === undefined ? undefined : { reference: named };
  const buttons = confirmed
    ? [confirmButton(line.words, confirmed.line.line, named, policy)]
    : commandButtons([form], request, policy);
  return {
    read,
    refusal: {
      refused:
        'Une commande s’écrit dans l’objet du courriel\u00A0: celle-ci est dans le corps, et n’a pas été exécutée. Écrivez-la dans l’objet.',
      understood: about,
      buttons,
    },
  };
}

function isKnown({ verb }: Line): boolean {
  return isConfirm(verb) || 'command' in findCommand(verb, commands);
}

/** « Oui, je confirme. », « Non », whatever it says: a note nobody meant, and a code that nobody uses. */
function withoutCode(
  { mail, body, reference }: Written,
  person: Staff,
  register: Register,
  policy: Policy,
  now: Date,
): Misplaced | undefined {
  const letter = register.letters.get(register.byMessageId.get(mail.inReplyTo[0] ?? '')?.letter ?? '');
  if (letter?.letter !== 'confirm' || letter.to.address !== person.address) return undefined;
  const asked = [...register.codes.values()].find(
    (code) => code.person === person.id && code.issuedAt === letter.at && code.reference === (letter.reference ?? ''),
  );
  if (!asked || asked.usedAt) return undefined;
  const gave = register.byMessageId.get(letter.inReplyTo ?? '')?.mail ?? '';
  const code = codeFor(gave, asked.command, person, policy);
  const confirmed = register.codes.has(hashCode(code))
    ? confirmation({ line: '', verb: 'confirmer', words: code }, person, letter.reference, register, policy, now)
    : undefined;
  const understood = { reference: letter.reference };
  const read = body.split('\n', 1)[0]?.trim() || mail.subject;
  if (confirmed && 'refused' in confirmed) return { read, refusal: { understood, ...confirmed } };
  const request = reference === undefined ? undefined : { reference };
  const noted = { usage: '#note', label: 'Verser votre texte aux notes internes', body };
  return {
    read,
    refusal: {
      refused: `Votre réponse ne confirme pas «\u00A0${asked.command}\u00A0», et n’a pas été gardée comme note\u00A0: une commande se confirme par son code, écrit dans l’objet. Si vous la voulez, appuyez sur «\u00A0Confirmer\u00A0», puis envoyez le courriel qui s’ouvre.`,
      understood,
      buttons: [
        ...(confirmed ? [confirmButton(code, asked.command, letter.reference, policy)] : []),
        ...(body && request ? commandButtons([noted], request, policy) : []),
      ],
    },
  };
}

/** Its code is all that it needs. */
function confirmButton(code: string, command: string, reference: string | undefined, policy: Policy): Button {
  const form = { usage: `#confirmer ${code}`, label: `Confirmer «\u00A0${command}\u00A0»` };
  const request = reference === undefined ? undefined : { reference };
  const [button] = commandButtons([form], request, policy);
  if (!button) throw new Error(`cannot make the confirmation button of ${command}`);
  const { label, href } = button;
  return { label, href };
}
