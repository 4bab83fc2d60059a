import type { SigningKey } from '../../src/keys/cryptography.ts';
import type { SuiteName } from '../../src/proof/cryptosuite.ts';

export type IssuerKeyType = 'Ed25519' | 'P-256' | 'P-384';

/** How an issuer secures what it issues. */
export type SecuringForm =
  /** Proofs beside each other, one for each suite. */
  | 'proof-set'
  /** Each proof over those before it. */
  | 'proof-chain'
  /** An ecdsa-sd-2023 base proof. */
  | 'selective-disclosure'
  /** VC-JOSE-COSE, as enveloped credential. */
  | 'jose';

/** One issuer of the server: a did:key with its own way to secure. */
export interface VcIssuer {
  /** Its word in `/issuers/<name>`. */
  name: string;
  /** The first word of `/<suite>/<key>`. */
  suite: string;
  form: SecuringForm;
  suites: readonly SuiteName[];
  did: string;
  key: SigningKey;
  keyType: IssuerKeyType;
  verificationMethod: string;
  /** The tags by which the suites choose whom to test. */
  tags: readonly string[];
  /** Puts a credentialStatus into whatever has none. */
  givesStatus: boolean;
  /** Refuses what names no issuer, where the others fill it in. */
  needsIssuer: boolean;
}
