import { bounced } from '../dissemination/delivery.ts';
import { bounceReport } from '../mail/bounce.ts';
import { readMessageId } from '../model/signature.ts';
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
