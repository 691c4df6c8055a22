import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/io/mime.ts';
import { forwardedMail } from '../../src/mail/forwarded.ts';
import { mailOf } from './make.ts';

const kouadio = { name: 'Kouadio Amani', address: 'k.amani@mines-ci.example' };
const body = 'Madame,\n\nnous cherchons une formation de formateurs.\n\nKouadio Amani';

const blocks: [program: string, block: string][] = [
  [
    'Outlook, French',
    `________________________________
De : Kouadio Amani <k.amani@mines-ci.example>
Envoyé : vendredi 20 novembre 2026 10:12
À : Marie Tremblay <mtremblay@greffier.test>
Cc : Denis Lavoie
Objet : Demande de formation
`,
  ],
  [
    'Outlook, English',
    `From: Kouadio Amani <k.amani@mines-ci.example>
Sent: Friday, November 20, 2026 10:12 AM
To: Marie Tremblay <mtremblay@greffier.test>
Subject: Demande de formation
`,
  ],
  [
    'Outlook, old',
    `-----Message d'origine-----
De : Kouadio Amani [mailto:k.amani@mines-ci.example]
Envoyé : 20 novembre 2026 10:12
À : Marie Tremblay
Objet : Demande de formation
`,
  ],
  [
    'Outlook, bold in text, links doubled',
    `*From:* Kouadio Amani <k.amani@mines-ci.example<mailto:k.amani@mines-ci.example>>
*Sent:* Friday, November 20, 2026 10:12 AM
*To:* Marie Tremblay
*Subject:* Demande de formation
`,
  ],
  [
    'Gmail, English',
    `---------- Forwarded message ---------
From: Kouadio Amani <k.amani@mines-ci.example>
Date: Fri, Nov 20, 2026 at 10:12 AM
Subject: Demande de formation
To: <mtremblay@greffier.test>

`,
  ],
  [
    'Gmail, French',
    `---------- Forwarded message ---------
De : Kouadio Amani <k.amani@mines-ci.example>
Date : ven. 20 nov. 2026 à 10:12
Subject : Demande de formation
To : <mtremblay@greffier.test>

`,
  ],
  [
    'Apple Mail, English',
    `Begin forwarded message:

From: Kouadio Amani <k.amani@mines-ci.example>
Subject: Demande de formation
Date: November 20, 2026 at 10:12:03 AM EST
To: Marie Tremblay <mtremblay@greffier.test>
`,
  ],
  [
    'Apple Mail, French, quoted',
    `> Début du message réexpédié :
>
> De: Kouadio Amani <k.amani@mines-ci.example>
> Objet: Demande de formation
> Date: 20 novembre 2026 à 10:12:03 HNE
> À: Marie Tremblay <mtremblay@greffier.test>
>`,
  ],
  [
    'Thunderbird, English',
    `-------- Forwarded Message --------
Subject: \tDemande de formation
Date: \tFri, 20 Nov 2026 10:12:03 +0000
From: \tKouadio Amani <k.amani@mines-ci.example>
To: \tMarie Tremblay <mtremblay@greffier.test>

`,
  ],
  [
    'Thunderbird, French',
    `-------- Message transféré --------
Sujet : \tDemande de formation
Date : \tFri, 20 Nov 2026 10:12:03 +0000
De : \tKouadio Amani <k.amani@mines-ci.example>
Pour : \tMarie Tremblay <mtremblay@greffier.test>,
 Denis Lavoie <dlavoie@greffier.test>
Copie à : \tx@y.example

`,
  ],
];

