import { expect, it } from 'vitest';
import { attempt } from '../kernel/refusal.ts';
import { makeLimits, sweepRateLimits } from './rate-limit.ts';
import { testPlatform } from './test-platform.ts';

const threeAtOnce = { capacity: 3, perMinute: 1 };

it('lets through what the bucket holds, then tells how long to wait', async () => {
  const hub = await testPlatform();
  const take = () => hub.limits.take('sign-in 192.0.2.7', threeAtOnce);
  await take();
  await take();
  await take();

  await expect(take()).rejects.toMatchObject({ code: 'web.too-many-requests', details: { seconds: 60 } });
  hub.pass({ minutes: 0.5 });

  await expect(take()).rejects.toMatchObject({ details: { seconds: 30 } });
});

it('fills up with time, and not above its capacity', async () => {
  const hub = await testPlatform();
  const take = () => attempt(() => hub.limits.take('sign-in', threeAtOnce));
  for (let turn = 0; turn < 4; turn++) await take();
  hub.pass({ hours: 5 });

  const turns = [await take(), await take(), await take(), await take()];

  expect(turns.map((turn) => 'refusal' in turn)).toEqual([false, false, false, true]);
});

it('gives each token to one of many that ask at the same moment', async () => {
  const hub = await testPlatform();

  const turns = await Promise.all(
    Array.from({ length: 30 }, () => attempt(() => hub.limits.take('sign-in', { capacity: 7, perMinute: 1 }))),
  );

  expect(turns.filter((turn) => 'done' in turn)).toHaveLength(7);
});

it('counts every bucket for itself', async () => {
  const hub = await testPlatform();
  const one = { capacity: 1, perMinute: 1 };
  await hub.limits.take('first', one);

  await expect(hub.limits.take('first', one)).rejects.toMatchObject({ code: 'web.too-many-requests' });
  await expect(hub.limits.take('second', one)).resolves.toBeUndefined();
});

it('stores no name that it was given, and another hub makes another hash of it', async () => {
  const hub = await testPlatform();
  const other = { ...hub, keys: { ...hub.keys, derive: () => Buffer.alloc(32, 1) } };
  await hub.limits.take('nour@school.example', threeAtOnce);
  await makeLimits(other).take('nour@school.example', threeAtOnce);

  const rows = await hub.db.selectFrom('rate_limit').select('bucket').execute();

  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toContain('nour');
});

it('forgets buckets that are full again', async () => {
  const hub = await testPlatform();
  await hub.limits.take('old', threeAtOnce);
  hub.pass({ hours: 25 });
  await hub.limits.take('new', threeAtOnce);

  await sweepRateLimits.run(hub, {});

  expect(await hub.db.selectFrom('rate_limit').selectAll().execute()).toHaveLength(1);
});
