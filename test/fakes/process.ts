import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The sources of the record as JavaScript in a folder of its own: Node 20 does not read TypeScript, and some promises can
 * only be broken by killing a process. The caller removes the folder.
 */
export async function compileRecord(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'greffier-compiled-'));
  const compilerOptions = {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2023,
    rewriteRelativeImportExtensions: true,
  };
  const names = ['model', 'io'].map(async (part) =>
    (await readdir(join(root, 'src', part))).map((name) => join(part, name)),
  );
  for (const name of (await Promise.all(names)).flat().filter((file) => file.endsWith('.ts'))) {
    const { outputText } = ts.transpileModule(await readFile(join(root, 'src', name), 'utf8'), { compilerOptions });
    const path = join(folder, name.replace(/ts$/, 'js'));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, outputText);
  }
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** A process that runs the module text in the folder; its lines of standard output as they come. Killed when the test ends. */
export function run(folder: string, source: string): { process: ChildProcess; lines: AsyncIterator<string> } {
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { process: child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}
