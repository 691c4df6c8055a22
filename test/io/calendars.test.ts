import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCalendars } from '../../src/io/calendars.ts';
import { collectingLog } from '../fakes/log.ts';

const everyMs = 60_000;
let at = Date.parse('2026-11-23T15:00:00Z');
let folder: string;
let server: Server;
let address: string;
let answer: { status: number; body: string };
let asked = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calendars-'));
  answer = { status: 200, body: 'http' };
  server = createServer((_request, response) => {
    asked += 1;
    response.writeHead(answer.status).end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (typeof bound !== 'object' || !bound) throw new Error('the server has no port');
  address = `http://127.0.0.1:${bound.port}/private-1f0c/basic.ics`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

function* lengthOf(source: string, now: Date) {
  yield;
  if (source === 'broken') throw new Error('cannot read it');
  return [{ start: now, end: new Date(now.getTime() + source.length) }];
}

const open = (places: string[], log = collectingLog().log, read = lengthOf) =>
  openCalendars({
    places,
    everyMs,
    log,
    clock: {
      now: () => new Date(at),
      elapsedMs: () => at,
      wait: async () => {},
    },
    read,
  });

test('what was not read yet is not known to be free', () => {
  expect(open([address]).busy()).toMatchObject({ times: [], unread: [{ why: 'not read yet' }] });
});

test('a file and an address are read together', async () => {
  const file = join(folder, 'host.ics');
  await writeFile(file, 'in a file');
  const calendars = open([file, address]);
  await calendars.refresh();
  expect(calendars.busy().unread).toEqual([]);
  expect(calendars.busy().times.map(({ start, end }) => end.getTime() - start.getTime())).toEqual([9, 4]);
});

test.each([
  ['the server refuses', () => Object.assign(answer, { status: 403 }), 'answered 403'],
  ['it is no calendar', () => Object.assign(answer, { body: 'broken' }), 'cannot read it'],
  ['nobody answers', () => server.closeAllConnections() ?? server.close(), 'fetch failed'],
])('when %s the last good reading is believed for a while, then nothing is', async (_what, fail, why) => {
  const calendars = open([address]);
  await calendars.refresh();
  fail();
  at += everyMs;
  await calendars.refresh();
  expect(calendars.busy()).toMatchObject({ times: [{}], unread: [] });
  at += 4 * everyMs;
  await calendars.refresh();
  const [trouble] = calendars.busy().unread;
  expect(trouble?.why).toContain(why);
  expect(trouble?.calendar).toMatch(/^127\.0\.0\.1:\d+$/);
});

test('others go on while a calendar is read', async () => {
  const file = join(folder, 'long.ics');
  await writeFile(file, 'long');
  let went = false;
  const calendars = open([file], collectingLog().log, function* () {
    setImmediate(() => {
      went = true;
    });
    for (const began = performance.now(); !went; yield)
      if (performance.now() - began > 5_000) throw new Error('nothing else went on');
    return [];
  });
  await calendars.refresh();
  expect(calendars.busy().unread).toEqual([]);
});

test('a private address is in no message', async () => {
  const log = collectingLog();
  const calendars = open([address, join(folder, 'missing.ics')], log.log);
  Object.assign(answer, { status: 500 });
  await calendars.refresh();
  const said = JSON.stringify([calendars.busy().unread, log]);
  expect(said).toContain('missing.ics');
  expect(said).not.toContain('private-1f0c');
});

test('it is read again and again until it is stopped', async () => {
  const stop = new AbortController();
  const calendars = open([address]);
  const before = asked;
  const running = calendars.run(stop.signal);
  await expect.poll(() => asked - before).toBeGreaterThan(2);
  stop.abort();
  await running;
});
