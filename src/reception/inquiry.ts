import type { Mail } from '../mail/mail.ts';
import { kinOf } from '../model/kin.ts';
import type { Register } from '../model/register.ts';
import type { Finding, Language, Requester } from '../model/request.ts';
import { likelyDuplicates } from './duplicates.ts';
import type { Hint } from './points.ts';
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
): { requester: Requester; language: Language; findings: Finding[]; hints: Hint[]; duplicates: string[] } {
  const about = { requester: { name: '', address: mail.from[0]?.address ?? '' }, subject: mail.subject };
  const { requester, language, findings, hints } = research(
    mail,
    text,
    kinOf(register, about),
    Number(receivedAt.slice(0, 4)),
  );
  const likely = likelyDuplicates({ requester, subject: mail.subject, receivedAt }, register);
  const duplicates = likely.map(({ reference }) => reference);
  const said = findings.filter(({ kind, value }) => kind !== 'earlier' || !duplicates.includes(value));
  const proposed = likely.map(({ reference, reasons }) => ({
    kind: 'duplicate',
    value: reference,
    evidence: reasons.join(', '),
    confidence: reasons.length > 2 ? ('likely' as const) : ('possible' as const),
  }));
  return { requester, language, findings: [...proposed, ...said], hints, duplicates };
}
