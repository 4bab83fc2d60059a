import { parseJson } from '../../import/parse-json.ts';
import { BadgeError } from '../../model/badge-error.ts';
import { isObject, type JsonObject } from '../../model/json.ts';
import { decodeCbor } from '../sd/decode-cbor.ts';
import { type Cbor, encodeCbor } from '../sd/encode-cbor.ts';
import { type CoseHeader, decodeCoseHeader } from './cose-header.ts';

/** A COSE_Sign1 whose signature is not checked yet. */
export interface CoseToken {
  header: CoseHeader;
  document: JsonObject;
  signed: Uint8Array;
  signature: Uint8Array;
}

/** Reads a tagged COSE_Sign1 around a JSON document (RFC 9052 §4.2); undefined for anything else. */
export function readCose(bytes: Uint8Array): CoseToken | undefined {
  if (bytes[0] !== 0xd2) return undefined;
  const parts = decoded(bytes.subarray(1));
  if (!Array.isArray(parts) || parts.length !== 4) return undefined;
  const [head, more, payload, signature] = parts;
  if (!(head instanceof Uint8Array && payload instanceof Uint8Array && signature instanceof Uint8Array))
    return undefined;
  const header = decodeCoseHeader(head);
  const document = documentOf(payload);
  // What is not protected by the signature says nothing.
  if (!header || !document || !(more instanceof Map)) return undefined;
  return { header, document, signed: coseBytes(head, payload), signature };
}

/** What is signed (RFC 9052 §4.4), with nothing from outside. */
export function coseBytes(header: Uint8Array, payload: Uint8Array): Uint8Array {
  return encodeCbor(['Signature1', header, new Uint8Array(), payload]);
}

function documentOf(payload: Uint8Array): JsonObject | undefined {
  try {
    const parsed = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(payload));
    return parsed.ok && isObject(parsed.json) ? parsed.json : undefined;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function decoded(bytes: Uint8Array): Cbor | undefined {
  try {
    return decodeCbor(bytes);
  } catch (error) {
    if (error instanceof BadgeError) return undefined;
    throw error;
  }
}
