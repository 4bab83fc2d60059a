import type { PersonId } from '../../kernel/ids.ts';
import type { Db } from '../../kernel/tables.ts';
import { issuerName, pictureHref, type ShelfEntry, standingOf } from './shelf-model.ts';

const most = 5000;

/** Everything somebody holds now, without the documents, newest first. `removed`: what they took out instead. */
export async function listShelf(db: Db, holder: PersonId, now: Date, removed = false): Promise<ShelfEntry[]> {
  const rows = await db
    .selectFrom('holding')
    .leftJoin('award', 'award.id', 'holding.award')
    .select([
      'holding.id',
      'holding.view',
      'holding.issuer_key',
      'holding.award',
      'holding.image_file',
      'holding.visibility',
      'holding.verdict',
      'holding.accepted_at',
      'award.state',
    ])
    .where('holder', '=', holder)
    .where('superseded_by', 'is', null)
    .where('removed_at', removed ? 'is not' : 'is', null)
    .orderBy('accepted_at', 'desc')
    .orderBy('holding.id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => {
    const known = { awardState: row.state ?? undefined, verdict: row.verdict ?? undefined, view: row.view };
    const pictured = { id: row.id, imageFile: row.image_file ?? undefined, awardId: row.award ?? undefined };
    return {
      id: row.id,
      name: row.view.name,
      issuer: issuerName(row.view),
      issuerKey: row.issuer_key,
      picture: pictureHref({ ...pictured, view: row.view }),
      awardedAt: row.view.awardedAt,
      acceptedAt: row.accepted_at,
      standing: standingOf(known, now),
      visibility: row.visibility,
    };
  });
}

export async function countRemoved(db: Db, holder: PersonId): Promise<number> {
  const row = await db
    .selectFrom('holding')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('holder', '=', holder)
    .where('superseded_by', 'is', null)
    .where('removed_at', 'is not', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
