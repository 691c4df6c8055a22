import { beforeEach, expect, test } from 'vitest';
import { command, desk, last, officer, only, opened } from '../correspondence.ts';
import { written } from '../world.ts';

const salma = 's.idrissi@ofm-ma.example';
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

beforeEach(async () => {
  await opened();
  // Friday before the week in which Ramadan ends.
  desk.world.clock.at = new Date('2027-03-05T15:00:00Z');
  const text =
    'Bonjour,\n\nnotre office souhaite un appel.\n\nSalma Idrissi\nOffice de formation minière, Rabat, Maroc';
  await desk.world.arrives(desk.clerk, await written({ from: `Salma Idrissi <${salma}>`, subject: 'Visite', text }));
});

test('a slot that may fall on an Islamic feast is offered, and staff is told', async () => {
  expect(only().requester.country).toBe('MA');
  expect(only().slots[0]?.start.slice(0, 10)).toBe('2027-03-08');
  expect(oneLine((await last(officer)).text)).toContain(
    'Lundi 8 mars 2027, 13 h 30 (Rabat, UTC+0) : peut-être l’Aïd el-Fitr chez le demandeur, à une date estimée.',
  );
});

test('a date that staff writes is told to be a public holiday there, or a day of rest', async () => {
  await command(officer, '#rencontre 2027-07-30 10 h; 2027-07-29 10 h');
  const told = oneLine((await last(officer)).text);
  expect(told).toContain('Vendredi 30 juillet 2027, 14 h 00 (Rabat, UTC+0) : jour férié chez le demandeur.');
  expect(told).not.toContain('Jeudi 29 juillet');
});
