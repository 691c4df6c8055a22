import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import type { Request } from '../../src/model/request.ts';
import { ama, desk, fivePoints, genuine, last, officer, opened, reply, request } from '../correspondence.ts';
import { written } from '../world.ts';

/** Undo itself, and what #reprendre ends: that is no change of a request. */
const ends: ReadonlySet<string> = new Set(['annuler', 'pause']);
/** How each reversible verb is given here, and what goes into the body. */
const given: Readonly<Record<string, readonly [line: string, body?: string]>> = {
  prendre: ['#prendre'],
  responsable: ['#responsable dlavoie'],
  note: ['#note', 'Appelée ce matin.'],
  recherche: ['#recherche', 'Site web : https://tgtu.example'],
  clarifier: ['#clarifier', fivePoints],
  'compte-rendu': ['#compte-rendu', 'Rencontre tenue : le besoin est confirmé.'],
  catégorie: ['#catégorie moyen terme'],
  complet: ['#complet'],
  attente: ['#attente 2027-01-15'],
  rouvrir: ['#rouvrir'],
  indésirable: ['#indésirable'],
  transfert: ['#transfert diego@cobre.example Diego Soto', 'Busca una capacitación.'],
  fusionner: ['#fusionner 2026-0002'],
  scinder: ['#scinder 2'],
  nouveau: ['#nouveau téléphone', 'Nom : Fatoumata Bah\nObjet : Bauxite\n'],
};
/** What is about no request that is known. */
const alone = /^#(?:nouveau|transfert)/;

/** A request with two mails, and another one. */
async function begin(): Promise<void> {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
  await desk.world.arrives(desk.clerk, await reply(ama, 'One more thing.'));
  const other = { from: 'kofi@else.example', subject: 'Drilling', text: 'A course, please.' };
  await desk.world.arrives(desk.clerk, await written(other));
}
async function run(line: string, text: string = ''): Promise<void> {
  desk.world.clock.pass(1000);
  const subject = alone.test(line) || line.startsWith('[') ? line : `[INMQ-2026-0001] ${line}`;
  await desk.world.arrives(desk.clerk, await written({ from: officer, subject, text, headers: genuine(officer) }));
}

/** Every request, but what no undo takes back: its mails, letters and story. Of what can be undone five are kept. */
function everything(): Map<string, Partial<Request>> {
  return new Map(
    [...desk.clerk.register.requests].map(([reference, known]) => {
      const { mails: _, letters: __, history: ___, ...rest } = structuredClone(known);
      return [reference, { ...rest, undo: [] }];
    }),
  );
}

test('#annuler restores exactly the state before each reversible verb, wherever the request stands', async () => {
  const reversible = commands.filter(({ level, names: [name] }) => level === 'W' && !ends.has(name));
  expect(Object.keys(given).sort()).toEqual(reversible.map(({ names: [name] }) => name).sort());
  const lines = Object.entries(given).map(([name, [line, body = 'Motif.']]) => ({ name, line, body }));
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
      const { register } = desk.clerk;
      for (const { line, body } of prelude) await run(line, body);
      for (const { name, line, body } of lines) {
        const before = everything();
        const mails = register.mails.size;
        await run(line, body);
        const [mail] = [...register.mails.keys()].slice(mails);
        const ran = [...register.requests.values()].find(({ undo }) => undo?.at(-1)?.mail === mail);
        if (!ran) continue;
        await run(`[${ran.reference}] #annuler`);
        const after = everything();
        for (const [reference, state] of before) expect(after.get(reference)).toEqual(state);
        // A number is never given again: what the command entered was entered by mistake.
        for (const [reference, { status, outcome }] of after)
          if (!before.has(reference)) expect({ status, outcome }).toEqual({ status: 'closed', outcome: 'mistake' });
        undone.add(name);
      }
    }),
    { examples: ways.map((way) => [way]), numRuns: ways.length + 5, seed: 20261123 },
  );
  expect([...undone].sort()).toEqual(Object.keys(given).sort());
});

test('over what the requester wrote since, #annuler restores what is its own, or changes nothing and says why', async () => {
  const lines = Object.entries(given).map(([name, [line, body = 'Motif.']]) => ({ name, line, body }));
  const outcomes = { restored: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...lines),
      fc.constantFrom(fivePoints, 'Slot 2', 'Thank you.'),
      async ({ line, body }, words) => {
        await begin();
        const before = everything();
        await run(line, body);
        const [mail] = [...desk.clerk.register.mails.keys()].slice(-1);
        const ran = [...desk.clerk.register.requests.values()].find(({ undo }) => undo?.at(-1)?.mail === mail);
        if (!ran) return;
        const changes = structuredClone(ran.undo?.at(-1)?.changes ?? []);
        desk.world.clock.pass(60_000);
        await desk.world.arrives(desk.clerk, await reply(ama, words));
        const meanwhile = everything();
        await run(`[${ran.reference}] #annuler`);
        const after = everything();
        const { subject, text } = await last(officer);
        if (subject.includes('Rien n’a été changé')) {
          expect(after).toEqual(meanwhile);
          expect(text).toMatch(/ne peut plus être annulée/);
          outcomes.refused += 1;
          return;
        }
        for (const { reference, after: fields } of changes)
          for (const name of Object.keys(fields))
            if (before.has(reference))
              expect([reference, name, Reflect.get(after.get(reference) ?? {}, name)]).toEqual([
                reference,
                name,
                Reflect.get(before.get(reference) ?? {}, name),
              ]);
        outcomes.restored += 1;
      },
    ),
    { numRuns: 30, seed: 20261123 },
  );
  expect(Math.min(outcomes.restored, outcomes.refused)).toBeGreaterThan(0);
});
