import { describe, expect, test } from 'vitest';
import { applyEvents } from '../../src/model/apply.ts';
import type { RegisterEvent } from '../../src/model/events.ts';
import { emptyRegister, type Register } from '../../src/model/register.ts';
import { likelyDuplicates } from '../../src/reception/duplicates.ts';

const mail = 'a'.repeat(64);

function registerWith(
  requests: { name?: string; address: string; organisation?: string; subject: string; at: string }[],
): Register {
  const register = emptyRegister();
  requests.forEach(({ subject, at, name = '', ...rest }, index) => {
    const event: RegisterEvent = {
      kind: 'request-registered',
      reference: `INMQ-2026-000${index + 1}`,
      mail,
      receivedAt: at,
      subject,
      language: 'fr',
      requester: { name, ...rest },
      findings: [],
      quarantined: false,
    };
    applyEvents(register, [event], { at, author: 'test', seq: index + 1 });
  });
  return register;
}

const at = '2026-11-01T12:00:00.000Z';
const known = registerWith([
  {
    name: 'Ama Boateng',
    address: 'ama@tgtu.example',
    organisation: 'Tarkwa University',
    subject: 'Mine rescue training',
    at,
  },
]);
const candidate = (address: string, subject: string, receivedAt = at, more = {}) => ({
  requester: { name: '', address, ...more },
  subject,
  receivedAt,
});

describe('a request that may repeat another', () => {
  test.each([
    ['the same person, the same day', candidate('ama@tgtu.example', 'Other'), ['même adresse', 'le même jour']],
    [
      'a colleague, the same subject, much later',
      candidate('kofi@dept.tgtu.example', 'RE: [EXTERNE] Mine rescue training', '2027-05-01T12:00:00.000Z'),
      ['même organisme (tgtu.example)', 'même objet'],
    ],
    [
      'a colleague, words in common, next day',
      candidate('kofi@tgtu.example', 'Training for mine rescue teams', '2026-11-02T13:00:00.000Z'),
      ['même organisme (tgtu.example)', 'objet semblable', 'à un jour d’intervalle'],
    ],
    [
      'the same name from a free service',
      candidate('ama1@gmail.com', 'Visit', '2026-11-09T12:00:00.000Z', { name: 'BOATENG, Ama' }),
      ['même nom (BOATENG, Ama)', 'à 8 jours d’intervalle'],
    ],
    [
      'the same organisation under another domain',
      candidate('dean@tarkwa.example', 'Mine rescue', at, { organisation: 'University of Tarkwa' }),
      ['même nom d’organisme (University of Tarkwa)', 'objet semblable', 'le même jour'],
    ],
  ])('%s', (_, given, reasons) => {
    expect(likelyDuplicates(given, known)).toEqual([{ reference: 'INMQ-2026-0001', reasons }]);
  });

  test.each([
    ['the same subject from somebody else', candidate('x@other.example', 'Mine rescue training')],
    [
      'the same person, another subject, much later',
      candidate('ama@tgtu.example', 'Visit', '2027-03-01T12:00:00.000Z'),
    ],
    ['the same subject years later', candidate('ama@tgtu.example', 'Mine rescue training', '2029-11-01T12:00:00.000Z')],
    ['two users of one free service', candidate('other@gmail.com', 'Mine rescue training')],
    ['one first name in common', candidate('a@gmail.com', 'Mine rescue training', at, { name: 'Ama' })],
  ])('%s: none', (_, given) => {
    const withFree = registerWith([
      { name: 'Ama Boateng', address: 'ama@tgtu.example', subject: 'Mine rescue training', at },
      { name: 'Ama', address: 'someone@gmail.com', subject: 'Mine rescue training', at },
    ]);
    expect(likelyDuplicates(given, withFree)).toEqual([]);
  });

  test('two users of free services who name one organisation', () => {
    const organisation = 'Université du Sahel';
    const register = registerWith([{ name: 'Awa', address: 'awa@gmail.com', organisation, subject: 'Visite', at }]);
    const asked = candidate('moussa@gmail.com', 'Formation', at, { organisation: 'Universite du Sahel' });
    const reasons = ['même nom d’organisme (Universite du Sahel)', 'le même jour'];
    expect(likelyDuplicates(asked, register)).toEqual([{ reference: 'INMQ-2026-0001', reasons }]);
  });

  test('what was merged, or was no request, is not proposed', () => {
    const register = registerWith([
      { address: 'ama@tgtu.example', subject: 'Training', at },
      { address: 'ama@tgtu.example', subject: 'Training', at },
    ]);
    const context = { at, author: 'test', seq: 3 };
    applyEvents(register, [{ kind: 'requests-merged', reference: 'INMQ-2026-0002', into: 'INMQ-2026-0001' }], context);
    const found = likelyDuplicates(candidate('ama@tgtu.example', 'Training'), register);
    expect(found.map(({ reference }) => reference)).toEqual(['INMQ-2026-0001']);
    const event = { reference: 'INMQ-2026-0001', status: 'closed', outcome: 'spam', why: 'spam' } as const;
    applyEvents(register, [{ kind: 'status-changed', ...event }], context);
    expect(likelyDuplicates(candidate('ama@tgtu.example', 'Training'), register)).toEqual([]);
  });
});

describe('one organisation by its domain', () => {
  const between = (one: string, other: string) =>
    likelyDuplicates(
      candidate(`a@${one}`, 'Visite'),
      registerWith([{ address: `b@${other}`, subject: 'Formation', at }]),
    ).flatMap(({ reasons }) => reasons);

  test.each([
    ['mines.gouv.qc.ca', 'education.gouv.qc.ca'],
    ['mines.gouv.ne', 'sante.gouv.ne'],
    ['mines.gov.gh', 'health.gov.gh'],
    ['mines.gov.on.ca', 'labour.gov.on.ca'],
    ['mines.gc.ca', 'health.gc.ca'],
    ['poly.edu.ne', 'lycee.edu.ne'],
  ])('%s and %s have a government in common, and nothing else', (one, other) => {
    expect(between(one, other)).toEqual([]);
  });

  test.each([
    ['mail.mines.gouv.qc.ca', 'mines.gouv.qc.ca', 'mines.gouv.qc.ca'],
    ['nord.mines.gouv.ne', 'sud.mines.gouv.ne', 'mines.gouv.ne'],
    ['mail.mines.gov.gh', 'mines.gov.gh', 'mines.gov.gh'],
    ['dept.tgtu.example', 'tgtu.example', 'tgtu.example'],
    ['mail.gov.example', 'gov.example', 'gov.example'],
    ['gouv.ne', 'gouv.ne', 'gouv.ne'],
  ])('%s and %s are one', (one, other, named) => {
    expect(between(one, other)).toContain(`même organisme (${named})`);
  });
});
