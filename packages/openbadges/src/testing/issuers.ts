import { didDocument } from '../did/did-document.ts';
import { didKeyOf } from '../did/did-key.ts';
import type { SigningKey } from '../keys/cryptography.ts';
import { encodeMultikey } from '../keys/multikey.ts';
import type { JsonObject } from '../model/json.ts';
import { type CredentialInput, openBadgeCredential } from '../model/open-badge-credential.ts';
import { type ExportableKey, generateSigningKey, nodeTools } from '../node.ts';
import { issueCredential, type Signed } from '../proof/issue-credential.ts';
import { statusBits, writeStatus } from '../status/status-bits.ts';
import { statusListCredential } from '../status/status-list-credential.ts';
import type { StubPage } from './stub-fetch.ts';

export const tools = nodeTools();
export const now = new Date('2026-06-01T12:00:00Z');

/** An issuer with a key, and the documents it publishes about itself. */
export interface TestIssuer {
  id: string;
  key: SigningKey & ExportableKey;
  method: string;
  pages: Record<string, StubPage>;
}

export function keyIssuer(): TestIssuer {
  const key = generateSigningKey('Ed25519');
  const id = didKeyOf(key.publicKey);
  return { id, key, method: `${id}#${encodeMultikey(key.publicKey)}`, pages: {} };
}

export function webIssuer(host = 'issuer.example'): TestIssuer {
  const key = generateSigningKey('Ed25519');
  const id = `did:web:${host}`;
  const pages = { [`https://${host}/.well-known/did.json`]: didDocument(id, [{ publicKey: key.publicKey }]) };
  return { id, key, method: `${id}#${encodeMultikey(key.publicKey)}`, pages };
}

/** An issuer known by the address of its profile, which lists its key. */
export function profileIssuer(id = 'https://issuer.example/profile'): TestIssuer {
  const key = generateSigningKey('Ed25519');
  const profile = { ...didDocument(id, [{ publicKey: key.publicKey }]), type: ['Profile'], name: 'A school' };
  return { id, key, method: `${id}#${encodeMultikey(key.publicKey)}`, pages: { [id]: profile } };
}

/** An unsigned badge by this issuer for learner@example.org. */
export function badgeBy(issuer: { id: string }, more: Partial<CredentialInput> = {}): JsonObject {
  return openBadgeCredential({
    id: 'https://issuer.example/credentials/1',
    issuer: { id: issuer.id, name: 'A school' },
    achievement: {
      id: 'https://issuer.example/achievements/1',
      name: 'Facilitator',
      description: 'Led a group.',
      criteria: { narrative: 'Led a group for a year.' },
    },
    subject: {
      id: 'did:example:learner',
      identifiers: [{ type: 'emailAddress', value: 'learner@example.org', salt: '9f3c1d' }],
    },
    validFrom: new Date('2026-01-05T10:00:00Z'),
    ...more,
  });
}

export function signedBy(issuer: TestIssuer, document: JsonObject): Promise<Signed<JsonObject>> {
  const created = new Date('2026-01-05T10:00:00Z');
  return issueCredential(document, { key: issuer.key, verificationMethod: issuer.method, created }, tools);
}

export interface TestList {
  url?: string;
  purpose?: 'revocation' | 'suspension';
  set?: number[];
  validUntil?: Date;
}

/** A status list signed by this issuer, with these places set. */
export async function statusListBy(issuer: TestIssuer, list: TestList = {}): Promise<Signed<JsonObject>> {
  const { url = 'https://issuer.example/status/1', purpose = 'revocation', set = [], validUntil } = list;
  const bits = statusBits();
  for (const index of set) writeStatus(bits, index, true);
  const validFrom = new Date('2026-01-01T00:00:00Z');
  return signedBy(issuer, statusListCredential({ id: url, issuer: issuer.id, purpose, bits, validFrom, validUntil }));
}
