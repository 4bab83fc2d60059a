import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { SigningKey } from '../../src/keys/cryptography.ts';
import { BadgeError } from '../../src/model/badge-error.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { type ExportableKey, importSigningKey } from '../../src/node/signing-keys.ts';

/** A private JWK (RFC 7517, RFC 8037) as a signing key. Throws `key.invalid`. */
export function importJwk(jwk: JsonObject): SigningKey & ExportableKey {
  return imported('jwk', () => createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' }));
}

/** A private key in PEM: PKCS #8, or one of the older forms of RSA and elliptic curves. Throws `key.invalid`. */
export function importPem(pem: string): SigningKey & ExportableKey {
  return imported('pem', () => createPrivateKey({ key: pem, format: 'pem' }));
}

function imported(form: string, read: () => KeyObject): SigningKey & ExportableKey {
  try {
    return importSigningKey(read().export({ format: 'der', type: 'pkcs8' }));
  } catch (cause) {
    if (cause instanceof BadgeError) throw cause;
    throw new BadgeError('key.invalid', { form }, cause);
  }
}
