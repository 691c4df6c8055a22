import { z } from 'zod';
import type { Finding } from '../model/request.ts';
import { localTime } from '../model/zones.ts';
import { defineCommand } from './command.ts';

const most = 20;

export const recherche = defineCommand({
  names: ['recherche', 'research'],
  level: 'W',
  usage: '#recherche',
  forms: [
    {
      usage: '#recherche',
      label: 'Ajouter un résultat de recherche (dans le corps)',
      body: 'Site web : \nSource : \n',
      open: true,
    },
  ],
  summary:
    'Verse au dossier ce que vous avez trouvé, un résultat par ligne (« Site web : … »); une ligne « Source : … » vaut pour toutes. Cela ne sort jamais de l’Institut.',
  args: z.string(),
  plan: ({ request, body, person, policy, now }, words) => {
    const lines = [words, ...body.split('\n')].map((line) => line.trim()).filter(Boolean);
    const source = lines.map((line) => /^source\s*:\s*(\S.*)$/iu.exec(line)?.[1]).find(Boolean);
    const evidence = `${source ?? 'recherche'}, ${person.name}, ${localTime(now, policy.timeZone).toPlainDate()}`;
    const findings = lines
      .filter((line) => !/^source\s*:/iu.test(line) && !/:$/u.test(line))
      .map((line): Finding => {
        const [, kind, value] = /^([^:]{1,40}?)\s*:\s+(\S.*)$/su.exec(line) ?? [];
        return { kind: kind ?? 'Recherche', value: value ?? line, evidence };
      });
    if (findings.length === 0)
      return { refused: 'Écrivez dans le corps ce que vous avez trouvé, un résultat par ligne.' };
    if (findings.length > most) return { refused: `Au plus ${most} lignes : joignez le reste en note (#note).` };
    return {
      events: findings.map((finding) => ({ kind: 'finding-added', reference: request.reference, finding })),
      lines: findings.map(({ kind, value }) => ({ what: kind, before: '', after: value })),
    };
  },
});
