import { expect, test } from 'vitest';
import { readAhead } from '../../src/io/read-ahead.ts';

/** A server that holds every mail but those, and counts its round trips. */
function server({ gone = [], broken = [] }: { gone?: number[]; broken?: number[] } = {}) {
  const asked: number[][] = [];
  const fetch = async (uids: readonly number[]) => {
    asked.push([...uids]);
    if (uids.some((uid) => broken.includes(uid))) throw new Error('cannot read a mail');
    return new Map(uids.filter((uid) => !gone.includes(uid)).map((uid) => [uid, Buffer.from(`mail ${uid}`)]));
  };
  return { asked, fetch };
}
const listing = (count: number, size = 1000) => Array.from({ length: count }, (_, i) => ({ uid: 10 + i, size }));

test('a hundred and twenty mails take three round trips', async () => {
  const { asked, fetch } = server();
  const read = readAhead(listing(120), fetch);
  for (let i = 0; i < 120; i++) expect(`${await read(10 + i)}`).toBe(`mail ${10 + i}`);
  expect(asked.map((uids) => uids.length)).toEqual([50, 50, 20]);
});

test('asked all at once, they take no more', async () => {
  const { asked, fetch } = server();
  const read = readAhead(listing(120), fetch);
  const raws = await Promise.all(listing(120).map(({ uid }) => read(uid)));
  expect(raws.map(String)).toEqual(listing(120).map(({ uid }) => `mail ${uid}`));
  expect(asked).toHaveLength(3);
});

test.each([
  [2 ** 20, [4, 4, 1]],
  [2 ** 22 + 1, [1, 1, 1, 1, 1, 1, 1, 1, 1]],
])('mails of %i bytes come in batches of %j', async (size, batches) => {
  const { asked, fetch } = server();
  const read = readAhead(listing(9, size), fetch);
  for (const { uid } of listing(9)) await read(uid);
  expect(asked.map((uids) => uids.length)).toEqual(batches);
});

test('those before the first one asked for are left alone', async () => {
  const { asked, fetch } = server();
  await readAhead(listing(5), fetch)(13);
  expect(asked).toEqual([[13, 14]]);
});

test('a mail that is gone is undefined, and its neighbours come', async () => {
  const { fetch } = server({ gone: [11] });
  const read = readAhead(listing(3), fetch);
  expect([await read(10), await read(11), await read(12)].map(String)).toEqual(['mail 10', 'undefined', 'mail 12']);
});

test('a mail that the server cannot read fails alone', async () => {
  const { fetch } = server({ broken: [11] });
  const read = readAhead(listing(3), fetch);
  expect(`${await read(10)}`).toBe('mail 10');
  await expect(read(11)).rejects.toThrow('cannot read a mail');
  expect(`${await read(12)}`).toBe('mail 12');
});

test('the same mail again is read again', async () => {
  const { fetch } = server();
  const read = readAhead(listing(2), fetch);
  expect([await read(10), await read(10)].map(String)).toEqual(['mail 10', 'mail 10']);
});
