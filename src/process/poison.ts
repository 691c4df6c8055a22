import { alarm } from '../agenda/news.ts';
import { over } from '../agenda/troubles.ts';
import { momentLine } from '../clarification/wording.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Cause, Plan } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { MailCause } from './reading.ts';

/** The raw mail is kept; the mail itself could not be read or decided upon. */
export function setAside(cause: Extract<Cause, { kind: 'poison' }>, register: Register, policy: Policy): Plan {
  const { mail, receivedAt, source, size, error } = cause;
  const author = 'greffier';
  if (register.mails.has(mail))
    return { why: 'on the record already', author, events: [], letters: [], folder: 'setAside' };
  const seen: RegisterEvent = {
    kind: 'mail-received',
    mail,
    fingerprint: mail,
    from: '',
    subject: '',
    receivedAt,
    source,
    size,
    disposition: 'poison',
    why: error,
    folder: 'setAside',
  };
  const trouble = `poison/${mail}`;
  const what = `Un courriel reçu ${momentLine(new Date(receivedAt), 'fr', policy.timeZone)} n’a pas pu être traité : ${error}`;
  const todo = `Il est conservé (archive ${mail.slice(0, 12)}) et classé à part : ouvrez-le dans la boîte.`;
  return {
    why: error,
    author,
    events: [seen, { kind: 'staff-alarmed', trouble, why: error }],
    letters: alarm(trouble, what, todo, policy),
    folder: 'setAside',
  };
}

/** The plan for a mail that could not be read before: its trouble is over. */
export function readAtLast(plan: Plan, { receivedAt, mail }: MailCause, policy: Policy): Plan {
  const day = momentLine(new Date(receivedAt), 'fr', policy.timeZone);
  const told = over(`poison/${mail.id}`, `Le courriel mis à l’écart (reçu ${day}) est lu et inscrit.`, policy);
  return { ...plan, events: [...plan.events, ...told.events], letters: [...plan.letters, ...told.letters] };
}
