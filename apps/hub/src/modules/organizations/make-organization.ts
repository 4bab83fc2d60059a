import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { OrganizationId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { handleFrom, insertActor } from '../actors/index.ts';
import { isHandleTaken } from './find-organization.ts';
import { keepLogo } from './keep-logo.ts';
import { isHandle, type OrganizationInput } from './model.ts';
import { beginRoles } from './staff-store.ts';
import { lockHandle } from './store.ts';

type Needs = Pick<App, 'clock' | 'db' | 'files' | 'newId'>;

/** Makes an organization; whoever makes it is its first owner. A short name that was chosen must be free. */
export async function makeOrganization(
  app: Needs,
  person: Person,
  input: OrganizationInput & { logo?: Uint8Array; demo?: boolean },
): Promise<OrganizationId> {
  const id = app.newId('org');
  const at = app.clock();
  const handle = input.handle?.normalize('NFC').toLowerCase();
  const { name, summary, website, location, links, lang, demo } = input;
  const logo = input.logo && (await keepLogo(input.logo));

  await app.db.transaction().execute(async (tx) => {
    if (handle) {
      await lockHandle(tx, handle);
      if (await isHandleTaken(tx, handle)) throw new Refusal('organization.handle-taken');
    }
    const logoFile = logo && (await app.files.keep(tx, logo)).id;
    await insertActor(tx, {
      ...{ id, kind: 'organization' as const, name, summary, website, location, links, lang, demo, logoFile },
      handle: handle ?? handleOf(name),
      createdAt: at,
    });
    await beginRoles(tx, () => app.newId('tie'), {
      ...{ organizationId: id, personId: person.personId, by: person.personId, at },
      roles: ['owner'],
    });
    await record(
      app,
      tx,
      { verb: 'organization.made', by: person, about: id },
      { verb: 'staff.began', by: person, about: id, data: { person: person.personId, roles: ['owner'] } },
    );
  });
  return id;
}

/** A name may come out as the address of a page. */
function handleOf(name: string): string {
  const handle = handleFrom(name);
  return isHandle(handle) ? handle : `${handle}-organization`;
}
