import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buttonsIn, filled, type Pressed, press, pressedNow, refusalIn } from '../pressing.ts';
import { FakeWorld, written } from '../world.ts';

const ama = 'aboateng@tgtu.example';
const fivePoints = `1. Nature of the needs
Training of 12 instructors.
2. Expectations
A certificate.
3. Type of agreement sought
Service contract
4. Available resources
CAD 175 000, approved.
5. Preliminary timeline
May 2027, three weeks.
`;

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('press' as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'answers' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'asks' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'spam' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 12 }) }) },
);

test('no letter to staff offers what would be refused, whatever was done before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), fc.boolean(), async (steps, vouched) => {
      const world = new FakeWorld();
      const { authservId: _, ...alone } = world.policy;
      if (!vouched) world.policy = alone;
      const clerk = await world.open();
      let known: Pressed[] = [];
      let read = 0;
      const check = async () => {
        const fresh = world.postman.sent.slice(read);
        read = world.postman.sent.length;
        for (const { envelope, raw } of fresh) {
          if (!world.policy.staff.some(({ address }) => address === envelope.to)) continue;
          const buttons = buttonsIn(await world.read(raw), envelope.to);
          for (const button of buttons) {
            const sent = filled(button, world, clerk);
            const plan = pressedNow(world, clerk, sent);
            expect({ ...sent, refused: refusalIn(plan) }).toEqual({ ...sent, refused: undefined });
          }
          if (buttons.length > 0) known = buttons;
        }
      };
      await world.arrives(
        clerk,
        await written({ from: `Ama Boateng <${ama}>`, subject: 'Mine rescue', text: 'Training, please.' }),
      );
      await check();
      for (const [index, one] of steps.entries()) {
        world.clock.pass(60_000);
        if (one.kind === 'press') {
          const button = known[one.which % known.length];
          if (button) await press(world, clerk, filled(button, world, clerk));
        } else if (one.kind === 'answers') {
          const answers = (await world.lettersTo(ama)).at(-1);
          await world.arrives(
            clerk,
            await written({ from: ama, subject: `Re: ${index}`, text: fivePoints, ...(answers && { answers }) }),
          );
        } else if (one.kind === 'days') {
          world.clock.pass(one.days * 86_400_000);
          await clerk.followAgenda();
          await clerk.sendDue();
        } else
          await world.arrives(
            clerk,
            await written({
              from: `person${index}@else.example`,
              subject: `Matter ${index}`,
              text: `About matter ${index}.`,
              headers: one.kind === 'spam' ? { 'X-Spam-Flag': 'YES' } : {},
            }),
          );
        await check();
      }
    }),
    { numRuns: 8, seed: 20261123, endOnFailure: true },
  );
});
