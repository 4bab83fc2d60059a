import type { App } from '../../kernel/app.ts';
import type { NewEvent } from '../../kernel/event.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tables.ts';
import { createPerson } from './create-person.ts';
import { findAccountByAddress, lockAddress } from './store.ts';

export interface Proof {
  /** Lower case; whoever comes opened a link that was mailed there. */
  address: string;
  /** Used when an account is made. */
  name: string;
  lang?: string;
  timeZone?: string;
  passwordHash?: string;
}

export interface Entered {
  accountId: Id<'acc'>;
  personId: PersonId;
  isNew: boolean;
  /** To be recorded by the caller, last in its transaction. */
  events: NewEvent[];
}

/**
 * The account of somebody who came by a link that was mailed to an address, which proves the address as a sign-in
 * link does: the account on which it is verified, else a new one. The caller uses its link up in the same transaction
 * and signs the browser in (`enter`) afterwards.
 */
export async function enterByProof(app: App, tx: Tx, proof: Proof): Promise<Entered> {
  await lockAddress(tx, proof.address);
  const known = await findAccountByAddress(tx, proof.address);
  if (known) return { accountId: known.id, personId: known.personId, isNew: false, events: [] };
  const { address: email, name, lang: locale, timeZone, passwordHash } = proof;
  const { accountId, personId, events } = await createPerson(app, tx, {
    name,
    email,
    verified: true,
    locale,
    timeZone,
    passwordHash,
  });
  return { accountId, personId, isNew: true, events };
}
