import { news } from '../agenda/news.ts';
import { commandButtons } from '../commands/buttons.ts';
import { showingForm, type Withdrawal, withdrawal, withheldLetter } from '../dissemination/consent.ts';
import { dayName } from '../dissemination/notice.ts';
import { requestsFrom } from '../model/kin.ts';
import type { Letter } from '../model/letter.ts';
import type { Button } from '../model/letter-parts.ts';
import type { Policy } from '../model/policy.ts';
import type { Request } from '../model/request.ts';
import { localTime } from '../model/zones.ts';
import { answered, type Handler, type Reading } from './reading.ts';

/**
 * The same for who has consented in a request to be named to partners: whatever it writes, and wherever, may take that
 * back, and it counts before any other reading. Mails that prove nothing do too, for it hides, and people show again.
 */
export function hearingConsents(handler: Handler): Handler {
  return (reading, register, policy, now) => {
    const plan = handler(reading, register, policy, now);
    const { mail } = reading.cause;
    const author = mail.from[0]?.address ?? '';
    const heard = new Set(plan.events.flatMap((event) => (event.kind === 'contact-consent' ? [event.reference] : [])));
    const others = author === '' ? [] : requestsFrom(register, author).filter(({ reference }) => !heard.has(reference));
    const taken = others.flatMap((request) => {
      const found = consentIn(reading, request, policy);
      return found ? [found] : [];
    });
    if (taken.length === 0) return plan;
    return {
      ...plan,
      events: [...plan.events, ...taken.flatMap(({ events }) => events)],
      letters: [
        ...plan.letters,
        ...taken.flatMap(({ request, what, letters, buttons }) => [
          ...letters,
          ...news(request, what, author, reading.text, policy, { buttons }),
        ]),
      ],
    };
  };
}

/** What the mail does to the consent in that request, with the letters and the button that follow, and the request without it. */
export function consentIn(
  reading: Reading,
  request: Request,
  policy: Policy,
): (Pick<Withdrawal, 'events' | 'what'> & { request: Request; letters: Letter[]; buttons: Button[] }) | undefined {
  const { mail, receivedAt } = reading.cause;
  const taken = withdrawal(request, { subject: mail.subject, text: reading.text, mail: mail.id });
  if (!taken) return undefined;
  const { events, what, unsure, tells } = taken;
  const { consent: _, ...unnamed } = request;
  const day = dayName(localTime(new Date(receivedAt), policy.timeZone).toPlainDate().toString(), 'fr');
  const proven = mail.from[0]?.address === request.requester.address && reading.doubts.length === 0;
  const thread = reading.thread?.kind === 'request' && reading.thread.reference === request.reference;
  return {
    ...{ events, what, request: unnamed },
    letters: tells && reading.answerable && proven ? [withheldLetter(request, thread ? answered(reading) : [])] : [],
    buttons: unsure ? commandButtons([showingForm(day)], request, policy) : [],
  };
}
