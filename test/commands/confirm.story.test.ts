import { beforeEach, expect, test } from 'vitest';
import { approver, desk, genuine, last, officer, opened, request } from '../correspondence.ts';
import { written } from '../world.ts';
import { codeOf, events } from './attacker.ts';

const [first, second] = ['INMQ-2026-0001', 'INMQ-2026-0002'];
const linesRun = () => events().flatMap((event) => (event.kind === 'command-run' ? [event.line] : []));

beforeEach(async () => {
  await opened();
  await desk.world.arrives(desk.clerk, await written(request));
  await desk.world.arrives(
    desk.clerk,
    await written({ from: 'kofi@other.example', subject: 'Relaves', text: 'Bonjour.' }),
  );
});

test.each([
  [officer, '#fermer doublon INMQ-2026-0002', { 'Authentication-Results': 'mx.inm.example; spf=pass' }],
  [approver, '#partenaire cfp-boreal retirer fusion, voir INMQ-2026-0002', genuine(approver)],
  [approver, '#partenaire cfp-boreal retirer « fusion » (voir [INMQ-2026-0002])', genuine(approver)],
])('the code that %s gets for %s confirms that, word for word', async (from, line, headers) => {
  const send = async (subject: string) =>
    desk.world.arrives(desk.clerk, await written({ from, subject, text: '', headers }));
  const before = structuredClone(desk.clerk.register.requests.get(second));
  await send(`[${first}] ${line}`);
  expect(linesRun()).toEqual([]);
  await send(`[${first}] #confirmer ${await codeOf(from)}`);
  expect((await last(from)).subject).toContain('C’est fait');
  expect(linesRun()).toEqual([line]);
  expect(desk.clerk.register.requests.get(second)).toEqual(before);
});
