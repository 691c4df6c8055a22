import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { commands } from '../../src/commands/index.ts';
import type { Request } from '../../src/model/request.ts';
import { FakeWorld, written } from '../world.ts';

const ama = 'aboateng@tgtu.example';
const officer = 'mtremblay@greffier.test';
const genuine = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };
const asked = { from: `Ama Boateng <${ama}>`, subject: 'Mine rescue training', text: 'We look for training.' };
const fivePoints = `1. Nature des besoins
Former 12 instructeurs.
2. Attentes
Une attestation.
3. Type d’entente recherché
Contrat de services
4. Ressources disponibles
175 000 $, approuvés.
5. Échéancier préliminaire
Mai 2027.
`;

let world: FakeWorld;
let clerk: Clerk;
async function begin(): Promise<void> {
  world = new FakeWorld();
  clerk = await world.open();
  await world.arrives(clerk, await written(asked));
}
beforeEach(begin);

const only = (): Request => {
  const request = clerk.register.requests.get('INMQ-2026-0001');
  if (!request) throw new Error('the request is not registered');
  return request;
};
const command = async (line: string, text = '') => {
  world.clock.pass(1000);
  await world.arrives(
    clerk,
    await written({ from: officer, subject: `[INMQ-2026-0001] ${line}`, text, headers: genuine }),
  );
};
const lastAnswer = async () => (await world.lettersTo(officer)).at(-1)?.text.replace(/\s+/g, ' ') ?? '';

/** Everything but what no undo takes back: the mails, the letters and the story of it. */
function state(): Partial<Request> {
  const { mails: _, letters: __, history: ___, ...rest } = structuredClone(only());
  return rest;
}

describe('#annuler', () => {
  test('restores exactly the state before each reversible verb, wherever the request stands', async () => {
    const reversible = commands.filter(
      ({ level, names, office }) => level === 'W' && names[0] !== 'annuler' && !office,
    );
    const bodies: Record<string, string> = {
      clarifier: fivePoints,
      recherche: 'Site web : https://tgtu.example',
      note: 'Appelée ce matin.',
    };
    const written: Record<string, string> = { attente: '#attente 2027-01-15', responsable: '#responsable dlavoie' };
    const lines = reversible.map(({ names: [name], usage }) => ({
      name,
      line: written[name] ?? usage,
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
        for (const { line, body } of prelude) await command(line, body);
        for (const { name, line, body } of lines) {
          const before = state();
          const mails = clerk.register.mails.size;
          await command(line, body);
          const ran = only().undo?.at(-1);
          const [mail] = [...clerk.register.mails.keys()].slice(mails);
          if (!ran || ran.mail !== mail) continue;
          await command('#annuler');
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

  test('undoes one command after the other, back to the first', async () => {
    const first = state();
    await command('#clarifier', fivePoints);
    await command('#catégorie court terme, budget voté #complet');
    expect(only().status).toBe('complete');
    await command('#annuler');
    expect(only().status).toBe('categorised');
    await command('#annuler');
    expect(only().category).toBeUndefined();
    await command('#annuler');
    expect(state()).toEqual(first);
    await command('#annuler');
    expect(await lastAnswer()).toContain('Il n’y a rien à annuler');
  });

  test('is offered as a button with what was done', async () => {
    await command('#note', 'vu');
    const letter = (await world.lettersTo(officer)).at(-1);
    expect(letter?.html).toContain(encodeURIComponent('[INMQ-2026-0001] #annuler'));
  });

  test('does not undo over what somebody did since, and says what', async () => {
    await command('#clarifier', fivePoints);
    const [acknowledged] = await world.lettersTo(ama);
    if (!acknowledged) throw new Error('nothing was sent to the requester');
    const text = '4. Available resources\nThe budget was cut to CAD 100 000.\n';
    await world.arrives(clerk, await written({ from: ama, subject: 'Re: resources', text, answers: acknowledged }));
    const before = state();
    expect(before.points?.resources?.value).toContain('100 000');
    await command('#annuler');
    expect(state()).toEqual(before);
    expect(await lastAnswer()).toContain('depuis, ceci a changé encore (précisions)');
  });

  test('a daemon that starts anew can undo too', async () => {
    const before = state();
    await command('#note', 'vu');
    clerk = await world.open();
    await command('#annuler');
    expect(state()).toEqual(before);
  });

  test('tries commands on a copy: a mail that is refused in the end has changed nothing', async () => {
    const before = structuredClone(clerk.register.requests);
    await command('#note #catégorie jamais', 'vu');
    const { history: _, mails: __, letters: ___, ...rest } = before.get('INMQ-2026-0001') as Request;
    expect(state()).toEqual(rest);
  });
});
