import { createPrivateKey } from 'node:crypto';
import { didJwkOf } from '../../src/did/did-jwk.ts';
import { didKeyOf } from '../../src/did/did-key.ts';
import { decodeBase64url, encodeBase64url } from '../../src/keys/base64url.ts';
import type { SigningKey } from '../../src/keys/cryptography.ts';
import { encodeMultikey } from '../../src/keys/multikey.ts';
import { type PublicKey, thumbprintInput } from '../../src/keys/public-key.ts';
import { sha256 } from '../../src/keys/sha-256.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { ExportableKey } from '../../src/node/signing-keys.ts';
import { encodeSecretMultikey } from './secret-multikey.ts';

/** The DID that a key is by itself: did:key, and did:jwk for RSA, which has no Multikey here. */
export function ownDid(publicKey: PublicKey): string {
  return publicKey.type === 'RSA' ? didJwkOf(publicKey) : didKeyOf(publicKey);
}

/** The verification method by which signatures of this key are found in a controller's document. */
export function methodOf(controller: string, publicKey: PublicKey): string {
  if (controller.startsWith('did:jwk:')) return `${controller}#0`;
  return `${controller}#${publicKey.type === 'RSA' ? thumbprint(publicKey) : encodeMultikey(publicKey)}`;
}

/** RFC 7638 §3. */
function thumbprint(publicKey: PublicKey): string {
  return encodeBase64url(sha256(new TextEncoder().encode(thumbprintInput(publicKey))));
}

/** A key as the JSON of its file (Controlled Identifiers §2.2): the secret is in it. */
export function keyFile(key: SigningKey & ExportableKey, controller: string): JsonObject {
  const { publicKey } = key;
  const id = methodOf(controller, publicKey);
  const privateKey = createPrivateKey({ key: Buffer.from(key.exportPkcs8()), format: 'der', type: 'pkcs8' });
  const { type } = publicKey;
  if (type === 'RSA' || type === 'secp256k1' || type === 'P-521') {
    const secretKeyJwk = privateKey.export({ format: 'jwk' });
    return { id, type: 'JsonWebKey', controller, publicKeyJwk: publicKey.jwk, secretKeyJwk };
  }
  const { d } = privateKey.export({ format: 'jwk' });
  const secretKeyMultibase = encodeSecretMultikey(type, decodeBase64url(String(d)));
  return { id, type: 'Multikey', controller, publicKeyMultibase: encodeMultikey(publicKey), secretKeyMultibase };
}
