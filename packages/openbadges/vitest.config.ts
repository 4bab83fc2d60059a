import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { name: 'openbadges', include: ['src/**/*.test.ts'], testTimeout: 20_000 } });
