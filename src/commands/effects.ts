import type { Letter } from '../model/letter.ts';
import type { Policy } from '../model/policy.ts';
import type { Register } from '../model/register.ts';
import type { Status } from '../model/request.ts';
import { statusNames } from '../model/wording.ts';
import { type Command, type Done, type Level, levels } from './command.ts';

/** The letters of the plan that leave the house. */
export function outsiders({ letters = [] }: Done, { staff }: Policy): Letter[] {
  return letters.filter(({ to }) => !staff.some(({ address }) => address === to.address));
}

/** What a command asks for by what its plan does: X where partners are written to, S where anybody outside is. */
export function levelOf({ level }: Pick<Command, 'level'>, planned: Done, policy: Policy): Level {
  const outside = outsiders(planned, policy);
  const reach = outside.some(({ partner }) => partner !== undefined) ? 'X' : outside.length > 0 ? 'S' : 'R';
  return levels.indexOf(reach) > levels.indexOf(level) ? reach : level;
}

/** The requests on the register that the plan changes. */
export function touched({ events }: Done, register: Register): string[] {
  const named = events.flatMap((event) => [
    ...('reference' in event && event.reference !== undefined ? [event.reference] : []),
    ...('into' in event ? [event.into] : []),
  ]);
  return [...new Set(named)].filter((reference) => register.requests.has(reference));
}

/** Whether it only reads. */
export function isSilent({ events, letters = [] }: Done): boolean {
  return events.length === 0 && letters.length === 0;
}

/** What changed, and the state with it, where the command does not say more of that. */
export function withState(lines: Done['lines'], was: Status | undefined, is: Status | undefined): Done['lines'] {
  if (was === undefined || is === undefined || was === is || lines.some(({ what }) => what === 'État')) return lines;
  return [...lines, { what: 'État', before: statusNames[was], after: statusNames[is] }];
}
