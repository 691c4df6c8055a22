import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import { describe, expect, onTestFinished, test } from 'vitest';

const rules: IConfiguration = createRequire(import.meta.url)('../.dependency-cruiser.cjs');

describe('what may import what', () => {
  test('source and tests keep the rules', async () => {
    const { modules, broken } = await imports(process.cwd());
    expect(modules).toBeGreaterThan(50);
    expect(broken).toEqual([]);
  });

  test.each([
    ['src/reception/triage.ts', '../dissemination/digest.ts', 'reception-stands-alone'],
    ['src/dissemination/digest.ts', '../decide.ts', 'dissemination-stands-alone'],
    ['src/clarification/slots.ts', '../io/files.ts', 'pure-core-does-not-reach-the-shell'],
    ['src/model/request.ts', 'node:fs', 'pure-core-touches-no-world'],
    ['src/commands/note.ts', 'node:timers/promises', 'pure-core-touches-no-world'],
    ['test/commands/note.test.ts', '../world.ts', 'stories-say-so'],
  ])('%s that imports %s is seen', async (from, to, rule) => {
    const root = await mkdtemp(join(tmpdir(), 'greffier-planted-'));
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    await plant(root, from, `import * as other from '${to}';\nexport const kept = other;\n`);
    if (to.startsWith('.')) await plant(root, join(dirname(from), to), 'export const thing = 1;\n');
    const { broken } = await imports(root);
    expect(broken).toContain(rule);
  });

  test('a circle is seen', async () => {
    const root = await mkdtemp(join(tmpdir(), 'greffier-planted-'));
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    await plant(root, 'src/model/a.ts', "import { b } from './b.ts';\nexport const a = () => b;\n");
    await plant(root, 'src/model/b.ts', "import { a } from './a.ts';\nexport const b = () => a;\n");
    expect((await imports(root)).broken).toContain('no-circles');
  });
});

describe('the pure core does not wait and reads no clock', () => {
  // Without types, which take ten seconds to load: these rules need none.
  const typed = [
    'no-floating-promises',
    'no-misused-promises',
    'await-thenable',
    'return-await',
    'switch-exhaustiveness-check',
  ];
  const eslint = new ESLint({
    overrideConfig: {
      languageOptions: { parserOptions: { projectService: false } },
      rules: Object.fromEntries(typed.map((rule) => [`@typescript-eslint/${rule}`, 'off'])),
    },
  });

  test.each([
    'export async function waits() {}',
    'export const now = () => new Date();',
    'export const now = () => Date.now();',
    'export const chance = () => Math.random();',
    'export const home = () => process.env.HOME;',
    'export const later = () => setTimeout(() => {}, 1);',
  ])('%s is seen', async (text) => {
    const inCore = await eslint.lintText(text, { filePath: 'src/reception/threading.ts' });
    expect(inCore[0]?.errorCount).toBeGreaterThan(0);
    const inShell = await eslint.lintText(text, { filePath: 'src/clerk.ts' });
    expect(inShell[0]?.errorCount).toBe(0);
  });
});

async function imports(root: string): Promise<{ modules: number; broken: string[] }> {
  const folders = ['src', 'test'].filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(folders, {
    ...rules.options,
    ruleSet: { forbidden: rules.forbidden ?? [] },
    validate: true,
    baseDir: root,
  });
  const { modules, summary } = output as ICruiseResult;
  return { modules: modules.length, broken: summary.violations.map((violation) => violation.rule.name) };
}

async function plant(root: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
