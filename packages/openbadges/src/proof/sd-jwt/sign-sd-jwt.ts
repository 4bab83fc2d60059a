import type { JsonObject } from '../../model/json.ts';
import { asArray } from '../../model/json.ts';
import type { JoseOptions } from '../sign-jose.ts';
import { signJws } from '../sign-jws.ts';
import { conceal } from './conceal.ts';

export interface SdJwtOptions extends Pick<JoseOptions, 'key' | 'kid'> {
  /** What its holder may keep back, as paths: `credentialSubject.name`, `evidence[0]`. */
  disclosable: readonly string[];
  /** Bytes that nobody can guess. */
  randomBytes: (length: number) => Uint8Array;
}

/**
 * Secures a credential or presentation as SD-JWT (VC-JOSE-COSE §3.2, RFC 9901), with everything disclosed: who holds it
 * leaves disclosures out.
 *
 * Throws `pointer.*` for a path to nothing, `key.wrong-type` for a key that signs nothing.
 */
export async function signSdJwt(document: JsonObject, options: SdJwtOptions): Promise<string> {
  const { key, kid, disclosable, randomBytes } = options;
  const kind = asArray(document.type).includes('VerifiablePresentation') ? 'vp' : 'vc';
  const { payload, disclosures } = conceal(document, disclosable, () => randomBytes(16));
  const token = await signJws({ kid, typ: `${kind}+sd-jwt`, cty: kind }, payload, key);
  return [token, ...disclosures.map(({ text }) => text), ''].join('~');
}
