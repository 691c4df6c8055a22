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

  test('shows what the commands before it in the same mail changed', async () => {
    await command('[INMQ-2026-0001] #prendre #registre');
    const sheet = (await last()).parts.find(({ filename }) => filename === 'registre.csv')?.text ?? '';
    expect(sheet).toContain(';reçue;;Marie Tremblay;');
  });

  test('an unknown year is empty, and no year is refused', async () => {
    await command('#registre 2019');
    expect((await last()).words).toContain('0 demande.');
    await command('#registre hier');
    expect((await last()).words).toContain('n’est pas une année');
  });
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
