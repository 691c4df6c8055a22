import { Layer } from '../model/layer.ts';
import type { Register, YearDocument } from '../model/register.ts';
import type { Request } from '../model/request.ts';

/** A register to try commands on, and the requests in it that were looked at. */
export type Scratch = Register & { looked: ReadonlyMap<string, Request> };

/**
 * A register that reads like the real one and keeps to itself what is done to it. Records are copied when they are
 * looked at, so that the cost does not grow with the register.
 */
export function scratchRegister(register: Register): Scratch {
  const looked = new Map<string, Request>();
  const layers = Object.entries(register).map(([name, value]: [string, unknown]) => {
    if (name === 'years') return [name, new Layer(register.years, shallow)];
    // They are those of the requests, which copies them.
    if (name === 'open') return [name, new Layer(register.open, (request) => request)];
    if (name === 'requests') return [name, new Layer(register.requests, structuredClone, looked)];
    return [name, value instanceof Map ? new Layer(value, structuredClone) : empty(value)];
  });
  return { ...(Object.fromEntries(layers) as Register), looked };
}

/** The same once all is done to it: from now on it is only read, and nothing is copied for that. */
export function settled(scratch: Scratch): Register {
  for (const value of Object.values(scratch)) if (value instanceof Layer) value.settle();
  return scratch;
}

/** Requests are found by their own map; what is long in a year is only written to. */
function shallow(document: YearDocument): YearDocument {
  return {
    ...document,
    requests: {},
    mails: {},
    letters: {},
    digests: { ...document.digests },
    periods: { ...document.periods },
    codes: { ...document.codes },
    alarms: [...document.alarms],
    ...(document.partners && { partners: structuredClone(document.partners) }),
  };
}

/** Lists only the ceilings read. */
function empty(value: unknown): unknown {
  if (value instanceof Set) return new Set(value);
  return Array.isArray(value) ? [] : value;
}
