import type { SigningKey } from '../keys/cryptography.ts';
import { BadgeError } from '../model/badge-error.ts';
import { asArray, type JsonObject } from '../model/json.ts';
import { signJws } from './sign-jws.ts';

/** How a token is signed. */
export interface JoseOptions {
  key: SigningKey;
  /** Where the signer publishes the key: a DID URL, or the URL of a JWK. */
  kid: string;
  /** For presentations: what the verifier asked to be signed along (`nonce`), and who that is (`aud`). */
  challenge?: string;
  domain?: string;
}

/**
 * Secures a credential or a presentation by VC-JOSE-COSE §3.1: the document itself is the payload.
 *
 * Open Badges has a form of its own with registered claims: `signVcJwt`.
 * Throws `document.invalid` for a document that is neither, `key.wrong-type` for a key that signs nothing.
 */
export async function signJose(document: JsonObject, { key, kid, challenge, domain }: JoseOptions): Promise<string> {
  const types = asArray(document.type);
  const kind = types.includes('VerifiableCredential')
    ? 'vc'
    : types.includes('VerifiablePresentation')
      ? 'vp'
      : undefined;
  if (!kind)
    throw new BadgeError('document.invalid', { pointer: '/type', reason: 'neither credential nor presentation' });
  const payload = {
    ...document,
    ...(challenge === undefined ? {} : { nonce: challenge }),
    ...(domain === undefined ? {} : { aud: domain }),
  };
  return signJws({ kid, typ: `${kind}+jwt`, cty: kind }, payload, key);
}
