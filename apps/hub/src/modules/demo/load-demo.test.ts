import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { firstBrokenEvent } from '../../kernel/event.ts';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { findAlliance } from '../actors/index.ts';
import { loadDemo } from './load-demo.ts';
import { plannedStates } from './plan-awards.ts';
import { removeDemo } from './remove-demo.ts';

async function countBy(hub: TestHub, query: ReturnType<typeof sql<{ key: string; count: number }>>) {
  const { rows } = await query.execute(hub.db);
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
}

/** Everything that a reader can see, without ids, keys and salts. */
async function contentOf(hub: TestHub): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws('|', kind, name, handle, summary, visibility, created_at) as line from actor
    union all select concat_ws('|', name, version, state, description, criteria, tags, design, published_at) from achievement
    union all select concat_ws('|', achievement.name, award.state, recipient_email, narrative, award.evidence, awarded_at,
      send_at, sent_at, opened_at, claimed_at, state_reason, valid_until, message)
      from award join achievement on achievement.id = award.achievement
    union all select concat_ws('|', actor.name, view ->> 'name', holding.visibility, accepted_at)
      from holding join actor on actor.id = holder
    union all select concat_ws('|', subject.name, object.name, role, tie.kind, state, started_at, tie.ended_at)
      from tie join actor subject on subject.id = tie.subject join actor object on object.id = tie.object
    union all select concat_ws('|', collection.title, view ->> 'name', place)
      from collection join collection_holding on collection = collection.id join holding on holding.id = holding
    union all select concat_ws('|', recipient, subject, state, created_at) from outbox
    order by 1`.execute(hub.db);
  return rows.map(({ line }) => line).join('\n');
}

async function filledTables(hub: TestHub): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = current_schema() order by 1`.execute(hub.db);
  const filled = await Promise.all(
    rows.map(async ({ name }) => {
      const found = await sql`select 1 from ${sql.table(name)} limit 1`.execute(hub.db);
      return found.rows.length > 0 ? [name] : [];
    }),
  );
  return filled.flat();
}

describe('the demonstration', () => {
  it('is a whole alliance with really signed badges, can be taken away, and comes back the same', async () => {
    const hub = await testHub();

    await loadDemo(hub);

    expect(await findAlliance(hub.db)).toMatchObject({ name: 'Badge Alliance', demo: true });
    expect(await countBy(hub, sql`select kind as key, count(*)::int from actor where demo group by 1`)).toEqual({
      hub: 1,
      organization: 33,
      person: 40,
    });
    expect(await countBy(hub, sql`select 'series' as key, count(distinct series)::int from achievement`)).toEqual({
      series: 30,
    });
    const states = await countBy(hub, sql`select state as key, count(*)::int from award where demo group by 1`);
    const others = Object.values(plannedStates).reduce((sum, count) => sum + count, 0);
    expect(states).toEqual({ ...plannedStates, claimed: 300 - others });
    expect(await countBy(hub, sql`select state as key, count(*)::int from award_batch group by 1`)).toEqual({
      done: 1,
    });
    expect(await firstBrokenEvent(hub)).toBeUndefined();
    await expectVerdicts(hub);

    const content = await contentOf(hub);
    await removeDemo(hub);
    expect(await filledTables(hub)).toEqual(['event', 'event_head', 'migration']);
    await loadDemo(hub);
    expect(await contentOf(hub)).toBe(content);
    expect(await firstBrokenEvent(hub)).toBeUndefined();
  }, 120_000);

  it('leaves a real alliance alone', async () => {
    const hub = await testHub();
    await hub.given.alliance('Alliance of the Coast');

    await expect(loadDemo(hub)).rejects.toMatchObject({ code: 'demo.hub-not-empty' });
    await expect(removeDemo(hub, { withOwnContent: true })).rejects.toMatchObject({ code: 'demo.not-a-demo' });

    expect(await hub.given.rowsOf('actor')).toMatchObject([{ name: 'Alliance of the Coast' }]);
  });

  it('does not go while there is something in it that people added, unless they say so', async () => {
    const hub = await testHub();
    await hub.db.insertInto('actor').values(demoHub(hub)).execute();
    await hub.given.account('Perpetua Brackenfield');

    await expect(removeDemo(hub)).rejects.toMatchObject({ code: 'demo.own-content', details: { count: 1 } });
    expect(await hub.given.rowsOf('account')).toHaveLength(1);

    await removeDemo(hub, { withOwnContent: true });
    expect(await hub.given.rowsOf('account')).toEqual([]);
  });
});

const demoHub = (hub: TestHub) => ({
  id: hub.newId('hub'),
  kind: 'hub' as const,
  name: 'Badge Alliance',
  demo: true,
  handle: null,
  logo_file: null,
  website: null,
  location: null,
  created_at: hub.clock(),
  ended_at: null,
});

/** A few of each state, as a stranger's program would see them. */
async function expectVerdicts(hub: TestHub): Promise<void> {
  const { rows } = await sql<{ state: string; expired: boolean; document: string }>`
    select state, coalesce(valid_until < ${hub.clock()}, false) as expired, document from (
      select award.*, credential.document, row_number() over (partition by state, valid_until < ${hub.clock()}
        order by sha256) as place from award join credential on credential.award = award.id) as sample
    where place <= 2`.execute(hub.db);
  for (const { state, expired, document } of rows) {
    const body = JSON.stringify({ credential: JSON.parse(document) });
    const headers = { 'content-type': 'application/json' };
    const answer = await (await hub.request('/api/v1/verify', { method: 'POST', headers, body })).json();
    const wanted: Record<string, string> = { suspended: 'suspended', revoked: 'revoked', withdrawn: 'revoked' };
    expect([state, expired, answer.verdict]).toEqual([
      state,
      expired,
      wanted[state] ?? (expired ? 'expired' : 'valid'),
    ]);
  }
  expect(rows.length).toBeGreaterThan(12);
}
