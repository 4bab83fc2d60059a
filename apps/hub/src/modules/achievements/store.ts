import { type ColumnType, type Selectable, sql } from 'kysely';
import type { ActorId, Id, PersonId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import type { BadgeDesign } from './design/badge-design.ts';
import type { Achievement, AchievementContent, AchievementState, Alignment } from './model.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    achievement: AchievementRow;
  }
}

type Json<T> = ColumnType<T, string, string>;

interface AchievementRow {
  id: Id<'ach'>;
  series: Id<'ach'>;
  version: number;
  issuer: ActorId;
  state: AchievementState;
  name: string;
  description: string;
  criteria: Json<{ text: string }[]>;
  criteria_narrative: string;
  achievement_type: string;
  tags: string[];
  alignments: Json<Alignment[]>;
  evidence_wanted: string;
  evidence_required: boolean;
  valid_months: number | null;
  lang: string;
  design: ColumnType<BadgeDesign | null, string | null, string | null>;
  image_file: Id<'fil'> | null;
  image_alt: string;
  revision: ColumnType<number, number | undefined, number | ReturnType<typeof sql<number>>>;
  demo: boolean;
  created_by: PersonId | null;
  created_at: Date;
  changed_at: Date;
  published_at: Date | null;
  archived_at: Date | null;
  locked_at: ColumnType<Date | null, Date | null, Date | null | ReturnType<typeof sql<Date>>>;
  search: ColumnType<string, never, never>;
}

export function achievementOf(row: Omit<Selectable<AchievementRow>, 'search'>): Achievement {
  return {
    id: row.id,
    series: row.series,
    version: row.version,
    issuerId: row.issuer,
    state: row.state,
    name: row.name,
    description: row.description,
    criteria: row.criteria,
    criteriaNarrative: row.criteria_narrative,
    achievementType: row.achievement_type,
    tags: row.tags,
    alignments: row.alignments,
    evidenceWanted: row.evidence_wanted,
    evidenceRequired: row.evidence_required,
    validMonths: row.valid_months ?? undefined,
    lang: row.lang,
    design: row.design ?? undefined,
    imageFile: row.image_file ?? undefined,
    imageAlt: row.image_alt,
    revision: row.revision,
    demo: row.demo,
    createdBy: row.created_by ?? undefined,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    publishedAt: row.published_at ?? undefined,
    archivedAt: row.archived_at ?? undefined,
    lockedAt: row.locked_at ?? undefined,
  };
}

function columnsOf(content: AchievementContent) {
  return {
    name: content.name,
    description: content.description,
    criteria: JSON.stringify(content.criteria),
    criteria_narrative: content.criteriaNarrative,
    achievement_type: content.achievementType,
    tags: content.tags,
    alignments: JSON.stringify(content.alignments),
    evidence_wanted: content.evidenceWanted,
    evidence_required: content.evidenceRequired,
    valid_months: content.validMonths ?? null,
    lang: content.lang,
    design: content.design ? JSON.stringify(content.design) : null,
    image_file: content.imageFile ?? null,
    image_alt: content.imageAlt,
  };
}

export async function findAchievement(db: Db, id: string): Promise<Achievement | undefined> {
  const row = await db
    .selectFrom('achievement')
    .selectAll()
    .where('id', '=', id as Id<'ach'>)
    .executeTakeFirst();
  return row && achievementOf(row);
}

export async function listVersions(db: Db, series: Id<'ach'>): Promise<Achievement[]> {
  const rows = await db
    .selectFrom('achievement')
    .selectAll()
    .where('series', '=', series)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(achievementOf);
}

/** Newest first; `states` narrows. */
export async function listAchievementsOf(
  db: Db,
  issuerId: ActorId,
  states: AchievementState[],
): Promise<Achievement[]> {
  const rows = await db
    .selectFrom('achievement')
    .selectAll()
    .where('issuer', '=', issuerId)
    .where('state', 'in', states)
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map(achievementOf);
}

export async function listAchievements(db: Db, ids: Id<'ach'>[]): Promise<Achievement[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('achievement').selectAll().where('id', 'in', ids).execute();
  return rows.map(achievementOf);
}

export async function insertAchievement(tx: Tx, achievement: Achievement): Promise<void> {
  await tx
    .insertInto('achievement')
    .values({
      ...columnsOf(achievement),
      id: achievement.id,
      series: achievement.series,
      version: achievement.version,
      issuer: achievement.issuerId,
      state: achievement.state,
      demo: achievement.demo,
      created_by: achievement.createdBy ?? null,
      created_at: achievement.createdAt,
      changed_at: achievement.changedAt,
      published_at: achievement.publishedAt ?? null,
      archived_at: achievement.archivedAt ?? null,
      locked_at: achievement.lockedAt ?? null,
    })
    .execute();
}

/** False when the achievement was changed or locked since `revision` was read. */
export async function updateContent(
  tx: Tx,
  id: Id<'ach'>,
  content: AchievementContent,
  revision: number,
  now: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('achievement')
    .set({ ...columnsOf(content), changed_at: now, revision: sql<number>`revision + 1` })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('locked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** False when the achievement was changed since it was read. */
export async function updateState(
  tx: Tx,
  { id, state: from, revision }: Pick<Achievement, 'id' | 'state' | 'revision'>,
  to: AchievementState,
  now: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('achievement')
    .set({
      state: to,
      changed_at: now,
      revision: sql<number>`revision + 1`,
      ...(to === 'published' && from === 'draft' ? { published_at: now } : {}),
      archived_at: to === 'archived' ? now : null,
    })
    .where('id', '=', id)
    .where('state', '=', from)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/**
 * Locks what is awarded, in the transaction of the award. False when it was changed since it was read: what is signed
 * must be what stands there from now on. The row stays locked, so no edit slips between.
 */
export async function lockAchievement(
  tx: Tx,
  { id, revision }: Pick<Achievement, 'id' | 'revision'>,
  now: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('achievement')
    .set({ locked_at: sql<Date>`coalesce(locked_at, ${now})` })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function nextVersionNumber(tx: Tx, series: Id<'ach'>): Promise<number> {
  await sql`select 1 from achievement where id = ${series} for update`.execute(tx);
  const row = await tx
    .selectFrom('achievement')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('series', '=', series)
    .executeTakeFirstOrThrow();
  return row.version + 1;
}

/** The draft of a newer version that somebody already began. */
export async function findDraftOf(db: Db, series: Id<'ach'>): Promise<Achievement | undefined> {
  const row = await db
    .selectFrom('achievement')
    .selectAll()
    .where('series', '=', series)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return row && achievementOf(row);
}

/** Earlier versions of the same achievement that can still be awarded. */
export async function listPublishedBefore(
  tx: Tx,
  { series, version }: Pick<Achievement, 'series' | 'version'>,
): Promise<Achievement[]> {
  const rows = await tx
    .selectFrom('achievement')
    .selectAll()
    .where('series', '=', series)
    .where('version', '<', version)
    .where('state', '=', 'published')
    .forUpdate()
    .execute();
  return rows.map(achievementOf);
}
