import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'openbadges', include: ['{src,cli,e2e,fuzz}/**/*.test.ts'], testTimeout: 20_000 },
});
