import { describe, expect, test } from 'vitest';
import { findingWords } from '../../src/model/finding-words.ts';
import { findingNames } from '../../src/model/wording.ts';
import { type EarlierRequest, research } from '../../src/reception/research.ts';
import { mailOf } from '../mail/make.ts';
import { requests } from './sample-requests.ts';

const of = (from: string, text: string, subject = 'Demande', earlier: readonly EarlierRequest[] = []) =>
  research(mailOf({ from, text, subject }), text, earlier, 2026);
const values = (findings: { kind: string; value: string }[], kind: string) =>
  findings.filter((finding) => finding.kind === kind).map(({ value }) => value.replaceAll('\u00A0', ' '));

interface Sample {
  name: string;
  language: 'fr' | 'en' | 'es';
  country?: string;
  timeZone?: string;
  organisation?: string;
  kind?: string;
}

const first = (name: string) => {
  const found = requests[name];
  if (!found) throw new Error(`there is no sample ${name}`);
  return found;
};

/** What research finds in the sample requests. */
const samples: Record<string, Sample> = {
  'a ministry, French': {
    name: 'Kouadio Amani',
    language: 'fr',
    country: 'CI',
    timeZone: 'Africa/Abidjan',
    organisation: 'Ministère des Mines',
    kind: 'government',
  },
  'a university, English': {
    name: 'Ama Boateng',
    language: 'en',
    country: 'GH',
    timeZone: 'Africa/Accra',
    organisation: 'Tarkwa Gold Technical University',
    kind: 'university',
  },
  'a company, Spanish, with a place in Quebec': {
    name: 'Rosa Quispe',
    language: 'es',
    country: 'PE',
    timeZone: 'America/Lima',
    organisation: 'Minera Andes Azul',
    kind: 'mining-company',
  },
  'a public agency, with its capital': {
    name: 'Salma Idrissi',
    language: 'fr',
    country: 'MA',
    timeZone: 'Africa/Casablanca',
    organisation: 'Office de formation minière',
    kind: 'public-agency',
  },
  'Arabic, only the domain tells': {
    name: 'د. كريم بن علي',
    kind: 'school',
    language: 'en',
    country: 'DZ',
    timeZone: 'Africa/Algiers',
    organisation: 'infm-dz.example',
  },
  Portuguese: {
    name: 'Inês Macuácua',
    language: 'en',
    country: 'MZ',
    timeZone: 'Africa/Maputo',
    organisation: 'Instituto Médio de Minas de Tete',
    kind: 'school',
  },
  'a centre far away': {
    name: 'Bat-Erdene T.',
    language: 'en',
    country: 'MN',
    timeZone: 'Asia/Ulaanbaatar',
    organisation: 'Gobi Vocational Centre',
    kind: 'school',
  },
  'a student, in another zone than the capital': {
    name: 'Patrick Ilunga',
    language: 'fr',
    country: 'CD',
    timeZone: 'Africa/Lubumbashi',
    kind: 'individual',
  },
  'a consultant who names no country': {
    name: 'Chief Dr. J. Okon',
    language: 'en',
    kind: 'consultant',
  },
  'a mining company': {
    name: 'Fatoumata Bah',
    language: 'fr',
    country: 'GN',
    timeZone: 'Africa/Conakry',
    organisation: 'Compagnie minière du Haut-Fouta',
    kind: 'mining-company',
  },
  'an intermediary who forwards': {
    name: 'Sophie Roy',
    language: 'fr',
    country: 'CL',
    timeZone: 'America/Santiago',
    organisation: 'Bureau du Québec à Santiago',
    kind: 'embassy',
  },
  'a university, with text that gives orders': {
    name: 'A. Nurlan',
    language: 'en',
    country: 'KZ',
    timeZone: 'Asia/Almaty',
    organisation: 'Karatau University',
    kind: 'university',
  },
};

describe('the sample requests', () => {
  test.each(Object.entries(samples))('%s', (name, { language, kind, ...expected }) => {
    const { from, text } = first(name);
    const { requester, language: read, findings } = of(from, text);
    // An embassy only passes the request on.
    expect(requester).toEqual({ address: from, ...(kind && kind !== 'embassy' && { kind }), ...expected });
    expect(read).toBe(language);
    expect(values(findings, 'requesterKind')).toEqual(kind ? [kind] : []);
  });

  test('every finding has its evidence, and a name for staff', () => {
    const all = Object.values(requests).flatMap(({ from, text }) => of(from, text).findings);
    expect(all.filter(({ kind }) => !findingNames[kind])).toEqual([]);
    for (const { from, text } of Object.values(requests))
      for (const { value, evidence } of of(from, text).findings) expect([value, evidence]).not.toContain('');
  });
});

