import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
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
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
  await world.arrives(clerk, await written(asked));
});

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
