import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importPartners } from '../../src/cli/partners.ts';
import { loadConfig } from '../../src/config.ts';
import { openJournal } from '../../src/io/journal.ts';
import { seal } from '../../src/model/chain.ts';
import type { EventOf, RegisterEvent } from '../../src/model/events.ts';
import { configuredHash } from '../../src/model/network.ts';
import { secrets, write } from '../configuration.ts';
import { payload } from '../fakes/entries.ts';
import { temporaryFolder } from '../fakes/folder.ts';
import { collectingLog } from '../fakes/log.ts';
import { smallRecord } from '../fakes/record.ts';

async function house() {
  const config = await temporaryFolder();
  await write(config, {});
  const out: string[] = [];
  const io = { out: (text: string) => void out.push(text), err: (text: string) => void out.push(text) };
  const list = async (name: string, text: string) => {
    const file = join(config, name);
    await writeFile(file, text);
    return file;
  };
  return { config, out, io, list };
}
const csv = `\uFEFFid;name;contact;address;consent_date;consent_source
cfp;CFP Boréal;Anne Roy;ar@cfp.example;2026-05-01;"courriel; formulaire"
cfp;CFP Boréal;Luc Gagnon;lg@cfp.example;;

cegep;"Cégep ""du Nord""";Eve Côté;ec@cegep.example;;
`;

const head = 'id,name,contact,address,consent_date,consent_source\n';

