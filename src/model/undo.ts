import { isDeepStrictEqual } from 'node:util';
import type { Change, EventOf } from './events.ts';
import { type Register, requestOf } from './register.ts';
import type { Request } from './request.ts';

/** As many commands of one request can be undone, the newest first. */
const deepest = 5;

/** What only grows, and what no undo may take back: mails and letters came and went. */
const kept: ReadonlySet<string> = new Set([
  'reference',
  'mails',
  'letters',
  'history',
  'undo',
] satisfies (keyof Request)[]);

/**
 * What differs between two states of the requests, field by field, as JSON. A request that is new is one that, when
 * undone, was entered by mistake: its number is never given again.
 * @param about - The request that the command was given about: it is undone from there, even where it changed others only.
 */
export function changesBetween(
  before: ReadonlyMap<string, Request>,
  after: ReadonlyMap<string, Request>,
  about?: string,
): Change[] {
  const changes = [...after].flatMap(([reference, now]) => {
    const was = before.get(reference);
    const old = was ? fieldsOf(was) : { ...fieldsOf(now), status: 'closed', outcome: 'mistake' };
    const values = fieldsOf(now);
    const names = [...new Set([...Object.keys(old), ...Object.keys(values)])].sort();
    const changed = names.filter((name) => !isDeepStrictEqual(old[name] ?? null, values[name] ?? null));
    if (changed.length === 0) return [];
    const only = (from: Record<string, unknown>) =>
      Object.fromEntries(changed.map((name) => [name, from[name] ?? null]));
    return [{ reference, before: only(old), after: only(values) }];
  });
  if (changes.length === 0 || about === undefined || changes.some(({ reference }) => reference === about))
    return changes;
  return [...changes, { reference: about, before: {}, after: {} }];
}

/** Names of the fields that somebody has changed since: then the command can no longer be undone. */
export function changedSince(changes: readonly Change[], requests: ReadonlyMap<string, Request>): string[] {
  return changes.flatMap(({ reference, after }) => {
    const request = requests.get(reference);
    const now = request ? fieldsOf(request) : {};
    return Object.keys(after).filter((name) => !isDeepStrictEqual(now[name] ?? null, after[name]));
  });
}

/** Sets fields as a change holds them; null takes a field away. */
export function setFields(request: Request, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === null) Reflect.deleteProperty(request, name);
    else Reflect.set(request, name, structuredClone(value));
  }
}

/** Keeps what a command changed with every request that it changed; a final one forgets what was before it. */
export function keepForUndo(
  register: Register,
  { mail, person, line, reference, changes = [], final = false }: EventOf<'command-run'>,
  { at, seq }: { at: string; seq: number },
): void {
  if (final && reference && register.requests.has(reference)) delete requestOf(register, reference, seq).undo;
  for (const touched of changes) {
    const request = requestOf(register, touched.reference, seq);
    request.undo = [...(request.undo ?? []), { mail, line, person, at, changes }].slice(-deepest);
  }
}

function fieldsOf(request: Request): Record<string, unknown> {
  const entries = Object.entries(request).filter(([name]) => !kept.has(name));
  return JSON.parse(JSON.stringify(Object.fromEntries(entries)));
}
