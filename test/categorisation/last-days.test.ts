import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readDates } from '../../src/categorisation/dates.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const lastDays = (text: string) =>
  readDates(text, today)
    .filter(({ deadline }) => deadline)
    .map(({ from }) => from.toString())
    .join(', ');

test.each<[words: string, expected: string]>([
  // Not before: a day that something begins.
  ['Nous ne serons pas prêts avant le 15 janvier 2027', ''],
  ['Aucune échéance avant le 15 janvier 2027', ''],
  ['Aucune réponse ne sera lue avant le 15 janvier 2027', ''],
  ['Nous ne pouvons recevoir personne avant le 15 janvier 2027', ''],
  ['jamais avant le 15 janvier 2027', ''],
  ['not before 15 January 2027', ''],
  ['We cannot start before 15 January 2027', ''],
  ['We won’t be ready until 15 January 2027', ''],
  ['no antes del 15 de enero de 2027', ''],
  ['não antes de 15 de janeiro de 2027', ''],
  ['nunca antes del 15 de enero de 2027', ''],
  // Denied of something else, or to be minded.
  ['N’oubliez pas de répondre avant le 18 décembre 2026', '2026-12-18'],
  ['Don’t forget to apply before 18 December 2026', '2026-12-18'],
  ['Le budget n’est pas confirmé, réponse avant le 18 décembre 2026', '2026-12-18'],
  ['à déposer sans faute avant le 18 décembre 2026', '2026-12-18'],
  ['without fail by 18 December 2026', '2026-12-18'],
  ['no later than 18 December 2026', '2026-12-18'],
  ['not later than 18 December 2026', '2026-12-18'],
  ['pas plus tard que le 18 décembre 2026', '2026-12-18'],
  ['a más tardar el 18 de diciembre de 2026', '2026-12-18'],
  ['Aucune offre ne sera acceptée après le 18 décembre 2026', '2026-12-18'],
  ['No bids are accepted after 18 December 2026', '2026-12-18'],
  ['No se aceptan ofertas después del 18 de diciembre de 2026', '2026-12-18'],
  ['Début après le 15 janvier 2027', ''],
  ['We start after 15 January 2027', ''],
  // There is none.
  ['Pas de date limite, le 15 janvier 2027 convient', ''],
  ['Sans date limite; le 15 janvier 2027 convient', ''],
  ['There is no deadline, 15 January 2027 suits us', ''],
  ['sin fecha límite, el 15 de enero de 2027 conviene', ''],
  // The end of a stretch of time.
  ['du 15 janvier 2027 jusqu’au 30 juin 2027', ''],
  ['à partir du 15 janvier et jusqu’au 30 juin 2027', ''],
  ['from 15 January until 30 June 2027', ''],
  ['desde el 15 de enero hasta el 30 de junio de 2027', ''],
  ['La formation se poursuit jusqu’au 30 juin 2027', ''],
  ['The training runs until 30 June 2027', ''],
  ['La mission dure jusqu’au 30 juin 2027', ''],
  ['Candidatures jusqu’au 30 avril 2027', '2027-04-30'],
  ['L’appel est ouvert jusqu’au 30 avril 2027', '2027-04-30'],
  ['Applications are open until 30 April 2027', '2027-04-30'],
  ['Dépôt des offres du 1er décembre 2026 jusqu’au 18 décembre 2026', '2026-12-18'],
  ['Les offres sont reçues du 1er décembre 2026 jusqu’au 18 décembre 2026', '2026-12-18'],
  ['Dépôt des offres du 1er au 18 décembre 2026', '2026-12-18'],
  ['Visite avant le 8 décembre 2026', '2026-12-08'],
  // Called off.
  ['Date limite annulée : 30 mars 2027', ''],
  ['date limite : 18 décembre 2026 (annulée)', ''],
  ['La date limite du 18 décembre 2026 est levée', ''],
  ['The deadline of 18 December 2026 was lifted', ''],
  ['The deadline of 18 December 2026 no longer applies', ''],
  ['La date limite du 18 décembre 2026 ne tient plus', ''],
  ['La fecha límite del 18 de diciembre de 2026 fue cancelada', ''],
  ['La date limite du 18 décembre 2026 n’est pas annulée', '2026-12-18'],
  // Moved: only the new one counts.
  ['La date limite du 18 décembre est reportée au 15 janvier 2027', '2027-01-15'],
  ['La date limite est reportée du 18 décembre au 15 janvier 2027', '2027-01-15'],
  ['La date limite du 18 décembre 2026 est devancée au 11 décembre 2026', '2026-12-11'],
  ['La date limite du 18 décembre 2026 a été repoussée', ''],
  ['The deadline of 18 December 2026 was extended to 15 January 2027', '2027-01-15'],
  ['The deadline has been moved from 18 December to 15 January 2027', '2027-01-15'],
  ['deadline extended to 15 January 2027', '2027-01-15'],
  ['La fecha límite del 18 de diciembre se prorroga hasta el 15 de enero de 2027', '2027-01-15'],
  ['O prazo de 18 de dezembro foi prorrogado até 15 de janeiro de 2027', '2027-01-15'],
  ['La date limite du 18 décembre 2026 ne sera pas prolongée', '2026-12-18'],
  ['The deadline of 18 December 2026 will not be extended', '2026-12-18'],
  ['Date limite : le 15 janvier 2027 au lieu du 18 décembre 2026', '2027-01-15'],
  ['Date limite : le 15 janvier 2027 et non le 18 décembre 2026', '2027-01-15'],
  ['Deadline: 15 January 2027 instead of 18 December 2026', '2027-01-15'],
  ['La date limite, initialement le 18 décembre 2026, est maintenant le 15 janvier 2027', '2027-01-15'],
  ['The deadline, originally 18 December 2026, is now 15 January 2027', '2027-01-15'],
  // Another day of the same breath.
  ['Date limite : 18 décembre 2026, 17 h. La visite du 15 janvier 2027 est annulée', '2026-12-18'],
  ['Réponse avant le 18 décembre 2026, la visite étant reportée au 15 janvier 2027', '2026-12-18'],
  // A day that the month has not is its last.
  ['date limite : le 30 février 2027', '2027-02-28'],
  ['deadline: 31 April 2027', '2027-04-30'],
  ['fecha límite: 31/11/2026', '2026-11-30'],
  ['date limite : 2027-02-30', '2027-02-28'],
])('the last day of %j is %j', (text, expected) => {
  expect(lastDays(text)).toBe(expected);
});

