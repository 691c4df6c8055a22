import type { RegisterEvent } from '../model/events.ts';
import { openRequests } from '../model/kin.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import { reachable, willing } from '../model/network.ts';
import type { Partner } from '../model/partner.ts';
import { passed } from '../model/passed.ts';
import { type Policy, usualHorizons } from '../model/policy.ts';
import type { Digest } from '../model/records.ts';
import type { Register } from '../model/register.ts';
import { type Category, categories, type Notice, points, type Request } from '../model/request.ts';
import { pointTitles, requesterKindNames } from '../model/wording.ts';
import { envelope } from './addendum.ts';
import { announced, daysBefore, type Promised, reminderDays, toldEnd } from './deadline.ts';
import { answerButtons, contactLine, countryName, dayName, titleOf } from './notice.ts';
import { inParts } from './parts.ts';
import { lastDue, nextDue } from './periods.ts';
import type { Reader } from './readers.ts';

/** `digest/short/2026-11-23T14:00:00.000Z` */
export interface Period {
  category: Category;
  due: Date;
}

export function periodId({ category, due }: Period): string {
  return `digest/${category}/${due.toISOString()}`;
}

/** @throws if the id is not one that `periodId` made. */
export function readPeriodId(id: string): Period {
  const [, name, at] = /^digest\/([a-z]+)\/(.+)$/.exec(id) ?? [];
  const category = categories.find((known) => known === name);
  const due = new Date(at ?? '');
  if (!category || Number.isNaN(due.getTime())) throw new Error(`cannot read the period id ${id}`);
  return { category, due };
}

/**
 * Released by the period's due time, and in no digest yet. What is released later waits for the next period; what seems
 * released in the future was released while the clock was wrong.
 */
export function awaiting({ category, due }: Period, register: Register, now: Date): Request[] {
  const released = (at: string) => Date.parse(at) <= due.getTime() || Date.parse(at) > now.getTime();
  return openRequests(register).filter(
    ({ notice, digest, status }) =>
      notice?.notice.category === category &&
      !digest &&
      // Withdrawn, or merged into another, since it was released.
      status !== 'closed' &&
      released(notice.at),
  );
}

/**
 * Requests whose outside deadline leaves less than the least time by now, and left more when they were released: the
 * digest was delayed, and people decide whether so little is enough.
 */
export function overtaken(requests: readonly Request[], policy: Policy, now: Date): Request[] {
  const { leastDays } = policy.horizons ?? usualHorizons;
  return requests.filter(({ notice }) => {
    if (notice?.notice.deadline === undefined) return false;
    const { deadline, category } = notice.notice;
    const { schedule, answerDays } = policy.modalities[category];
    const days = (from: Date) => daysBefore(deadline, answerDays, policy, from);
    const expected = nextDue(schedule, policy.timeZone, new Date(notice.at)) ?? now;
    return days(now) < leastDays && days(now) < days(expected);
  });
}

/**
 * The last period of each category, where it is not on the record and something waits for it. A mail in the inbox may take
 * the release back; but an inbox that cannot be read makes no digest miss its time.
 */
export function dueDigests(
  register: Register,
  policy: Policy,
  now: Date,
): { id: string; due: string; afterMail: true; waitsUntil: string }[] {
  // To search a schedule costs more than to see that nothing waits for it.
  const waiting = openRequests(register).filter(({ notice, digest }) => notice && !digest);
  return categories.flatMap((category) => {
    if (!waiting.some(({ notice }) => notice?.notice.category === category)) return [];
    const due = lastDue(policy.modalities[category].schedule, policy.timeZone, now);
    if (!due) return [];
    const id = periodId({ category, due });
    if (register.digests.has(id) || passed(register, id)) return [];
    if (awaiting({ category, due }, register, now).length === 0) return [];
    const waitsUntil = new Date(due.getTime() + policy.modalities[category].lateWindowMs / 2).toISOString();
    return [{ id, due: due.toISOString(), afterMail: true as const, waitsUntil }];
  });
}

/**
 * What goes out in a period, to every partner in its own envelope, the same for all: one digest, one more for each
 * shorter time that outside deadlines leave, so that no request takes time from another, and further parts where one
 * mail would be clipped.
 */
