import { hash, verify } from '@node-rs/argon2';

/** OWASP Password Storage Cheat Sheet: Argon2id (the package's default) with 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One password typed on two keyboards gives the same bytes (RFC 8265 §4.2). */
const normal = (password: string) => password.normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), cost);
}

let nobodys: Promise<string> | undefined;

/** Takes as long without a hash as with one, so that time does not tell whether there is an account. */
export async function isPassword(password: string, expected: string | undefined): Promise<boolean> {
  nobodys ??= hashPassword('the password of nobody');
  const matches = await verify(expected ?? (await nobodys), normal(password));
  return matches && expected !== undefined;
}
