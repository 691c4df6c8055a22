import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { checkYaml, inOrder, inWords, openYaml } from '../../src/io/yaml.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'greffier-yaml-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function yamlOf(text: string | Buffer) {
  const file = join(directory, 'x.yaml');
  await writeFile(file, text);
  return openYaml(file);
}

test('no text whatever makes the reader throw, and every mistake has its place in the file', async () => {
  const schema = z.strictObject({ a: z.string({ error: 'text' }) }, { error: 'a' });
  const piece = fc.constantFrom(
    'a',
    ': ',
    '\n',
    '  ',
    '- ',
    '*',
    '&x ',
    '!t ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ', ',
    '#',
    '\t',
    '|',
    '---\n',
    '\uFEFF',
    '\r\n',
    '? ',
    '<<',
    '%',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const text = pieces.join('');
      const yaml = await yamlOf(text);
      const value = checkYaml(yaml, schema);
      expect(value === undefined).toBe(yaml.mistakes.length > 0);
      const lines = text.split('\n').length;
      for (const mistake of yaml.mistakes) {
        expect(mistake.line).toBeGreaterThanOrEqual(1);
        expect(mistake.line).toBeLessThanOrEqual(lines);
        expect(mistake.column).toBeGreaterThanOrEqual(1);
        expect(inWords(mistake)).not.toMatch(/\n|undefined/);
      }
    }),
    { numRuns: 100 },
  );
});

test('a password is in no mistake, wherever it stands below its key', async () => {
  const schema = z.strictObject({ smtp: z.strictObject({ password: z.strictObject({ env: z.int({ error: 'x' }) }) }) });
  const secret = fc
    .string({ minLength: 4, maxLength: 12, unit: fc.constantFrom('q', 'z', 'Q', '7', ' ') })
    .filter((s) => s.trim().length > 3);
  const place = fc.constantFrom(
    (s: string) => `"${s}"`,
    (s: string) => `{ env: "${s}" }`,
    (s: string) => `{ env: ["${s}"] }`,
    (s: string) => `[ { env: "${s}" } ]`,
    (s: string) => `|\n      ${s}`,
  );
  await fc.assert(
    fc.asyncProperty(secret, place, async (word, write) => {
      const yaml = await yamlOf(`smtp:\n  password: ${write(word)}\n`);
      expect(checkYaml(yaml, schema)).toBeUndefined();
      expect(yaml.mistakes.map(inWords).join('\n')).not.toContain(word.trim());
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['a BOM and CRLF', '\uFEFFa: 1\r\nb: x\r\n', 'b', '2:4'],
  ['an anchor used elsewhere', 'a: &one x\nb: *one\n', 'b', '2:4'],
  ['a quoted key', '"b": x\n', 'b', '1:6'],
  ['flow style', '{ a: 1,\n  b: x }\n', 'b', '2:6'],
])('places are right with %s', async (_, text, key, place) => {
  const yaml = await yamlOf(text);
  yaml.fault([key], 'else');
  const [mistake] = yaml.mistakes;
  expect(`${mistake?.line}:${mistake?.column}`).toBe(place);
  expect(mistake?.read).toContain('x');
});

test('what is long is cut, what is missing is said', async () => {
  const yaml = await yamlOf(`a: ${'word '.repeat(40)}\nb:\nc: []\nd: { e: 1, f: 2 }\n`);
  for (const key of ['a', 'b', 'c', 'd', 'g']) yaml.fault([key], 'else');
  yaml.fault(['d', 'h'], 'else');
  expect(yaml.mistakes.map(({ line, read }) => `${line} ${read}`)).toEqual([
    `1 ${'word '.repeat(40).slice(0, 59)}…`,
    '2 nothing',
    '3 a list',
    '4 a section (e, f)',
    '1 nothing',
    '4 nothing',
  ]);
  expect(inOrder(yaml.mistakes).map(({ line }) => line)).toEqual([1, 1, 2, 3, 4, 4]);
});

test('a directory in place of the file', async () => {
  const yaml = await openYaml(directory);
  expect(yaml).toMatchObject({ missing: false, raw: undefined, mistakes: [{ expected: 'a file that can be read' }] });
});

test.each([
  ['a section as a key', '? ? \r\n'],
  ['a line break in a key', '"b\\nc": 1\n'],
])('is told on one line: %s', async (_, text) => {
  const yaml = await yamlOf(text);
  checkYaml(yaml, z.strictObject({ a: z.string().optional() }, { error: 'a' }));
  expect(yaml.mistakes.map(inWords)).toHaveLength(1);
  for (const words of yaml.mistakes.map(inWords)) expect(words).not.toMatch(/[\r\n]/);
});
