import { encodeBase58 } from '../keys/base58.ts';
import { decodeBase64url, encodeBase64url } from '../keys/base64url.ts';
import { encodeMultikey } from '../keys/multikey.ts';
import type { PublicKey } from '../keys/public-key.ts';
import type { JsonObject } from '../model/json.ts';
import { x25519Key } from './x25519-key.ts';

/** The ways to write a public key into a DID document; those of 2018 and 2019 count as experimental (did:key §3.1.2). */
export type PublicKeyFormat =
  | 'Multikey'
  | 'JsonWebKey'
  | 'JsonWebKey2020'
  | 'Ed25519VerificationKey2020'
  | 'X25519KeyAgreementKey2020'
  | 'Ed25519VerificationKey2018'
  | 'X25519KeyAgreementKey2019'
  | 'EcdsaSecp256k1VerificationKey2019';

/** An X25519 key: as Multikey, and its 32 bytes. */
export interface AgreementKey {
  multikey: string;
  bytes: Uint8Array;
}

export interface KeyForm {
  contexts: string[];
  isExperimental?: boolean;
  /** The key as a verification method without its names; undefined for a key that does not have this form. */
  signing(key: PublicKey): JsonObject | undefined;
  agreement(key: AgreementKey): JsonObject;
}

const suites = 'https://w3id.org/security/suites';

const multikey: KeyForm = {
  contexts: ['https://w3id.org/security/multikey/v1'],
  signing: (key) => ({ type: 'Multikey', publicKeyMultibase: encodeMultikey(key) }),
  agreement: (key) => ({ type: 'Multikey', publicKeyMultibase: key.multikey }),
};

const ed25519In2020: KeyForm = {
  contexts: [`${suites}/ed25519-2020/v1`, `${suites}/x25519-2020/v1`],
  signing: (key) =>
    only('Ed25519', key, { type: 'Ed25519VerificationKey2020', publicKeyMultibase: encodeMultikey(key) }),
  agreement: (key) => ({ type: 'X25519KeyAgreementKey2020', publicKeyMultibase: key.multikey }),
};

const ed25519In2018: KeyForm = {
  contexts: [`${suites}/ed25519-2018/v1`, `${suites}/x25519-2019/v1`],
  isExperimental: true,
  signing: (key) =>
    'x' in key.jwk
      ? only('Ed25519', key, {
          type: 'Ed25519VerificationKey2018',
          publicKeyBase58: encodeBase58(decodeBase64url(key.jwk.x)),
        })
      : undefined,
  agreement: (key) => ({ type: 'X25519KeyAgreementKey2019', publicKeyBase58: encodeBase58(key.bytes) }),
};

/** Forms come in pairs: one for the key that signs, one for the key agreement that goes with it. */
export const keyForms: Record<PublicKeyFormat, KeyForm> = {
  Multikey: multikey,
  JsonWebKey: asJwk('JsonWebKey', 'https://w3id.org/security/jwk/v1'),
  JsonWebKey2020: asJwk('JsonWebKey2020', `${suites}/jws-2020/v1`),
  Ed25519VerificationKey2020: ed25519In2020,
  X25519KeyAgreementKey2020: ed25519In2020,
  Ed25519VerificationKey2018: ed25519In2018,
  X25519KeyAgreementKey2019: ed25519In2018,
  EcdsaSecp256k1VerificationKey2019: {
    ...asJwk('EcdsaSecp256k1VerificationKey2019', `${suites}/secp256k1-2019/v1`),
    isExperimental: true,
    signing: (key) => only('secp256k1', key, { type: 'EcdsaSecp256k1VerificationKey2019', publicKeyJwk: key.jwk }),
  },
};

/** Only Ed25519 keys have one. Throws `key.invalid` for bytes that are no point of the curve. */
export function agreementKeyOf({ type, jwk }: PublicKey): AgreementKey | undefined {
  if (type !== 'Ed25519' || jwk.kty !== 'OKP') return undefined;
  const bytes = x25519Key(decodeBase64url(jwk.x));
  // Multicodec x25519-pub
  return { multikey: `z${encodeBase58(Uint8Array.from([0xec, 0x01, ...bytes]))}`, bytes };
}

function asJwk(type: string, context: string): KeyForm {
  return {
    contexts: [context],
    signing: (key) => ({ type, publicKeyJwk: key.jwk }),
    agreement: ({ bytes }) => ({ type, publicKeyJwk: { kty: 'OKP', crv: 'X25519', x: encodeBase64url(bytes) } }),
  };
}

function only(type: PublicKey['type'], key: PublicKey, method: JsonObject): JsonObject | undefined {
  return key.type === type ? method : undefined;
}
