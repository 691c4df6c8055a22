import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const quick = {
  // Against a test that hangs, not a slow machine.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // Nearly half of the time went into loading the same modules for each file; none keeps what another could see.
  isolate: false,
};

export default defineConfig({
  test: {
    // One less than there are cores by default: on two cores that is one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // What was made of the sources is kept under node_modules for the next run, by their contents: a tenth of the time.
    experimental: { fsModuleCache: true },
    projects: [
      {
        test: {
          name: 'unit',
          ...quick,
          include: ['test/**/*.test.ts'],
          exclude: ['test/real/**', 'test/bench/**', 'test/**/*.{story,long}.test.ts'],
        },
      },
      // Correspondences: the whole clerk, with the world around it in memory.
      { test: { name: 'story', ...quick, include: ['test/**/*.story.test.ts'] } },
      // What takes seconds or waits for the world: a simulated year, a kill at every call, sockets, other processes.
      {
        test: {
          name: 'long',
          testTimeout: 300_000,
          hookTimeout: 120_000,
          // A year holds much, and throws away more: in a larger nursery a tenth of its time is saved.
          execArgv: ['--max-semi-space-size=64'],
          include: ['test/**/*.long.test.ts'],
        },
      },
      {
        test: {
          name: 'bench',
          globalSetup: ['test/real/build.ts'],
          include: ['test/bench/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'real',
          globalSetup: ['test/real/build.ts'],
          include: ['test/real/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
    coverage: { include: ['src/**'], reporter: ['text-summary'] },
  },
});
