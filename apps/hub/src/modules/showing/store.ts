import { sql } from 'kysely';
import type { Report, Verdict } from 'openbadges';
import type { ActorId, Id, PersonId } from '../../kernel/ids.ts';
import type { Db } from '../../kernel/tables.ts';
import type { AwardState } from '../awards/index.ts';
import type { Visibility } from '../backpack/index.ts';
import type { ShownCredential, ShownHolding } from './model.ts';

/** One statement for everything that the addresses of credentials need to know. */
export async function listShown(db: Db, ids: string[]): Promise<Map<string, ShownCredential>> {
  const { rows } = await sql<ShownRow>`
    select c.id, c.award, c.achievement, c.issuer, c.document, c.sha256, c.issued_at,
      a.state, a.state_reason, a.state_changed_at, a.valid_until,
      h.id as holding, h.holder, h.visibility, h.link_token, p.name as holder_name,
      v.verdict, v.checked_at
    from credential c
    join award a on a.id = c.award
    left join holding h on h.credential = c.id and h.removed_at is null
    left join actor p on p.id = h.holder
    left join lateral (
      select verdict, checked_at from verification
      where document_sha256 = c.sha256 order by checked_at desc limit 1
    ) v on true
    where c.id = any(${ids})`.execute(db);
  return new Map(rows.map((row) => [row.id, shownOf(row)]));
}

interface ShownRow {
  id: Id<'crd'>;
  award: Id<'awd'>;
  achievement: Id<'ach'>;
  issuer: ActorId;
  document: string;
  sha256: string;
  issued_at: Date;
  state: AwardState;
  state_reason: string | null;
  state_changed_at: Date;
  valid_until: Date | null;
  holding: Id<'hld'> | null;
  holder: PersonId;
  visibility: Visibility;
  link_token: string;
  holder_name: string;
  verdict: Verdict | null;
  checked_at: Date;
}

function shownOf(row: ShownRow): ShownCredential {
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
    holding: row.holding ? holdingOf(row, row.holding) : undefined,
    lastCheck: row.verdict ? { verdict: row.verdict, checkedAt: row.checked_at } : undefined,
  };
}

function holdingOf(row: ShownRow, id: Id<'hld'>): ShownHolding {
  return {
    id,
    holderId: row.holder,
    holderName: row.holder_name,
    visibility: row.visibility,
    linkToken: row.link_token,
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

export async function hasOpenLink(db: Db, tokenHash: Buffer, holding: Id<'hld'>, now: Date): Promise<boolean> {
  const { rows } = await sql`
    select 1 from share_link
    where token_hash = ${tokenHash} and holding = ${holding} and revoked_at is null
      and (expires_at is null or expires_at > ${now})`.execute(db);
  return rows.length > 0;
}

/** Of the newest verification of this document whose report is still kept. */
export async function findInnerReports(db: Db, sha256: string): Promise<Report['inner']> {
  const { rows } = await sql<{ inner: Report['inner'] | null }>`
    select report->'inner' as inner from verification
    where document_sha256 = ${sha256} and report is not null
    order by checked_at desc limit 1`.execute(db);
  return rows[0]?.inner ?? [];
}
