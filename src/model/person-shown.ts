import { untagged } from './domain.ts';
import { kinReferences } from './kin.ts';
import type { Register } from './register.ts';
import type { HistoryLine, Request } from './request.ts';

/**
 * When a person last showed in what is on record with these addresses; empty if never. ISO 8601, UTC.
 * Somebody of the house wrote a letter, or the request moved by what takes a reader: the first answer to a point, a slot,
 * another time, a word on the notice, a category. That a colleague takes a request in charge says nothing of who asks.
 */
export function personShown(addresses: readonly string[], register: Register): string {
  const theirs = new Set(addresses.flatMap((address) => kinReferences(register, address)));
  let shown = '';
  for (const reference of theirs) {
    const request = register.requests.get(reference);
    const written = (request?.letters ?? []).flatMap((id) => {
      const letter = register.letters.get(id);
      return letter && !letter.automatic && addresses.includes(letter.to.address) ? [letter.at] : [];
    });
    for (const at of [...written, ...(request ? steps(request) : [])]) if (at > shown) shown = at;
  }
  return shown;
}

/** What staff is told of under this name: that address opens one automatic letter after the other. */
export function rowTrouble(address: string): `row/${string}` {
  return `row/${untagged(address)}`;
}

/** Whether staff was told so, and no person has shown since: it gets no reminder either. */
export function takenForMachine(address: string, register: Register): boolean {
  const trouble = rowTrouble(address);
  const told = [...register.years.values()]
    .flatMap(({ alarms }) => alarms)
    .findLast((alarm) => alarm.trouble === trouble)?.at;
  return told !== undefined && personShown([address], register) <= told;
}

/** What is answered once more in other words may be the work of a machine with many words. */
function steps({ history }: Request): string[] {
  const answered = new Set<string>();
  return history.flatMap((line) => {
    if (line.kind !== 'point-answered') return takesReader(line) ? [line.at] : [];
    if (answered.has(line.point)) return [];
    answered.add(line.point);
    return [line.at];
  });
}

function takesReader(line: HistoryLine): boolean {
  if (line.kind === 'approval-answered') return line.answer === 'approved' || line.answer === 'corrections';
  return readers.has(line.kind);
}

const readers: ReadonlySet<HistoryLine['kind']> = new Set([
  'slot-chosen',
  'meeting-booked',
  'meeting-moved',
  'meeting-countered',
  'contact-consent',
  'category-set',
  'released',
]);
