import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Suites side by side, set by tools/attack.ts: a browser mostly waits. In `npm test` one browser at a time, and of the others as many as suit the machine. */
const sideBySide = process.env.TIEOUT_SIDE_BY_SIDE;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: [
            'test/core/**/*.test.ts',
            'test/entrypoints/**/*.test.ts',
            'test/tools/**/*.test.ts',
            'test/corpus/**/*.test.ts',
          ],
          environment: 'node',
          setupFiles: ['test/property-seed.ts', 'test/rules-rethrown.ts'],
          // Property tests take longer when other work shares the machine; time is measured in a bench, never here.
          testTimeout: 120_000,
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'fuzz',
          include: ['test/fuzz/**/*.test.ts'],
          environment: 'node',
          testTimeout: 3_600_000,
          ...(sideBySide !== undefined && { maxWorkers: Number(sideBySide) }),
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ['test/e2e/firefox.test.ts'],
          environment: 'node',
          // How fast a machine is is no business of these tests: the longest took 47 s on a quiet one, and one of 43 s took 120 s on a busy one.
          testTimeout: 600_000,
          hookTimeout: 180_000,
          retry: 0,
          fileParallelism: false,
        },
      },
      {
        // What stands up to attack, kind by kind, on the production build: tools/attack.ts counts the cases.
        plugins: [WxtVitest()],
        test: {
          name: 'attack',
          include: ['test/attack/**/*.test.ts'],
          environment: 'node',
          // A test is a whole kind: how long that takes is no business of theirs, and each case has an end of its own.
          testTimeout: 3_600_000,
          hookTimeout: 180_000,
          retry: 0,
          maxWorkers: Number(sideBySide ?? 1),
        },
      },
      {
        test: {
          name: 'firefox',
          include: ['test/e2e/firefox.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 120_000,
          retry: 0,
        },
      },
    ],
  },
});
