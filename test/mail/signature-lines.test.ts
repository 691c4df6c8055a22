import { describe, expect, test } from 'vitest';
import { visibleText } from '../../src/mail/visible-text.ts';
import { mailOf } from './make.ts';

const written = (text: string, from: string) => visibleText(mailOf({ subject: 'Re: Demande', from, text }));
const kouadio = 'Kouadio Amani <k.amani@mines-ci.example>';
const ama = 'Ama Boateng <aboateng@tgtu.example>';

describe('lines of dashes that divide a letter', () => {
  test.each([
    ['as underlines', 'Besoins\n--\nformation de formateurs\n\nAttentes\n--\nun diplôme reconnu'],
    ['below headings with a colon', 'Needs:\n--\nmine rescue, 12 instructors\n\nTimeline:\n--\nMay 2027'],
    ['below headings in capitals', 'NEEDS\n--\nMine Rescue'],
    [
      'before who comes',
      'Plage 2.\n\n--\nLa rencontre devra inclure notre partenaire, la Chambre des mines.\n\nK. Amani',
    ],
    ['before who pays', 'Plage 2\n\n--\nBudget accordé par la Banque mondiale'],
    ['before a telephone to call', 'Plage 2\n\n--\nJoindre le recteur au +225 01 02 03 04 05'],
    ['before the author’s name in a sentence', 'Plage 2\n\n--\nAmani viendra avec deux collègues'],
    ['before a house that begins a sentence', 'Plage 2\n\n--\nÉcole à ouvrir en 2029, à Bouaflé ou à Daloa'],
    ['before a document', 'Voici.\n\n--\nhttps://drive.example/besoins-2027.pdf'],
    ['a dash', 'Plage 2\n\n—\nFormateurs : douze'],
    ['three of them', 'A\n--\nforage\n\nB\n--\ntopographie\n\nC\n--\nMécanique'],
  ])('keep what follows: %s', (_, text) => {
    expect(written(text.replaceAll('--\n', '-- \n'), kouadio)).toBe(text);
    expect(written(text, kouadio)).toBe(text);
  });

  test.each([
    'Plage 2',
    'La plage 2 nous convient.',
    'Slot 2, please',
    'May 2027 would be best.',
    'Could we meet on 3 December 2026?',
    'Est-ce possible en mai 2027 ?',
    'What about slot (2)?',
    'Avez-vous reçu « le plan »?',
    'ps: plage 2',
    'P.S. Plage 2',
    'Post-scriptum : le début serait en mai 2027.',
    'Nota : le directeur viendra aussi',
    'P.J. : le plan de formation',
    'PS Le directeur viendra aussi',
  ])('the author’s own words below their name are kept: « %s »', (words) => {
    expect(written(`Merci.\n\n-- \nAma Boateng\nDean\n${words}`, ama)).toContain(words);
    expect(written(`Merci.\n\n-- \nAma Boateng\nDean\n\n${words}`, ama)).toContain(words);
  });

  test.each([
    'Tel. +233 20 000 0000',
    'https://tgtu.example/?page',
    'Training minds since 1903.',
    'École fondée en 1903 par les mineurs.',
    'Registered in England and Wales, number 1234.',
    'Knowledge, truth and excellence.',
    'psychologue du travail',
    'Option Mines, 3e étage',
    'Bureau 12, pavillon B',
  ])('what houses and people sign with is cut: « %s »', (line) => {
    expect(written(`Merci.\n\n-- \nAma Boateng\nDean\n${line}`, ama)).toBe('Merci.');
  });

  test('what a mailbox is for is nobody’s name', () => {
    const text = 'Plage 2\n\n--\nFormation\nDouze formateurs, à Bouaflé';
    expect(written(text, 'Ministère <formation@mines.example>')).toBe(text);
  });

  test('of two, only the last may begin a signature', () => {
    expect(written('Slot 2.\n--\nThe dean will join with two colleagues from Accra\n--\nAma', ama)).toBe(
      'Slot 2.\n--\nThe dean will join with two colleagues from Accra',
    );
  });
});

describe('a signature behind the separator is cut', () => {
  test.each([
    ['a first name', ama, 'Ama'],
    ['a name without a capital', 'Rick <rick@mine.example>', 'rick'],
    ['an initial and a title', kouadio, 'Dr K. Amani, directeur de la formation'],
    ['a name that only the address tells', 'aboateng@tgtu.example', 'Ama Boateng\nDean'],
    ['bold letters', ama, '*Ama Boateng*\n*Dean*'],
    ['an Arabic name', 'كريم بن علي <k.benali@infm-dz.example>', 'د. كريم بن علي، المدير'],
    [
      'a clerk of the same house',
      'Secrétariat <info@mines-ci.example>',
      'Salma Idrissi\nDirectrice\n+212 5 37 00 00 00',
    ],
    ['a house and its site', 'Contact <info@mines-ci.example>', 'Ministère des Mines\nwww.mines.ci'],
    ['a name beside a site', ama, 'Ama Boateng - https://tgtu.example/staff/ama/index.html'],
    ['a name and a motto', ama, 'Ama Boateng\nWe dig deeper.'],
    ['a notice of the house', ama, 'This message is confidential. If you received it in error, please delete it.'],
    ['nothing', ama, ''],
    ['the line of a telephone', ama, 'Sent from my iPhone'],
  ])('%s', (_, from, signature) => {
    expect(written(`Slot 2.\n\n-- \n${signature}`, from)).toBe('Slot 2.');
  });

  test('and the footer of a list below it', () => {
    expect(written('Slot 2.\n\n-- \nAma\n\n-- \nTo unsubscribe, write to leave@list.example.', ama)).toBe('Slot 2.');
  });
});
