import { statusBits } from 'openbadges';
import type { App } from '../../kernel/app.ts';
import type { ActorId, Id } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tables.ts';
import { drawPlaces, listLength, roomIn, type StatusList } from './model.ts';
import { signStatusList } from './sign-status-list.ts';
import { addTaken, findSuspensionList, insertStatusList, listTakenAmong, lockNewestList } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'keys' | 'newId' | 'urls' | 'files' | 'random'>;

export interface Place {
  list: Id<'stl'>;
  suspensionList: Id<'stl'>;
  index: number;
}

/**
 * Takes random places in the issuer's status lists. The list's row stays locked until the transaction ends,
 * so a place is never given twice, and a rollback gives it back.
 */
export async function reservePlaces(
  app: Needs,
  tx: Tx,
  issuer: { id: ActorId; did: string },
  count: number,
): Promise<Place[]> {
  const places: Place[] = [];
  while (places.length < count) {
    let list = await lockNewestList(tx, issuer.id, issuer.did);
    if (!list || roomIn(list) === 0) list = await openListPair(app, tx, issuer);
    const suspensionList = await findSuspensionList(tx, list.id);
    if (!suspensionList) throw new Error(`status list ${list.id} has no companion`);
    const wanted = Math.min(count - places.length, roomIn(list));
    const drawn = await drawFree(app, tx, list, wanted);
    await addTaken(tx, list.id, wanted);
    for (const index of drawn) places.push({ list: list.id, suspensionList, index });
  }
  return places;
}

async function drawFree(app: Needs, tx: Tx, list: StatusList, count: number): Promise<number[]> {
  const free = new Set<number>();
  const refused = new Set<number>();
  while (free.size < count) {
    const candidates = drawPlaces(count - free.size, list.length, new Set([...free, ...refused]), app.random);
    const taken = await listTakenAmong(tx, list.id, candidates);
    for (const place of candidates) (taken.has(place) ? refused : free).add(place);
  }
  return [...free];
}

/** A revocation list and the suspension list that shares its places. */
async function openListPair(app: Needs, tx: Tx, issuer: { id: ActorId; did: string }): Promise<StatusList> {
  const shared = { issuerId: issuer.id, issuerDid: issuer.did, length: listLength, taken: 0 };
  const revocation = await signStatusList(app, {
    ...shared,
    id: app.newId('stl'),
    purpose: 'revocation',
    bits: statusBits(listLength),
  });
  const suspension = await signStatusList(app, {
    ...shared,
    id: app.newId('stl'),
    purpose: 'suspension',
    companion: revocation.id,
    bits: statusBits(listLength),
  });
  await insertStatusList(tx, revocation, app.clock());
  await insertStatusList(tx, suspension, app.clock());
  return revocation;
}
