import { z } from 'zod';
import { pauseOf, type Register } from '../model/register.ts';
import { defineOfficeCommand } from './command.ts';

export const pause = defineOfficeCommand({
  names: ['pause'],
  level: 'W',
  usage: '#pause',
  label: 'Arrêter tout envoi',
  summary: 'Arrête tout envoi à l’extérieur, à l’instant; l’équipe reçoit encore ses courriels. #reprendre le relance.',
  args: z.string(),
  plan: ({ register, body }, words) => {
    if (pauseOf(register)) return { refused: 'Les envois sont déjà arrêtés.' };
    const why = words || body.split('\n', 1)[0] || 'sans motif';
    return {
      events: [{ kind: 'sending-paused', paused: true, why }],
      lines: [{ what: 'Envois à l’extérieur', before: 'en marche', after: `arrêtés (${why})` }, waiting(register)],
    };
  },
});

export const reprendre = defineOfficeCommand({
  names: ['reprendre', 'resume'],
  level: 'X',
  usage: '#reprendre',
  label: 'Reprendre les envois',
  summary: 'Reprend les envois arrêtés par #pause, lettres retenues comprises; demande une confirmation par code.',
  args: z.string(),
  plan: ({ register }, words) => {
    const since = pauseOf(register);
    if (!since) return { refused: 'Les envois ne sont pas arrêtés.' };
    return {
      events: [{ kind: 'sending-paused', paused: false, why: words }],
      lines: [
        { what: 'Envois à l’extérieur', before: `arrêtés (${since.why})`, after: 'en marche' },
        waiting(register),
      ],
    };
  },
});

function waiting({ outbox }: Register) {
  return { what: 'Lettres en attente d’envoi', before: '', after: String(outbox.size) };
}
