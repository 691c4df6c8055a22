import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { command } from '../dissemination/release.ts';
import { FakeWorld, written } from '../world.ts';

// The register as staff receives it, opened by programs that share nothing with ours: Python reads the mail and the .csv,
// Debian's python3-openpyxl the workbook.

const python = '/usr/bin/python3';
const officer = 'mtremblay@greffier.test';

interface Opened {
  sheet: string;
  frozen: string;
  /** Each cell: type as openpyxl tells it (s text, n number, d date, f formula), value, number format. */
  cells: [type: string, value: string, format: string][][];
  mark: string;
  lines: string[][];
  crlf: boolean;
}

const script = `
import csv, email, email.policy, io, json, sys
import openpyxl
mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
files = {part.get_filename().rsplit('.', 1)[1]: part.get_payload(decode=True) for part in mail.iter_attachments()}
sheet = openpyxl.load_workbook(io.BytesIO(files['xlsx'])).active
cells = [[[c.data_type, c.value.isoformat() if c.is_date else '' if c.value is None else str(c.value), c.number_format] for c in row] for row in sheet.iter_rows()]
text = files['csv'].decode('utf-8-sig')
print(json.dumps({'sheet': sheet.title, 'frozen': sheet.freeze_panes, 'cells': cells, 'mark': files['csv'][:3].hex(),
  'lines': list(csv.reader(io.StringIO(text, newline=''), delimiter=';')), 'crlf': text.count('\\r\\n') == text.count('\\n')}))
`;

async function opened(raw: Buffer): Promise<Opened> {
  const running = promisify(execFile)(python, ['-c', script], { maxBuffer: 100e6 });
  running.child.stdin?.end(raw);
  return JSON.parse((await running).stdout);
}

async function readerMissing(): Promise<string | undefined> {
  const look = promisify(execFile)(python, ['-c', 'import openpyxl']);
  if (existsSync(python) && (await look.then(Boolean, () => false))) return undefined;
  if (process.env.GREFFIER_REAL === 'required') throw new Error('cannot open a workbook without python3-openpyxl');
  return 'python3-openpyxl';
}

const missing = await readerMissing();

test.skipIf(missing)(
  `other programs open the register as it is meant${missing ? `: ${missing} is missing` : ''}`,
  async () => {
    const world = new FakeWorld();
    const clerk = await world.open();
    const formula = '=HYPERLINK("http://evil.example";"Été à Rouyn-Noranda")';
    const asks = [
      { from: 'Éloïse Çelik <eloise@org.example>', subject: formula },
      { from: '"-2+3 Bah" <bah@cmhf.example>', subject: 'Œuvre : forage « souterrain »; 日本, مرحبا' },
    ];
    for (const { from, subject } of asks) {
      await world.arrives(clerk, await written({ from, subject, text: 'Bonjour,\n\nnous cherchons une formation.\n' }));
      world.clock.pass(60_000);
    }
    await command(world, clerk, officer, '[INMQ-2026-0001] #prendre');
    await command(world, clerk, officer, '[INMQ-2026-0001] #attente 2027-01-15, budget');
    await command(world, clerk, officer, '#registre');
    const sent = world.postman.sent.findLast(({ envelope }) => envelope.to === officer);
    const { sheet, frozen, cells, mark, lines, crlf } = await opened(sent?.raw ?? Buffer.alloc(0));

    expect({ sheet, frozen, mark, crlf }).toEqual({
      sheet: expect.any(String),
      frozen: 'A2',
      mark: 'efbbbf',
      crlf: true,
    });
    const [head = [], first = [], second = [], ...more] = cells;
    expect(more).toEqual([]);
    const names = head.map(([, name]) => name);
    const at = (row: typeof first, name: string) => row[names.indexOf(name)];
    expect(cells.flat().filter(([type]) => type === 'f')).toEqual([]);
    expect(at(first, 'Objet')?.slice(0, 2)).toEqual(['s', formula]);
    expect(at(second, 'Objet')?.[1]).toBe('Œuvre : forage « souterrain »; 日本, مرحبا');
    expect(at(first, 'Demandeur')?.[1]).toBe('Éloïse Çelik');
    expect(at(second, 'Demandeur')?.[1]).toBe('-2+3 Bah');
    expect(at(first, 'Reçue le')).toEqual(['d', '2026-11-23T10:00:00', 'yyyy\\-mm\\-dd\\ hh:mm']);
    expect(at(first, 'En attente jusqu’au')).toEqual(['d', '2027-01-15T00:00:00', 'yyyy\\-mm\\-dd']);

    expect(lines[0]).toEqual(names);
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toHaveLength(names.length);
    // A program that opens the text asks what a field begins with; none begins a formula.
    expect(lines.flat().filter((field) => /^\s*[=+@\t\r-]/.test(field))).toEqual([]);
    expect(lines[1]?.[names.indexOf('Objet')]).toBe(`'${formula}`);
    expect(lines[1]?.[names.indexOf('En attente jusqu’au')]).toBe('2027-01-15');
  },
);
