import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { packageRoot } from './consumer.ts';

it('is at most 60 kB in a page that verifies, and the reference implementation of JSON-LD is none of them', () => {
  const { stdout } = spawnSync(process.execPath, ['scripts/size.mjs'], { cwd: packageRoot, encoding: 'utf8' });

  const [first = ''] = stdout.split('\n');
  const parts = stdout.split('\n').filter((line) => line.includes('kB    '));
  expect(Number.parseFloat(first)).toBeLessThanOrEqual(60);
  expect(Number.parseFloat(first)).toBeGreaterThan(20);
  expect(parts.filter((line) => /jsonld|rdf-canonize/.test(line))).toEqual([]);
});
