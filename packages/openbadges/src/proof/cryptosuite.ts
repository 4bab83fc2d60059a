import type { HashAlgorithm, SignatureAlgorithm } from '../keys/cryptography.ts';
import type { KeyType } from '../keys/public-key.ts';
import type { JsonObject } from '../model/json.ts';

/** The ways of signing with a Data Integrity proof. */
export type SuiteName =
  | 'eddsa-rdfc-2022'
  | 'Ed25519Signature2020'
  | 'eddsa-jcs-2022'
  | 'ecdsa-rdfc-2019'
  | 'ecdsa-jcs-2019';

/** One Data Integrity cryptosuite: how the document is made canonical, and with which keys it is signed. */
export interface Cryptosuite {
  canon: 'rdfc' | 'jcs';
  keys: readonly KeyType[];
  /** The members that name the suite in a proof. */
  members: { type: string; cryptosuite?: string };
}

/** VC DI EdDSA §3, VC DI ECDSA §3, Ed25519Signature2020 (the same algorithm as eddsa-rdfc-2022 under its first name). */
export const cryptosuites: Record<SuiteName, Cryptosuite> = {
  'eddsa-rdfc-2022': suite('eddsa-rdfc-2022', 'rdfc', ['Ed25519']),
  Ed25519Signature2020: { canon: 'rdfc', keys: ['Ed25519'], members: { type: 'Ed25519Signature2020' } },
  'eddsa-jcs-2022': suite('eddsa-jcs-2022', 'jcs', ['Ed25519']),
  'ecdsa-rdfc-2019': suite('ecdsa-rdfc-2019', 'rdfc', ['P-256', 'P-384']),
  'ecdsa-jcs-2019': suite('ecdsa-jcs-2019', 'jcs', ['P-256', 'P-384']),
};

const suitesByName = new Map<unknown, Cryptosuite>(
  Object.values(cryptosuites).flatMap((each) => (each.members.cryptosuite ? [[each.members.cryptosuite, each]] : [])),
);
// The draft name.
suitesByName.set('eddsa-2022', cryptosuites['eddsa-rdfc-2022']);

/** The suite a proof names. */
export function suiteOf(proof: JsonObject): Cryptosuite | undefined {
  if (proof.type === 'DataIntegrityProof') return suitesByName.get(proof.cryptosuite);
  return proof.type === 'Ed25519Signature2020' ? cryptosuites.Ed25519Signature2020 : undefined;
}

/** VC DI ECDSA §3.1: the curve decides the hash, also the one inside the canonicalisation. */
export function hashOf(type: KeyType): HashAlgorithm {
  return type === 'P-384' ? 'sha384' : 'sha256';
}

export function signatureAlgorithmOf(type: KeyType): SignatureAlgorithm {
  return type === 'P-384' ? 'ES384' : type === 'P-256' ? 'ES256' : 'EdDSA';
}

function suite(cryptosuite: SuiteName, canon: 'rdfc' | 'jcs', keys: readonly KeyType[]): Cryptosuite {
  return { canon, keys, members: { type: 'DataIntegrityProof', cryptosuite } };
}
