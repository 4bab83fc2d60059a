import { sql } from 'kysely';
import type { Person, StaffRole } from '../../kernel/actor.ts';
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
  ties: { kind: 'steward' | 'staff'; object: ActorId; role: string | null }[];
}

export interface SessionRead extends ActingRow {
  session: Id<'ses'>;
  seen_at: Date;
}

const acting = sql`
  account.id as account, account.person, actor.name, account.locale, account.time_zone, account.theme,
  coalesce((select jsonb_agg(address order by is_primary desc, created_at) from email_address
    where email_address.account = account.id and verified_at is not null), '[]') as emails,
  coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'object', object, 'role', role)) from tie
    where tie.subject = account.person and state = 'active' and kind in ('steward', 'staff')), '[]') as ties`;

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
  const roles = new Map<OrganizationId, StaffRole[]>();
  for (const { kind, object, role } of row.ties) {
    if (kind !== 'staff') continue;
    roles.set(object as OrganizationId, [...(roles.get(object as OrganizationId) ?? []), role as StaffRole]);
  }
  return {
    kind: 'person',
    personId: row.person,
    accountId: row.account,
    name: row.name,
    isSteward: row.ties.some((tie) => tie.kind === 'steward'),
    staff: [...roles].map(([organizationId, held]) => ({ organizationId, roles: held })),
    emails: row.emails,
  };
}
