import type { RegisterEvent } from '../model/events.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import { reachable, willing } from '../model/network.ts';
import type { Partner } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { type Category, categories, type Notice, points, type Request } from '../model/request.ts';
import { pointTitles } from '../model/wording.ts';
import { envelope } from './addendum.ts';
import { announced } from './deadline.ts';
import { answerButtons, countryName, titleOf } from './notice.ts';

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

/** Released by the period's due time, and in no digest yet. What is released later waits for the next period. */
export function awaiting({ category, due }: Period, register: Register): Request[] {
  return [...register.requests.values()].filter(
    ({ notice, digest, status }) =>
      notice?.notice.category === category &&
      !digest &&
      // Withdrawn, or merged into another, since it was released.
      status !== 'closed' &&
      Date.parse(notice.at) <= due.getTime(),
  );
}

/** One digest to every partner, each in its own envelope, all with the same content. */
export function planDigest(
  id: string,
  requests: readonly Request[],
  register: Register,
  policy: Policy,
  now: Date,
): { events: RegisterEvent[]; letters: Letter[] } {
  const { category } = readPeriodId(id);
  const promised = announced(policy.modalities[category], now, policy.timeZone);
  const data = digestData(category, requests, promised.answerBy, policy);
  const letters = policy.partners.flatMap((partner) => digestLetter(id, partner, data, register));
  const references = requests.map((request) => request.reference);
  const partners = policy.partners.map((partner) => partner.id);
  return {
    letters,
    events: [
      { kind: 'digest-planned', digest: id, category, references, partners, ...promised },
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

function digestData(
  category: Category,
  requests: readonly Request[],
  answerBy: string,
  policy: Policy,
): LetterData['digest'] {
  return {
    category,
    answerDays: policy.modalities[category].answerDays,
    answerBy,
    notices: requests.flatMap(({ notice }) => (notice ? [noticeData(notice.notice, policy)] : [])),
  };
}

function noticeData(notice: Notice, policy: Policy): LetterData['digest']['notices'][number] {
  return {
    notice,
    title: titleOf(notice),
    country: countryName(notice.country),
    points: points.map((point) => ({ point, title: pointTitles.fr[point].title, value: notice.points[point] })),
    ...answerButtons(notice.reference, policy),
  };
}
