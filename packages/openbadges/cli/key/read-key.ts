import { parseJson } from '../../src/import/parse-json.ts';
import type { SigningKey } from '../../src/keys/cryptography.ts';
import { decodeMultikey } from '../../src/keys/multikey.ts';
import { type PublicKey, publicKeyFromJwk, sameKey } from '../../src/keys/public-key.ts';
import { BadgeError } from '../../src/model/badge-error.ts';
import { isObject, type JsonObject } from '../../src/model/json.ts';
import type { ExportableKey } from '../../src/node/signing-keys.ts';
import type { CommandContext } from '../command.ts';
import { refused } from '../command-error.ts';
import { printable } from '../printable.ts';
import { readTextSource } from '../read-source.ts';
import { importJwk, importPem } from './import-jwk.ts';
import { methodOf, ownDid } from './key-file.ts';
import { decodeSecretMultikey } from './secret-multikey.ts';

export interface KeyFile {
  key: SigningKey & ExportableKey;
  /** Whose key it is: what the file says, or the DID that the key is by itself. */
  controller: string;
  verificationMethod: string;
}

/**
 * A private key from a file: what `badges keygen` writes, a JWK, `secretKeyMultibase` in JSON or alone on a line,
 * or PEM. Throws a `CommandError`.
 */
export async function readKey(name: string, context: Pick<CommandContext, 'cwd' | 'stdin'>): Promise<KeyFile> {
  const text = (await readTextSource(name, context)).trim();
  try {
    return keyOf(text);
  } catch (error) {
    if (!(error instanceof BadgeError)) throw error;
    throw refused(
      `${printable(name)} holds no private key that can be read (${error.code}).`,
      'Make one with: badges keygen --out key.json',
    );
  }
}

/** The same from the text of such a file. Throws BadgeError `key.*`. */
export function keyOf(text: string): KeyFile {
  if (text.startsWith('-----BEGIN')) return named(importPem(text), {});
  if (text.startsWith('z')) return named(decodeSecretMultikey(text), {});
  const parsed = parseJson(text);
  if (!parsed.ok || !isObject(parsed.json)) throw new BadgeError('key.invalid', { form: 'json' });
  const file = parsed.json;
  const key = secretOf(file);
  const told = publicOf(file);
  if (told && !sameKey(told, key.publicKey)) throw new BadgeError('key.invalid', { form: 'pair' });
  return named(key, file);
}

function secretOf(file: JsonObject): SigningKey & ExportableKey {
  const multibase = file.secretKeyMultibase ?? file.privateKeyMultibase;
  if (typeof multibase === 'string') return decodeSecretMultikey(multibase);
  const pem = file.secretKeyPem ?? file.privateKeyPem;
  if (typeof pem === 'string') return importPem(pem);
  const jwk = file.secretKeyJwk ?? file.privateKeyJwk ?? file;
  if (!isObject(jwk) || jwk.kty === undefined || jwk.d === undefined)
    throw new BadgeError('key.invalid', { form: 'json' });
  return importJwk(jwk);
}

function publicOf({ publicKeyMultibase, publicKeyJwk }: JsonObject): PublicKey | undefined {
  if (typeof publicKeyMultibase === 'string') return decodeMultikey(publicKeyMultibase);
  return publicKeyJwk === undefined ? undefined : publicKeyFromJwk(publicKeyJwk);
}

function named(key: KeyFile['key'], { id, controller }: JsonObject): KeyFile {
  const owner = typeof controller === 'string' && controller !== '' ? controller : ownDid(key.publicKey);
  const method = typeof id === 'string' && id.startsWith(`${owner}#`) ? id : methodOf(owner, key.publicKey);
  return { key, controller: owner, verificationMethod: method };
}
