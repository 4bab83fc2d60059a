import { parseJson } from '../../import/parse-json.ts';
import { decodeBase64url, encodeBase64url } from '../../keys/base64url.ts';
import { sha256 } from '../../keys/sha-256.ts';
import { BadgeError } from '../../model/badge-error.ts';

/** One thing that can be shown or kept back (RFC 9901 §4.2): a member of an object, or an item of a list. */
export interface Disclosure {
  /** As it stands between the tildes. */
  text: string;
  /** SHA-256 of the text, as the payload names it. */
  digest: string;
  /** Absent for an item of a list. */
  name?: string;
  value: unknown;
}

const utf8 = new TextEncoder();

export function newDisclosure(salt: Uint8Array, value: unknown, name?: string): Disclosure {
  const content = name === undefined ? [encodeBase64url(salt), value] : [encodeBase64url(salt), name, value];
  const text = encodeBase64url(utf8.encode(JSON.stringify(content)));
  return { text, digest: digestOf(text), value, ...(name === undefined ? {} : { name }) };
}

/** Undefined for a text that is none (RFC 9901 §7.1). */
export function readDisclosure(text: string): Disclosure | undefined {
  const content = decoded(text);
  if (!Array.isArray(content) || typeof content[0] !== 'string') return undefined;
  if (content.length === 2) return { text, digest: digestOf(text), value: content[1] };
  const [, name, value] = content;
  if (content.length !== 3 || typeof name !== 'string' || isReserved(name)) return undefined;
  return { text, digest: digestOf(text), name, value };
}

/** Names that mean something in the payload, or would to JavaScript. */
export function isReserved(name: string): boolean {
  return ['_sd', '_sd_alg', '...', '__proto__'].includes(name);
}

function decoded(text: string): unknown {
  try {
    const parsed = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(decodeBase64url(text)));
    return parsed.ok ? parsed.json : undefined;
  } catch (error) {
    if (error instanceof BadgeError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function digestOf(text: string): string {
  return encodeBase64url(sha256(utf8.encode(text)));
}
