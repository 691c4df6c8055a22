import MailComposer from 'nodemailer/lib/mail-composer';
import { beforeEach, describe, expect, test } from 'vitest';
import { readMail } from '../../src/io/mime.ts';
import type { Mail } from '../../src/mail/mail.ts';
import {
  ama,
  approver,
  command,
  desk,
  genuine,
  last,
  officer,
  only,
  opened,
  reply,
  request,
} from '../correspondence.ts';
import { nextSecond, written } from '../world.ts';

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
});

const wordsOf = (mail: Mail) => mail.text.replace(/\s+/g, ' ');
const said = async (address = officer) => wordsOf(await last(address));
/** A command mail as a mail program writes it, with whatever is given. */
const send = async (mail: Record<string, unknown>) =>
  desk.world.arrives(
    desk.clerk,
    await new MailComposer({
      date: nextSecond(),
      from: officer,
      to: 'info@inm.example',
      subject: '[INMQ-2026-0001] #répondre',
      text: 'Bonjour Madame,\n\nvoici notre réponse.\n',
      headers: genuine(officer),
      ...mail,
    })
      .compile()
      .build(),
  );
const copies = async (address: string) => (await desk.world.lettersTo(address)).length;

describe('the letter', () => {
  test('goes under the person’s name, in the requester’s thread, to the chosen copies too', async () => {
    await send({ subject: '[INMQ-2026-0001] #répondre cc roy@bureau-qc.example' });
    const [theirs] = desk.clerk.register.mails.values();
    for (const address of [ama, 'roy@bureau-qc.example']) {
      const letter = await last(address);
      expect(wordsOf(letter)).toContain('voici notre réponse. Marie Tremblay Institut national des mines');
      expect(wordsOf(letter)).toContain('Copie : roy@bureau-qc.example');
      expect(wordsOf(letter)).not.toContain('Message automatisé');
      expect(letter.inReplyTo).toEqual([theirs?.messageId]);
      expect(letter.headers.some(({ name }) => name === 'auto-submitted')).toBe(false);
    }
    expect(await said()).toContain(`Lettre envoyée à : Ama Boateng <${ama}>`);
  });

  test('quotes below itself, in text and HTML, the mail that it answers', async () => {
    await send({});
    const { text, html = '' } = await last(ama);
    const [above = '', below = ''] = text.split(/Le 23 novembre 2026 à 10\sh\s00, Ama\sBoateng\sa\sécrit\s:/);
    expect(above).toContain('voici notre réponse.');
    expect(below).toMatch(/^\s+> Dear Sir,\n>\n> our board would like to train 12 instructors in mine rescue\.\n/);
    expect(html.replace(/<bdi>|<\/bdi>/g, '')).toMatch(
      /Ama Boateng a écrit\s:<\/p>\s*<blockquote[^>]*>Dear Sir,<br>\s*<br>\s*our board would like/,
    );
  });

  test('quotes the last mail of the requester, without what that one quotes itself', async () => {
    await desk.world.arrives(
      desk.clerk,
      await reply(ama, `One more question: <b>who</b> pays?\n\nOn Mon, the Institut wrote:\n> Demande reçue\n`),
    );
    await send({});
    const { text, html } = await last(ama);
    expect(text).toContain('> One more question: <b>who</b> pays?');
    expect(text).not.toMatch(/Demande reçue|Dear Sir/);
    expect(html).toContain('&lt;b&gt;who&lt;/b&gt;');
  });

  test('quotes nothing when the requester has not written', async () => {
    const text = 'Nom : Fatou Bah\nCourriel : fbah@cmhf.example\n\nSECRET-TÉLÉPHONE';
    await send({ subject: '#nouveau téléphone', text });
    await send({ subject: '[INMQ-2026-0002] #répondre', text: 'Merci de votre appel.' });
    expect(await said('fbah@cmhf.example')).not.toMatch(/a écrit|SECRET/);
  });

  test('keeps text and files while it waits for its code', async () => {
    const attachments = [{ filename: 'plan.pdf', content: Buffer.from('%PDF-1.7 plan') }];
    await send({ headers: {}, attachments });
    expect(await copies(ama)).toBe(1);
    const code = /#confirmer\s+([0-9A-Z]{10})/.exec((await last(officer)).text)?.[1];
    await send({ subject: `[INMQ-2026-0001] #confirmer ${code}`, text: '' });
    expect(await said(ama)).toContain('voici notre réponse.');
    expect((await last(ama)).parts.map(({ filename }) => filename)).toContain('plan.pdf');
  });

  test('goes once to each address, whoever is named twice', async () => {
    const before = await copies(ama);
    await send({ subject: `[INMQ-2026-0001] #répondre cc ${ama}, X@y.example x@y.example` });
    expect([await copies(ama), await copies('x@y.example')]).toEqual([before + 1, 1]);
    expect(await said('x@y.example')).toContain('Copie : x@y.example');
    expect(await said('x@y.example')).not.toContain('x@y.example, x@y.example');
  });

  test.each(['info@inm.example', 'Demandes@INM.example'])('goes in no copy to the clerk itself: %s', async (own) => {
    const { policy } = desk.world;
    desk.world.policy = { ...policy, institute: { ...policy.institute, aliases: ['demandes@inm.example'] } };
    desk.clerk = await desk.world.open();
    const before = desk.world.postman.sent.length;
    await send({ subject: `[INMQ-2026-0001] #répondre cc x@y.example, ${own}` });
    expect(desk.world.postman.sent.slice(before).map(({ envelope }) => envelope.to)).toEqual([officer]);
    expect(await said()).toContain(`« ${own.toLowerCase()} » est l’adresse du greffier`);
  });

  test.each([
    ['#répondre cc "Bob" <b@y.example>', ['b@y.example']],
    ['#répondre cc "Tremblay, Bob" <b@y.example>, Anne Roy <a@y.example>', ['b@y.example', 'a@y.example']],
    ['#répondre cc c@y.example; « Bob » <b@y.example>', ['c@y.example', 'b@y.example']],
    ['#répondre cc <b@y.example>', ['b@y.example']],
  ])('goes to the addresses among the names: %s', async (line, addresses) => {
    await send({ subject: `[INMQ-2026-0001] ${line}` });
    for (const address of addresses) expect(await copies(address)).toBe(1);
  });

  test.each([
    '#répondre cc Bob b@y.example',
    '#répondre cc personne',
    '#répondre tout de suite',
    '#répondre cc a@b.example c@d',
    '#répondre',
  ])('%s with nothing to send changes nothing', async (line) => {
    const before = await copies(ama);
    await command(officer, line, line === '#répondre' ? '' : 'Bonjour');
    expect(await copies(ama)).toBe(before);
    expect((await last(officer)).subject).toContain('Rien n’a été changé');
  });
});

