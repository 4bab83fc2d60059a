import { decodeBase58 } from '../keys/base58.ts';
import type { SigningKey } from '../keys/cryptography.ts';
import { importSigningKey } from '../node.ts';

/** A published test key: an Ed25519 secret in multibase, with the seed after the two bytes of its prefix. */
export function secretKey(multibase: string): SigningKey {
  const seed = decodeBase58(multibase.slice(1)).slice(2, 34);
  // RFC 8410 §7: the fixed beginning of a PKCS #8 Ed25519 key.
  return importSigningKey(Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]));
}
