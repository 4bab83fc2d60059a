import { identityHash } from '../identity-hash.ts';
import { isObject, type JsonObject } from '../json.ts';
import { type IdentifierType, identifierTypes } from '../vocabulary.ts';
import { type Field, text, word } from './fields.ts';
import { invalid } from './invalid-reasons.ts';

/** With a salt (random, at least 16 bytes as hex) only the hash of the value is published. */
export interface IdentifierInput {
  type: IdentifierType;
  value: string;
  salt?: string;
}

/** OB 3.0 IdentityObject. An e-mail address is hashed in lower case, so that it is found however it is typed. */
export const identityClass: Field<IdentifierInput> = {
  read(input, at): JsonObject {
    if (!isObject(input)) invalid(at, 'not-an-object');
    const type = word<IdentifierType>(identifierTypes).read(input.type, `${at}/identityType`);
    const value = text.read(input.value, `${at}/identityHash`) as string;
    const identity = type === 'emailAddress' ? value.trim().toLowerCase() : value;
    if (input.salt === undefined) {
      return { type: 'IdentityObject', hashed: false, identityHash: identity, identityType: type };
    }
    const salt = text.read(input.salt, `${at}/salt`) as string;
    return {
      type: 'IdentityObject',
      hashed: true,
      identityHash: identityHash(identity, salt),
      identityType: type,
      salt,
    };
  },
};
