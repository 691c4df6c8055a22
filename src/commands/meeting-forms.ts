import { isOver } from '../model/meetings.ts';
import type { Request } from '../model/request.ts';
import type { Form } from './command.ts';

const labels: Readonly<Record<string, string>> = {
  '#rencontre': 'Proposer des plages libres pour une rencontre',
  '#rencontre confirmer': 'Accepter l’autre date proposée',
  '#rencontre refuser': 'Refuser l’autre date proposée',
  '#rencontre reporter': 'Reporter la rencontre et proposer d’autres plages',
  '#rencontre annuler': 'Annuler la rencontre',
};

/** The form of one of the commands above. */
export function meetingForm(usage: string, label: string = labels[usage] ?? usage): Form {
  return { usage, label };
}

/** What can be done about a meeting as things stand. */
export function meetingForms({ meeting, chosen }: Request, now: Date): Form[] {
  const waiting = chosen
    ? [
        meetingForm(
          `#rencontre confirmer ${chosen.number}`,
          `Fixer la plage ${chosen.number}, choisie par le demandeur`,
        ),
      ]
    : [];
  if (!meeting || isOver(meeting, now)) return [...waiting, ...toPropose];
  const counter = meeting.counter ? [meetingForm('#rencontre confirmer'), meetingForm('#rencontre refuser')] : [];
  return [...waiting, ...counter, ...toChange];
}

const toChange: readonly Form[] = [
  {
    usage: '#rencontre reporter',
    label: 'Reporter la rencontre (ajoutez la nouvelle date dans l’objet : 2026-12-03 10\u00A0h)',
    open: true,
  },
  meetingForm('#rencontre reporter'),
  meetingForm('#rencontre annuler'),
];
const toPropose: readonly Form[] = [
  meetingForm('#rencontre'),
  {
    usage: '#rencontre',
    label: 'Proposer une rencontre (ajoutez la date dans l’objet : 2026-12-03 10\u00A0h)',
    open: true,
  },
  {
    usage: '#rencontre confirmer',
    label: 'Fixer une rencontre convenue (ajoutez la date dans l’objet : 2026-12-03 10\u00A0h)',
    open: true,
  },
];