describe('nothing internal leaves', () => {
  const marker = /MARQUE-\w+/;
  /** Everything that is written where only the house reads. */
  const writeInternally = async () => {
    await command(officer, '#note', 'Une note interne sur le budget : MARQUE-NOTE.');
    await command(officer, '#recherche', 'Site web : https://marque.example MARQUE-CONSTAT\nSource : MARQUE-SOURCE');
    await command(officer, '#catégorie court terme, MARQUE-RAISON');
    await command(officer, '#attente 2027-01-15 MARQUE-ATTENTE');
    await desk.world.arrives(
      desk.clerk,
      await written({
        from: approver,
        subject: `[${only().reference}] Entre nous`,
        text: 'MARQUE-COLLEGUE',
        headers: genuine(approver),
      }),
    );
    await desk.world.arrives(
      desk.clerk,
      await written({
        from: 'x@stranger.example',
        subject: 'Re: Mine rescue training',
        text: 'MARQUE-ETRANGER',
        answers: await last(ama),
      }),
    );
    await command(officer, '#statut');
    await desk.world.arrives(
      desk.clerk,
      await written({ from: 'k@other.example', subject: 'Another request', text: 'We need MARQUE-AUTRE.' }),
    );
  };
  /** All that a mail says, in whichever part and encoding. */
  const wholly = ({ headers, text, html, parts }: Mail) =>
    JSON.stringify([headers, text, html, parts.map(({ filename, text: words }) => [filename, words])]);
  const outside = async () => {
    const sent = desk.world.postman.sent.filter(({ envelope }) => !envelope.to.endsWith('@greffier.test'));
    return Promise.all(sent.map(async ({ raw, envelope }) => [envelope.to, wholly(await readMail(raw))] as const));
  };

  const marked = (text: string) => text.replace(/^/gm, '> ');
  test.each<[string, (text: string) => string]>([
    ['Gmail', (text) => `Le lun. 23 nov. 2026 à 10:00, Institut <info@inm.example> a écrit :\n\n${marked(text)}`],
    ['Thunderbird', (text) => `Le 23/11/2026 à 10:00, Institut national des mines a écrit :\n${marked(text)}`],
    ['Apple Mail', (text) => `Le 23 nov. 2026 à 10:00, Institut <info@inm.example> a écrit :\n\n${marked(text)}`],
    [
      'Outlook',
      (text) =>
        `De : Institut national des mines <info@inm.example>\nEnvoyé : 23 novembre 2026 10:00\nÀ : Marie Tremblay <${officer}>\nObjet : État\n\n${text}`,
    ],
    ['Outlook of old', (text) => `-----Message d'origine-----\nDe : Institut <info@inm.example>\n\n${text}`],
    [
      'a telephone',
      (text) => `Envoyé de mon iPhone\n\n> Le 23 nov. 2026 à 10:00, Institut a écrit :\n>\n${marked(text)}`,
    ],
    ['no known program', (text) => text],
    ['one that keeps a single note', () => 'Une note interne sur\nle budget : MARQUE-NOTE.'],
  ])('whatever stands below a command mail of %s', async (_, quotation) => {
    await writeInternally();
    const answers = (await desk.world.lettersTo(officer)).findLast(({ text }) => text.includes('MARQUE-NOTE'));
    if (!answers) throw new Error('staff was told nothing');
    expect(answers.text).toMatch(marker);
    const before = await copies(ama);
    await send({
      subject: `Re: ${answers.subject.replace(/.*(\[[^\]]+\]).*/, '$1')} #répondre cc roy@bureau-qc.example`,
      bcc: 'marque-bcc@inm.example',
      inReplyTo: answers.messageId,
      references: answers.messageId,
      headers: { ...genuine(officer), Bcc: 'MARQUE-BCC@inm.example', 'X-Note': 'MARQUE-CHAMP', Comments: 'MARQUE-MOT' },
      text: `Bonjour Madame,\n\nvoici notre réponse.\n\n${quotation(answers.text)}\n`,
    });
    const letters = await outside();
    for (const [to, words] of letters) expect(words, to).not.toMatch(/marque-(?!interne)/i);
    const sent = (await copies(ama)) > before;
    expect(sent || (await last(officer)).subject.includes('Rien n’a été changé')).toBe(true);
    if (sent) expect(letters.filter(([, words]) => words.includes('voici notre réponse.'))).toHaveLength(2);
    else expect(await said()).toMatch(/effacez(?: le texte cité|-la), puis recommencez/);
  });

  test.each([
    ['#répondre', 'La formation se fait sous la supervision de nos maîtres-mineurs.', true],
    ['#répondre', 'Message automatisé, transmis sous la supervision de Marie Tremblay', false],
    ['#fermer hors mandat', 'Comme dit : Une note interne sur le budget : MARQUE-NOTE.', false],
  ])('%s with « %s »', async (line, text, goes) => {
    await command(officer, '#note', 'Une note interne sur le budget : MARQUE-NOTE.');
    const before = await copies(ama);
    await command(officer, line, text);
    expect(await copies(ama)).toBe(before + (goes ? 1 : 0));
    if (!goes) expect((await last(officer)).subject).toContain('Rien n’a été changé');
  });
});

