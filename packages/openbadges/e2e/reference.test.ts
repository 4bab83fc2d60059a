import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { packageRoot } from './consumer.ts';

it('says of everything it exports what it is', () => {
  const check = spawnSync(process.execPath, ['scripts/reference.mjs', '--check'], {
    cwd: packageRoot,
    encoding: 'utf8',
  });

  expect(check.stderr + check.stdout).toBe('');
  expect(check.status).toBe(0);
}, 120_000);
