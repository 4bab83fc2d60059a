import { timingSafeEqual } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import type { Config } from '../../kernel/config.ts';
import { CannotStart } from '../cannot-start.ts';
import { keepSecret, secretFile } from '../key-store-secret.ts';

type Needs = Pick<Config, 'data' | 'secretKey'>;

/** A secret from the settings would go on hiding the restored one. */
export function refuseOtherSecret({ secretKey }: Needs, secret: Buffer): void {
  if (!secretKey) return;
  const own = Buffer.from(secretKey, 'base64url');
  if (own.length === secret.length && timingSafeEqual(own, secret)) return;
  throw new CannotStart(
    'BA_SECRET_KEY is not the secret of the backup. Leave it out, and the restored secret goes into the data folder; or set it to the one that the backup was made with.',
  );
}

/** Writes the secret beside its place; what comes back puts it there, in one step. */
export async function placeSecret({ data, secretKey }: Needs, secret: Buffer): Promise<() => Promise<void>> {
  if (secretKey) return async () => {};
  const path = secretFile(data);
  await rm(`${path}.restored`, { force: true });
  await keepSecret(`${path}.restored`, secret);
  return () => rename(`${path}.restored`, path);
}
