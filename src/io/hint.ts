/** A signal that something may have changed; it is kept until it is cleared, so none is lost between two waits. */
export interface Hint {
  give(): void;
  clear(): void;
  /** Resolves when the hint is given (at once when it was, and was not cleared), when aborted, and after `waitMs`. */
  wait(waitMs: number, signal: AbortSignal): Promise<void>;
}

export function createHint(): Hint {
  let given = false;
  const waiters = new Set<() => void>();
  return {
    give() {
      given = true;
      for (const wake of waiters) wake();
    },
    clear() {
      given = false;
    },
    async wait(waitMs, signal) {
      if (given || signal.aborted) return;
      await new Promise<void>((resolve) => {
        const end = () => {
          clearTimeout(timer);
          waiters.delete(end);
          signal.removeEventListener('abort', end);
          resolve();
        };
        const timer = setTimeout(end, waitMs);
        waiters.add(end);
        signal.addEventListener('abort', end);
      });
    },
  };
}
