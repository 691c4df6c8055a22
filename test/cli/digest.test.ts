import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attestation } from '../../src/cli/attestation.ts';
import { digestPreview } from '../../src/cli/digest.ts';
import { hashNotice } from '../../src/dissemination/notice.ts';
import { openJournal } from '../../src/io/journal.ts';
import { seal } from '../../src/model/chain.ts';
import type { Notice } from '../../src/model/request.ts';
import { house, secrets, write } from '../configuration.ts';
import { payload, registration } from '../fakes/entries.ts';
import { collectingLog } from '../fakes/log.ts';
import { smallRecord } from '../fakes/record.ts';

const notice: Notice = {
  reference: 'INMQ-2026-0001',
  organisation: 'Ministère des Mines',
  country: 'CI',
  category: 'short',
  points: { needs: 'formation', expectations: 'x', agreementType: 'x', resources: 'x', timeline: 'x' },
};

/** A configuration whose record holds one released notice. */
async function released(more: readonly Notice[] = []) {
  const { folder, register } = await smallRecord();
  const journal = await openJournal(join(folder, 'journal'), collectingLog().log);
  const events = [notice, ...more].flatMap((one) => [
    ...(one === notice ? [] : registration(one.reference, createHash('sha256').update(one.reference).digest('hex'))),
    { kind: 'released' as const, reference: one.reference, notice: one, hash: hashNotice(one) },
  ]);
  const entry = seal(payload('mail/3', events, []), '2027-01-02T10:00:00.000Z', {
    seq: register.position,
    hash: register.head,
  });
  await journal.append(entry, register.position);
  await journal.close();
  await write(folder, { greffier: { ...house, more: `dataDirectory: ${folder}` } });
  Object.assign(process.env, secrets);
  const out: string[] = [];
  const io = { out: (text: string) => void out.push(text), err: (text: string) => void out.push(text) };
  return { folder, out, io };
}

test('the preview shows what would go out and to whom, and changes nothing', async () => {
  const { folder, out, io } = await released();
  const file = join(folder, 'journal', '2027-01.jsonl');
  const before = await readFile(file, 'utf8');
  expect(await digestPreview({ config: folder }, io)).toBe(0);
  expect(out[0]).toMatch(/^== short: to 1 partners, due \d{4}-\d\d-\d\d 09:00 \(America\/Toronto\)/);
  expect(out[0]).toContain('Ministère des Mines (Côte d’Ivoire)');
  expect(out[1]).toContain('cfp  CFP Boréal  Luc Gagnon <lg@cfp.example>');
  const html = join(folder, 'preview.html');
  expect(await digestPreview({ config: folder, category: 'short', html }, io)).toBe(0);
  expect(await readFile(html, 'utf8')).toContain('class="piece"');
  expect(await readFile(file, 'utf8')).toBe(before);
});

test('of several digests each has its page', async () => {
  const soon = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);
  const { folder, out, io } = await released([{ ...notice, reference: 'INMQ-2026-0107', deadline: soon }]);
  const html = join(folder, 'preview.html');
  expect(await digestPreview({ config: folder, category: 'short', html }, io)).toBe(0);
  expect(out).toEqual([join(folder, 'preview-1.html'), join(folder, 'preview-2.html')]);
  const pages = await Promise.all(out.map((file) => readFile(file, 'utf8')));
  expect(pages.map((page) => page.includes('INMQ-2026-0107'))).toEqual([false, true]);
});

test('of a category with nothing, or of none that exists', async () => {
  const { folder, out, io } = await released();
  expect(await digestPreview({ config: folder, category: 'long' }, io)).toBe(0);
  expect(out[0]).toContain('Nothing is released');
  expect(await digestPreview({ config: folder, category: 'Court' }, io)).toBe(0);
  expect(await digestPreview({ config: folder, category: 'soon' }, io)).toBe(2);
});

test('there is no attestation of what did not go out', async () => {
  const { folder, out, io } = await released();
  expect(await attestation('INMQ-2026-0001', { data: folder }, io)).toBe(1);
  expect(out[0]).toContain('No digest carried INMQ-2026-0001');
});
