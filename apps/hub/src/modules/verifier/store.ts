import { type ColumnType, sql } from 'kysely';
import type { Snapshot, Verdict } from 'openbadges';
import type { Id } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import {
  answeredVerdicts,
  type KeptBrought,
  type KeptReport,
  type KeptSnapshot,
  type LastVerification,
  type Verification,
} from './model.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    snapshot_body: { sha256: string; body: Buffer };
    verification: VerificationRow;
  }
}

interface VerificationRow {
  id: Id<'ver'>;
  batch: Id<'ver'> | null;
  place: number;
  document_sha256: string;
  source_sha256: string;
  verdict: Verdict;
  snapshot: ColumnType<KeptSnapshot, string, never>;
  bodies: string[];
  checked_at: Date;
  expires_at: Date;
  brought: ColumnType<KeptBrought | null, string, null>;
  report: ColumnType<KeptReport | null, string, null>;
  image: Buffer | null;
}

export interface NewVerification extends Omit<Verification, 'hasImage' | 'report'> {
  report: KeptReport;
  bodies: { sha256: string; body: string }[];
  place: number;
  documentSha256: string;
  sourceSha256: string;
  /** Without regard to a recipient. */
  verdict: Verdict;
  image: Buffer | undefined;
}

export async function insertVerification(tx: Tx, one: NewVerification): Promise<void> {
  const bodies = new Map(one.bodies.map(({ sha256, body }) => [sha256, Buffer.from(body)]));
  // in one order, so that two at once never wait for each other crosswise
  const rows = [...bodies].map(([sha256, body]) => ({ sha256, body })).sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  if (rows.length > 0) {
    await tx
      .insertInto('snapshot_body')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await tx
    .insertInto('verification')
    .values({
      id: one.id,
      batch: one.batch ?? null,
      place: one.place,
      document_sha256: one.documentSha256,
      source_sha256: one.sourceSha256,
      verdict: one.verdict,
      snapshot: JSON.stringify(one.report.snapshot),
      bodies: [...bodies.keys()],
      checked_at: new Date(one.report.checkedAt),
      expires_at: one.expiresAt,
      brought: JSON.stringify(one.brought),
      report: JSON.stringify(one.report),
      image: one.image ?? null,
    })
    .execute();
}

const columns = [
  'id',
  'batch',
  'brought',
  'report',
  'expires_at',
  sql<boolean>`image is not null`.as('has_image'),
] as const;

type Row = Pick<VerificationRow, 'id' | 'batch' | 'expires_at'> & {
  brought: KeptBrought | null;
  report: KeptReport | null;
  has_image: boolean;
};

function verificationOf(row: Row): Verification | undefined {
  if (!row.report) return undefined;
  return {
    id: row.id,
    batch: row.batch ?? undefined,
    brought: row.brought ?? {},
    report: row.report,
    hasImage: row.has_image,
    expiresAt: row.expires_at,
  };
}

/** Undefined as well when its time is over. */
export async function findVerification(db: Db, id: string, now: Date): Promise<Verification | undefined> {
  const row = await db
    .selectFrom('verification')
    .select(columns)
    .where('id', '=', id as Id<'ver'>)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row && verificationOf(row);
}

/** Those sent together, in the order in which they were sent. */
export async function listBatch(db: Db, batch: string, now: Date): Promise<Verification[]> {
  const rows = await db
    .selectFrom('verification')
    .select(columns)
    .where('batch', '=', batch as Id<'ver'>)
    .where('expires_at', '>', now)
    .orderBy('place')
    .execute();
  return rows.flatMap((row) => verificationOf(row) ?? []);
}

export async function findImage(db: Db, id: string, now: Date): Promise<Buffer | undefined> {
  const query = db
    .selectFrom('verification')
    .select('image')
    .where('id', '=', id as Id<'ver'>);
  return (await query.where('expires_at', '>', now).executeTakeFirst())?.image ?? undefined;
}

/**
 * The newest copy of everything that was seen when this document, or what lay at this address, had an answer here.
 * `sha256`: of the document's text or of the address.
 */
export async function findSnapshot(db: Db, sha256: string): Promise<Snapshot | undefined> {
  const row = await db
    .selectFrom('verification')
    .select(['snapshot', 'bodies'])
    .where((eb) => eb.or([eb('document_sha256', '=', sha256), eb('source_sha256', '=', sha256)]))
    .where('verdict', 'in', answeredVerdicts)
    .orderBy('checked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { takenAt, entries } = row.snapshot;
  const bodies = row.bodies.length === 0 ? [] : await listBodies(db, row.bodies);
  const texts = new Map(bodies.map(({ sha256: digest, body }) => [digest, body.toString()]));
  return { takenAt, entries: entries.map((entry) => ({ ...entry, body: texts.get(entry.digest) ?? '' })) };
}

function listBodies(db: Db, digests: string[]) {
  return db.selectFrom('snapshot_body').selectAll().where('sha256', 'in', digests).execute();
}

/** What came of the last time this document was verified here, whoever asked. `sha256`: of its text, lower-case hex. */
export async function lastVerification(db: Db, sha256: string): Promise<LastVerification | undefined> {
  const row = await db
    .selectFrom('verification')
    .select(['id', 'verdict', 'checked_at'])
    .where('document_sha256', '=', sha256)
    .orderBy('checked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, verdict: row.verdict, checkedAt: row.checked_at };
}

/** Forgets who brought what; of each document the newest answer stays, with the copies it was made from. */
export async function forgetExpired(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('verification')
    .set({ brought: null, report: null, image: null })
    .where('expires_at', '<=', now)
    .where('report', 'is not', null)
    .execute();
  await sql`
    delete from verification old
    where expires_at <= ${now} and (
      not (verdict = any(${answeredVerdicts}))
      or exists (
        select 1 from verification newer
        where newer.document_sha256 = old.document_sha256 and newer.source_sha256 = old.source_sha256
          and newer.verdict = any(${answeredVerdicts})
          and (newer.checked_at, newer.id) > (old.checked_at, old.id)
      )
    )`.execute(db);
  await sql`
    delete from snapshot_body body
    where not exists (select 1 from verification where bodies @> array[body.sha256])`.execute(db);
}
