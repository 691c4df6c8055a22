import { Temporal } from 'temporal-polyfill';
import { fundingNames, readFunding, readFundingAnswer } from '../model/funding.ts';
import { type Horizons, type Policy, usualHorizons } from '../model/policy.ts';
import { type Category, type Point, type PointValue, points, type Request } from '../model/request.ts';
import { categoryNames } from '../model/wording.ts';
import { localTime } from '../model/zones.ts';
import { readDates } from './dates.ts';
import type { WrittenDate } from './written-date.ts';

/** The points that nobody has answered, nor marked as not applicable. */
export function missingPoints(request: Pick<Request, 'points'>): Point[] {
  return points.filter((point) => request.points[point] === undefined);
}

export function isComplete(request: Pick<Request, 'points'>): boolean {
  return missingPoints(request).length === 0;
}

/**
 * The category that the five points speak for, with the reasons in French; a person confirms it. Provisional when what
 * is missing or vague could still change it. `hangsOnMoney`: it starts so soon that it is short where the money is there,
 * and long where it is not, but nothing was said of it.
 */
export function proposeCategory(
  request: Pick<Request, 'points'>,
  { timeZone, horizons = usualHorizons }: Pick<Policy, 'timeZone' | 'horizons'>,
  now: Date,
): { category: Category; reasons: string[]; provisional: boolean; hangsOnMoney: boolean } {
  const facts = gather(request, localTime(now, timeZone).toPlainDate(), horizons);
  const verdict = firstVerdict(facts) ?? provisional('long', [startReason(facts), fundingReason(facts)]);
  const open = openQuestions(facts);
  const reasons = [...verdict.reasons, ...open];
  // So near a start is paid for or does not take place: nobody looks for money in that time.
  const hangsOnMoney =
    verdict.category !== 'short' && !facts.funding && startsWithin(facts, facts.horizons.shortMonths);
  return { category: verdict.category, reasons, provisional: verdict.provisional || open.length > 0, hangsOnMoney };
}

/** « Catégorie proposée : court terme, provisoire » */
export function proposalTitle({ category, provisional }: Pick<Verdict, 'category' | 'provisional'>): string {
  return `Catégorie proposée\u00A0: ${categoryNames.fr[category]}${provisional ? ', provisoire' : ''}`;
}

/** The first last day that the answers name and that is still to come, `YYYY-MM-DD`. */
export function outsideDeadline(
  answers: Answers,
  { timeZone }: Pick<Policy, 'timeZone'>,
  now: Date,
): string | undefined {
  return deadlineIn(answers, localTime(now, timeZone).toPlainDate())?.from.toString();
}

/** What the five points say, whoever said it. */
interface Answers {
  points: Partial<Record<Point, Pick<PointValue, 'value' | 'applies'>>>;
}

interface Facts {
  horizons: Horizons;
  today: Temporal.PlainDate;
  start: WrittenDate | undefined;
  deadline: WrittenDate | undefined;
  funding: ReturnType<typeof readFunding>;
}
interface Verdict {
  category: Category;
  reasons: string[];
  provisional: boolean;
}

function gather(answers: Answers, today: Temporal.PlainDate, horizons: Horizons): Facts {
  const said = sayings(answers);
  return {
    horizons,
    today,
    start: readDates(said('timeline'), today).filter((date) => ahead(date, today) && !date.deadline)[0],
    deadline: deadlineIn(answers, today),
    funding: readFundingAnswer(said('resources')) ?? readFunding(points.map(said).join('\n')),
  };
}

function deadlineIn(answers: Answers, today: Temporal.PlainDate): WrittenDate | undefined {
  const said = sayings(answers);
  return points
    .flatMap((point) => readDates(said(point), today))
    .filter((date) => date.deadline && ahead(date, today))
    .sort((a, b) => Temporal.PlainDate.compare(a.from, b.from))[0];
}

function sayings({ points: answered }: Answers): (point: Point) => string {
  return (point) => (answered[point]?.applies ? answered[point].value : '');
}

function ahead({ to, last = to }: WrittenDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(last, today) >= 0;
}

type Test = (facts: Facts) => Verdict | undefined;

