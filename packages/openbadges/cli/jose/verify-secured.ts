import { fits } from '../../src/keys/cryptography.ts';
import type { PublicKey } from '../../src/keys/public-key.ts';
import { asArray, isObject, type JsonObject } from '../../src/model/json.ts';
import { readCose } from '../../src/proof/cose/read-cose.ts';
import { checkSignature, decodeJws, type JwsToken, mediaType, whyHeaderRefused } from '../../src/proof/jws-token.ts';
import type { ProofTools } from '../../src/proof/proof-tools.ts';
import { readSdJwt } from '../../src/proof/sd-jwt/read-sd-jwt.ts';
import { featureParts, type JoseFeature } from './jose-feature.ts';
import { whyNotSecured } from './why-not-secured.ts';

export type SecuredAnswer = { ok: true; document: JsonObject } | { ok: false; code: string };

/** Checks a token, or an envelope around one, with the key that is given: whatever its header says about keys. */
export async function verifySecured(
  text: string,
  feature: JoseFeature,
  key: PublicKey,
  tools: Pick<ProofTools, 'cryptography'>,
): Promise<SecuredAnswer> {
  const { kind, securing } = featureParts(feature);
  if (securing === 'cose') return verifyCose(text, kind, key, tools);
  const read = securing === 'sdjwt' ? readSdJwt(text) : plain(text);
  if (!read) return { ok: false, code: 'jwt.malformed' };
  const { token, document } = read;
  const type = `${kind}+${securing === 'sdjwt' ? 'sd-jwt' : 'jwt'}`;
  const refused = whyHeaderRefused(token.header, [type]) ?? whyContentRefused(token.header, kind);
  if (refused) return { ok: false, code: refused };
  const named: JwsToken = { ...token, header: { alg: token.header.alg, kid: 'given' } };
  const finding = await checkSignature(named, { signer: undefined, resolveKey: () => key }, tools);
  if (finding.outcome !== 'passed') return { ok: false, code: finding.code };
  const wrong = whyNotSecured(document, kind);
  return wrong === null ? { ok: true, document } : { ok: false, code: wrong };
}

async function verifyCose(
  text: string,
  kind: 'vc' | 'vp',
  key: PublicKey,
  { cryptography }: Pick<ProofTools, 'cryptography'>,
): Promise<SecuredAnswer> {
  const token = /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? readCose(Buffer.from(text, 'base64')) : undefined;
  if (!token) return { ok: false, code: 'jwt.malformed' };
  const { header, document, signed, signature } = token;
  const { algorithm, typ = '', contentType = `application/${kind}` } = header;
  if (mediaType(typ) !== `${kind}+cose` || mediaType(contentType) !== kind)
    return { ok: false, code: 'jwt.type-unexpected' };
  if (!fits(algorithm, key.type)) return { ok: false, code: 'jwt.key-wrong-type' };
  if (!(await cryptography.verify(algorithm, key, signed, signature))) return { ok: false, code: 'jwt.tampered' };
  const wrong = whyNotSecured(document, kind);
  return wrong === null ? { ok: true, document } : { ok: false, code: wrong };
}

function plain(text: string) {
  const token = decodeJws(text);
  return token && { token, document: token.payload };
}

/** VC-JOSE-COSE §3.1.1: `cty`, where it is there, says what the payload is. */
function whyContentRefused({ cty }: JsonObject, kind: string): 'jwt.type-unexpected' | null {
  return cty === undefined || mediaType(cty) === kind ? null : 'jwt.type-unexpected';
}

/** The token in a file: the text itself, or the `data:` URL of an envelope, alone or as JSON. */
export function tokenOf(text: string, json: unknown): string {
  const id =
    isObject(json) && asArray(json.type).some((type) => String(type).startsWith('Enveloped')) ? json.id : undefined;
  const whole = typeof id === 'string' ? id : typeof json === 'string' ? json : text.trim();
  return whole.startsWith('data:') ? whole.slice(whole.indexOf(',') + 1) : whole;
}
