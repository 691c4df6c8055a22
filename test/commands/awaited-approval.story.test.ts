import { beforeEach, expect, test } from 'vitest';
import {
  ama,
  approver,
  command,
  desk,
  fivePoints,
  last,
  officer,
  only,
  openedUnder,
  reply,
  request,
} from '../correspondence.ts';
import { genuine } from '../dissemination/release.ts';
import { buttonsIn } from '../pressing.ts';
import { bounceOf, written } from '../world.ts';
import { codeOf } from './attacker.ts';

beforeEach(async () => {
  await openedUnder((policy) => ({ ...policy, approval: { days: 5, past: 'ask' } }));
  await desk.world.arrives(desk.clerk, await written(request));
  await desk.world.arrives(desk.clerk, await reply(ama, fivePoints));
  await command(officer, '#catégorie court terme, budget voté #complet');
  await release();
});

async function release(): Promise<void> {
  await command(approver, '#diffuser');
  if ((await last(approver)).subject.includes('À confirmer'))
    await command(approver, `#confirmer ${await codeOf(approver)}`);
}
const asked = async () =>
  (await desk.world.lettersTo(ama)).filter(({ subject }) => subject.includes('Bon à diffuser')).length;

test('#diffuser asks nobody twice for the same text, and offers what does not wait', async () => {
  const { until } = only().approval ?? {};
  desk.world.clock.pass(86_400_000);
  await release();
  expect(await asked()).toBe(1);
  expect(only().approval?.until).toBe(until);
  const refused = await last(approver);
  expect(refused.text.replace(/\s+/g, ' ')).toContain(
    'est déjà demandé : le demandeur a jusqu’au lundi 30 novembre 2026',
  );
  const labels = buttonsIn(refused, approver).map(({ label }) => label);
  // First, and not below among all that is possible too.
  expect(labels[0]).toBe('Libérer la fiche sans bon à diffuser');
  expect(refused.text.split('Autres commandes')[0]).toContain('Libérer la fiche sans bon à diffuser');
  expect(labels).not.toContain('Demander au demandeur son bon à diffuser');
});

test('it asks again for another text', async () => {
  await desk.world.arrives(desk.clerk, await reply(ama, '1. Nature of the needs\nTraining of 14 instructors.\n'));
  await release();
  expect(await asked()).toBe(2);
});

test('it asks again when the question came back', async () => {
  await desk.world.arrives(desk.clerk, await bounceOf(desk.world, ama, '452 mailbox full, given up'));
  await release();
  expect(await asked()).toBe(2);
});

test('no last day is told to the requester by a clock that leapt and that no mail bears out', async () => {
  const { world, clerk } = desk;
  const right = world.clock.at;
  await command(approver, '#rectifier', 'Attentes : une attestation');
  await command(approver, `#confirmer ${await codeOf(approver)}`);
  world.clock.leap(30 * 86_400_000);
  await clerk.followAgenda();
  const sends = async (line: string, receivedAt: Date) => {
    const subject = `[${only().reference}] ${line}`;
    const raw = await written({ from: approver, subject, text: '', headers: genuine(approver) });
    world.mailbox.deliver(raw, receivedAt.toISOString());
    await world.work(clerk);
    return (await last(approver)).text.replace(/\s+/g, ' ');
  };
  await sends('#diffuser', right);
  const told = await sends(`#confirmer ${await codeOf(approver)}`, right);
  expect(told).toContain('L’heure du greffier n’est pas confirmée');
  expect(await asked()).toBe(1);
  // By the mail server's clock, too, so much time has passed.
  await sends('#diffuser', world.clock.at);
  await sends(`#confirmer ${await codeOf(approver)}`, world.clock.at);
  expect(await asked()).toBe(2);
  expect(only().approval?.until.slice(0, 10)).toBe('2027-01-06');
});
