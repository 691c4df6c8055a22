import { beforeEach, expect, test } from 'vitest';
import { approver, command, desk, last, officer, only, opened, request } from '../correspondence.ts';
import { written } from '../world.ts';

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
});

const run = async (from: string, line: string, text = '') => {
  desk.world.clock.pass(1000);
  const before = desk.world.postman.sent.length;
  await command(from, line, text);
  return desk.world.postman.sent.slice(before).map(({ envelope }) => envelope.to);
};
const words = async (address: string) => {
  const { subject, text } = await last(address);
  return `${subject} ${text}`.replace(/\s+/g, ' ');
};

test('who was told that a request is theirs is told when that is undone', async () => {
  await run(officer, '#responsable dlavoie');
  expect(await run(officer, '#annuler')).toEqual([approver, officer]);
  expect(only().officer).toBeUndefined();
  expect(await words(approver)).toMatch(/Demande sans responsable .*Marie Tremblay.* #responsable dlavoie/);
});

test('who has it back is told too, and not who undoes it', async () => {
  await run(approver, '#prendre');
  await run(officer, '#prendre');
  expect(await words(approver)).toContain('Demande confiée à Marie Tremblay');
  expect(await run(officer, '#annuler')).toEqual([approver, officer]);
  expect(only().officer).toBe('dlavoie');
  expect(await words(approver)).toContain('Demande rendue à Denis Lavoie');
  await run(officer, '#prendre');
  expect(await run(approver, '#annuler')).toEqual([officer, approver]);
  expect(await words(officer)).toContain('Demande rendue à Denis Lavoie');
});

test('nobody is told who had no part in it', async () => {
  await run(officer, '#prendre');
  expect(await run(officer, '#annuler')).toEqual([officer]);
  await run(officer, '#responsable dlavoie');
  await run(officer, '#note', 'vu');
  expect(await run(officer, '#annuler')).toEqual([officer]);
});
