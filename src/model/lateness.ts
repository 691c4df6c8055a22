import type { Digest, InterestRecord } from './records.ts';

/** Whether an answer is late by the deadline as it stands: one that came after it counts again once it is extended. */
export function isLate(
  { late, receivedAt }: Pick<InterestRecord, 'late' | 'receivedAt'>,
  { deadline, answerBy, latest }: Pick<Digest, 'deadline' | 'answerBy' | 'latest'>,
): boolean {
  const end = deadline ?? answerBy ?? latest;
  return late || (receivedAt !== undefined && end !== undefined && Date.parse(receivedAt) > Date.parse(end));
}
