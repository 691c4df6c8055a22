import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingWords } from '../../src/model/finding-words.ts';
import { findingNames } from '../../src/model/wording.ts';
import { type EarlierRequest, research } from '../../src/reception/research.ts';
import { cost } from '../cost.ts';
import { mailOf } from '../mail/make.ts';
import { requests } from './sample-requests.ts';

const of = (from: string, text: string, subject = 'Demande', earlier: readonly EarlierRequest[] = []) =>
  research(mailOf({ from, text, subject }), text, earlier);
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
    name: '',
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
    organisation: 'gobivoc.example',
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
    organisation: 'karatau.example',
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

describe('the country', () => {
  test.each([
    ['the domain', 'a@mines.gov.gh.example', 'x@mines.sn', '', 'SN'],
    ['a worldwide domain tells nothing', '', 'x@tailings.io', '', undefined],
    ['an address at a free service neither', '', 'x@yahoo.fr', '', undefined],
    ['a telephone number', '', 'x@mine.example', 'Tél. +225 27 20 21 00 00', 'CI'],
    ['written with 00', '', 'x@mine.example', 'Tel. 00 212 5 37 00 00 00', 'MA'],
    ['North America shares a code', '', 'x@mine.example', 'Tel. +1 809 555 0100', undefined],
    ['Kazakhstan shares with Russia', '', 'x@mine.example', 'Tel. +7 701 555 01 00', 'KZ'],
    ['a budget is no telephone', '', 'x@mine.example', 'Budget : 225 000 000 +- 10', undefined],
    ['its name, the longest', '', 'x@mine.example', 'Nous sommes en Guinée-Bissau.', 'GW'],
    ['and the shorter', '', 'x@mine.example', 'Nous sommes en Guinée.', 'GN'],
    ['in Spanish', '', 'x@mine.example', 'Somos de la República Dominicana', 'DO'],
    ['two names contradict each other', '', 'x@mine.example', 'Entre le Mali et le Niger.', undefined],
    ['« la réunion » is no island, « tête » no town', '', 'x@mine.example', 'La réunion en tête à tête', undefined],
    ['« Maurice » is a person', '', 'x@mine.example', 'Maurice Dominique Salvador', undefined],
    ['Quebec is where every request goes', '', 'x@mine.example', 'Les écoles du Québec, au Canada', undefined],
  ])('%s', (_, __, from, text, country) => {
    expect(of(from, text).requester.country).toBe(country);
  });

  test('the domain outweighs the text, the signature the rest of it', () => {
    expect(of('x@mines.sn', 'Nous formons des Ghanéens au Ghana.').requester.country).toBe('SN');
    const long = `Our partners in Peru.\n${'A line.\n'.repeat(20)}Ama Boateng\nAccra`;
    expect(of('x@mine.example', long).requester.country).toBe('GH');
  });

  test('a country with several zones: the capital’s, to be checked', () => {
    const { requester, findings } = of('x@mines.gob.mx', 'Estimados');
    expect(requester.timeZone).toBe('America/Mexico_City');
    expect(findings.find(({ kind }) => kind === 'timeZone')?.evidence).toContain('à vérifier');
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
    expect(research(mailOf({ from }), '', []).requester.name).toBe('Ama Bcc: x Boateng');
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
    const [finding, ...others] = research(mail, '', []).findings.filter(({ kind }) => kind === 'replyTo');
    expect(finding?.value).toBe('b@other.example');
    expect(finding?.evidence).toContain('autre domaine que tgtu.example');
    expect(others).toEqual([]);
  });

  test('without an address is still somebody', () => {
    expect(research(mailOf({ from: [] }), 'Bonjour', []).requester).toEqual({ name: '', address: '' });
  });
});

describe('who gets French alone', () => {
  const english = 'Dear colleagues,\nwe would like to train our instructors in mine rescue next year.\n';
  test.each([
    ['a ministry where French is official', 'x@mines.gouv.ci', 'Ama Boateng\nMinistry of Mines', 'fr'],
    ['a ministry where it is not', 'x@mines.gov.gh', 'Ama Boateng\nMinistry of Mines', 'en'],
    ['a company where French is official', 'x@mine.ci', 'Ama Boateng\nGold Mining Ltd', 'en'],
    ['a school of Quebec, by its domain', 'x@centre.qc.ca', 'Ama Boateng', 'fr'],
    ['a company in Quebec, by its telephone', 'x@mine.example', 'Ama Boateng\n819 555-0123', 'fr'],
    ['by its postal code', 'x@mine.example', 'Ama Boateng\nVal-d’Or (Québec) J9P 1S2', 'fr'],
    ['elsewhere in Canada', 'x@mine.example', 'Ama Boateng\nSudbury, Ontario P3A 1B2, 705 555-0123', 'en'],
    ['a like number abroad', 'x@mine.example', 'Ama Boateng\nLima, Peru\n514 555-0123', 'en'],
  ])('%s', (_, from, signature, language) => {
    expect(of(from, `${english}${signature}`).language).toBe(language);
  });

  test('and staff reads why', () => {
    const { findings } = of('x@mines.gouv.ci', `${english}Ama Boateng\nMinistry of Mines`);
    expect(findings.find(({ kind }) => kind === 'language')?.evidence).toContain('français seulement');
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

test('any mail is researched, and soon', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(anything, anything, anything, (name, text, subject) => {
      const { requester } = research(mailOf({ from: { name, address: 'a@b.example' }, text, subject }), text, []);
      expect(requester.address).toBe('a@b.example');
    }),
    { numRuns: 50 },
  );
  for (const hostile of ['\n', ' ', 'a@', '+1 2 ', 'Ab ', '. ', '://', '---', 'formation de '].map((text) =>
    text.repeat(20_000),
  )) {
    expect(cost(() => of('a@b.example', hostile, hostile))).toBeLessThan(4000);
  }
});
