interface Listed {
  uid: number;
  size: number;
}

type Fetch = (uids: readonly number[]) => Promise<Map<number, Buffer>>;

/** Enough to make up for the way to a distant server, little enough to hold. */
const batchMails = 50;
const batchBytes = 4 * 2 ** 20;

/**
 * Mails of a listing are asked for one after another, so those that follow come along, 50 or 4 MiB at most at a time.
 * The function that it returns gives undefined for a mail that is not there.
 * @param fetch - Brings mails by UID, in one round trip; those that are not there are left out.
 */
export function readAhead(listed: readonly Listed[], fetch: Fetch): (uid: number) => Promise<Buffer | undefined> {
  const places = new Map(listed.map(({ uid }, place) => [uid, place]));
  let expected = new Set<number>();
  let batch: Promise<Map<number, Buffer>> = Promise.resolve(new Map());

  return async (uid) => {
    if (!expected.has(uid)) {
      const uids = batchFrom(listed, places.get(uid) ?? listed.length);
      expected = new Set(uids);
      batch = fetch(uids);
    }
    expected.delete(uid);
    // One mail that the server cannot read must not keep back those beside it.
    const mails = await batch.catch(() => new Map<number, Buffer>());
    const raw = mails.get(uid);
    mails.delete(uid);
    return raw ?? (await fetch([uid])).get(uid);
  };
}

function batchFrom(listed: readonly Listed[], start: number): number[] {
  const uids: number[] = [];
  let bytes = 0;
  for (const { uid, size } of listed.slice(start, start + batchMails)) {
    bytes += size;
    if (uids.length > 0 && bytes > batchBytes) break;
    uids.push(uid);
  }
  return uids;
}
