import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { csv } from '../../src/agenda/csv.ts';
import { workbook } from '../../src/agenda/xlsx.ts';
import { readCsv } from '../../src/io/csv.ts';
import { zip } from '../../src/io/zip.ts';
import type { Sheet } from '../../src/model/sheet.ts';

const sheet: Sheet = {
  title: 'Registre 2026',
  columns: ['Référence', 'Reçue le', 'Objet', 'Nombre'].map((name) => ({ name, width: 18 })),
  rows: [
    ['INMQ-2026-0001', { local: '2026-11-23T10:00', time: true }, '=1+1 & <été> "œ"\u0001\nÀ', 3],
    ['INMQ-2026-0002', { local: '2026-11-24T00:00', time: false }, '  -2+3', ''],
  ],
};

/** Reads the archive as any ZIP reader does, checksums included. */
const reader = `
import json, sys, zipfile
import xml.dom.minidom as dom
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
for name in z.namelist(): dom.parseString(z.read(name))
cells = dom.parseString(z.read('xl/worksheets/sheet1.xml')).getElementsByTagName('c')
text = lambda c: ''.join(n.data for e in c.getElementsByTagName('t') or c.getElementsByTagName('v') for n in e.childNodes)
print(json.dumps([[c.getAttribute('r'), c.getAttribute('t'), c.getAttribute('s'), text(c)] for c in cells]))
`;

describe('the workbook', () => {
  test('is a sound archive of well-formed parts; texts are texts, moments are dates', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'greffier-xlsx-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, 'registre.xlsx');
    await writeFile(path, await zip(workbook(sheet)));
    const { stdout } = await promisify(execFile)('python3', ['-c', reader, path]);
    expect(JSON.parse(stdout).slice(4)).toEqual([
      ['A2', 'inlineStr', '0', 'INMQ-2026-0001'],
      ['B2', '', '3', String((Date.UTC(2026, 10, 23, 10) - Date.UTC(1899, 11, 30)) / 86_400_000)],
      ['C2', 'inlineStr', '0', '=1+1 & <été> "œ"\nÀ'],
      ['D2', '', '', '3'],
      ['A3', 'inlineStr', '0', 'INMQ-2026-0002'],
      ['B3', '', '2', '46350'],
      ['C3', 'inlineStr', '0', '  -2+3'],
    ]);
  });

  test('is the same for the same register', async () => {
    expect(await zip(workbook(sheet))).toEqual(await zip(workbook(structuredClone(sheet))));
  });
});

describe('the text', () => {
  test('is read back as it was, whatever is in it, and no cell of it is a formula', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[ \t]?[=+@|%-][A-Z1-9()";,\r\n]{0,8}$/),
      fc.constant('a\r\n=b;c"'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const columns = ['a', 'b'].map((name) => ({ name, width: 1 }));
        const text = [...csv({ title: '', columns, rows })].join('');
        const read = readCsv(text).map(({ a = '', b = '' }) => [a, b]);
        const kept = rows.map((row) => row.map((each) => each.trim())).filter((row) => row.some((each) => each !== ''));
        expect(read.map((row) => row.map((each) => each.replace(/^'/, '').trim()))).toEqual(
          kept.map((row) => row.map((each) => each.replace(/^'/, '').trim())),
        );
        for (const each of read.flat()) expect(each).not.toMatch(/^\s*[=+@|%-]/);
      }),
    );
  });

  test.each([
    ['=1+1', `"'=1+1"`],
    [' +33 1', `"' +33 1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['-', `"'-"`],
    ['a;b', '"a;b"'],
    ['a "b"', '"a ""b"""'],
    ['a\nb', '"a\nb"'],
    ['été', 'été'],
  ])('%s is written %s', (text, field) => {
    const lines = [...csv({ title: '', columns: [{ name: 'x', width: 1 }], rows: [[text]] })];
    expect(lines).toEqual(['\uFEFFx\r\n', `${field}\r\n`]);
  });
});
