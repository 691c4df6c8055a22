import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { readCsv } from '../io/csv.ts';
import { writeWhole } from '../io/files.ts';
import { ignoreMissing } from '../io/missing.ts';
import { partnersFile } from '../io/settings.ts';
import type { Partner } from '../model/partner.ts';
import { partnerChanges } from '../model/partner-changes.ts';
import type { Output } from './output.ts';

interface ImportOptions {
  config?: string | undefined;
  apply?: boolean | undefined;
}

/**
 * Shows what a list of partners (YAML as in `partners.yaml`, or CSV) would change in the configuration, and changes it
 * only with `apply`; the file before is kept beside it. 1 when the list is not one, with everything that is wrong in it.
 */
export async function importPartners(file: string, { config, apply }: ImportOptions, io: Output): Promise<number> {
  const target = join(config ?? process.env.GREFFIER_CONFIG ?? 'config', 'partners.yaml');
  const wanted = read(file, await readFile(file, 'utf8'));
  if ('wrong' in wanted) {
    io.err(`${file} is not a list of partners:\n${wanted.wrong}`);
    return 1;
  }
  const text = await readFile(target, 'utf8').catch(ignoreMissing);
  const current = text === undefined ? { partners: [] } : read(target, text);
  if ('wrong' in current) {
    io.err(`${target} is not a list of partners:\n${current.wrong}`);
    return 1;
  }
  const changes = partnerChanges(current.partners, wanted.partners);
  for (const { kind, id, name, lines } of changes)
    io.out([`${name} (${id}) ${kind}`, ...lines.map((line) => `  ${line}`)].join('\n'));
  if (changes.length === 0) io.out(`${target} says all that already.`);
  else if (!apply) io.out(`Nothing was changed. With --apply this becomes ${target}.`);
  else {
    if (text !== undefined) await copyFile(target, `${target}.before`);
    await writeWhole(target, stringify({ partners: wanted.partners }));
    io.out(`${target} is written. The clerk reads it when it starts.`);
  }
  return 0;
}

function read(file: string, text: string): { partners: readonly Partner[] } | { wrong: string } {
  try {
    const said: unknown = file.endsWith('.csv') ? { partners: fromCsv(readCsv(text)) } : parse(text);
    const checked = partnersFile.safeParse(said);
    if (!checked.success) return { wrong: z.prettifyError(checked.error) };
    const { partners } = checked.data;
    const taken = partners.flatMap(({ id, contacts }) => [id, ...contacts.map(({ address }) => address)]);
    const twice = taken.find((name, index) => taken.indexOf(name) !== index);
    return twice === undefined ? { partners } : { wrong: `${twice} stands there twice` };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

/** A line for each contact: `id, name, contact, address, consent_date, consent_source`; the first of an id is written to. */
function fromCsv(rows: readonly Record<string, string>[]): unknown[] {
  const partners = new Map<string, { id: string; name: string; contacts: unknown[] }>();
  for (const row of rows) {
    const {
      id = '',
      name = '',
      contact = '',
      address = '',
      consent_date: date = '',
      consent_source: source = '',
    } = row;
    const partner = partners.get(id) ?? { id, name, contacts: [] };
    partner.contacts.push({ name: contact, address, ...(date && { consent: { date, source } }) });
    partners.set(id, partner);
  }
  return [...partners.values()];
}
