import MailComposer from 'nodemailer/lib/mail-composer';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { FakeWorld, written } from '../world.ts';

const ama = 'aboateng@tgtu.example';
const officer = 'mtremblay@greffier.test';
const genuine = { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' };

let world: FakeWorld;
let clerk: Clerk;
beforeEach(async () => {
  world = new FakeWorld();
  clerk = await world.open();
  await world.arrives(
    clerk,
    await written({
      from: `Ama Boateng <${ama}>`,
      subject: '=HYPERLINK("http://evil.example";"Crédit") été',
      text: 'We look for training.',
    }),
  );
});

const command = async (subject: string, text = '') => {
  world.clock.pass(1000);
  await world.arrives(clerk, await written({ from: officer, subject, text, headers: genuine }));
};
const last = async (address = officer) => {
  const mail = (await world.lettersTo(address)).at(-1);
  if (!mail) throw new Error(`nothing was sent to ${address}`);
  return { ...mail, words: mail.text.replace(/\s+/g, ' ') };
};
const rawTo = (address: string) =>
  world.postman.sent.findLast((mail) => mail.envelope.to === address)?.raw ?? Buffer.of();

describe('#registre', () => {
  test('answers with the register as a workbook and as text', async () => {
    await command('#registre');
    const { parts, words } = await last();
    expect(words).toContain('Le registre de suivi est joint : 1 demande.');
    expect(parts.filter(({ disposition }) => disposition === 'attachment').map(({ filename }) => filename)).toEqual([
      'registre.xlsx',
      'registre.csv',
    ]);
    const sheet = parts.find(({ filename }) => filename === 'registre.csv')?.text ?? '';
    expect(sheet).toContain('Référence;Reçue le;État');
    expect(sheet).toContain(';2026-11-23 10:00;');
    expect(sheet).toContain(`;"'=HYPERLINK(""http://evil.example"";""Crédit"") été";`);
  });

  test('an unknown year is empty, and no year is refused', async () => {
    await command('#registre 2019');
    expect((await last()).words).toContain('0 demandes');
    await command('#registre tout');
    expect((await last()).words).toContain('n’est pas une année');
  });
});

describe('#répondre', () => {
  const secret = 'MARQUE-INTERNE-4711';

  test('sends the body, under the person’s name, in the requester’s thread, and nothing internal', async () => {
    await command('[INMQ-2026-0001] #note', `Note ${secret}`);
    await command('[INMQ-2026-0001] #statut');
    const answers = await last();
    expect(answers.words).toContain(secret);
    const quoted = answers.text.split('\n').map((line) => `> ${line}`);
    const text = `Bonjour Madame,\n\nvoici notre réponse.\n\nLe lun. 23 nov. 2026 à 10:00, Institut <info@inm.example> a écrit :\n${quoted.join('\n')}\n`;
    const subject = 'Re: [INMQ-2026-0001] #répondre cc roy@bureau-qc.example';
    await world.arrives(clerk, await written({ from: officer, subject, text, answers, headers: genuine }));
    for (const address of [ama, 'roy@bureau-qc.example']) {
      const letter = await last(address);
      expect(letter.words).toContain('voici notre réponse.');
      expect(letter.words).toContain('Marie Tremblay');
      expect(letter.words).toContain('Copie : roy@bureau-qc.example');
      expect(letter.words).not.toContain('Message automatisé');
      expect(letter.inReplyTo).toHaveLength(1);
      expect(letter.headers.some(({ name }) => name === 'auto-submitted')).toBe(false);
    }
    for (const { envelope, raw } of world.postman.sent)
      if (!envelope.to.endsWith('@greffier.test')) expect(raw.toString()).not.toContain(secret);
    expect((await last()).words).toContain(`Lettre envoyée à : Ama Boateng <${ama}>`);
  });

  test('a quotation that nobody marked is not sent on', async () => {
    await command('[INMQ-2026-0001] #note', `Note ${secret}`);
    await command('[INMQ-2026-0001] #statut');
    const { text } = await last();
    const before = (await world.lettersTo(ama)).length;
    await command('[INMQ-2026-0001] #répondre', `Bonjour,\n\nvoici.\n\n${text}`);
    expect(await world.lettersTo(ama)).toHaveLength(before);
    expect((await last()).words).toContain('effacez le texte cité');
  });

  test('attachments of staff pass through, as they are, within limits', async () => {
    const pdf = Buffer.from('%PDF-1.7 é binary \u0000\u0001');
    const withFiles = async (size: number) =>
      new MailComposer({
        from: officer,
        to: 'info@inm.example',
        subject: '[INMQ-2026-0001] #répondre',
        text: 'Bonjour,\n\nvoici les documents.',
        headers: genuine,
        attachments: [
          { filename: '../fiche été.pdf', content: pdf, contentType: 'application/pdf' },
          { filename: 'notes.txt', content: 'été\r\nœuvre\r\n', contentType: 'text/plain; charset=utf-8' },
          { filename: 'grand.bin', content: Buffer.alloc(size, 65) },
        ],
      })
        .compile()
        .build();
    await world.arrives(clerk, await withFiles(1000));
    const letter = await last(ama);
    const files = letter.parts.filter(({ disposition }) => disposition === 'attachment');
    expect(files.map(({ filename, size }) => [filename, size])).toEqual([
      ['.._fiche été.pdf', pdf.length],
      ['notes.txt', Buffer.byteLength('été\r\nœuvre\r\n')],
      ['grand.bin', 1000],
    ]);
    expect(rawTo(ama).toString('latin1')).toContain(pdf.toString('base64').slice(0, 30));
    expect((await last()).words).toContain('Pièces jointes : ');
    const before = (await world.lettersTo(ama)).length;
    await world.arrives(clerk, await withFiles(11_000_000));
    expect(await world.lettersTo(ama)).toHaveLength(before);
    expect((await last()).words).toContain('trop lourdes');
  });

  test.each(['#répondre cc personne', '#répondre tout de suite', '#répondre cc a@b.example c@d', '#répondre'])(
    '%s with nothing to send changes nothing',
    async (line) => {
      const before = world.postman.sent.filter(({ envelope }) => envelope.to === ama).length;
      await command(`[INMQ-2026-0001] ${line}`, line === '#répondre' ? '' : 'Bonjour');
      expect(world.postman.sent.filter(({ envelope }) => envelope.to === ama)).toHaveLength(before);
      expect((await last()).subject).toContain('Rien n’a été changé');
    },
  );
});

describe('#nouveau', () => {
  const body =
    'Nom : Fatoumata Bah\nCourriel : fbah@cmhf.example\nPays : Guinée\nLangue : français\nObjet : Appel « Compétences bauxite »\n\nIl leur faut un cégep chef de file.';

  test('enters a request that came by telephone, and what follows in the subject is about it', async () => {
    await command('#nouveau téléphone #responsable dlavoie', body);
    const request = clerk.register.requests.get('INMQ-2026-0002');
    expect(request).toMatchObject({
      status: 'received',
      officer: 'dlavoie',
      language: 'fr',
      subject: 'Appel « Compétences bauxite »',
      requester: { name: 'Fatoumata Bah', address: 'fbah@cmhf.example', country: 'GN' },
      findings: [{ kind: 'channel', value: 'téléphone' }],
      notes: [{ author: 'mtremblay', text: 'Il leur faut un cégep chef de file.' }],
    });
    expect((await last()).subject).toContain('[INMQ-2026-0002]');
    expect(await world.lettersTo('fbah@cmhf.example')).toEqual([]);
    await command('[INMQ-2026-0002] #annuler');
    await command('[INMQ-2026-0002] #annuler');
    expect(clerk.register.requests.get('INMQ-2026-0002')).toMatchObject({ status: 'closed', outcome: 'mistake' });
    await command('#nouveau poste', body);
    expect(clerk.register.requests.has('INMQ-2026-0003')).toBe(true);
  });

  test('a mail of that person then belongs to it', async () => {
    await command('#nouveau', body);
    await command('[INMQ-2026-0002] #répondre', 'Merci de votre appel.');
    const answers = await last('fbah@cmhf.example');
    await world.arrives(
      clerk,
      await written({ from: 'fbah@cmhf.example', subject: 'Re: Appel', text: 'Merci.', answers }),
    );
    expect(clerk.register.requests.size).toBe(2);
    expect(clerk.register.requests.get('INMQ-2026-0002')?.mails).toHaveLength(3);
  });

  test.each([
    ['', 'doit nommer le demandeur'],
    ['Nom : X', 'ce qui est demandé'],
    ['Nom : X\nCourriel : pas une adresse\n\nTexte', 'n’est pas une adresse'],
    ['Nom : X\nPays : Atlantide\n\nTexte', 'n’est pas reconnu'],
  ])('« %s » enters nothing', async (text, why) => {
    await command('#nouveau', text);
    expect(clerk.register.requests.size).toBe(1);
    expect((await last()).words).toContain(why);
  });
});
