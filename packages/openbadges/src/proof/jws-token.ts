import { decodeBase64url } from '../keys/base64url.ts';
import { fits, type SignatureAlgorithm } from '../keys/cryptography.ts';
import { type PublicKey, publicKeyFromJwk } from '../keys/public-key.ts';
import { BadgeError } from '../model/badge-error.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import { keyOfMethod } from './key-of-method.ts';
import type { ProofTools } from './proof-tools.ts';

/** A compact JWS whose parts were decoded; nothing of it is checked yet. */
export interface JwsToken {
  header: JsonObject;
  payload: JsonObject;
  signingInput: string;
  signature: Uint8Array;
}

export type JwsCode =
  | 'jwt.valid'
  | 'jwt.malformed'
  | 'jwt.tampered'
  | 'jwt.algorithm-refused'
  | 'jwt.algorithm-unsupported'
  | 'jwt.type-unexpected'
  | 'jwt.header-unexpected'
  | 'jwt.private-key-exposed'
  | 'jwt.key-unavailable'
  | 'jwt.key-wrong-type';

/** What the signature alone came to. */
export interface JwsFinding {
  outcome: 'passed' | 'failed' | 'unknown';
  code: JwsCode;
  key?: PublicKey;
  keySource?: 'kid' | 'jwk';
}

/** Finds the key a `kid` names; undefined when it cannot be had. */
export type ResolveKey = (verificationMethod: string) => PublicKey | undefined | Promise<PublicKey | undefined>;

const algorithms: readonly SignatureAlgorithm[] = ['RS256', 'ES256', 'ES384', 'ES512', 'EdDSA', 'PS256'];
const longest = 4_000_000;
const utf8 = new TextEncoder();
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** RFC 7515 §7.1; undefined for a text that is none, or longer than any credential. */
export function decodeJws(token: string): JwsToken | undefined {
  if (token.length > longest) return undefined;
  const [head, body, tail, ...more] = token.split('.', 4);
  if (!head || !body || tail === undefined || more.length > 0) return undefined;
  try {
    const header = decodeJson(head);
    const payload = decodeJson(body);
    if (!isObject(header) || !isObject(payload)) return undefined;
    return { header, payload, signingInput: `${head}.${body}`, signature: decodeBase64url(tail) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof BadgeError) return undefined;
    throw error;
  }
}

/** What a header must not say; null when nothing is wrong. `types` are those of the medium expected, in lower case. */
export function whyHeaderRefused(
  { alg, typ, crit, jwk, ...rest }: JsonObject,
  types: readonly string[],
): JwsCode | null {
  if (!algorithms.some((name) => name === alg)) return 'jwt.algorithm-refused';
  if (typ !== undefined && !types.includes(mediaType(typ))) return 'jwt.type-unexpected';
  // RFC 7515 §4.1.11: extensions that must be understood are not.
  if (crit !== undefined || rest.b64 !== undefined) return 'jwt.header-unexpected';
  if (isObject(jwk) && 'd' in jwk) return 'jwt.private-key-exposed';
  return null;
}

/** RFC 7515 §4.1.9: `application/` may be left out. */
export function mediaType(typ: unknown): string {
  const name = textOf(typ).toLowerCase();
  return name.startsWith('application/') ? name.slice('application/'.length) : name;
}

/**
 * Checks the signature with the key that `kid` names, or else the one in the header (which proves nobody), or else the
 * one `signer` is (a did:key that signs for itself).
 */
export async function checkSignature(
  { header, signingInput, signature }: JwsToken,
  { signer, resolveKey }: { signer: unknown; resolveKey?: ResolveKey },
  { cryptography }: Pick<ProofTools, 'cryptography'>,
): Promise<JwsFinding> {
  const algorithm = header.alg as SignatureAlgorithm;
  const found = await keyOf(header, signer, resolveKey);
  if (!found.key) return { outcome: 'unknown', code: 'jwt.key-unavailable' };
  if (!fits(algorithm, found.key.type)) return { outcome: 'failed', code: 'jwt.key-wrong-type', ...found };
  try {
    const checking = cryptography.verify(algorithm, found.key, utf8.encode(signingInput), signature);
    const isIntact = checking instanceof Promise ? await checking : checking;
    return isIntact
      ? { outcome: 'passed', code: 'jwt.valid', ...found }
      : { outcome: 'failed', code: 'jwt.tampered', ...found };
  } catch (error) {
    if (!(error instanceof BadgeError) || error.code !== 'key.unsupported') throw error;
    return { outcome: 'unknown', code: 'jwt.algorithm-unsupported', ...found };
  }
}

async function keyOf(
  { kid, jwk }: JsonObject,
  signer: unknown,
  resolveKey: ResolveKey | undefined,
): Promise<{ key?: PublicKey; keySource?: 'kid' | 'jwk' }> {
  if (typeof kid === 'string') {
    const key = keyOfMethod(kid) ?? (await resolveKey?.(kid));
    if (key) return { key, keySource: 'kid' };
  }
  const inline = jwk === undefined ? undefined : inlineKey(jwk);
  if (inline) return { key: inline, keySource: 'jwk' };
  const own = kid === undefined && typeof signer === 'string' ? keyOfMethod(signer) : undefined;
  return own ? { key: own, keySource: 'kid' } : {};
}

function inlineKey(jwk: unknown): PublicKey | undefined {
  try {
    return publicKeyFromJwk(jwk);
  } catch (error) {
    if (error instanceof BadgeError) return undefined;
    throw error;
  }
}

function decodeJson(part: string): unknown {
  return JSON.parse(strictUtf8.decode(decodeBase64url(part)));
}
