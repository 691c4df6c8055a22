import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { localTime } from '../model/zones.ts';
import { defineCommand } from './command.ts';
import { fold } from './grammar.ts';

const months = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];
const example = 'écrivez la date, par exemple #attente 2027-01-15, ou #attente fin.';

/** « 2027-01-15, budget à voter », « 15 janvier 2027 », « fin » → the day, and why. */
const dayAndReason = z.string().transform((given, context) => {
  const words = given.replace(/^(?:jusqu[’']au|jusque|au|le) /iu, '');
  if (/^(?:fin|end)$/.test(fold(words))) return { until: undefined, why: '' };
  const iso = /^(\d{4}-\d{2}-\d{2})(?=[\s,;:.]|$)[\s,;:.]*(.*)$/su.exec(words);
  const written = /^(\d{1,2})(?:er)? (\p{L}+)\.? (\d{4})(?=[\s,;:.]|$)[\s,;:.]*(.*)$/su.exec(words);
  const named = fold(written?.[2] ?? '');
  // « janv. » names one month alone; « jui » would name two.
  const like = named.length < 3 ? [] : months.filter((month) => month.startsWith(named));
  const month = like.length === 1 ? months.indexOf(like[0] ?? '') + 1 : 0;
  const [day, why = ''] = iso
    ? [iso[1], iso[2]]
    : [`${written?.[3]}-${String(month).padStart(2, '0')}-${written?.[1]?.padStart(2, '0')}`, written?.[4]];
  try {
    return { until: Temporal.PlainDate.from(day ?? '', { overflow: 'reject' }), why: why.trim() };
  } catch {
    context.addIssue({
      code: 'custom',
      message: `${words ? `« ${words} » n’est pas une date` : 'La date manque'} : ${example}`,
    });
    return z.NEVER;
  }
});

export const attente = defineCommand({
  names: ['attente', 'snooze', 'hold'],
  level: 'W',
  usage: '#attente 2027-01-15, motif',
  forms: ({ request: { held } }) => [
    ...(held ? [{ usage: '#attente fin', label: 'Mettre fin à l’attente' }] : []),
    {
      usage: '#attente',
      label: `${held ? 'Changer l’attente' : 'Mettre en attente'} (ajoutez la date dans l’objet : 2027-01-15)`,
      open: true,
    },
  ],
  summary: 'Met la demande en attente jusqu’à une date : d’ici là, rien n’est rappelé. « #attente fin » la reprend.',
  statuses: ['received', 'clarifying', 'categorised', 'complete', 'disseminated', 'dormant'],
  args: dayAndReason,
  plan: ({ request, policy, now, body }, { until, why }) => {
    const { reference, held } = request;
    const before = held?.until ?? '—';
    if (!until) {
      if (!held) return { refused: 'La demande n’est pas en attente.' };
      return {
        events: [{ kind: 'request-held', reference, why: 'ended by hand' }],
        lines: [{ what: 'En attente jusqu’au', before, after: 'fin de l’attente' }],
      };
    }
    const today = localTime(now, policy.timeZone).toPlainDate();
    if (Temporal.PlainDate.compare(until, today) <= 0) return { refused: `Le ${until} n’est pas à venir : ${example}` };
    if (Temporal.PlainDate.compare(until, today.add({ years: 3 })) > 0)
      return { refused: `Le ${until} est trop loin : au plus trois ans.` };
    const reason = why || body.split('\n', 1)[0] || 'sans motif';
    return {
      events: [{ kind: 'request-held', reference, until: until.toString(), why: reason }],
      lines: [{ what: 'En attente jusqu’au', before, after: `${until} (${reason})` }],
      ...(request.notice &&
        !request.digest && { text: 'La fiche est libérée : elle part quand même avec le prochain bulletin.' }),
    };
  },
});
