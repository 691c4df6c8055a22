import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandButtons } from '../../src/commands/buttons.ts';
import { findCommand, readSubject } from '../../src/commands/grammar.ts';
import { commands } from '../../src/commands/index.ts';
import { readMail } from '../../src/io/mime.ts';
import { anyText } from '../any-text.ts';
import { policy } from '../letters/samples.ts';
import { subjects } from './subjects.ts';

const read = (subject: string) => readSubject(subject, 'INMQ');

describe('the subject of a staff mail', () => {
  test.each<[string, string | undefined, string[]]>([
    ['[INMQ-2026-0042] #catégorie moyen terme', 'INMQ-2026-0042', ['#catégorie moyen terme']],
    ['[INMQ-2026-0042] #catégorie moyen terme #complet', 'INMQ-2026-0042', ['#catégorie moyen terme', '#complet']],
    ['Re: [INMQ-2026-0042] #note', 'INMQ-2026-0042', ['#note']],
    ['RE : [EXTERNE] Re: INMQ-2026-42 #STATUT', 'INMQ-2026-0042', ['#STATUT']],
    ['#statut INMQ-2026-0042', 'INMQ-2026-0042', ['#statut']],
    ['#statut [INMQ-2026-0042]', 'INMQ-2026-0042', ['#statut']],
    ['inmq-2026-0042 #statut', 'INMQ-2026-0042', ['#statut']],
    ['[INMQ-2026-0042]\u00A0#categorie\u202Fcourt\u00A0terme', 'INMQ-2026-0042', ['#categorie court terme']],
    ['[INMQ-2026-0042] « #complet »', 'INMQ-2026-0042', ['#complet']],
    ['[INMQ-2026-0042] \uFF03note', 'INMQ-2026-0042', ['#note']],
    ['\u200B[INMQ-2026-0042] #no\u200Bte', 'INMQ-2026-0042', ['#note']],
    ['#fusionner 3 INMQ-2026-0001', undefined, ['#fusionner 3 INMQ-2026-0001']],
    ['Re: #fus INMQ-2026-0001', undefined, ['#fus INMQ-2026-0001']],
    ['#fusionner INMQ-2026-0001 INMQ-2026-0002', 'INMQ-2026-0001', ['#fusionner INMQ-2026-0002']],
    ['#fusionner INMQ-2026-0001 dans INMQ-2026-0002', 'INMQ-2026-0001', ['#fusionner dans INMQ-2026-0002']],
    ['#fusionner [INMQ-2026-0001] [INMQ-2026-0002]', 'INMQ-2026-0001', ['#fusionner [INMQ-2026-0002]']],
    ['#fusionner INMQ-2026-0001 [INMQ-2026-0002]', 'INMQ-2026-0002', ['#fusionner INMQ-2026-0001']],
    ['#merge [INMQ-2026-0001] INMQ-2026-0002', 'INMQ-2026-0001', ['#merge INMQ-2026-0002']],
    ['[INMQ-2026-0002] #fusionner [INMQ-2026-0001]', 'INMQ-2026-0002', ['#fusionner [INMQ-2026-0001]']],
    ['#fusionner INMQ-2026-0001 #note INMQ-2026-0002', 'INMQ-2026-0002', ['#fusionner INMQ-2026-0001', '#note']],
    ['#aide', undefined, ['#aide']],
    ['Réunion #3 du comité', undefined, []],
    ['Dossier C#note', undefined, []],
    ['[INMQ-2026-0042] sans commande', 'INMQ-2026-0042', []],
    ['XINMQ-2026-0042 #note', undefined, ['#note']],
    ['', undefined, []],
  ])('%s', (subject, reference, lines) => {
    const { reference: found, lines: parsed } = read(subject);
    expect({ reference: found, lines: parsed.map((line) => line.line) }).toEqual({ reference, lines });
  });

  test.each([
    ['TR: [INMQ-2026-0042] #complet', true],
    ['Re: TR : #complet', true],
    ['Fwd: [EXT] #complet', true],
    ['[EXTERNE] Fw: #complet', true],
    ['Re: [INMQ-2026-0042] #complet', false],
    ['Transfert de #complet', false],
  ])('%s is a forward: %s', (subject, forwarded) => {
    expect(read(subject).forwarded).toBe(forwarded);
  });

  test.each(subjects)('%s', (subject, reference, lines, forwarded) => {
    const { reference: found = '', lines: parsed, forwarded: forward } = read(subject);
    expect({ found, lines: parsed.map(({ line }) => line), forward }).toEqual({
      found: reference,
      lines: lines ? lines.split(' | ') : [],
      forward: forwarded === 'forwarded',
    });
  });

  test('the table has at least 120 subjects, all different', () => {
    expect(new Set(subjects.map(([subject]) => subject)).size).toBeGreaterThanOrEqual(120);
  });

  test('the usage of every command, as a button writes it, leads back to that command', () => {
    for (const command of commands) {
      const { usage } = command;
      const [button] = commandButtons([{ usage, label: usage }], { reference: 'INMQ-2026-0042' }, policy);
      const subject = new URL(button?.href ?? '').searchParams.get('subject') ?? '';
      const { reference, lines } = read(`Re: [EXTERNE] ${subject}`);
      expect(reference).toBe('INMQ-2026-0042');
      expect(lines.map(({ line }) => line)).toEqual([usage]);
      const found = findCommand(lines[0]?.verb ?? '', commands);
      expect('command' in found && found.command).toBe(command);
    }
  });

  test('encoded words of real mails are read', async () => {
    for (const encoded of [
      '=?utf-8?Q?=5BINMQ-2026-0042=5D_=23cat=C3=A9gorie_moyen_terme?=',
      '=?UTF-8?B?W0lOTVEtMjAyNi0wMDQyXSAjY2F0w6lnb3JpZSBtb3llbiB0ZXJtZQ==?=',
      '=?iso-8859-1?Q?=5BINMQ-2026-0042=5D_=23cat=E9gorie?= =?iso-8859-1?Q?_moyen_terme?=',
      '=?windows-1252?Q?=5BINMQ-2026-0042=5D=A0=23cat=E9gorie=A0moyen_terme?=',
      '[INMQ-2026-0042]\r\n #cat=?utf-8?Q?=C3=A9?=gorie moyen terme'.replace(
        '#cat=?utf-8?Q?=C3=A9?=gorie',
        '=?utf-8?Q?#cat=C3=A9gorie?=',
      ),
    ]) {
      const mail = await readMail(Buffer.from(`From: a@b.example\r\nSubject: ${encoded}\r\n\r\nx\r\n`));
      expect(read(mail.subject)).toMatchObject({
        reference: 'INMQ-2026-0042',
        lines: [{ line: '#catégorie moyen terme' }],
      });
    }
  });

  const reference = 'INMQ-2026-0007';

  test.each([
    '#fermer doublon INMQ-2026-0002',
    '#partenaire cfp-boreal retirer fusion, voir [INMQ-2026-0002]',
    '#note « a » et "b" (c)',
    '#attente 15 janvier 2027, l’équipe est d’accord',
    '#note #3, voir 2027-01-15 à 10:00; 5 %',
  ])('%s is printed as it stands', (line) => {
    expect(read(`[${reference}] ${line}`)).toMatchObject({ reference, lines: [{ line }] });
  });

  test('any subject is read, and soon', () => {
    fc.assert(fc.property(anyText({ maxLength: 300 }), (subject) => void read(subject)));
    const began = performance.now();
    read('#'.repeat(500_000));
    read(`[${'EXTERNE] ['.repeat(50_000)}`);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('the verb', () => {
  test.each([
    ['catégorie', 'catégorie'],
    ['CATEGORIE', 'catégorie'],
    ['category', 'catégorie'],
    ['cat', 'catégorie'],
    ['stat', 'statut'],
    ['help', 'aide'],
    ['diff', 'diffuser'],
    ['release', 'diffuser'],
  ])('#%s is %s', (verb, name) => {
    const found = findCommand(verb, commands);
    expect('command' in found && found.command.names[0]).toBe(name);
  });

  test.each([
    ['catgorie', ['catégorie']],
    ['notte', ['note']],
    ['no', ['note', 'nouveau']],
    ['xyzzy', []],
  ])('#%s is no command; suggested: %s', (verb, names) => {
    const found = findCommand(verb, commands);
    expect('suggestions' in found && found.suggestions.map((command) => command.names[0])).toEqual(names);
  });
});
