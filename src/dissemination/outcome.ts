import type { RegisterEvent } from '../model/events.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import { houseNamed, reachable } from '../model/network.ts';
import type { Policy } from '../model/policy.ts';
import type { Digest } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import type { Notice } from '../model/request.ts';
import { envelope } from './addendum.ts';
import { toldEnd } from './deadline.ts';
import { titleOf } from './notice.ts';
import { served } from './readers.ts';
import { interested } from './stances.ts';

/**
 * What comes of those notices of the digest: to every partner that was served the same result, to each requester all
 * interest at once.
 * @param completed - It takes the place of what they were told before.
 */
export function outcome(
  id: string,
  digest: Digest,
  notices: readonly Notice[],
  completed: boolean,
  register: Register,
  policy: Policy,
): Letter[] {
  const data: LetterData['result'] = {
    category: digest.category,
    deadline: toldEnd(digest),
    completed,
    notices: notices.map((notice) => ({
      reference: notice.reference,
      title: titleOf(notice),
      interested: interested(digest, notice.reference).map(({ partner }) => houseNamed(partner, register, policy)),
    })),
  };
  const results = (notices.length > 0 ? served(digest, register, policy) : []).map(
    ({ partner, to }): Letter => ({ ...envelope(id, partner, to), name: 'result', data }),
  );
  return [
    ...results,
    ...notices.flatMap(({ reference }) => introduction(reference, digest, completed, register, policy)),
  ];
}

/**
 * The outcome once more, where answers that came in time change it after all were told: lateness is of the mail, not of
 * when it was read or confirmed. Of a request that was closed since nobody outside hears anything more.
 * @param events - What is recorded of a partner's mail.
 * @returns also the references of which all are told anew.
 */
export function completion(
  events: readonly RegisterEvent[],
  register: Register,
  policy: Policy,
): { letters: Letter[]; references: string[] } {
  const changed = new Map<string, Notice[]>();
  for (const reference of new Set(
    events.flatMap((event) => ('interest' in event || event.kind === 'interest-confirmed' ? [event.reference] : [])),
  )) {
    const { digest: id = '', notice, status } = register.requests.get(reference) ?? {};
    const digest = register.digests.get(id);
    if (!digest?.closed || !notice || status === 'closed') continue;
    const houses = (of: Digest) => interested(of, reference).map(({ partner }) => partner);
    const [before, now] = [houses(digest), houses(withAnswers(digest, events))];
    if (before.length === now.length && before.every((partner) => now.includes(partner))) continue;
    changed.set(id, [...(changed.get(id) ?? []), notice.notice]);
  }
  const letters = [...changed].flatMap(([id, notices]) => {
    const digest = register.digests.get(id);
    return digest ? outcome(id, withAnswers(digest, events), notices, true, register, policy) : [];
  });
  return { letters, references: [...changed.values()].flat().map(({ reference }) => reference) };
}

/** As the digest will be once they are applied. */
function withAnswers(digest: Digest, events: readonly RegisterEvent[]): Digest {
  const confirmed = events.flatMap((event) => (event.kind === 'interest-confirmed' ? [event] : []));
  const known = digest.answers.map((answer) => {
    const { mail, partner, reference } = answer;
    const event = confirmed.find((one) => one.mail === mail && one.partner === partner && one.reference === reference);
    return event ? { ...answer, unproven: undefined, late: answer.late || event.late } : answer;
  });
  const recorded = events.flatMap((event) => (event.kind === 'interest-recorded' ? [{ ...event, at: '' }] : []));
  return { ...digest, answers: [...known, ...recorded] };
}

function introduction(
  reference: string,
  digest: Digest,
  completed: boolean,
  register: Register,
  policy: Policy,
): Letter[] {
  const request = register.requests.get(reference);
  if (!request || request.status === 'closed' || !request.requester.address) return [];
  const { requester, language, subject } = request;
  const partners = interested(digest, reference).map(({ partner: id }) => {
    const partner = policy.partners.find((known) => known.id === id);
    const contact = partner && reachable(partner, register);
    // A person's name and address are passed on with consent only.
    return {
      name: houseNamed(id, register, policy),
      contact: contact?.consent ? `${contact.name}, ${contact.address}` : '',
    };
  });
  return [
    {
      name: 'introduction',
      data: { name: requester.name, reference, subject, partners, completed },
      to: { name: requester.name, address: requester.address },
      languages: language === 'fr' ? ['fr'] : ['fr', language],
      reference,
      thread: [],
      automatic: true,
    },
  ];
}
