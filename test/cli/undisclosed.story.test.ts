import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Clerk } from '../../src/clerk.ts';
import { registerShow } from '../../src/cli/register.ts';
import { stats } from '../../src/cli/stats.ts';
import { openJournal } from '../../src/io/journal.ts';
import { deux, newsletterCame, release, un } from '../dissemination/release.ts';
import { temporaryFolder } from '../fakes/folder.ts';
import { collectingLog } from '../fakes/log.ts';
import { FakeWorld, written } from '../world.ts';

// Until the deadline nobody learns who answered what: the command line tells no more than #statut.

/** What the command line prints of a request, as text and as JSON, and of all requests. */
async function printed({ journal }: FakeWorld, reference: string): Promise<string> {
  const folder = await temporaryFolder();
  const kept = await openJournal(join(folder, 'journal'), collectingLog().log);
  for (const entry of journal.entries) await kept.append(entry, kept.position);
  await kept.close();
  const out: string[] = [];
  const io = { out: (text: string) => void out.push(text), err: (text: string) => void out.push(text) };
  for (const json of [false, true]) await registerShow(reference, { data: folder, json }, io);
  await stats({ data: folder }, io);
  return out.join('\n');
}

const follow = async (clerk: Clerk) => {
  await clerk.followAgenda();
  await clerk.sendDue();
};

test('an interest stands on the command line once its digest is closed, and no sooner', async () => {
  const world = new FakeWorld();
  world.policy = { ...world.policy, partners: [un, deux] };
  const clerk = await world.open();
  await follow(clerk);
  const reference = await release(world, clerk);
  world.clock.pass(60_000);
  await clerk.tick('short');
  await clerk.sendDue();
  const text = 'Notre établissement souhaite participer.';
  await world.arrives(clerk, await written({ from: 'a@un.test', subject: `[${reference}] Intérêt`, text }));
  const before = await printed(world, reference);
  expect(before).toContain('aboateng@tgtu.example');
  expect(before).not.toMatch(/a@un\.test|Intérêt|interest-recorded|souhaite participer/);
  expect(before).toMatch(/Wanted by .*0|[Ii]nterest.* 0/);
  world.clock.pass(20 * 86_400_000);
  await newsletterCame(world);
  await clerk.takeWaiting();
  await follow(clerk);
  expect(await printed(world, reference)).toMatch(/a@un\.test[^\n]*Intérêt/);
});
