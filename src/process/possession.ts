import type { Mail } from '../mail/mail.ts';
import { vouchedFor } from '../mail/verdict.ts';
import type { Partner } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { LetterRecord } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import { readMessageId } from '../model/signature.ts';

/** The letters of ours that a mail answers, the last one first: only who received them knows their signed Message-IDs. */
export function lettersAnswered(
  { inReplyTo, references }: Pick<Mail, 'inReplyTo' | 'references'>,
  register: Register,
  { keys }: Pick<Policy, 'keys'>,
): (LetterRecord & { id: string })[] {
  return [...inReplyTo, ...references.toReversed()].flatMap((messageId) => {
    const signed = readMessageId(messageId, keys);
    const letter = signed && register.letters.get(signed.id);
    return letter ? [{ id: signed.id, ...letter }] : [];
  });
}

/** Whether anything but its From says that the institution wrote the mail. */
export function isFrom(mail: Mail, { id }: Pick<Partner, 'id'>, register: Register, policy: Policy): boolean {
  return (
    vouchedFor(mail, policy) || lettersAnswered(mail, register, policy).some(({ partner: reader }) => reader === id)
  );
}
