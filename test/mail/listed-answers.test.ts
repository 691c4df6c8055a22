import { describe, expect, test } from 'vitest';
import { automaticWhy } from '../../src/mail/automatic.ts';
import { listsAnswers } from '../../src/mail/listed-answers.ts';
import { mailOf } from './make.ts';

const why = (text: string) => automaticWhy(mailOf({ subject: 'Re: x', inReplyTo: ['<42@inm.example>'], text }));

describe('who answers point by point and will be away is a person', () => {
  test.each([
    '1. Mine rescue\n2. A certificate\n3. MoU\n4. CAD 90,000\n5. May 2027\n\nI will be on leave from 10 to 20 December.\n\nAma',
    '1- Sauvetage minier\n2- Une attestation\n\nJe serai absente du 10 au 20 décembre.\n\nAma',
    '1) Rescate minero\n2) Un certificado\n\nEstaré de vacaciones hasta el 20 de diciembre.\n\nRosa',
    'Needs: blasting course\nAgreement: MoU\n\nI am travelling until Friday.',
    'Besoins : sauvetage minier\n\nJe serai absente jusqu’au 3 décembre; mon adjoint, Kofi, peut vous répondre.',
    'Timeline: May 2027. I will be away until Monday.',
    'Presupuesto.- USD 100 000\n\nEstaré ausente hasta el lunes.',
    'Type d’entente : protocole\n\nJe suis absente du bureau jusqu’au 5 décembre.',
  ])('%j', (text) => {
    expect(why(text)).toBeUndefined();
  });
});

describe('a note that lists whom to turn to is a note', () => {
  test.each([
    'I am out of the office until 5 December. Please contact:\n1. Payroll: k.mensah@tgtu.example\n2. Admissions: a.owusu@tgtu.example',
    'Je suis absente du bureau jusqu’au 5 décembre. En cas d’urgence :\nRessources humaines : Mme Koné, 01 02 03 04 05',
    'Estoy fuera de la oficina hasta el 5 de diciembre. Para consultas urgentes:\nTeléfono: 01 222 3344',
    'I am on annual leave until 5 December.\n\nAma Boateng\nRoom 3\n2 Mine Road',
  ])('%j', (text) => {
    expect(listsAnswers(text)).toBe(false);
    expect(why(text)).toBeDefined();
  });
});
