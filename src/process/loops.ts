import { alarm } from '../agenda/news.ts';
import { domainOf, untagged } from '../model/domain.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import { rowTrouble } from '../model/person-shown.ts';
import { type Policy, usualPerText } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { remindsOf } from '../reception/reminder.ts';
import { type Repetition, repetition, wordsKey } from '../reception/repetition.ts';
import { type SameText, sameText } from '../reception/same-text.ts';
import { broughtBy } from '../reception/substance.ts';
import { type Handler, type Reading, requestsNamed } from './reading.ts';

/** Staff hears of one correspondent's machine once in so many days. */
const quietMs = 30 * 86_400_000;

/** The request that the mail says again days later: nobody of the house has answered it. A row of letters is no reminder. */
export function reminded(
  { cause: { mail }, text, answerable }: Reading,
  again: Repetition | undefined,
  register: Register,
  now: Date,
): string | undefined {
  if (!answerable || (again?.kind !== 'words' && again?.kind !== 'nothing')) return undefined;
  const sender = mail.from[0]?.address ?? '';
  if (toldLately(`loop/${untagged(sender)}`, register, now)) return undefined;
  return remindsOf(sender, { words: wordsKey(mail, text), brings: broughtBy(mail, text) }, register, now);
}

/** Whether the mail is the work of a machine that bears no marker; people are never cut off by it: see `told`. */
export function repeated(reading: Reading, register: Register, policy: Policy, now: Date): Repetition | undefined {
  const { cause, text, thread } = reading;
  const says = {
    words: wordsKey(cause.mail, text),
    brings: broughtBy(cause.mail, text),
    inThread: thread?.kind === 'request',
    named: thread?.kind === 'proposed' ? [thread.reference] : thread ? [] : requestsNamed(reading, register, policy),
  };
  return repetition(cause.mail, says, cause.receivedAt, register, now);
}

/** Whether others sent the same text, and it is to have no letter. */
export function sentByOthers(
  { cause: { mail, receivedAt }, text }: Reading,
  register: Register,
  policy: Policy,
  now: Date,
): SameText | undefined {
  return sameText(mail, text, receivedAt, policy.ceilings.perTextPerDay ?? usualPerText, register, now);
}

/** To staff, once for such a text: nobody who sends it is answered any more. */
export function toldOfText(
  { kind, first, letters: count }: SameText,
  reference: string,
  register: Register,
  policy: Policy,
  now: Date,
): { events: RegisterEvent[]; letters: Letter[] } {
  const trouble = `text/${first}` as const;
  if (toldLately(trouble, register, now)) return { events: [], letters: [] };
  const what = {
    machine: `Le même texte, qui ne demande rien, vient d’une adresse puis d’une autre (la première\u00A0: ${first}), chaque fois après notre lettre, comme le ferait une machine\u00A0: le greffier n’en accuse plus réception.`,
    many: `Le même texte est venu de ${count} adresses en un jour (la première\u00A0: ${first}), et chacune a reçu un accusé\u00A0: c’est le plafond, les suivantes n’en reçoivent pas.`,
  }[kind];
  const todo = `Chaque courriel est inscrit au registre (à partir de ${reference}). Si des personnes l’ont écrit, répondez-leur vous-même.`;
  const why = 'the same text from one address after another';
  return { events: [{ kind: 'staff-alarmed', trouble, why }], letters: alarm(trouble, what, todo, policy) };
}

/** To staff, once: the clerk does not answer this correspondent again, why, and where its mail is. */
export function toldOnce(
  { cause: { mail } }: Reading,
  reference: string | undefined,
  register: Register,
  policy: Policy,
  now: Date,
  again?: Repetition,
): { events: RegisterEvent[]; letters: Letter[] } {
  const address = mail.from[0]?.address ?? '';
  const { name, ...troubles } = troublesOf(address, again);
  if (isToldOf(address, again, register, now)) return { events: [], letters: [] };
  const inRow = again?.kind === 'row' || again?.kind === 'often' || again?.kind === 'house';
  const trouble = inRow ? troubles.row : troubles.loop;
  const what = inRow
    ? `${name} écrit de nouveau après chacune de nos lettres automatiques, comme le ferait une machine, et rien ne montre encore qu’une personne les lit (aucune précision, aucune plage choisie)\u00A0: le greffier n’en accuse plus réception.`
    : whatRepeats(address, again);
  const where = reference === undefined ? 'au registre' : `à la demande ${reference}`;
  const todo = `Ses courriels sont inscrits ${where}. Si une personne les a écrits, répondez-lui vous-même.`;
  const event: RegisterEvent = { kind: 'staff-alarmed', trouble, why: 'answers our letters without adding anything' };
  return { events: [event], letters: alarm(trouble, what, todo, policy) };
}

/** Whether staff knows of the machine. */
export function isToldOf(address: string, again: Repetition | undefined, register: Register, now: Date): boolean {
  const { row, loop } = troublesOf(address, again);
  return toldLately(row, register, now) || toldLately(loop, register, now);
}

function troublesOf(address: string, again: Repetition | undefined) {
  const name = again?.kind === 'house' ? domainOf(address) : untagged(address);
  return { name, row: rowTrouble(name), loop: `loop/${name}` } as const;
}

function whatRepeats(address: string, again: Repetition | undefined): string {
  // It may be a person whom our letter did not reach.
  return again?.kind === 'words' && again.late
    ? `${address} envoie de nouveau le même texte, longtemps après notre lettre, comme le ferait une machine, ou qui ne l’a pas reçue\u00A0: le greffier n’y répond pas.`
    : `${address} répond à nos lettres comme le ferait une machine : le greffier ne lui répond plus.`;
}

/** Whether staff heard of that trouble within thirty days. */
export function toldLately(trouble: string, register: Register, now: Date): boolean {
  const alarms = [...register.years.values()].flatMap((year) => year.alarms);
  const before = alarms.findLast((past) => past.trouble === trouble);
  return before !== undefined && now.getTime() - Date.parse(before.at) < quietMs;
}

/**
 * The same for what a partner says for the first time. What it says again after our receipt is entered, and nothing else:
 * a receipt for a receipt would never end. Who forbids an answer gets none.
 */
export function once(handler: Handler): Handler {
  return (reading, register, policy, now) => {
    const plan = handler(reading, register, policy, now);
    const sender = reading.cause.mail.from[0]?.address;
    const letters = reading.answerable ? plan.letters : plan.letters.filter(({ to }) => to.address !== sender);
    if (
      repeated(reading, register, policy, now)?.kind !== 'words' ||
      plan.events.some((event) => isNew(event, register))
    )
      return { ...plan, letters };
    const seen = plan.events.filter(({ kind }) => kind === 'mail-received');
    const told = toldOnce(reading, reading.named, register, policy, now);
    return { ...plan, events: [...seen, ...told.events], letters: told.letters };
  };
}

/** Whether the partner said something else than it did last. */
function isNew(event: RegisterEvent, register: Register): boolean {
  if (event.kind !== 'interest-recorded') return event.kind !== 'mail-received';
  const digest = register.digests.get(register.requests.get(event.reference)?.digest ?? '');
  const last = digest?.answers.findLast(
    ({ partner, reference }) => partner === event.partner && reference === event.reference,
  );
  return last?.interest !== event.interest || last.unproven !== event.unproven;
}
