import { hexOf } from '../keys/hex.ts';
import { md5 } from '../keys/md-5.ts';
import { sha1 } from '../keys/sha-1.ts';
import { sha256 } from '../keys/sha-256.ts';
import type { RecipientIdentifier } from '../verify/report.ts';

const utf8 = new TextEncoder();
/** Badges of the first years also hashed with SHA-1. */
const hashes = { sha256, md5, sha1 };

/** OB 3.0 IdentityHash: `algorithm$hex` over the identity followed by the salt. Issue with sha256 and a random salt. */
export function identityHash(identity: string, salt = '', algorithm: 'sha256' | 'md5' = 'sha256'): string {
  const bytes = utf8.encode(identity + salt);
  return `${algorithm}$${hexOf(hashes[algorithm](bytes))}`;
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
  const [algorithm = '', expected] = identifier.identity.toLowerCase().split('$', 2);
  const hash = Object.hasOwn(hashes, algorithm) ? hashes[algorithm as keyof typeof hashes] : undefined;
  return forms.some((form) => hash && hexOf(hash(utf8.encode(form + (identifier.salt ?? '')))) === expected);
}

function sameAddress({ type, identity }: RecipientIdentifier, candidate: string): boolean {
  return /^e?mail(Address)?$/i.test(type) && identity.trim().toLowerCase() === candidate.toLowerCase();
}
