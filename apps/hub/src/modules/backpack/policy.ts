import { timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../kernel/actor.ts';
import type { RefusalCode } from '../../kernel/refusal.ts';
import type { Collection, Holding, Visibility } from './model.ts';
import { madeOutTo } from './recipient-model.ts';

type Shown = Pick<Holding | Collection, 'holderId' | 'visibility' | 'linkToken'>;

/** Whether this reader may see it: its holder always, strangers when it is public or when they have its link. */
export function maySeeShown(actor: Actor, shown: Shown, linkToken?: string): boolean {
  if (actor.kind === 'person' && actor.personId === shown.holderId) return true;
  if (shown.visibility === 'public') return true;
  return shown.visibility === 'link' && linkToken !== undefined && equal(linkToken, shown.linkToken);
}

/** Why this actor may not change it; a stranger's is not even said to exist. */
export function whyNotChange(actor: Actor, thing: Pick<Shown, 'holderId'>): RefusalCode | null {
  return actor.kind === 'person' && actor.personId === thing.holderId ? null : 'holding.not-found';
}

/**
 * Why the holder may not show it to others: it was brought from elsewhere and is made out to none of their addresses.
 * What this hub issued was accepted by whom it went to.
 */
export function whyNotShow(
  actor: Actor,
  holding: Pick<Holding, 'awardId' | 'view'>,
  visibility: Visibility,
): RefusalCode | null {
  if (visibility === 'private' || holding.awardId) return null;
  const emails = actor.kind === 'person' ? actor.emails : [];
  return madeOutTo(holding.view.recipient, emails) === 'you' ? null : 'holding.not-yours';
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