describe('the mail in a forward', () => {
  test.each(blocks)('%s', (_, block) => {
    const found = forwardedMail(mailOf({ text: `Pour vous.\n\n${block}\n${body}\n` }), []);
    expect(found).toMatchObject({ author: kouadio, subject: 'Demande de formation', comment: 'Pour vous.' });
    expect(found?.date).toContain('10:12');
    expect(found?.text).toContain('une formation de formateurs');
    expect(found?.text).not.toContain('mtremblay');
  });

  test.each(blocks)('%s, without a word above it', (_, block) => {
    expect(forwardedMail(mailOf({ text: `${block}\n${body}\n` }), [])).toMatchObject({ author: kouadio, comment: '' });
  });

  test.each([
    ['Gmail, French', 'Le ven. 20 nov. 2026 à 10:12, Kouadio Amani <k.amani@mines-ci.example> a écrit :'],
    ['Gmail, English, broken', 'On Fri, Nov 20, 2026 at 10:12 AM Kouadio Amani <\nk.amani@mines-ci.example> wrote:'],
    ['Apple Mail', 'Le 20 nov. 2026 à 10:12, Kouadio Amani <k.amani@mines-ci.example> a écrit :'],
    ['Thunderbird', 'Le 20/11/2026 à 10:12, Kouadio Amani a écrit (k.amani@mines-ci.example) :'],
    ['Spanish', 'El vie, 20 nov 2026 a las 10:12, Kouadio Amani (<k.amani@mines-ci.example>) escribió:'],
    ['German', 'Am 20.11.2026 um 10:12 schrieb Kouadio Amani <k.amani@mines-ci.example>:'],
  ])('handed on as an answer quotes: %s', (_, line) => {
    const quote = body.split('\n').map((each) => `> ${each}`.trimEnd());
    const found = forwardedMail(mailOf({ text: `À inscrire, merci.\n\n${line}\n${quote.join('\n')}\n` }), []);
    expect(found).toMatchObject({ author: { address: kouadio.address }, quoted: true, comment: 'À inscrire, merci.' });
    expect(found?.text).toContain('une formation de formateurs');
    if (!line.includes('(k.amani')) expect(found?.author.name).toBe(kouadio.name);
  });

  test('a colleague’s answer in between is looked through', () => {
    const text = `Voir.\n\nLe 21 nov. 2026 à 9:00, Denis Lavoie <dlavoie@greffier.test> a écrit :\n> Pour toi.\n>\n> Le 20 nov. 2026 à 10:12, Kouadio Amani <k.amani@mines-ci.example> a écrit :\n>> ${body.replaceAll('\n', '\n>> ')}\n`;
    expect(forwardedMail(mailOf({ text }), ['dlavoie@greffier.test'])?.author).toEqual(kouadio);
  });

  test('a mail attached to a colleague’s mail that is attached', async () => {
    const inner = `From: Kouadio Amani <k.amani@mines-ci.example>\nSubject: Demande\n\nUne formation.\n`;
    const middle = `From: Denis Lavoie <dlavoie@greffier.test>\nSubject: FW\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=in\n\n--in\nContent-Type: text/plain\n\nVoir.\n--in\nContent-Type: message/rfc822\n\n${inner}\n--in--\n`;
    const raw = `From: mtremblay@greffier.test\nSubject: #transfert\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=out\n\n--out\nContent-Type: text/plain\n\nPour vous.\n--out\nContent-Type: message/rfc822\n\n${middle}\n--out--\n`;
    const found = forwardedMail(await readMail(Buffer.from(raw)), ['dlavoie@greffier.test']);
    expect(found).toMatchObject({ author: kouadio, subject: 'Demande', text: 'Une formation.' });
  });

  test('a name without an address is a name', () => {
    const text = `De : Kouadio Amani\nEnvoyé : 20 novembre 2026\nÀ : Marie Tremblay\nObjet : Demande\n\n${body}`;
    expect(forwardedMail(mailOf({ text }), [])?.author).toEqual({ name: 'Kouadio Amani', address: '' });
  });

  test('the address that it lacks is the one that its author signs with', () => {
    const head = 'De : Kouadio Amani\nEnvoyé : 20 novembre 2026\nÀ : Marie Tremblay\nObjet : Demande';
    const of = (text: string) => forwardedMail(mailOf({ text: `${head}\n\n${text}` }), ['mtremblay@greffier.test']);
    const signed = 'Nous cherchons une formation.\n\nKouadio Amani\nk.amani@mines-ci.example\n';
    expect(of(signed)).toMatchObject({ author: kouadio, found: expect.stringContaining('signature') });
    expect(of(`${signed}\nCopie : mtremblay@greffier.test\n`)?.author).toEqual(kouadio);
    expect(of(`${signed}\n\nDe : Awa <awa@mines-ml.example>\nEnvoyé : lundi\nObjet : x\n\nOui.`)?.author).toEqual(
      kouadio,
    );
    expect(of(`${signed}autre@mines-ci.example\n`)?.author.address).toBe('');
    expect(
      of('Écrivez à notre directeur des études et de la formation, awa@mines-ml.example, ou appelez-nous demain.')
        ?.author.address,
    ).toBe('');
  });

  test('a name in bold, as Gmail writes it in text', () => {
    const text = `De : *Kouadio Amani* <k.amani@mines-ci.example>\nDate: ven. 20 nov. 2026 à 10:12\nSubject: Demande\nTo: <mtremblay@greffier.test>\n\n${body}`;
    expect(forwardedMail(mailOf({ text }), [])?.author).toEqual(kouadio);
  });

  test('a colleague’s forward of a forward is looked through', () => {
    const text = `FYI\n\nFrom: Denis Lavoie <dlavoie@greffier.test>\nSent: Friday\nTo: Marie\nSubject: FW: Demande\n\nVoir plus bas.\n\n${blocks[1]?.[1]}\n${body}`;
    expect(forwardedMail(mailOf({ text }), ['dlavoie@greffier.test'])?.author).toEqual(kouadio);
  });

  test('a chain without colleagues gives the latest', () => {
    const text = `From: Sophie Roy <sroy@bureau.example>\nSent: Friday\nTo: Marie\nSubject: FW: Demande\n\nMerci.\n\n${blocks[1]?.[1]}\n${body}`;
    expect(forwardedMail(mailOf({ text }), [])?.author.address).toBe('sroy@bureau.example');
  });

  test.each([
    ['no forward', body],
    ['a formal letter', 'De : La direction\nÀ : Madame Tremblay\nObjet : Formation\n\nMadame,'],
    ['a list of facts', 'Date: May 2027\nObjet: formation\nLieu: Abidjan'],
    ['nothing', ''],
  ])('%s is none', (_, text) => {
    expect(forwardedMail(mailOf({ text }), [])).toBeUndefined();
  });

  test.each([
    [
      'quoted-printable in Latin-1',
      'text/plain; charset=iso-8859-1',
      'quoted-printable',
      'Nous cherchons une =E9cole.',
    ],
    ['base64', 'text/plain; charset=utf-8', 'base64', Buffer.from('Nous cherchons une école.').toString('base64')],
    ['8bit', 'text/plain; charset=utf-8', '8bit', 'Nous cherchons une école.'],
    ['HTML alone', 'text/html; charset=utf-8', '8bit', '<p>Nous cherchons<br>une école.</p>'],
    [
      'two forms of one text',
      'multipart/alternative; boundary="in"',
      '7bit',
      '--in\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nNous cherchons une =C3=A9cole.\n--in\nContent-Type: text/html\n\n<p>Nous cherchons une <b>école</b>, other</p>\n--in--\n',
    ],
  ])('attached: %s', async (_, type, encoding, content) => {
    const inner = [
      'From: =?utf-8?q?K=C3=B4uadio?= Amani <k.amani@mines-ci.example>',
      'Subject: =?iso-8859-1?q?Demande_d=27=E9cole?=',
      'Date: Fri, 20 Nov 2026 10:12:03 +0000',
      'Message-ID: <original@mines-ci.example>',
      'MIME-Version: 1.0',
      `Content-Type: ${type}`,
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      content,
    ].join('\n');
    const raw = `From: mtremblay@greffier.test\nSubject: #transfert\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=out\n\n--out\nContent-Type: text/plain\n\nPour vous.\n--out\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\n${inner}\n--out--\n`;
    const mail = await readMail(Buffer.from(raw));
    const found = forwardedMail(mail, []);
    expect(found).toMatchObject({
      author: { name: 'Kôuadio Amani', address: 'k.amani@mines-ci.example' },
      subject: "Demande d'école",
      messageId: '<original@mines-ci.example>',
      comment: 'Pour vous.',
    });
    expect(found?.text.replace(/\s+/g, ' ')).toBe('Nous cherchons une école.');
  });
});
