import type { RegisterEvent } from '../model/events.ts';
import type { Letter, LetterData } from '../model/letter.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import { categories, outcomes, statuses } from '../model/request.ts';
import { categoryNames, outcomeNames, statusNames } from '../model/wording.ts';
import { localTime } from '../model/zones.ts';
import { type Statistics, statistics } from './statistics.ts';

/** The letter about the last year, in January, once: `statistics/2026`. */
export function dueYearly(register: Register, policy: Policy, now: Date): { id: string; due: string }[] {
  const { year, month, hour } = localTime(now, policy.timeZone);
  const id = `statistics/${year - 1}`;
  if (month !== 1 || hour < 8 || !register.years.has(year - 1)) return [];
  if ([...register.years.values()].some(({ periods }) => periods[id] !== undefined)) return [];
  return [{ id, due: now.toISOString() }];
}

/** To each person of the staff: the year in figures. */
export function yearly(id: string, register: Register, policy: Policy): { events: RegisterEvent[]; letters: Letter[] } {
  const year = Number(id.split('/')[1]);
  const data = { year: String(year), groups: inFrench(statistics(register, year)) };
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

type Groups = LetterData['statistics']['groups'];

function inFrench({
  requests,
  byCountry,
  byStatus,
  byCategory,
  byOutcome,
  steps,
  dissemination,
  notDisseminated,
}: Statistics): Groups {
  const countries = new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'code' });
  const named = (counts: Record<string, number>, name: (key: string) => string) =>
    Object.entries(counts).map(([key, count]) => ({
      label: key === '?' ? 'non précisé' : name(key),
      value: String(count),
    }));
  const outcome = (key: string) => outcomeNames.fr[outcomes.find((known) => known === key) ?? 'mistake'];
  const groups: Groups = [
    { title: 'Demandes', rows: [{ label: 'Reçues', value: String(requests) }] },
    { title: 'Par pays', rows: named(byCountry, (key) => countries.of(key) ?? key) },
    {
      title: 'Par état',
      rows: named(byStatus, (key) => statusNames[statuses.find((known) => known === key) ?? 'received']),
    },
    {
      title: 'Par catégorie',
      rows: named(byCategory, (key) => categoryNames.fr[categories.find((known) => known === key) ?? 'long']),
    },
    { title: 'Par issue', rows: named(byOutcome, outcome) },
    {
      title: 'Délais depuis la réception, en jours (médiane; neuf sur dix)',
      rows: Object.entries(steps).map(([step, { requests: count, median, ninetieth }]) => ({
        label: stepNames[step as keyof Statistics['steps']],
        value: count === 0 ? 'aucune' : `${decimal(median)}; ${decimal(ninetieth)} (${count})`,
      })),
    },
    {
      title: 'Diffusion',
      rows: [
        { label: 'Bulletins', value: String(dissemination.digests) },
        { label: 'Fiches', value: String(dissemination.notices) },
        { label: 'Envois acceptés', value: `${dissemination.accepted} sur ${dissemination.letters}` },
        { label: 'Marques d’intérêt', value: String(dissemination.interest) },
        { label: 'Questions', value: String(dissemination.question) },
        { label: 'Sans intérêt', value: String(dissemination.noInterest) },
      ],
    },
    { title: 'Non diffusées, et pourquoi', rows: named(notDisseminated, outcome) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
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
