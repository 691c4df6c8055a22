import { describe, expect, test } from 'vitest';
import { plain } from '../../src/model/plain.ts';
import { withoutPast } from '../../src/reception/past.ts';

const left = (text: string, next?: string) =>
  withoutPast(plain(text), next && plain(next))
    .replace(/\s+/g, ' ')
    .trim();

describe('what was done already', () => {
  test.each<[text: string, gone: string[], stays: string[]]>([
    ['Nous avons déjà réalisé un atelier de formation de formateurs.', ['formateurs'], []],
    [
      'Nous avons organisé des stages et une visite; nous cherchons un simulateur.',
      ['stages', 'visite'],
      ['simulateur'],
    ],
    ['J’ai suivi une formation de formateurs en 2024 et je cherche une bourse.', ['formation'], ['bourse']],
    [
      'L’an dernier, notre école a accueilli une délégation, mais il nous faut un simulateur.',
      ['delegation'],
      ['simulateur'],
    ],
    ['Un atelier de formation de formateurs a déjà été tenu à Conakry.', ['formateurs'], []],
    ['Votre équipe nous avait donné une formation sur mesure.', ['formation'], []],
    ['We have already held a train-the-trainers workshop.', ['trainers'], []],
    ['Last year we trained 20 instructors, and we would like internships.', ['instructors'], ['internships']],
    ['A study tour was organised in 2023. We look for training.', ['study'], ['training']],
    ['Our staff attended online courses and a site visit.', ['online', 'visit'], []],
    ['Ya hemos realizado una capacitación de docentes; ahora buscamos simuladores.', ['docentes'], ['simuladores']],
    ['Se realizó una pasantía en 2023.', ['pasantia'], []],
    ['Já realizámos uma formação de formadores e queremos estágios.', ['formadores'], ['estagios']],
    ['Foi realizado um curso a distância.', ['distancia'], []],
    ['لقد نظمنا تدريب المدربين. نبحث عن محاكاة', ['المدربين'], ['محاكاة']],
  ])('%s', (text, gone, stays) => {
    for (const word of gone) expect(left(text)).not.toContain(plain(word));
    for (const word of stays) expect(left(text)).toContain(plain(word));
  });

  test.each([
    'Nous avons besoin d’une formation de formateurs.',
    'Nous avons décidé d’organiser une visite.',
    'Nous avons reçu le mandat de former 40 formateurs.',
    'Our board has approved CAD 180,000 to train 12 instructors.',
    'Nous avons un centre et des simulateurs.',
    'A call for proposals was opened for a consortium.',
    'The training has to be held in Tarkwa.',
    'Une formation à réaliser en 2027.',
    'Les formateurs que nous avons formés ont besoin d’un simulateur.',
    'Nous avons lancé un appel d’offres.',
    'The visit will be organised by the ministry.',
    'Hemos decidido buscar una capacitación.',
  ])('%s: it is still to come', (text) => {
    expect(left(text)).toBe(plain(text));
  });

  test('is wanted where more of it is', () => {
    const done = 'Nous avons déjà réalisé une formation de formateurs.';
    expect(left(done, 'Nous voudrions renouveler l’expérience.')).toBe(plain(done));
    expect(left(`${done} Nous voudrions la même en 2027.`)).toContain('formateurs');
    expect(left('We held a site visit and would like another one.')).toContain('visit');
    expect(left(done, 'Nous cherchons un simulateur.')).toBe('.');
  });
});
