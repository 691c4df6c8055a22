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
 * The least that the work costs in up to six tries: what belongs to the process (memory that is collected, a pattern that
 * is compiled) falls into one of them, what belongs to the work into each. From the second on it is counted likewise,
 * beside a floor that is long enough to be slowed as the work is.
 * @param enough - Below that there is no further try.
 */
export async function leastCost(work: () => unknown, enough: number): Promise<number> {
  let least = await spentIn(work);
  for (let tries = 1; tries < 6 && least >= enough; tries += 1) {
    const before = longFloor();
    const taken = await spentIn(work);
    const beside = (before + longFloor()) / 2;
    least = Math.min(least, asQuiet(taken, beside, beside));
  }
  return least;
}

async function spentIn(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** How many times slower than the quiet machine this one is just now; 1 at the least. */
export function slowness(): number {
  return Math.max(1, longFloor() / QUIET_FLOOR);
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

/** Of one floor, on the average of many. */
function longFloor(): number {
  const count = 20;
  return spent(() => Array.from({ length: count }, () => floor())) / count;
}

function spent(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
