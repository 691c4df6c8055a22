import type { Contact, Partner } from './partner.ts';

export interface PartnerChange {
  kind: 'joins' | 'leaves' | 'changes';
  id: string;
  name: string;
  /** One for each name or contact that is not as it was: `− old`, `+ new`; then their order, where that does not show it. */
  lines: string[];
}

/** What makes the one list of institutions the other, in the order of the new one; who leaves comes last. */
export function partnerChanges(before: readonly Partner[], after: readonly Partner[]): PartnerChange[] {
  const known = new Map(before.map((partner) => [partner.id, partner]));
  const changed = after.flatMap((partner): PartnerChange[] => {
    const { id, name, contacts } = partner;
    const old = known.get(id);
    if (!old) return [{ kind: 'joins', id, name, lines: contacts.map((contact) => `+ ${inWords(contact)}`) }];
    const lines = [
      ...difference([old.name, ...old.contacts.map(inWords)], [name, ...contacts.map(inWords)]),
      ...order(old.contacts, contacts),
    ];
    return lines.length > 0 ? [{ kind: 'changes', id, name, lines }] : [];
  });
  const kept = new Set(after.map(({ id }) => id));
  const left = before
    .filter(({ id }) => !kept.has(id))
    .map(
      ({ id, name, contacts }): PartnerChange => ({
        kind: 'leaves',
        id,
        name,
        lines: contacts.map((contact) => `− ${inWords(contact)}`),
      }),
    );
  return [...changed, ...left];
}

function difference(before: readonly string[], after: readonly string[]): string[] {
  const gone = before.filter((line) => !after.includes(line)).map((line) => `− ${line}`);
  const come = after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`);
  return [...gone, ...come];
}

/** The first contact is written to: told wherever it is not that those who stay come before those who are new. */
function order(before: readonly Contact[], after: readonly Contact[]): string[] {
  const old = before.map(({ address }) => address);
  const now = after.map(({ address }) => address);
  const expected = [
    ...old.filter((address) => now.includes(address)),
    ...now.filter((address) => !old.includes(address)),
  ];
  return expected.join() === now.join() ? [] : [`order: ${now.join(', ')}`];
}

function inWords({ name, address, consent }: Contact): string {
  return `${name} <${address}>${consent ? ` (consent ${consent.date}, ${consent.source})` : ''}`;
}
