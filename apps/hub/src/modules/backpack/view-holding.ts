import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import type { ActorId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Db } from '../../kernel/tables.ts';
import { findAward } from '../awards/index.ts';
import type { Holding } from './model.ts';
import { whyNotChange } from './policy.ts';
import { type Standing, standingOf } from './shelf-model.ts';
import { findHolding } from './store.ts';

export interface ViewedHolding {
  holding: Holding;
  standing: Standing;
  /** What the issuer wrote to the holder, when this hub issued it. */
  message: string;
  /** Why it was suspended or revoked. */
  reason?: string;
  /** Path of its issuer's page, when that is an issuer of this hub. */
  issuerPage?: string;
}

/** A holding as its holder sees it; nobody else learns that it exists. */
export async function viewHolding(
  app: Pick<App, 'clock' | 'db' | 'urls'>,
  actor: Actor,
  id: string,
): Promise<ViewedHolding> {
  const holding = await ownHolding(app.db, actor, id);
  const award = holding.awardId && (await findAward(app.db, holding.awardId));
  const standing = standingOf({ ...holding, awardState: award?.state }, app.clock());
  return {
    holding,
    standing,
    message: award?.message ?? '',
    reason: award?.stateReason,
    issuerPage: issuerPageOf(app, holding),
  };
}

function issuerPageOf({ urls }: Pick<App, 'urls'>, { view }: Holding): string | undefined {
  const id = /[:/]issuers[:/]((?:per|org|hub)_[0-9a-z]+)$/.exec(view.issuer.id)?.[1] as ActorId | undefined;
  const isOwn = id && (view.issuer.id === urls.issuerDid(id) || view.issuer.id === urls.issuer(id));
  return isOwn ? `/issuers/${id}` : undefined;
}

export async function ownHolding(db: Db, actor: Actor, id: string): Promise<Holding> {
  const holding = await findHolding(db, id);
  const refusal = holding ? whyNotChange(actor, holding) : 'holding.not-found';
  if (!holding || refusal) throw new Refusal(refusal ?? 'holding.not-found');
  return holding;
}
