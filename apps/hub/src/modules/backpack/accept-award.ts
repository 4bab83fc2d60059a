import { badgeView, credentialIdentity } from 'openbadges';
import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { type Award, lockAward, updateAwardState } from '../awards/index.ts';
import { type Credential, findCredentialOfAward } from '../credentials/index.ts';
import type { Holding, Visibility } from './model.ts';
import { insertHolding } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'newId' | 'random'>;

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
  if (award.claimExpiresAt && award.claimExpiresAt < app.clock())
    throw new Refusal('award.claim-link-expired', { id: awardId });
  const from: Award['state'][] = ['scheduled', 'sent', 'opened', 'bounced'];
  const claimed = await updateAwardState(tx, awardId, from, 'claimed', {
    at: app.clock(),
    recipientId: actor.personId,
  });
  if (!claimed) throw new Refusal('award.already-decided', { id: awardId });
  const credential = await findCredentialOfAward(tx, awardId);
  if (!credential) throw new Refusal('credential.not-found', { id: awardId });

  const holding = holdingOfAward(app, actor, award, credential, visibility);
  await insertHolding(tx, holding);
  await record(app, tx, { verb: 'award.claimed', by: actor, about: awardId, data: { holding: holding.id } });
  return holding.id;
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
