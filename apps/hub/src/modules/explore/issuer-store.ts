import { sql } from 'kysely';
import type { ActorId, Id } from '../../kernel/ids.ts';
import type { Db } from '../../kernel/tables.ts';
import { type FoundIssuer, prefixQuery, searchWords } from './model.ts';

interface IssuerQuery {
  q: string;
  page: number;
  size: number;
  isMember: boolean;
}

interface Row {
  id: ActorId;
  handle: string | null;
  name: string;
  kind: FoundIssuer['kind'];
  location: string | null;
  logo_file: Id<'fil'> | null;
  badges: string;
  total: string;
}

/** Who has published badges, by name, with how many. */
export async function listIssuers(
  db: Db,
  { q, page, size, isMember }: IssuerQuery,
): Promise<{ issuers: FoundIssuer[]; total: number }> {
  const words = searchWords(q);
  const matches =
    words.length > 0 ? sql`actor.search @@ to_tsquery('simple', ${prefixQuery(words)})` : sql`${q.trim() === ''}`;
  const seen = isMember ? sql`actor.visibility in ('public', 'members')` : sql`actor.visibility = 'public'`;
  const { rows } = await sql<Row>`
    with counted as materialized (
      select issuer, count(*) as badges from achievement where state = 'published' group by issuer
    )
    select actor.id, handle, name, kind, location, logo_file, counted.badges, count(*) over () as total
    from counted join actor on actor.id = counted.issuer
    where actor.ended_at is null and ${seen} and ${matches}
    order by lower(name), actor.id
    limit ${size} offset ${(page - 1) * size}`.execute(db);
  return { issuers: rows.map(issuerOf), total: Number(rows[0]?.total ?? 0) };
}

function issuerOf(row: Row): FoundIssuer {
  return {
    id: row.id,
    handle: row.handle ?? row.id,
    name: row.name,
    kind: row.kind,
    location: row.location ?? undefined,
    logoFile: row.logo_file ?? undefined,
    badges: Number(row.badges),
  };
}
