import { identityHash } from '../identity-hash.ts';
import { isObject, type JsonObject } from '../json.ts';
import { type IdentifierType, identifierTypes } from '../vocabulary.ts';
import { withoutAbsent } from '../without-absent.ts';
import { type Field, text, word } from './fields.ts';
import { invalid } from './invalid-reasons.ts';

/**
 * How somebody is known. With a salt (random, at least 16 bytes as hex) only the hash of the value is published; a hash
 * that exists already (`algorithm$hex`) is taken as it is.
 */
export type IdentifierInput =
  | { type: IdentifierType; value: string; salt?: string }
  | { type: IdentifierType; hash: string; salt?: string };

/** OB 3.0 IdentityObject. An e-mail address is hashed in lower case, so that it is found however it is typed. */
export const identityClass: Field<IdentifierInput> = {
  read(input, at): JsonObject {
    if (!isObject(input)) invalid(at, 'not-an-object');
    const type = word<IdentifierType>(identifierTypes).read(input.type, `${at}/identityType`);
    const salt = input.salt === undefined ? undefined : (text.read(input.salt, `${at}/salt`) as string);
    if ('hash' in input) return hashed(type, hashOf(input.hash, `${at}/identityHash`), salt);
    const value = text.read(input.value, `${at}/identityHash`) as string;
    const identity = type === 'emailAddress' ? value.trim().toLowerCase() : value;
    if (salt !== undefined) return hashed(type, identityHash(identity, salt), salt);
    return { type: 'IdentityObject', hashed: false, identityHash: identity, identityType: type };
  },
};

function hashed(identityType: unknown, hash: string, salt: string | undefined): JsonObject {
  return withoutAbsent({ type: 'IdentityObject', hashed: true, identityHash: hash, identityType, salt });
}

/** OB 3.0 IdentityHash knows two algorithms. */
function hashOf(hash: unknown, at: string): string {
  const isHash = typeof hash === 'string' && /^(md5\$[0-9a-f]{32}|sha256\$[0-9a-f]{64})$/i.test(hash);
  return isHash ? hash : invalid(at, 'malformed');
}
