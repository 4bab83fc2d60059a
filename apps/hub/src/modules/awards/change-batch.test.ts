import { expect, it } from 'vitest';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { findBatch } from './batch-store.ts';
import { changeRow, dropBatch, matchAgain } from './change-batch.ts';
import { sendBatch } from './send-batch.ts';

const csv = 'name,email\nWen,wen@lantern.example\nPell,"pell@harbour,example"\nTwice,wen@lantern.example\n';

async function badLines(hub: TestHub): Promise<number[]> {
  const rows = await hub.given.rowsOf('award_batch_row');
  return rows.flatMap((row) => ('bad' in row && row.bad && !row.left_out ? [row.line] : [])).sort();
}

it('mends a row where it stands', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const batch = await hub.given.batch(issuer, id, csv);

  await changeRow(hub, issuer, batch, 3, { cells: new Map([[1, 'pell@harbour.example']]) });

  expect(await badLines(hub)).toEqual([4]);
  expect(await hub.given.rowsOf('award_batch_row')).toContainEqual(
    expect.objectContaining({ line: 3, cells: ['Pell', 'pell@harbour.example'], email: 'pell@harbour.example' }),
  );
});

it('lets the second of one address go when the first is left out or mended, and stops it when that is undone', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const batch = await hub.given.batch(issuer, id, csv);

  await changeRow(hub, issuer, batch, 2, { leftOut: true });
  const withoutFirst = await badLines(hub);
  await changeRow(hub, issuer, batch, 2, { leftOut: false });
  const withFirst = await badLines(hub);
  await changeRow(hub, issuer, batch, 2, { cells: new Map([[1, 'other@lantern.example']]) });

  expect([withoutFirst, withFirst, await badLines(hub)]).toEqual([[3], [3, 4], [3]]);
});

it('looks at all rows again when the columns mean something else', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const batch = await hub.given.batch(issuer, id, 'first,second\nwen@lantern.example,Wen\n');
  const before = await badLines(hub);

  await matchAgain(hub, issuer, batch, ['email', 'name']);

  expect([before, await badLines(hub)]).toEqual([[2], []]);
});

it('refuses a matching without addresses, and one in which two columns mean the same', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const batch = await hub.given.batch(issuer, id, csv);

  await expect(matchAgain(hub, issuer, batch, ['name', 'kept'])).rejects.toMatchObject({
    code: 'award.no-address-column',
  });
  await expect(matchAgain(hub, issuer, batch, ['email', 'email'])).rejects.toMatchObject({
    code: 'award.column-twice',
    details: { meaning: 'email' },
  });
});

it('refuses strangers, unknown rows, and rows that went out', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const batch = await hub.given.batch(issuer, id, csv);
  const stranger = await hub.given.person('A Stranger');

  await expect(changeRow(hub, stranger, batch, 2, { leftOut: true })).rejects.toMatchObject({
    code: 'award.not-an-issuer',
  });
  await expect(changeRow(hub, issuer, batch, 99, { leftOut: true })).rejects.toMatchObject({
    code: 'award.row-not-found',
  });
  await expect(changeRow(hub, issuer, 'bat_x', 2, { leftOut: true })).rejects.toMatchObject({
    code: 'award.batch-not-found',
  });
  await sendBatch(hub, issuer, batch, { message: '', leaveOutAwarded: false });
  await expect(changeRow(hub, issuer, batch, 3, { leftOut: true })).rejects.toMatchObject({
    code: 'award.wrong-state',
  });
  await hub.drain();
  await expect(changeRow(hub, issuer, batch, 2, { leftOut: true })).rejects.toMatchObject({
    code: 'award.row-not-found',
  });
});

it('forgets a file that was not sent, and keeps one that was', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const forgotten = await hub.given.batch(issuer, id, csv);
  const sent = await hub.given.batch(issuer, id, csv);
  await sendBatch(hub, issuer, sent, { message: '', leaveOutAwarded: false });

  await dropBatch(hub, issuer, forgotten);

  expect(await findBatch(hub.db, forgotten)).toBeUndefined();
  await expect(dropBatch(hub, issuer, sent)).rejects.toMatchObject({ code: 'award.wrong-state' });
});
