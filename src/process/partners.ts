import { alarm, news } from '../agenda/news.ts';
import { momentLine } from '../clarification/wording.ts';
import { awaiting, planDigest, readPeriodId } from '../dissemination/digest.ts';
import { partnerOf, readInterest } from '../dissemination/interest.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Cause, Plan } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { interestNames } from '../model/wording.ts';
import { receive } from '../reception/registration.ts';
import { answered, type Handler } from './reading.ts';

/** To its dissemination, per partner; staff reads what is not clear. */
export const partnerAnswer: Handler = (reading, register, policy) => {
  const { cause, text, named, thread, why } = reading;
  const digest = thread?.kind === 'digest' ? thread.digest : undefined;
  const event = readInterest(cause.mail, text, named, digest, register, policy, cause.receivedAt);
  const partner = partnerOf(cause.mail.from[0]?.address ?? '', policy);
  const seen = receive(cause, 'partner-answer', why, 'partners', event?.reference);
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
  const told = news(request, `Réponse d’un partenaire : ${interestNames[event.interest]}`, partner.name, text, policy);
  const letters = [{ ...shell, name: 'interest-recorded' as const, data }, ...told];
  return { why, events: [seen, event], letters, folder: 'partners' };
};

/** A digest that is due: planned once, or staff is asked when it was missed for too long. */
export function decidePeriod(
  cause: Extract<Cause, { kind: 'period' }>,
  register: Register,
  policy: Policy,
  now: Date,
): Plan {
  const nothing = { author: 'greffier', events: [], letters: [] };
  const passed = [...register.years.values()].some((year) => year.periods[cause.id] !== undefined);
  if (passed || register.digests.has(cause.id)) return { ...nothing, why: 'on the record already' };
  const period = readPeriodId(cause.id);
  const requests = awaiting(period, register);
  if (requests.length === 0) return { ...nothing, why: 'nothing to disseminate' };
  if (now.getTime() - period.due.getTime() <= policy.modalities[period.category].lateWindowMs)
    return { author: 'greffier', why: cause.id, ...planDigest(cause.id, requests, register, policy, now) };
  const what = `Le bulletin du ${momentLine(period.due, 'fr', policy.timeZone)} (${requests.length} fiches) a été manqué de plus que le délai prévu.`;
  const todo = 'Il partira avec le prochain bulletin de la même catégorie, si vous ne décidez rien d’autre.';
  const events: RegisterEvent[] = [
    { kind: 'period-passed', period: cause.id, why: 'missed by more than the late window' },
  ];
  return { author: 'greffier', why: 'missed period', events, letters: alarm(cause.id, what, todo, policy) };
}
