import type { App } from '../../kernel/app.ts';
import type { NewEvent } from '../../kernel/event.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tables.ts';

export interface VerifiedAddress {
  personId: PersonId;
  accountId: Id<'acc'>;
  /** Lower case. */
  address: string;
}

/**
 * Runs in the transaction that verifies an address. It returns the events to record and records none itself:
 * the log is locked last.
 */
export type EmailVerifiedListener = (app: App, tx: Tx, verified: VerifiedAddress) => Promise<NewEvent[]>;

/** What another module keeps about a person: its part of the export, and of the erasing. */
export interface PersonalPart {
  /** Names its files in the export. */
  name: string;
  /** Catalogue key of the sentence that says what deleting the account does here. */
  consequence?: string;
  /** File name → JSON value or bytes. */
  exportFor(app: App, personId: PersonId): Promise<Record<string, unknown>>;
  /** In the transaction that deletes the account; returns the events to record. */
  erase(app: App, tx: Tx, personId: PersonId): Promise<NewEvent[]>;
}

const listeners = new Set<EmailVerifiedListener>();
const parts = new Map<string, PersonalPart>();

/** Called where the program is put together. Twice the same is once. Returns how to stop listening. */
export function onEmailVerified(listener: EmailVerifiedListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Called where the program is put together. Returns how to take the part out again. */
export function addPersonalPart(part: PersonalPart): () => void {
  parts.set(part.name, part);
  return () => parts.delete(part.name);
}

export const personalParts = (): PersonalPart[] => [...parts.values()];

export async function tellEmailVerified(app: App, tx: Tx, verified: VerifiedAddress): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const listener of listeners) events.push(...(await listener(app, tx, verified)));
  return events;
}
