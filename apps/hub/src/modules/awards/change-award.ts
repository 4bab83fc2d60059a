import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type CredentialStanding, findCredentialOfAward, setStanding } from '../credentials/index.ts';
import { type AwardVerb, transitions } from './model.ts';
import { whyNotChange } from './policy.ts';
import { lockAward, updateAwardState } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'files' | 'keys' | 'mail' | 'newId' | 'urls'>;

export type IssuerVerb = Extract<AwardVerb, 'withdraw' | 'suspend' | 'resume' | 'revoke'>;

const standings: Record<IssuerVerb, CredentialStanding> = {
  withdraw: 'revoked',
  suspend: 'suspended',
  resume: 'good',
  revoke: 'revoked',
};

/** The issuer takes back, suspends, resumes or revokes an award; the status lists follow in the same transaction. */
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

    const { from, to } = transitions[verb];
    await updateAwardState(tx, id, from, to, { at: app.clock(), reason });
    const credential = await findCredentialOfAward(tx, id);
    if (verb === 'withdraw') await app.mail.withdraw(tx, id);
    if (credential) await setStanding(app, tx, credential.id, standings[verb]);
    await record(app, tx, { verb: `award.${verb}`, by: actor, about: id, onBehalfOf: award.issuerId });
  });
}