/** In order; the first that gives a verdict wins. */
const tests: readonly Test[] = [
  ({ deadline, today, horizons }) =>
    deadline && daysTo(deadline, today) <= horizons.deadlineDays
      ? certain('short', [
          `Date limite extérieure\u00A0: «\u00A0${deadline.words}\u00A0», dans ${daysTo(deadline, today)}\u00A0jours (${horizons.deadlineDays} ou moins).`,
        ])
      : undefined,
  (facts) =>
    startsWithin(facts, facts.horizons.shortMonths) && facts.funding?.funding === 'committed'
      ? certain('short', [startReason(facts, facts.horizons.shortMonths), fundingReason(facts)])
      : undefined,
  (facts) =>
    facts.funding?.funding === 'none'
      ? certain('long', [
          fundingReason(facts),
          startReason(
            facts,
            startsWithin(facts, facts.horizons.mediumMonths) ? facts.horizons.mediumMonths : undefined,
          ),
        ])
      : undefined,
  (facts) =>
    facts.start && !startsWithin(facts, facts.horizons.mediumMonths)
      ? certain('long', [startReason(facts), fundingReason(facts)])
      : undefined,
  (facts) =>
    facts.start && facts.funding
      ? certain('medium', [startReason(facts, facts.horizons.mediumMonths), fundingReason(facts)])
      : undefined,
  (facts) =>
    facts.start || facts.funding
      ? provisional('medium', [startReason(facts, facts.horizons.mediumMonths), fundingReason(facts)])
      : undefined,
];

function firstVerdict(facts: Facts): Verdict | undefined {
  for (const test of tests) {
    const verdict = test(facts);
    if (verdict) return verdict;
  }
  return undefined;
}

const certain = (category: Category, reasons: string[]): Verdict => ({ category, reasons, provisional: false });
const provisional = (category: Category, reasons: string[]): Verdict => ({ category, reasons, provisional: true });

/** A whole year stands for its middle, anything narrower for its first day. */
function startsWithin({ start, today }: Facts, months: number): boolean {
  if (!start) return false;
  const day = start.precision === 'year' ? start.from.with({ month: 7, day: 1 }) : start.from;
  return Temporal.PlainDate.compare(day, today.add({ months })) <= 0;
}

function daysTo({ from }: WrittenDate, today: Temporal.PlainDate): number {
  return Math.max(0, today.until(from).days);
}

function startReason({ start, horizons }: Facts, months?: number): string {
  if (!start) return 'Début\u00A0: aucune date à venir dans l’échéancier.';
  if (months === undefined)
    return `Début\u00A0: «\u00A0${start.words}\u00A0», au-delà de ${horizons.mediumMonths}\u00A0mois.`;
  return `Début\u00A0: «\u00A0${start.words}\u00A0», d’ici ${months}\u00A0mois.`;
}

function fundingReason({ funding }: Facts): string {
  return funding
    ? `Financement ${fundingNames[funding.funding]}\u00A0: «\u00A0${funding.quote}\u00A0».`
    : 'Financement\u00A0: rien d’établi, à demander.';
}

/** What would change the category once it is settled. */
function openQuestions({ start, deadline, funding, today, horizons }: Facts): string[] {
  const open: string[] = [];
  const soon = deadline !== undefined && daysTo(deadline, today) <= horizons.deadlineDays;
  if (deadline && !soon)
    open.push(
      `Date limite extérieure\u00A0: «\u00A0${deadline.words}\u00A0»; court terme dès qu’elle est à ${horizons.deadlineDays}\u00A0jours ou moins.`,
    );
  for (const date of [start, deadline])
    if (date?.impossible) open.push(`«\u00A0${date.words}\u00A0» n’est pas un jour du calendrier\u00A0: à demander.`);
  const thresholds = [
    ...(funding?.funding === 'committed' ? [horizons.shortMonths] : []),
    ...(funding?.funding === 'none' ? [] : [horizons.mediumMonths]),
  ].map((months) => today.add({ months }));
  const straddles = thresholds.some(
    (day) => start && Temporal.PlainDate.compare(start.from, day) <= 0 && Temporal.PlainDate.compare(day, start.to) < 0,
  );
  if (straddles && !soon && start)
    open.push(`«\u00A0${start.words}\u00A0» est imprécis\u00A0: le jour du début peut changer la catégorie.`);
  return open;
}
