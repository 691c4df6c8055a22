import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Layer } from '../../src/model/layer.ts';

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const step = fc.oneof(
  fc.record({ done: fc.constant('set' as const), key, value: fc.nat(9) }),
  fc.record({ done: fc.constant('delete' as const), key }),
  fc.record({ done: fc.constant('get' as const), key }),
);

describe('a layer', () => {
  test('reads as a map to which the same was done, and leaves the map below as it is', () => {
    fc.assert(
      fc.property(fc.dictionary(key, fc.nat(9)), fc.array(step, { maxLength: 12 }), (start, steps) => {
        const below = new Map(Object.entries(start));
        const map = new Map(below);
        const layer = new Layer(below, (value) => value);
        for (const one of steps) {
          if (one.done === 'set') {
            map.set(one.key, one.value);
            layer.set(one.key, one.value);
          } else if (one.done === 'delete') expect(layer.delete(one.key)).toBe(map.delete(one.key));
          else expect(layer.get(one.key)).toBe(map.get(one.key));
          expect(layer.size).toBe(map.size);
          for (const name of 'abcde') {
            expect(layer.has(name)).toBe(map.has(name));
            expect(layer.peek(name)).toBe(map.get(name));
          }
          // What is taken out and put in again keeps its place here; nobody asks for another.
          expect([...layer].sort()).toEqual([...map].sort());
          expect([...layer.keys()].sort()).toEqual([...map.keys()].sort());
          expect([...layer.values()].sort()).toEqual([...map.values()].sort());
        }
        expect(Object.fromEntries(below)).toEqual(start);
      }),
    );
  });
  test('copies a value that is looked at by its key, and no other', () => {
    const below = new Map([
      ['a', { seen: 0 }],
      ['b', { seen: 0 }],
    ]);
    const layer = new Layer(below, structuredClone);
    const looked = layer.get('a');
    if (looked) looked.seen = 1;
    expect([...layer.values()]).toEqual([{ seen: 1 }, { seen: 0 }]);
    expect(below.get('a')).toEqual({ seen: 0 });
    expect([...layer.values()][1]).toBe(below.get('b'));
  });
});