describe('a list of partners', () => {
  test('is compared first; nothing is written', async () => {
    const { config, out, io, list } = await house();
    const before = await readFile(join(config, 'partners.yaml'), 'utf8');
    expect(await importPartners(await list('a.csv', csv), { config }, io)).toBe(0);
    expect(out).toEqual([
      [
        'CFP Boréal (cfp) changes',
        '  + Anne Roy <ar@cfp.example> (consent 2026-05-01, courriel; formulaire)',
        '  order: ar@cfp.example, lg@cfp.example',
      ].join('\n'),
      'Cégep "du Nord" (cegep) joins\n  + Eve Côté <ec@cegep.example>',
      expect.stringContaining('Nothing was changed'),
    ]);
    expect(await readFile(join(config, 'partners.yaml'), 'utf8')).toBe(before);
  });

  test.each([
    ['another case', csv.replace('id;name;contact', 'ID;Name;Contact')],
    ['tabs', csv.replaceAll(';', '\t').replace('courriel\t', 'courriel;')],
  ])('is read with %s in its first line', async (_, text) => {
    const { config, out, io, list } = await house();
    expect(await importPartners(await list('a.csv', text), { config }, io)).toBe(0);
    expect(out).toContain('Cégep "du Nord" (cegep) joins\n  + Eve Côté <ec@cegep.example>');
  });

  test('that is not there is told as such', async () => {
    const { config, out, io } = await house();
    expect(await importPartners('nofile.csv', { config }, io)).toBe(1);
    expect(out).toEqual(['nofile.csv is not a list of partners:\nthere is no such file']);
  });

  test('is applied when asked to, and what was there is kept; a second time there is nothing to do', async () => {
    const { config, out, io, list } = await house();
    const file = await list('a.csv', csv);
    const before = await readFile(join(config, 'partners.yaml'), 'utf8');
    expect(await importPartners(file, { config, apply: true }, io)).toBe(0);
    expect(await readFile(join(config, 'partners.yaml.before'), 'utf8')).toBe(before);
    const loaded = await loadConfig({ directory: config, env: secrets });
    if ('mistakes' in loaded) throw new Error(JSON.stringify(loaded.mistakes));
    expect(loaded.config.policy.partners.map(({ id, contacts }) => [id, contacts.length])).toEqual([
      ['cfp', 2],
      ['cegep', 1],
    ]);
    expect(loaded.config.policy.partners[0]?.contacts[0].consent?.source).toBe('courriel; formulaire');
    expect(await importPartners(file, { config, apply: true }, io)).toBe(0);
    expect(out.at(-1)).toContain('says all that already');
  });

  test('who is not in it leaves; YAML is read too', async () => {
    const { config, out, io, list } = await house();
    const yaml = 'partners:\n  - { id: x, name: X, contacts: [{ name: Y, address: Y@x.example }] }\n';
    expect(await importPartners(await list('b.yaml', yaml), { config }, io)).toBe(0);
    expect(out.slice(0, 2)).toEqual([
      'X (x) joins\n  + Y <y@x.example>',
      'CFP Boréal (cfp) leaves\n  − Luc Gagnon <lg@cfp.example>',
    ]);
  });

  test.each([
    ['c.csv', 'id,name,contact,address\ncfp,CFP,A,not-an-address\n', 'an email address'],
    ['c.csv', 'id,name,contact,address\na,A,A,a@x.example\nb,B,B,a@x.example\n', 'a@x.example stands there twice'],
    ['c.csv', 'id,name,contact,address\na,"A,A,a@x.example\n', 'does not end'],
    ['c.yaml', 'partners: []\n', 'at least one institution'],
    ['c.yaml', 'partners: [\n', 'not a list of partners'],
    ['c.csv', `${head}cfp,CFP,A,info@inmq.example,,\n`, 'an address that stands nowhere else (it is in'],
    ['c.csv', `${head}cfp,CFP,A,DLavoie@inmq.example,,\n`, 'staff[1].address'],
    [
      'c.csv',
      `${head}cfp,CFP,A,a@x.example,,courriel du 3 mai\n`,
      'the consent of a@x.example (courriel du 3 mai) has no',
    ],
    ['c.csv', 'id,name,contact,address,Consent-date\ncfp,CFP,A,a@x.example,2026-05-01\n', 'did you mean consent_date?'],
    ['c.csv', `${head}cfp,CFP,A,a@x.example,,\ncfp,CEGEP,B,b@x.example,,\n`, 'named both “CFP” and “CEGEP”'],
    ['c.csv', `${head}cfp,CFP,"A\r\nBcc: x@y",a@x.example,,\n`, 'holds a line break'],
    ['c.csv', `${head}cfp,CFP,A,a@x.example,,,b@x.example\n`, '“b@x.example” stands in no column (row “cfp”)'],
    ['c.csv', 'id,name,contact,address,\ncfp,CFP,A,a@x.example,b@x.example\n', '“b@x.example” stands in no column'],
    [
      'c.csv',
      'id,name,contact,address,address\ncfp,CFP,A,a@x.example,b@x.example\n',
      'two columns are named “address”',
    ],
    ['c.csv', `${head}cfp,CFP,A,a@x.example,2099-01-01,courriel\n`, 'which is still to come'],
    ['c.csv', 'ID;id\ncfp;cegep\n', 'two columns are named “id”'],
    ['c.csv', `${head}cfp,CFP Bor\uFFFDal,A,a@x.example,,\n`, 'letters of it are lost'],
  ])('that is wrong (%s) changes nothing: %s', async (name, text, why) => {
    const { config, out, io, list } = await house();
    const before = await readFile(join(config, 'partners.yaml'), 'utf8');
    expect(await importPartners(await list(name, text), { config, apply: true }, io)).toBe(1);
    expect(out.join('\n')).toContain(why);
    expect(await readFile(join(config, 'partners.yaml'), 'utf8')).toBe(before);
  });

  test('as a spreadsheet saves it, with empty cells beyond the last column, is read', async () => {
    const { config, out, io, list } = await house();
    const file = await list('g.csv', 'id,name,contact,address,,\ncfp,CFP,A,a@x.example,,,,\n');
    expect(await importPartners(file, { config }, io)).toBe(0);
    expect(out[0]).toContain('+ A <a@x.example>');
  });

  test('as a spreadsheet saves it, without UTF-8, is read with its accents, and that is said; YAML is refused', async () => {
    const { config, out, io, list } = await house();
    const file = await list('d.csv', '');
    await writeFile(file, `${head}cfp,CFP Boréal,Anne Côté,ac@cfp.example,,\n`, 'latin1');
    expect(await importPartners(file, { config }, io)).toBe(0);
    expect(out.slice(0, 2)).toEqual([
      expect.stringContaining('read as Windows-1252'),
      'CFP Boréal (cfp) changes\n  − Luc Gagnon <lg@cfp.example>\n  + Anne Côté <ac@cfp.example>',
    ]);
    const yaml = await list('d.yaml', '');
    await writeFile(
      yaml,
      'partners:\n  - { id: x, name: Cégep, contacts: [{ name: Y, address: y@x.example }] }\n',
      'latin1',
    );
    expect(await importPartners(yaml, { config }, io)).toBe(1);
    expect(out.at(-1)).toContain('save it as UTF-8');
  });
});

