import { describe, expect, test } from 'vitest';
import { saidIn } from '../../src/commands/said.ts';
import { visibleText } from '../../src/mail/visible-text.ts';

const person = { id: 'mtremblay', name: 'Marie Tremblay', address: 'mtremblay@inm.example', roles: [] };
/** What the person said in a mail with that text. */
const said = (text: string) => saidIn(visibleText({ text, subject: '[INMQ-2026-0001] #répondre' }), person);

const signature = 'Marie Tremblay\nConseillère\nInstitut national des mines\n819 555-0100';

describe('nothing is said by', () => {
  test.each([
    '',
    '\n\n',
    signature,
    `-- \n${signature}`,
    `—\n${signature}`,
    'Marie',
    'M. Tremblay',
    'Envoyé de mon iPhone',
    'Sent from my iPhone',
    'Télécharger Outlook pour iOS',
    `\n\n${signature}\n\nEnvoyé de mon iPhone`,
    'Bonjour,',
    'Bonjour.',
    'Bonjour Madame Boateng,',
    'Bonjour à tous,',
    'Madame, Monsieur,',
    'Chère Ama,',
    'Chère madame la doyenne,',
    'Dear Ms. Boateng,',
    'Estimado Señor Soto:',
    `Bonjour Madame,\n\n\n\nCordialement,\n\n${signature}`,
    'Cordialement,',
    'Meilleures salutations,\nMarie',
    'Bien à vous,\n-- \nMarie Tremblay',
    '***',
  ])('%j', (text) => {
    expect(said(text)).toBe('');
  });
});

describe('something is said by', () => {
  test.each([
    'Bonjour, voici.',
    'Bonjour Madame, voici notre réponse.',
    'Bonjour voici la date',
    'Merci!',
    'Bonjour,\nMerci beaucoup.',
    'D’accord.',
    'Oui',
    'Reçu.',
    'Mardi 10 h',
    'Marie Tremblay vous appellera demain.',
    'Marie,\nl’appel est mardi.',
    'Denis Lavoie',
    'Ama Boateng\nDoyenne',
    'Organisation : \nPays : GH',
    'Chère collègue, le recteur a répondu.',
    'Madame la doyenne a appelé.',
    'Envoyé de Tarkwa par la poste : trois boîtes.',
    `Nous vous écrivons demain.\n\n${signature}`,
  ])('%j', (text) => {
    expect(said(text)).toBe(visibleText({ text, subject: '[INMQ-2026-0001] #répondre' }));
  });
});
