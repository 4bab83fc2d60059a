import type { ColumnType, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { ActorId, Id } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import type { ActorProfile } from './model.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    actor: ActorRow;
    setting: { name: string; value: ColumnType<unknown, string, string>; changed_at: Date };
  }
}

interface ActorRow {
  id: ActorId;
  kind: ActorProfile['kind'];
  handle: string | null;
  name: string;
  summary: ColumnType<string, string | undefined, string>;
  logo_file: Id<'fil'> | null;
  website: string | null;
  location: string | null;
  links: ColumnType<ActorProfile['links'], string | undefined, string>;
  lang: ColumnType<string, string | undefined, string>;
  time_zone: ColumnType<string, string | undefined, string>;
  visibility: ColumnType<
    ActorProfile['visibility'],
    ActorProfile['visibility'] | undefined,
    ActorProfile['visibility']
  >;
  demo: ColumnType<boolean, boolean | undefined, boolean>;
  created_at: Date;
  ended_at: Date | null;
  revision: ColumnType<number, number | undefined, number | ReturnType<typeof sql<number>>>;
  search: ColumnType<string, never, never>;
}

function profileOf(row: Omit<Selectable<ActorRow>, 'search'>): ActorProfile {
  return {
    id: row.id,
    kind: row.kind,
    handle: row.handle ?? undefined,
    name: row.name,
    summary: row.summary,
    logoFile: row.logo_file ?? undefined,
    website: row.website ?? undefined,
    location: row.location ?? undefined,
    links: row.links,
    lang: row.lang,
    timeZone: row.time_zone,
    visibility: row.visibility,
    demo: row.demo,
    createdAt: row.created_at,
    endedAt: row.ended_at ?? undefined,
    revision: row.revision,
  };
}

export async function findActor(db: Db, id: string): Promise<ActorProfile | undefined> {
  const row = await db
    .selectFrom('actor')
    .selectAll()
    .where('id', '=', id as ActorId)
    .executeTakeFirst();
  return row && profileOf(row);
}

export async function findActorByHandle(db: Db, handle: string): Promise<ActorProfile | undefined> {
  const row = await db.selectFrom('actor').selectAll().where('handle', '=', handle.toLowerCase()).executeTakeFirst();
  return row && profileOf(row);
}

/** The alliance itself; undefined before the first run. */
export async function findAlliance(db: Db): Promise<ActorProfile | undefined> {
  const row = await db.selectFrom('actor').selectAll().where('kind', '=', 'hub').executeTakeFirst();
  return row && profileOf(row);
}

export async function listActors(db: Db, ids: string[]): Promise<ActorProfile[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('actor')
    .selectAll()
    .where('id', 'in', ids as ActorId[])
    .execute();
  return rows.map(profileOf);
}

export type NewActor = Pick<ActorProfile, 'id' | 'kind' | 'name' | 'createdAt'> &
  Partial<
    Pick<
      ActorProfile,
      'summary' | 'website' | 'location' | 'links' | 'lang' | 'timeZone' | 'visibility' | 'demo' | 'logoFile' | 'handle'
    >
  >;

/** Inserts an actor; a taken handle gets the first free number behind it. */
export async function insertActor(tx: Tx, actor: NewActor): Promise<void> {
  const handle = actor.handle && (await freeHandle(tx, actor.handle));
  await tx
    .insertInto('actor')
    .values({
      id: actor.id,
      kind: actor.kind,
      name: actor.name,
      handle: handle ?? null,
      summary: actor.summary ?? '',
      logo_file: actor.logoFile ?? null,
      website: actor.website ?? null,
      location: actor.location ?? null,
      links: JSON.stringify(actor.links ?? []),
      lang: actor.lang ?? 'en',
      time_zone: actor.timeZone ?? 'UTC',
      visibility: actor.visibility ?? 'public',
      demo: actor.demo ?? false,
      created_at: actor.createdAt,
      ended_at: null,
    })
    .execute();
}

async function freeHandle(tx: Tx, wanted: string): Promise<string> {
  // two inserts of one handle at once wait for each other here
  await sql`select pg_advisory_xact_lock(hashtext(${`handle ${wanted}`}))`.execute(tx);
  const rows = await tx.selectFrom('actor').select('handle').where('handle', 'like', `${wanted}%`).execute();
  const taken = new Set(rows.map((row) => row.handle));
  let handle = wanted;
  for (let n = 2; taken.has(handle); n++) handle = `${wanted}-${n}`;
  return handle;
}

export type ActorChange = Partial<
  Pick<
    ActorProfile,
    'name' | 'summary' | 'website' | 'location' | 'links' | 'lang' | 'timeZone' | 'visibility' | 'logoFile' | 'endedAt'
  >
>;

/** False when somebody else changed the actor since `revision` was read. */
export async function updateActor(tx: Tx, id: ActorId, change: ActorChange, revision?: number): Promise<boolean> {
  const set = {
    ...('name' in change ? { name: change.name } : {}),
    ...('summary' in change ? { summary: change.summary } : {}),
    ...('website' in change ? { website: change.website ?? null } : {}),
    ...('location' in change ? { location: change.location ?? null } : {}),
    ...('links' in change ? { links: JSON.stringify(change.links ?? []) } : {}),
    ...('lang' in change ? { lang: change.lang } : {}),
    ...('timeZone' in change ? { time_zone: change.timeZone } : {}),
    ...('visibility' in change ? { visibility: change.visibility } : {}),
    ...('logoFile' in change ? { logo_file: change.logoFile ?? null } : {}),
    ...('endedAt' in change ? { ended_at: change.endedAt ?? null } : {}),
    revision: sql<number>`revision + 1`,
  };
  let update = tx.updateTable('actor').set(set).where('id', '=', id);
  if (revision !== undefined) update = update.where('revision', '=', revision);
  return (await update.executeTakeFirst()).numUpdatedRows === 1n;
}
