import { alarm } from '../agenda/news.ts';
import { institutionsOf, readInterests } from '../dissemination/interest.ts';
import type { Mail } from '../mail/mail.ts';
import { domainOf } from '../model/domain.ts';
import { houseNamed, houseServedAt, partnerServedAt, reachable } from '../model/network.ts';
import type { Partner } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { isFreeMail } from '../reception/free-mail.ts';
import { receive } from '../reception/registration.ts';
import { askAgain } from './asking-again.ts';
import { lettersAnswered } from './possession.ts';
import type { Handler, Reading } from './reading.ts';

/**
 * Somebody of an institution who is none of its contacts: nothing is recorded in its name, its contact is asked, and of
 * what was said nobody learns before the deadline. Where it may be of another institution, none is asked: staff decides.
 */
export function colleagueAnswers(reading: Reading, register: Register, policy: Policy, now: Date): ReturnType<Handler> {
  const { cause, text, named, thread, why } = reading;
  const { mail, receivedAt } = cause;
  const address = mail.from[0]?.address ?? '';
  const candidates = candidatesFor(mail, address, register, policy);
  const partner = candidates.length === 1 ? candidates[0] : undefined;
  const seen = receive(cause, 'partner-answer', why, 'partners');
  const digest = thread?.kind === 'digest' ? thread.digest : undefined;
  const said = partner && readInterests({ mail, receivedAt, text, partner, named, digest }, register, policy);
  const notices = [...new Set([...(said?.recorded ?? []).map(({ reference }) => reference), ...(said?.unclear ?? [])])];
  const contact = partner && reachable(partner, register);
  const asked = contact
    ? askAgain(reading, partner, notices, register, policy, now, { contact, colleague: address })
    : [];
  const former = candidates.length === 0 ? formerHouse(reading, address, register, policy) : undefined;
  if (former !== undefined) {
    const what = `${address} répond à un bulletin reçu au nom de ${former}, qui ne fait plus partie du réseau\u00A0: rien n’est inscrit, et rien n’a été répondu.`;
    const todo = 'Lisez son courriel, classé avec ceux des partenaires, et répondez-lui vous-même.';
    const letters = alarm(`partner-answer/${address}`, what, todo, policy);
    return { why, events: [seen], letters, folder: 'partners' };
  }
  const whom = candidates.map(({ name }) => name).join(' ou ') || 'un établissement';
  const what = `${address} écrit pour ${whom} sans en être une personne-ressource : rien n’est inscrit.`;
  const none =
    candidates.length > 1
      ? 'Rien n’a été demandé à ces établissements\u00A0: un autre que celui qui a répondu l’apprendrait. '
      : '';
  const todo =
    asked.length > 0
      ? `${contact?.address} est priée de répondre elle-même. `
      : `${none}Lisez son courriel, classé avec ceux des partenaires. `;
  const ids = candidates.length > 0 ? candidates.map(({ id }) => id) : ['identifiant'];
  const naming = ids.map((id) => `« #partenaire ${id} remplaçant ${address} Prénom Nom »`).join(' ou ');
  const name = `Si cette personne répond désormais pour l’établissement, ${naming} la nomme.`;
  return {
    why,
    events: [seen],
    letters: [...asked, ...alarm(`partner-answer/${address}`, what, todo + name, policy)],
    folder: 'partners',
  };
}

/** The name of the institution that had the digest at that address, and has left since. */
function formerHouse(
  { thread, named }: Reading,
  address: string,
  register: Register,
  policy: Policy,
): string | undefined {
  const notice = thread?.kind === 'proposed' ? thread.reference : named;
  const digest = thread?.kind === 'digest' ? thread.digest : register.requests.get(notice ?? '')?.digest;
  const domain = domainOf(address);
  const house = digest === undefined || isFreeMail(domain) ? undefined : houseServedAt(domain, digest, register);
  const partner = digest === undefined ? undefined : (partnerServedAt(address, digest, register) ?? house);
  return partner === undefined ? undefined : houseNamed(partner, register, policy);
}

/** The one whose letter is answered, if the address is of its house; else all for which it may speak. */
function candidatesFor(mail: Mail, address: string, register: Register, policy: Policy): Partner[] {
  const house = isFreeMail(domainOf(address)) ? [] : institutionsOf(address, policy);
  const reader = lettersAnswered(mail, register, policy).find(({ partner }) => partner !== undefined)?.partner;
  const served = policy.partners.find(({ id }) => id === reader);
  if (!served) return house;
  // A digest that was passed on to another house: which of the two is meant, its thread does not show.
  return house.includes(served) ? [served] : [served, ...house];
}
