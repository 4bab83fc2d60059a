import { algorithmOf } from '../../keys/cryptography.ts';
import { BadgeError } from '../../model/badge-error.ts';
import { joinBytes } from '../../model/join-bytes.ts';
import { asArray, type JsonObject } from '../../model/json.ts';
import { encodeCbor } from '../sd/encode-cbor.ts';
import type { JoseOptions } from '../sign-jose.ts';
import { encodeCoseHeader } from './cose-header.ts';
import { coseBytes } from './read-cose.ts';

/**
 * Secures a credential or presentation as COSE_Sign1 (VC-JOSE-COSE §3.3, RFC 9052 §4.2).
 * Throws `key.wrong-type` for a key that COSE does not sign with here.
 */
export async function signCose(
  document: JsonObject,
  { key, kid }: Pick<JoseOptions, 'key' | 'kid'>,
): Promise<Uint8Array> {
  const kind = asArray(document.type).includes('VerifiablePresentation') ? 'vp' : 'vc';
  const algorithm = algorithmOf[key.publicKey.type];
  const types = { contentType: `application/${kind}`, typ: `application/${kind}+cose` };
  const header = algorithm && encodeCoseHeader({ algorithm, kid, ...types });
  if (!header) throw new BadgeError('key.wrong-type', { key: key.publicKey.type });
  const payload = new TextEncoder().encode(JSON.stringify(document));
  const signature = await key.sign(coseBytes(header, payload));
  return joinBytes([Uint8Array.of(0xd2), encodeCbor([header, new Map(), payload, signature])]);
}
