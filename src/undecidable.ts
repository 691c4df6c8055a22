/** The pure core threw: our fault, and this one cause's; the next may go on. */
export class Undecidable extends Error {}

/** Runs a part of the pure core, so that its faults can be told from the world's. */
export function ours<T>(cause: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Undecidable(`cannot decide upon ${cause}`, { cause: error });
  }
}
