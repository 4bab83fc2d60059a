import { publicKeyOfDidJwk } from '../did/did-jwk.ts';
import { publicKeyOfDidKey } from '../did/did-key.ts';
import { decodeMultikey } from '../keys/multikey.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { BadgeError } from '../model/badge-error.ts';

/** One issuer's key is read again for each of its badges. */
const kept = new Map<string, PublicKey>();
const mostKept = 1000;
/** A did:jwk may say any amount besides its key; one of 8192 bits of RSA has half of this. */
const longestKept = 4096;

/**
 * The key a verification method carries in its own text: did:key, did:jwk, or a multikey as the fragment.
 *
 * It says which key the signature is checked with, never whose key it is: anybody can write
 * `https://famous.example#<own key>`. Ask `keyListedBy` with the controller's document for that.
 */
export function keyOfMethod(verificationMethod: string): PublicKey | undefined {
  const known = kept.get(verificationMethod);
  if (known) return known;
  const key = readKey(verificationMethod);
  if (!key || verificationMethod.length > longestKept) return key;
  if (kept.size >= mostKept) kept.clear();
  kept.set(verificationMethod, key);
  return key;
}

function readKey(verificationMethod: string): PublicKey | undefined {
  try {
    if (verificationMethod.startsWith('did:key:')) return publicKeyOfDidKey(verificationMethod);
    if (verificationMethod.startsWith('did:jwk:')) return publicKeyOfDidJwk(verificationMethod);
    const [, fragment] = /#(z[1-9A-HJ-NP-Za-km-z]{40,})$/.exec(verificationMethod) ?? [];
    return fragment ? decodeMultikey(fragment) : undefined;
  } catch (error) {
    if (error instanceof BadgeError) return undefined;
    throw error;
  }
}

/** The part of a verification method that says who controls it. */
export function controllerOf(verificationMethod: string): string {
  return verificationMethod.split('#')[0] as string;
}
