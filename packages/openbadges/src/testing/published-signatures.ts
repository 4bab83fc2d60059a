import type { SigningKey } from '../keys/cryptography.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { nodeCryptography } from '../node.ts';

/**
 * A P-256 key of which we know only what it signed: it signs those bytes again with the signatures that were published,
 * and no others. ECDSA is not deterministic, but which bytes were signed is.
 */
export function publishedSignatures(publicKey: PublicKey, signatures: readonly string[]): SigningKey {
  const known = signatures.map((signature) => Buffer.from(signature, 'hex'));
  return {
    publicKey,
    sign(bytes) {
      const found = known.find((signature) => nodeCryptography.verify('ES256', publicKey, bytes, signature));
      if (!found) throw new Error('These bytes were not signed by the published key');
      return found;
    },
  };
}
