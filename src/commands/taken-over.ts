import { forwardedMail } from '../mail/forwarded.ts';
import type { Mail } from '../mail/mail.ts';
import { lettersOf, mailsOf } from '../model/filing.ts';
import { bareSubject } from '../model/kin.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { replyMark } from '../model/subject-marks.ts';
import { byFirstName, fold, readLine, readSubject, type Subject } from './grammar.ts';
import { commands } from './index.ts';

/**
 * The subject without the commands that its writer did not write: a reply carries the subject of what it answers, and in
 * that of an outsider's mail, or of our letter that tells of it, anybody can have put one.
 */
export function ownSubject(mail: Mail, register: Register, policy: Pick<Policy, 'referencePrefix'>): Subject {
  const subject = readSubject(mail.subject, policy.referencePrefix);
  if (subject.lines.length === 0) return subject;
  const theirs = answeredSubjects(mail, subject, register).map((each) => verbsOf(each, policy));
  const lines = subject.lines.filter(({ verb }) => {
    const places = theirs.map((verbs) => [verbs, verbs.indexOf(fold(verb))] as const).filter(([, at]) => at >= 0);
    // Whoever writes the same once more means it.
    for (const [verbs, at] of places) verbs.splice(at, 1);
    return places.length === 0;
  });
  return { ...subject, lines };
}

/** Whether the subject is that of a mail that never came here, so that nobody can tell who wrote its commands. */
export function ofUnknownMail({ subject, inReplyTo, references }: Mail, register: Register): boolean {
  const answered = [...inReplyTo, ...references];
  return (
    answered.length > 0 && isReply.test(subject) && !answered.some((messageId) => register.byMessageId.has(messageId))
  );
}

/**
 * Whether its commands are those of a mail that it shows below its own words: behind a mark that nobody knows, or none, they
 * are that mail's, and a forward runs nothing.
 */
export function passedOn(mail: Mail, { lines }: Subject, policy: Pick<Policy, 'referencePrefix'>): boolean {
  if (isReply.test(mail.subject)) return false;
  const below = forwardedMail(mail, []);
  const theirs = below ? verbsOf(below.subject, policy) : [];
  return lines.some(({ verb }) => theirs.includes(fold(verb)));
}

const isReply = new RegExp(String.raw`^\s*(?:\[[^\]]*\]\s*)*${replyMark}`, 'iu');

/** Subjects of what the mail answers, as far as others wrote them. */
function answeredSubjects(mail: Mail, { reference }: Subject, register: Register): string[] {
  const writer = mail.from[0]?.address;
  const threaded = [...mail.inReplyTo, ...mail.references].flatMap((messageId) => {
    const { letter = '', mail: id = '' } = register.byMessageId.get(messageId) ?? {};
    const seen = register.mails.get(id);
    return register.letters.get(letter)?.subject ?? (seen && seen.from !== writer ? seen.subject : []);
  });
  if (threaded.length > 0 || !isReply.test(mail.subject)) return threaded;
  // Some programs answer without naming what: by the words of the subject.
  const request = register.requests.get(reference ?? '');
  if (!request) return [];
  const known = [
    ...lettersOf(register, request).map((id) => register.letters.get(id)?.subject),
    ...mailsOf(register, request)
      .map((id) => register.mails.get(id))
      .map((seen) => (seen?.from === writer ? undefined : seen?.subject)),
  ];
  const bare = bareSubject(mail.subject);
  return known.filter((subject) => subject !== undefined).filter((subject) => bare.startsWith(bareSubject(subject)));
}

function verbsOf(subject: string, { referencePrefix }: Pick<Policy, 'referencePrefix'>): string[] {
  return readSubject(subject, referencePrefix).lines.map(({ verb }) => fold(verb));
}

/**
 * Commands that mails before this one in the thread have run: « Re: » carries them along in the subject, from mail to
 * mail. The first mail without them ends that: whoever writes one then has typed it.
 */
export function carriedAlong(mail: Mail, register: Register, { referencePrefix }: Policy): readonly string[] {
  const verbsOf = (subject: string) =>
    readSubject(subject, referencePrefix).lines.map((line) => byFirstName(line, commands).verb);
  let carried = verbsOf(mail.subject);
  return [...new Set([...mail.inReplyTo.slice(0, 1), ...mail.references.toReversed()])].flatMap((messageId) => {
    const known = register.byMessageId.get(messageId);
    const letter = known?.letter ? register.letters.get(known.letter) : undefined;
    const before = letter?.inReplyTo ? register.byMessageId.get(letter.inReplyTo) : known;
    const seen = before?.mail ? register.mails.get(before.mail) : undefined;
    if (!seen) return [];
    carried = carried.filter((verb) => verbsOf(seen.subject).includes(verb));
    return (seen.commands ?? []).filter((line) => carried.includes(readLine(line).verb));
  });
}
