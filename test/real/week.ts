import { expect } from 'vitest';
import type { Desk } from './desk.ts';
import { people } from './people.ts';

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
const done = 'C’est fait';

/** A week at the desk, in its order: each verb by its first name, and what is seen of it. */
export const week: readonly [verb: string, does: (desk: Desk) => Promise<void>][] = [
  ['aide', async (desk) => seen(await desk.gives('mtremblay', '#aide'), { subject: 'Commandes possibles' })],
  ['statut', async (desk) => seen(await desk.gives('mtremblay', desk.about('#statut')), { text: 'reçue' })],
  ['liste', async (desk) => seen(await desk.gives('mtremblay', '#liste'), { text: `1. ${desk.reference}` })],
  [
    'registre',
    async (desk) =>
      expect((await desk.gives('mtremblay', '#registre')).files).toEqual(['registre.xlsx', 'registre.csv']),
  ],
  [
    'prendre',
    async (desk) => {
      await desk.gives('mtremblay', desk.about('#prendre'));
      expect((await desk.shown()).officer).toBe('mtremblay');
    },
  ],
  [
    'note',
    async (desk) => {
      await desk.gives('mtremblay', desk.about('#note'), 'Appelée ce matin.');
      expect((await desk.shown()).notes).toMatchObject([{ author: 'mtremblay', text: 'Appelée ce matin.' }]);
    },
  ],
  [
    'annuler',
    async (desk) => {
      await desk.gives('mtremblay', desk.about('#annuler'));
      expect((await desk.shown()).notes).toEqual([]);
    },
  ],
  [
    'recherche',
    async (desk) => {
      await desk.gives('mtremblay', desk.about('#recherche'), 'Site web : https://tgtu.test\nSource : annuaire');
      expect((await desk.shown()).findings).toContainEqual(
        expect.objectContaining({ kind: 'Site web', value: 'https://tgtu.test' }),
      );
    },
  ],
  [
    'attente',
    async (desk) => {
      await desk.gives('mtremblay', desk.about('#attente 2028-01-14, budget'));
      expect((await desk.shown()).held).toMatchObject({ until: '2028-01-14' });
      await desk.gives('mtremblay', desk.about('#attente fin'));
      expect((await desk.shown()).held).toBeUndefined();
    },
  ],
  [
    'scinder',
    async (desk) => {
      const { messageId } = await desk.arrived('boateng', ({ subject }) => subject.includes(desk.reference));
      const subject = `Re: [${desk.reference}] Another matter`;
      const text = 'A second matter: could you also lend us a ventilation simulator for a year?';
      const raw = await desk.compose('boateng', { subject, text, inReplyTo: messageId, references: messageId });
      await desk.servers.submit('boateng', raw, [people.info]);
      await desk.arrived('mtremblay', (news) => news.text.includes('ventilation simulator'));
      seen(await desk.gives('mtremblay', desk.about('#scinder 2')), { subject: done });
      const other = await desk.referenceOf(`Re: [${desk.reference}] Another matter`);
      expect((await desk.shown(other)).requester.address).toBe(people.boateng);
    },
  ],
  [
    'fusionner',
    async (desk) => {
      const other = await desk.referenceOf(`Re: [${desk.reference}] Another matter`);
      seen(await desk.gives('mtremblay', desk.about(`#fusionner ${desk.reference}`, other)), { subject: done });
      expect((await desk.shown()).aliases).toEqual([other]);
    },
  ],
  [
    'rencontre',
    async (desk) => {
      seen(await desk.gives('mtremblay', desk.about('#rencontre')), { text: 'proposée' });
      await desk.arrived('boateng', ({ text }) => /plage/.test(text) && /proposons/.test(text));
    },
  ],
  [
    'compte-rendu',
    async (desk) => {
      const minutes = 'Parlé avec la doyenne.\n\n1. Nature des besoins\nFormer 12 instructeurs.\n';
      await desk.gives('mtremblay', desk.about('#compte-rendu'), minutes);
      expect((await desk.shown()).points.needs).toMatchObject({ value: 'Former 12 instructeurs.' });
    },
  ],
  [
    'clarifier',
    async (desk) => {
      await desk.gives('mtremblay', desk.about('#clarifier'), fivePoints);
      expect(Object.keys((await desk.shown()).points)).toHaveLength(5);
    },
  ],
  [
    'catégorie',
    async (desk) => {
      await desk.gives('mtremblay', desk.about('#catégorie court terme, budget voté'));
      expect((await desk.shown()).category).toMatchObject({ category: 'short', author: 'mtremblay' });
    },
  ],
  [
    'complet',
    async (desk) => {
      await desk.gives('mtremblay', desk.about('#complet'));
      expect((await desk.shown()).status).toBe('complete');
    },
  ],
  [
    'répondre',
    async (desk) => {
      const attachments = [{ filename: 'plan.pdf', content: 'plan', contentType: 'application/pdf' }];
      const text = 'Bonjour Madame,\n\nvotre dossier est complet.';
      await desk.gives('mtremblay', desk.about(`#répondre cc ${people.smith}`), text, { attachments });
      for (const reader of ['boateng', 'smith'] as const) {
        const letter = await desk.arrived(reader, (one) => one.text.includes('votre dossier est complet'));
        expect(letter.text).toMatch(/a écrit : > /);
        expect(letter.files).toEqual(['plan.pdf']);
      }
    },
  ],
  [
    'responsable',
    async (desk) => {
      await desk.gives('mtremblay', desk.about('#responsable dlavoie'));
      await desk.arrived('dlavoie', ({ subject }) => subject.includes('Demande confiée à'));
    },
  ],
  [
    'nouveau',
    async (desk) => {
      const text = 'Nom : Fatoumata Bah\nPays : GN\nObjet : Bauxite\n\nUn cégep chef de file.';
      await desk.gives('mtremblay', '#nouveau téléphone', text);
      expect((await desk.shown(await desk.referenceOf('Bauxite'))).requester).toMatchObject({ country: 'GN' });
    },
  ],
  [
    'indésirable',
    async (desk) => {
      const other = await desk.referenceOf('Bauxite');
      await desk.gives('mtremblay', desk.about('#indésirable', other));
      expect((await desk.shown(other)).outcome).toBe('spam');
    },
  ],
  [
    'rouvrir',
    async (desk) => {
      const other = await desk.referenceOf('Bauxite');
      await desk.gives('mtremblay', desk.about('#rouvrir', other));
      expect((await desk.shown(other)).status).toBe('received');
    },
  ],
  [
    'transfert',
    async (desk) => {
      const forwarded = await desk.compose('kone', {
        subject: 'Laboratoire de Kankan',
        text: 'Bonjour, nous cherchons un partenaire pour équiper un laboratoire d’analyse minérale.',
      });
      const attachments = [{ filename: 'demande.eml', contentType: 'message/rfc822', content: forwarded }];
      seen(await desk.gives('mtremblay', 'TR: Laboratoire de Kankan #transfert', 'À inscrire.', { attachments }), {
        text: people.kone,
      });
      const other = await desk.referenceOf('Laboratoire de Kankan');
      await desk.gives('mtremblay', desk.about('#transfert oui', other));
      await desk.arrived('kone', ({ subject }) => subject.includes(other));
    },
  ],
  ['pause', async (desk) => seen(await desk.gives('mtremblay', '#pause essai'), { text: 'arrêtés (essai)' })],
  ['reprendre', async (desk) => seen(await desk.confirms('dlavoie', '#reprendre'), { text: 'en marche' })],
  [
    'partenaire',
    async (desk) => {
      const line = `#partenaire p01 consentement ${people.p01} oui, courriel du 3 mai`;
      seen(await desk.confirms('dlavoie', line), { subject: done });
    },
  ],
  [
    'diffuser',
    async (desk) => {
      seen(await desk.confirms('dlavoie', desk.about('#diffuser')), { subject: done });
      expect((await desk.shown()).notice.author).toBe('dlavoie');
    },
  ],
  [
    'bulletin',
    async (desk) => {
      // Nobody is there when it is due, and it may not be late at all.
      await desk.house.kill();
      const due = new Date(Math.ceil((Date.now() + 500) / 1000) * 1000);
      await desk.house.reschedule(`${due.getUTCSeconds()} ${due.getUTCMinutes()} * * * *`, 0);
      await new Promise((resolve) => setTimeout(resolve, due.getTime() + 50 - Date.now()));
      await desk.house.start();
      const alarm = await desk.arrived('dlavoie', ({ text }) => text.includes('#bulletin envoyer'));
      const [line = ''] = /#bulletin envoyer \S+/.exec(alarm.text) ?? [];
      seen(await desk.confirms('dlavoie', line), { text: 'partenaires' });
      for (const partner of ['p01', 'p02'] as const)
        await desk.arrived(partner, ({ text }) => text.includes('Former 12 instructeurs'));
    },
  ],
  [
    'addenda',
    async (desk) => {
      const text = 'Question : Où?\nRéponse : À Tarkwa, au campus minier.';
      seen(await desk.confirms('dlavoie', desk.about('#addenda'), text), { subject: done });
      await desk.arrived('p02', (one) => one.text.includes('À Tarkwa, au campus minier'));
    },
  ],
  [
    'rectifier',
    async (desk) => {
      const text = 'Organisation : Université de technologie de Tarkwa\n';
      seen(await desk.confirms('dlavoie', desk.about('#rectifier'), text), { subject: done });
      await desk.arrived('p02', (one) => one.text.includes('Université de technologie de Tarkwa'));
    },
  ],
  [
    'fermer',
    async (desk) => {
      seen(await desk.gives('mtremblay', desk.about('#annuler')), { text: 'rien à annuler' });
      await desk.confirms('mtremblay', desk.about('#fermer retirée'));
      await desk.arrived('boateng', ({ text }) => text.includes('retirée par le demandeur'));
      expect(await desk.house.greffier('stats')).toContain('Requests');
    },
  ],
];

function seen(mail: { subject: string; text: string }, wanted: { subject?: string; text?: string }): void {
  expect(mail.subject).toContain(wanted.subject ?? '');
  expect(mail.text).toContain(wanted.text ?? '');
}
