import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { command } from '../dissemination/release.ts';
import { FakeWorld, written } from '../world.ts';

const ama = 'aboateng@tgtu.example';
const officer = 'mtremblay@greffier.test';
const approver = 'dlavoie@greffier.test';
const reference = 'INMQ-2026-0001';
const day = 86_400_000;

let world: FakeWorld;
let clerk: Clerk;

const request = () => {
  const found = clerk.register.requests.get(reference);
  if (!found) throw new Error('nothing is registered');
  return found;
};

describe('where silence is consent, a mail of the requester that does not answer the letter', () => {
  const writes = async (subject: string, text: string, more: Partial<Parameters<typeof written>[0]> = {}) =>
    world.arrives(clerk, await written({ from: ama, subject, text, ...more }));
  const timePasses = async () => {
    world.clock.pass(8 * day);
    await clerk.followAgenda();
    await clerk.sendDue();
  };
  const told = async () => {
    const letters = (await world.lettersTo(officer)).filter(({ text }) => text.includes('ne vaut plus accord'));
    return letters.map(({ text }) => text.replace(/[\s>]+/g, ' '));
  };
  beforeEach(async () => {
    world = new FakeWorld();
    world.policy = { ...world.policy, approval: { days: 5, past: 'release' } };
    clerk = await world.open();
    await writes('Training', 'Dear Sir,\n');
    const facts = ['Nature des besoins', 'Attentes', 'Type d’entente recherché', 'Ressources disponibles'];
    const text = `${facts.map((title) => `${title} : x`).join('\n')}\nÉchéancier préliminaire : mai 2027`;
    await command(world, clerk, officer, `[${reference}] #clarifier #catégorie court terme, voté #complet`, text);
    await command(world, clerk, approver, `[${reference}] #diffuser`);
  });

  test.each<[string, string, string]>([
    ['fresh, with no word of the request', 'Urgent', 'Please do not publish anything yet, our budget was cut.'],
    ['fresh, naming the reference in its text', 'Urgent', `Do not send the notice of ${reference}, please.`],
    ['fresh, a yes that names nothing', 'Your letter', 'Yes'],
  ])('%s, holds the release, and staff reads it beside the new request', async (_what, subject, text) => {
    await writes(subject, text);
    expect(request().approval?.disputed).toBe(true);
    expect(await told()).toEqual([expect.stringContaining(text)]);
    expect(clerk.register.requests.size).toBe(2);
    await writes('Once more', 'Did you read my mail of this morning?');
    expect(await told()).toHaveLength(1);
    await timePasses();
    expect(request().notice).toBeUndefined();
  });

  test('fresh, under the reference, is the answer that it was', async () => {
    await writes(`[${reference}]`, 'Please do not send it.');
    expect(request().approval).toBeUndefined();
    expect(await told()).toEqual([]);
  });

  test('about another letter of ours, holds it too, in one letter to staff; the yes after it counts', async () => {
    const [first] = await world.lettersTo(ama);
    const before = (await world.lettersTo(officer)).length;
    await writes(`Re: ${first?.subject}`, 'Please wait with all that.', { ...(first && { answers: first }) });
    expect(await told()).toHaveLength(1);
    expect(await world.lettersTo(officer)).toHaveLength(before + 1);
    const answers = (await world.lettersTo(ama)).find(({ subject }) => subject.includes('Bon à diffuser'));
    await writes(`Re: ${answers?.subject}`, 'Yes', { ...(answers && { answers }) });
    expect(request().notice).toBeDefined();
  });

  test('about another request of theirs, under its reference, says nothing of this one', async () => {
    await command(world, clerk, approver, `[${reference}] #rectifier`, 'Attentes : une attestation');
    await writes('Geology', 'Dear Sir, a second request: geology.');
    await command(world, clerk, approver, `[${reference}] #diffuser`);
    await writes('[INMQ-2026-0002] Geology', 'Needs: geology for twelve people.');
    expect(clerk.register.requests.size).toBe(2);
    expect(request().approval).toBeDefined();
    expect(request().approval?.disputed).toBeUndefined();
  });

  test.each<[string, Partial<Parameters<typeof written>[0]>]>([
    ['by a machine', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['by somebody else of the house', { from: 'rector@tgtu.example' }],
  ])('%s, is none', async (_what, more) => {
    await writes('Absence', 'I am away until January 5.', more);
    expect(request().approval?.disputed).toBeUndefined();
    await timePasses();
    expect(request().notice).toBeDefined();
  });
});
