import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOf, lineOf, seal } from '../../src/model/chain.ts';
import { type Entry, type EventOf, entry as entrySchema, type Payload } from '../../src/model/events.ts';
import { anyText } from '../any-text.ts';
import { chain, noon, payload } from '../fakes/entries.ts';

const note = (text: string) => ({ kind: 'note-added', reference: 'INMQ-2026-0001', text }) as const;
const point = (value: string, order: readonly ('value' | 'author')[]): EventOf<'point-answered'> => {
  const fields = Object.fromEntries(order.map((key) => [key, key === 'value' ? value : 'a@b.example']));
  const rest = { applies: true, mail: 'a'.repeat(64), point: 'needs', reference: 'INMQ-2026-0001' } as const;
  return { ...fields, ...rest, kind: 'point-answered' } as EventOf<'point-answered'>;
};

describe('sealing', () => {
  test('the first entry has seq 1 and a prev of zeros, the next links to it', () => {
    const [first, second] = chain([noon, noon]);
    expect(first).toMatchObject({ seq: 1, at: noon, prev: '0'.repeat(64) });
    expect(second).toMatchObject({ seq: 2, prev: first?.hash });
  });

  test('the hashes are those of the published recipe', () => {
    const entry = seal(payload('c'), noon, undefined);
    // Taken with sha256sum, so that the recipe cannot drift: old journals must verify for ever.
    expect(entry.payloadHash).toBe('44458376ed7e495a1ac9947de3d241c8adb505a8cd5b52cacf1362e875fb693b');
    expect(entry.hash).toBe('029267126c19d49eab64745eddff0da002bd7700e0fff94703c143299dae7e68');
  });

  test('the same payload gives the same hash whatever the order of its keys', () => {
    const one = seal(payload('c', [point('x', ['value', 'author'])]), noon, undefined);
    const other = seal(
      { emails: [], events: [point('x', ['author', 'value'])], author: 'greffier', cause: 'c' },
      noon,
      undefined,
    );
    expect(other).toEqual(one);
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
  });

  test('the sealed payload is what reading the line gives, key order included', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const sealed = seal(payload(text, [note(text), point(text, ['author', 'value'])]), noon, undefined);
        const read = entrySchema.parse(JSON.parse(lineOf(sealed)));
        expect(JSON.stringify(read)).toBe(JSON.stringify(sealed));
        expect(lineOf(read)).toBe(lineOf(sealed));
        expect(faultOf(read, undefined)).toBeUndefined();
        expect(lineOf(sealed)).not.toMatch(/\n/);
      }),
    );
  });

  test('absent and undefined are the same', () => {
    const bare = {
      kind: 'mail-received',
      mail: 'a'.repeat(64),
      fingerprint: 'b'.repeat(64),
      from: 'a@b.example',
    } as const;
    const rest = { subject: '', receivedAt: noon, source: 's', size: 1, disposition: 'request', why: 'w' } as const;
    const event = { ...bare, ...rest, folder: 'requests' } as const;
    expect(seal(payload('c', [{ ...event, messageId: undefined }]), noon, undefined)).toEqual(
      seal(payload('c', [event]), noon, undefined),
    );
  });

  test('a payload that could not be read again is refused', () => {
    const broken = { ...payload('mail/1'), events: [{ kind: 'note-added', reference: 'INMQ-2026-0001' }] };
    expect(() => seal(broken as never, noon, undefined)).toThrow(/cannot seal the payload of mail\/1: .*text/s);
  });
});

describe('faults', () => {
  const [first, second] = chain(['2026-11-23T17:00:00.000Z', '2026-11-23T17:00:01.000Z']) as [Entry, Entry];
  const changed = { ...(second.payload as Payload), author: 'somebody else' };

  test.each<[string, Entry, Entry | undefined, string | undefined]>([
    ['a whole chain', second, first, undefined],
    ['the first entry', first, undefined, undefined],
    ['a redacted payload', { ...second, payload: undefined }, first, undefined],
    ['an entry left out', second, undefined, 'seq is 2 where 1 was expected'],
    ['an entry twice', second, second, 'seq is 2 where 3 was expected'],
    ['another entry before', second, { ...first, hash: 'e'.repeat(64) }, 'prev is not the hash of entry 1'],
    ['another payload', { ...second, payload: changed }, first, 'the payload does not match payloadHash'],
    ['another time', { ...second, at: noon }, first, 'hash does not match seq, at, prev and payloadHash'],
    [
      'another payload hash after redaction',
      { ...second, payload: undefined, payloadHash: 'e'.repeat(64) },
      first,
      'hash does not match seq, at, prev and payloadHash',
    ],
    ['another hash', { ...second, hash: 'e'.repeat(64) }, first, 'hash does not match seq, at, prev and payloadHash'],
  ])('%s', (_, entry, last, fault) => {
    expect(faultOf(entry, last)).toBe(fault);
  });
});
