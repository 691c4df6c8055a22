import { describe, expect, test } from 'vitest';
import { anyNumbering, numberingIn } from '../../src/clarification/answered-letter.ts';
import { readChoice } from '../../src/clarification/choice.ts';
import { readAnswers } from '../../src/clarification/questionnaire.ts';
import type { Slot } from '../../src/model/request.ts';

/** Tuesday 24 November at 15:00, Wednesday 25 and Thursday 26 at 13:30 in Accra. */
const slots: Slot[] = ['2026-11-24T15:00', '2026-11-25T13:30', '2026-11-26T13:30'].map((start, index) => ({
  number: index + 1,
  start: `${start}:00.000Z`,
  end: new Date(Date.parse(`${start}:00.000Z`) + 45 * 60_000).toISOString(),
}));
const read = (text: string, numbering = anyNumbering) => {
  const choice = readChoice(
    text,
    'Re: [INMQ-2026-0001] Demande reçue',
    slots,
    ['America/Toronto', 'Africa/Accra'],
    ['Ama Boateng', 'Marie Tremblay'],
    { slotsShown: true, numbering },
  );
  return choice?.kind === 'slot' ? choice.number : choice?.kind;
};

describe('a number behind a dot, a question mark or a semicolon', () => {
  test.each([
    'Our delegation: max. 3.',
    'Please see our letter, p. 2.',
    'Bonjour,\n\nvoir notre lettre, art. 3\n\nAma',
    'Vea el anexo, pág. 2',
    'See app. 3',
    'Thank you. Ref. 2',
    'Réf. n° 3',
    'Our ref. #2',
    'B.P. 3',
    'Km. 2',
    'Encl. 2',
    'Encl. 2, thanks',
    'P.J. 2',
    'P.S. 2',
    '§ 2',
    'Av. Arequipa 1234, of. 3',
    'Room 3, Bldg. 2',
    'Tel. ext. 2',
    'How many participants? 3',
    'How many participants?\n3',
    'How many participants? Three',
    'Combien serons-nous ? 3, merci',
    '¿Cuántos somos? 3.',
    'Number of trainees; 3',
    'We are asked for the number of trainees; 3',
    'We talked to our director. 2',
    'How many participants? 3 is fine for us.',
  ])('is no choice: %j', (text) => expect(read(text)).not.toBeTypeOf('number'));

  test.each(['We talked to our director. 2', 'Our delegation: max. 3.', 'How many participants? 3'])(
    'is asked about in the text of the mail: %j',
    (text) => expect(read(text)).toBe('unsure'),
  );

  test.each<[number, string]>([
    [2, '2'],
    [2, '2.'],
    [2, 'Thank you. 2'],
    [2, 'Merci d’avance. 2 !'],
    [2, 'Hello! 2 please.'],
    [2, 'Noted. 2 please.'],
    [2, 'Dear Marie. 2, thanks.'],
    [2, 'Bonjour Mme Tremblay; 2 svp'],
    [2, 'Wednesday. 2.'],
    [2, 'OK. No. 2'],
    [2, 'I hope this message finds you well. 2 works for us.'],
    [2, 'We talked to our director.\n\n2'],
    [2, 'We talked to our director. Slot 2.'],
    [2, 'We talked to our director. We take the 2nd one.'],
    [2, 'Number 2. Thank you.'],
    [2, 'Hello,\n\nThank you!\n\n2'],
    [2, 'Hello,\n\nThanks\n2'],
    [2, 'Parfait\n2'],
  ])('takes slot %i behind mere courtesy, or on its own line: %j', (slot, text) => expect(read(text)).toBe(slot));
});

describe('a number alone below a label', () => {
  test.each([
    'Number of participants:\n2',
    'Nombre de personnes :\n\n2\n\nLieu :\n\nAccra',
    'Cantidad de personas:\n3',
    'Pièces jointes\n2',
    'Attachments\n\n2\n\nAma',
    'Group size\n3',
    'Total\n3',
    'Page\n2',
    'Réf.\n2',
    'Duración (semanas)\n3',
    'Lot\n1\nMine',
    'Please find our answers:\n\n1\n\nNature of the needs\n\nMine rescue',
    'Hello,\n\nDelegates\n2\n\nRegards,\nAma Boateng',
  ])('chooses nothing: %j', (text) => expect(read(text)).not.toBeTypeOf('number'));

  test.each<[number, string]>([
    [2, 'Plage :\n2'],
    [2, 'Slot:\n\n2'],
    [3, 'Horario\n3'],
    [2, 'We choose\n2'],
    [2, 'Hello Marie\n\n2\n\nThanks\nAma Boateng'],
    [2, 'Dear Ms. Tremblay\n2'],
    [2, 'Thank you for your message\n\n2'],
    [2, 'Merci beaucoup Marie\n2'],
    [2, 'OK\n2'],
  ])('takes slot %i below a word of slots, a greeting, thanks: %j', (slot, text) => expect(read(text)).toBe(slot));
});

