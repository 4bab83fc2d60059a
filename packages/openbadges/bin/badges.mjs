#!/usr/bin/env node
import { existsSync } from 'node:fs';

const sources = new URL('../cli/main.ts', import.meta.url);

// In the source tree the sources run; the package holds what was built from them.
if (existsSync(sources)) {
  const { register } = await import('tsx/esm/api');
  register();
}
const { main } = await import(
  existsSync(sources) ? sources.href : new URL('../dist/cli/main.js', import.meta.url).href
);
await main();
