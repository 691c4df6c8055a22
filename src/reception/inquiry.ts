import type { Mail } from '../mail/mail.ts';
import { kinOf } from '../model/kin.ts';
import type { Register } from '../model/register.ts';
import { likelyDuplicates } from './duplicates.ts';
import { research } from './research.ts';

/**
 * What the mail and the register tell about a new request; the references that it may repeat come first among the
 * findings, and are named once.
 * @param text - What the sender wrote, without quote and signature.
 */
export function inquire(
  mail: Mail,
  text: string,
  receivedAt: string,
  register: Register,
): Omit<ReturnType<typeof research>, 'asker'> & { duplicates: string[] } {
  const about = { requester: { name: '', address: mail.from[0]?.address ?? '' }, subject: mail.subject };
  const { asker, findings, ...known } = research(mail, text, kinOf(register, about), Number(receivedAt.slice(0, 4)));
  const likely = likelyDuplicates({ requester: asker ?? known.requester, subject: mail.subject, receivedAt }, register);
  const duplicates = likely.map(({ reference }) => reference);
  const said = findings.filter(({ kind, value }) => kind !== 'earlier' || !duplicates.includes(value));
  const proposed = likely.map(({ reference, reasons }) => ({
    kind: 'duplicate',
    value: reference,
    evidence: reasons.join(', '),
    confidence: reasons.length > 2 ? ('likely' as const) : ('possible' as const),
  }));
  return { ...known, findings: [...proposed, ...said], duplicates };
}
