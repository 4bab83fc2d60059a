import { generateKeyPairSync, sign, verify } from 'node:crypto';

/** What the machine could do if only the signature were left: two hashes are signed, whatever the document. */
export function signatureLimit(type: 'Ed25519' | 'P-256') {
  const { privateKey, publicKey } =
    type === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const digest = type === 'Ed25519' ? null : 'sha256';
  const bytes = Buffer.alloc(64, 7);
  const signature = sign(digest, bytes, privateKey);
  return {
    sign: () => sign(digest, bytes, privateKey),
    verify: () => verify(digest, bytes, publicKey, signature),
    /** So many at the same time, on all threads that Node has for it. */
    verifyMany: (count: number) => Promise.all(Array.from({ length: count }, verifyElsewhere)),
  };

  function verifyElsewhere(): Promise<boolean> {
    return new Promise((resolve) => verify(digest, bytes, publicKey, signature, (_, isIntact) => resolve(isIntact)));
  }
}
