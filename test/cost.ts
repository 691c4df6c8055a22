/**
 * Processor milliseconds that the work takes in this process, as the quiet machine on which the bounds were set would
 * count them: a floor of plain work runs beside it, and what slows the one slows the other. A bound of a few times the
 * usual cost does not fail by chance; a rule that explodes on hostile text costs minutes.
 */
export function cost(work: () => unknown): number {
  const before = floor();
  const taken = spent(work);
  return asQuiet(taken, before, floor());
}

function asQuiet(taken: number, floorBefore: number, floorAfter: number): number {
  return (taken * QUIET_FLOOR) / Math.max(QUIET_FLOOR, Math.min(floorBefore, floorAfter));
}

/**
 * The least that the work costs, counted likewise, in up to three tries: what belongs to the process (memory that is
 * collected, a pattern that is compiled) falls into one of them, what belongs to the work into each.
 * @param enough - Below that there is no further try.
 */
export async function leastCost(work: () => unknown, enough: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && least >= enough; tries += 1) {
    const floorBefore = floor();
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, asQuiet((user + system) / 1000, floorBefore, floor()));
  }
  return least;
}

/** Milliseconds of the floor where nothing else runs. */
const QUIET_FLOOR = 2;

const LINES = 'A line of an ordinary letter, neither long nor short: it asks for training.\n'.repeat(1500);

function floor(): number {
  return spent(() =>
    LINES.split('\n')
      .map((line) => line.toLowerCase().replace(/[a-z]+ing\b/gu, ''))
      .join(''),
  );
}

function spent(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
