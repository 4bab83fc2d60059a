import type { Person } from '../../../kernel/actor.ts';
import type { App } from '../../../kernel/app.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { HubContext } from '../../../web/env.ts';
import { requirePerson } from '../../../web/require-person.ts';
import { type Achievement, findAchievement } from '../../achievements/index.ts';
import type { Batch } from '../batch-model.ts';
import { findBatch } from '../batch-store.ts';
import { whyNotIssue } from '../policy.ts';

/** The achievement of the address, for somebody who issues it. */
export async function issuedAchievement(
  app: App,
  c: HubContext,
  id = c.req.param('id') ?? '',
): Promise<{ actor: Person; achievement: Achievement }> {
  const actor = requirePerson(c);
  const achievement = await findAchievement(app.db, id);
  if (!achievement) throw new Refusal('achievement.not-found', { id });
  const reason = whyNotIssue(actor, achievement.issuerId);
  if (reason) throw new Refusal(reason, { id });
  return { actor, achievement };
}

/** The batch of the address, for somebody who issues for its issuer. */
export async function issuedBatch(
  app: App,
  c: HubContext,
): Promise<{ actor: Person; achievement: Achievement; batch: Batch }> {
  requirePerson(c);
  const id = c.req.param('id') ?? '';
  const batch = await findBatch(app.db, id);
  if (!batch) throw new Refusal('award.batch-not-found', { id });
  return { ...(await issuedAchievement(app, c, batch.achievementId)), batch };
}

/** A refusal as one sentence for the form that met it. */
export function refusalSentence(c: HubContext, { code, details }: Refusal): string {
  const { t } = c.get('page');
  const remedy = t(`refusal.${code}.remedy`, details);
  return [`${t(`refusal.${code}`, details)}.`, remedy.startsWith('refusal.') ? '' : remedy].filter(Boolean).join(' ');
}
