import { describe, expect, test } from 'vitest';
import type { Point } from '../../src/model/request.ts';
import { hintedPoints } from '../../src/reception/points.ts';

const quoted = (text: string, point: Point) => hintedPoints(text, 2026).find((hint) => hint.point === point)?.quote;

describe('the sentence that is shown back under a point', () => {
  test.each<[point: Point, text: string, quote: string | undefined]>([
    ['needs', 'Nous ne cherchons pas de stages; nous voulons une visite.', 'nous voulons une visite.'],
    ['needs', 'We do not need simulators. We look for training.', 'We look for training.'],
    ['needs', 'We do not need simulators.', undefined],
    ['needs', 'Nous avons déjà réalisé un atelier de formation de formateurs.', undefined],
    ['needs', 'Nous avons déjà réalisé une formation. Nous cherchons des stages.', 'Nous cherchons des stages.'],
    ['needs', 'Nous avons déjà réalisé une formation. Encore une, svp.', 'Nous avons déjà réalisé une formation.'],
    ['expectations', 'Could we have a call next week?', undefined],
    ['expectations', '¿Podrían proponernos una reunión?', undefined],
    ['expectations', 'Pourriez-vous nous proposer un rendez-vous?', undefined],
    ['expectations', 'Could Québec schools offer this?', 'Could Québec schools offer this?'],
    ['expectations', 'Could we meet to speak of a certificate?', 'Could we meet to speak of a certificate?'],
    [
      'expectations',
      'Merci de proposer un programme et un appel mardi.',
      'Merci de proposer un programme et un appel mardi.',
    ],
    ['needs', 'Je suis étudiant à Kolwezi.\nJe cherche une bourse.', 'Je cherche une bourse.'],
    ['needs', 'Vous avez reçu une délégation. Nous cherchons des stages.', 'Nous cherchons des stages.'],
    ['needs', 'Il nous faut un cégep chef de file.', 'Il nous faut un cégep chef de file.'],
    ['resources', 'Our competitor has secured funding. We have no funding yet.', 'We have no funding yet.'],
    ['resources', 'Notre voisin a un budget.', undefined],
    ['resources', 'All costs are borne by the Ministry.', 'All costs are borne by the Ministry.'],
    ['resources', 'What are your costs?', undefined],
    ['resources', 'No budget yet.', 'No budget yet.'],
    ['resources', 'We don’t need funding, we need advice.', undefined],
    ['timeline', 'Can we meet this week?', undefined],
    ['timeline', 'Could we have a call next week? It starts in September 2027.', 'It starts in September 2027.'],
    [
      'timeline',
      'Une semaine de cours au printemps 2027 : can we talk?',
      'Une semaine de cours au printemps 2027 : can we talk?',
    ],
    ['timeline', 'Candidatura ao financiamento até 30 de abril de 2027.', undefined],
    ['timeline', 'Demande de financement avant le 30 avril 2027; début en mai 2028.', 'début en mai 2028.'],
    ['timeline', 'L’appel « Bauxite » ferme le 18 décembre.', 'L’appel « Bauxite » ferme le 18 décembre.'],
    ['timeline', 'The call closes on 15 January 2027. It would begin in May 2027.', 'It would begin in May 2027.'],
    ['timeline', 'Votre délégation est venue en 2025.', undefined],
    ['timeline', 'About INMQ-2026-0001: thank you.', undefined],
    ['timeline', 'Nous commençons en 2026.', 'Nous commençons en 2026.'],
  ])('%s: « %s »', (point, text, quote) => {
    expect(quoted(text, point)).toBe(quote);
  });
});
