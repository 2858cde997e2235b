import { defineConfig } from 'vitest/config';
import { TallyReporter } from './scripts/test/tally-reporter.ts';

const tallyFile = process.env['HOLDOUT_TEST_TALLY'];

export default defineConfig({
  test: {
    reporters: tallyFile === undefined ? ['default'] : ['default', new TallyReporter(tallyFile)],
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary'] },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          testTimeout: 30_000,
          // A browser takes more than a second for a click where it shares the processors.
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        // The built dist/ in processes of its own, one file after the other: they install packages and time out
        // where they have to share the processors.
        test: {
          name: 'e2e',
          // It imports JSON without saying so, which Node refuses.
          server: { deps: { inline: ['@actions/workflow-parser'] } },
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
