import { alarm } from '../agenda/news.ts';
import { type Followed, followDelivery } from '../dissemination/delivery.ts';
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
  const followed = followDelivery(cause.letter, cause.outcome, register, policy, now);
  const { events, state, copies } = followed;
  const told = undelivered(cause.letter, cause.outcome.response, followed, register, policy);
  return {
    author: 'greffier',
    why: `${cause.letter}: ${state}`,
    events,
    letters: [...followed.letters, ...told],
    copies,
  };
}

/** To staff: a letter did not reach its reader, and what the clerk does about it. */
export function undelivered(
  id: string,
  response: string,
  { state, copies: [substitute], red }: Followed,
  register: Register,
  policy: Policy,
): Letter[] {
  const letter = register.letters.get(id);
  // An alarm that is refused raises no other alarm: that would loop.
  if (!letter || letter.letter === 'alarm' || (state !== 'refused' && state !== 'bounced')) return [];
  const { address } = letter.to;
  const what = `Une lettre à ${address} n’a pas été livrée : ${response}`;
  if (substitute)
    return alarm(
      `delivery/${address}`,
      what,
      `La même lettre part à ${substitute.to.address}, l’autre personne-ressource. Vérifiez l’adresse qui a échoué.`,
      policy,
    );
  if (red)
    return alarm(
      `partner/${red.id}`,
      `${what}\n${red.name} n’a plus d’adresse qui fonctionne.`,
      `Joignez l’établissement et nommez une autre personne-ressource (identifiant : ${red.id}).`,
      policy,
    );
  return alarm(`delivery/${address}`, what, 'Vérifiez l’adresse, ou joignez la personne autrement.', policy);
}
