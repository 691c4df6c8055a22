import { beforeEach, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { hashNotice } from '../../src/dissemination/notice.ts';
import type { Notice } from '../../src/model/request.ts';
import { FakeWorld, written } from '../world.ts';
import { command, release } from './release.ts';

const approver = 'dlavoie@greffier.test';
const partner = 'international@cfp-boreal.test';
const signed = 'Dear Sir,\n\nplease help us.\n\nAma Boateng\nDean, Tarkwa Gold Technical University\n';

let world: FakeWorld;
let clerk: Clerk;
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
});

const noticeOf = (reference: string) => clerk.register.requests.get(reference)?.notice?.notice;
const text = async (address: string) => (await world.lastLetterTo(address)).text.replace(/\s+/g, ' ');
const disseminated = async () => {
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
};

test('the kind of requester stands in the notice, as the signature says it', async () => {
  const reference = await release(world, clerk, { text: signed });
  expect(noticeOf(reference)?.kind).toBe('university');
  await disseminated();
  expect(await text(partner)).toContain('Type de demandeur : université');
});

test('where nobody knows it, the line is not there', async () => {
  const reference = await release(world, clerk);
  expect(noticeOf(reference)).not.toHaveProperty('kind');
  await disseminated();
  expect(await text(partner)).not.toContain('Type de demandeur');
});

test('of who passes a request on, the kind says nothing of who asks', async () => {
  const forwarded = `Bonjour,\nje vous transfère cette demande.\nSophie Roy\nBureau du Québec à Santiago\n\n---- Forwarded message ----\nFrom: Diego Soto <dsoto@cobrefuturo.example>\n\nBuscamos formación.\n`;
  await world.arrives(
    clerk,
    await written({ from: 'sroy@bureau-qc.example', subject: 'Transfert', text: forwarded, headers: {} }),
  );
  const [request] = clerk.register.requests.values();
  expect(request?.findings.map(({ kind }) => kind)).toContain('forwardedFor');
  expect(request?.requester.kind).toBeUndefined();
});

test('staff corrects it before the release, and after with an addendum', async () => {
  const reference = await release(world, clerk, { text: signed, corrections: 'Type de demandeur : Organisme public' });
  expect(noticeOf(reference)?.kind).toBe('public-agency');
  await disseminated();
  await command(world, clerk, approver, `[${reference}] #rectifier`, 'Type de demandeur : gouvernement');
  await clerk.sendDue();
  expect(noticeOf(reference)?.kind).toBe('government');
  expect(await text(partner)).toContain('Type de demandeur, maintenant gouvernement');
  expect(await text(partner)).toContain('Type de demandeur, auparavant organisme public');
});

test('a kind that is none is refused, with those that there are', async () => {
  const reference = await release(world, clerk);
  const refused = await command(world, clerk, approver, `[${reference}] #rectifier`, 'Type de demandeur : martien');
  expect(refused.text.replace(/\s+/g, ' ')).toMatch(/« martien » n’est pas un type de demandeur.*université/);
});

test('the hash is over the kind too, and stays what it was for a notice without one', () => {
  const notice: Notice = {
    reference: 'INMQ-2026-0001',
    organisation: 'TGTU',
    country: 'GH',
    category: 'short',
    points: { needs: 'a', expectations: 'b', agreementType: 'c', resources: 'd', timeline: 'e' },
  };
  expect(hashNotice({ ...notice, kind: 'school' })).not.toBe(hashNotice({ ...notice, kind: 'university' }));
  expect(hashNotice(notice)).toBe('5e2e4ef1f9f88ad66420f91ef6d8ca8a692d205aee74641cc2d738f0225b1ed6');
});
