import MailComposer from 'nodemailer/lib/mail-composer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { furnish, type House } from './daemon.ts';
import { type Person, people } from './people.ts';
import { type Servers, serversMissing, startServers } from './servers.ts';

const fivePoints = `1. Nature des besoins
Former 12 instructeurs.
2. Attentes
Une attestation.
3. Type d’entente recherché
Contrat de services
4. Ressources disponibles
175 000 $, approuvés.
5. Échéancier préliminaire
Mai 2027.
`;

describe.skipIf(serversMissing())('a week at the desk, on Dovecot and Postfix', () => {
  const info = people.info;
  let servers: Servers;
  let house: House;
  let reference = '';

  beforeAll(async () => {
    servers = await startServers();
    // No digest goes out by itself meanwhile.
    house = await furnish(servers, [people.p01, people.p02], '0 0 9 29 2 *');
    await house.start();
    await servers.submit('boateng', await mail('boateng', 'Mine rescue', 'We look for training.'), [info]);
    await arrived('boateng', ({ subject }) => /\[INMQ-\d{4}-0001\]/.test(subject));
    [{ reference }] = JSON.parse(await house.greffier('register', 'list', '--json'));
  });
  afterAll(async () => {
    await house?.end();
    await servers?.stop();
  });

  let count = 0;
  const mail = (from: Person, subject: string, text: string, messageId?: string) =>
    new MailComposer({
      from: people[from],
      to: info,
      subject,
      text,
      ...(messageId && { messageId }),
    })
      .compile()
      .build();
  interface Seen {
    subject: string;
    text: string;
    answers: string | undefined;
    files: (string | undefined)[];
  }
  /** The first mail of that person which is as wanted, once it is there. */
  async function arrived(person: Person, wanted: (seen: Seen) => boolean): Promise<Seen> {
    let found: Seen | undefined;
    await servers.mailboxOf(person).waitFor((mails) => {
      found = mails
        .map(({ parsed }) => ({
          subject: parsed.subject ?? '',
          text: (parsed.text ?? '').replace(/\s+/g, ' '),
          answers: parsed.inReplyTo,
          files: parsed.attachments.map(({ filename }) => filename),
        }))
        .find(wanted);
      return found !== undefined;
    });
    if (!found) throw new Error(`${person} did not receive what was wanted`);
    return found;
  }
  /** Gives a command as the person, signed by the server on the way, and waits for the answer. */
  async function gives(person: Person, subject: string, text = ''): Promise<Seen> {
    const messageId = `<desk-${++count}@inm.test>`;
    await servers.submit(person, await mail(person, subject, text, messageId), [info]);
    return arrived(person, ({ answers }) => answers === messageId);
  }
  const about = (line: string) => `[${reference}] ${line}`;
  const shown = async (of = reference) => JSON.parse(await house.greffier('register', 'show', of, '--json')).request;
  const confirmed = async (person: Person, subject: string): Promise<Seen> => {
    const { text } = await gives(person, subject);
    const code = /#confirmer ([0-9A-Z]{10})/.exec(text)?.[1];
    return gives(person, subject.startsWith('[') ? about(`#confirmer ${code}`) : `#confirmer ${code}`);
  };

  test('each verb does what it says, with DKIM and DMARC verdicts of the server', async () => {
    expect((await gives('mtremblay', '#aide')).subject).toContain('Commandes possibles');
    expect((await gives('mtremblay', about('#statut'))).text).toContain('reçue');
    expect((await gives('mtremblay', '#liste')).text).toContain(`1. ${reference}`);
    expect((await gives('mtremblay', '#registre')).files).toEqual(['registre.xlsx', 'registre.csv']);
    await gives('mtremblay', about('#prendre'));
    expect((await shown()).officer).toBe('mtremblay');
    await gives('mtremblay', about('#note'), 'Appelée ce matin.');
    await gives('mtremblay', about('#annuler'));
    expect((await shown()).notes).toEqual([]);
    await gives('mtremblay', about('#attente 2028-01-14, budget'));
    await gives('mtremblay', about('#attente fin'));
    await gives('mtremblay', about('#clarifier'), fivePoints);
    await gives('mtremblay', about('#catégorie court terme, budget voté #complet'));
    await gives('mtremblay', about('#répondre'), 'Bonjour Madame,\n\nvotre dossier est complet.');
    await arrived('boateng', ({ text }) => text.includes('votre dossier est complet'));
    await gives('mtremblay', about('#responsable dlavoie'));
    await arrived('dlavoie', ({ subject }) => subject.includes('Demande confiée à'));
    await gives(
      'mtremblay',
      '#nouveau téléphone',
      'Nom : Fatoumata Bah\nPays : GN\nObjet : Bauxite\n\nUn cégep chef de file.',
    );
    const other = reference.replace(/0001$/, '0002');
    await gives('mtremblay', `[${other}] #indésirable`);
    await gives('mtremblay', `[${other}] #rouvrir`);
    expect((await shown(other)).status).toBe('received');
    expect((await gives('mtremblay', '#pause essai')).text).toContain('arrêtés (essai)');
    expect((await confirmed('dlavoie', '#reprendre')).text).toContain('en marche');
    expect((await confirmed('dlavoie', about('#diffuser'))).subject).toContain('C’est fait');
    expect((await shown()).notice.author).toBe('dlavoie');
    expect((await gives('mtremblay', about('#annuler'))).text).toContain('rien à annuler');
    await gives('mtremblay', about('#fermer retirée'));
    await arrived('boateng', ({ text }) => text.includes('retirée par le demandeur'));
    expect(await house.greffier('stats')).toContain('Requests  2');
  }, 180_000);

  test('forged ones are refused, whatever their level, and the person is told', async () => {
    for (const line of ['#note', '#rouvrir', '#responsable mtremblay']) {
      const forged = await mail('mtremblay', about(line), 'forged', `<forged-${++count}@inm.test>`);
      await servers.deliverSpoofed(forged, { from: people.mtremblay, to: [info] });
      await arrived('mtremblay', ({ answers }) => answers === `<forged-${count}@inm.test>`);
      // With a login of another domain: signed, but not for the domain of the From.
      const signed = await mail('mtremblay', about(line), 'forged', `<signed-${++count}@inm.test>`);
      await servers.submit('mallory', signed, [info]);
      const told = await arrived('mtremblay', ({ answers }) => answers === `<signed-${count}@inm.test>`);
      expect(told.subject).toContain('Rien n’a été changé');
    }
    expect((await shown()).status).toBe('closed');
    expect((await shown()).notes).toEqual([]);
  }, 120_000);
});
