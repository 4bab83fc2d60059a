import { type ColumnType, type Selectable, sql } from 'kysely';
import type { ActorId, Id, PersonId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import type { Award, AwardState, Evidence } from './model.ts';

declare module '../../kernel/tables.ts' {
  interface Tables {
    award: AwardRow;
  }
}

type Json<T> = ColumnType<T, string, string>;

export interface AwardRow {
  id: Id<'awd'>;
  achievement: Id<'ach'>;
  issuer: ActorId;
  batch: Id<'bat'> | null;
  batch_line: number | null;
  state: AwardState;
  recipient_name: string | null;
  recipient_email: string | null;
  recipient: PersonId | null;
  narrative: string;
  evidence: Json<Evidence[]>;
  fields: Json<Record<string, string>>;
  activity_start: string | null;
  activity_end: string | null;
  message: string;
  awarded_at: Date;
  valid_until: Date | null;
  send_at: Date;
  sent_at: Date | null;
  opened_at: Date | null;
  claimed_at: Date | null;
  declined_at: Date | null;
  state_reason: string | null;
  state_changed_at: Date;
  claim_token_hash: Buffer | null;
  claim_token_sealed: Buffer | null;
  claim_expires_at: Date | null;
  claim_code: Id<'cod'> | null;
  replaces: Id<'awd'> | null;
  demo: boolean;
  awarded_by: PersonId | null;
  created_at: Date;
}

export function awardOf(row: Selectable<AwardRow>): Award {
  return {
    id: row.id,
    achievementId: row.achievement,
    issuerId: row.issuer,
    batchId: row.batch ?? undefined,
    batchLine: row.batch_line ?? undefined,
    state: row.state,
    recipientName: row.recipient_name ?? undefined,
    recipientEmail: row.recipient_email ?? undefined,
    recipientId: row.recipient ?? undefined,
    narrative: row.narrative,
    evidence: row.evidence,
    fields: row.fields,
    activityStart: row.activity_start ?? undefined,
    activityEnd: row.activity_end ?? undefined,
    message: row.message,
    awardedAt: row.awarded_at,
    validUntil: row.valid_until ?? undefined,
    sendAt: row.send_at,
    sentAt: row.sent_at ?? undefined,
    openedAt: row.opened_at ?? undefined,
    claimedAt: row.claimed_at ?? undefined,
    declinedAt: row.declined_at ?? undefined,
    stateReason: row.state_reason ?? undefined,
    stateChangedAt: row.state_changed_at,
    claimExpiresAt: row.claim_expires_at ?? undefined,
    claimCode: row.claim_code ?? undefined,
    replaces: row.replaces ?? undefined,
    demo: row.demo,
    awardedBy: row.awarded_by ?? undefined,
    createdAt: row.created_at,
  };
}

/** The award of this id; whoever makes it at the same time is waited for. */
export async function findAwardOnce(tx: Tx, id: Id<'awd'>): Promise<Award | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext(${id}))`.execute(tx);
  return findAward(tx, id);
}

export async function findAward(db: Db, id: string): Promise<Award | undefined> {
  const row = await db
    .selectFrom('award')
    .selectAll()
    .where('id', '=', id as Id<'awd'>)
    .executeTakeFirst();
  return row && awardOf(row);
}

export async function findAwardByToken(db: Db, tokenHash: Buffer): Promise<Award | undefined> {
  const row = await db.selectFrom('award').selectAll().where('claim_token_hash', '=', tokenHash).executeTakeFirst();
  return row && awardOf(row);
}

/** The award, locked until the transaction ends: of two who act at once the second sees what the first did. */
export async function lockAward(tx: Tx, id: Id<'awd'>): Promise<Award | undefined> {
  const row = await tx.selectFrom('award').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && awardOf(row);
}

export interface ClaimSecret {
  hash: Buffer;
  sealed: Buffer;
}

export async function insertAwards(tx: Tx, awards: (Award & { claim?: ClaimSecret })[]): Promise<void> {
  if (awards.length === 0) return;
  await tx
    .insertInto('award')
    .values(
      awards.map((award) => ({
        id: award.id,
        achievement: award.achievementId,
        issuer: award.issuerId,
        batch: award.batchId ?? null,
        batch_line: award.batchLine ?? null,
        state: award.state,
        recipient_name: award.recipientName ?? null,
        recipient_email: award.recipientEmail ?? null,
        recipient: award.recipientId ?? null,
        narrative: award.narrative,
        evidence: JSON.stringify(award.evidence),
        fields: JSON.stringify(award.fields),
        activity_start: award.activityStart ?? null,
        activity_end: award.activityEnd ?? null,
        message: award.message,
        awarded_at: award.awardedAt,
        valid_until: award.validUntil ?? null,
        send_at: award.sendAt,
        sent_at: award.sentAt ?? null,
        opened_at: award.openedAt ?? null,
        claimed_at: award.claimedAt ?? null,
        declined_at: award.declinedAt ?? null,
        state_reason: award.stateReason ?? null,
        state_changed_at: award.stateChangedAt,
        claim_token_hash: award.claim?.hash ?? null,
        claim_token_sealed: award.claim?.sealed ?? null,
        claim_expires_at: award.claimExpiresAt ?? null,
        claim_code: award.claimCode ?? null,
        replaces: award.replaces ?? null,
        demo: award.demo,
        awarded_by: award.awardedBy ?? null,
        created_at: award.createdAt,
      })),
    )
    .execute();
}

/** False when the award was no longer in one of the states. */
export async function updateAwardState(
  tx: Tx,
  id: Id<'awd'>,
  from: AwardState[],
  to: AwardState,
  change: { at: Date; reason?: string; recipientId?: PersonId },
): Promise<boolean> {
  const result = await tx
    .updateTable('award')
    .set({
      state: to,
      state_changed_at: change.at,
      state_reason: change.reason ?? null,
      ...(to === 'claimed' && change.recipientId ? { claimed_at: change.at, recipient: change.recipientId } : {}),
      ...(to === 'declined' ? { declined_at: change.at } : {}),
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface MarkedAward {
  id: Id<'awd'>;
  issuer: ActorId;
  batch: Id<'bat'> | null;
}

/** Scheduled awards whose time has come and whose letter left, or is kept for reading, become `sent`. */
export async function markDueSent(tx: Tx, now: Date, limit: number): Promise<MarkedAward[]> {
  const due = await tx
    .selectFrom('award')
    .select('id')
    .where('state', '=', 'scheduled')
    .where('send_at', '<=', now)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('outbox')
          .select('id')
          .whereRef('outbox.about', '=', 'award.id')
          .where('outbox.state', 'in', ['kept', 'sent']),
      ),
    )
    .orderBy('send_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return markSent(
    tx,
    due.map(({ id }) => id),
    now,
  );
}

/** The letter left (or is kept for reading): `scheduled` becomes `sent`, whatever came first stays. */
export async function markSent(tx: Tx, ids: Id<'awd'>[], at: Date): Promise<MarkedAward[]> {
  if (ids.length === 0) return [];
  return tx
    .updateTable('award')
    .set({ state: 'sent', sent_at: at, state_changed_at: at })
    .where('id', 'in', ids)
    .where('state', 'in', ['scheduled', 'bounced'])
    .returning(['id', 'issuer', 'batch'])
    .execute();
}

export async function markBounced(tx: Tx, ids: Id<'awd'>[], at: Date): Promise<MarkedAward[]> {
  return tx
    .updateTable('award')
    .set({ state: 'bounced', state_changed_at: at })
    .where('id', 'in', ids)
    .where('state', 'in', ['scheduled', 'sent'])
    .returning(['id', 'issuer', 'batch'])
    .execute();
}

/** The claim page was opened for the first time. */
export async function markOpened(db: Db, id: Id<'awd'>, at: Date): Promise<void> {
  await db
    .updateTable('award')
    .set({ state: 'opened', opened_at: at, state_changed_at: at })
    .where('id', '=', id)
    .where('state', 'in', ['sent', 'scheduled'])
    .execute();
}

/** Awards made out to one of these addresses that wait for an answer. */
export async function listWaitingFor(db: Db, emails: string[]): Promise<Award[]> {
  if (emails.length === 0) return [];
  const rows = await db
    .selectFrom('award')
    .selectAll()
    .where('recipient_email', 'in', emails)
    .where('state', 'in', ['scheduled', 'sent', 'opened', 'bounced'])
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute();
  return rows.map(awardOf);
}

export interface AwardFilter {
  achievementId?: Id<'ach'>;
  issuerId?: ActorId;
  batchId?: Id<'bat'>;
  states?: AwardState[];
  /** Part of a name or an address. */
  search?: string;
}

export async function listAwards(
  db: Db,
  filter: AwardFilter,
  page: { offset: number; limit: number },
): Promise<Award[]> {
  const rows = await filtered(db, filter)
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('batch_line')
    .orderBy('id', 'desc')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return rows.map(awardOf);
}

export async function countAwardsByState(
  db: Db,
  filter: Omit<AwardFilter, 'states'>,
): Promise<Partial<Record<AwardState, number>>> {
  const rows = await filtered(db, filter)
    .select(['state', ({ fn }) => fn.countAll<string>().as('count')])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

function filtered(db: Db, filter: AwardFilter) {
  let query = db.selectFrom('award');
  if (filter.achievementId) query = query.where('achievement', '=', filter.achievementId);
  if (filter.issuerId) query = query.where('issuer', '=', filter.issuerId);
  if (filter.batchId) query = query.where('batch', '=', filter.batchId);
  if (filter.states) query = query.where('state', 'in', filter.states);
  const { search } = filter;
  if (search) {
    const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) => eb.or([eb('recipient_name', 'ilike', like), eb('recipient_email', 'ilike', like)]));
  }
  return query;
}

/** How many people hold this achievement: accepted, not taken back, and still here. */
export async function countHolders(db: Db, achievementIds: Id<'ach'>[]): Promise<Map<Id<'ach'>, number>> {
  if (achievementIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('award')
    .select(['achievement', ({ fn }) => fn.count<string>('recipient').distinct().as('count')])
    .where('achievement', 'in', achievementIds)
    .where('state', '=', 'claimed')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('actor')
            .select('actor.id')
            .whereRef('actor.id', '=', 'award.recipient')
            .where('ended_at', 'is not', null),
        ),
      ),
    )
    .groupBy('achievement')
    .execute();
  return new Map(rows.map(({ achievement, count }) => [achievement, Number(count)]));
}

/** Awards of a batch whose letter has not left, locked. */
export async function listWaitingOfBatch(tx: Tx, batch: Id<'bat'>, now: Date): Promise<Id<'awd'>[]> {
  const rows = await tx
    .selectFrom('award')
    .select('id')
    .where('batch', '=', batch)
    .where('state', '=', 'scheduled')
    .where('send_at', '>', now)
    .orderBy('batch_line')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

export async function updateStateOfAll(tx: Tx, ids: Id<'awd'>[], to: AwardState, at: Date): Promise<void> {
  await tx
    .updateTable('award')
    .set({ state: to, state_changed_at: at })
    .where(({ eb, fn, val }) => eb('id', '=', fn.any(val(ids))))
    .execute();
}

/** The claim token as the key store sealed it. */
export async function readClaimToken(db: Db, id: Id<'awd'>): Promise<Buffer | undefined> {
  const row = await db.selectFrom('award').select('claim_token_sealed').where('id', '=', id).executeTakeFirst();
  return row?.claim_token_sealed ?? undefined;
}

/** A letter is on its way again: what came back waits to be sent, and the link gets a new term. */
export async function updateResent(tx: Tx, id: Id<'awd'>, now: Date, claimExpiresAt: Date): Promise<void> {
  await tx
    .updateTable('award')
    .set((eb) => ({
      state: eb
        .case()
        .when('state', '=', 'bounced')
        .then('scheduled' as const)
        .else(eb.ref('state'))
        .end(),
      send_at: now,
      state_changed_at: now,
      claim_expires_at: claimExpiresAt,
    }))
    .where('id', '=', id)
    .execute();
}

/** Awards that nobody accepted in all the time since, with personal words in them; locked. */
export async function listUnclaimedSince(tx: Tx, before: Date, limit: number): Promise<MarkedAward[]> {
  return tx
    .selectFrom('award')
    .select(['id', 'issuer', 'batch'])
    .where('recipient', 'is', null)
    .where('recipient_email', 'is not', null)
    .where('created_at', '<', before)
    .where('send_at', '<', before)
    .orderBy('created_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Blanks everything personal. What waited for an answer has expired. */
export async function blankAwards(tx: Tx, ids: Id<'awd'>[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('award')
    .set((eb) => ({
      recipient_name: null,
      recipient_email: null,
      narrative: '',
      message: '',
      evidence: '[]',
      fields: '{}',
      claim_token_hash: null,
      claim_token_sealed: null,
      state: eb
        .case()
        .when('state', 'in', ['scheduled', 'sent', 'opened', 'bounced'])
        .then('expired' as const)
        .else(eb.ref('state'))
        .end(),
      state_changed_at: at,
    }))
    .where('id', 'in', ids)
    .execute();
  await tx.updateTable('award_batch_row').set({ cells: '[]', email: null }).where('award', 'in', ids).execute();
  await tx.updateTable('outbox').set({ recipient: '', text: '', html: '' }).where('about', 'in', ids).execute();
}

/** Whether this badge waits at, or was accepted with, this address. */
export async function isAwardedTo(db: Db, achievement: Id<'ach'>, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('award')
    .select('id')
    .where('achievement', '=', achievement)
    .where('recipient_email', '=', email)
    .where('state', 'in', ['scheduled', 'sent', 'opened', 'claimed', 'suspended'])
    .executeTakeFirst();
  return row !== undefined;
}

/** What somebody accepted. */
export async function listAwardsOfRecipient(db: Db, recipient: PersonId): Promise<Id<'awd'>[]> {
  const rows = await db.selectFrom('award').select('id').where('recipient', '=', recipient).execute();
  return rows.map(({ id }) => id);
}
