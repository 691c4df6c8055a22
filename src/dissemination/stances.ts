import { isLate } from '../model/lateness.ts';
import type { Digest, InterestRecord } from '../model/records.ts';

/**
 * What each partner provably last said of that notice in time, by partner id, in the order of first answers. A question does not
 * take back an interest that was declared before.
 */
export function stances(digest: Digest, reference: string): Map<string, InterestRecord> {
  const last = new Map<string, InterestRecord>();
  for (const answer of digest.answers) {
    if (answer.reference !== reference || isLate(answer, digest) || answer.unproven) continue;
    if (answer.interest === 'question' && last.has(answer.partner)) continue;
    last.set(answer.partner, answer);
  }
  return last;
}

/** Partners whose last word is that they take part. */
export function interested(digest: Digest, reference: string): InterestRecord[] {
  return [...stances(digest, reference).values()].filter(({ interest }) => interest === 'interest');
}

/** Partners in whose name somebody answered in time, and who said nothing that is proven. */
export function unconfirmed(digest: Digest, reference: string): string[] {
  const known = stances(digest, reference);
  const held = digest.answers.filter(
    (answer) => answer.reference === reference && answer.unproven && !isLate(answer, digest),
  );
  return [...new Set(held.map(({ partner }) => partner))].filter((partner) => !known.has(partner));
}

/** Partners whose interest came after the deadline that was settled in the end, when it might still have been extended. */
export function tooLate(digest: Digest, reference: string): string[] {
  const late = digest.answers.filter(
    (answer) =>
      answer.reference === reference &&
      answer.interest === 'interest' &&
      !answer.late &&
      !answer.unproven &&
      isLate(answer, digest),
  );
  return [...new Set(late.map(({ partner }) => partner))];
}
