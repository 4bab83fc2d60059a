import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { KeyStore } from '../kernel/key-store.ts';

// version byte · nonce · tag · ciphertext
const version = 1;
const nonceLength = 12;
const tagLength = 16;
const start = 1 + nonceLength + tagLength;

/** Keys that come out of the hub's one secret (32 bytes). */
export function makeKeyStore(secret: Uint8Array): KeyStore {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'badge-alliance', purpose, 32));
  const sealingKey = derive('seal');

  return {
    derive,

    seal(plain, boundTo) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(boundTo));
      const hidden = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), hidden]);
    },

    open(sealed, boundTo) {
      if (sealed.length < start || sealed[0] !== version) throw new CannotOpen();
      const nonce = sealed.subarray(1, 1 + nonceLength);
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, nonce, { authTagLength: tagLength });
      decipher.setAAD(Buffer.from(boundTo)).setAuthTag(sealed.subarray(1 + nonceLength, start));
      const plain = decipher.update(sealed.subarray(start));
      try {
        return Buffer.concat([plain, decipher.final()]);
      } catch (cause) {
        throw new CannotOpen({ cause });
      }
    },
  };
}

export class CannotOpen extends Error {
  override name = 'CannotOpen';

  constructor(options?: ErrorOptions) {
    super(
      'What was sealed cannot be opened: the hub has another secret key now, or the bytes belong elsewhere.',
      options,
    );
  }
}
