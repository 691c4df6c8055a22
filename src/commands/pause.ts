import { z } from 'zod';
import { pauseOf, type Register } from '../model/register.ts';
import { commandButtons } from './buttons.ts';
import { defineOfficeCommand, type Form } from './command.ts';

const wayBack: Form = { usage: '#reprendre', label: 'Reprendre les envois' };

export const pause = defineOfficeCommand({
  names: ['pause'],
  level: 'W',
  usage: '#pause',
  forms: [{ usage: '#pause', label: 'Arrêter tout envoi à l’extérieur' }],
  summary:
    'Arrête immédiatement tout envoi à l’extérieur; l’équipe reçoit encore ses courriels. #reprendre le relance.',
  args: z.string(),
  obstacle: ({ register }) => (pauseOf(register) ? 'Les envois sont déjà arrêtés.' : undefined),
  plan: ({ register, policy, body }, words) => {
    const why = words || body.split('\n', 1)[0] || 'sans motif';
    return {
      events: [{ kind: 'sending-paused', paused: true, why }],
      lines: [{ what: 'Envois à l’extérieur', before: 'en marche', after: `arrêtés (${why})` }, waiting(register)],
      buttons: commandButtons([wayBack], undefined, policy),
    };
  },
});

export const reprendre = defineOfficeCommand({
  names: ['reprendre', 'resume'],
  level: 'X',
  usage: '#reprendre',
  forms: [wayBack],
  summary: 'Reprend les envois arrêtés par #pause, lettres retenues comprises; demande une confirmation par code.',
  args: z.string(),
  obstacle: ({ register }) => (pauseOf(register) ? undefined : 'Les envois ne sont pas arrêtés.'),
  plan: ({ register }, words) => ({
    events: [{ kind: 'sending-paused', paused: false, why: words }],
    lines: [
      { what: 'Envois à l’extérieur', before: `arrêtés (${pauseOf(register)?.why})`, after: 'en marche' },
      waiting(register),
    ],
  }),
});

function waiting({ outbox }: Register) {
  return { what: 'Lettres en attente d’envoi', before: '', after: String(outbox.size) };
}
