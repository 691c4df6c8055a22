import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { type SecretSource, secretSource } from './settings.ts';
import { type KeyPath, valueAt, type YamlFile } from './yaml.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the configuration points to and does not hold itself. */
export interface Secrets {
  imapPassword?: string | undefined;
  /** PEM text. */
  imapCa?: string | undefined;
  smtpPassword?: string | undefined;
  smtpCa?: string | undefined;
}

/** The variables of `.env` in that folder; none when there is no such file. */
export async function readDotEnv(folder: string): Promise<Environment> {
  const path = join(folder, '.env');
  try {
    return parseEnv(await readFile(path, 'utf8')) as Environment;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Error(`cannot read ${path}`, { cause });
  }
}

/** Reads what `greffier.yaml` points to, and notes what is not there; also when the file has other mistakes. */
export async function readSecrets(greffier: YamlFile, env: Environment, warnings: string[]): Promise<Secrets> {
  const secrets: Secrets = {};
  const imap = ['intake', 'imap'];
  if (isSection(greffier, imap)) {
    secrets.imapPassword = await readSecret(greffier, [...imap, 'password'], 'GREFFIER_IMAP_PASSWORD', env, warnings);
    secrets.imapCa = await readAuthority(greffier, [...imap, 'ca']);
  }
  const smtp = ['postman', 'smtp'];
  if (isSection(greffier, smtp)) {
    if (valueAt(greffier.raw, [...smtp, 'login']) !== false)
      secrets.smtpPassword = await readSecret(greffier, [...smtp, 'password'], 'GREFFIER_SMTP_PASSWORD', env, warnings);
    secrets.smtpCa = await readAuthority(greffier, [...smtp, 'ca']);
  }
  return secrets;
}

function isSection(yaml: YamlFile, path: KeyPath): boolean {
  const value = valueAt(yaml.raw, path);
  return typeof value === 'object' && value !== null;
}

/**
 * The secret that the section at `path` points to, or undefined with a mistake noted.
 * @param variable - Where it is when the section is left out.
 */
async function readSecret(
  yaml: YamlFile,
  path: KeyPath,
  variable: string,
  env: Environment,
  warnings: string[],
): Promise<string | undefined> {
  const given = valueAt(yaml.raw, path);
  const source: { success: boolean; data?: SecretSource | undefined } =
    given === undefined ? { success: true, data: { env: variable } } : secretSource.safeParse(given);
  // A section that is not right is already noted by the check of the whole file.
  if (!source.success || !source.data) return undefined;
  const { env: name, file } = source.data;
  if (name !== undefined) {
    const value = env[name];
    if (value) return value;
    const read = value === undefined ? `no variable ${name} in the environment` : `an empty variable ${name}`;
    yaml.fault(path, 'a secret', { read });
    return undefined;
  }
  return file === undefined ? undefined : readSecretFile(yaml, [...path, 'file'], file, warnings);
}

/** The text of the file that the key at `path` names, or undefined with a mistake noted; PEM of an authority. */
async function readAuthority(yaml: YamlFile, path: KeyPath): Promise<string | undefined> {
  const file = valueAt(yaml.raw, path);
  if (typeof file !== 'string') return undefined;
  try {
    const text = await readFile(file, 'utf8');
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
    yaml.fault(path, 'a file with a certificate in PEM form');
  } catch (error) {
    yaml.fault(path, 'a file that can be read', { read: `${file}, ${fault(error)}` });
  }
  return undefined;
}

async function readSecretFile(
  yaml: YamlFile,
  path: KeyPath,
  file: string,
  warnings: string[],
): Promise<string | undefined> {
  try {
    const { mode } = await stat(file);
    if ((mode & 0o077) !== 0)
      warnings.push(
        `${file} holds a secret and others may read it (mode ${(mode & 0o777).toString(8)}): chmod 600 ${file}`,
      );
    // Editors end a file with a line end that is no part of the secret.
    const secret = (await readFile(file, 'utf8')).replace(/\r?\n$/, '');
    if (secret !== '') return secret;
    yaml.fault(path, 'a secret', { read: `an empty file ${file}` });
  } catch (error) {
    yaml.fault(path, 'a file that can be read', { read: `${file}, ${fault(error)}` });
  }
  return undefined;
}

function fault(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return faults[code] ?? `which cannot be read (${code})`;
}

const faults: Readonly<Record<string, string>> = {
  ENOENT: 'which is not there',
  EACCES: 'which this user may not read',
  EISDIR: 'which is a directory',
};
