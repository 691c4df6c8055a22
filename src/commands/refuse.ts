import type { Mail } from '../mail/mail.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import type { Staff } from '../model/partner.ts';
import type { Register } from '../model/register.ts';
import { answerTo, refusedTooOften } from './answers.ts';
import type { Refusal } from './command.ts';
import { withoutKey } from './grammar.ts';

/**
 * Not done: on the record, and told to the registered address unless one more answer would only annoy.
 * @param to - Whom the mail names as its author; nobody where that is none of the staff.
 * @param line - The commands as they were read.
 * @param shown - What the answer says was read.
 */
export function refuse(
  { mail, line, shown = withoutKey(mail.subject) }: { mail: Mail; line: string; shown?: string },
  to: Staff | undefined,
  { refused: why, buttons = [], understood }: Refusal,
  register: Register,
  now: Date,
): { events: RegisterEvent[]; letters: Letter[]; why: string } {
  const from = mail.from[0]?.address ?? '';
  const told = to && !refusedTooOften(to, register, now);
  const data = { read: shown, why, understood: understood !== undefined, buttons };
  return {
    events: [{ kind: 'command-refused', mail: mail.id, from, line, why }],
    letters: told ? [answerTo(to, mail, 'command-refused', data, { reference: understood?.reference })] : [],
    why: `command refused: ${why}`,
  };
}
