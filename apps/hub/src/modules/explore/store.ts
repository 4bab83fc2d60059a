import { type SelectQueryBuilder, sql } from 'kysely';
import type { ActorId } from '../../kernel/ids.ts';
import type { Db, Tables } from '../../kernel/tables.ts';
import { type BadgeQuery, type FoundBadge, mostCounted, prefixQuery, searchWords } from './model.ts';

type Published = SelectQueryBuilder<Tables, 'achievement', object>;

/**
 * What may be listed. Who is not listed are few, so they are taken away: joined with all actors, PostgreSQL begins with
 * those and looks for words once for each.
 */
function published(db: Db, isMember: boolean): Published {
  const unlisted = sql<ActorId>`(
    select id from actor where kind <> 'person' and (ended_at is not null or visibility <> 'public')
      and (ended_at is not null or visibility <> ${isMember ? 'members' : 'public'}))`;
  return db
    .selectFrom('achievement')
    .where('achievement.state', '=', 'published')
    .where('achievement.issuer', 'not in', unlisted);
}

function matching(db: Db, { q, tag, issuer, type, lang, isMember }: BadgeQuery): Published {
  let found = published(db, isMember);
  const words = searchWords(q);
  if (words.length > 0) found = found.where(sql<boolean>`search @@ to_tsquery('simple', ${prefixQuery(words)})`);
  else if (q.trim()) found = found.where(sql<boolean>`false`);
  if (tag) found = found.where(sql<boolean>`tags @> array[${tag}]::text[]`);
  if (issuer) found = found.where('issuer', '=', issuer as ActorId);
  if (type) found = found.where('achievement_type', '=', type);
  if (lang) found = found.where('lang', '=', lang);
  return found;
}

/**
 * One page of what was asked for, and how many there are up to one more than `mostCounted`.
 *
 * PostgreSQL guesses badly how often a beginning of a word occurs. So we count first: few are sorted, and many are met
 * soon on the way through the index of the order.
 */
export async function listBadges(db: Db, query: BadgeQuery): Promise<{ badges: FoundBadge[]; total: number }> {
  const total = await countMatching(db, query);
  if (total === 0) return { badges: [], total };
  const isNarrow = query.q.trim() !== '' && total <= mostCounted;
  return { badges: await listPage(db, isNarrow ? few(db, query) : matching(db, query), query), total };
}

async function countMatching(db: Db, query: BadgeQuery): Promise<number> {
  const ids = matching(db, query)
    .select('id')
    .limit(mostCounted + 1);
  const counted = db.selectFrom(ids.as('found')).select(({ fn }) => fn.countAll<string>().as('count'));
  return Number((await counted.executeTakeFirstOrThrow()).count);
}

/** The limit keeps the planner from merging the search with the order. */
function few(db: Db, query: BadgeQuery): Published {
  return db.selectFrom('achievement').where('id', 'in', matching(db, query).select('id').limit(mostCounted));
}

async function listPage(
  db: Db,
  found: Published,
  { sort, page, size }: Pick<BadgeQuery, 'sort' | 'page' | 'size'>,
): Promise<FoundBadge[]> {
  const name = sql<string>`lower(name)`;
  const ordered = (sort === 'name' ? found.orderBy(name) : found.orderBy('published_at', 'desc')).orderBy('id');
  const rows = await ordered
    .select(['id', 'name', 'lang', 'version', 'revision', 'image_file', 'issuer', 'published_at'])
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const names = await namesOf(db, new Set(rows.map(({ issuer }) => issuer)));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    lang: row.lang,
    version: row.version,
    revision: row.revision,
    imageFile: row.image_file ?? undefined,
    issuerId: row.issuer,
    issuerName: names.get(row.issuer) ?? '',
    publishedAt: row.published_at ?? new Date(0),
  }));
}

async function namesOf(db: Db, ids: Set<ActorId>): Promise<Map<ActorId, string>> {
  if (ids.size === 0) return new Map();
  const query = db.selectFrom('actor').select(['id', 'name']);
  const rows = await query.where('id', 'in', [...ids]).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The different values of an indexed column, found by jumping through its index instead of reading all rows. */
export async function listUsed(db: Db, column: 'achievement_type' | 'lang'): Promise<string[]> {
  const name = sql.ref(column);
  const { rows } = await sql<{ value: string }>`
    with recursive used (value) as (
      (select ${name} from achievement where state = 'published' order by ${name} limit 1)
      union all
      select (select ${name} from achievement where state = 'published' and ${name} > used.value order by ${name} limit 1)
      from used where used.value is not null
    ) select value from used where value is not null`.execute(db);
  return rows.map(({ value }) => value);
}

/** The tags that the newest badges carry most. */
export async function listBusyTags(db: Db, count: number): Promise<string[]> {
  const { rows } = await sql<{ tag: string }>`
    select tag from (
      select tags from achievement where state = 'published' order by published_at desc, id limit 400
    ) as newest, unnest(newest.tags) as tag
    group by tag order by count(*) desc, tag limit ${count}`.execute(db);
  return rows.map(({ tag }) => tag);
}

export interface Numbers {
  badges: number;
  issuers: number;
  organizations: number;
  awarded: number;
  accepted: number;
  holders: number;
}

/** What there is on this hub, counted and not guessed. */
export async function countAll(db: Db): Promise<Numbers> {
  const { rows } = await sql<Record<keyof Numbers, string>>`
    select
      (select count(*) from achievement where state = 'published') as badges,
      (select count(distinct issuer) from achievement where state = 'published') as issuers,
      (select count(*) from actor where kind = 'organization' and ended_at is null) as organizations,
      (select count(*) from award where state not in ('scheduled', 'withdrawn')) as awarded,
      (select count(*) from award join actor on actor.id = recipient
        where award.state = 'claimed' and actor.ended_at is null) as accepted,
      (select count(distinct recipient) from award join actor on actor.id = recipient
        where award.state = 'claimed' and actor.ended_at is null) as holders`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('Counting gave nothing');
  return Object.fromEntries(Object.entries(row).map(([name, count]) => [name, Number(count)])) as unknown as Numbers;
}
