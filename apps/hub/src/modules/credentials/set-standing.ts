import { writeStatus } from 'openbadges';
import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import type { CredentialStanding, StatusList } from './model.ts';
import { signStatusList } from './sign-status-list.ts';
import { findCredential, lockPair, updateStatusList } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'keys' | 'newId' | 'urls' | 'files'>;

/**
 * Writes a credential's standing into its issuer's lists and signs them anew, in the caller's transaction.
 * A suspended credential is set in both lists, so that a verifier which reads the first one only never calls it valid.
 * The rule who may do so, and the record of it, belong to the caller's award.
 */
export async function setStanding(app: Needs, tx: Tx, id: Id<'crd'>, standing: CredentialStanding): Promise<void> {
  const credential = await findCredential(tx, id);
  if (!credential) throw new Refusal('credential.not-found', { id });
  const pair = await lockPair(tx, credential.statusListId);
  await write(app, tx, pair.revocation, credential.statusIndex, standing !== 'good');
  await write(app, tx, pair.suspension, credential.statusIndex, standing === 'suspended');
}

async function write(app: Needs, tx: Tx, list: StatusList, index: number, set: boolean): Promise<void> {
  const bits = Uint8Array.from(list.bits);
  writeStatus(bits, index, set);
  if (Buffer.compare(bits, list.bits) === 0) return;
  await updateStatusList(tx, await signStatusList(app, { ...list, bits }));
}
