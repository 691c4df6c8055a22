export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** @param share - 0.95 for what all but one in twenty stay below. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN) * 10) / 10;
}
