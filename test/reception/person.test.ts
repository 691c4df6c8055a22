import { describe, expect, test } from 'vitest';
import { isOffice } from '../../src/reception/offices.ts';
import { research } from '../../src/reception/research.ts';
import { mailOf } from '../mail/make.ts';

const of = (name: string, signature: string, address = 'info@org.example') => {
  const text = `Bonjour,\n\nNous cherchons une formation.\n\nCordialement,\n\n${signature}`;
  return research(mailOf({ from: { name, address }, text }), text, [], 2026).requester;
};

describe('whom a letter greets', () => {
  test.each([
    ['a service, signed', 'Direction RH - Mine Éléonore', 'Julie Gagnon, CRHA\nConseillère RH', 'Julie Gagnon'],
    ['an embassy, signed', 'Embassy of Nigeria', 'Mrs. Adaeze Obi\nMinister-Counsellor', 'Mrs. Adaeze Obi'],
    ['what somebody does, signed', 'Consultant Afrique', 'Ibrahim Maïga\nAssocié', 'Ibrahim Maïga'],
    ['a mailbox', 'Info', 'Koffi Mensah\nDirecteur général', 'Koffi Mensah'],
    [
      'an office, below what its writer is',
      'Secrétariat',
      'Le Directeur\n\nDr Issa Sow\nÉcole des mines',
      'Dr Issa Sow',
    ],
    ['an office, with a title behind the name', 'Office', 'Kofi Asante (Mr.)\nHead of Chancery', 'Kofi Asante'],
    ['an office, above a town that looks like a name', 'Info', 'Awa Koné\nDirectrice\nAddis Ababa', 'Awa Koné'],
    ['an office that nobody signs for', 'Ghana High Commission', 'Addis Ababa', ''],
    ['a person', 'Awa Koné', 'Info\nMinistère des Mines', 'Awa Koné'],
    ['a person called as an office', 'Jean Bureau', 'Jean Bureau\nDirecteur', 'Jean Bureau'],
    ['a person who signs for another', 'Awa Koné', 'Moussa Traoré\nDirecteur', 'Awa Koné'],
    ['a first name, signed in full', 'Fiona', 'Fiona Kila\nTraining Superintendent', 'Fiona Kila'],
    ['a name that is signed with more', 'Rodrigo Fuentes', 'Rodrigo Fuentes Araya\nProfesor', 'Rodrigo Fuentes'],
  ])('%s', (_, shown, signature, name) => {
    expect(of(shown, signature).name).toBe(name);
  });

  test('the one who says it in the text', () => {
    expect(of('wanjiru', 'my name is Wanjiru Kamau from Kenya', 'w88@gmail.com').name).toBe('Wanjiru Kamau');
    expect(of('', 'Je m’appelle Ousmane Sow.', 'o@gmail.com').name).toBe('Ousmane Sow');
  });
});

test('the house in the From is that of who signs no other', () => {
  expect(of('Embassy of Nigeria', 'Adaeze Obi')).toMatchObject({ organisation: 'Embassy of Nigeria', kind: 'embassy' });
  expect(of('Direction RH - Mine Éléonore', 'Julie Gagnon')).toMatchObject({ organisation: 'Mine Éléonore' });
  expect(of('Info', 'Awa Koné').organisation).toBe('org.example');
});

test.each([
  'Direction RH',
  'Info',
  'Cellule de coopération',
  'Formation Malartic',
  'Human Resources',
  'Bureau des stages',
])('« %s » is an office', (name) => expect(isOffice(name)).toBe(true));

test.each(['Awa Koné', 'Jean Bureau', 'Ama Newsome', 'Inès Formatier'])('« %s » is a person', (name) => {
  expect(isOffice(name)).toBe(false);
});

describe('the house that only its domain is called as', () => {
  test.each([
    ['Hind Bennani\nONHYM, Rabat', 'h.bennani@onhym.ma', 'ONHYM'],
    ['Lucas Mora\nAnalista\nCobre-Azul', 'lmora@correo.cobreazul.cl', 'Cobre-Azul'],
    ['Hind Bennani\nRabat', 'h.bennani@onhym.ma', 'onhym.ma'],
    ['Hind Bennani\nGMAIL', 'h.bennani@gmail.com', undefined],
  ])('%s', (signature, address, organisation) => {
    expect(of('', signature, address).organisation).toBe(organisation);
  });
});
