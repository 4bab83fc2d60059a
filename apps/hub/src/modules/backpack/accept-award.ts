import { badgeView, credentialIdentity } from 'openbadges';
import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { type NewEvent, record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { type Award, lockAward, updateAwardState } from '../awards/index.ts';
import { type Credential, findCredentialOfAward } from '../credentials/index.ts';
import type { Holding, Visibility } from './model.ts';
import { findHoldingOfAward, insertHolding } from './store.ts';

export type Needs = Pick<App, 'clock' | 'db' | 'newId' | 'random'>;

/**
 * The recipient accepts: the award is claimed and its credential lies in their backpack, in one transaction.
 * Pressing twice gives one holding; two people with one link give one award to the first.
 *
 * The caller has made sure that this person may: they came with the letter's link, or own the address.
 */
export async function acceptAward(
  app: Needs,
  actor: Person,
  awardId: Id<'awd'>,
  visibility: Visibility,
): Promise<Id<'hld'>> {
  return app.db.transaction().execute((tx) => acceptIn(app, tx, actor, awardId, visibility));
}

export async function acceptIn(
  app: Needs,
  tx: Tx,
  actor: Person,
  awardId: Id<'awd'>,
  visibility: Visibility,
): Promise<Id<'hld'>> {
  const award = await lockAward(tx, awardId);
  if (!award) throw new Refusal('award.not-found', { id: awardId });
  const { holdingId, events } = await depositAward(app, tx, actor, award, visibility);
  await record(app, tx, ...events);
  return holdingId;
}

/** Puts an award that the caller has locked into somebody's backpack. The events are the caller's to record, last. */
export async function depositAward(
  app: Needs,
  tx: Tx,
  holder: Person,
  award: Award,
  visibility: Visibility,
): Promise<{ holdingId: Id<'hld'>; events: NewEvent[] }> {
  const id = award.id;
  const held = await findHoldingOfAward(tx, id);
  if (held?.holderId === holder.personId) return { holdingId: held.id, events: [] };
  if (award.claimExpiresAt && award.claimExpiresAt < app.clock()) throw new Refusal('award.claim-link-expired', { id });
  const from: Award['state'][] = ['scheduled', 'sent', 'opened', 'bounced'];
  const change = { at: app.clock(), recipientId: holder.personId };
  const claimed = await updateAwardState(tx, id, from, 'claimed', change);
  if (!claimed) throw new Refusal('award.already-decided', { id });
  const credential = await findCredentialOfAward(tx, id);
  if (!credential) throw new Refusal('credential.not-found', { id });

  const holding = holdingOfAward(app, holder, award, credential, visibility);
  await insertHolding(tx, holding);
  const data = { holding: holding.id };
  return { holdingId: holding.id, events: [{ verb: 'award.claimed', by: holder, about: id, data }] };
}

function holdingOfAward(
  app: Needs,
  holder: Person,
  award: Award,
  credential: Credential,
  visibility: Visibility,
): Holding {
  const parsed = JSON.parse(credential.document);
  const identity = credentialIdentity(parsed);
  const view = badgeView(parsed);
  if (!identity || !view) throw new Error('a credential of this hub can be read');
  return {
    id: app.newId('hld'),
    holderId: holder.personId,
    credentialId: credential.id,
    awardId: award.id,
    document: credential.document,
    sha256: credential.sha256,
    format: { version: '3.0', envelope: 'vc-2.0', security: 'data-integrity', carrier: 'json', from: 'award' },
    view,
    issuerKey: identity.issuer,
    credentialKey: identity.id,
    validFrom: credential.issuedAt,
    visibility,
    linkToken: Buffer.from(app.random(18)).toString('base64url'),
    acceptedAt: app.clock(),
  };
}