describe('what #partenaire changed since', () => {
  const luc = { name: 'Luc Gagnon', address: 'lg@cfp.example' };
  const eve = { name: 'Eve Roy', address: 'er@cfp.example' };
  const boreal = (contacts: EventOf<'partner-changed'>['partner']['contacts']) => ({
    ...{ id: 'cfp', name: 'CFP Boréal', contacts },
  });
  /** A house whose record holds what became of the CFP, or of its contacts, after the configuration was read. */
  async function changed(how: 'replaced' | 'put first' | 'taken off' | 'opted out') {
    const known = await house();
    const { folder, register } = await smallRecord();
    const before = boreal(how === 'put first' ? [luc, eve] : [luc]);
    const after = boreal(how === 'put first' ? [eve, luc] : [eve]);
    const events: RegisterEvent[] = [
      { kind: 'partner-changed', partner: before, configured: configuredHash(before), why: 'configuration' },
      ...(how === 'opted out'
        ? [{ kind: 'contact-stopped' as const, partner: 'cfp', address: luc.address, mail: 'a'.repeat(64) }]
        : []),
      how === 'taken off'
        ? { kind: 'partner-left', partner: 'cfp', why: 'fusion' }
        : { kind: 'partner-changed', partner: after, address: eve.address, why: 'command' },
    ];
    const journal = await openJournal(join(folder, 'journal'), collectingLog().log);
    const place = { seq: register.position, hash: register.head };
    await journal.append(seal(payload('mail/3', events, []), '2027-01-02T10:00:00.000Z', place), register.position);
    await journal.close();
    await write(known.config, {
      greffier: { more: `dataDirectory: ${folder}` },
      partners: JSON.stringify({ partners: [before] }),
    });
    return known;
  }
  const old = `${head}cfp,Centre Boréal,Luc Gagnon,lg@cfp.example,,\n`;

  test('is in the comparison, and is not undone without a word', async () => {
    const { config, out, io, list } = await changed('replaced');
    const before = await readFile(join(config, 'partners.yaml'), 'utf8');
    expect(await importPartners(await list('e.csv', old), { config, apply: true }, io)).toBe(1);
    expect(out).toEqual([
      'Centre Boréal (cfp) changes\n  − CFP Boréal\n  − Eve Roy <er@cfp.example>\n  + Centre Boréal\n  + Luc Gagnon <lg@cfp.example>',
      'CFP Boréal (cfp): er@cfp.example was named by #partenaire; the list drops it.',
      'CFP Boréal (cfp): lg@cfp.example was replaced by #partenaire; the list puts it back.',
      expect.stringContaining('Nothing was changed'),
    ]);
    expect(await readFile(join(config, 'partners.yaml'), 'utf8')).toBe(before);
    const right = await list('f.csv', `${head}cfp,Centre Boréal,Eve Roy,er@cfp.example,,\n`);
    expect(await importPartners(right, { config, apply: true }, io)).toBe(0);
    expect(await readFile(join(config, 'partners.yaml'), 'utf8')).toContain('er@cfp.example');
  });

  test('is not undone by the order of contacts alone', async () => {
    const { config, out, io, list } = await changed('put first');
    const rows = [luc, eve].map(({ name, address }) => `cfp,Centre Boréal,${name},${address},,\n`);
    expect(await importPartners(await list('h.csv', head + rows.join('')), { config, apply: true }, io)).toBe(1);
    expect(out.slice(0, 2)).toEqual([
      [
        'Centre Boréal (cfp) changes',
        '  − CFP Boréal',
        '  + Centre Boréal',
        '  order: lg@cfp.example, er@cfp.example',
      ].join('\n'),
      'CFP Boréal (cfp): er@cfp.example was put first by #partenaire; the list puts lg@cfp.example first.',
    ]);
    const right = await list('i.csv', head + rows.toReversed().join(''));
    expect(await importPartners(right, { config, apply: true }, io)).toBe(0);
  });

  test('an address that opted out stays so under another institution, and the comparison says it', async () => {
    const { config, out, io, list } = await changed('opted out');
    const moved = `${head}nord,Cégep du Nord,Luc Gagnon,LG@cfp.example,,\ncfp,CFP Boréal,Eve Roy,er@cfp.example,,\n`;
    expect(await importPartners(await list('e.csv', moved), { config, apply: true }, io)).toBe(0);
    expect(out).toContain(
      'Cégep du Nord (nord): lg@cfp.example asked on 2027-01-02 not to be written to, and is not: #partenaire nord adresse lg@cfp.example asks the person again.',
    );
  });

  test('who was taken off does not come back by a list that has it still', async () => {
    const { config, out, io, list } = await changed('taken off');
    expect(await importPartners(await list('e.csv', old), { config, apply: true }, io)).toBe(1);
    expect(out.join('\n')).toContain('was taken off by #partenaire (fusion); the list puts it back');
  });
});
