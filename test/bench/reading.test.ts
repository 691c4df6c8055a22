import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { readMail } from '../../src/io/mime.ts';
import { triage } from '../../src/reception/triage.ts';
import { circle } from '../reception/circle.ts';
import { soundMails } from '../reception/sound-mails.ts';
import { median } from './figures.ts';

/** Real mails where they are at hand, else our own. */
const mails = corpus(process.env.GREFFIER_CORPUS) ?? Array.from({ length: 50 }, () => soundMails).flat();
const rounds = 5;

function corpus(folder: string | undefined): Buffer[] | undefined {
  if (!folder) return undefined;
  const rows = readFileSync(join(folder, 'mails', 'labels.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return rows.map((row) => readFileSync(join(folder, 'mails', (JSON.parse(row) as { file: string }).file)));
}

/** Both by turns in one run, so that what else runs on the machine slows both. */
test('reading and triage take at most twice what mailparser takes to parse the same mails', async () => {
  const perSecond: { parsed: number[]; triaged: number[] } = { parsed: [], triaged: [] };
  for (let round = 0; round <= rounds; round++) {
    const parsed = await rate((mail) => simpleParser(mail).catch(() => undefined));
    const triaged = await rate(async (mail) => triage(await readMail(mail), circle));
    // The first round compiles.
    if (round === 0) continue;
    perSecond.parsed.push(parsed);
    perSecond.triaged.push(triaged);
  }
  const figures = { parsed: median(perSecond.parsed), triaged: median(perSecond.triaged) };
  process.stdout.write(`mails a second, of ${mails.length}: ${JSON.stringify(figures)}\n`);
  expect(figures.triaged).toBeGreaterThan(figures.parsed / 2);
});

async function rate(read: (mail: Buffer) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (const mail of mails) await read(mail);
  return (mails.length / (performance.now() - start)) * 1000;
}
