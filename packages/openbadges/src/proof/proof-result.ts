import type { PublicKey } from '../keys/public-key.ts';
import type { JsonObject } from '../model/json.ts';
import type { SignedBytes } from './signed-bytes.ts';

/** Stable reasons; `canon.*` codes of BadgeError are passed on as they are. */
export type ProofCode =
  | 'proof.valid'
  | 'proof.missing'
  | 'proof.too-many'
  | 'proof.malformed'
  | 'proof.tampered'
  | 'proof.base-not-derived'
  | 'proof.suite-unsupported'
  | 'proof.key-unavailable'
  | 'proof.key-wrong-type'
  | 'proof.purpose-unexpected'
  | 'proof.challenge-mismatch'
  | 'proof.domain-mismatch'
  | 'proof.expired'
  | 'proof.previous-missing'
  | 'proof.previous-invalid'
  | `canon.${string}`;

/** What one proof came to. `unknown` means the key could not be had or the suite is not ours. */
export interface ProofResult {
  outcome: 'passed' | 'failed' | 'unknown';
  code: ProofCode;
  values: Record<string, string>;
  /** RFC 6901 pointer to the proof. */
  pointer: string;
  proof: JsonObject;
  /** The cryptosuite, or the type where that is all there is. */
  suite: string;
  /** Whose key it claims to be; see `keyListedBy`. Empty when the proof names none. */
  verificationMethod: string;
  /** The key the signature was checked with. */
  key?: PublicKey;
  /** Ids of the proofs this one was made over (Data Integrity §2.1.2). */
  previousProof: string[];
  steps?: SignedBytes & { signature: Uint8Array };
}

/** A document is intact when at least one of its proofs passed. Order is the document's. */
export interface ProofsResult {
  outcome: 'passed' | 'failed' | 'unknown';
  code: ProofCode;
  proofs: ProofResult[];
}
