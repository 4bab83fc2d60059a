import { strToU8, zipSync } from 'fflate';
import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { findActor } from '../actors/index.ts';
import { listEventsOf } from './event-store.ts';
import { personalParts } from './hooks.ts';
import { listPasskeys } from './passkey-store.ts';
import { listSessions } from './session-store.ts';
import { findAccount, listEmails } from './store.ts';
import { listTiesOf } from './tie-store.ts';

/** Everything the hub holds about a person, as a ZIP of JSON files and of the bytes that other modules keep. */
export async function exportPerson(app: App, person: Person): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = { 'account.json': json(await accountPart(app, person)) };
  for (const part of personalParts()) {
    for (const [name, content] of Object.entries(await part.exportFor(app, person.personId))) {
      files[`${part.name}/${name}`] = content instanceof Uint8Array ? content : json(content);
    }
  }
  return zipSync(files);
}

const json = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);

async function accountPart({ db, clock, urls }: App, { personId, accountId }: Person): Promise<unknown> {
  const account = await findAccount(db, accountId);
  const actor = await findActor(db, personId);
  return {
    hub: urls.base,
    exportedAt: clock(),
    person: actor,
    account: { id: accountId, createdAt: account?.createdAt, hasPassword: account?.passwordHash !== undefined },
    preferences: { locale: account?.locale, timeZone: account?.timeZone, theme: account?.theme },
    emails: await listEmails(db, accountId),
    passkeys: (await listPasskeys(db, accountId)).map(({ id, label, createdAt, lastUsedAt }) => ({
      id,
      label,
      createdAt,
      lastUsedAt,
    })),
    sessions: await listSessions(db, accountId, clock()),
    ties: await listTiesOf(db, personId),
    events: await listEventsOf(db, personId),
  };
}
