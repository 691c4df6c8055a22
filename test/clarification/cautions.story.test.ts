import { beforeEach, expect, test } from 'vitest';
import { oddities } from '../../src/clarification/cautions.ts';
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

test.each<[string, string, string, RegExp | undefined]>([
  ['as usual', '2027-07-29T14:00', '2027-07-29T14:45', undefined],
  ['on a Saturday', '2027-07-31T14:00', '2027-07-31T14:45', /: jour non ouvrable chez nous\.$/],
  ['on a holiday of Quebec', '2027-06-24T14:00', '2027-06-24T14:45', /: jour non ouvrable chez nous\.$/],
  ['over noon', '2027-07-29T15:30', '2027-07-29T16:15', /: en dehors de nos heures\.$/],
  [
    'too late for them',
    '2027-07-29T19:30',
    '2027-07-29T20:15',
    /: en dehors des heures de travail chez le demandeur\.$/,
  ],
  ['over midnight', '2027-07-30T03:30', '2027-07-30T04:15', /: en dehors de nos heures; en dehors des heures/],
  ['of another length', '2027-07-29T13:00', '2027-07-29T15:00', /: 120\u00A0minutes au lieu de 45\.$/],
])('a time %s', (_which, start, end, told) => {
  const slot = { start: `${start}:00.000Z`, end: `${end}:00.000Z` };
  const [odd] = oddities(slot, { timeZone: 'Africa/Accra' }, desk.world.policy);
  if (told) expect(odd).toMatch(told);
  else expect(odd).toBeUndefined();
});

test('staff is told what is odd about the times that it writes', async () => {
  await command(officer, '#rencontre 2027-03-27 10 h; 2027-03-23 12 h');
  const told = oneLine((await last(officer)).text);
  expect(told).toContain(
    'Samedi 27 mars 2027, 10 h 00 (Val-d’Or, UTC−4) · samedi 27 mars 2027, 14 h 00 (Rabat, UTC+0) : jour non ouvrable chez nous.',
  );
  expect(told).toContain(
    'Mardi 23 mars 2027, 12 h 00 (Val-d’Or, UTC−4) · mardi 23 mars 2027, 16 h 00 (Rabat, UTC+0) : en dehors de nos heures.',
  );
});
