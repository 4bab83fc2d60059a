import { asArray, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import type { ProofCode } from './proof-result.ts';

interface Expected {
  expectedPurpose?: string;
  challenge?: string;
  domain?: string;
  now?: Date;
}

/** What a proof must say before any mathematics (VC Data Integrity §4.5); null when nothing is wrong. */
export function whyOptionsRefused(proof: JsonObject, expected: Expected): ProofCode | null {
  const { type, verificationMethod, proofPurpose, created, expires } = proof;
  if (typeof type !== 'string' || typeof verificationMethod !== 'string') return 'proof.malformed';
  if (typeof proofPurpose !== 'string') return 'proof.malformed';
  // XSD 1.1 dateTimeStamp: a zone is part of it.
  if (![created, expires].every((instant) => instant === undefined || isInstant(instant))) return 'proof.malformed';
  if (proofPurpose !== (expected.expectedPurpose ?? 'assertionMethod')) return 'proof.purpose-unexpected';
  if (expected.challenge !== undefined && proof.challenge !== expected.challenge) return 'proof.challenge-mismatch';
  if (expected.domain !== undefined && !asArray(proof.domain).includes(expected.domain)) return 'proof.domain-mismatch';
  if (expires !== undefined && expected.now && Date.parse(textOf(expires)) < expected.now.getTime())
    return 'proof.expired';
  return null;
}

function isInstant(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}
