import { addBusinessDays } from '../model/calendar.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import { reachable } from '../model/network.ts';
import type { Policy } from '../model/policy.ts';
import type { Digest, Register } from '../model/register.ts';
import type { Notice } from '../model/request.ts';
import { envelope } from './addendum.ts';
import { answerButtons, titleOf } from './notice.ts';
import { readers } from './readers.ts';
import { interested, stances } from './stances.ts';

/** An answer that waits in the inbox came in time: it is read first. */
interface Step {
  id: string;
  due: string;
  afterMail: true;
}

/** What a digest still has before it: the reminder, then its end. `reminder/digest/short/2026-11-23T14:00:00.000Z` */
export function dueSteps(register: Register, policy: Policy, now: Date): Step[] {
  return [...register.digests].flatMap(([id, digest]) => {
    const end = endOf(digest);
    if (digest.closed || end === undefined) return [];
    if (now.getTime() > Date.parse(end)) return [{ id: `closing/${id}`, due: end, afterMail: true }];
    const { reminderDays, answerDays } = policy.modalities[digest.category];
    if (digest.reminded || reminderDays === undefined) return [];
    // A shorter time to answer has its reminder in the same proportion.
    const days = Math.max(1, Math.round((reminderDays * (digest.answerDays ?? answerDays)) / answerDays));
    const due = addBusinessDays(new Date(digest.at), days, policy.timeZone);
    const useful = due <= now && due.toISOString() < (digest.deadline ?? digest.answerBy ?? end);
    return useful ? [{ id: `reminder/${id}`, due: due.toISOString(), afterMail: true }] : [];
  });
}

/** The digest that a step is about. @throws if the id is not one that `dueSteps` made. */
export function readStepId(id: string): { step: 'reminder' | 'closing'; digest: string } {
  const [, step, digest] = /^(reminder|closing)\/(.+)$/.exec(id) ?? [];
  if ((step !== 'reminder' && step !== 'closing') || !digest) throw new Error(`cannot read the period id ${id}`);
  return { step, digest };
}

/** To each partner that was served and has not answered everything: what it has not answered, and until when it may. */
export function remind(id: string, register: Register, policy: Policy): { events: RegisterEvent[]; letters: Letter[] } {
  const digest = digestOf(id, register);
  const notices = noticesOf(digest, register);
  const deadline = digest.deadline ?? digest.answerBy ?? endOf(digest) ?? '';
  // Who answers nothing yet has the same letter as all others in that case.
  const letters = readers(digest, register, policy).flatMap(({ partner, to }): Letter[] => {
    const open = notices.filter(({ reference }) => !stances(digest, reference).has(partner));
    if (open.length === 0) return [];
    const data: LetterData['reminder'] = {
      category: digest.category,
      deadline,
      notices: open.map((notice) => ({
        reference: notice.reference,
        title: titleOf(notice),
        ...answerButtons(notice.reference, policy),
      })),
    };
    return [{ ...envelope(id, partner, to), name: 'reminder', data }];
  });
  return { events: [{ kind: 'digest-step', digest: id, step: 'reminded' }], letters };
}

/**
 * The end of the time to answer: every partner that was served learns the same result, and each requester learns of all
 * interest at once.
 * @returns also, for staff, who takes an interest in which request, and in which words.
 */
export function close(
  id: string,
  register: Register,
  policy: Policy,
): { events: RegisterEvent[]; letters: Letter[]; told: { reference: string; what: string; text: string }[] } {
  const digest = digestOf(id, register);
  const notices = noticesOf(digest, register);
  const named = (partner: string) => policy.partners.find((known) => known.id === partner)?.name ?? partner;
  const data: LetterData['result'] = {
    category: digest.category,
    deadline: endOf(digest) ?? '',
    notices: notices.map((notice) => ({
      reference: notice.reference,
      title: titleOf(notice),
      interested: interested(digest, notice.reference).map(({ partner }) => named(partner)),
    })),
  };
  const results = readers(digest, register, policy).map(
    ({ partner, to }): Letter => ({ ...envelope(id, partner, to), name: 'result', data }),
  );
  const introductions = notices.flatMap(({ reference }) => introduction(reference, digest, register, policy));
  const told = notices.map(({ reference }) => {
    const said = [...stances(digest, reference).values()].filter(({ interest }) => interest !== 'no-interest');
    const count = interested(digest, reference).length;
    return {
      reference,
      what:
        count === 1
          ? 'Échéance passée\u00A0: 1\u00A0établissement intéressé'
          : `Échéance passée\u00A0: ${count}\u00A0établissements intéressés`,
      text: said.map(({ partner, text }) => `${named(partner)}\u00A0: ${text.trim()}`).join('\n\n'),
    };
  });
  return {
    events: [{ kind: 'digest-step', digest: id, step: 'closed' }],
    letters: [...results, ...introductions],
    told,
  };
}

/** The last moment to answer; while deliveries are still open, the day that no extension passes. */
export function endOf({ deadline, latest }: Digest): string | undefined {
  return deadline ?? latest;
}

function introduction(reference: string, digest: Digest, register: Register, policy: Policy): Letter[] {
  const request = register.requests.get(reference);
  if (!request || request.status === 'closed' || !request.requester.address) return [];
  const { requester, language, subject } = request;
  const partners = interested(digest, reference).map(({ partner: id }) => {
    const partner = policy.partners.find((known) => known.id === id);
    const contact = partner && reachable(partner, register);
    // A person's name and address are passed on with consent only.
    return {
      name: partner?.name ?? id,
      contact: contact?.consent ? `${contact.name}, ${contact.address}` : '',
    };
  });
  return [
    {
      name: 'introduction',
      data: { name: requester.name, reference, subject, partners },
      to: { name: requester.name, address: requester.address },
      languages: language === 'fr' ? ['fr'] : ['fr', language],
      reference,
      thread: [],
      automatic: true,
    },
  ];
}

function noticesOf(digest: Digest, register: Register): Notice[] {
  return digest.references.flatMap((reference) => register.requests.get(reference)?.notice?.notice ?? []);
}

function digestOf(id: string, register: Register): Digest {
  const digest = register.digests.get(id);
  if (!digest) throw new Error(`cannot find ${id} in the register`);
  return digest;
}
