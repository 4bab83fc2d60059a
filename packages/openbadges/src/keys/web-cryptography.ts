import { BadgeError } from '../model/badge-error.ts';
import { type Cryptography, fits, type SignatureAlgorithm, type SignedText } from './cryptography.ts';
import type { PublicKey } from './public-key.ts';

const utf8 = new TextEncoder();

/** Cryptography by WebCrypto, for browsers and everything like them. */
export const webCryptography: Cryptography = {
  async hash(algorithm, text) {
    const bytes = typeof text === 'string' ? utf8.encode(text) : new Uint8Array(text);
    return new Uint8Array(await crypto.subtle.digest(algorithm === 'sha384' ? 'SHA-384' : 'SHA-256', bytes));
  },
  verify: (algorithm, key, bytes, signature) => verifyAll(algorithm, key, [{ bytes, signature }]),
  verifyAll,
};

async function verifyAll(algorithm: SignatureAlgorithm, key: PublicKey, signed: readonly SignedText[]) {
  if (!fits(algorithm, key.type)) throw new BadgeError('key.wrong-type', { algorithm, key: key.type });
  const { importing, verifying } = parameters[algorithm];
  try {
    const imported = await crypto.subtle.importKey('jwk', { ...key.jwk }, importing, false, ['verify']);
    const answers = signed.map(({ bytes, signature }) =>
      crypto.subtle.verify(verifying, imported, new Uint8Array(signature), new Uint8Array(bytes)),
    );
    return (await Promise.all(answers)).every(Boolean);
  } catch (error) {
    // DataError: the coordinates are no point of the curve, so nothing can have been signed with it.
    if (error instanceof DOMException && error.name === 'DataError') return false;
    // Browsers came to Ed25519 late (Chrome 137, Firefox 129, Safari 17), and some do without P-521.
    if (error instanceof DOMException && error.name === 'NotSupportedError')
      throw new BadgeError('key.unsupported', { algorithm }, error);
    throw error;
  }
}

const rsa = (name: string) => ({ name, hash: 'SHA-256' });
const ecdsa = (namedCurve: string, hash: string) => ({
  importing: { name: 'ECDSA', namedCurve },
  verifying: { name: 'ECDSA', hash },
});

const parameters: Record<
  SignatureAlgorithm,
  { importing: EcKeyImportParams | RsaHashedImportParams; verifying: EcdsaParams | RsaPssParams | { name: string } }
> = {
  EdDSA: { importing: { name: 'Ed25519' } as EcKeyImportParams, verifying: { name: 'Ed25519' } },
  ES256: ecdsa('P-256', 'SHA-256'),
  ES384: ecdsa('P-384', 'SHA-384'),
  ES512: ecdsa('P-521', 'SHA-512'),
  RS256: { importing: rsa('RSASSA-PKCS1-v1_5'), verifying: { name: 'RSASSA-PKCS1-v1_5' } },
  PS256: { importing: rsa('RSA-PSS'), verifying: { name: 'RSA-PSS', saltLength: 32 } },
};
