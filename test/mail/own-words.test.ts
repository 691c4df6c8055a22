import { describe, expect, test } from 'vitest';
import { htmlToText } from '../../src/mail/html-text.ts';
import { visibleText } from '../../src/mail/visible-text.ts';
import { mailOf } from './make.ts';

const answer = { subject: 'RE: Demande', inReplyTo: ['<1@inm.example>'] };
const below =
  'De : Institut <info@inm.example>\nEnvoyé : lundi 2 novembre 2026 10:00\nÀ : Kouadio Amani\nObjet : Demande reçue\n\nChoisissez.';

describe('a first mail is nobody’s answer: all of it is the sender’s', () => {
  test.each([
    ['lines that begin with >', 'Notre besoin :\n> 40 foreurs\n> 3 simulateurs\n\nMerci.'],
    [
      'a letterhead with an address',
      'Mines de Tombouko\nDe : k.amani@mines-ci.example\nÀ : info@inm.example\nObjet : formation\n\nNous cherchons…',
    ],
    [
      'words that somebody wrote',
      'Bonjour,\n\nLe 12 mars 2026 à 10:00, M. Diallo <d@x.example> a écrit :\n\nformez nos mineurs.\n\nLe pouvez-vous ?',
    ],
  ])('%s', (_, text) => {
    expect(visibleText(mailOf({ text }))).toBe(text);
  });
});

describe('what a stranger passes on is part of what they ask', () => {
  const forward =
    '---------- Forwarded message ---------\nFrom: Diego Soto <d@cobre.example>\nSubject: socios\n\nBuscamos socios.';

  test.each([
    ['Gmail', 'Fwd: socios', `Pouvez-vous l’aider ?\n\n${forward}`],
    ['Outlook', 'TR : demande', `Voir ci-dessous.\n\n${below}`],
    ['without a prefix', 'Une demande', `Voir ci-dessous.\n\n${forward}`],
  ])('%s', (_, subject, text) => {
    expect(visibleText(mailOf({ subject, text, references: ['<9@cobre.example>'] }))).toBe(text);
  });

  test('an answer about a forward is an answer', () => {
    expect(visibleText(mailOf({ ...answer, subject: 'Re: Fwd: socios', text: `La plage 2.\n\n${below}` }))).toBe(
      'La plage 2.',
    );
  });
});

