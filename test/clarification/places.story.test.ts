import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { dayOffAbroad } from '../../src/clarification/slots.ts';
import { countries } from '../../src/reception/countries.ts';
import { ama, approver, command, desk, last, officer, only, opened, reply, request } from '../correspondence.ts';
import { written } from '../world.ts';

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const says = async (from: string, text: string) => {
  desk.world.clock.pass(600_000);
  await desk.world.arrives(desk.clerk, await reply(from, text));
};

beforeEach(opened);

describe('the requester’s clock', () => {
  test('of the province counts for what is offered, and is printed beside ours', async () => {
    const text = 'Hello,\n\nwe want to train instructors.\n\nAnn Lee\nYukon University, Whitehorse, Yukon';
    await desk.world.arrives(
      desk.clerk,
      await written({ from: 'ann@university.example.ca', subject: 'Training', text }),
    );
    expect(only().requester.timeZone).toBe('America/Whitehorse');
    for (const { start } of only().slots) expect(start.slice(11) >= '15:00').toBe(true);
    expect(oneLine((await last('ann@university.example.ca')).text)).toContain('(Whitehorse, UTC−7)');
  });

  test('follows the country that staff corrects', async () => {
    await desk.world.arrives(desk.clerk, await written(request));
    expect(only().requester.timeZone).toBe('Africa/Accra');
    await command(approver, '#rectifier', 'Pays : PE\n');
    const code = /#confirmer\s+([0-9A-Z]{10})/.exec((await last(approver)).text)?.[1];
    await command(approver, `#confirmer ${code}`);
    expect(only().requester).toMatchObject({ country: 'PE', timeZone: 'America/Lima' });
    expect(oneLine((await last(approver)).text)).toContain('America/Lima');
    await command(officer, '#rencontre');
    expect(oneLine((await last(ama)).text)).toContain('(Lima, UTC−5)');
    const again = await desk.world.open();
    expect(again.register).toEqual(desk.clerk.register);
  });

  test('is beside ours where a meeting is moved, and where it stands meanwhile', async () => {
    await desk.world.arrives(desk.clerk, await written(request));
    await says(ama, 'Slot 1, please.');
    await says(ama, 'Could we reschedule the meeting?');
    expect(oneLine((await last(ama)).text)).toMatch(
      /stays at the time agreed on: .*\(Val-d’Or, UTC−5\), that is .*\(Accra, UTC\+0\)/,
    );
    await says(ama, 'Slot 3, please.');
    expect(oneLine((await last(ama)).text)).toMatch(/Previous date:? .*\(Val-d’Or, UTC−5\) .*\(Accra, UTC\+0\)/);
  });

  test('without hours in common: a time that the requester proposes is told on both', async () => {
    const from = 'bat@gobivoc.example';
    const text = 'Hello,\n\nwe want advice on simulators.\n\nBat-Erdene T.\nUlaanbaatar, Mongolia';
    await desk.world.arrives(desk.clerk, await written({ from, subject: 'Simulators', text }));
    await says(from, 'We can stay late: December 3 at 9 pm would be possible.');
    const told = oneLine((await last(officer)).text);
    expect(told).toContain('jeudi 3 décembre 2026, 21 h 00 (Oulan-Bator, UTC+8)');
    expect(told).toContain('jeudi 3 décembre 2026, 8 h 00 (Val-d’Or, UTC−5)');
  });
});

/** 1 is Monday; by government practice of 2026. */
test.each([
  ['AE', [6, 7]],
  ['AF', [4, 5]],
  ['BD', [5, 6]],
  ['BN', [5, 7]],
  ['DZ', [5, 6]],
  ['EG', [5, 6]],
  ['IL', [5, 6]],
  ['IR', [4, 5]],
  ['MA', [6, 7]],
  ['MR', [6, 7]],
  ['MV', [5, 6]],
  ['NP', [6]],
  ['SA', [5, 6]],
  ['TN', [6, 7]],
  ['TR', [6, 7]],
])('the days of rest of %s are %j', (code, off) => {
  const timeZone = countries.get(code)?.timeZone ?? '';
  const monday = Temporal.PlainDate.from('2026-11-09');
  const resting = [1, 2, 3, 4, 5, 6, 7].filter(
    (weekday) => dayOffAbroad(monday.add({ days: weekday - 1 }), { timeZone }) === 'weekend',
  );
  expect(resting).toEqual(off);
});
