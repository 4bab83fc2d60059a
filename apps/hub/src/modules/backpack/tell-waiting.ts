import type { EmailVerifiedListener } from '../accounts/index.ts';
import { listWaitingFor } from '../awards/index.ts';
import { isWaiting } from './claim-model.ts';

/** A new address may bring badges along: whoever verified it hears of that on the page they are on. */
export const tellWaiting: EmailVerifiedListener = async (app, tx, { personId, address }) => {
  const waiting = (await listWaitingFor(tx, [address])).filter((award) => isWaiting(award, app.clock()));
  const count = waiting.length;
  if (count > 0) {
    await app.live.publish(tx, `person:${personId}`, { key: 'backpack.waiting', count, href: '/backpack' });
  }
  return [];
};