export function planDigest(
  id: string,
  requests: readonly Request[],
  register: Register,
  policy: Policy,
  now: Date,
): { events: RegisterEvent[]; letters: Letter[] } {
  const { category, due } = readPeriodId(id);
  const byTime = new Map<string, { promised: Promised; carried: Request[] }>();
  for (const request of requests) {
    const promised = announced(policy.modalities[category], request.notice?.notice.deadline, policy, now);
    const key = `${promised.answerBy} ${promised.latest}`;
    const known = byTime.get(key) ?? { promised, carried: [] };
    known.carried.push(request);
    byTime.set(key, known);
  }
  const longestFirst = [...byTime].sort(([a], [b]) => b.localeCompare(a));
  const parts = longestFirst.flatMap(([, { promised, carried }]) =>
    inParts(carried).map((requests, index, all) => ({
      promised,
      requests,
      numbered: all.length > 1 ? `partie ${index + 1} de ${all.length}` : '',
    })),
  );
  const digests = parts.map(({ promised, requests, numbered }, index) => {
    // The same moment, told apart by a millisecond.
    const own = periodId({ category, due: new Date(due.getTime() + index) });
    return oneDigest(own, requests, numbered, promised, register, policy);
  });
  return {
    events: digests.flatMap(({ events }) => events),
    letters: digests.flatMap(({ letters }) => letters),
  };
}

function oneDigest(
  id: string,
  requests: readonly Request[],
  numbered: string,
  { answerDays, ...promised }: Promised,
  register: Register,
  policy: Policy,
): { events: RegisterEvent[]; letters: Letter[] } {
  const { category } = readPeriodId(id);
  const shorter = answerDays < policy.modalities[category].answerDays;
  const notices = requests.flatMap(({ notice }) => (notice ? [noticeData(notice.notice, policy)] : []));
  const data: LetterData['digest'] = { category, numbered, answerDays, shorter, answerBy: promised.answerBy, notices };
  const letters = policy.partners.flatMap((partner) => digestLetter(id, partner, data, register));
  const references = requests.map((request) => request.reference);
  const partners = policy.partners.map((partner) => partner.id);
  const remindAfter = reminderDays(policy.modalities[category], answerDays);
  const planned = {
    ...{ category, references, partners, ...promised, answerDays, shorter },
    ...(remindAfter !== undefined && { reminderDays: remindAfter }),
    ...(numbered && { numbered }),
  };
  return {
    letters,
    events: [
      { kind: 'digest-planned', digest: id, ...planned },
      ...references.map((reference) => ({
        kind: 'status-changed' as const,
        reference,
        status: 'disseminated' as const,
        why: id,
      })),
    ],
  };
}

/** An institution without a working address is written to all the same: at worst the letter comes back again. */
function digestLetter(digest: string, partner: Partner, data: LetterData['digest'], register: Register): Letter[] {
  const to = reachable(partner, register) ?? willing(partner, register)[0];
  return to ? [{ ...envelope(digest, partner.id, to), name: 'digest', data }] : [];
}

/** The digest for somebody who has not got it, with its notices as they read now. */
export function digestAgain(
  id: string,
  digest: Digest,
  { partner, to }: Reader,
  register: Register,
  policy: Policy,
): Letter {
  const { category, answerDays = policy.modalities[category].answerDays } = digest;
  const notices = digest.references.flatMap((reference) => register.requests.get(reference)?.notice?.notice ?? []);
  const data: LetterData['digest'] = {
    category,
    numbered: digest.numbered ?? '',
    answerDays,
    shorter: digest.shorter ?? digest.answerDays !== undefined,
    answerBy: toldEnd(digest),
    notices: notices.map((notice) => noticeData(notice, policy)),
  };
  return { ...envelope(id, partner, to), name: 'digest', data };
}

function noticeData(notice: Notice, policy: Policy): LetterData['digest']['notices'][number] {
  return {
    notice,
    title: titleOf(notice),
    country: countryName(notice.country),
    kind: notice.kind ? requesterKindNames.fr[notice.kind] : '',
    deadline: notice.deadline === undefined ? '' : dayName(notice.deadline, 'fr'),
    contact: contactLine(notice),
    points: points.map((point) => ({ point, title: pointTitles.fr[point].title, value: notice.points[point] })),
    ...answerButtons(notice.reference, policy),
  };
}
