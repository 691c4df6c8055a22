import type { Mail } from '../mail/mail.ts';
import { lettersOf, mailsOf } from '../model/filing.ts';
import { bareSubject } from '../model/kin.ts';
import { plain } from '../model/plain.ts';
import { speaksOf } from '../model/point-signs.ts';
import type { Register } from '../model/register.ts';
import type { Request } from '../model/request.ts';
import { asks } from './asking.ts';
import { sentencesOf } from './points.ts';

/**
 * Whether somebody who takes no part in a request uses its thread for one of its own, as who has our letter from another
 * and answers it to write to us: under a subject that goes on with nothing there, in words that ask for something.
 * @param named - The reference that the subject names.
 * @param text - What the sender wrote, without quote and signature.
 */
export function opensAnother(
  { subject, text }: Pick<Mail, 'subject' | 'text'>,
  named: string | undefined,
  request: Request,
  register: Register,
): boolean {
  if (named !== undefined || goesOn(subject, request, register)) return false;
  return sentencesOf(text)
    .map(plain)
    .some((said) => asks(said) && (speaksOf('needs', said) || speaksOf('agreementType', said)));
}

/** An empty subject says nothing of its own. */
function goesOn(subject: string, request: Request, register: Register): boolean {
  const bare = bareSubject(subject);
  const known = [
    request.subject,
    ...lettersOf(register, request).map((id) => register.letters.get(id)?.subject ?? ''),
    ...mailsOf(register, request).map((id) => register.mails.get(id)?.subject ?? ''),
  ].map(bareSubject);
  // Programs cut long subjects, and relays write before or behind them.
  return bare === '' || known.some((other) => other !== '' && (bare.includes(other) || other.startsWith(bare)));
}
