import type { Register } from './register.ts';

/** A trouble that staff was told of, and whose end it was not. */
export interface OpenTrouble {
  trouble: string;
  /** When staff was told. */
  at: string;
}

/** The trouble of that name, as long as it lasts. */
export function openTrouble(trouble: string, register: Register): OpenTrouble | undefined {
  return openTroubles(register, (name) => name === trouble)[0];
}

/** Every trouble that lasts, of the names that are asked for, in order of their beginnings. */
export function openTroubles(register: Register, wanted: (trouble: string) => boolean): OpenTrouble[] {
  const years = [...register.years.values()];
  const open = new Map<string, OpenTrouble>();
  for (const { trouble, at } of years.flatMap(({ alarms }) => alarms))
    if (wanted(trouble)) open.set(trouble, { trouble, at });
  for (const { trouble, at } of years.flatMap(({ recoveries = [] }) => recoveries))
    if ((open.get(trouble)?.at ?? at) < at) open.delete(trouble);
  return [...open.values()];
}
