import type { Digest, InterestRecord } from '../model/records.ts';

/**
 * What each partner last said of that notice in time, by partner id, in the order of first answers. A question does not
 * take back an interest that was declared before.
 */
export function stances(digest: Digest, reference: string): Map<string, InterestRecord> {
  const last = new Map<string, InterestRecord>();
  for (const answer of digest.answers) {
    if (answer.reference !== reference || answer.late) continue;
    if (answer.interest === 'question' && last.has(answer.partner)) continue;
    last.set(answer.partner, answer);
  }
  return last;
}

/** Partners whose last word is that they take part. */
export function interested(digest: Digest, reference: string): InterestRecord[] {
  return [...stances(digest, reference).values()].filter(({ interest }) => interest === 'interest');
}
