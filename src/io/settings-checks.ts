import { nearest } from '../model/nearest.ts';
import { roles } from '../model/partner.ts';
import { type KeyPath, keyName, valueAt, type YamlFile } from './yaml.ts';

export interface SettingsFiles {
  greffier: YamlFile;
  staff: YamlFile;
  partners: YamlFile;
}

/**
 * Notes what only several keys or files together can say: names given twice, people referred to but unknown.
 * Works on unchecked values, so that these mistakes are told beside all the others.
 */
export function checkTogether(files: SettingsFiles): void {
  unique(ids(files.staff, 'staff'), 'an id that no other person has');
  unique(ids(files.partners, 'partners'), 'an id that no other institution has');
  unique(addresses(files), 'an address that stands nowhere else');
  checkHost(files);
  checkRoles(files.staff);
  checkFolders(files.greffier);
  checkEncryption(files.greffier);
}

/** A value, where it stands. */
interface Found {
  yaml: YamlFile;
  path: KeyPath;
  value: string;
}

function unique(found: readonly Found[], expected: string): void {
  const first = new Map<string, Found>();
  for (const one of found) {
    const other = first.get(one.value);
    if (!other) first.set(one.value, one);
    else one.yaml.fault(one.path, `${expected} (it is in ${other.yaml.file}, ${keyName(other.path)})`);
  }
}

/** Who an address is decides what its mail may do, so nobody shares one. */
function addresses({ greffier, staff, partners }: SettingsFiles): Found[] {
  return [
    ...at(greffier, ['institute', 'address']),
    ...each(greffier, ['institute', 'aliases'], (path) => at(greffier, path)),
    ...each(staff, ['staff'], (path) => at(staff, [...path, 'address'])),
    ...each(partners, ['partners'], (path) =>
      each(partners, [...path, 'contacts'], (contact) => at(partners, [...contact, 'address'])),
    ),
  ].map((found) => ({ ...found, value: found.value.toLowerCase() }));
}

function checkHost({ greffier, staff }: SettingsFiles): void {
  const known = [...new Set(ids(staff, 'staff').map(({ value }) => value))];
  if (known.length === 0) return;
  for (const { path, value } of at(greffier, ['meeting', 'host']))
    if (!known.includes(value))
      greffier.fault(path, `the id of a person in ${staff.file}: ${known.join(', ')}`, {
        suggestion: nearest(value, known),
      });
}

/** Without an officer nobody leads a request, without an approver nothing ever reaches the partners. */
function checkRoles(staff: YamlFile): void {
  const people = valueAt(staff.raw, ['staff']);
  if (!Array.isArray(people) || people.length === 0) return;
  const given = each(staff, ['staff'], (path) => each(staff, [...path, 'roles'], (role) => at(staff, role)));
  // A misspelt role is told by itself, and may be the one that seems to be missing.
  if (!given.every(({ value }) => roles.some((role) => role === value))) return;
  for (const role of ['officer', 'approver'])
    if (!given.some(({ value }) => value === role)) staff.fault(['staff'], `at least one person with the role ${role}`);
}

/** A folder that is the inbox would show the clerk its handled mail for ever. */
function checkFolders(greffier: YamlFile): void {
  const [configured] = at(greffier, ['intake', 'imap', 'inbox']);
  const inbox = (configured?.value ?? 'INBOX').toLowerCase();
  const folders = valueAt(greffier.raw, ['folders']);
  if (typeof folders !== 'object' || folders === null) return;
  for (const name of Object.keys(folders))
    for (const { path, value } of at(greffier, ['folders', name]))
      if ([inbox, 'inbox'].includes(value.toLowerCase())) greffier.fault(path, 'another folder than the inbox');
}

function checkEncryption(greffier: YamlFile): void {
  const smtp: KeyPath = ['postman', 'smtp'];
  const [host] = at(greffier, [...smtp, 'host']);
  if (!host || valueAt(greffier.raw, [...smtp, 'login']) === false) return;
  for (const { path, value } of at(greffier, [...smtp, 'security']))
    if (value === 'none' && !/^(localhost|127\..*|::1)$/.test(host.value))
      greffier.fault(path, 'tls or starttls, or login: false (the password would cross the network in clear)');
}

function ids(yaml: YamlFile, list: string): Found[] {
  return each(yaml, [list], (path) => at(yaml, [...path, 'id']));
}

function at(yaml: YamlFile, path: KeyPath): Found[] {
  const value = valueAt(yaml.raw, path);
  return typeof value === 'string' ? [{ yaml, path, value: value.trim() }] : [];
}

function each(yaml: YamlFile, path: KeyPath, find: (item: KeyPath) => Found[]): Found[] {
  const items = valueAt(yaml.raw, path);
  return Array.isArray(items) ? items.flatMap((_, index) => find([...path, index])) : [];
}
