import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { updateActor } from '../actors/index.ts';
import { findOrganization, isHandleTaken } from './find-organization.ts';
import { keepLogo } from './keep-logo.ts';
import type { Organization, OrganizationInput } from './model.ts';
import { whyNotEdit } from './policy.ts';
import { lockHandle, updateHandle } from './store.ts';

export interface OrganizationEdit {
  content: OrganizationInput;
  /** A new picture, `none` to take it away, undefined to leave it. */
  logo?: Uint8Array | 'none';
  /** Of the organization when the form was opened. */
  revision: number;
}

type Needs = Pick<App, 'clock' | 'db' | 'files' | 'newId'>;

/** Saves an edit. When somebody else saved since `revision`, nothing is overwritten: `web.conflict`. */
export async function editOrganization(
  app: Needs,
  actor: Actor,
  id: OrganizationId,
  edit: OrganizationEdit,
): Promise<void> {
  const organization = await findOrganization(app.db, id);
  if (!organization) throw new Refusal('organization.not-found');
  const reason = whyNotEdit(actor, organization);
  if (reason) throw new Refusal(reason, { id });
  const logo = edit.logo instanceof Uint8Array ? await keepLogo(edit.logo) : undefined;

  await app.db.transaction().execute(async (tx) => {
    const { handle, ...change } = edit.content;
    const logoFile = logo ? (await app.files.keep(tx, logo)).id : undefined;
    const picture = logoFile || edit.logo === 'none' ? { logoFile } : {};
    const saved = await updateActor(tx, id, { ...change, ...picture }, edit.revision);
    if (!saved) throw new Refusal('web.conflict');
    if (handle) await changeHandle(tx, organization, handle.normalize('NFC').toLowerCase());
    await record(app, tx, { verb: 'organization.edited', by: actor, about: id });
  });
}

async function changeHandle(tx: Tx, organization: Organization, handle: string): Promise<void> {
  if (handle === organization.handle) return;
  await lockHandle(tx, handle);
  if (await isHandleTaken(tx, handle, organization.id)) throw new Refusal('organization.handle-taken');
  await updateHandle(tx, organization.id, handle);
}
