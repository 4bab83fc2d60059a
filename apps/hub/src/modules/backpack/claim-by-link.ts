import type { Actor, Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { type NewEvent, record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { enterByProof } from '../accounts/index.ts';
import { type Award, claimTokenHash, findAwardByToken, lockAward } from '../awards/index.ts';
import { depositAward } from './accept-award.ts';
import type { Visibility } from './model.ts';

export interface ClaimByLink {
  token: string;
  /** Of the account that is made when the address has none. */
  name: string;
  visibility: Visibility;
  lang?: string;
  timeZone?: string;
}

export interface ClaimedByLink {
  holdingId: Id<'hld'>;
  /** The account that was made: its browser may be signed in. */
  newAccountId?: Id<'acc'>;
}

/**
 * Accepts by the link of the letter, which proves the address. Whoever is signed in gets it; otherwise the account that
 * has the address, or a new one.
 *
 * Somebody who forwards the letter must not give their account away: the link puts the badge into an account that
 * exists, and signs nobody in there.
 */
export async function claimByLink(app: App, actor: Actor, input: ClaimByLink): Promise<ClaimedByLink> {
  return app.db.transaction().execute(async (tx) => {
    const found = await findAwardByToken(tx, claimTokenHash(input.token));
    const award = found && (await lockAward(tx, found.id));
    if (!award) throw new Refusal('award.claim-link-invalid');
    const { holder, events, newAccountId } = await holderFor(app, tx, actor, award, input);
    const deposit = await depositAward(app, tx, holder, award, input.visibility);
    await record(app, tx, ...events, ...deposit.events);
    return { holdingId: deposit.holdingId, newAccountId };
  });
}

interface Holder {
  holder: Person;
  events: NewEvent[];
  newAccountId?: Id<'acc'>;
}

async function holderFor(app: App, tx: Tx, actor: Actor, award: Award, input: ClaimByLink): Promise<Holder> {
  if (actor.kind === 'person') return { holder: actor, events: [] };
  const address = award.recipientEmail;
  if (address === undefined || award.claimedAt) throw new Refusal('award.already-decided', { id: award.id });
  const { lang, timeZone } = input;
  const name = input.name || award.recipientName || address.split('@')[0] || address;
  const { accountId, personId, isNew, events } = await enterByProof(app, tx, { address, name, lang, timeZone });
  const about = { name, isSteward: false, staff: [], emails: [address] };
  return {
    holder: { kind: 'person', personId, accountId, ...about },
    events,
    newAccountId: isNew ? accountId : undefined,
  };
}
