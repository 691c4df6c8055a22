import type { Letter, LetterData } from '../model/letter.ts';
import type { Policy } from '../model/policy.ts';
import type { Digest } from '../model/records.ts';
import type { Reader } from './readers.ts';

type Addendum = Pick<LetterData['addendum'], 'what' | 'deadline'> & { items?: LetterData['addendum']['items'] };

/** One addendum to each of the readers, all with the same content. */
export function addenda(
  id: string,
  { category, closed }: Digest,
  readers: readonly Reader[],
  { what, deadline, items = [] }: Addendum,
): Letter[] {
  const data: LetterData['addendum'] = { category, what, over: closed !== undefined, deadline, items };
  return readers.map(({ partner, to }) => ({ ...envelope(id, partner, to), name: 'addendum', data }));
}

/** What every letter about a digest has in common: it is on the digest's own ledger, not under the ceilings. */
export function envelope(digest: string, partner: string, { name, address }: Reader['to']) {
  return { to: { name, address }, languages: ['fr'] as const, digest, partner, thread: [], automatic: true };
}

/** To staff: how many partners it goes to, and which institutions that had the digest have nobody who reads of it now. */
export function reach(readers: readonly Reader[], { letters }: Digest, { partners }: Policy): string {
  const without = partners.filter(
    ({ id }) => letters[id] !== undefined && !readers.some(({ partner }) => partner === id),
  );
  const names = without.map(({ name }) => name).join(', ');
  return `à ${readers.length} partenaires${names && `; à personne de\u00A0: ${names}, où qui avait le bulletin n’est plus joint`}`;
}

/** The note of an answer that went to all of them. */
export function addendumNote(partners: number, text: string): string {
  return `Addenda à ${partners} partenaires : ${text}`;
}

/** What such a note says; undefined for any other note. */
export function toldToAll(note: string): string | undefined {
  return /^Addenda à \d+ partenaires : (.*)$/su.exec(note)?.[1];
}
