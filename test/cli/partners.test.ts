import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importPartners } from '../../src/cli/partners.ts';
import { loadConfig } from '../../src/config.ts';
import { secrets, write } from '../configuration.ts';
import { temporaryFolder } from '../fakes/folder.ts';

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

describe('a list of partners', () => {
  test('is compared first; nothing is written', async () => {
    const { config, out, io, list } = await house();
    const before = await readFile(join(config, 'partners.yaml'), 'utf8');
    expect(await importPartners(await list('a.csv', csv), { config }, io)).toBe(0);
    expect(out).toEqual([
      'CFP Boréal (cfp) changes\n  + Anne Roy <ar@cfp.example> (consent 2026-05-01, courriel; formulaire)',
      'Cégep "du Nord" (cegep) joins\n  + Eve Côté <ec@cegep.example>',
      expect.stringContaining('Nothing was changed'),
    ]);
    expect(await readFile(join(config, 'partners.yaml'), 'utf8')).toBe(before);
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
  ])('that is wrong (%s) changes nothing: %s', async (name, text, why) => {
    const { config, out, io, list } = await house();
    const before = await readFile(join(config, 'partners.yaml'), 'utf8');
    expect(await importPartners(await list(name, text), { config, apply: true }, io)).toBe(1);
    expect(out.join('\n')).toContain(why);
    expect(await readFile(join(config, 'partners.yaml'), 'utf8')).toBe(before);
  });
});
