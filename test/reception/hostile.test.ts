import fc from 'fast-check';
import { expect, test } from 'vitest';
import { circle } from './circle.ts';
import { damaged } from './damage.ts';
import { asOneReading, readAndTriaged } from './reading.ts';
import { soundMails } from './sound-mails.ts';

test('damaged mail is triaged, whatever the damage', async () => {
  await fc.assert(
    fc.asyncProperty(damaged(soundMails), async (raw) => {
      expect((await readAndTriaged(raw, circle)).triage.why).toMatch(/./);
    }),
    { numRuns: 30 },
  );
});

test('damaged mail says the same with every kind of line end', async () => {
  await fc.assert(
    fc.asyncProperty(damaged(soundMails), (raw) => asOneReading(raw, circle)),
    { numRuns: 20 },
  );
});
