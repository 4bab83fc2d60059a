import type { Id, PersonId } from '../../kernel/ids.ts';

export interface Account {
  id: Id<'acc'>;
  personId: PersonId;
  passwordHash?: string;
  /** The user handle of WebAuthn: random, says nothing about the person. */
  webauthnHandle: Buffer;
  locale?: string;
  timeZone?: string;
  theme?: string;
  createdAt: Date;
}

export interface EmailAddress {
  id: Id<'eml'>;
  /** Lower case. */
  address: string;
  verifiedAt?: Date;
  isPrimary: boolean;
  createdAt: Date;
}

export interface Session {
  id: Id<'ses'>;
  device: string;
  createdAt: Date;
  seenAt: Date;
}

export interface Passkey {
  id: Id<'psk'>;
  label: string;
  createdAt: Date;
  lastUsedAt?: Date;
}

export type TokenPurpose = 'sign-in' | 'verify-email' | 'reset-password' | 'sign-up' | 'passkey';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Milliseconds that a link or challenge works. */
export const tokenLife: Record<TokenPurpose, number> = {
  'sign-in': 30 * minute,
  'verify-email': 2 * day,
  'reset-password': 60 * minute,
  'sign-up': 2 * day,
  passkey: 5 * minute,
};

/** Milliseconds since the last visit after which a session is over. */
export const sessionLife = 30 * day;

/** Milliseconds after signing in during which nobody is asked who they are once more. */
export const freshFor = 15 * minute;

export const mostAddresses = 10;
export const mostPasskeys = 20;

/** What is left of the name of somebody who deleted their account. */
export const formerMember = 'Former member';
