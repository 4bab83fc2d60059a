import { defineConfig } from 'vitest/config';

const oxc = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const;

export default defineConfig({
  test: {
    maxWorkers: 2,
    // One PostgreSQL for all projects of a run.
    globalSetup: ['src/testing/test-cluster.ts'],
    projects: [
      {
        oxc,
        test: {
          name: 'hub',
          include: ['src/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          isolate: false,
        },
      },
      { oxc, test: { name: 'e2e', include: ['e2e/**/*.e2e.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
      { test: { name: 'scripts', root: '../../scripts', include: ['*.test.mjs'] } },
    ],
  },
});
