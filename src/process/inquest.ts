import { authorOf } from '../mail/contact-form.ts';
import type { Mail } from '../mail/mail.ts';
import { unreadIn } from '../mail/unread.ts';
import { verdictOf } from '../mail/verdict.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Finding } from '../model/request.ts';
import { likeness } from '../reception/imitation.ts';
import { inquire } from '../reception/inquiry.ts';
import { outlook } from './outlook.ts';

/** A mail that founds a request, and what reception made of it. */
interface Founding {
  mail: Mail;
  /** What the sender wrote, without quote and signature. */
  text: string;
  receivedAt: string;
  /** The requests that it may belong to. */
  near: readonly Finding[];
  /** Why the request is quarantined, in French; none for a sound one. */
  suspicions: readonly string[];
}

/** Everything that is found about a new request: what research tells, and what the later steps and our server make of it. */
export function inquest(
  { mail, text, receivedAt, near, suspicions }: Founding,
  register: Register,
  policy: Policy,
  now: Date,
): ReturnType<typeof inquire> & { unread: ReturnType<typeof unreadIn> } {
  const by = asOfAuthor(mail, policy);
  const { findings, ...known } = inquire(by, text, receivedAt, register);
  const { requester, said } = known;
  const [from] = mail.from;
  if (by !== mail && from) findings.push({ kind: 'passedOnBy', value: from.address, evidence: byForm });
  if (mail.from.length > 0) findings.push(authentication(mail, policy));
  if (suspicions.length === 0) findings.push(...outlook(said, requester, findings, policy, now));
  findings.push(...near);
  const like = from && likeness(from, policy);
  if (like && !like.poses)
    findings.push({ kind: 'namesake', value: requester.name || requester.address, evidence: like.why });
  const unread = unreadIn(mail);
  findings.push(...unread.map(({ words }) => ({ kind: 'unread', value: words, evidence: '' })));
  findings.push(...suspicions.map((why) => ({ kind: 'suspicion', value: why, evidence: '' })));
  return { ...known, findings, unread };
}

/** The mail with the author as From, where a web form or our own group passes on what somebody wrote. */
export function asOfAuthor(mail: Mail, { institute }: Policy): Mail {
  const author = authorOf(mail, [institute.address, ...institute.aliases]);
  return author ? { ...mail, from: [author] } : mail;
}

const byForm = 'formulaire d’un site, ou groupe; l’auteur est celui que le courriel nomme, sans preuve';

/** What our own server says of the sender; without a verdict nobody vouches for the From. */
function authentication(mail: Mail, policy: Policy): Finding {
  const value = verdictOf(mail, policy);
  const evidence = value === 'none' ? 'aucun en-tête de notre serveur' : 'en-tête de notre serveur';
  return { kind: 'authentication', value, evidence, confidence: value === 'none' ? 'possible' : 'sure' };
}
