import { expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';
import { loadDemo } from './load-demo.ts';

it('loads', async () => {
  const hub = await testHub();
  const t = performance.now();
  await loadDemo(hub);
  console.log('ms', Math.round(performance.now() - t));
  const rows = await hub.given.rowsOf('award');
  const by: Record<string, number> = {};
  for (const row of rows as { state: string }[]) by[row.state] = (by[row.state] ?? 0) + 1;
  console.log(rows.length, by);
  expect(rows).toHaveLength(300);
}, 60000);
