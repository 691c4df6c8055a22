import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attestation } from '../../src/cli/attestation.ts';
import { openJournal } from '../../src/io/journal.ts';
import { deux, release, un } from '../dissemination/release.ts';
import { temporaryFolder } from '../fakes/folder.ts';
import { collectingLog } from '../fakes/log.ts';
import { FakeWorld } from '../world.ts';

/** A digest went out to two institutions, of which one has no address that works; what is on disk is the record alone. */
async function disseminated() {
  const folder = await temporaryFolder();
  const world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, { ...deux, contacts: [deux.contacts[0]] }] };
  world.postman.answers.set('b@deux.test', { state: 'refused', response: '550 5.1.1 unknown' });
  const journal = await openJournal(join(folder, 'journal'), collectingLog().log);
  const clerk = await world.open({ journal });
  await clerk.followAgenda();
  const reference = await release(world, clerk);
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
  const { head } = clerk.register;
  await journal.close();
  const [id = ''] = clerk.register.digests.keys();
  const out: string[] = [];
  const io = { out: (text: string) => void out.push(text), err: (text: string) => void out.push(text) };
  return { folder, reference, id, head, world, out, io };
}

test('the attestation of a digest, by its id or by a request, in each form', async () => {
  const { folder, reference, id, head, out, io } = await disseminated();
  for (const named of [reference, `[${reference.toLowerCase()}]`, id])
    expect(await attestation(named, { data: folder }, io)).toBe(0);
  const [text = '', ...same] = out;
  expect(same).toEqual([text, text]);
  const flat = text.replace(/\s+/g, ' ');
  for (const said of ['Cégep Un', 'a@un.test', '250 taken', 'Cégep Deux', '550 5.1.1 unknown', head ?? 'no head'])
    expect(flat).toContain(said);
  // A server took it; whether anybody read it nobody knows.
  expect(flat).toMatch(/accepté/i);
  expect(flat).not.toMatch(/\breçue?s?\b/i);

  out.length = 0;
  expect(await attestation(reference, { data: folder, json: true }, io)).toBe(0);
  expect(JSON.parse(out[0] ?? '')).toMatchObject({ accepted: 1, failed: 1, pending: 0, recipients: [{}, {}] });

  const html = join(folder, 'attestation.html');
  expect(await attestation(reference, { data: folder, html }, io)).toBe(0);
  const page = await readFile(html, 'utf8');
  expect(page).toContain('lang="fr');
  expect(page).toContain('a@un.test');
  expect(page).toContain(head ?? 'no head');
});

test('a digest says on the wire whose list it is and how to leave it; a letter to the requester does not', async () => {
  const { world } = await disseminated();
  const headers = async (address: string) =>
    new Map((await world.lastLetterTo(address)).headers.map(({ name, value }) => [name, value]));
  const digest = await headers('a@un.test');
  expect(digest.get('list-id')).toBe('<bulletin.inm.example>');
  expect(digest.get('list-unsubscribe')).toMatch(/^<mailto:info@inm\.example\?subject=/);
  const acknowledgement = await headers('aboateng@tgtu.example');
  expect([acknowledgement.get('list-id'), acknowledgement.get('list-unsubscribe')]).toEqual([undefined, undefined]);
});
