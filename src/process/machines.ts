import { news } from '../agenda/news.ts';
import { bounced } from '../dissemination/delivery.ts';
import { bounceReport } from '../mail/bounce.ts';
import { calendarPart } from '../mail/calendar.ts';
import type { RegisterEvent } from '../model/events.ts';
import { readMessageId } from '../model/signature.ts';
import { partstatNames } from '../model/wording.ts';
import { undelivered } from './outgoing.ts';
import { file, type Handler } from './reading.ts';

/** To the delivery ledger; never a request, never answered. */
export const bounce: Handler = (reading, register, policy, now) => {
  const plan = file('bounce', 'machines')(reading, register, policy, now);
  const report = bounceReport(reading.cause.mail);
  const failed = (report?.deliveries ?? []).filter((delivery) => delivery.permanent);
  const original = report?.originalMessageId ? readMessageId(report.originalMessageId, policy.keys) : undefined;
  const [first] = failed;
  if (!original || !first) return plan;
  // A letter has one reader: whatever addresses the report names, it is this letter that came back.
  const followed = bounced(original.id, first.diagnostic, register, policy, now);
  if (!followed) return plan;
  const letters = [...followed.letters, ...undelivered(original.id, first.diagnostic, followed, register, policy)];
  return { ...plan, events: [...plan.events, ...followed.events], letters, copies: followed.copies };
};

/** To its meeting; staff hears of it unless it was accepted. */
export const calendarReply: Handler = (reading, register, policy, now) => {
  const plan = file('calendar-reply', 'answers')(reading, register, policy, now);
  const calendar = calendarPart(reading.cause.mail);
  const request = [...register.requests.values()].find(({ meeting }) => meeting?.uid === calendar?.uid);
  if (!request || !calendar?.attendee || !calendar.partstat) return plan;
  const { attendee, partstat } = calendar;
  const event: RegisterEvent = { kind: 'meeting-answered', reference: request.reference, attendee, partstat };
  const letters =
    partstat === 'ACCEPTED'
      ? []
      : news(request, `Invitation : ${partstatNames[partstat] ?? partstat}`, attendee, reading.text, policy);
  return { ...plan, events: [...plan.events, event], letters };
};
