import { alarm, news } from '../agenda/news.ts';
import { partnerOf, readInterest } from '../dissemination/interest.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import { reachable } from '../model/network.ts';
import type { Partner } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { receive } from '../reception/registration.ts';
import { answered, type Handler, type Reading } from './reading.ts';

/** To its dissemination, per partner; staff reads what is not clear. */
export const partnerAnswer: Handler = (reading, register, policy) => {
  const { cause, text, named, thread, why } = reading;
  const digest = thread?.kind === 'digest' ? thread.digest : undefined;
  const event = readInterest(cause.mail, text, named, digest, register, policy, cause.receivedAt);
  const partner = partnerOf(cause.mail.from[0]?.address ?? '', policy);
  const seen = receive(cause, 'partner-answer', why, 'partners', event?.reference);
  if (partner && wantsOut(cause.mail.subject)) return stop(reading, partner, register, policy);
  const request = event && register.requests.get(event.reference);
  if (!event || !request || !partner) {
    const what = `${partner?.name ?? 'Un partenaire'} a écrit sans que la fiche visée soit claire.`;
    const letters = alarm('partner-answer', what, `Lisez son courriel : « ${cause.mail.subject} ».`, policy);
    return { why, events: [seen], letters, folder: 'partners' };
  }
  const to = { name: cause.mail.from[0]?.name ?? '', address: cause.mail.from[0]?.address ?? '' };
  const reference = event.reference;
  const data = { reference, partner: partner.name, answer: event.interest };
  const shell = {
    to,
    languages: ['fr'] as const,
    reference,
    partner: partner.id,
    thread: answered(reading),
    automatic: true,
  };
  // Nobody learns of an interest before the deadline, staff included; a question waits for an answer.
  const told =
    event.interest === 'question' ? news(request, 'Question d’un partenaire', partner.name, text, policy) : [];
  const letters = [{ ...shell, name: 'interest-recorded' as const, data }, ...told];
  return { why, events: [seen, event], letters, folder: 'partners' };
};

/** A person's address stops at once; the institution stays, and staff hears of it when nobody is left to write to. */
function stop(reading: Reading, partner: Partner, register: Register, policy: Policy): ReturnType<Handler> {
  const { mail } = reading.cause;
  const { name = '', address = '' } = mail.from[0] ?? {};
  const why = 'does not want the digest any more';
  const stopped: RegisterEvent = { kind: 'contact-stopped', partner: partner.id, address, mail: mail.id };
  const substitute = reachable(partner, register, address);
  const confirmed: Letter = {
    name: 'contact-stopped',
    data: { address, partner: partner.name, substitute: substitute?.address ?? '' },
    to: { name, address },
    languages: ['fr'],
    partner: partner.id,
    thread: answered(reading),
    automatic: true,
  };
  const told = substitute
    ? []
    : alarm(
        `partner/${partner.id}`,
        `${address} ne veut plus recevoir le bulletin, et ${partner.name} n’a plus d’autre adresse.`,
        `Joignez l’établissement\u00A0: «\u00A0#partenaire ${partner.id} remplaçant …\u00A0» nomme une autre personne, «\u00A0#partenaire ${partner.id} retirer …\u00A0» confirme le départ.`,
        policy,
      );
  const events = [receive(reading.cause, 'partner-answer', why, 'partners'), stopped];
  const letters = reading.answerable ? [confirmed, ...told] : told;
  return { why, events, letters, folder: 'partners' };
}

/** What `List-Unsubscribe` writes in the subject, and what people write by themselves. */
function wantsOut(subject: string): boolean {
  return /^(?:(?:re|rép|tr|fwd?)\s*:\s*)*(?:désabonne|desabonne|désinscri|desinscri|unsubscribe)/i.test(subject.trim());
}
