import MailComposer from 'nodemailer/lib/mail-composer';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Mail } from '../../src/mail/mail.ts';
import { ama, command, desk, genuine, last, officer, only, opened, reply, request } from '../correspondence.ts';
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

describe('what staff wrote down never leaves the house', () => {
  const leaks = async (body: string, line = '#répondre cc tiers@party.example') => {
    const before = desk.world.postman.sent.length;
    await send({ subject: `[INMQ-2026-0001] ${line}`, text: body });
    return desk.world.postman.sent.slice(before).some(({ envelope }) => !envelope.to.endsWith('@greffier.test'));
  };

  test.each([
    ['a result of research', '#recherche', 'The university is near bankruptcy since June.\nAnother line of it.'],
    ['a note', '#note', 'Premier paragraphe de cette note.\n\nLe doyen a été très désagréable au téléphone.'],
  ])('not a sentence of %s', async (_, line, text) => {
    await command(officer, line, text);
    for (const sentence of text.split(/\n+/).filter((each) => each.length > 24)) {
      expect(await leaks(`Bonjour,\n\n${sentence}\n\nMerci.`)).toBe(false);
      expect(await leaks(`Bonjour,\n\n${sentence}\n\nMerci.`, '#fermer hors mandat')).toBe(false);
    }
    expect(await said()).toMatch(/mot pour mot/);
    expect(await leaks('Bonjour Madame, nous vous remercions de votre patience.')).toBe(true);
  });

  test.each([
    ['of the category', '#catégorie long terme, le recteur est un escroc connu', 'Catégorie : long terme (%)'],
    ['of a wait', '#attente 2027-01-15 on attend que la police nous rappelle', 'En attente jusqu’au 2027-01-15 (%)'],
    ['of a wait that ended', '#attente 2027-01-15 on attend que la police nous rappelle #attente fin', '%.'],
  ])('not the reason %s', async (_, line, words) => {
    await command(officer, line);
    const [reason = ''] = /(?:le recteur|on attend)[^#]*[^#\s]/.exec(line) ?? [];
    const text = words.replace('%', reason);
    expect(await leaks(`Bonjour.\n${text}`)).toBe(false);
    expect(await said()).toMatch(/motif .*mot pour mot/);
    await desk.world.arrives(desk.clerk, await written({ from: 'bea@other.example', subject: 'Visite', text: 'Ici.' }));
    await send({ subject: '[INMQ-2026-0002] #répondre', text });
    expect(await copies('bea@other.example')).toBe(1);
    expect(await leaks('Bonjour Madame, nous vous remercions de votre patience.')).toBe(true);
  });

  test('not a short note, as a sentence of its own; a courtesy or part of a sentence may be repeated', async () => {
    await command(officer, '#note', 'Le doyen est ivre. Merci beaucoup.');
    expect(await leaks('Bonjour Madame,\nle doyen est ivre.\nMerci.')).toBe(false);
    expect(await said()).toContain('note interne de cette demande, mot pour mot');
    expect(await leaks('Bonjour Madame,\n\nMerci beaucoup.\n')).toBe(true);
    expect(await leaks('Bonjour Madame, on nous dit que le doyen est ivre de joie.')).toBe(true);
  });

  test('not a note of a closed request of the same people', async () => {
    await command(officer, '#note', 'Ce demandeur ne paie jamais ses factures à temps.');
    await command(officer, '#fermer sans suite');
    await desk.world.arrives(desk.clerk, await written({ ...request, subject: 'Relaves', text: 'Another matter.' }));
    const before = await copies(ama);
    const about = { subject: '[INMQ-2026-0002] #répondre' };
    await send({ ...about, text: 'Bonjour. Ce demandeur ne paie jamais ses factures à temps.' });
    expect(await copies(ama)).toBe(before);
    expect(await said()).toContain('de la demande INMQ-2026-0001');
    await send({ ...about, text: 'Bonjour Madame, nous étudions votre autre demande.' });
    expect(await copies(ama)).toBe(before + 1);
  });

  test.each([
    ['registre.xlsx', false],
    ['registre-2026.csv', false],
    ['Registre (1).xlsx', false],
    ['registre des cours.xlsx', true],
  ])('the file %s goes out: %s', async (filename, goes) => {
    const before = await copies(ama);
    await send({ attachments: [{ filename, content: Buffer.from('x') }] });
    expect(await copies(ama)).toBe(before + (goes ? 1 : 0));
  });

  test('not a note of another request', async () => {
    await command(officer, '#note', 'Bea ne paie jamais ses factures à temps.');
    await desk.world.arrives(
      desk.clerk,
      await written({ from: 'bea@other.example', subject: 'Visite', text: 'Bonjour.' }),
    );
    const text = 'Bonjour. Bea ne paie jamais ses factures à temps.';
    await send({ subject: '[INMQ-2026-0002] #répondre', text });
    expect(await copies('bea@other.example')).toBe(1);
    expect(await said()).toContain('de la demande INMQ-2026-0001');
  });

  test('not the middle of a letter to staff, without its head and foot', async () => {
    await command(officer, '#note', 'Vu.');
    const about = { subject: '[INMQ-2026-0001] #statut', text: '' };
    await send(about);
    const { text } = await last(officer);
    const middle = text.slice(text.indexOf('Courriels\n'), text.indexOf('Commandes possibles'));
    expect(middle).toContain('Historique');
    expect(await leaks(`Bonjour,\n\n${middle}`)).toBe(false);
    const [entered] = await desk.world.lettersTo(officer);
    const from = entered?.text.indexOf('Recherche automatique') ?? -1;
    expect(from).toBeGreaterThan(0);
    expect(await leaks(`Bonjour, voici.\n\n${entered?.text.slice(from, from + 400)}`)).toBe(false);
  });

  test('not a mail that was taken out of the request', async () => {
    const text = 'SECRET of another matter, please treat it separately.';
    await desk.world.arrives(desk.clerk, await reply(ama, text));
    await command(officer, '#scinder 2');
    expect(await leaks('Bonjour, voici notre réponse.')).toBe(true);
    for (const address of [ama, 'tiers@party.example']) expect((await last(address)).text).not.toContain('SECRET');
  });

  test.each(['#répondre #note', '#note #répondre', '#répondre #fermer hors mandat'])(
    '%s: one text does not serve two commands',
    async (line) => {
      expect(await leaks('Ce demandeur a été joint.', line)).toBe(false);
      expect(only().notes).toEqual([]);
      expect(await said()).toMatch(/ne sert qu’à une commande|note interne de cette demande/);
    },
  );

  test('#répondre goes with a command that takes no text', async () => {
    expect(await leaks('Bonjour Madame, nous vous écrivons bientôt.', '#répondre #prendre')).toBe(true);
    expect(only().officer).toBe('mtremblay');
  });
});
