import { expect, it } from 'vitest';
import { firstBrokenEvent } from '../../kernel/event.ts';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { findBatch } from './batch-store.ts';
import { changeRow } from './change-batch.ts';
import { sendBatch, sendRows } from './send-batch.ts';
import { steerBatch, takeBackBatch } from './steer-batch.ts';

const csv = `Name,E-mail,Std.
Mireille Tanagra,mireille@tanagra.example,46
Josué Almondtree,"josue@almondtree,example",39
Þórdís Fernhill,thordis@fernhill.example,52
Twice,mireille@tanagra.example,1
`;

const plain = { message: '', leaveOutAwarded: false };
const people = (count: number) =>
  `email\n${Array.from({ length: count }, (_, at) => `person-${at}@example.org`).join('\n')}\n`;

async function linesOf(hub: TestHub): Promise<(number | null)[]> {
  const awards = await hub.db.selectFrom('award').select('batch_line').orderBy('batch_line').execute();
  return awards.map(({ batch_line }) => batch_line);
}

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
  const letters = await hub.letters();
  expect(letters.map(({ to }) => to).sort()).toEqual(['mireille@tanagra.example', 'thordis@fernhill.example']);
  expect(letters[0]?.text).toContain('Well done.');
  expect(await firstBrokenEvent(hub)).toBeUndefined();
});

it('sends a row that was mended later, and nobody else again', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const batch = await hub.given.batch(issuer, id, csv);
  await sendBatch(hub, issuer, batch, plain);
  await hub.drain();

  await changeRow(hub, issuer, batch, 3, { cells: new Map([[1, 'josue@almondtree.example']]) });
  await sendBatch(hub, issuer, batch, plain);
  await hub.drain();

  expect(await linesOf(hub)).toEqual([2, 3, 4]);
});

it('gives one award for each row although two workers are at it and both begin again', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const batch = await hub.given.batch(issuer, id, people(250));
  await sendBatch(hub, issuer, batch, plain);

  await Promise.all([sendRows.run(hub, { batch }), sendRows.run(hub, { batch })]);
  await hub.drain();

  expect(await linesOf(hub)).toEqual(Array.from({ length: 250 }, (_, at) => at + 2));
  expect(await hub.letters()).toHaveLength(250);
  expect((await hub.events()).filter(({ verb }) => verb === 'batch.finished')).toHaveLength(1);
  expect(await firstBrokenEvent(hub)).toBeUndefined();
});

it('pauses, goes on, and stops', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const batch = await hub.given.batch(issuer, id, people(3));
  await sendBatch(hub, issuer, batch, plain);

  await steerBatch(hub, issuer, batch, 'pause');
  await hub.drain();
  const whilePaused = await linesOf(hub);
  await steerBatch(hub, issuer, batch, 'resume');
  await hub.drain();

  expect([whilePaused, await linesOf(hub)]).toEqual([[], [2, 3, 4]]);
  await expect(steerBatch(hub, issuer, batch, 'stop')).rejects.toMatchObject({ code: 'award.wrong-state' });
});

it('signs nothing more once it is stopped', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const batch = await hub.given.batch(issuer, id, people(3));
  await sendBatch(hub, issuer, batch, plain);

  await steerBatch(hub, issuer, batch, 'stop');
  await hub.drain();

  expect(await linesOf(hub)).toEqual([]);
  expect((await findBatch(hub.db, batch))?.state).toBe('stopped');
});

it('pauses by itself when whoever started it may not award any more, or the badge is archived', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const batch = await hub.given.batch(issuer, id, people(3));
  await sendBatch(hub, issuer, batch, plain);
  await hub.db.updateTable('tie').set({ state: 'ended' }).where('kind', '=', 'staff').execute();

  await hub.drain();

  expect(await findBatch(hub.db, batch)).toMatchObject({ state: 'paused', haltReason: 'award.not-an-issuer' });
  expect(await linesOf(hub)).toEqual([]);
});

it('leaves out whom the badge went to before, when asked', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  await hub.given.award(issuer, id, 'person-1@example.org');
  const batch = await hub.given.batch(issuer, id, people(3));

  await sendBatch(hub, issuer, batch, { message: '', leaveOutAwarded: true });
  await hub.drain();

  expect(await linesOf(hub)).toEqual([2, 4, null]);
});

it('holds the letters until the hour that was chosen', async () => {
  const hub = await testHub({ now: '2031-03-04T10:00:00Z' });
  const { id, issuer } = await hub.given.issuedBadge();
  const batch = await hub.given.batch(issuer, id, people(1));

  await sendBatch(hub, issuer, batch, { ...plain, sendAt: new Date('2031-03-10T08:00:00Z') });
  await hub.drain();
  const before = await hub.db.selectFrom('award').select(['state', 'sent_at']).execute();
  hub.pass({ days: 6 });
  await hub.drain();

  expect(before).toEqual([{ state: 'scheduled', sent_at: null }]);
  expect(await hub.db.selectFrom('award').select('state').execute()).toEqual([{ state: 'sent' }]);
});

it('takes back everything until the first letter leaves, without a trace outside', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const batch = await hub.given.batch(issuer, id, people(3));
  await sendBatch(hub, issuer, batch, plain);
  await hub.drain();

  const count = await takeBackBatch(hub, issuer, batch);

  expect(count).toBe(3);
  const states = await hub.db.selectFrom('award').select('state').execute();
  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['withdrawn']));
  expect(new Set((await hub.letters()).map(({ state }) => state))).toEqual(new Set(['withdrawn']));
  expect(await firstBrokenEvent(hub)).toBeUndefined();
});

it('takes nothing back after the letters left', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const batch = await hub.given.batch(issuer, id, people(1));
  await sendBatch(hub, issuer, batch, plain);
  await hub.drain();
  hub.pass({ minutes: 2 });

  await expect(takeBackBatch(hub, issuer, batch)).rejects.toMatchObject({ code: 'award.already-sent' });
});

it('refuses to send when nobody is ready, twice at once, or by somebody else', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const nobody = await hub.given.batch(issuer, id, 'email\nnot an address\n');
  const some = await hub.given.batch(issuer, id, people(1));
  const stranger = await hub.given.person('A Stranger');

  await expect(sendBatch(hub, issuer, nobody, plain)).rejects.toMatchObject({ code: 'award.no-recipients' });
  await expect(sendBatch(hub, stranger, some, plain)).rejects.toMatchObject({ code: 'award.not-an-issuer' });
  await sendBatch(hub, issuer, some, plain);
  await expect(sendBatch(hub, issuer, some, plain)).rejects.toMatchObject({ code: 'award.wrong-state' });
});
