import { alarm } from '../agenda/news.ts';
import { over } from '../agenda/troubles.ts';
import { momentLine } from '../clarification/wording.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Cause, Plan } from '../model/plan.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { openTroubles } from '../model/troubles.ts';
import type { MailCause } from './reading.ts';

/** After so long without another one, staff is told again. */
const calmMs = 3_600_000;
const isPoison = (trouble: string) => trouble.startsWith('poison/');

/** The raw mail is kept; the mail itself could not be read or decided upon. */
export function setAside(
  cause: Extract<Cause, { kind: 'poison' }>,
  register: Register,
  policy: Policy,
  now: Date,
): Plan {
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
    // One cause may spoil many: the first is told of, the others are in the morning mail.
    letters: toldLately(register, now) ? [] : alarm(trouble, what, todo, policy),
    folder: 'setAside',
  };
}

function toldLately(register: Register, now: Date): boolean {
  return openTroubles(register, isPoison).some(({ at }) => now.getTime() - Date.parse(at) < calmMs);
}

/** The plan for a mail that could not be read before: its trouble is over, and staff hears of it when it was the last. */
export function readAtLast(plan: Plan, { receivedAt, mail }: MailCause, register: Register, policy: Policy): Plan {
  const day = momentLine(new Date(receivedAt), 'fr', policy.timeZone);
  const told = over(`poison/${mail.id}`, `Le courriel mis à l’écart (reçu ${day}) est lu et inscrit.`, policy);
  const others = openTroubles(register, isPoison).some(({ trouble }) => trouble !== `poison/${mail.id}`);
  const letters = others ? [] : told.letters;
  return { ...plan, events: [...plan.events, ...told.events], letters: [...plan.letters, ...letters] };
}
