import type { RegisterEvent } from '../model/events.ts';
import type { Button, Letter, LetterData } from '../model/letter.ts';
import { mailto } from '../model/mailto.ts';
import type { Partner } from '../model/partner.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { type Category, categories, type Notice, points, type Request } from '../model/request.ts';
import { categoryNames, pointTitles } from '../model/wording.ts';

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
    ({ notice, digest }) => notice?.notice.category === category && !digest && Date.parse(notice.at) <= due.getTime(),
  );
}

/** One digest to every partner, each in its own envelope, all with the same content. */
export function planDigest(
  id: string,
  requests: readonly Request[],
  policy: Policy,
): { events: RegisterEvent[]; letters: Letter[] } {
  const { category } = readPeriodId(id);
  const data = digestData(category, requests, policy);
  const letters = policy.partners.map((partner) => digestLetter(id, partner, data));
  const references = requests.map((request) => request.reference);
  return {
    letters,
    events: [
      { kind: 'digest-planned', digest: id, category, references },
      ...references.map((reference) => ({
        kind: 'status-changed' as const,
        reference,
        status: 'disseminated' as const,
        why: id,
      })),
    ],
  };
}

function digestLetter(digest: string, partner: Partner, data: LetterData['digest']): Letter & { name: 'digest' } {
  const [to] = partner.contacts;
  return { name: 'digest', data, to, languages: ['fr'], digest, partner: partner.id, thread: [], automatic: true };
}

function digestData(category: Category, requests: readonly Request[], policy: Policy): LetterData['digest'] {
  return {
    category,
    answerDays: policy.modalities[category].answerDays,
    notices: requests.flatMap(({ notice }) => (notice ? [noticeData(notice.notice, policy)] : [])),
  };
}

function noticeData(notice: Notice, policy: Policy): LetterData['digest']['notices'][number] {
  const { reference, organisation, country } = notice;
  const answer = (label: string, body: string): Button => ({
    label,
    href: mailto({ to: policy.institute.address, subject: `[${reference}] ${label}`, body }),
  });
  return {
    notice,
    title: `${organisation} (${categoryNames.fr[notice.category]})`,
    country: country
      ? (new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'code' }).of(country) ?? country)
      : '',
    points: points.map((point) => ({ point, title: pointTitles.fr[point].title, value: notice.points[point] })),
    interest: answer('Intérêt', 'Notre établissement souhaite participer.\n'),
    question: answer('Question', 'Notre question :\n'),
    noInterest: answer('Sans intérêt', 'Notre établissement ne participera pas.\n'),
  };
}
