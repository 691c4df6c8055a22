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
    if (name === 'requests') return [name, new Layer(register.requests, structuredClone, looked)];
    return [name, value instanceof Map ? new Layer(value, structuredClone) : empty(value)];
  });
  return { ...(Object.fromEntries(layers) as Register), looked };
}

/** A map over another one, which stays as it is. */
class Layer<K, V> extends Map<K, V> {
  readonly #below: ReadonlyMap<K, V>;
  readonly #copy: (value: V) => V;
  readonly #looked: Map<K, V> | undefined;

  constructor(below: ReadonlyMap<K, V>, copy: (value: V) => V, looked?: Map<K, V>) {
    super();
    this.#below = below;
    this.#copy = copy;
    this.#looked = looked;
  }

  override get(key: K): V | undefined {
    if (super.has(key)) return super.get(key);
    const value = this.#below.get(key);
    if (value === undefined) return undefined;
    const copy = this.#copy(value);
    this.set(key, copy);
    return copy;
  }
  override set(key: K, value: V): this {
    this.#looked?.set(key, value);
    return super.set(key, value);
  }
  override has(key: K): boolean {
    return super.has(key) || this.#below.has(key);
  }
  override *keys(): MapIterator<K> {
    yield* this.#below.keys();
    for (const key of super.keys()) if (!this.#below.has(key)) yield key;
  }
  /** What was not looked at by its key is the real record: to be read only. */
  override *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.#below) yield [key, super.get(key) ?? value];
    for (const [key, value] of super.entries()) if (!this.#below.has(key)) yield [key, value];
  }
  override *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }
  override [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }
  override get size(): number {
    let own = 0;
    for (const key of super.keys()) if (!this.#below.has(key)) own += 1;
    return this.#below.size + own;
  }
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
