import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/commands/command.ts';
import { findCommand, readSubject } from '../../src/commands/grammar.ts';
import { commands } from '../../src/commands/index.ts';
import { decide } from '../../src/decide.ts';
import { applyEvents } from '../../src/model/apply.ts';
import type { Button } from '../../src/model/letter-parts.ts';
import type { Plan } from '../../src/model/plan.ts';
import { emptyRegister, type Register } from '../../src/model/register.ts';
import { type Status, statuses } from '../../src/model/request.ts';
import { statusNames } from '../../src/model/wording.ts';
import { mailOf } from '../mail/make.ts';
import { FakeWorld } from '../world.ts';

const { policy } = new FakeWorld();
const now = new Date('2026-11-23T15:00:00.000Z');
const [person] = policy.staff;
if (!person) throw new Error('there is no staff');
const reference = 'INMQ-2026-0001';

/** What the clerk would do about a mail; nothing is changed. */
function decided(register: Register, mail: Parameters<typeof mailOf>[0]): Plan {
  const cause = {
    kind: 'mail' as const,
    id: 'mail',
    receivedAt: now.toISOString(),
    source: 'INBOX',
    mail: mailOf(mail),
  };
  return decide(cause, register, policy, now);
}

const commanded = (register: Register, subject: string, text = '') =>
  decided(register, {
    from: person.address,
    subject,
    text,
    headers: { 'Authentication-Results': 'mx.inm.example; dmarc=pass header.from=greffier.test' },
  });

/** A register with one request, which has come to that status. */
function registerAt(status: Status): Register {
  const register = emptyRegister();
  const headers = status === 'quarantined' ? { 'X-Spam-Flag': 'YES' } : {};
  const { events, author } = decided(register, { subject: 'Mine rescue', text: 'We look for training.', headers });
  applyEvents(register, events, { at: now.toISOString(), author, seq: 1 });
  const moved =
    status === 'quarantined' || status === 'received'
      ? []
      : [{ kind: 'status-changed' as const, reference, status, why: 'test' }];
  applyEvents(register, moved, { at: now.toISOString(), author, seq: 2 });
  expect(register.requests.get(reference)?.status).toBe(status);
  return register;
}

function refusal(plan: Plan): { why: string; buttons: readonly Button[] } | undefined {
  const [letter] = plan.letters;
  return letter?.name === 'command-refused' ? letter.data : undefined;
}

function commandOf({ command }: Button): Command {
  const [line] = readSubject(`[${command?.reference}] ${command?.line}`, policy.referencePrefix).lines;
  const found = findCommand(line?.verb ?? '', commands);
  if (!('command' in found)) throw new Error(`${command?.line} is no command`);
  return found.command;
}

/** What a refusal names where nothing else goes on before it is done. */
const waysOn: Partial<Record<Status, string[]>> = {
  quarantined: ['rouvrir', 'indésirable'],
  dormant: ['rouvrir'],
  closed: ['rouvrir'],
};

const verbs = commands.filter((command) => command.statuses !== undefined);

describe.each(statuses)('in the status %s', (status) => {
  const register = registerAt(status);
  const possible = verbs.filter((command) => command.statuses?.includes(status));
  const impossible = verbs.filter((command) => !command.statuses?.includes(status));

  test.each(impossible.map((command) => [command.names[0], command] as const))(
    '#%s is refused, and the moves that are legal are offered',
    (name, { usage }) => {
      const plan = commanded(register, `[${reference}] ${usage}`, 'Motif.');
      const { why, buttons } = refusal(plan) ?? { why: '', buttons: [] };
      expect(plan.events.filter(({ kind }) => kind !== 'mail-received').map(({ kind }) => kind)).toEqual([
        'command-refused',
      ]);
      expect(why).toContain(name);
      expect(why).toContain(statusNames[status]);
      const named = [...why.matchAll(/#([\p{L}-]+)/gu)].map(([, verb = '']) => verb).filter((verb) => verb !== name);
      expect(possible.flatMap(({ names }) => names)).toEqual(expect.arrayContaining(named));
      expect(named).toEqual(waysOn[status] ?? (name === 'catégorie' ? ['rectifier'] : []));
      const offered = [...new Set(buttons.map((button) => commandOf(button)))].filter((command) => command.statuses);
      // Of those that the status allows, some want more than the status: what is missing, or a role.
      expect(possible).toEqual(expect.arrayContaining(offered));
      for (const { names, obstacle, forms } of possible) {
        const position = { request: register.requests.get(reference), register, policy, now, person };
        if (obstacle(position) !== undefined) continue;
        const open = forms(position).some((form) => form.open);
        if (open) expect(offered.map((command) => command.names[0])).toContain(names[0]);
      }
    },
  );

  test('what is offered is obeyed', () => {
    const { buttons } = refusal(commanded(register, `[${reference}] #attente jamais`)) ?? { buttons: [] };
    expect(buttons.length).toBeGreaterThan(3);
    for (const { command, label } of buttons) {
      if (!command || command.open) continue;
      const plan = commanded(register, `[${command.reference}] ${command.line}`, command.body);
      expect({ label, refused: refusal(plan)?.why }).toEqual({ label, refused: undefined });
    }
  });
});
