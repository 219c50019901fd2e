import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['test/core/**/*.test.ts', 'test/entrypoints/**/*.test.ts', 'test/tools/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['test/property-seed.ts', 'test/rules-rethrown.ts'],
          // Property tests take longer when other work shares the machine; time is measured in a bench, never here.
          testTimeout: 120_000,
        },
      },
      {
        plugins: [WxtVitest()],
        test: { name: 'fuzz', include: ['test/fuzz/**/*.test.ts'], environment: 'node', testTimeout: 3_600_000 },
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
          testTimeout: 600_000,
          hookTimeout: 180_000,
          retry: 0,
          fileParallelism: false,
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
