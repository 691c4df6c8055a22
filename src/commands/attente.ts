import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { readDay } from '../clarification/moments.ts';
import { dateInWords } from '../model/date-format.ts';
import { localTime } from '../model/zones.ts';
import { defineCommand, type Refused } from './command.ts';
import { fold } from './grammar.ts';

const example = 'écrivez la date, par exemple #attente 2027-01-15, ou #attente fin.';

interface Until {
  until: Temporal.PlainDate | undefined;
  why: string;
}

/** « 2027-01-15, budget à voter », « jusqu’au jeudi 15 janvier : congé », « fin » → the day, and why. */
function untilAndWhy(given: string, today: Temporal.PlainDate): Until | Refused {
  const words = given.replace(/^(?:jusqu[’']au|jusque|au|le) /iu, '').split(' ');
  if (words.length === 1 && /^(?:fin|end)$/.test(fold(words[0] ?? ''))) return { until: undefined, why: '' };
  // The longest beginning that speaks of a date; what follows is the reason.
  for (let length = Math.min(words.length, longestDate); length > 0; length--) {
    const read = readDay(
      words
        .slice(0, length)
        .join(' ')
        .replace(/[\s,;:.]+$/u, ''),
      today,
    );
    if (!read) continue;
    if ('refused' in read) return { refused: `« ${given} »\u00A0: ${read.refused}` };
    return {
      until: read.day,
      why: words
        .slice(length)
        .join(' ')
        .replace(/^[\s,;:.]+/u, ''),
    };
  }
  return { refused: `${given ? `« ${given} » n’est pas une date` : 'La date manque'}\u00A0: ${example}` };
}

/** « jeudi 15 janvier 2027 » */
const longestDate = 4;

export const attente = defineCommand({
  names: ['attente', 'snooze', 'hold'],
  level: 'W',
  usage: '#attente 2027-01-15, motif',
  ownNumber: true,
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
  args: z.string(),
  plan: ({ request, policy, now, body }, words) => {
    const today = localTime(now, policy.timeZone).toPlainDate();
    const read = untilAndWhy(words, today);
    if ('refused' in read) return read;
    const { until, why } = read;
    const { reference, held } = request;
    const before = held ? dateInWords(held.until) : '—';
    if (!until) {
      if (!held) return { refused: 'La demande n’est pas en attente.' };
      return {
        events: [{ kind: 'request-held', reference, why: 'ended by hand' }],
        lines: [{ what: 'En attente jusqu’au', before, after: 'fin de l’attente' }],
      };
    }
    if (Temporal.PlainDate.compare(until, today) <= 0)
      return { refused: `Le ${dateInWords(until.toString())} n’est pas à venir : ${example}` };
    if (Temporal.PlainDate.compare(until, today.add({ years: 3 })) > 0)
      return { refused: `Le ${dateInWords(until.toString())} est trop loin : au plus trois ans.` };
    const reason = why || body.split('\n', 1)[0] || 'sans motif';
    return {
      events: [{ kind: 'request-held', reference, until: until.toString(), why: reason }],
      lines: [{ what: 'En attente jusqu’au', before, after: `${dateInWords(until.toString())} (${reason})` }],
      ...(request.notice &&
        !request.digest && { text: 'La fiche est libérée : elle part quand même avec le prochain bulletin.' }),
    };
  },
});
