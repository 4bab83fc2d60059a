import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { findAchievement } from '../achievements/index.ts';
import { findActor } from '../actors/index.ts';
import { type CredentialStanding, findCredentialOfAward, setStanding } from '../credentials/index.ts';
import { standingLetter } from './award-letter.ts';
import { type Award, type AwardVerb, transitions } from './model.ts';
import { whyNotChange } from './policy.ts';
import { lockAward, updateAwardState } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'files' | 'keys' | 'mail' | 'messages' | 'newId' | 'urls'>;

export type IssuerVerb = Extract<AwardVerb, 'withdraw' | 'suspend' | 'resume' | 'revoke'>;

const standings: Record<IssuerVerb, CredentialStanding> = {
  withdraw: 'revoked',
  suspend: 'suspended',
  resume: 'good',
  revoke: 'revoked',
};

/**
 * The issuer takes back, suspends, resumes or revokes an award; the status lists follow in the same transaction.
 * Whoever had a letter gets another one with the reason.
 */
export async function changeAward(
  app: Needs,
  actor: Actor,
  id: Id<'awd'>,
  verb: IssuerVerb,
  reason: string,
): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const award = await lockAward(tx, id);
    if (!award) throw new Refusal('award.not-found', { id });
    const refusal = whyNotChange(actor, award, verb);
    if (refusal) throw new Refusal(refusal, { id });
    if (reason === '' && (verb === 'revoke' || verb === 'suspend')) throw new Refusal('award.reason-missing', { id });

    const { from, to } = transitions[verb];
    await updateAwardState(tx, id, from, to, { at: app.clock(), reason: reasonKept(award, verb, reason) });
    const credential = await findCredentialOfAward(tx, id);
    await app.mail.withdraw(tx, id);
    if (credential) await setStanding(app, tx, credential.id, standings[verb]);
    if (verb !== 'withdraw') await tellRecipient(app, tx, award, verb, reason);
    await record(app, tx, { verb: `award.${verb}`, by: actor, about: id, onBehalfOf: award.issuerId });
  });
}

/** Why it was suspended stays with the award after it is resumed: whoever looks later asks for it. */
function reasonKept(award: Award, verb: IssuerVerb, reason: string): string {
  if (verb !== 'resume') return reason;
  return [award.stateReason, reason].filter(Boolean).join('\n');
}

async function tellRecipient(
  app: Needs,
  tx: Tx,
  award: Award,
  verb: Exclude<IssuerVerb, 'withdraw'>,
  reason: string,
): Promise<void> {
  const { recipientEmail } = award;
  const achievement = await findAchievement(tx, award.achievementId);
  if (!recipientEmail || !achievement) return;
  const issuer = await findActor(tx, award.issuerId);
  await app.mail.post(
    tx,
    standingLetter(app, achievement, issuer?.name ?? '', { ...award, recipientEmail }, { verb, reason }),
  );
}
