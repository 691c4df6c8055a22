import type { DmarcVerdict } from '../mail/authentication.ts';
import { headerAll, type Mail } from '../mail/mail.ts';
import { verdictOf } from '../mail/verdict.ts';
import { keptAs } from '../model/filing.ts';
import type { Staff } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { makeKey, provesKey, provesPossession, readMessageId } from '../model/signature.ts';
import { type Level, levels, type Refused } from './command.ts';
import { readSubject } from './grammar.ts';

/** How long a letter of ours, by its time on the ledger, proves that the person who answers it holds the mailbox. */
const possessionDays = 30;

/** Who gives a command, and what proves it. */
export interface Authority {
  person: Staff;
  /** B: what the mail server itself says of the From. */
  verdict: DmarcVerdict;
  /**
   * C: the mail answers a letter, or names a key or code, that only this person received, about this request; the levels
   * that it proves this for.
   */
  possession: readonly Level[];
}

/** Fields that a mail has once at most (RFC 5322, 3.6; RFC 2045, 3), as far as a command hangs on them. */
const single = [
  ...['From', 'Sender', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References', 'To', 'Cc'],
  ...['Content-Type', 'Content-Transfer-Encoding'],
];

/** The staff member that the mail claims to come from (A), or why nobody can tell: a From proves nothing more. */
export function claimant(mail: Pick<Mail, 'from' | 'headers'>, staff: readonly Staff[]): Staff | Refused {
  const [author, ...others] = mail.from;
  if (others.length > 0) return { refused: 'Ce courriel a plusieurs expéditeurs.' };
  // Of two fields nobody knows which one the mail server judged: a signature covers the lowest (RFC 6376, 8.15).
  const twice = single.find((name) => headerAll(mail, name.toLowerCase()).length > 1);
  if (twice) return { refused: `Ce courriel porte deux fois le champ « ${twice} ».` };
  // A Sender that differs says that somebody else submitted it (RFC 5322, 3.6.2).
  const senders = headerAll(mail, 'sender').map((value) => (/<([^<>]*)>\s*$/.exec(value)?.[1] ?? value).trim());
  if (senders.some((sender) => sender.toLowerCase() !== author?.address))
    return { refused: 'Ce courriel a été envoyé par une autre personne que son expéditeur.' };
  const person = staff.find(({ address }) => address === author?.address);
  return person ?? { refused: 'L’expéditeur de ce courriel n’est pas de l’équipe.' };
}

/** Whom of the staff a mail names as its author, or as one of them. */
export function staffNamed({ from }: Pick<Mail, 'from'>, staff: readonly Staff[]): Staff | undefined {
  return staff.find((person) => from.some(({ address }) => address === person.address));
}

/** What proves that the claimant wrote the mail; `reference` is the request that the command is about. */
export function authorityOf(
  mail: Mail,
  person: Staff,
  reference: string | undefined,
  register: Register,
  policy: Policy,
  now: Date,
): Authority {
  const verdict = verdictOf(mail, policy);
  const answers = [...mail.inReplyTo, ...mail.references.toReversed()].some((messageId) => {
    const signed = readMessageId(messageId, policy.keys);
    const letter = signed && register.letters.get(signed.id);
    return (
      letter !== undefined &&
      provesPossession(
        messageId,
        { letter: letter.letter, person: person.address, reference: letter.reference },
        policy.keys,
      ) &&
      (sameRequest(letter.reference, reference, register) ||
        (reference !== undefined && letter.listed?.includes(reference) === true)) &&
      now.getTime() - Date.parse(letter.at) <= possessionDays * 86_400_000
    );
  });
  return { person, verdict, possession: answers ? levels : keyed(mail, person, reference, register, policy, now) };
}

/** What the key of a button proves: its own class of commands, about its own request. */
function keyed(
  mail: Mail,
  { address: person }: Staff,
  about: string | undefined,
  register: Register,
  { keys, referencePrefix }: Policy,
  now: Date,
): Level[] {
  const { key, reference } = readSubject(mail.subject, referencePrefix);
  if (key === undefined || !sameRequest(reference, about, register)) return [];
  return levels.filter((level) => provesKey(key, { person, reference: reference ?? '', level }, now, keys));
}

/** The key that a button needs for its reader: none where the mail server vouches for people, or a code is asked. */
export function keyFor(
  person: Staff,
  level: Level,
  reference: string | undefined,
  policy: Policy,
  now: Date,
): string | undefined {
  const { authservId, exchangeTenant } = policy;
  if (authservId !== undefined || exchangeTenant !== undefined || level === 'R' || level === 'S') return undefined;
  return newKey(person, level, reference, policy, now);
}

/** A key for the buttons of a letter to that person: it proves possession for that class of commands about that request. */
export function newKey(
  { address: person }: Staff,
  level: Level,
  reference: string | undefined,
  { keys }: Policy,
  now: Date,
): string {
  const until = new Date(now.getTime() + possessionDays * 86_400_000);
  return makeKey({ person, reference: reference ?? '', level }, until, keys);
}

/** Also under the old reference of a request that was merged. */
function sameRequest(one: string | undefined, other: string | undefined, register: Register): boolean {
  return one === other || (one !== undefined && keptAs(register, one) === other);
}

/** B or C: the mail comes from the person, for commands of that level; of any, if none is named. */
export function proven({ verdict, possession }: Authority, level?: Level): boolean {
  return verdict === 'pass' || (level === undefined ? possession.length > 0 : possession.includes(level));
}

/** Why this authority is not enough for a command of that level, in French; undefined when it is, but for a code. */
export function lacks(authority: Authority, level: Level): string | undefined {
  // Whoever saw a forwarded thread knows our Message-IDs; a From that is known to be forged stays forged.
  if (authority.verdict === 'fail')
    return 'Le serveur de courriel a reconnu que l’expéditeur de ce courriel est falsifié.';
  // What leaves the house without proof waits for its code, which only the person's own mailbox receives.
  if (level === 'R' || level === 'S' || proven(authority, level)) return undefined;
  return 'Rien ne prouve que ce courriel vient bien de vous : répondez directement à un courriel du greffier au sujet de cette demande.';
}

/**
 * Whether a one-time code (D) is wanted as well. A thread is leaked by one careless forward, and its Message-IDs with it:
 * they stand for what can be undone, never for what leaves the house.
 */
export function wantsCode({ verdict }: Authority, level: Level): boolean {
  return level === 'X' || (level === 'S' && verdict !== 'pass');
}
