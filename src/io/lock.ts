import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, readlink, stat, unlink, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { makeDirectory, writeWhole } from './files.ts';
import { ignoreMissing } from './missing.ts';

/** How often a holder shows that it lives, to those who cannot see its process. */
const beatMs = 1_000;
/** How long takers that meet each other wait for one of them to win. */
const patienceMs = 5_000;

const claimSchema = z.object({
  pid: z.number(),
  host: z.string(),
  since: z.string(),
  /** False while its owner still looks whether it is alone. */
  held: z.boolean(),
  /** Clock ticks between the start of the machine and that of the process (proc(5), stat, 22). */
  started: z.string().optional(),
  /** The lock's folder itself: in a copy of the directory the claim means nothing. */
  place: z.string().optional(),
  /** The boot and the process namespace in which `pid` means something. */
  world: z.string().optional(),
});
type Claim = z.infer<typeof claimSchema>;

/**
 * Makes this process the only writer in the directory, until release or its end, however it ends.
 *
 * Each taker first puts up a claim of its own, then looks at the others': of two takers at least one sees the other, so
 * they never both win. Claims have names of their own, so removing that of a dead process cannot hit a living one.
 * @param silenceMs - How long a holder whose process cannot be seen from here (another container or machine) may show no
 *   sign of life before its claim is taken for dead; much longer than an event loop is ever busy.
 * @throws if another process holds it; the message names process and host.
 */
export async function lock(directory: string, silenceMs = 15_000): Promise<{ release(): Promise<void> }> {
  const folder = join(directory, 'lock');
  await makeDirectory(folder);
  const mine = `${randomUUID()}.json`;
  const path = join(folder, mine);
  const place = await placeOf(folder);
  const claim = { ...(await self()), place, since: new Date().toISOString() };
  const put = (held: boolean) => writeWhole(path, `${JSON.stringify({ ...claim, held } satisfies Claim)}\n`);
  // From the first moment on: takers in other containers know each other by nothing else.
  const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), beatMs);
  beat.unref();
  await put(false);
  let standing = true;
  try {
    const patientUntil = Date.now() + patienceMs;
    for (;;) {
      const others = await livingClaims(folder, mine, silenceMs);
      const [first] = others;
      // Its own claim may be gone: taken for dead while this process was stopped.
      if (!first && standing && (await touched(path)) !== undefined) break;
      const settled = others.find(({ claim: other }) => other !== 'unreadable' && other.held);
      const blocker = settled ?? (Date.now() > patientUntil ? first : undefined);
      if (blocker) throw new Error(refusal(directory, blocker.claim));
      // The taker whose name is first stands; the others step back, so that one of them gets through.
      if (standing && first && first.name < mine) {
        await unlink(path).catch(ignoreMissing);
        standing = false;
      } else if (!first) {
        await put(false);
        standing = true;
        continue;
      }
      await pause(20 + Math.random() * 60);
    }
    await put(true);
  } catch (error) {
    clearInterval(beat);
    await unlink(path).catch(ignoreMissing);
    throw error;
  }
  return {
    async release() {
      clearInterval(beat);
      await unlink(path).catch(ignoreMissing);
    },
  };
}

/** Who holds the lock, in words, or undefined when it is free; looks only. */
export async function holder(directory: string): Promise<string | undefined> {
  const folder = join(directory, 'lock');
  const names = await readdir(folder).catch(ignoreMissing);
  for (const name of claimNames(names ?? [])) {
    const claim = await readClaim(join(folder, name));
    if (claim && claim !== 'unreadable' && (await lives(claim)) !== false) return describe(claim);
  }
  return undefined;
}

function refusal(directory: string, claim: Claim | 'unreadable'): string {
  const who = claim === 'unreadable' ? 'somebody' : describe(claim);
  return `cannot lock ${directory}: ${who} holds it; one daemon at a time may write there`;
}

function describe({ pid, host, since }: Claim): string {
  return `process ${pid} on ${host}, since ${since},`;
}

/** Claims of others that live; those of the dead are removed on the way. */
async function livingClaims(
  folder: string,
  mine: string,
  silenceMs: number,
): Promise<{ name: string; claim: Claim | 'unreadable' }[]> {
  const living: { name: string; claim: Claim | 'unreadable' }[] = [];
  const here = await placeOf(folder);
  for (const name of claimNames(await readdir(folder))) {
    if (name === mine) continue;
    const path = join(folder, name);
    const claim = await readClaim(path);
    if (claim === undefined) continue;
    const copied = claim !== 'unreadable' && claim.place !== undefined && claim.place !== here;
    const known = copied ? false : claim === 'unreadable' ? undefined : await lives(claim);
    if (known ?? (await beats(path, silenceMs))) living.push({ name, claim });
    else await unlink(path).catch(ignoreMissing);
  }
  return living;
}

/** The inode alone: device numbers differ between the machines and containers that share a volume. */
async function placeOf(folder: string): Promise<string> {
  const { ino } = await stat(folder, { bigint: true });
  return String(ino);
}

function claimNames(names: readonly string[]): string[] {
  return names.filter((name) => name.endsWith('.json')).sort();
}

/** Undefined when it was withdrawn meanwhile; a power cut may leave one without content. */
async function readClaim(path: string): Promise<Claim | 'unreadable' | undefined> {
  const text = await readFile(path, 'utf8').catch(ignoreMissing);
  if (text === undefined) return undefined;
  try {
    return claimSchema.parse(JSON.parse(text));
  } catch {
    return 'unreadable';
  }
}

/** Whether the process that claims runs; undefined when it cannot be seen from here: another machine or container. */
async function lives(claim: Claim): Promise<boolean | undefined> {
  const here = await self();
  if (claim.host !== here.host && claim.world === undefined) return undefined;
  if (claim.world !== here.world) return undefined;
  // Its number may belong to another process by now; the start time tells.
  if (claim.started !== undefined) return (await startOf(claim.pid)) === claim.started;
  try {
    process.kill(claim.pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Whether the claim is touched within the silence that is allowed; compares no clocks. */
async function beats(path: string, silenceMs: number): Promise<boolean> {
  const before = await touched(path);
  for (let waitedMs = 0; waitedMs < silenceMs; waitedMs += beatMs) {
    await pause(beatMs);
    const now = await touched(path);
    if (now === undefined) return false;
    if (now !== before) return true;
  }
  return false;
}

/** Opened anew each time, so that a network file system does not answer from its cache. */
async function touched(path: string): Promise<number | undefined> {
  const file = await open(path, 'r').catch(ignoreMissing);
  if (!file) return undefined;
  try {
    return (await file.stat()).mtimeMs;
  } finally {
    await file.close();
  }
}

async function self(): Promise<Omit<Claim, 'since' | 'held'>> {
  const started = await startOf(process.pid);
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => undefined);
  const namespace = await readlink('/proc/self/ns/pid').catch(() => undefined);
  const world = boot && namespace ? `${boot.trim()} ${namespace}` : undefined;
  return { pid: process.pid, host: hostname(), ...(started && { started }), ...(world && { world }) };
}

/** Start time of a process that runs; undefined when there is none, when it only waits to be reaped, or without /proc. */
async function startOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name in brackets may hold anything, brackets too (proc(5)).
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields && !['Z', 'X'].includes(fields[0] ?? '') ? fields[19] : undefined;
}
