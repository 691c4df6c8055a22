import { alarm } from '../agenda/news.ts';
import { followDelivery } from '../dissemination/delivery.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import type { Cause, Plan } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';

/** Letters are marked before they are handed over, so that a crash in between is told. */
export function decideSending(cause: Extract<Cause, { kind: 'sending' }>, register: Register): Plan {
  const events = cause.letters.map((letter): RegisterEvent => {
    const attempt = (register.letters.get(letter)?.attempt ?? 0) + 1;
    return { kind: 'delivery-changed', letter, state: 'sending', attempt, response: '' };
  });
  return { why: 'handed to the mail server', author: 'greffier', events, letters: [] };
}

/** What the mail server said of a letter; staff hears of what will not be delivered. */
export function decideDelivery(
  cause: Extract<Cause, { kind: 'delivery' }>,
  register: Register,
  policy: Policy,
  now: Date,
): Plan {
  const { events, state } = followDelivery(cause.letter, cause.outcome, register, policy, now);
  const letter = register.letters.get(cause.letter);
  // An alarm that is refused raises no other alarm: that would loop.
  const told = state === 'refused' && letter && letter.letter !== 'alarm';
  const letters = told ? undelivered(letter.to.address, cause.outcome.response, policy) : [];
  return { author: 'greffier', why: `${cause.letter}: ${state}`, events, letters };
}

/** To staff: a letter did not reach its reader. */
export function undelivered(address: string, response: string, policy: Policy): Letter[] {
  const what = `Une lettre à ${address} n’a pas été livrée : ${response}`;
  return alarm(`delivery/${address}`, what, 'Vérifiez l’adresse, ou joignez la personne autrement.', policy);
}
