import { addBusinessDays } from '../model/calendar.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import { houseNamed } from '../model/network.ts';
import type { Policy } from '../model/policy.ts';
import type { Digest } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import type { Notice } from '../model/request.ts';
import { envelope } from './addendum.ts';
import { endOf, firstAcceptance, reminderDays, standingOf, toldEnd } from './deadline.ts';
import { answerButtons, titleOf } from './notice.ts';
import { outcome } from './outcome.ts';
import { served } from './readers.ts';
import { interested, stances, tooLate, unconfirmed } from './stances.ts';
import { inDoubt } from './time-jump.ts';
import { withdrawnBecause } from './withdrawn.ts';

/** An answer that waits in the inbox came in time: it is read first. */
interface Step {
  id: string;
  due: string;
  afterMail: true;
}

/** What a digest still has before it: the reminder, then its end. `reminder/digest/short/2026-11-23T14:00:00.000Z` */
export function dueSteps(register: Register, policy: Policy, now: Date): Step[] {
  return [...register.digests].flatMap(([id, digest]) => {
    const end = digest.closed ? undefined : endOf(id, digest, register);
    if (end === undefined) return [];
    if (now.getTime() > Date.parse(end))
      return inDoubt(end, register, policy, now) ? [] : [{ id: `closing/${id}`, due: end, afterMail: true }];
    const days = digest.reminderDays ?? reminderDays(policy.modalities[digest.category], digest.answerDays);
    if (digest.reminded || days === undefined) return [];
    const due = addBusinessDays(new Date(firstAcceptance(digest, register) ?? digest.at), days, policy.timeZone);
    const useful = due <= now && due.toISOString() < toldEnd(digest);
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
  const deadline = toldEnd(digest);
  // Who answers nothing yet has the same letter as all others in that case.
  const letters = served(digest, register, policy).flatMap(({ partner, to }): Letter[] => {
    // A question is no answer: who asks may still take part, or not.
    const open = notices.filter(
      ({ reference }) => (stances(digest, reference).get(partner)?.interest ?? 'question') === 'question',
    );
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
): {
  events: RegisterEvent[];
  letters: Letter[];
  told: { reference: string; what: string; text: string }[];
  /** Ids of institutions that the digest did not reach. */
  unserved: string[];
} {
  const digest = digestOf(id, register);
  const notices = noticesOf(digest, register);
  const named = (partner: string) => houseNamed(partner, register, policy);
  const letters = outcome(id, digest, notices, false, register, policy);
  // Of one that was closed meanwhile partners and requester hear nothing more; what was declared before is not lost.
  const closed = digest.references.filter(
    (reference) => register.requests.get(reference)?.status === 'closed' && interested(digest, reference).length > 0,
  );
  const told = [...notices.map(({ reference }) => reference), ...closed].map((reference) => {
    const said = [...stances(digest, reference).values()].filter(({ interest }) => interest !== 'no-interest');
    const count = interested(digest, reference).length;
    return {
      reference,
      what:
        count === 1
          ? 'Échéance passée\u00A0: 1\u00A0établissement intéressé'
          : `Échéance passée\u00A0: ${count}\u00A0établissements intéressés`,
      text: [
        ...said.map(({ partner, text }) => `${named(partner)}\u00A0: ${text.trim()}`),
        ...tooLate(digest, reference).map(
          (partner) => `${named(partner)}\u00A0: intérêt arrivé après l’échéance, qui n’a pas été compté.`,
        ),
        ...unconfirmed(digest, reference).map(
          ({ partner, late }) =>
            `${named(partner)}\u00A0: réponse non confirmée${late ? ', arrivée après l’échéance' : ''}, qui n’a pas été comptée.`,
        ),
      ].join('\n\n'),
    };
  });
  const unserved = (digest.partners ?? []).filter(
    (partner) => register.letters.get(digest.letters[partner] ?? '')?.state !== 'accepted',
  );
  return {
    events: [...takenBack(id, unserved, register), { kind: 'digest-step', digest: id, step: 'closed' }],
    letters,
    told,
    unserved: unserved.filter(
      (partner) =>
        // Who takes over from somebody may be without it; the institution had it.
        standingOf(partner, digest, register)?.letter.state !== 'accepted' &&
        policy.partners.some((known) => known.id === partner),
    ),
  };
}

/** A digest that came after its own deadline would ask for answers that no longer count. */
function takenBack(digest: string, unserved: readonly string[], register: Register): RegisterEvent[] {
  return [...register.outbox].flatMap((id): RegisterEvent[] => {
    const letter = register.letters.get(id);
    if (letter?.digest !== digest || !unserved.includes(letter.partner ?? '')) return [];
    const { attempt } = letter;
    return [{ kind: 'delivery-changed', letter: id, state: 'withdrawn', attempt, response: withdrawnBecause.over }];
  });
}

function noticesOf(digest: Digest, register: Register): Notice[] {
  return digest.references.flatMap((reference) => {
    const request = register.requests.get(reference);
    // Of one that was closed since, partners were told that there is nothing to answer any more.
    return request?.status === 'closed' ? [] : (request?.notice?.notice ?? []);
  });
}

function digestOf(id: string, register: Register): Digest {
  const digest = register.digests.get(id);
  if (!digest) throw new Error(`cannot find ${id} in the register`);
  return digest;
}
