import { parseJson } from '../../src/import/parse-json.ts';
import { decodeMultikey } from '../../src/keys/multikey.ts';
import { type PublicKey, publicKeyFromJwk } from '../../src/keys/public-key.ts';
import { BadgeError } from '../../src/model/badge-error.ts';
import { isObject } from '../../src/model/json.ts';
import type { CommandContext } from '../command.ts';
import { refused } from '../command-error.ts';
import { printable } from '../printable.ts';
import { readTextSource } from '../read-source.ts';

/** The public key of a verification method or JWK in a file; a secret beside it is not looked at. Throws a `CommandError`. */
export async function readPublicKey(name: string, context: Pick<CommandContext, 'cwd' | 'stdin'>): Promise<PublicKey> {
  const parsed = parseJson(await readTextSource(name, context));
  const method = parsed.ok && isObject(parsed.json) ? parsed.json : {};
  try {
    const { publicKeyMultibase } = method;
    if (typeof publicKeyMultibase === 'string') return decodeMultikey(publicKeyMultibase);
    return publicKeyFromJwk(method.publicKeyJwk ?? method);
  } catch (error) {
    if (!(error instanceof BadgeError)) throw error;
    throw refused(`${printable(name)} holds no public key that can be read (${error.code}).`);
  }
}
