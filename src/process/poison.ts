import { alarm } from '../agenda/news.ts';
import { over } from '../agenda/troubles.ts';
import { shortId, unreadWords } from '../agenda/unread-mail.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Cause, Plan } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { openTrouble } from '../model/troubles.ts';
import type { MailCause } from './reading.ts';

const hourMs = 3_600_000;
/** One cause may spoil many: beyond so many in an hour they are left to the morning mail. */
const mostPerHour = 10;
const isPoison = (trouble: string) => trouble.startsWith('poison/');

/** The raw mail is kept; the mail itself could not be read or decided upon. */
export function setAside(
  cause: Extract<Cause, { kind: 'poison' }>,
  register: Register,
  policy: Policy,
  now: Date,
): Plan {
  const { mail, receivedAt, source, size, from, subject, error } = cause;
  const author = 'greffier';
  if (register.mails.has(mail))
    return { why: 'on the record already', author, events: [], letters: [], folder: 'setAside' };
  const seen: RegisterEvent = {
    kind: 'mail-received',
    mail,
    fingerprint: mail,
    from,
    subject,
    receivedAt,
    source,
    size,
    disposition: 'poison',
    why: error,
    folder: 'setAside',
  };
  const trouble = `poison/${mail}` as const;
  const before = lately(setAsideBefore(register), now);
  const what = `Un courriel de ${unreadWords(cause, policy)}, n’a pas pu être traité : ${error}`;
  const others = before + 1 < mostPerHour ? '' : ' D’autres de cette heure seront au sommaire du matin.';
  const todo = `Il est classé à part : ouvrez-le dans la boîte (archive ${shortId(mail)}).${others}`;
  return {
    why: error,
    author,
    events: [seen, { kind: 'staff-alarmed', trouble, why: error }],
    letters: before < mostPerHour ? alarm(trouble, what, todo, policy) : [],
    folder: 'setAside',
  };
}

/** Each mail that was set aside, in order. */
function setAsideBefore(register: Register) {
  return [...register.years.values()].flatMap((year) => year.alarms).filter(({ trouble }) => isPoison(trouble));
}

/** How many of them in the hour before. */
function lately(before: readonly { at: string }[], moment: Date): number {
  return before.filter(({ at }) => moment.getTime() - Date.parse(at) < hourMs).length;
}

/** The plan for a mail that could not be read before: its trouble is over, and whoever heard of it hears that. */
export function readAtLast(plan: Plan, { mail }: MailCause, register: Register, policy: Policy): Plan {
  const seen = register.mails.get(mail.id);
  const open = openTrouble(`poison/${mail.id}`, register);
  if (!seen || !open) return plan;
  const told = over(`poison/${mail.id}`, `Le courriel de ${unreadWords(seen, policy)}, est lu et inscrit.`, policy);
  const before = setAsideBefore(register);
  const place = before.findLastIndex(({ trouble }) => trouble === open.trouble);
  const letters = lately(before.slice(0, place), new Date(open.at)) < mostPerHour ? told.letters : [];
  return { ...plan, events: [...plan.events, ...told.events], letters: [...plan.letters, ...letters] };
}
