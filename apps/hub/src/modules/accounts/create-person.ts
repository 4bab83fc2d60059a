import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import type { NewEvent } from '../../kernel/event.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tables.ts';
import { insertActor } from '../actors/index.ts';
import { tellEmailVerified } from './hooks.ts';
import { whyNotVerify } from './policy.ts';
import { findAccountByAddress, insertAccount, insertEmail, lockAddress } from './store.ts';

export interface NewPerson {
  name: string;
  /** Lower case. */
  email?: string;
  /** The address was proven, or whoever runs the hub vouches for it. */
  verified: boolean;
  locale?: string;
  timeZone?: string;
  passwordHash?: string;
  demo?: boolean;
}

export interface CreatedPerson {
  person: Person;
  personId: PersonId;
  accountId: Id<'acc'>;
  /** To be recorded by the caller, last in its transaction. */
  events: NewEvent[];
}

/** Makes a person with an account. Refuses an address that is verified on another account. */
export async function createPerson(app: App, tx: Tx, wanted: NewPerson): Promise<CreatedPerson> {
  const { name, email, locale, timeZone, passwordHash } = wanted;
  const [personId, accountId, createdAt] = [app.newId('per'), app.newId('acc'), app.clock()];
  const verified = email !== undefined && wanted.verified;
  if (verified) await claimAddress(tx, accountId, email);

  const about = { lang: locale, timeZone, visibility: 'hidden' as const, demo: wanted.demo ?? false };
  await insertActor(tx, { id: personId, kind: 'person', name, createdAt, ...about });
  const webauthnHandle = Buffer.from(app.random(32));
  await insertAccount(tx, { id: accountId, personId, passwordHash, webauthnHandle, locale, timeZone, createdAt });
  if (email !== undefined) {
    const verifiedAt = verified ? createdAt : undefined;
    await insertEmail(tx, accountId, {
      id: app.newId('eml'),
      address: email,
      verifiedAt,
      isPrimary: verified,
      createdAt,
    });
  }

  const emails = verified ? [email] : [];
  const person: Person = { kind: 'person', personId, accountId, name, isSteward: false, staff: [], emails };
  const told = verified ? await tellEmailVerified(app, tx, { personId, accountId, address: email }) : [];
  return { person, personId, accountId, events: [{ verb: 'account.created', by: person, about: accountId }, ...told] };
}

/** Waits for others who prove the same address, then refuses what another account has. */
export async function claimAddress(tx: Tx, accountId: Id<'acc'>, address: string): Promise<void> {
  await lockAddress(tx, address);
  const reason = whyNotVerify(accountId, (await findAccountByAddress(tx, address))?.id);
  if (reason) throw new Refusal(reason);
}
