import { beforeEach, expect, test } from 'vitest';
import { desk, genuine, officer, opened } from '../correspondence.ts';
import { written } from '../world.ts';

const ama = 'ama@univ-a.example';
const salma = 'salma@ofm-ma.example';
const spam = { 'X-Spam-Flag': 'YES' };

beforeEach(async () => {
  await opened();
  await arrives(ama, 'Mine rescue', 'We look for training in mine rescue.');
  await arrives(salma, 'Visite', 'Nous souhaitons une visite.', spam);
  expect([request(1).status, request(2).status]).toEqual(['received', 'quarantined']);
});

async function arrives(from: string, subject: string, text: string, headers = {}): Promise<void> {
  desk.world.clock.pass(60_000);
  await desk.world.arrives(desk.clerk, await written({ from, subject, text, headers }));
}
const command = (subject: string) => arrives(officer, subject, '', genuine(officer));
const answer = async () => {
  const { text, html = '' } = await desk.world.lastLetterTo(officer);
  return { text: text.replace(/\s+/gu, ' '), html };
};
const request = (number: number) => {
  const found = desk.clerk.register.requests.get(`INMQ-2026-000${number}`);
  if (!found) throw new Error(`there is no request ${number}`);
  return found;
};

test.each([
  ['a sound request is not buried in one that nobody has looked at', '[INMQ-2026-0001] #fusionner 2'],
  ['a sender in quarantine gets no part in a sound request', '[INMQ-2026-0002] #fusionner 1'],
])('%s; the refusal says what to do first', async (_, subject) => {
  await command(subject);
  const { text } = await answer();
  expect(text).toContain('La demande INMQ-2026-0002 est en quarantaine : accueillez-la d’abord');
  expect(text).toContain('« [INMQ-2026-0002] #rouvrir »');
  expect([request(1).status, request(2).status]).toEqual(['received', 'quarantined']);
});

test('no button proposes that merge, though the two are alike', async () => {
  await arrives('kofi@univ-a.example', 'Mine rescue', 'We look for training in mine rescue.', spam);
  expect(request(3).findings).toContainEqual(expect.objectContaining({ kind: 'duplicate', value: 'INMQ-2026-0001' }));
  expect((await answer()).html).not.toContain('fusionner%20INMQ');
});

test('once it was welcomed it is merged as any other, and its sender answered in the file that stays', async () => {
  await command('[INMQ-2026-0002] #rouvrir');
  await command('[INMQ-2026-0002] #fusionner 1');
  expect(request(2).mergedInto).toBe('INMQ-2026-0001');
  expect(request(1).status).toBe('received');
});

test('two of the same sender in quarantine are put together, and stay there', async () => {
  await arrives(salma, 'Encore une visite', 'Nous souhaitons encore une visite.', spam);
  await command('[INMQ-2026-0003] #fusionner 2');
  expect([request(3).mergedInto, request(2).status]).toEqual(['INMQ-2026-0002', 'quarantined']);
});

test('two of different senders are not: the second would be welcomed with the first', async () => {
  await arrives('x@other.example', 'Visit', 'We look for a visit.', spam);
  await command('[INMQ-2026-0003] #fusionner 2');
  expect(request(3)).toMatchObject({ status: 'quarantined' });
  expect(request(3).mergedInto).toBeUndefined();
});
