import { interested } from '../dissemination/stances.ts';
import type { Policy } from '../model/policy.ts';
import { type Register, referenceYear } from '../model/register.ts';
import { points, type Request } from '../model/request.ts';
import type { Cell, Moment, Sheet } from '../model/sheet.ts';
import { categoryNames, outcomeNames, pointTitles, statusNames } from '../model/wording.ts';
import { offsetMinutes } from '../model/zones.ts';

/**
 * The register as a sheet, one line a request, oldest first. What the lines say is read when they are gone through.
 * @param year - Only the requests of that year; all without it.
 */
export function registerSheet(register: Register, policy: Policy, year?: number): Sheet {
  const requests = [...register.requests.values()].filter(
    ({ reference }) => year === undefined || referenceYear(reference) === year,
  );
  requests.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
  return {
    title: year === undefined ? 'Registre' : `Registre ${year}`,
    columns: columns.map(({ name, width = 18 }) => ({ name, width })),
    rows: {
      length: requests.length,
      *[Symbol.iterator]() {
        for (const request of requests) yield columns.map(({ value }) => value(request, register, policy));
      },
    },
  };
}

interface Column {
  name: string;
  width?: number;
  value(request: Request, register: Register, policy: Policy): Cell;
}

const columns: readonly Column[] = [
  { name: 'Référence', value: ({ reference }) => reference },
  { name: 'Reçue le', value: ({ receivedAt }, _, policy) => moment(receivedAt, policy, true) },
  { name: 'État', value: ({ status }) => statusNames[status] },
  { name: 'Issue', value: ({ outcome }) => (outcome ? outcomeNames.fr[outcome] : '') },
  {
    name: 'Responsable',
    value: ({ officer }, _, { staff }) => staff.find(({ id }) => id === officer)?.name ?? officer ?? '',
  },
  { name: 'Demandeur', value: ({ requester }) => requester.name },
  { name: 'Courriel', width: 28, value: ({ requester }) => requester.address },
  { name: 'Organisation', width: 28, value: ({ requester }) => requester.organisation ?? '' },
  { name: 'Pays', value: ({ requester }) => requester.country ?? '' },
  { name: 'Langue', width: 8, value: ({ language }) => language },
  { name: 'Objet', width: 40, value: ({ subject }) => subject },
  { name: 'Catégorie', value: ({ category }) => (category ? categoryNames.fr[category.category] : '') },
  ...points.map(
    (point): Column => ({
      name: pointTitles.fr[point].title,
      width: 32,
      value: ({ points: known }) => (known[point]?.applies === false ? 'sans objet' : (known[point]?.value ?? '')),
    }),
  ),
  { name: 'Rencontre', value: ({ meeting }, _, policy) => (meeting ? moment(meeting.start, policy, true) : '') },
  { name: 'En attente jusqu’au', value: ({ held }) => (held ? { local: `${held.until}T00:00`, time: false } : '') },
  {
    name: 'Diffusée le',
    value: ({ digest }, register, policy) => {
      const at = digest && register.digests.get(digest)?.at;
      return at ? moment(at, policy, false) : '';
    },
  },
  {
    name: 'Date limite des réponses',
    value: ({ digest }, register, policy) => {
      const deadline = digest && register.digests.get(digest)?.deadline;
      return deadline ? moment(deadline, policy, true) : '';
    },
  },
  {
    name: 'Partenaires intéressés',
    value: ({ digest, reference }, register) => {
      const carried = register.digests.get(digest ?? '');
      // Nobody learns of an interest before the deadline, and the sheet goes to staff.
      return carried?.closed ? interested(carried, reference).length : '';
    },
  },
];

function moment(at: string, { timeZone }: Policy, time: boolean): Moment {
  const moment = new Date(at);
  const local = new Date(moment.getTime() + offsetMinutes(moment, timeZone) * 60_000).toISOString();
  return { local: time ? local.slice(0, 16) : `${local.slice(0, 10)}T00:00`, time };
}
