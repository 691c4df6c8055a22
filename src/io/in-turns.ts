/**
 * Does the work for every item, so many at a time; each place takes the next item only once the one before is wholly done.
 * @throws what the first that fails throws, when those under way are settled.
 */
export async function inTurns<T>(items: readonly T[], places: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const place = async () => {
    for (const item of waiting) await work(item);
  };
  const settled = await Promise.allSettled(Array.from({ length: places }, place));
  for (const result of settled) if (result.status === 'rejected') throw result.reason;
}
