import type { OrganizationId } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../kernel/tables.ts';
import { type ActorProfile, findActor, findActorByHandle } from '../actors/index.ts';
import type { Organization } from './model.ts';
import { lockRow, readEndedReason } from './store.ts';

async function organizationOf(db: Db, actor: ActorProfile | undefined): Promise<Organization | undefined> {
  if (actor?.kind !== 'organization') return undefined;
  const id = actor.id as OrganizationId;
  const endedReason = actor.endedAt ? await readEndedReason(db, id) : '';
  return { ...actor, id, kind: 'organization', handle: actor.handle ?? id, endedReason };
}

export async function findOrganization(db: Db, id: string): Promise<Organization | undefined> {
  return organizationOf(db, await findActor(db, id));
}

/** By the id that never changes, or by the short name that people read. */
export async function findOrganizationBy(db: Db, idOrHandle: string): Promise<Organization | undefined> {
  const key = idOrHandle.normalize('NFC');
  return organizationOf(db, key.startsWith('org_') ? await findActor(db, key) : await findActorByHandle(db, key));
}

/** Waits for whoever else changes this organization or its staff. */
export async function lockOrganization(tx: Tx, id: OrganizationId): Promise<Organization | undefined> {
  await lockRow(tx, id);
  return findOrganization(tx, id);
}

export async function isHandleTaken(db: Db, handle: string, besides?: OrganizationId): Promise<boolean> {
  const taken = await findActorByHandle(db, handle);
  return taken !== undefined && taken.id !== besides;
}
