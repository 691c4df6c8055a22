import { expect, test } from 'vitest';
import { readAnswers } from '../../src/clarification/questionnaire.ts';

const read = (text: string) => Object.fromEntries(readAnswers(text).map(({ point, value }) => [point, value]));

const signatures = [
  'Best,\nAma Boateng\nDean',
  'All the best,\nAma',
  'Kindest regards,\nAma Boateng',
  'With best wishes\nAma Boateng',
  'With kind regards, Ama',
  'Warmest regards from Tarkwa,\nAma',
  'Bien à vous,\nAma',
  'Très cordialement,\nAma',
  'Sincèrement,\nAma',
  'Dans l’attente de vous lire,\nAma',
  'Veuillez agréer, Madame, nos salutations distinguées.\nAma Boateng',
  'Un abrazo,\nAma',
  'Quedamos atentos.\nAma',
  'Reciba un cordial saludo,\nAma',
  'Respectfully yours,\nAma',
  'Looking forward to hearing from you,\nAma',
  'Ama Boateng\nDean, Tarkwa Gold Technical University\nTel +233 20 000 000',
  'Jean Tremblay\nDirecteur\n819 555-1234',
  'Dr. Ama Boateng\nTarkwa\n+233 (0)20 000 0000\nwww.tgtu.example',
];

test.each(signatures)('%j ends the answer', (signature) =>
  expect(read(`Needs: Training.\n\n${signature}`)).toEqual({ needs: 'Training.' }),
);

test('people and telephones inside an answer stay', () => {
  const text = 'Twelve people:\n\nAma Boateng\nKofi Mensah\n\nThe best of them teach. Call +233 20 000 000.';
  expect(read(`Needs: ${text}`)).toEqual({ needs: text });
});
