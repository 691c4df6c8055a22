import { beforeEach, describe, expect, test } from 'vitest';
import type { Mail } from '../../src/mail/mail.ts';
import { command, desk, last, officer, only, opened, subjects } from '../correspondence.ts';
import { written } from '../world.ts';
import { requests } from './sample-requests.ts';

const french = 'Demande reçue';
const withEnglish = 'Demande reçue / Request received';
const withSpanish = 'Demande reçue / Solicitud recibida';

beforeEach(opened);

async function arrives(name: string): Promise<string> {
  const { from = '', text = '' } = requests[name] ?? {};
  await desk.world.arrives(desk.clerk, await written({ from, subject: 'Demande', text }));
  return from;
}
const values = (kind: string) =>
  only()
    .findings.filter((finding) => finding.kind === kind)
    .map(({ value }) => value.replaceAll('\u00A0', ' '));
const words = ({ text }: Mail) => text.replace(/\s+/gu, ' ');

interface Expected {
  subject: string;
  needs?: string[];
  fields?: string[];
  agreements?: string[];
  category: string;
  /** Kinds of the cautions. */
  cautions?: string[];
  slots: boolean;
}

/** What staff reads of each, and in what language the requester is answered. */
const expected: Record<string, Expected> = {
  'a ministry, French': {
    subject: french,
    needs: ['formation de formateurs', 'ingénierie de formation', 'reconnaissance des acquis', 'création d’école'],
    agreements: ['mou'],
    category: 'long terme, provisoire',
    cautions: ['stateAgreement'],
    slots: true,
  },
  'a university, English': {
    subject: withEnglish,
    needs: ['formation de formateurs'],
    fields: ['extraction', 'santé, sécurité et sauvetage'],
    category: 'court terme, provisoire',
    slots: true,
  },
  'a company, Spanish, with a place in Quebec': {
    subject: withSpanish,
    needs: ['formation sur mesure', 'simulateurs et formation à distance'],
    category: 'moyen terme, provisoire',
    cautions: ['establishment'],
    slots: true,
  },
  'a public agency, with its capital': {
    subject: french,
    needs: ['délégation et visite'],
    category: 'court terme si le financement est engagé, sinon long terme : à demander',
    slots: true,
  },
  'Arabic, only the domain tells': {
    subject: withEnglish,
    needs: ['ingénierie de formation', 'mobilité et stages'],
    fields: ['forage et dynamitage'],
    agreements: ['collaboration'],
    category: 'moyen terme, provisoire',
    slots: true,
  },
  Portuguese: {
    subject: withEnglish,
    needs: ['ingénierie de formation', 'appel de propositions'],
    fields: ['géologie', 'topographie'],
    category: 'moyen terme, provisoire',
    slots: true,
  },
  'a centre far away': {
    subject: withEnglish,
    needs: ['expertise et assistance technique', 'simulateurs et formation à distance', 'mobilité et stages'],
    fields: ['mécanique d’engins'],
    category: 'long terme, provisoire',
    slots: false,
  },
  'a mining company': {
    subject: french,
    needs: ['appel de propositions'],
    category: 'court terme, provisoire',
    slots: true,
  },
  'an intermediary who forwards': {
    subject: french,
    needs: ['recherche conjointe'],
    fields: ['environnement'],
    category: 'long terme, provisoire',
    slots: true,
  },
  'a university, with text that gives orders': {
    subject: withEnglish,
    needs: ['mobilité et stages', 'recherche conjointe'],
    fields: ['environnement'],
    category: 'moyen terme, provisoire',
    cautions: ['orders'],
    slots: false,
  },
};
const cautions = new Set(['stateAgreement', 'establishment', 'orders', 'personalDocuments', 'outOfMandate']);