describe('a number among the lines that sign', () => {
  const signatures = [
    'Ama Boateng\nDean of Mining\nTel. +233 30 222 1111 ext. 2',
    'Ama Boateng\nTarkwa Gold Technical University\nBldg. 3',
    'Ama Boateng, PhD\nDean, Faculty of Mining\nTel. +233 30 222 1111 Ext. 3\nwww.tgtu.example',
    'Ama Boateng\nRoom 3, Bldg. 2',
    'Kouadio Amani\nImm. Alpha, ét. 3',
    'Rosa\nJr. Lima 120 Dpto. 2',
    'Rosa Quispe\nAv. Arequipa 1234, of. 3',
    'Kouadio Amani\nB.P. 3\nAbidjan',
    'Kouadio Amani\nVilla n° 2',
    'Bat-Erdene\nKm. 2',
  ];

  test.each(signatures)('says nothing: %j', (signature) => {
    expect(read(`Thank you for your message. I will reply next week.\n\n${signature}`)).toBeUndefined();
    expect(read(`Our answers follow.\n\nKind regards,\n\n${signature}`)).toBeUndefined();
    expect(read(`Our answers follow.\n\nCordialement\n${signature}`)).toBeUndefined();
  });

  test.each(signatures)('leaves the choice above: %j', (signature) => {
    expect(read(`Slot 1 please.\n\n${signature}`)).toBe(1);
    expect(read(`1\n\nKind regards,\n\n${signature}`)).toBe(1);
  });

  test('chooses nothing alone below a name', () => {
    expect(read('We will answer soon.\n\nAma Boateng\nN° 3')).not.toBeTypeOf('number');
  });

  test.each([
    ['Merci,\nplutôt la 3', 'unsure'],
    ['Hello,\n\nThank you\n\nSlot 2', 2],
    ['Hello,\n\nAma Boateng\n\nSlot 2', 2],
    ['Kind regards,\nAma Boateng\nNone of these suit us', 'none-fits'],
  ])('is read where it speaks of slots: %j', (text, choice) => expect(read(text)).toBe(choice));
});

describe('numbers alone on their lines above words are those of a form', () => {
  const printed = numberingIn('acknowledgement', { slots, points: {} });
  const proposal = numberingIn('meeting-proposal', { slots, points: {} });
  const told = (text: string) =>
    readAnswers(text, new Set(), ['Ama Boateng'], printed).map(({ point, value }) => `${point}: ${value}`);

  test.each([
    ['1\nMine rescue\n2\nBlasting training', 'needs: Mine rescue', 'expectations: Blasting training'],
    ['1\n\nMine rescue\n\n\n2\n\nBlasting training', 'needs: Mine rescue', 'expectations: Blasting training'],
    ['Bonjour,\n\n1\nSauvetage\n2\nForage\n\nMerci,\nAma', 'needs: Sauvetage', 'expectations: Forage'],
    ['Voici :\n\n1\nSauvetage\n2\nForage', 'needs: Sauvetage', 'expectations: Forage'],
    ['(1)\nRescate minero\n(2)\nVoladura', 'needs: Rescate minero', 'expectations: Voladura'],
    ['1.\nRescate minero\n2.\nVoladura', 'needs: Rescate minero', 'expectations: Voladura'],
    ['*1*\nMine rescue\n*2*\nBlasting', 'needs: Mine rescue', 'expectations: Blasting'],
    ['2\nA skilled team\n3\nWhatever you like', 'expectations: A skilled team', 'agreementType: Whatever you like'],
    ['1\nOur miners\n2\n3\nTwinning', 'needs: Our miners', 'agreementType: Twinning'],
  ])('%j', (text, ...answers) => {
    expect(told(text)).toEqual(answers);
    expect(read(text, printed)).toBeUndefined();
    expect(read(text, proposal)).not.toBeTypeOf('number');
  });

  test.each([
    '1\nWednesday\n2\nThursday',
    '1\nJoseph Kone\n2\nMarie Yao',
    'We are two:\n1\nJoseph Kone\n2\nMarie Yao',
    '2\nor\n3',
    '1\nMine rescue for twelve instructors',
    '1\nTraining',
  ])('is asked about and fills nothing: %j', (text) => {
    expect(told(text)).toEqual([]);
    expect(read(text, printed)).toBe('unsure');
  });

  test.each<[number, string]>([
    [2, '2\nAma Boateng'],
    [2, '2\nThank you\nAma'],
    [2, '2\n\nKind regards\nAma Boateng\nDean\n+233 2 345'],
    [2, '2\n\nAma Boateng\n12 Mining Road\nP.O. Box 237'],
    [2, '2\nCordialement\nKouadio Amani\ndirecteur de la formation, Ministère des Mines'],
    [2, '2\nKwame Mensah\nInstructor of mining'],
    [2, '2\n\nWe will be three: Ama, Kofi and Yaw.'],
    [2, '2\nWe look forward to visiting your schools'],
    [2, '2\nzoom link please'],
    [2, '2\nde acuerdo\nsaludos'],
    [1, '1\nPara nosotros está bien\nRosa Quispe'],
  ])('takes slot %i above mere courtesy or a signature: %j', (slot, text) => expect(read(text, printed)).toBe(slot));

  test.each(['2\npersonnes', '2\nno, sorry, 3', '2\n\nThanks\nAma\nPending our board’s decision'])(
    'is no choice: %j',
    (text) => expect(read(text, printed)).not.toBeTypeOf('number'),
  );
});
