import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The letters that come with the program; the same folder from `src` and from `dist`. */
export const ownTemplates = fileURLToPath(new URL('../../templates', import.meta.url));

/**
 * The source of every `<letter>/<language>.hbs` in the folder, by `<letter>/<language>`.
 * @throws if the folder can't be read or holds no template.
 */
export async function loadTemplates(directory: string): Promise<ReadonlyMap<string, string>> {
  const paths = await readdir(directory, { recursive: true }).catch((cause: unknown) => {
    throw new Error(`cannot read the templates in ${directory}`, { cause });
  });
  const keys = paths
    .map((path) => /^([^/\\]+)[/\\]([^/\\]+)\.hbs$/.exec(path))
    .flatMap((match) => (match ? [`${match[1]}/${match[2]}`] : []))
    .toSorted();
  if (keys.length === 0) throw new Error(`cannot find a template in ${directory}`);
  return new Map(
    await Promise.all(
      keys.map(async (key): Promise<[string, string]> => {
        const path = join(directory, `${key}.hbs`);
        try {
          return [key, (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')];
        } catch (cause) {
          throw new Error(`cannot read ${path}`, { cause });
        }
      }),
    ),
  );
}