describe('how sure a finding is', () => {
  const sure = (from: string, text: string, kind: string) =>
    of(from, text).findings.find((finding) => finding.kind === kind)?.confidence;

  test.each([
    ['two signs of the country agree', 'x@mines.sn', 'Ama\nTél. +221 33 800 00 00', 'country', 'sure'],
    ['one plain sign', 'x@mines.sn', 'Bonjour', 'country', 'likely'],
    [
      'a word in the text',
      'x@mine.example',
      `Nous aimons le Ghana.\n${'Une ligne.\n'.repeat(20)}`,
      'country',
      'possible',
    ],
    ['the same word is the same sign', 'x@mine.example', 'Ghana', 'country', 'likely'],
    ['a capital’s zone among several', 'x@mines.gob.mx', 'Estimados', 'timeZone', 'possible'],
    ['the From field and the signature agree', 'Ama Boateng <ab@t.example>', 'Hello\nAma Boateng', 'person', 'sure'],
    ['the From field alone', 'Ama Boateng <ab@t.example>', 'Hello', 'person', 'likely'],
    ['an organisation by its domain', 'x@t.example', 'Hello', 'organisation', 'possible'],
    ['a role in the signature', 'ab@t.example', 'Hello,\nAma Boateng\nDean, Tarkwa University', 'role', 'likely'],
    ['a point in one sentence', 'x@t.example', 'We look for training.', 'point', 'possible'],
    ['a point in several', 'x@t.example', 'We look for training. The instructors are ten.', 'point', 'likely'],
  ])('%s', (_, from, text, kind, confidence) => {
    expect(sure(from, text, kind)).toBe(confidence);
  });

  test('every finding says it, and staff reads it in French', () => {
    for (const { from, text } of Object.values(requests))
      for (const finding of of(from, text).findings) {
        expect(finding.confidence).toBeDefined();
        expect(findingWords(finding).evidence).toMatch(/(?:sûr|probable|possible)$/);
      }
    const kind = {
      kind: 'requesterKind',
      value: 'public-agency',
      evidence: 'signature',
      confidence: 'likely',
    } as const;
    expect(findingWords(kind)).toMatchObject({ label: 'Type de demandeur', value: 'organisme public' });
    expect(findingWords({ kind: 'requesterKind', value: 'école', evidence: '' })).toMatchObject({ value: 'école' });
  });
});

describe('the requester', () => {
  test('is named by the From field, else by the signature, else not at all', () => {
    expect(of('Dr. Ama Boateng <ab@tgtu.example>', 'Hello\nSomebody Else').requester.name).toBe('Dr. Ama Boateng');
    expect(of('"ab@tgtu.example" <ab@tgtu.example>', 'Hello').requester.name).toBe('');
    expect(of('ab@tgtu.example', 'Hello,\nKwame Mensah\nAma Boateng').requester.name).toBe('');
  });

  test('carries no control or invisible characters', () => {
    const from = { name: 'Ama\u202E\r\nBcc: x\u0000Boateng', address: 'ab@tgtu.example' };
    expect(research(mailOf({ from }), '', [], 2026).requester.name).toBe('Ama Bcc: x Boateng');
  });

  test('at a free service has no organisation, and staff is told', () => {
    const { requester, findings } = of('x@videotron.ca', 'Bonjour');
    expect(requester.organisation).toBeUndefined();
    expect(values(findings, 'freeMail')).toEqual(['videotron.ca']);
  });

  test.each([
    ['x@education.gouv.qc.ca', 'education.gouv.qc.ca'],
    ['x@mail.mines.gov.gh', 'mines.gov.gh'],
    ['x@dept.tgtu.example', 'tgtu.example'],
  ])('%s is of %s', (from, organisation) => {
    expect(of(from, 'Bonjour').requester.organisation).toBe(organisation);
  });

  test('wants the answer elsewhere: staff is told', () => {
    const mail = mailOf({ from: 'a@tgtu.example', replyTo: ['a@tgtu.example', 'b@other.example'] });
    const [finding, ...others] = research(mail, '', [], 2026).findings.filter(({ kind }) => kind === 'replyTo');
    expect(finding?.value).toBe('b@other.example');
    expect(finding?.evidence).toContain('autre domaine que tgtu.example');
    expect(others).toEqual([]);
  });

  test('without an address is still somebody', () => {
    expect(research(mailOf({ from: [] }), 'Bonjour', [], 2026).requester).toEqual({ name: '', address: '' });
  });
});

describe('findings', () => {
  test('earlier requests of the same person, domain or subject', () => {
    const earlier = [
      { reference: 'A', requester: { name: '', address: 'x@tgtu.example' }, subject: 'Mine rescue' },
      { reference: 'B', requester: { name: '', address: 'z@else.example' }, subject: 'Other' },
      { reference: 'C', requester: { name: '', address: 'y@mail.tgtu.example' }, subject: 'Other' },
    ];
    const { findings } = of('x@tgtu.example', '', 'RE: Fwd: Mine Rescue', earlier);
    expect(findings.filter(({ kind }) => kind === 'earlier')).toEqual([
      { kind: 'earlier', value: 'C', evidence: 'même domaine', confidence: 'likely' },
      { kind: 'earlier', value: 'A', evidence: 'même personne, même objet', confidence: 'sure' },
    ]);
  });

  test('a free domain joins nobody', () => {
    const earlier = [{ reference: 'A', requester: { name: '', address: 'x@gmail.com' }, subject: 'S' }];
    expect(values(of('y@gmail.com', '', 'T', earlier).findings, 'earlier')).toEqual([]);
  });

  test('the person for whom somebody forwards', () => {
    const sample = first('an intermediary who forwards');
    const { findings } = of(sample.from, sample.text);
    expect(values(findings, 'forwardedFor')).toEqual(['dsoto@cobrefuturo.example']);
  });

  test('the language, also one that no letter is written in', () => {
    expect(values(of('a@b.example', first('Portuguese').text).findings, 'language')).toEqual(['portugais']);
    expect(values(of('a@b.example', 'Bonjour à toute votre équipe').findings, 'language')).toEqual(['français']);
  });

  test('the points that the text seems to answer, quoted', () => {
    const sample = first('a university, English');
    const { findings } = of(sample.from, sample.text);
    expect(values(findings, 'point')).toEqual([
      'Nature des besoins',
      'Attentes',
      'Ressources disponibles',
      'Échéancier préliminaire',
    ]);
    expect(findings.find(({ value }) => value === 'Attentes')?.evidence).toContain('Could Québec schools offer this?');
  });
});
