import { encodeBase64url } from '../keys/base64url.ts';
import { algorithmOf, type SigningKey } from '../keys/cryptography.ts';
import { BadgeError } from '../model/badge-error.ts';
import type { JsonObject } from '../model/json.ts';

const utf8 = new TextEncoder();

/** A compact JWS (RFC 7515 §7.1) with the algorithm of the key in front of the header. Throws `key.wrong-type`. */
export async function signJws(header: JsonObject, payload: JsonObject, key: SigningKey): Promise<string> {
  const alg = algorithmOf[key.publicKey.type];
  if (!alg) throw new BadgeError('key.wrong-type', { key: key.publicKey.type });
  const input = `${encodeJson({ alg, ...header })}.${encodeJson(payload)}`;
  const signing = key.sign(utf8.encode(input));
  return `${input}.${encodeBase64url(signing instanceof Promise ? await signing : signing)}`;
}

function encodeJson(value: JsonObject): string {
  return encodeBase64url(utf8.encode(JSON.stringify(value)));
}
