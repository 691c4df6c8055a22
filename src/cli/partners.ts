import { copyFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { locateData } from '../config.ts';
import { writeWhole } from '../io/files.ts';
import { ignoreMissing } from '../io/missing.ts';
import { checkTogether } from '../io/settings-checks.ts';
import { inWords, openYaml, readYaml } from '../io/yaml.ts';
import { configuredHash, network } from '../model/network.ts';
import type { Partner } from '../model/partner.ts';
import { partnerChanges } from '../model/partner-changes.ts';
import { emptyRegister, type Register } from '../model/register.ts';
import type { Output } from './output.ts';
import { readPartnerList } from './partner-list.ts';
import { readRegister } from './record.ts';

interface ImportOptions {
  config?: string | undefined;
  apply?: boolean | undefined;
}

/**
 * Shows what a list of partners (YAML as in `partners.yaml`, or CSV) would change in the network as it stands, and
 * changes the configuration only with `apply`; the file before is kept beside it. 1 when the list is not one, or the
 * clerk could not start with it, with everything that is wrong; or when it would undo what `#partenaire` changed.
 */
export async function importPartners(file: string, { config, apply }: ImportOptions, io: Output): Promise<number> {
  const folder = config ?? process.env.GREFFIER_CONFIG ?? 'config';
  const target = join(folder, 'partners.yaml');
  const wanted = await readPartnerList(file, new Date());
  if ('wrong' in wanted) return refuse(`${file} is not a list of partners:\n${wanted.wrong}`, io);
  const there = await stat(target).catch(ignoreMissing);
  const current = there ? await readPartnerList(target) : { partners: [] };
  if ('wrong' in current) return refuse(`${target} is not a list of partners:\n${current.wrong}`, io);
  const written = stringify({ partners: wanted.partners });
  const mistakes = await mistakesBeside(folder, file, written);
  if (mistakes.length > 0) return refuse(`The clerk would not start with ${file}:\n${mistakes.join('\n')}`, io);
  const register = await standing(config, io);
  if (typeof register === 'number') return register;

  if ('remarks' in wanted) for (const remark of wanted.remarks) io.out(remark);
  const before = network(register, current);
  const after = network(register, wanted);
  for (const { kind, id, name, lines } of partnerChanges(before, after))
    io.out([`${name} (${id}) ${kind}`, ...lines.map((line) => `  ${line}`)].join('\n'));
  for (const line of optedOut(register, wanted.partners)) io.out(line);
  const undone = undoes(register, current.partners, after);
  for (const line of undone) io.err(line);
  if (partnerChanges(current.partners, wanted.partners).length === 0) io.out(`${target} says all that already.`);
  else if (!apply) io.out(`Nothing was changed. With --apply this becomes ${target}.`);
  else if (undone.length > 0)
    return refuse(
      'Nothing was changed: write in the list what #partenaire changed, or change it back by #partenaire.',
      io,
    );
  else {
    if (there) await copyFile(target, `${target}.before`);
    await writeWhole(target, written);
    io.out(`${target} is written. The clerk reads it when it starts.`);
  }
  return 0;
}

function refuse(why: string, io: Output): number {
  io.err(why);
  return 1;
}

/** What only the three files together can say against the list: an address of the clerk or of staff. */
async function mistakesBeside(folder: string, file: string, written: string): Promise<string[]> {
  const [greffier, staff] = await Promise.all(
    ['greffier.yaml', 'staff.yaml'].map((name) => openYaml(join(folder, name))),
  );
  const partners = readYaml(file, written);
  if (greffier && staff) checkTogether({ greffier, staff, partners });
  // The lines are those of the file to be, not of the list.
  return partners.mistakes.map(({ line: _, column: __, ...mistake }) => inWords(mistake));
}

/** The record of the clerk, if it has one already. */
async function standing(config: string | undefined, io: Output): Promise<Register | number> {
  const place = await locateData({ directory: config, env: process.env });
  const known = 'mistakes' in place ? undefined : await stat(join(place.dataDirectory, 'journal')).catch(ignoreMissing);
  return known && !('mistakes' in place) ? readRegister({ data: place.dataDirectory }, io) : emptyRegister();
}

/** Whom the list names, and who asked not to be written to: no list takes that back. */
function optedOut(register: Register, partners: readonly Partner[]): string[] {
  return partners.flatMap(({ id, name, contacts }) =>
    contacts.flatMap(({ address }) => {
      const said = register.optedOut.get(address);
      if (!said) return [];
      return [
        `${name} (${id}): ${address} asked on ${said.at.slice(0, 10)} not to be written to, and is not: #partenaire ${id} adresse ${address} asks the person again.`,
      ];
    }),
  );
}

/** What `#partenaire` changed since the configuration was read, and would no longer be so. */
function undoes(register: Register, current: readonly Partner[], after: readonly Partner[]): string[] {
  return current.flatMap((configured): string[] => {
    const { id, name } = configured;
    const record = register.partners.get(id);
    if (record?.configured !== configuredHash(configured)) return [];
    const then = after.find((partner) => partner.id === id);
    if (!then) return [];
    if (record.left)
      return [`${name} (${id}) was taken off by #partenaire (${record.left.why}); the list puts it back.`];
    const current = record.partner ?? configured;
    const now = addresses(current);
    const lost = [...now].filter((address) => !addresses(configured).has(address) && !addresses(then).has(address));
    const back = [...addresses(configured)].filter((address) => !now.has(address) && addresses(then).has(address));
    const [first, wasFirst, thenFirst] = [current, configured, then].map(({ contacts }) => contacts[0].address);
    const order =
      first !== undefined && first !== wasFirst && first !== thenFirst && addresses(then).has(first)
        ? [`${name} (${id}): ${first} was put first by #partenaire; the list puts ${thenFirst} first.`]
        : [];
    return [
      ...order,
      ...lost.map((address) => `${name} (${id}): ${address} was named by #partenaire; the list drops it.`),
      ...back.map((address) => `${name} (${id}): ${address} was replaced by #partenaire; the list puts it back.`),
    ];
  });
}

function addresses({ contacts }: Partner): Set<string> {
  return new Set(contacts.map(({ address }) => address));
}
