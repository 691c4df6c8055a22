/** What was listed of a mail; it never changes under one UIDVALIDITY. */
interface Listed {
  uid: number;
  size: number;
  receivedAt: string;
}

export interface Listing {
  /** By UID, what is in the inbox as far as this connection has seen. */
  listed: Map<number, Listed>;
  /** Only what is above is asked for: every mail up to it is known, or gone. */
  cursor: number;
}

/** What a server tells of a mail in one FETCH response. */
interface Row {
  uid: number;
  size?: number | undefined;
  internalDate?: Date | string | undefined;
}

/**
 * Takes in the answer to « UID FETCH cursor+1:* ». A row without a size or a date is news of the flags alone, which a
 * server may send at any time (RFC 9051, 7.5.2): where nothing more comes of that mail, the next listing asks for it again.
 * @returns how many mails it did not know.
 */
export async function takeIn(listing: Listing, rows: AsyncIterable<Row> | Iterable<Row>): Promise<number> {
  const { listed, cursor } = listing;
  const known = listed.size;
  const untold = new Set<number>();
  let highest = cursor;
  for await (const { uid, size, internalDate } of rows) {
    // `n:*` always holds the last mail, also when it is below n (RFC 9051, 9).
    if (uid <= cursor) continue;
    highest = Math.max(highest, uid);
    if (size !== undefined && internalDate !== undefined) {
      listed.set(uid, { uid, size, receivedAt: new Date(internalDate).toISOString() });
      untold.delete(uid);
    } else if (!listed.has(uid)) untold.add(uid);
  }
  listing.cursor = Math.min(highest, ...[...untold].map((uid) => uid - 1));
  return listed.size - known;
}
