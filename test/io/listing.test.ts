import { describe, expect, test } from 'vitest';
import { type Listing, takeIn } from '../../src/io/listing.ts';

const internalDate = new Date('2026-11-20T14:00:00Z');
const whole = (uid: number) => ({ uid, size: 100, internalDate });
const flagsOnly = (uid: number) => ({ uid });
const empty = (): Listing => ({ listed: new Map(), cursor: 0 });
/** What a server answers to « UID FETCH cursor+1:* » when it says all. */
const answer = ({ cursor }: Listing, uids: readonly number[]) => uids.filter((uid) => uid > cursor).map(whole);

describe('a listing of the inbox', () => {
  test('asks next for what is above all that it was told', async () => {
    const listing = empty();
    expect(await takeIn(listing, [whole(3), whole(7)])).toBe(2);
    expect([...listing.listed.keys()]).toEqual([3, 7]);
    expect(listing.cursor).toBe(7);
  });

  test('does not count the last mail again, which `n:*` always holds', async () => {
    const listing = empty();
    await takeIn(listing, [whole(7)]);
    expect(await takeIn(listing, [whole(7)])).toBe(0);
  });

  test('misses no mail of which only the flags were told, though later ones were', async () => {
    const listing = empty();
    expect(await takeIn(listing, [whole(3), flagsOnly(4), whole(5)])).toBe(2);
    expect(await takeIn(listing, answer(listing, [3, 4, 5]))).toBe(1);
    expect([...listing.listed.keys()].sort()).toEqual([3, 4, 5]);
    expect(listing.cursor).toBe(5);
  });

  test.each([
    ['before', [flagsOnly(4), whole(4), whole(5)]],
    ['after', [whole(4), flagsOnly(4), whole(5)]],
  ])('takes news of the flags %s the mail for what it is', async (_, rows) => {
    const listing = empty();
    expect(await takeIn(listing, rows)).toBe(2);
    expect(listing.cursor).toBe(5);
  });

  test('goes on when a mail of which only the flags were told is gone', async () => {
    const listing = empty();
    await takeIn(listing, [whole(3), flagsOnly(4), whole(5)]);
    expect(await takeIn(listing, answer(listing, [3, 5]))).toBe(0);
    expect(listing.cursor).toBe(5);
  });
});
