import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlToText } from '../../src/mail/html-text.ts';
import { ownWords, visibleText } from '../../src/mail/visible-text.ts';
import { anyText } from '../any-text.ts';

const own = 'Bonjour,\n\nla plage 2 nous convient.\n\nAma Boateng';

describe('what stands below and was written by another is cut', () => {
  test.each([
    ['Gmail, fr', 'Le lun. 2 nov. 2026 à 10:00, Institut <info@inm.example> a écrit :\n\n> Bonjour,\n> choisissez.'],
    ['Gmail, en', 'On Mon, Nov 2, 2026 at 10:00 AM Institut <info@inm.example> wrote:\n\n> Bonjour,\n> choisissez.'],
    [
      'Gmail, broken over lines',
      'On Mon, Nov 2, 2026 at 10:00 AM Institut national des mines\n<info@inm.example> wrote:\n\n> Bonjour,',
    ],
    ['Gmail, es', 'El lun, 2 nov 2026 a las 10:00, Institut (<info@inm.example>) escribió:\n\n> Bonjour,'],
    ['Gmail, pt', 'Em seg., 2 de nov. de 2026 às 10:00, Institut <info@inm.example> escreveu:\n\n> Bonjour,'],
    ['Gmail, de', 'Am Mo., 2. Nov. 2026 um 10:00 Uhr schrieb Institut <info@inm.example>:\n\n> Bonjour,'],
    ['Gmail, it', 'Il giorno lun 2 nov 2026 alle ore 10:00 Institut <info@inm.example> ha scritto:\n\n> Bonjour,'],
    ['Gmail, nl', 'Op ma 2 nov 2026 om 10:00 schreef Institut <info@inm.example>:\n\n> Bonjour,'],
    ['Gmail, ja', '2026年11月2日(月) 10:00 Institut <info@inm.example>:\n\n> Bonjour,'],
    [
      'Gmail, ar',
      'في الاثنين، 2 نوفمبر 2026 في 10:00 ص تمت كتابة ما يلي بواسطة ‏Institut‏ <‏info@inm.example‏>:\n\n> Bonjour,',
    ],
    ['Apple Mail, fr', 'Le 2 nov. 2026 à 10:00, Institut <info@inm.example> a écrit :\n\nBonjour,\nchoisissez.'],
    ['Thunderbird, fr', 'Le 02/11/2026 à 10:00, Institut a écrit :\n> Bonjour,'],
    [
      'Outlook, fr',
      'De : Institut <info@inm.example>\nEnvoyé : lundi 2 novembre 2026 10:00\nÀ : Ama Boateng <a@tgtu.example>\nObjet : Demande reçue\n\nBonjour,\nchoisissez.',
    ],
    [
      'Outlook, en, after a line',
      '________________________________\nFrom: Institut <info@inm.example>\nSent: Monday, November 2, 2026 10:00 AM\nTo: Ama Boateng\nSubject: Demande reçue\n\nBonjour,',
    ],
    [
      'Outlook, es',
      'De: Institut <info@inm.example>\nEnviado el: lunes, 2 de noviembre de 2026 10:00\nPara: Ama\nAsunto: Demande reçue\n\nBonjour,',
    ],
    [
      'Outlook, pt',
      'De: Institut <info@inm.example>\nEnviada em: segunda-feira, 2 de novembro de 2026 10:00\nPara: Ama\nAssunto: Demande reçue\n\nBonjour,',
    ],
    [
      'Outlook, de',
      'Von: Institut <info@inm.example>\nGesendet: Montag, 2. November 2026 10:00\nAn: Ama\nBetreff: Demande reçue\n\nBonjour,',
    ],
    [
      'Outlook, it',
      'Da: Institut <info@inm.example>\nInviato: lunedì 2 novembre 2026 10:00\nA: Ama\nOggetto: Demande reçue\n\nBonjour,',
    ],
    [
      'Outlook, nl',
      'Van: Institut <info@inm.example>\nVerzonden: maandag 2 november 2026 10:00\nAan: Ama\nOnderwerp: Demande reçue\n\nBonjour,',
    ],
    [
      'Outlook in bold, as text',
      '*De :* Institut <info@inm.example>\n*Envoyé :* lundi 2 novembre 2026 10:00\n*À :* Ama\n*Objet :* Demande reçue\n\nBonjour,',
    ],
    ['old Outlook', '-----Message d’origine-----\nDe : Institut\nObjet : Demande reçue\n\nBonjour,'],
    ['old Outlook, en', '-----Original Message-----\nFrom: Institut\nSubject: Demande reçue\n\nBonjour,'],
    [
      'Zimbra, fr',
      '----- Mail original -----\nDe: "Institut" <info@inm.example>\nÀ: "Ama"\nEnvoyé: Lundi 2 Novembre 2026 10:00:00\nObjet: Demande\n\nBonjour',
    ],
    [
      'Outlook, ar',
      'من: Institut <info@inm.example>\nتاريخ الإرسال: 2 نوفمبر 2026\nإلى: Ama\nالموضوع: Demande\n\nمرحبا',
    ],
    [
      'a telephone, then Outlook',
      'Envoyé à partir d’Outlook pour Android\n________________________________\nDe : Institut <info@inm.example>\nEnvoyé : lundi\nÀ : Ama\nObjet : Demande\n\nBonjour',
    ],
    [
      'QQ',
      '------------------ 原始邮件 ------------------\n发件人: "Institut" <info@inm.example>;\n发送时间: 2026年11月2日\n\n你好',
    ],
    ['Yahoo, fr', 'Le lundi 2 novembre 2026 à 10:00:00 UTC−5, Institut <info@inm.example> a écrit :\n\nBonjour,'],
    ['a quote without a word of introduction', '> Bonjour,\n> choisissez.'],
  ])('%s', (_, below) => {
    expect(ownWords(`${own}\n\n${below}`)).toBe(own);
  });
});

