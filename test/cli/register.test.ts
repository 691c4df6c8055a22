import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { registerList, registerShow } from '../../src/cli/register.ts';
import { lock } from '../../src/io/lock.ts';
import { temporaryFolder } from '../fakes/folder.ts';
import { smallRecord } from '../fakes/record.ts';

function terminal() {
  const out: string[] = [];
  const err: string[] = [];
  return { out, err, io: { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) } };
}

describe('list', () => {
  test('one line a request, under headings', async () => {
    const { folder } = await smallRecord();
    const { out, err, io } = terminal();
    expect(await registerList({ data: folder }, io)).toBe(0);
    expect(out).toEqual([
      'REFERENCE       STATUS    TERM  RECEIVED    REQUESTER            SUBJECT',
      'INMQ-2026-0001  received  -     2026-11-23  Ministère des Mines  Centre des métiers de la mine',
      'INMQ-2027-0001  received  -     2026-11-23  Ministère des Mines  Centre des métiers de la mine',
    ]);
    expect(err).toEqual([]);
  });

  test('as JSON', async () => {
    const { folder } = await smallRecord();
    const { out, io } = terminal();
    expect(await registerList({ data: folder, json: true }, io)).toBe(0);
    expect(JSON.parse(out.join('\n'))).toMatchObject([
      { reference: 'INMQ-2026-0001', status: 'received', category: null, officer: null },
      { reference: 'INMQ-2027-0001', language: 'fr', requester: { address: 'k.amani@mines-ci.example' } },
    ]);
  });

  test('while the daemon holds the lock, and is in the middle of a line', async () => {
    const { folder } = await smallRecord();
    const held = await lock(folder);
    await writeFile(join(folder, 'journal', '2027-01.jsonl'), '{"seq":4,"at":', { flag: 'a' });
    const { out, io } = terminal();
    expect(await registerList({ data: folder }, io)).toBe(0);
    expect(out).toHaveLength(3);
    await held.release();
  });

  test('without the documents, from the journal alone', async () => {
    const { folder } = await smallRecord();
    await rm(join(folder, 'register'), { recursive: true });
    const { out, io } = terminal();
    expect(await registerList({ data: folder }, io)).toBe(0);
    expect(out).toHaveLength(3);
  });

  test('where there is no journal', async () => {
    const { err, io } = terminal();
    expect(await registerList({ data: await temporaryFolder() }, io)).toBe(1);
    expect(err[0]).toContain('There is no journal');
  });

  test('a journal that cannot be trusted', async () => {
    const { folder } = await smallRecord();
    await rm(join(folder, 'journal', '2027-01.jsonl'));
    const { err, io } = terminal();
    expect(await registerList({ data: folder }, io)).toBe(1);
    expect(err).toEqual([
      'cannot read the journal after entry 2: it ends at 1',
      '"greffier verify" checks the whole record.',
    ]);
  });
});

describe('show', () => {
  test('the whole life of a request', async () => {
    const { folder } = await smallRecord();
    const { out, io } = terminal();
    expect(await registerShow('[inmq-2026-0001]', { data: folder }, io)).toBe(0);
    const text = out.join('\n');
    expect(text).toMatch(/^INMQ-2026-0001\n {2}Status +received\n/);
    expect(text).toContain('Requester  Kouadio Amani <k.amani@mines-ci.example>, Ministère des Mines');
    expect(text).toMatch(/Findings\n {2}country {2}CI {2}- {2}domaine mines-ci\.example/);
    expect(text).toMatch(/Five points\n {2}needs +-\n/);
    expect(text).toMatch(/Mails\n {2}\S+ {2}k\.amani@mines-ci\.example {2}request .* archive\/\w\w\/\w{64}\.eml/);
    expect(text).toMatch(
      /Letters\n {2}\S+ {2}acknowledgement {2}k\.amani@mines-ci\.example {2}accepted {2}250 2\.0\.0 Ok/,
    );
    expect(text).toMatch(/History\n {2}2026-12-31T23:00:00\.000Z {2}greffier {2}registered$/);
  });

  test('what strangers wrote cannot steer the terminal', async () => {
    const { folder } = await smallRecord();
    const { out, io } = terminal();
    expect(await registerShow('INMQ-2027-0001', { data: folder }, io)).toBe(0);
    expect(out.join('\n')).toContain('Appelée ce matin. [31m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there.
    expect(out.join('\n')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
  });

  test('as JSON, with its mails and letters', async () => {
    const { folder } = await smallRecord();
    const { out, io } = terminal();
    expect(await registerShow('INMQ-2026-0001', { data: folder, json: true }, io)).toBe(0);
    expect(JSON.parse(out.join('\n'))).toMatchObject({
      request: { reference: 'INMQ-2026-0001' },
      mails: [{ disposition: 'request' }],
      letters: [{ id: 'letter-1', state: 'accepted' }],
      interest: [],
    });
  });

  test('a reference that is not there', async () => {
    const { folder } = await smallRecord();
    const { err, io } = terminal();
    expect(await registerShow('INMQ-2026-0099', { data: folder }, io)).toBe(1);
    expect(err[0]).toContain('no request INMQ-2026-0099');
  });
});
