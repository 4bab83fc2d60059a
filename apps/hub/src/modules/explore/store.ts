import { type SelectQueryBuilder, sql } from 'kysely';
import type { ActorId, Id } from '../../kernel/ids.ts';
import type { Db, Tables } from '../../kernel/tables.ts';
import { type BadgeQuery, type FoundBadge, mostCounted, prefixQuery, searchWords } from './model.ts';

type Published = SelectQueryBuilder<Tables, 'achievement' | 'actor', object>;

function published(db: Db, isMember: boolean): Published {
  return db
    .selectFrom('achievement')
    .innerJoin('actor', 'actor.id', 'achievement.issuer')
    .where('achievement.state', '=', 'published')
    .where('actor.ended_at', 'is', null)
    .where('actor.visibility', 'in', isMember ? ['public', 'members'] : ['public']);
}

function matching(db: Db, { q, tag, issuer, type, lang, isMember }: BadgeQuery): Published {
  let found = published(db, isMember);
  const words = searchWords(q);
  if (words.length > 0) {
    found = found.where(sql<boolean>`achievement.search @@ to_tsquery('simple', ${prefixQuery(words)})`);
  } else if (q.trim()) found = found.where(sql<boolean>`false`);
  if (tag) found = found.where(sql<boolean>`achievement.tags @> array[${tag}]::text[]`);
  if (issuer) found = found.where('achievement.issuer', '=', issuer as ActorId);
  if (type) found = found.where('achievement.achievement_type', '=', type);
  if (lang) found = found.where('achievement.lang', '=', lang);
  return found;
}

/**
 * One page of what was asked for, and how many there are up to one more than `mostCounted`.
 *
 * PostgreSQL guesses badly how often a beginning of a word occurs. So we count first: few are sorted, and many are met
 * soon on the way through the index of the order.
 */
export async function listBadges(db: Db, query: BadgeQuery): Promise<{ badges: FoundBadge[]; total: number }> {
  const ids = matching(db, query)
    .select('achievement.id')
    .limit(mostCounted + 1)
    .as('found');
  if (query.q.trim() === '') {
    const [badges, total] = await Promise.all([listPage(matching(db, query), query), countOf(db, ids)]);
    return { badges, total };
  }
  const total = await countOf(db, ids);
  if (total > mostCounted) return { badges: await listPage(matching(db, query), query), total };
  const few = published(db, query.isMember).where(({ eb }) =>
    // the limit keeps the planner from merging both queries
    eb('achievement.id', 'in', matching(db, query).select('achievement.id').limit(mostCounted)),
  );
  return { badges: total === 0 ? [] : await listPage(few, query), total };
}

async function countOf(db: Db, ids: ReturnType<typeof aliased>): Promise<number> {
  const query = db.selectFrom(ids).select(({ fn }) => fn.countAll<string>().as('count'));
  return Number((await query.executeTakeFirstOrThrow()).count);
}

const aliased = (query: SelectQueryBuilder<Tables, 'achievement' | 'actor', { id: Id<'ach'> }>) => query.as('found');

async function listPage(
  found: Published,
  { sort, page, size }: Pick<BadgeQuery, 'sort' | 'page' | 'size'>,
): Promise<FoundBadge[]> {
  const ordered =
    sort === 'name'
      ? found.orderBy(sql`lower(achievement.name)`).orderBy('achievement.id')
      : found.orderBy('achievement.published_at', 'desc').orderBy('achievement.id');
  const rows = await ordered
    .select([
      'achievement.id',
      'achievement.name',
      'achievement.lang',
      'achievement.version',
      'achievement.revision',
      'achievement.image_file',
      'achievement.issuer',
      'achievement.published_at',
      'actor.name as issuer_name',
    ])
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    lang: row.lang,
    version: row.version,
    revision: row.revision,
    imageFile: row.image_file ?? undefined,
    issuerId: row.issuer,
    issuerName: row.issuer_name,
    publishedAt: row.published_at ?? new Date(0),
  }));
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
      (select count(*) from award where state = 'claimed') as accepted,
      (select count(distinct recipient) from award where state = 'claimed') as holders`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('Counting gave nothing');
  return Object.fromEntries(Object.entries(row).map(([name, count]) => [name, Number(count)])) as unknown as Numbers;
}
