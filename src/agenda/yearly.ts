import { isBusinessDay } from '../model/calendar.ts';
import type { RegisterEvent } from '../model/events.ts';
import type { Letter } from '../model/letter.ts';
import type { FigureGroup } from '../model/letter-parts.ts';
import { passed } from '../model/passed.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { categories, outcomes, statuses } from '../model/request.ts';
import { categoryNames, outcomeNames, statusNames } from '../model/wording.ts';
import { localTime } from '../model/zones.ts';
import { type Statistics, statistics } from './statistics.ts';

/** The letter about the last year, on its first working day, once: `statistics/2026`. */
export function dueYearly(register: Register, policy: Policy, now: Date): { id: string; due: string }[] {
  const { year, hour } = localTime(now, policy.timeZone);
  const id = `statistics/${year - 1}`;
  if (hour < 8 || !isBusinessDay(now, policy.timeZone) || !register.years.has(year - 1)) return [];
  if (passed(register, id)) return [];
  return [{ id, due: now.toISOString() }];
}

/** To each person of the staff: the year in figures. */
export function yearly(id: string, register: Register, policy: Policy): { events: RegisterEvent[]; letters: Letter[] } {
  const year = Number(id.split('/')[1]);
  const groups = function* () {
    return inFrench(yield* statistics(register, year));
  };
  const data = { year: String(year), groups };
  const letters = policy.staff.map(
    ({ name, address }): Letter => ({
      name: 'statistics',
      data,
      to: { name, address },
      languages: ['fr'],
      thread: [],
      automatic: true,
    }),
  );
  return { events: [{ kind: 'period-passed', period: id, why: 'the figures of the year were sent' }], letters };
}

/** As many references stand beside a reason; the register has them all. */
const mostReferences = 10;

function inFrench(figures: Statistics): FigureGroup[] {
  const { requests, dissemination } = figures;
  const countries = new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'code' });
  const named = (counts: Record<string, number>, name: (key: string) => string) =>
    Object.entries(counts).map(([key, count]) => ({ label: labelled(key, name), value: String(count) }));
  const outcome = (key: string) => outcomeNames.fr[outcomes.find((known) => known === key) ?? 'mistake'];
  const status = (key: string) => statusNames[statuses.find((known) => known === key) ?? 'received'];
  const groups: FigureGroup[] = [
    { title: 'Demandes', rows: [{ label: 'Reçues', value: String(requests) }] },
    { title: 'Numéros donnés à ce qui n’était pas une demande', rows: named(figures.noRequests, outcome) },
    { title: 'Par pays', rows: named(figures.byCountry, (key) => countries.of(key) ?? key) },
    { title: 'Par type de demandeur', rows: named(figures.byRequesterKind, String) },
    { title: 'Par besoin (une demande peut en avoir plusieurs)', rows: named(figures.byNeed, String) },
    { title: 'Par état', rows: named(figures.byStatus, status) },
    {
      title: 'Par catégorie',
      rows: named(figures.byCategory, (key) => categoryNames.fr[categories.find((known) => known === key) ?? 'long']),
    },
    { title: 'Par issue', rows: named(figures.byOutcome, outcome) },
    {
      title: 'Délais depuis la réception (médiane)',
      rows: Object.entries(figures.steps).map(([step, days]) => ({
        label: stepNames[step as keyof Statistics['steps']],
        value: inDays(days, 'le jour même'),
      })),
    },
    {
      title: 'Temps passé dans chaque état (médiane)',
      rows: Object.entries(figures.stays)
        .filter(([, days]) => days.requests > 0)
        .map(([key, days]) => ({ label: status(key), value: inDays(days, 'moins d’un jour') })),
    },
    {
      title: 'Diffusion',
      rows: [
        { label: 'Bulletins', value: String(dissemination.digests) },
        { label: 'Fiches', value: String(dissemination.notices) },
        { label: 'Envois acceptés', value: `${dissemination.accepted} sur ${dissemination.letters}` },
        { label: 'Fiches qui ont suscité un intérêt', value: `${dissemination.wanted} sur ${dissemination.notices}` },
        { label: 'Marques d’intérêt', value: String(dissemination.interest) },
        { label: 'Questions', value: String(dissemination.question) },
        { label: 'Sans intérêt', value: String(dissemination.noInterest) },
      ],
    },
    {
      title: 'Non diffusées, et pourquoi',
      rows: Object.entries(figures.notDisseminated).map(([key, references]) => ({
        label: labelled(key, outcome),
        value: `${references.length} (${shown(references)})`,
      })),
    },
    { title: 'Pas encore diffusées, par état', rows: named(figures.notYet, status) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

function labelled(key: string, name: (key: string) => string): string {
  return key === '?' ? 'non précisé' : name(key);
}

/** « 2 jours; neuf fois sur dix, au plus 7 jours (3 demandes) » */
function inDays({ requests, median, ninetieth }: Statistics['steps']['taken'], none: string): string {
  if (requests === 0) return 'aucune demande';
  const counted = requests === 1 ? '1 demande' : `${requests} demandes`;
  const half = median === 0 ? none : days(median);
  return requests === 1 || ninetieth === 0
    ? `${half} (${counted})`
    : `${half}; neuf fois sur dix, au plus ${days(ninetieth)} (${counted})`;
}

function days(count: number): string {
  return `${decimal(count)}\u00A0${count < 2 ? 'jour' : 'jours'}`;
}

function shown(references: readonly string[]): string {
  const more = references.length - mostReferences;
  return [
    ...references.slice(0, mostReferences),
    ...(more > 0 ? [`et ${more} ${more === 1 ? 'autre' : 'autres'}`] : []),
  ].join(', ');
}

const stepNames: Readonly<Record<keyof Statistics['steps'], string>> = {
  acknowledged: 'Accusé de réception',
  taken: 'Prise en charge',
  categorised: 'Catégorie confirmée',
  complete: 'Dossier complet',
  disseminated: 'Diffusion',
  closed: 'Fermeture',
};

function decimal(days: number): string {
  return String(days).replace('.', ',');
}