test.each<[words: string, expected: string]>([
  ['entre mai et septembre 2027', '2027-05-01..2027-09-30 season'],
  ['de mai à septembre 2027', '2027-05-01..2027-09-30 season'],
  ['mai–septembre 2027', '2027-05-01..2027-09-30 season'],
  ['between May and September 2027', '2027-05-01..2027-09-30 season'],
  ['entre mayo y septiembre de 2027', '2027-05-01..2027-09-30 season'],
  ['entre mayo y setiembre de 2027', '2027-05-01..2027-09-30 season'],
  ['de novembre à mars 2028', '2027-11-01..2028-03-31 season'],
  ['entre mai et septembre', '2027-05-01..2027-09-30 season'],
  ['entre le 3 et le 7 mai 2027', '2027-05-03..2027-05-03 day'],
  ['entre el 3 y el 7 de mayo de 2027', '2027-05-03..2027-05-03 day'],
  ['between 3 and 7 May 2027', '2027-05-03..2027-05-03 day'],
  ['en septembre', '2027-09-01..2027-09-30 month'],
  ['fin novembre', '2026-11-01..2026-11-30 month'],
  ['in early March', '2027-03-01..2027-03-31 month'],
  ['a principios de marzo', '2027-03-01..2027-03-31 month'],
  ['en sept jours', '2026-11-30..2026-11-30 day'],
  ['nous may be ready', ''],
  ['ابتداءً من سبتمبر 2027', '2027-09-01..2027-09-30 month'],
  ['في جانفي ٢٠٢٨', '2028-01-01..2028-01-31 month'],
  ['وبكانون الثاني من سنة 2028', '2028-01-01..2028-01-31 month'],
  ['يوم 12 مارس 2027', '2027-03-12..2027-03-12 day'],
  ['من 8 إلى 12 مارس 2027', '2027-03-08..2027-03-08 day'],
  ['اباء 2027 عاملا', '2027-01-01..2027-12-31 year'],
  ['le 31 février 2027', '2027-02-28..2027-02-28 day'],
  ['May 3 people', ''],
  ['mai 2027 et mai 2028', '2027-05-01..2027-05-31 month, 2028-05-01..2028-05-31 month'],
])('%j is %j', (text, expected) => {
  const found = readDates(text, today).map(({ from, to, precision }) => `${from}..${to} ${precision}`);
  expect(found.join(', ')).toBe(expected);
});

