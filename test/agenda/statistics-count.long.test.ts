import { expect, test } from 'vitest';
import { command, release } from '../dissemination/release.ts';
import { FakeWorld, written } from '../world.ts';
import { figuresOf } from './figures.ts';
import { countFrom } from './statistics-count.ts';

const [officer, approver] = ['mtremblay@greffier.test', 'dlavoie@greffier.test'];
const hour = 3_600_000;
/** Of telephones: they tell the country. */
const codes = ['225', '233', '51', '33', '976', '212'];
/** What an office does in some months; « # » stands for the request. */
const deeds: [who: string, line: string][] = [
  [officer, '# #prendre'],
  [officer, '# #catégorie court facile'],
  [officer, '# #catégorie long difficile'],
  [approver, '# #complet'],
  [approver, '# #diffuser'],
  [officer, '# #fermer hors mandat'],
  [officer, '# #fermer sans suite'],
  [officer, '# #rouvrir'],
  [officer, '# #indésirable'],
  [officer, '# #annuler'],
  [officer, '# #annuler'],
  [officer, '# #attente 2027-01-20'],
];

test('the figures are those that a count of the journal gives, whatever the office did and undid', async () => {
  const world = new FakeWorld();
  world.policy = { ...world.policy, ceilings: { perAddressPerDay: 10_000, perTextPerDay: 10_000, perHour: 100_000 } };
  const clerk = await world.open();
  world.clock.at = new Date('2026-11-23T15:00:00Z');
  let state = 11;
  const dice = (sides: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % sides;
  };
  for (let step = 0; step < 420; step++) {
    world.clock.pass((1 + dice(7)) * hour);
    await clerk.tick('short');
    await clerk.followAgenda();
    const known = [...clerk.register.requests.keys()];
    if (step % 7 === 0) {
      const telephone = `Tél. +${codes[dice(codes.length)]} 24 555 01 00`;
      const from = `Demandeur <d@mine-${step}.example>`;
      const subject = `Formation ${step}`;
      const text = dice(2)
        ? `Bonjour, nous cherchons la formation ${step}.\n\n${telephone}`
        : `Dear Sir, we need training ${step}.\n\n${telephone}`;
      if (dice(2)) await release(world, clerk, { from, subject, text });
      else await world.arrives(clerk, await written({ from, subject, text }));
      continue;
    }
    const reference = known[dice(known.length)] ?? '';
    const digest = clerk.register.digests.get(clerk.register.requests.get(reference)?.digest ?? '');
    if (digest && dice(2)) {
      const partner = world.policy.partners[dice(world.policy.partners.length)]?.contacts[0].address ?? '';
      const word = ['Intérêt', 'Question', 'Sans intérêt'][dice(3)];
      await world.arrives(
        clerk,
        await written({ from: partner, subject: `[${reference}] ${word}`, text: `Mot ${step}.` }),
      );
      continue;
    }
    const [who, line] = deeds[dice(deeds.length)] ?? [officer, '# #prendre'];
    await command(world, clerk, who, line.replace('#', `[${reference}]`));
  }
  const { entries } = world.journal;
  for (const year of [2026, 2027, undefined]) {
    const { byRequesterKind, byNeed, notDisseminated, year: _, ...figures } = figuresOf(clerk.register, year);
    expect(figures, `${year}`).toEqual(countFrom(entries, year));
  }
  // It was a season in which something of everything happened.
  const { byOutcome, noRequests, dissemination, stays } = figuresOf(clerk.register);
  expect(Object.keys({ ...byOutcome, ...noRequests }).length).toBeGreaterThan(2);
  expect(dissemination.digests).toBeGreaterThan(3);
  expect(Math.min(dissemination.interest, dissemination.noInterest)).toBeGreaterThan(0);
  expect(stays.complete.requests).toBeGreaterThan(3);
  expect(entries.flatMap(({ payload }) => payload?.events ?? []).some(({ kind }) => kind === 'command-undone')).toBe(
    true,
  );
});
