/** A map over another one, which stays as it is: a value is copied when it is looked at by its key, until it is settled. */
export class Layer<K, V> extends Map<K, V> {
  readonly #below: ReadonlyMap<K, V>;
  readonly #copy: (value: V) => V;
  readonly #looked: Map<K, V> | undefined;
  readonly #gone = new Set<K>();
  #settled = false;

  constructor(below: ReadonlyMap<K, V>, copy: (value: V) => V, looked?: Map<K, V>) {
    super();
    this.#below = below;
    this.#copy = copy;
    this.#looked = looked;
  }

  override get(key: K): V | undefined {
    if (super.has(key)) return super.get(key);
    const value = this.#under(key);
    if (value === undefined || this.#settled) return value;
    const copy = this.#copy(value);
    this.set(key, copy);
    return copy;
  }
  /** From now on it is only read: nothing is copied any more. */
  settle(): void {
    this.#settled = true;
  }
  /** Without a copy: to be read only. */
  peek(key: K): V | undefined {
    return super.has(key) ? super.get(key) : this.#under(key);
  }
  /** The copy alone, if there is one: to be read only. */
  copyOf(key: K): V | undefined {
    return super.get(key);
  }
  override set(key: K, value: V): this {
    this.#looked?.set(key, value);
    this.#gone.delete(key);
    return super.set(key, value);
  }
  override delete(key: K): boolean {
    const had = this.has(key);
    super.delete(key);
    if (this.#below.has(key)) this.#gone.add(key);
    return had;
  }
  override has(key: K): boolean {
    return super.has(key) || this.#isUnder(key);
  }
  override *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }
  /** What was not looked at by its key is the real record: to be read only. */
  override *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.#below) if (!this.#gone.has(key)) yield [key, super.get(key) ?? value];
    for (const [key, value] of super.entries()) if (!this.#below.has(key)) yield [key, value];
  }
  override values(): MapIterator<V> {
    // Where nothing was looked at there is nothing to put in between.
    return super.size === 0 && this.#gone.size === 0 ? this.#below.values() : this.#lookedValues();
  }
  *#lookedValues(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }
  override [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }
  override get size(): number {
    let own = 0;
    for (const key of super.keys()) if (!this.#below.has(key)) own += 1;
    return this.#below.size - this.#gone.size + own;
  }
  #under(key: K): V | undefined {
    return this.#gone.has(key) ? undefined : this.#below.get(key);
  }
  #isUnder(key: K): boolean {
    return this.#below.has(key) && !this.#gone.has(key);
  }
}

/** The value, to be read only: a layer makes no copy of it. */
export function peek<K, V>(map: ReadonlyMap<K, V>, key: K): V | undefined {
  return map instanceof Layer ? map.peek(key) : map.get(key);
}