describe('the sample requests, as they reach the register, staff and the requester', () => {
  test.each(Object.entries(expected))(
    '%s',
    async (name, { subject, needs, fields, agreements, category, cautions: seen, slots }) => {
      const from = await arrives(name);
      expect(await subjects(from)).toEqual([`[INMQ-2026-0001] ${subject}`]);
      expect(values('need')).toEqual(needs ?? []);
      expect(values('field')).toEqual(fields ?? []);
      expect(values('agreementType')).toEqual(agreements ?? []);
      expect(values('translation')).toHaveLength(/Arabic|Portuguese/.test(name) ? 1 : 0);
      expect(values('category')).toEqual([category]);
      expect(only().category).toBeUndefined();
      expect(only().findings.flatMap(({ kind }) => (cautions.has(kind) ? [kind] : []))).toEqual(seen ?? []);
      expect(only().slots.length > 0).toBe(slots);
      expect(words(await last(officer))).toContain(`Catégorie pressentie : ${category}`);
    },
  );

  test('the deadline of a call for projects is said with its days', async () => {
    await arrives('a mining company');
    expect(words(await last(officer))).toContain('Date limite extérieure : « 18 decembre. », dans 25 jours');
  });

  test('a deadline that is far does not make it short; once it is near it does', async () => {
    await arrives('Portuguese');
    expect(words(await last(officer))).toContain('30 de abril de 2027');
    await opened();
    desk.world.clock.at = new Date('2027-03-15T14:00:00Z');
    await arrives('Portuguese');
    expect(values('category')).toEqual(['court terme, provisoire']);
  });

  test('a moment that the requester proposes is shown on both clocks', async () => {
    await arrives('a public agency, with its capital');
    expect(values('proposedTime')).toEqual([
      'mardi 24 novembre 2026, 15 h 00 (Rabat, UTC+0) = mardi 24 novembre 2026, 10 h 00 (Val-d’Or, UTC−5)',
    ]);
  });

  test.each([
    ['within the days of a visit', '', 'entre le 8 mars 2027 et le 11 mars 2027', 1],
    [
      'on the only day that is named',
      'Bonjour,\nnotre office visitera vos centres le 10 mars 2027.\nSalma Idrissi\nRabat',
      'le 10 mars 2027',
      1,
    ],
    [
      'before and after which others lie',
      'Bonjour,\nnotre office visitera vos centres du 15 au 19 mars 2027.\nSalma Idrissi\nRabat',
      '',
      0,
    ],
    [
      'in the days of a country that keeps it not',
      'Buenos días:\nvisitaremos sus centros del 8 al 12 de marzo de 2027.\nRosa Quispe\nLima, Perú',
      '',
      0,
    ],
  ])('a feast %s is told', async (_, text, when, many) => {
    const { from = '', text: usual = '' } = requests['a public agency, with its capital'] ?? {};
    const sender = text.includes('Lima') ? 'rquispe@andesazul.example' : from;
    await desk.world.arrives(desk.clerk, await written({ from: sender, subject: 'Demande', text: text || usual }));
    expect(values('feast')).toHaveLength(many);
    if (many > 0) {
      expect(values('feast')[0]).toContain('l’Aïd el-Fitr chez le demandeur');
      expect(values('feast')[0]).toContain(when);
      expect(words(await last(officer))).toContain('Fête possible : peut-être l’Aïd el-Fitr');
    }
  });

  test('the start and the money of a request in Arabic are read', async () => {
    await arrives('Arabic, only the domain tells');
    const { evidence = '' } = only().findings.find(({ kind }) => kind === 'category') ?? {};
    expect(evidence.replaceAll('\u00A0', ' ')).toContain('Financement engagé : « التمويل مؤمَّن من الوزارة ».');
    expect(evidence).toContain('سبتمبر 2027');
  });

  test.each([
    ['Portuguese', 'Pode responder em português'],
    ['Arabic, only the domain tells', 'يمكنكم الإجابة بالعربية'],
  ])('%s is answered in brief too, below French and English', async (name, brief) => {
    const { text } = await last(await arrives(name));
    // What cannot be translated here is said to staff.
    expect(words(await last(officer))).toContain('Traduction à faire : rien n’est traduit ici');
    const places = ['Bonjour', 'Hello', brief].map((each) => text.replace(/\s+/g, ' ').indexOf(each));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test('Arabic is quoted in its own direction', async () => {
    await arrives('Arabic, only the domain tells');
    const { html } = await last(officer);
    expect(html).toMatch(/<blockquote[^>]* dir="auto"[^>]*>[^<]*السادة/);
  });

  test('a student is directed elsewhere, and the papers are for the privacy officer', async () => {
    const guardian = 'vie.privee@greffier.test';
    desk.world.policy = {
      ...desk.world.policy,
      staff: [
        ...desk.world.policy.staff,
        { id: 'vp', name: 'Vie Privée', address: guardian, roles: ['privacy-officer'], language: 'fr' },
      ],
    };
    desk.clerk = await desk.world.open();
    await arrives('a student, in another zone than the capital');
    expect(values('outOfMandate')).toHaveLength(1);
    expect(values('category')).toEqual([]);
    expect(await subjects(guardian)).toHaveLength(1);
    expect(words(await last(guardian))).toContain('Voici mon passeport et mes relevés.');
    expect((await last(officer)).html).toContain('fermer%20dirig%C3%A9e%20ailleurs');
    // Until a person says so, nothing is asked, offered or promised.
    const acknowledged = words(await last('p.ilunga@mail.example'));
    expect(acknowledged).toContain('INMQ-2026-0001');
    expect(acknowledged).not.toMatch(/Nature des besoins|Plage|partenaires/);
    expect(only()).toMatchObject({ status: 'received', slots: [] });
    desk.world.policy = {
      ...desk.world.policy,
      institute: { ...desk.world.policy.institute, admissions: ['Admission : https://admission.example'] },
    };
    desk.clerk = await desk.world.open();
    await command(officer, '#fermer dirigée ailleurs');
    expect(words(await last('p.ilunga@mail.example'))).toContain('Admission : https://admission.example');
    await opened();
    await arrives('a mining company');
    expect(await subjects(guardian)).toEqual([]);
    await command(officer, '#fermer hors mandat');
    expect((await last('fbah@cmhf.example')).text).not.toContain('admission');
  });

  test('a swindle is entered, quarantined and not answered', async () => {
    const from = await arrives('a consultant who names no country');
    expect(only().status).toBe('quarantined');
    expect(await subjects(from)).toEqual([]);
    expect(await subjects(officer)).toHaveLength(1);
  });

  test('a request that is passed on is proposed in the name of who asks', async () => {
    await arrives('an intermediary who forwards');
    expect(values('forwardedFor')).toEqual(['dsoto@cobrefuturo.example']);
    expect((await last(officer)).html).toContain('transfert%20dsoto%40cobrefuturo.example');
  });

  test('orders in a text are quoted to staff and obeyed by nobody', async () => {
    const from = await arrives('a university, with text that gives orders');
    expect(await subjects(from)).toHaveLength(1);
    const { text, html } = await last(from);
    for (const { name, contacts } of desk.world.policy.partners)
      for (const private_ of [name, ...contacts.map(({ address }) => address)])
        expect(text + html).not.toContain(private_);
    expect(only().category).toBeUndefined();
  });
});
