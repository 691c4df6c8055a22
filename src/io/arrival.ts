import type { Logger } from 'pino';
import { glimpse } from '../mail/glimpse.ts';
import type { Mail } from '../mail/mail.ts';
import type { Cause } from '../model/plan.ts';
import type { FolderName } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Archive, Mailbox, WaitingMail } from '../ports.ts';

/** A mail on its way in: what it causes, and what it causes when that cannot be decided upon. */
export interface Arrival {
  source: string;
  cause: Cause;
  poison(error: unknown): Cause;
}

/** A mail that was dealt with, and where it belongs. */
export interface Filing {
  source: string;
  folder: FolderName;
}

/** Whether the record holds this very mail; in a mailbox that was made anew a name comes again with another mail. */
export function seenBefore({ source, size, receivedAt }: WaitingMail, { mails, mailBySource }: Register): boolean {
  const known = mails.get(mailBySource.get(source) ?? '');
  return known !== undefined && known.size === size && known.receivedAt === receivedAt;
}

/**
 * The raw bytes are in the archive, before anything else; then they are read.
 * @throws when the mailbox or the archive cannot be reached; never for what the mail holds.
 */
export async function arrive(
  { source, receivedAt, size, raw }: WaitingMail,
  { archive, read, log }: { archive: Archive; read(raw: Buffer): Promise<Mail>; log: Logger },
): Promise<Arrival> {
  const bytes = await raw().catch((error: unknown) => {
    if (error instanceof RangeError) return error;
    throw error;
  });
  // Too large to hold: the record says so in its place, and staff finds the mail in its folder.
  const tooLarge = bytes instanceof RangeError;
  const mail = await archive.keep(tooLarge ? Buffer.from(`${bytes.message}\n`) : bytes);
  const arrival = { id: `mail/${mail}`, receivedAt, source };
  const head = tooLarge ? { from: '', subject: '' } : glimpse(bytes);
  const poison = (error: unknown): Cause => ({ ...arrival, ...head, kind: 'poison', mail, size, error: String(error) });
  if (tooLarge) return { source, cause: poison(bytes.message), poison };
  try {
    return { source, cause: { ...arrival, kind: 'mail', mail: await read(bytes) }, poison };
  } catch (error) {
    log.error({ err: error, mail }, 'mail set aside');
    return { source, cause: poison(error), poison };
  }
}

/** A mail on record, from the archive; undefined where it cannot be read there. */
export async function readAgain(
  id: string,
  { archive, read, log }: { archive: Archive; read(raw: Buffer): Promise<Mail>; log: Logger },
): Promise<Mail | undefined> {
  try {
    return await read(await archive.fetch(id));
  } catch (error) {
    // What is to be done with it can be done unread.
    log.warn({ err: error, mail: id }, 'mail on record not read');
    return undefined;
  }
}

/** Moves mails to their folders, those of one folder together. */
export async function fileAll(
  mailbox: Mailbox,
  filings: readonly Filing[],
  folders: Record<FolderName, string>,
): Promise<void> {
  const byFolder = new Map<FolderName, string[]>();
  for (const { source, folder } of filings) byFolder.set(folder, [...(byFolder.get(folder) ?? []), source]);
  for (const [folder, sources] of byFolder) await mailbox.file(sources, folders[folder]);
}
