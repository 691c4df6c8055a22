/**
 * Does the work for every item, so many at a time; each place takes the next item once it has done the one before.
 * @param items - Taken as places become free, never two of them at a time.
 * @throws what the first that fails throws, when those under way are settled.
 */
export async function inTurns<T>(
  items: AsyncGenerator<T>,
  places: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const place = async () => {
    for await (const item of items) await work(item);
  };
  const settled = await Promise.allSettled(Array.from({ length: places }, place));
  for (const result of settled) if (result.status === 'rejected') throw result.reason;
}
