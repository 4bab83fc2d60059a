import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { makeLive } from './live.ts';
import { type TestPlatform, testPlatform } from './test-platform.ts';

const publish = (hub: TestPlatform, channel: string, number: number) =>
  hub.db.transaction().execute((tx) => hub.live.publish(tx, channel, { number }));

it('carries messages to every process that listens, on their channel only', async () => {
  const hub = await testPlatform();
  const other = makeLive(hub);
  const here: unknown[] = [];
  const there: unknown[] = [];
  hub.live.subscribe('batch 1', (message) => here.push(message));
  other.subscribe('batch 1', (message) => there.push(message));
  await Promise.all([hub.live.ready(), other.ready()]);

  await publish(hub, 'batch 2', 1);
  await publish(hub, 'batch 1', 2);

  await vi.waitFor(() => expect([here, there]).toEqual([[{ number: 2 }], [{ number: 2 }]]));
  await other.close();
});

it('says nothing of what was undone', async () => {
  const hub = await testPlatform();
  const heard: unknown[] = [];
  hub.live.subscribe('batch', (message) => heard.push(message));
  await hub.live.ready();

  const undone = hub.db.transaction().execute(async (tx) => {
    await hub.live.publish(tx, 'batch', { number: 1 });
    throw new Error('no');
  });
  await expect(undone).rejects.toThrow('no');
  await publish(hub, 'batch', 2);

  await vi.waitFor(() => expect(heard).toEqual([{ number: 2 }]));
});

it('stops telling whoever left', async () => {
  const hub = await testPlatform();
  const [left, stayed]: [unknown[], unknown[]] = [[], []];
  const leave = hub.live.subscribe('batch', (message) => left.push(message));
  hub.live.subscribe('batch', (message) => stayed.push(message));
  await hub.live.ready();

  leave();
  await publish(hub, 'batch', 1);

  await vi.waitFor(() => expect(stayed).toEqual([{ number: 1 }]));
  expect(left).toEqual([]);
});

it('listens again after its connection was cut', async () => {
  const hub = await testPlatform();
  const heard: unknown[] = [];
  hub.live.subscribe('batch', (message) => heard.push(message));
  await hub.live.ready();

  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query = 'listen hub'`.execute(hub.db);

  await vi.waitFor(async () => {
    await publish(hub, 'batch', 1);
    expect(heard).toContainEqual({ number: 1 });
  }, 5000);
});
