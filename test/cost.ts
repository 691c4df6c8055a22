/**
 * Processor milliseconds that the work takes in this process. What else runs on the machine counts only a little, so a
 * bound of a few times the usual cost does not fail by chance; a rule that explodes on hostile text costs minutes.
 */
export function cost(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * The least that the work costs in up to three tries: what belongs to the process (memory that is collected, a pattern
 * that is compiled) falls into one of them, what belongs to the work into each.
 * @param enough - Below that there is no further try.
 */
export async function leastCost(work: () => unknown, enough: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && least >= enough; tries += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
