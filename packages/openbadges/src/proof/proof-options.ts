import { isDateTimeStamp, millisecondsOf } from '../model/is-date-time-stamp.ts';
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
  if (expires !== undefined && expected.now && millisecondsOf(textOf(expires)) < expected.now.getTime())
    return 'proof.expired';
  return null;
}

/** Years that a date in JavaScript cannot have are no answer to whether a proof is over. */
function isInstant(value: unknown): boolean {
  return isDateTimeStamp(value) && !Number.isNaN(millisecondsOf(value));
}
