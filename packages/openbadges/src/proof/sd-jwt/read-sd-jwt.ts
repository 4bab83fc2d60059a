import type { JsonObject } from '../../model/json.ts';
import { decodeJws, type JwsToken } from '../jws-token.ts';
import { type Disclosure, readDisclosure } from './disclosure.ts';
import { reveal } from './reveal.ts';

/** An SD-JWT whose signature is not checked yet. */
export interface SdJwt {
  token: JwsToken;
  /** The document with what was disclosed. */
  document: JsonObject;
}

const mostDisclosures = 1000;

/**
 * Reads `token~disclosure~…~` (RFC 9901 §4) and puts the disclosures into their places; undefined where anything of it
 * is malformed or belongs nowhere. One with a key binding at its end is not understood here.
 */
export function readSdJwt(text: string): SdJwt | undefined {
  const [head = '', ...rest] = text.split('~', mostDisclosures + 2);
  if (rest.length === 0 || rest.pop() !== '' || rest.length > mostDisclosures) return undefined;
  const token = decodeJws(head);
  const disclosures = rest.map(readDisclosure);
  if (!token || !disclosures.every((each): each is Disclosure => each !== undefined)) return undefined;
  const document = reveal(token.payload, disclosures);
  return document && { token, document };
}
