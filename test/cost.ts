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