describe('a stretch of days', () => {
  test.each<[words: string, expected: string]>([
    ['du 8 au 12 mars 2027', '2027-03-08–2027-03-12'],
    ['du 28 février au 4 mars 2027', '2027-02-28–2027-03-04'],
    ['du 28 février au 4 mars', '2027-02-28–2027-03-04'],
    ['du lundi 28 février\nau vendredi 4 mars', '2027-02-28–2027-03-04'],
    ['du 28/02/2027 au 04/03/2027', '2027-02-28–2027-03-04'],
    ['2027-02-28 – 2027-03-04', '2027-02-28–2027-03-04'],
    ['February 28 to March 4, 2027', '2027-02-28–2027-03-04'],
    ['February 28–March 4', '2027-02-28–2027-03-04'],
    ['from February 28 through March 4', '2027-02-28–2027-03-04'],
    ['del 28 de febrero al 4 de marzo de 2027', '2027-02-28–2027-03-04'],
    ['de 28 de fevereiro a 4 de março', '2027-02-28–2027-03-04'],
    ['entre le 28 février et le 4 mars', '2027-02-28–2027-03-04'],
    ['between February 28 and March 4', '2027-02-28–2027-03-04'],
    ['من 28 فبراير إلى 4 مارس 2027', '2027-02-28–2027-03-04'],
    // The next that is not over, across the end of the year, or with the year of one end.
    ['from Nov 28 to Dec 4', '2026-11-28–2026-12-04'],
    ['du 20 novembre au 4 décembre', '2026-11-20–2026-12-04'],
    ['28 nov. au 4 déc.', '2026-11-28–2026-12-04'],
    ['du 20 au 25 novembre', '2026-11-20–2026-11-25'],
    ['du 1er au 20 novembre', '2027-11-01–2027-11-20'],
    ['du 1er novembre au 20 novembre', '2027-11-01–2027-11-20'],
    ['du 20 décembre au 4 janvier', '2026-12-20–2027-01-04'],
    ['du 20 décembre au 4 janvier 2028', '2027-12-20–2028-01-04'],
    ['du 20 décembre 2027 au 4 janvier', '2027-12-20–2028-01-04'],
    ['du 20 décembre 2027 au 4 janvier 2028', '2027-12-20–2028-01-04'],
  ])('%j is %j', (text, expected) => {
    expect(readDates(text, today).map(({ from, last }) => `${from}–${last}`)).toEqual([expected]);
  });

  test.each([
    ['le 28 février et le 4 mars 2027'],
    ['le 28 février, puis le 4 mars 2027'],
    ['le 4 mars 2027. Au 28 février 2028'],
    ['le 4 mars. Au 28 avril 2027'],
    ['le 4 mars 2027 au 28 février 2027'],
    ['La visite est reportée du 28 février au 4 mars 2027'],
    ['Moved from February 28, 2027 to March 4, 2027'],
  ])('%j is two days', (text) => {
    expect(readDates(text, today).map(({ last }) => last)).toEqual([undefined, undefined]);
  });

  test('in which something is handed in is due at its end', () => {
    expect(readDates('Dépôt des offres du 28 novembre au 4 décembre', today)).toMatchObject([
      { deadline: true, from: Temporal.PlainDate.from('2026-12-04') },
    ]);
  });
});

test.each([
  ['du 28 au 30 février 2027', true],
  ['April 28 to 31, 2027', true],
  ['du 26 au 28 février 2027', false],
  ['le 29 février 2028', false],
])('%j names a day that the month has not: %j', (text, impossible) => {
  expect(readDates(text, today).map((date) => date.impossible === true)).toEqual([impossible]);
});