describe('attachments of staff', () => {
  const pdf = Buffer.from('%PDF-1.7 é binary \u0000\u0001');

  test('pass through as they are', async () => {
    await send({
      html: '<p>Bonjour Madame,</p><p>voici notre réponse.</p><img src="cid:logo">',
      attachments: [
        { filename: '../fiche été.pdf', content: pdf, contentType: 'application/pdf' },
        { filename: 'notes.txt', content: 'été\r\nœuvre\r\n', contentType: 'text/plain; charset=utf-8' },
        { filename: 'plan.pdf', content: 'plan', contentType: 'application/pdf', contentDisposition: 'inline' },
        { filename: 'logo.png', content: 'logo', contentType: 'image/png', contentDisposition: 'inline', cid: 'logo' },
        { filename: 'smime.p7s', content: 'signed', contentType: 'application/pkcs7-signature' },
      ],
    });
    const files = (await last(ama)).parts.filter(({ disposition }) => disposition === 'attachment');
    expect(files.map(({ filename, size }) => [filename, size])).toEqual([
      ['.._fiche été.pdf', pdf.length],
      ['notes.txt', Buffer.byteLength('été\r\nœuvre\r\n')],
      ['plan.pdf', 4],
    ]);
    const raw = desk.world.postman.sent.findLast(({ envelope }) => envelope.to === ama)?.raw ?? Buffer.of();
    expect(raw.toString('latin1')).toContain(pdf.toString('base64').slice(0, 30));
    expect(await said()).toContain('Pièces jointes : ');
  });

  test('are passed on as telephones attach them; a picture in the text is told of instead', async () => {
    const [photo, plan] = [Buffer.alloc(60_000, 'photo'), Buffer.alloc(60_000, 'plan')];
    const inline = { contentType: 'image/jpeg', contentDisposition: 'inline' };
    await send({
      html: '<p>Bonjour Madame,</p><p>voici notre réponse.</p><img src="cid:plan">',
      headers: {},
      attachments: [
        { ...inline, filename: 'IMG_0042.jpeg', content: photo },
        { ...inline, filename: 'plan.jpeg', content: plan, cid: 'plan' },
        { filename: 'dates.csv', content: 'a;b\r\n', contentType: 'text/csv', contentDisposition: 'inline' },
      ],
    });
    const code = /#confirmer\s+([0-9A-Z]{10})/.exec((await last(officer)).text)?.[1];
    await send({ subject: `[INMQ-2026-0001] #confirmer ${code}`, text: '' });
    const files = (await last(ama)).parts.filter(({ disposition }) => disposition === 'attachment');
    expect(files.map(({ filename, size }) => [filename, size])).toEqual([
      ['IMG_0042.jpeg', photo.length],
      ['dates.csv', 5],
    ]);
    expect(await said()).toContain('Pièces jointes : IMG_0042.jpeg, dates.csv');
    expect(await said()).toContain('Images du texte, non transmises : plan.jpeg');
  });

  const file = (filename: string, size = 10, contentType?: string) => ({
    ...{ filename, content: Buffer.alloc(size, 65) },
    ...(contentType && { contentType }),
  });
  test.each<[string, object[], RegExp]>([
    ['more than 10 MB', [file('a.bin', 6_000_000), file('b.bin', 4_000_001)], /trop lourdes/],
    ['more than ten files', Array.from({ length: 11 }, (_, at) => file(`${at}.pdf`)), /au plus 10 fichiers/],
    ['a program', [file('outil.pdf.EXE')], /« outil\.pdf\.EXE » ne peut pas .* programmes/],
    ['a script', [file('facture.js')], /programmes/],
    [
      'a mail',
      [{ ...file('Entre nous.eml', 10, 'message/rfc822'), content: 'Subject: x\r\n\r\ny' }],
      /propos internes/,
    ],
    ['what only Outlook opens', [file('winmail.dat', 10, 'application/ms-tnef')], /HTML ou en texte brut/],
  ])('%s: nothing is sent, and the person reads why', async (_, attachments, why) => {
    const before = await copies(ama);
    await send({ attachments });
    expect(await copies(ama)).toBe(before);
    expect(await said()).toMatch(why);
  });
});
