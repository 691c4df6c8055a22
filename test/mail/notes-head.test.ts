import { describe, expect, test } from 'vitest';
import { forwardedMail } from '../../src/mail/forwarded.ts';
import { visibleText } from '../../src/mail/visible-text.ts';
import { mailOf } from './make.ts';

const who = 'Kouadio Amani <k.amani@mines-ci.example>';
const body = 'Madame,\n\nnous cherchons une formation.\n\nKouadio Amani';
const forms: [string, string][] = [
  [
    'one below the other',
    `${who}\n20/11/2026 10:12\n\n        To:     Marie Tremblay/INM\n        cc:\n        Subject:        Demande`,
  ],
  ['on one line', `${who} on 11/20/2026 10:12:00 AM\n\nTo:   Marie Tremblay/INM\ncc:\n\nSubject:  Demande`],
  [
    'in columns',
    '                      Kouadio Amani\n                      <k.amani@mines-ci.example>        To: Marie Tremblay/INM\n                      20/11/2026 10:12               cc:\n                                                     Subject: Demande',
  ],
  [
    'in tables',
    '|---------+---------------------------->\n|         |           Kouadio Amani    |\n|         |           <k.amani@mines-ci|\n|         |           .example>        |\n|         |           20/11/2026 10:12 |\n|---------+---------------------------->\n  >------------------------------|\n  |  Pour :       Marie Tremblay    |\n  |  cc :                           |\n  |  Objet :  Demande               |\n  >------------------------------|',
  ],
];

describe('the head that old Notes wrote', () => {
  test.each(forms)('%s, of a mail passed on', (_, head) => {
    const mark = '----- Forwarded by Marie Tremblay/INM on 20/11/2026 11:00 -----';
    expect(forwardedMail(mailOf({ text: `Pour vous.\n\n${mark}\n\n${head}\n\n${body}` }), [])).toMatchObject({
      author: { name: 'Kouadio Amani', address: 'k.amani@mines-ci.example' },
      subject: 'Demande',
      date: expect.stringContaining('2026 10:12'),
      text: body,
      comment: 'Pour vous.',
    });
  });

  test.each(forms)('%s, of a mail that is answered', (_, head) => {
    const text = `La plage 2.\n\nAma\n\n${head}\n\nVoici les plages.`;
    expect(visibleText(mailOf({ subject: 'Re: Demande', text }))).toBe('La plage 2.\n\nAma');
  });

  test.each([
    ['without a day', `${who}\n\nTo: Marie\nSubject: Demande`],
    ['without an address', 'Kouadio Amani\n20/11/2026 10:12\n\nÀ : Marie\nObjet : Demande'],
    ['words between', `${who}\n20/11/2026 10:12\n\nÀ : Marie\nLa plage 2 convient.\nObjet : Demande`],
    ['without a subject', `${who}\n20/11/2026 10:12\n\nÀ : Marie\n\nMerci.`],
  ])('%s is none', (_, lines) => {
    const text = `Voici :\n\n${lines}\n\nKofi`;
    expect(visibleText(mailOf({ subject: 'Re: Demande', text }))).toBe(text);
  });
});
