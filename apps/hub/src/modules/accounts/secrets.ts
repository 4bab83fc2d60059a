import { createHash } from 'node:crypto';
import type { App } from '../../kernel/app.ts';

/** 32 random bytes for a link or a cookie, and what the database keeps of them. */
export function newSecret(app: Pick<App, 'random'>): { secret: string; hash: Buffer } {
  const secret = Buffer.from(app.random(32)).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
