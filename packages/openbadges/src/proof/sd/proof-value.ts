import { decodeBase64url, encodeBase64url } from '../../keys/base64url.ts';
import { BadgeError } from '../../model/badge-error.ts';
import { joinBytes } from '../../model/join-bytes.ts';
import { decodeCbor } from './decode-cbor.ts';
import { type Cbor, encodeCbor } from './encode-cbor.ts';

/** VC DI ECDSA §3.4.2, §3.4.6: the last byte of the header says whether the proof is for the holder or for a verifier. */
const headers = { base: Uint8Array.of(0xd9, 0x5d, 0x00), derived: Uint8Array.of(0xd9, 0x5d, 0x01) };

/** Components of a proof as `proofValue`: multibase base64url of a header and CBOR. */
export function sealProofValue(kind: keyof typeof headers, components: Cbor[]): string {
  return `u${encodeBase64url(joinBytes([headers[kind], encodeCbor(components)]))}`;
}

/** The five components of a `proofValue` of this kind. Throws `proof.malformed`. */
export function openProofValue(kind: keyof typeof headers, proofValue: unknown): Cbor[] {
  if (kindOfProofValue(proofValue) !== kind) throw malformedProofValue();
  const components = decoded(proofValue as string);
  if (!Array.isArray(components) || components.length !== 5) throw malformedProofValue();
  return components;
}

/** Three bytes are four characters of base64url. */
export function kindOfProofValue(proofValue: unknown): keyof typeof headers | undefined {
  if (typeof proofValue !== 'string') return undefined;
  if (proofValue.startsWith('u2V0A')) return 'base';
  return proofValue.startsWith('u2V0B') ? 'derived' : undefined;
}

export function isBytes(value: unknown, length: number): value is Uint8Array {
  return value instanceof Uint8Array && value.length === length;
}

export function areAllBytes(values: unknown, length: number): values is Uint8Array[] {
  return Array.isArray(values) && values.every((value) => isBytes(value, length));
}

export function malformedProofValue(cause?: unknown): BadgeError {
  return new BadgeError('proof.malformed', { member: 'proofValue' }, cause);
}

function decoded(proofValue: string): Cbor {
  try {
    return decodeCbor(decodeBase64url(proofValue.slice(1)).subarray(headers.base.length));
  } catch (error) {
    if (error instanceof BadgeError) throw malformedProofValue(error);
    throw error;
  }
}
