import { expect, it } from 'vitest';
import { firstBrokenEvent } from '../../kernel/event.ts';
import { testHub } from '../../testing/test-hub.ts';
import { findBatch } from './batch-store.ts';
import { sendBatch } from './send-batch.ts';

const csv = `Name,E-mail,Std.
Mireille Tanagra,mireille@tanagra.example,46
Josué Almondtree,"josue@almondtree,example",39
Þórdís Fernhill,thordis@fernhill.example,52
Twice,mireille@tanagra.example,1
`;

it('awards the rows that are ready, and leaves those behind that are not', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const batch = await hub.given.batch(issuer, id, csv);

  await sendBatch(hub, issuer, batch, { message: 'Well done.', leaveOutAwarded: false });
  await hub.drain();

  const awards = await hub.db.selectFrom('award').selectAll().orderBy('batch_line').execute();
  expect(awards.map(({ batch_line, recipient_email }) => [batch_line, recipient_email])).toEqual([
    [2, 'mireille@tanagra.example'],
    [4, 'thordis@fernhill.example'],
  ]);
  expect(awards[0]?.fields).toEqual({ 'Std.': '46' });
  expect((await findBatch(hub.db, batch))?.state).toBe('done');
  expect((await hub.letters()).map(({ to }) => to)).toEqual(['mireille@tanagra.example', 'thordis@fernhill.example']);
  expect((await hub.letters())[0]?.text).toContain('Well done.');
  expect(await firstBrokenEvent(hub)).toBeUndefined();
});