describe('nothing of the sender’s own is lost', () => {
  test.each([
    ['an answer below the quote', 'Le 2 nov. 2026, Institut a écrit :\n> Quelle plage ?\n\nLa plage 2.', 'La plage 2.'],
    ['answers between the quotes', '> Besoins ?\nForer.\n\n> Budget ?\n180 000 $', 'Forer.\n\n180 000 $'],
    [
      'a formal letter with its own heading',
      'Ministère des Mines\n\nDe : la Direction\nÀ : l’Institut\nObjet : demande de partenariat\n\nNous souhaitons…',
      'Ministère des Mines\n\nDe : la Direction\nÀ : l’Institut\nObjet : demande de partenariat\n\nNous souhaitons…',
    ],
    [
      '« wrote » in a sentence',
      'Our minister wrote:\nmining first.\nCan you help?',
      'Our minister wrote:\nmining first.\nCan you help?',
    ],
    [
      'a date and a colon',
      'Notre projet commence le 2 mars 2027 :\nil faut des simulateurs.',
      'Notre projet commence le 2 mars 2027 :\nil faut des simulateurs.',
    ],
    [
      'a sentence that begins as a telephone’s signature',
      'Hello,\n\nSent from my desk, this reaches you late.\nWe need trainers.',
      'Hello,\n\nSent from my desk, this reaches you late.\nWe need trainers.',
    ],
    [
      'a forward without a word',
      '---------- Forwarded message ---------\nFrom: Diego Soto <d@cobre.example>\n\nBuscamos socios.',
      '---------- Forwarded message ---------\nFrom: Diego Soto <d@cobre.example>\n\nBuscamos socios.',
    ],
    ['nothing but a quote', '> Buscamos socios.', 'Buscamos socios.'],
    [
      'a list with dashes',
      'Nous cherchons :\n-- des formateurs\n-- des simulateurs',
      'Nous cherchons :\n-- des formateurs\n-- des simulateurs',
    ],
  ])('%s', (_, text, expected) => {
    expect(visibleText({ text })).toBe(expected);
  });
});

test('a reply without a word of its own', () => {
  expect(ownWords('> Message automatisé\n> Choisissez.')).toBe('');
});

describe('signatures are cut', () => {
  test.each([
    ['after the separator', `${own}\n\n-- \nAma Boateng\nDean`],
    ['of a telephone, fr', `${own}\n\nEnvoyé de mon iPhone`],
    ['of a telephone, en', `${own}\n\nSent from my iPhone`],
    ['of a telephone, es', `${own}\n\nEnviado desde mi iPhone`],
    ['of a telephone, de', `${own}\n\nVon meinem iPhone gesendet`],
    ['of Outlook, fr', `${own}\n\nTélécharger Outlook pour iOS<https://aka.ms/o0ukef>`],
    [
      'clear-signed',
      `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n${own}\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----`,
    ],
  ])('%s', (_, text) => {
    expect(visibleText({ text })).toBe(own);
  });
});

describe('HTML alone', () => {
  test.each([
    [
      'Gmail',
      '<div dir="ltr">La plage 2.</div><br><div class="gmail_quote"><div class="gmail_attr">Le lun. 2 nov. 2026, Institut a écrit :<br></div><blockquote class="gmail_quote">Bonjour</blockquote></div>',
    ],
    [
      'Outlook',
      '<div>La plage 2.</div><hr><div id="divRplyFwdMsg"><b>De :</b> Institut &lt;info@inm.example&gt;<br><b>Envoyé :</b> lundi 2 novembre 2026 10:00<br><b>À :</b> Ama<br><b>Objet :</b> Demande</div><div>Bonjour</div>',
    ],
    [
      'Apple Mail',
      '<div>La plage 2.</div><div><br><blockquote type="cite"><div>Le 2 nov. 2026 à 10:00, Institut &lt;info@inm.example&gt; a écrit :</div><div>Bonjour</div></blockquote></div>',
    ],
    [
      'Thunderbird',
      '<p>La plage 2.</p><div class="moz-cite-prefix">Le 02/11/2026 à 10:00, Institut a écrit :<br></div><blockquote type="cite" cite="mid:1"><p>Bonjour</p></blockquote>',
    ],
    [
      'Yahoo',
      '<div>La plage 2.</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>Le lundi 2 novembre 2026, Institut a écrit :</div><div>Bonjour</div></div>',
    ],
  ])('%s', (_, html) => {
    expect(visibleText({ text: htmlToText(html) })).toBe('La plage 2.');
  });
});

test('HTML with words behind the marked signature', () => {
  const html =
    '<div>La plage 2.</div>-- <br><div class="gmail_signature"><div>Ama<br>Dean</div></div><div>Et un budget.</div>';
  expect(htmlToText(html)).toBe('La plage 2.\nEt un budget.\n\n-- \nAma\nDean');
  expect(visibleText({ text: htmlToText(html) })).toBe('La plage 2.\nEt un budget.');
});

describe('hostile text', () => {
  test('any text: no throw, and nothing that was not there', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 400 }), (text) => {
        const kept = visibleText({ text }).split('\n');
        for (const line of kept) expect(text.replaceAll('\u00a0', ' ')).toContain(line.trim().slice(0, 5));
      }),
    );
  });
});
