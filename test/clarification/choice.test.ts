import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Choice, readChoice } from '../../src/clarification/choice.ts';
import { questionnaireBody } from '../../src/clarification/questionnaire.ts';
import { languages, type Slot } from '../../src/model/request.ts';

const slots: Slot[] = [1, 2, 3].map((number) => ({
  number,
  start: `2026-11-2${4 + number}T15:00:00.000Z`,
  end: `2026-11-2${4 + number}T15:45:00.000Z`,
}));
const shown = (choice: Choice | undefined) => (choice?.kind === 'slot' ? choice.number : choice?.kind);
const read = (text: string, subject = 'Re: [INMQ-2026-0042] Demande reçue') => shown(readChoice(text, subject, slots));

const replies: [string, 1 | 2 | 3 | 'none-fits' | 'unsure' | undefined][] = [
  ['2', 2],
  ['2.', 2],
  [' (2) ', 2],
  ['Bonjour,\n\n2\n\nMerci\nKouadio Amani\nMinistère des Mines', 2],
  ['2 svp', 2],
  ['2\n\nKouadio Amani\n+225 27 20 21 00 00\n01 BP 1234', 2],
  ['2, merci beaucoup.', 2],
  ['option 2 svp', 2],
  ['Option n° 2, s’il vous plaît.', 2],
  ['Nous choisissons la plage nº 3.', 3],
  ['la deuxième', 2],
  ['La deuxième nous convient parfaitement, merci.', 2],
  ['La 3e plage, jeudi à 10 h, nous convient.', 3],
  ['Pas de problème pour la plage 1.', 1],
  ['Le premier créneau convient à tous.', 1],
  ['the second one', 2],
  ['The second one works for us, thank you!', 2],
  ['Slot 2 please', 2],
  ['Hello,\nwe would like slot two.\nBest regards', 2],
  ['The third slot suits us very well.', 3],
  ['Number 2 is fine.', 2],
  ['No. 2 please.', 2],
  ['Yes, #3', 3],
  ['Horario 1, por favor', 1],
  ['La segunda opción nos conviene, gracias.', 2],
  ['Elegimos el horario 3 porque viaja nuestra directora.', 3],
  ['Plage 2\n', 2],

  ['La 3e plage convient à notre ministre.', 'unsure'],
  ['Le premier créneau convient à toute l’équipe.', 'unsure'],
  ['The third slot suits our dean very well.', 'unsure'],
  ['La plage 1 ou la plage 3.', 'unsure'],
  ['1 or 2', 'unsure'],
  ['Plages 1 et 3', 'unsure'],
  ['Soit la 1, soit la 3.', 'unsure'],
  ['La plage 7 svp', 'unsure'],
  ['12', 'unsure'],
  ['La plage 2 ne nous convient pas.', 'unsure'],
  ['Slot 2 does not work for us.', 'unsure'],
  ['We can’t make slot 2.', 'unsure'],
  ['El horario 2 no es posible.', 'unsure'],
  ['La plage 2, mais à 14 h.', 'unsure'],
  ['La plage 2. Plutôt à 14 h si possible.', 'unsure'],
  ['Peut-on déplacer la plage 2 ?', 'unsure'],
  ['2?', 'unsure'],
  ['Toutes les plages sauf la plage 2', 'unsure'],
  ['La plage de jeudi nous convient.', 'unsure'],
  ['Option 2 of our plan has been funded.', 'unsure'],
  ['We run two mines. The second one is closed.', 'unsure'],
  ['2 - jeudi 26 novembre', 'unsure'],
  ['1. Formation de formateurs', 'unsure'],
  ['All slots work.', 'unsure'],
  ['Les trois nous vont, à vous de choisir.', 'unsure'],
  ['Pas jeudi.', 'unsure'],
  ['Jeudi, non.', 'unsure'],
  ['Thursday is out of the question.', 'unsure'],
  ['Could we say Thursday at 10?', 'unsure'],
  ['Aucune plage ne convient, ou alors la plage 2.', 'unsure'],
  ['Aucune plage ne convient. La plage 2 à la rigueur.', 'unsure'],

  ['Aucune de ces plages ne nous convient.', 'none-fits'],
  ['Malheureusement, ces dates ne conviennent pas.', 'none-fits'],
  ['None of these times works for us.', 'none-fits'],
  ['Sorry, we are not available at any of the proposed times.', 'none-fits'],
  ['Ninguno de los horarios nos conviene.', 'none-fits'],
  ['Estas fechas no nos convienen.', 'none-fits'],

  ['Merci pour votre réponse rapide.', undefined],
  ['Merci pour les plages proposées; je vous reviens.', undefined],
  ['Nous serons 2 personnes.', undefined],
  ['2 personnes viendront le 2 décembre à 2 h.', undefined],
  ['Our budget is 2 million; the second phase starts in 2027.', undefined],
  ['Nuestro horario es de 9 a 18.', undefined],
  ['1. What does it cost?\n2. Who teaches?', undefined],
  ['', undefined],

  ['1. Nature des besoins\n2\n4. Ressources disponibles\n3', undefined],
  ['Attentes : la deuxième\nRessources : 2', undefined],
  ['1. mine rescue\n2. certified trainers\n5. May 2027', undefined],
  ['Nature of the needs: option 2 of our plan', undefined],
  ['La 2, merci.\n\n1. Nature des besoins\nforage\n2. Attentes\nun diplôme', 2],
  ['1. Nature des besoins\nforage\n\nPour la rencontre : la plage 3.', 3],
  ['OK\n> Plage 2\n> 3', undefined],
  ['> 1. Nature des besoins\n> Plage 1\n2\n> 2. Attentes\n3', undefined],
  ['> 1. Nature des besoins\n> Val-d’Or\n\n2, merci', 2],
  ['2, merci\n> 1. Nature des besoins\n> 2. Attentes', 2],
  ['Slot 1\n\n-----Original Message-----\nFrom: INMQ\nSlot 2', 1],
];

describe('a choice', () => {
  test.each(replies)('%j → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['[INMQ-2026-0042] Plage 2', '', 2],
    ['[INMQ-2026-0042] Slot 3', 'Slot 3\n\nSent from my phone', 3],
    ['[INMQ-2026-0042] Horario 1', 'Gracias', 1],
    ['[INMQ-2026-0042] Plage 2', 'Plage 3', 'unsure'],
    ['[INMQ-2026-0042] Plage 2', 'Plage 2\nPlutôt à 14 h.', 'unsure'],
    ['Re: [INMQ-2026-0042] Plage 2', 'Merci, à jeudi.', undefined],
    ['[INMQ-2026-0042] Plage 9', '', 'unsure'],
    ['Plage 2 du projet de forage', '', undefined],
  ])('subject %j, text %j → %s', (subject, text, expected) => {
    expect(read(text, subject)).toBe(expected);
  });

  test.each(languages)('the untouched form chooses nothing (%s)', (language) => {
    expect(read(questionnaireBody(language, {}))).toBeUndefined();
    const told = { value: 'x', applies: true, author: 'a', mail: 'm', at: 't' };
    const open = { needs: told, expectations: told, agreementType: told, resources: told };
    expect(read(questionnaireBody(language, open))).toBeUndefined();
  });

  test('numbers inside the answers never book', () => {
    const value = fc.constantFrom('2', 'la 2', 'the second one', '1 et 3', '2 svp', 'option 2');
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(read(`1. Nature des besoins\n${a}\n\n5. Échéancier préliminaire : ${b}`)).toBeUndefined();
      }),
    );
  });
});
