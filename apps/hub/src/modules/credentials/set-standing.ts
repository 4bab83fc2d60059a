import { writeStatus } from 'openbadges';
import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import type { CredentialStanding, StatusList } from './model.ts';
import { signStatusList } from './sign-status-list.ts';
import { findCredential, listPlaces, lockPair, updateStatusList } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'keys' | 'newId' | 'urls' | 'files'>;

/**
 * Writes a credential's standing into its issuer's lists and signs them anew, in the caller's transaction.
 * A suspended credential is set in both lists, so that a verifier which reads the first one only never calls it valid.
 * The rule who may do so, and the record of it, belong to the caller's award.
 */
export async function setStanding(app: Needs, tx: Tx, id: Id<'crd'>, standing: CredentialStanding): Promise<void> {
  const credential = await findCredential(tx, id);
  if (!credential) throw new Refusal('credential.not-found', { id });
  await setPlaces(app, tx, credential.statusListId, [credential.statusIndex], standing);
}

/** The same for the credentials of many awards: each list is signed once. */
export async function setStandings(
  app: Needs,
  tx: Tx,
  awards: Id<'awd'>[],
  standing: CredentialStanding,
): Promise<void> {
  for (const [list, places] of await listPlaces(tx, awards)) await setPlaces(app, tx, list, places, standing);
}

async function setPlaces(
  app: Needs,
  tx: Tx,
  list: Id<'stl'>,
  places: number[],
  standing: CredentialStanding,
): Promise<void> {
  const pair = await lockPair(tx, list);
  await write(app, tx, pair.revocation, places, standing !== 'good');
  await write(app, tx, pair.suspension, places, standing === 'suspended');
}

async function write(app: Needs, tx: Tx, list: StatusList, places: number[], set: boolean): Promise<void> {
  const bits = Uint8Array.from(list.bits);
  for (const place of places) writeStatus(bits, place, set);
  if (Buffer.compare(bits, list.bits) === 0) return;
  await updateStatusList(tx, await signStatusList(app, { ...list, bits }));
}
