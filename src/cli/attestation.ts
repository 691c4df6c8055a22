import { writeFile } from 'node:fs/promises';
import { loadHouse } from '../config.ts';
import { attest } from '../dissemination/attestation.ts';
import { attestationPage, attestationText } from '../dissemination/attestation-page.ts';
import { network } from '../model/network.ts';
import type { Register } from '../model/register.ts';
import type { RecordOptions } from './data-directory.ts';
import type { Output } from './output.ts';
import { readRegister } from './record.ts';

interface AttestationOptions extends RecordOptions {
  json?: boolean | undefined;
  /** A file to write the page to. */
  html?: string | undefined;
}

/**
 * Prints the attestation of a digest, named by its id or by a request that it carried; 1 when there is none. The names of
 * the institutions and the time zone are those of the configuration, when there is one.
 */
export async function attestation(named: string, options: AttestationOptions, io: Output): Promise<number> {
  const register = await readRegister(options, io);
  if (typeof register === 'number') return register;
  const reference = named
    .trim()
    .replace(/^\[|\]$/g, '')
    .toUpperCase();
  const id = register.digests.has(named) ? named : register.requests.get(reference)?.digest;
  const digest = id === undefined ? undefined : register.digests.get(id);
  if (!digest || id === undefined) {
    const known = [...register.digests.keys()].slice(-5);
    io.err(`No digest carried ${named}.${known.length > 0 ? ` The last digests: ${known.join(', ')}` : ''}`);
    return 1;
  }
  const { names, timeZone } = await household(register, options);
  const attested = attest(id, digest, register, names);
  if (options.html !== undefined) {
    await writeFile(options.html, attestationPage(attested, timeZone));
    io.out(options.html);
  } else io.out(options.json ? JSON.stringify(attested, null, 2) : attestationText(attested, timeZone));
  return 0;
}

async function household(
  register: Register,
  options: RecordOptions,
): Promise<{ names: Map<string, string>; timeZone: string }> {
  const nothing = { names: new Map<string, string>(), timeZone: 'UTC' };
  if (options.data !== undefined) return nothing;
  const loaded = await loadHouse({ directory: options.config, env: process.env });
  // The record speaks for itself: a configuration that cannot be loaded here costs the time zone, and newer names.
  if ('mistakes' in loaded) return nothing;
  const { policy } = loaded.config;
  return { names: new Map(network(register, policy).map(({ id, name }) => [id, name])), timeZone: policy.timeZone };
}
