import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Request } from '../../src/model/request.ts';
import { ama, approver, desk, fivePoints, genuine, officer, openedUnder, reply, request } from '../correspondence.ts';
import { written } from '../world.ts';

/** What staff may write, each as it is meant to be, and what goes into the body. */
const meant: readonly Given[] = [
  ['#prendre'],
  ['#note', 'Appelée ce matin.'],
  ['#clarifier', fivePoints],
  ['#compte-rendu', fivePoints],
  ['#catégorie court terme, budget voté'],
  ['#catégorie long terme, rien ne presse'],
  ['#complet'],
  ['#attente 2027-01-15'],
  ['#attente fin'],
  ['#diffuser'],
  ['#diffuser sans bon'],
  ['#rectifier', 'Organisation : Université de technologie de Tarkwa\n'],
  ['#rectifier', 'Catégorie : long terme, motif'],
  ['#addenda', 'Question : Où?\nRéponse : À Tarkwa.'],
  ['#rencontre'],
  ['#rencontre confirmer 2026-12-22 10 h'],
  ['#rencontre reporter 2026-12-23 10 h'],
  ['#rencontre annuler'],
  ['#indésirable'],
  ['#rouvrir'],
  ['#fermer retirée'],
  ['#fermer doublon'],
  ['#fusionner 2026-0001'],
  ['#fusionner 2026-0002'],
  ['#scinder 2'],
  ['#scinder 3'],
  ['#annuler'],
  ['#pause'],
  ['#reprendre'],
];
const words = [
  '',
  'oui',
  '99',
  '<script>',
  '{{x}}',
  '=1+1',
  '((',
  'INMQ-2026-0002',
  'x@y.example',
  'p01 adresse x@y.example',
];
const verbs = meant
  .map(([line]) => line.split(' ')[0] ?? '')
  .concat('#partenaire', '#transfert', '#bulletin', '#liste');

type Given = readonly [line: string, body?: string];
type Step =
  | { kind: 'command'; who: string; about: string; given: Given }
  | { kind: 'code'; who: string }
  | { kind: 'answer'; text: string }
  | { kind: 'days'; days: number };

const who = fc.constantFrom(officer, approver);
const about = fc.constantFrom('[INMQ-2026-0001] ', '[INMQ-2026-0001] ', '[INMQ-2026-0002] ', '');
const given: fc.Arbitrary<Given> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...meant) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...verbs), fc.constantFrom(...words)).map(([a, b]) => [`${a} ${b}`] as const),
  },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('command' as const), who, about, given }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('code' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      text: fc.constantFrom(fivePoints, 'Oui', 'Slot 1', 'Slot 4'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 40 }) }) },
);

const orders = (...given: Given): Step => ({ kind: 'command', who: approver, about: '[INMQ-2026-0001] ', given });
const answers = (text: string): Step => ({ kind: 'answer', text });
const code: Step = { kind: 'code', who: approver };
const whole = [answers(fivePoints), orders('#catégorie court terme, budget voté'), orders('#complet')];
/** Ways that once led to what may not be. */
const ways: [Step[], approved: boolean][] = [
  [[orders('#attente 2027-01-15'), orders('#fermer retirée')], false],
  [[orders('#attente 2027-01-15'), orders('#fusionner 2026-0002')], false],
  [[orders('#fermer retirée'), answers('Slot 1')], false],
  [[...whole, orders('#scinder 2')], false],
  [[...whole, orders('#diffuser'), code, orders('#fermer retirée'), answers('Oui')], true],
  [[...whole, orders('#diffuser'), code, orders('#scinder 2')], true],
];

async function arrives(from: string, subject: string, text: string): Promise<void> {
  await desk.world.arrives(desk.clerk, await written({ from, subject, text, headers: genuine(from) }));
}

/** Confirms the last thing that the person was asked to confirm. */
async function confirm(person: string): Promise<void> {
  const asked = (await desk.world.lettersTo(person)).findLast(({ subject }) => subject.includes('À confirmer'));
  const [line] = /#confirmer [0-9A-Z]{10}/.exec(asked?.text ?? '') ?? [];
  if (line) await arrives(person, `${/\[INMQ-[\d-]+\] /.exec(asked?.subject ?? '')?.[0] ?? ''}${line}`, '');
}

/** What no request may be, whatever was done. */
function contradictions(known: Request, now: Date): string[] {
  const { status, outcome, points, category, meeting, held, chosen, notice, approval, mergedInto } = known;
  const closed = status === 'closed';
  const whole = status === 'complete' || status === 'disseminated';
  const rows: readonly [boolean, string][] = [
    [whole && (Object.keys(points).length < 5 || !category), 'is complete and lacks something'],
    [closed !== (outcome !== undefined), 'has an outcome and is open, or none and is closed'],
    [closed && meeting !== undefined && Date.parse(meeting.end) > now.getTime(), 'is closed before its meeting'],
    [closed && held !== undefined, 'is closed and waits'],
    [approval !== undefined && status !== 'complete', 'is not complete, and its text is to be approved'],
    [notice !== undefined && !whole && !closed, 'is not complete any more, and its notice is released'],
    [mergedInto !== undefined && (!closed || chosen !== undefined), 'goes on though it was merged'],
  ];
  return rows.flatMap(([is, what]) => (is ? [`${known.reference} ${what}`] : []));
}

test('whatever staff orders, requests stay whole, no mail is beyond reading, and a new start knows the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), fc.boolean(), async (steps, approved) => {
      await openedUnder((policy) => (approved ? { ...policy, approval: { days: 5, past: 'ask' } } : policy));
      const { world, clerk } = desk;
      await world.arrives(clerk, await written(request));
      await arrives('kofi@else.example', 'Drilling', 'A course, please.');
      for (const one of steps) {
        world.clock.pass(60_000);
        if (one.kind === 'command') await arrives(one.who, `${one.about}${one.given[0]}`, one.given[1] ?? '');
        else if (one.kind === 'code') await confirm(one.who);
        else if (one.kind === 'answer') await world.arrives(clerk, await reply(ama, one.text));
        else {
          world.clock.pass(one.days * 86_400_000);
          await clerk.followAgenda();
          await clerk.tick('short');
          await clerk.sendDue();
        }
        const now = world.clock.now();
        expect([...clerk.register.requests.values()].flatMap((known) => contradictions(known, now))).toEqual([]);
        expect([...clerk.register.mails.values()].filter(({ disposition }) => disposition === 'poison')).toEqual([]);
      }
      expect((await world.open()).register).toEqual(clerk.register);
    }),
    { examples: ways, numRuns: ways.length + 15, seed: 20261123 },
  );
});
