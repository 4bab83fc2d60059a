import { expect, it } from 'vitest';
import { type TestHub, testHub } from '../src/testing/test-hub.ts';

const mostRows = 200_000;

const batchOf = (hub: TestHub, id: string) =>
  hub.db
    .selectFrom('award_batch')
    .selectAll()
    .where('id', '=', id as `bat_${string}`)
    .executeTakeFirst();

it('takes 200,000 rows, looks at them in a job, and refuses one more by count', { timeout: 240_000 }, async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const line = (at: number) =>
    at % 1000 === 0 ? 'not an address' : at % 1000 === 1 ? 'twice@example.com' : `p${at}@example.com`;
  const csv = `email\n${Array.from({ length: mostRows }, (_, at) => line(at)).join('\n')}\n`;

  const batch = await hub.given.batch(issuer, id, csv);
  const waiting = await batchOf(hub, batch);
  await hub.drain();
  const checked = await batchOf(hub, batch);
  const attempt = hub.given.batch(issuer, id, `${csv}one-more@example.com\n`);

  expect(waiting).toMatchObject({ state: 'checking', total: mostRows, checked: 0 });
  expect(checked).toMatchObject({ state: 'preview', checked: mostRows });
  const bad = await hub.db.selectFrom('award_batch_row').select('line').where('bad', '=', true).execute();
  expect(bad).toHaveLength(200 + 199);
  await expect(attempt).rejects.toMatchObject({ code: 'award.too-many-rows', details: { limit: mostRows } });
  expect(await hub.given.rowsOf('award_batch')).toHaveLength(1);
});
