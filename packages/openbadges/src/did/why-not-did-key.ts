import { decodeBase58 } from '../keys/base58.ts';
import { publicKeyFromMultikeyBytes } from '../keys/multikey.ts';
import { BadgeError } from '../model/badge-error.ts';
import type { DidError } from './did-answer.ts';
import { agreementKeyOf, keyForms, type PublicKeyFormat } from './key-forms.ts';

/** What somebody wants of the document of a did:key. */
export interface DidKeyWish {
  /** As somebody wrote it: any text. */
  publicKeyFormat?: string;
  /** Whether formats of 2018 and 2019 are wanted at all. */
  enableExperimentalPublicKeyTypes?: boolean;
}

/** Bytes of the public key after the two bytes of its multicodec prefix. */
const lengths = new Map([
  ['237 1', 32],
  ['128 36', 33],
  ['129 36', 49],
  ['130 36', 67],
  ['231 1', 33],
]);

/** Why a did:key has no document in the format wished for (did:key §3.1); null when it has one. */
export function whyNotDidKey(did: string, wish: DidKeyWish): DidError | null {
  const [, multibase] = /^did:key:(?:1(?:\.1)?:)?z([1-9A-HJ-NP-Za-km-z]{1,1024})$/.exec(did) ?? [];
  if (multibase === undefined) return 'invalidDid';
  const bytes = decodeBase58(multibase);
  const length = lengths.get(`${bytes[0]} ${bytes[1]}`);
  if (length === undefined) return 'unsupportedPublicKeyType';
  if (bytes.length - 2 !== length) return 'invalidPublicKeyLength';
  return whyNotKey(bytes, wish);
}

function whyNotKey(bytes: Uint8Array, wish: DidKeyWish): DidError | null {
  const { publicKeyFormat: format = 'Multikey', enableExperimentalPublicKeyTypes: isExperimental = false } = wish;
  if (!isFormat(format)) return 'unsupportedPublicKeyType';
  if (keyForms[format].isExperimental && !isExperimental) return 'invalidPublicKeyType';
  try {
    const key = publicKeyFromMultikeyBytes(bytes);
    agreementKeyOf(key);
    return keyForms[format].signing(key) ? null : 'invalidPublicKeyType';
  } catch (error) {
    if (error instanceof BadgeError) return 'invalidPublicKey';
    throw error;
  }
}

function isFormat(text: string): text is PublicKeyFormat {
  return Object.hasOwn(keyForms, text);
}
