import { createHash, createHmac } from 'node:crypto';
import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { ownCollection } from './change-collection.ts';
import { isOpen, type ShareLink } from './model.ts';
import { whyNotChange, whyNotShow } from './policy.ts';
import { addView, findShareLink, findShareLinkByToken, insertShareLink, updateRevoked } from './share-store.ts';
import { ownHolding } from './view-holding.ts';

export interface MakeShareLink {
  of: { holding: string } | { collection: string };
  /** For whom, in the holder's words; shown to nobody else. */
  label: string;
  expiresAt?: Date | undefined;
}

/** A link that shows one badge or one collection until it ends. Returns what stands in its address. */
export async function makeShareLink(app: App, actor: Person, input: MakeShareLink): Promise<string> {
  const id = app.newId('shr');
  await app.db.transaction().execute(async (tx) => {
    const { of, label, expiresAt } = input;
    const holding = 'holding' in of ? await ownHolding(tx, actor, of.holding) : undefined;
    const refusal = holding && whyNotShow(actor, holding, 'link');
    if (refusal) throw new Refusal(refusal);
    const holdingId = holding?.id;
    const collectionId = 'collection' in of ? (await ownCollection(tx, actor, of.collection)).id : undefined;
    const link = {
      id,
      holderId: actor.personId,
      holdingId,
      collectionId,
      label,
      views: 0,
      createdAt: app.clock(),
      expiresAt,
    };
    await insertShareLink(tx, link, hashOf(shareToken(app, id)));
    await record(app, tx, { verb: 'share.made', by: actor, about: id });
  });
  return shareToken(app, id);
}

/** The link is dead from now on, whoever has it. */
export async function revokeShareLink(
  app: Pick<App, 'clock' | 'db' | 'newId'>,
  actor: Person,
  id: string,
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const link = await findShareLink(tx, id);
    if (!link || whyNotChange(actor, link)) throw new Refusal('share.not-found');
    const revoked = await updateRevoked(tx, link.id, app.clock());
    if (revoked) await record(app, tx, { verb: 'share.revoked', by: actor, about: link.id });
  });
}

/**
 * What a link opens, for whoever comes with it. One more is counted, and nothing is kept about who it was.
 * Refuses `share.not-found`, and `share.gone` when the link has ended.
 */
export async function openShareLink(app: Pick<App, 'clock' | 'db'>, token: string): Promise<ShareLink> {
  const link = token.length < 100 ? await findShareLinkByToken(app.db, hashOf(token)) : undefined;
  if (!link) throw new Refusal('share.not-found');
  if (!isOpen(link, app.clock())) throw new Refusal('share.gone');
  await addView(app.db, link.id);
  return link;
}

/** Made of the link's id and the hub's secret, so that its holder can see it again although only a hash is stored. */
export function shareToken(app: Pick<App, 'keys'>, id: Id<'shr'>): string {
  return createHmac('sha256', app.keys.derive('share links')).update(id).digest().subarray(0, 24).toString('base64url');
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
