import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';

const bytes = z.base64url().transform((text) => Buffer.from(text, 'base64url'));

/** How the hub's secret lies in a backup: scrypt (RFC 7914) of the passphrase, then AES-256-GCM. */
const SecretBox = z.strictObject({
  kdf: z.literal('scrypt'),
  cost: z
    .number()
    .int()
    .min(2 ** 14)
    .max(2 ** 18),
  salt: bytes,
  nonce: bytes,
  tag: bytes,
  secret: bytes,
});

const cost = 2 ** 16;
const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

/** Two keys: one hides the secret, the other seals the archive. */
async function keysOf(passphrase: string, salt: Buffer, N: number) {
  const root = await derive(passphrase.normalize('NFKC'), salt, 32, { N, r: 8, p: 1, maxmem: 256 * N * 8 });
  const part = (purpose: string) => Buffer.from(hkdfSync('sha256', root, '', purpose, 32));
  return { hiding: part('secret'), sealing: part('seal') };
}

export interface OpenBox {
  secret: Buffer;
  /** The end of the archive: nobody without the passphrase can make it for other bytes. */
  seal(digest: Buffer): string;
}

export async function closeBox(
  secret: Uint8Array,
  passphrase: string,
): Promise<{ json: string; seal: OpenBox['seal'] }> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const keys = await keysOf(passphrase, salt, cost);
  const cipher = createCipheriv('aes-256-gcm', keys.hiding, nonce);
  const hidden = Buffer.concat([cipher.update(secret), cipher.final()]);
  const text = (part: Buffer) => part.toString('base64url');
  const box = {
    kdf: 'scrypt',
    cost,
    salt: text(salt),
    nonce: text(nonce),
    tag: text(cipher.getAuthTag()),
    secret: text(hidden),
  };
  return { json: JSON.stringify(box), seal: sealer(keys.sealing) };
}

/** Undefined when the passphrase is another one. */
export async function openBox(json: unknown, passphrase: string): Promise<OpenBox | undefined> {
  const box = SecretBox.parse(json);
  const keys = await keysOf(passphrase, box.salt, box.cost);
  const decipher = createDecipheriv('aes-256-gcm', keys.hiding, box.nonce, { authTagLength: 16 }).setAuthTag(box.tag);
  const plain = decipher.update(box.secret);
  try {
    return { secret: Buffer.concat([plain, decipher.final()]), seal: sealer(keys.sealing) };
  } catch (error) {
    if (error instanceof Error && error.message.includes('authenticate')) return undefined;
    throw error;
  }
}

/** Of the text that `seal` makes. */
export const sealLength = 64;

const sealer = (key: Buffer) => (digest: Buffer) => createHmac('sha256', key).update(digest).digest('hex');
