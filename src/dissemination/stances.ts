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

/** Partners in whose name somebody answered before the end, and who said nothing that is proven; late by the end as it was settled. */
export function unconfirmed(digest: Digest, reference: string): { partner: string; late: boolean }[] {
  const known = stances(digest, reference);
  const held = new Map<string, boolean>();
  for (const answer of digest.answers) {
    if (answer.reference !== reference || !answer.unproven || answer.late || known.has(answer.partner)) continue;
    held.set(answer.partner, (held.get(answer.partner) ?? true) && isLate(answer, digest));
  }
  return [...held].map(([partner, late]) => ({ partner, late }));
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