describe('in an answer', () => {
  test.each([
    [
      'a minister in a paragraph',
      'Bonjour,\n\nLe 12 mars 2026 à 10:00, notre ministre a écrit :\nformez nos mineurs.\n\nLe pouvez-vous ?',
    ],
    [
      'the sender’s own heading',
      'Mines de Tombouko\n\nDe : k.amani@mines-ci.example\nÀ : info@inm.example\nObjet : formation\n\nNous cherchons…',
    ],
    ['-- as a divider', 'Bonjour,\n--\nNotre budget est de 180 000 $. Cela suffit-il ?\nMerci'],
    ['on behalf of somebody', 'Nous acceptons.\n\nWritten on behalf of the Ministry of Mines'],
  ])('%s is kept', (_, text) => {
    expect(visibleText(mailOf({ ...answer, text: `${text}\n\n${below}` }))).toBe(text);
  });

  test('words under a telephone’s line are kept, the line is not', () => {
    const text = `La plage 2.\n\nEnvoyé de mon iPhone\n\nEt notre budget : 180 000 $\n\n${below}`;
    expect(visibleText(mailOf({ ...answer, text }))).toBe('La plage 2.\n\nEt notre budget : 180 000 $');
  });

  test.each([
    ['Gmail and Chrome', '<blockquote style="margin: 0 0 0 40px; border: none; padding: 0px;">40 foreurs</blockquote>'],
    ['Outlook', '<blockquote style="margin-left:30.0pt;margin-right:0cm">40 foreurs</blockquote>'],
    [
      'the web client of Outlook',
      '<blockquote style="margin-top:0;margin-bottom:0"><div>40 foreurs</div></blockquote>',
    ],
    ['an editor that only names the element', '<blockquote>40 foreurs</blockquote>'],
    ['an editor that writes its direction', '<blockquote dir="ltr"><p>40 foreurs</p></blockquote>'],
    ['Apple Mail', '<blockquote class="webkit-indent-blockquote" style="margin: 0 0 0 40px">40 foreurs</blockquote>'],
  ])('what the sender indented is kept: %s', (_, indented) => {
    const html = `<p>Il nous faut :</p>${indented}<blockquote type="cite" style="margin-left:5px">Choisissez.</blockquote>`;
    expect(visibleText(mailOf({ ...answer, text: htmlToText(html) }))).toBe('Il nous faut :\n\n40 foreurs');
  });

  test.each([
    ['a mark', '<blockquote type="cite">Choisissez.</blockquote>'],
    ['a class', '<blockquote class="x">Choisissez.</blockquote>'],
    ['a line at its side', '<blockquote style="border-left:2px solid #00f">Choisissez.</blockquote>'],
    [
      'an attribution above',
      '<p>Le 2 nov. 2026 à 10:00, Institut &lt;info@inm.example&gt; a écrit :</p><blockquote>Choisissez.</blockquote>',
    ],
    [
      'an attribution in it',
      '<blockquote>Le 2 nov. 2026 à 10:00, Institut &lt;info@inm.example&gt; a écrit :<br>Choisissez.</blockquote>',
    ],
    [
      'a head in it',
      '<blockquote><div>De : Institut &lt;info@inm.example&gt;</div><div>Objet : Reçu</div><div>Choisissez.</div></blockquote>',
    ],
    ['our reference in it', '<blockquote><p>Choisissez.</p><p>Référence : INMQ-2026-0042</p></blockquote>'],
    ['others beside it', '<blockquote>Choisissez.</blockquote><p>La 2.</p><blockquote>Choisissez-en.</blockquote>'],
    ['a quote in it', '<blockquote>Choisissez.<blockquote>Bonjour</blockquote></blockquote>'],
  ])('what has %s is a quote', (_, quoted) => {
    const text = visibleText(mailOf({ ...answer, text: htmlToText(`<p>La plage 2.</p>${quoted}<p>Merci.</p>`) }));
    expect(text).toContain('La plage 2.');
    expect(text).not.toContain('Choisissez');
  });
});

test.each([
  'Enviado do Ministério: carta assinada, orçamento de 50 000 USD\nInês',
  'Enviado do celular: não. O orçamento é de 50 000 USD\nInês',
  'Documentos\nEnviado desde Lima por DHL el lunes\nFirmado por el rector',
  'Unterlagen\nGesendet von Herrn Weber per DHL am Montag\nUnterschrieben vom Rektor',
  'Envoyé avec mon adjoint à Val-d’Or : Mme Koné\nElle arrive le 3.',
  'Sent via DHL on Monday\nYaw',
  'Provenance : Courrières, dans le Nord\nYaw',
  'Inviato dal ministro\nVerzonden met DHL\nSkickat från Luleå\nSendt fra Oslo',
])('what was sent, from where and by whom is no telephone’s line: %s', (text) => {
  expect(visibleText(mailOf({ ...answer, text }))).toBe(text);
});

test.each([
  'Envoyé de mon téléphone',
  'Envoyé depuis l’application Mail Orange',
  'Envoyé avec ma tablette',
  'Envoyé avec la messagerie sécurisée Proton Mail.',
  'Provenance : Courrier pour Windows',
  'Enviado desde mi celular',
  'Enviado do meu telemóvel',
  'Gesendet von meinem Handy',
  'Gesendet mit der GMX Mail App',
  'Verzonden vanaf mijn toestel',
  'Inviato da Posta per Windows',
  'Skickat från min telefon',
])('a telephone’s line is no word of the sender: %s', (line) => {
  expect(visibleText(mailOf({ ...answer, text: `La plage 2.\n${line}\nYaw` }))).toBe('La plage 2.\nYaw');
});
