import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { listIssuers } from './issuer-store.ts';
import { listBadges, listBusyTags, listUsed } from './store.ts';

/** A hundred thousand published badges of two hundred issuers; one word in a thousand is rare. */
async function fill(hub: TestHub): Promise<void> {
  await sql`
    insert into actor (id, kind, handle, name, created_at)
    select 'org_' || lpad(n::text, 26, '0'), 'organization', 'house-' || n, 'House ' || n, now()
    from generate_series(1, 200) as n`.execute(hub.db);
  await sql`
    insert into achievement (id, series, issuer, state, name, description, tags, lang, achievement_type, created_at, changed_at, published_at)
    select id, id, 'org_' || lpad((1 + n % 200)::text, 26, '0'), 'published',
      'Badge ' || n || ' of the ' || case when n % 1000 = 0 then 'zeppelin' else 'harbour' end,
      'Somebody can do ' || md5(n::text) || ' and show it to others.',
      array['tag ' || n % 50], case when n % 10 = 0 then 'fr' else 'en' end,
      case when n % 20 = 0 then 'Course' else 'Badge' end, at, at, at
    from (select n, 'ach_' || lpad(n::text, 26, '0') as id, now() - n * interval '1 minute' as at
      from generate_series(1, 100000) as n) as made`.execute(hub.db);
  await sql`vacuum analyze achievement`.execute(hub.db);
}

it('answers questions about a hundred thousand badges', { timeout: 180_000 }, async () => {
  const hub = await testHub();
  await fill(hub);
  const any = { q: '', sort: 'newest', page: 1, size: 24, isMember: false } as const;
  const questions = {
    'everything, newest first': () => listBadges(hub.db, any),
    'everything, by name, page 200': () => listBadges(hub.db, { ...any, sort: 'name', page: 200 }),
    'a word that most have': () => listBadges(hub.db, { ...any, q: 'harb' }),
    'a word that few have': () => listBadges(hub.db, { ...any, q: 'zepp' }),
    'a word that nobody has': () => listBadges(hub.db, { ...any, q: 'xylophone' }),
    'few of one language, by name': () => listBadges(hub.db, { ...any, q: 'zepp', lang: 'fr', sort: 'name' }),
    'one letter': () => listBadges(hub.db, { ...any, q: 'b' }),
    'a tag': () => listBadges(hub.db, { ...any, tag: 'tag 7' }),
    'one issuer': () => listBadges(hub.db, { ...any, issuer: `org_${'7'.padStart(26, '0')}` }),
    'a type': () => listBadges(hub.db, { ...any, type: 'Course' }),
    'the filters': () =>
      Promise.all([listUsed(hub.db, 'lang'), listUsed(hub.db, 'achievement_type'), listBusyTags(hub.db, 14)]),
    issuers: () => listIssuers(hub.db, { q: '', page: 1, size: 24, isMember: false }),
  };

  const lines: string[] = [];
  for (const [name, ask] of Object.entries(questions)) {
    await ask();
    const begun = performance.now();
    await ask();
    lines.push(`${(performance.now() - begun).toFixed(1).padStart(8)} ms  ${name}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);

  const few = await listBadges(hub.db, { ...any, q: 'zepp' });
  const most = await listBadges(hub.db, { ...any, q: 'harb' });
  expect([few.total, most.total]).toEqual([100, 5001]);
  expect(few.badges.map(({ name }) => name).slice(0, 2)).toEqual([
    'Badge 1000 of the zeppelin',
    'Badge 2000 of the zeppelin',
  ]);
  expect(most.badges[0]?.name).toBe('Badge 1 of the harbour');
  expect(await listUsed(hub.db, 'lang')).toEqual(['en', 'fr']);
});
