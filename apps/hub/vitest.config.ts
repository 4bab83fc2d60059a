import { defineConfig } from 'vitest/config';

// The library's sources, not what was built of them.
const resolve = { conditions: ['openbadges-source', 'module', 'node', 'development|production'] };
const ssr = { resolve };
const oxc = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const;

export default defineConfig({
  test: {
    maxWorkers: 2,
    // One PostgreSQL for all projects of a run.
    globalSetup: ['src/testing/test-cluster.ts'],
    projects: [
      {
        oxc,
        ssr,
        test: {
          name: 'hub',
          include: ['src/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          isolate: false,
        },
      },
      { oxc, ssr, test: { name: 'e2e', include: ['e2e/**/*.e2e.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
      { test: { name: 'scripts', root: '../../scripts', include: ['*.test.mjs'] } },
    ],
  },
});
