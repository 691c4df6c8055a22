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

/** For what is tried again anyway: a fault of ours is logged and holds nothing else up, the world's goes on. */
export function unlessOurs(log: { error(facts: object, message: string): void }): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Undecidable)) throw error;
    log.error({ err: error }, 'not decided upon');
  };
}
