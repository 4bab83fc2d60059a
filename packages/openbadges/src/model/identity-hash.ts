import { md5 } from '../keys/md-5.ts';
import { sha256 } from '../keys/sha-256.ts';
import type { RecipientIdentifier } from '../verify/report.ts';

const utf8 = new TextEncoder();

/** OB 3.0 IdentityHash: `algorithm$hex` over the identity followed by the salt. Issue with sha256 and a random salt. */
export function identityHash(identity: string, salt = '', algorithm: 'sha256' | 'md5' = 'sha256'): string {
  const bytes = utf8.encode(identity + salt);
  return `${algorithm}$${toHex(algorithm === 'md5' ? md5(bytes) : sha256(bytes))}`;
}

/**
 * Whether an identifier of a badge is about this address or id.
 *
 * The specification is silent on case: the candidate is tried as typed, trimmed and in lower case.
 */
export function matchesIdentity(identifier: RecipientIdentifier, candidate: string): boolean {
  const trimmed = candidate.trim();
  const forms = [...new Set([candidate, trimmed, trimmed.toLowerCase()])];
  if (!identifier.hashed) return forms.includes(identifier.identity) || sameAddress(identifier, trimmed);
  const [, algorithm, expected] = /^(sha256|md5)\$([0-9a-f]+)$/i.exec(identifier.identity) ?? [];
  if (!algorithm || !expected) return false;
  const wanted = `${algorithm}$${expected}`.toLowerCase();
  const name = algorithm.toLowerCase() === 'md5' ? 'md5' : 'sha256';
  return forms.some((form) => identityHash(form, identifier.salt, name) === wanted);
}

function sameAddress({ type, identity }: RecipientIdentifier, candidate: string): boolean {
  return /^e?mail(Address)?$/i.test(type) && identity.trim().toLowerCase() === candidate.toLowerCase();
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
