import { sql } from 'kysely';
import type { Person, StaffPlace, StaffRole } from '../../kernel/actor.ts';
import type { ActorId, Id, OrganizationId, PersonId } from '../../kernel/ids.ts';
import type { Db } from '../../kernel/tables.ts';

interface ActingRow {
  account: Id<'acc'>;
  person: PersonId;
  name: string;
  locale: string | null;
  time_zone: string | null;
  theme: string | null;
  emails: string[];
  ties: { kind: 'steward' | 'staff'; object: ActorId; role: string | null; name: string; handle: string | null }[];
}

export interface SessionRead extends ActingRow {
  session: Id<'ses'>;
  seen_at: Date;
}

const acting = sql`
  account.id as account, account.person, actor.name, account.locale, account.time_zone, account.theme,
  coalesce((select jsonb_agg(address order by is_primary desc, created_at) from email_address
    where email_address.account = account.id and verified_at is not null), '[]') as emails,
  coalesce((select jsonb_agg(
      jsonb_build_object('kind', tie.kind, 'object', object, 'role', role, 'name', place.name, 'handle', place.handle)
      order by place.name, place.id)
    from tie join actor place on place.id = tie.object
    where tie.subject = account.person and state = 'active' and tie.kind in ('steward', 'staff')), '[]') as ties`;

/** One statement for each request of somebody who is signed in. */
export async function readSession(db: Db, tokenHash: Buffer, now: Date): Promise<SessionRead | undefined> {
  const { rows } = await sql<SessionRead>`
    select session.id as session, session.seen_at, ${acting}
    from session join account on account.id = session.account join actor on actor.id = account.person
    where session.token_hash = ${tokenHash} and session.expires_at > ${now} and account.deleted_at is null`.execute(db);
  return rows[0];
}

export async function readActing(db: Db, personId: PersonId): Promise<ActingRow | undefined> {
  const { rows } = await sql<ActingRow>`
    select ${acting} from account join actor on actor.id = account.person
    where account.person = ${personId} and account.deleted_at is null`.execute(db);
  return rows[0];
}

export function personOf(row: ActingRow): Person {
  return {
    kind: 'person',
    personId: row.person,
    accountId: row.account,
    name: row.name,
    isSteward: row.ties.some((tie) => tie.kind === 'steward'),
    staff: staffPlaces(row.ties),
    emails: row.emails,
  };
}

/** One entry for each organization, in the order of their names. */
function staffPlaces(ties: ActingRow['ties']): StaffPlace[] {
  const places = new Map<ActorId, StaffPlace>();
  for (const { kind, object, role, name, handle } of ties) {
    if (kind !== 'staff') continue;
    const place = places.get(object) ?? {
      organizationId: object as OrganizationId,
      called: { name, handle: handle ?? object },
      roles: [],
    };
    places.set(object, { ...place, roles: [...place.roles, role as StaffRole] });
  }
  return [...places.values()];
}
