import { expect, test } from 'vitest';
import { individualIn } from '../../src/reception/individual.ts';

test.each([
  'Je suis étudiant à Kolwezi.',
  'bonjour je m appelle ousmane je suis foreur je veux etudier la mine au canada',
  'Je voudrais m’inscrire à un DEC en minéralurgie.',
  'Je cherche une bourse.',
  'J’ai 22 ans et je veux faire un DEP en forage.',
  'Veuillez trouver ma candidature.',
  'I want to study mining in Canada.',
  'I would like to apply for admission.',
  'I am looking for a job in a mine.',
  'Soy estudiante de ingeniería de minas y quisiera una beca.',
  'Quiero estudiar minería en Quebec.',
  'Gostaria de estudar geologia.',
  'أريد أن أدرس التعدين',
])('somebody asks for itself: %s', (text) => {
  expect(individualIn(text)).toBe(text);
});

test.each([
  'Nous voulons former nos étudiants.',
  'Je cherche une bourse pour mes étudiants.',
  'I would like to study the feasibility of a centre.',
  'I would like to enroll my staff in your courses.',
  'We plan a study tour.',
  'Our students want to apply for admission.',
  'Je ne cherche pas une bourse, mais une formation de formateurs.',
  'Je représente l’École des mines.',
  'Buscamos becas para nuestros estudiantes.',
])('somebody asks for others: %s', (text) => {
  expect(individualIn(text)).toBeUndefined();
});
