import { decodeBase64url } from '../keys/base64url.ts';
import { BadgeError } from '../model/badge-error.ts';
import { decodeText } from './decode-text.ts';
import { type ParsedJson, parseJson } from './parse-json.ts';

/** The JSON inside a compact JWS (RFC 7515 §7.1); nothing is verified. */
export function decodePayload(jws: string): ParsedJson {
  const text = payloadText(jws.split('.')[1] ?? '');
  return text === undefined ? { ok: false, code: 'import.broken-json' } : parseJson(text);
}

function payloadText(encoded: string): string | undefined {
  try {
    return decodeText(decodeBase64url(encoded));
  } catch (error) {
    if (error instanceof BadgeError) return undefined;
    throw error;
  }
}
