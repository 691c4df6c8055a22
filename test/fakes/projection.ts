import type { Projection } from '../../src/io/projection.ts';

/** The yearly documents in memory, as text: what is loaded shares nothing with the register that they show. */
export function fakeProjection(): Projection {
  let kept: { position: number; head: string; documents: string[] } | undefined;
  return {
    load: async () => kept && { ...kept, documents: kept.documents.map((document) => JSON.parse(document)) },
    checkpoint: async ({ position, head, years }) => {
      kept = { position, head, documents: [...years.values()].map((document) => JSON.stringify(document)) };
      return true;
    },
  };
}
