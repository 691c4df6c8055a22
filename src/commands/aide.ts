import type { Command } from './command.ts';

/** The one verb that needs no request: without one it shows them all. */
export const aide: Command = {
  names: ['aide', 'help'],
  level: 'R',
  office: true,
  usage: '#aide',
  summary: 'Montre les commandes possibles maintenant pour cette demande.',
  forms: () => [{ usage: '#aide', label: 'Voir tout ce qui est possible' }],
  obstacle: () => undefined,
  plan: () => ({ events: [], lines: [], help: true }),
};
