import { alarm, news } from '../agenda/news.ts';
import { partnerOf, readInterest } from '../dissemination/interest.ts';
import { receive } from '../reception/registration.ts';
import { confirmContact, stop, wantsOut } from './contacts.ts';
import { answered, type Handler } from './reading.ts';

/** To its dissemination, per partner; staff reads what is not clear. */
export const partnerAnswer: Handler = (reading, register, policy) => {
  const { cause, text, named, thread, why } = reading;
  const confirmed = confirmContact(reading, register, policy);
  if (confirmed) return confirmed;
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
