import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { Request } from '../../src/model/request.ts';
import { command, desk, fivePoints, officer, only, opened, request } from '../correspondence.ts';
import { written } from '../world.ts';

async function begin(): Promise<void> {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
}
async function run(line: string, body: string = ''): Promise<void> {
  desk.world.clock.pass(1000);
  await command(officer, line, body);
}
/** Everything but what no undo takes back: the mails, the letters and the story of it. */
function state(): Partial<Request> {
  const { mails: _, letters: __, history: ___, ...rest } = structuredClone(only());
  return rest;
}

test('#annuler restores exactly the state before each reversible verb, wherever the request stands', async () => {
  const reversible = commands.filter(({ level, names, office }) => level === 'W' && names[0] !== 'annuler' && !office);
  const bodies: Record<string, string> = {
    clarifier: fivePoints,
    recherche: 'Site web : https://tgtu.example',
    note: 'Appelée ce matin.',
  };
  const lineOf: Record<string, string> = { attente: '#attente 2027-01-15', responsable: '#responsable dlavoie' };
  const lines = reversible.map(({ names: [name], usage }) => ({
    name,
    line: lineOf[name] ?? usage,
    body: bodies[name] ?? 'Motif.',
  }));
  const named = (...names: string[]) => lines.filter(({ name }) => names.includes(name));
  const ways = [
    [],
    named('clarifier'),
    named('clarifier', 'catégorie'),
    named('clarifier', 'catégorie', 'complet'),
    named('indésirable'),
  ];
  const undone = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 4 }), async (prelude) => {
      await begin();
      for (const { line, body } of prelude) await run(line, body);
      for (const { name, line, body } of lines) {
        const before = state();
        const mails = desk.clerk.register.mails.size;
        await run(line, body);
        const ran = only().undo?.at(-1);
        const [mail] = [...desk.clerk.register.mails.keys()].slice(mails);
        if (!ran || ran.mail !== mail) continue;
        await run('#annuler');
        // Of what can be undone, only the newest five are kept.
        expect({ ...state(), undo: undefined }).toEqual({ ...before, undo: undefined });
        undone.add(name);
      }
    }),
    { examples: ways.map((way) => [way]), numRuns: ways.length + 5, seed: 20261123 },
  );
  // What is about two requests has tests of its own.
  const alone = [
    'prendre',
    'responsable',
    'note',
    'clarifier',
    'catégorie',
    'complet',
    'attente',
    'rouvrir',
    'indésirable',
    'recherche',
  ];
  expect([...undone]).toEqual(expect.arrayContaining(alone));
}, 60_000);
