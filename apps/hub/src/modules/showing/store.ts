import { sql } from 'kysely';
import type { ActorId, Id } from '../../kernel/ids.ts';
import type { Db } from '../../kernel/tables.ts';
import type { ShownCredential } from './model.ts';

/** One statement for everything that a credential's address needs to know. */
export async function findShown(db: Db, id: Id<'crd'>): Promise<ShownCredential | undefined> {
  const row = await db
    .selectFrom('credential as c')
    .innerJoin('award as a', 'a.id', 'c.award')
    .leftJoin('holding as h', (join) => join.onRef('h.credential', '=', 'c.id').on('h.removed_at', 'is', null))
    .leftJoin('actor as p', 'p.id', 'h.holder')
    .select(['c.id', 'c.award', 'c.achievement', 'c.issuer', 'c.document', 'c.sha256', 'c.issued_at'])
    .select(['a.state', 'a.state_reason', 'a.state_changed_at', 'a.valid_until'])
    .select(['h.id as holding', 'h.holder', 'h.visibility', 'h.link_token', 'p.name as holder_name'])
    .where('c.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { holding, holder, visibility, link_token: linkToken } = row;
  return {
    id: row.id,
    awardId: row.award,
    achievementId: row.achievement,
    issuerId: row.issuer,
    document: row.document,
    sha256: row.sha256,
    issuedAt: row.issued_at,
    state: row.state,
    stateReason: row.state_reason ?? undefined,
    stateChangedAt: row.state_changed_at,
    validUntil: row.valid_until ?? undefined,
    holding:
      holding && holder && visibility && linkToken
        ? { id: holding, holderId: holder, holderName: row.holder_name ?? '', visibility, linkToken }
        : undefined,
  };
}

export interface IssuerTotals {
  /** Published achievements. */
  badges: number;
  /** Awards that somebody accepted. */
  accepted: number;
  revoked: number;
}

export async function countOfIssuer(db: Db, issuer: ActorId): Promise<IssuerTotals> {
  const { rows } = await sql<Record<keyof IssuerTotals, string>>`
    select (select count(*) from achievement where issuer = ${issuer} and state = 'published') as badges,
      count(*) filter (where claimed_at is not null) as accepted,
      count(*) filter (where claimed_at is not null and state = 'revoked') as revoked
    from award where issuer = ${issuer}`.execute(db);
  const [row] = rows;
  return { badges: Number(row?.badges), accepted: Number(row?.accepted), revoked: Number(row?.revoked) };
}
