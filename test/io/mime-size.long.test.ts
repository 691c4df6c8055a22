import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../src/io/mime.ts';

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

describe('a mail of 25 MB', () => {
  const line = `${'A'.repeat(76)}\r\n`;
  const raw = Buffer.concat([
    Buffer.from(
      'From: a@tgtu.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nBonjour.\r\n--b\r\nContent-Type: application/pdf; name=plan.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n',
    ),
    Buffer.alloc(line.length * 438_600, line),
    Buffer.from('--b--\r\n'),
  ]);

  test('is read without its attachment in memory, and lets others have their turn', async () => {
    let turns = 0;
    let most = 0;
    let reading = true;
    const collect = collector();
    collect();
    const before = process.memoryUsage().arrayBuffers;
    const turn = () => {
      turns += 1;
      // What is held counts, not what nobody has swept up yet.
      collect();
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      if (reading) setImmediate(turn);
    };
    turn();
    const { text, parts } = await readMail(raw);
    reading = false;
    expect(text).toBe('Bonjour.');
    expect(parts[1]).toMatchObject({ filename: 'plan.pdf', size: 438_600 * 57 });
    expect(turns).toBeGreaterThan(10);
    expect(most).toBeLessThan(5_000_000);
  });
});
