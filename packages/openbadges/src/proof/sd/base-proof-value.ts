import { areAllBytes, isBytes, malformedProofValue, openProofValue, sealProofValue } from './proof-value.ts';

/** What the issuer gives the holder (VC DI ECDSA §3.4.2): enough to disclose any part. */
export interface BaseProofValue {
  /** 64 bytes, over the proof options, the proof key and the mandatory statements. */
  baseSignature: Uint8Array;
  /** The multikey of the proof key, 35 bytes. */
  proofKey: Uint8Array;
  /** 32 bytes that make the labels of blank nodes unguessable. Who sees a part only must not have them. */
  hmacKey: Uint8Array;
  /** One for each statement that is not mandatory, in canonical order. */
  signatures: Uint8Array[];
  mandatoryPointers: string[];
}

export function encodeBaseProofValue(value: BaseProofValue): string {
  const { baseSignature, proofKey, hmacKey, signatures, mandatoryPointers } = value;
  return sealProofValue('base', [baseSignature, proofKey, hmacKey, signatures, mandatoryPointers]);
}

/** Throws `proof.malformed`. */
export function decodeBaseProofValue(proofValue: unknown): BaseProofValue {
  const [baseSignature, proofKey, hmacKey, signatures, mandatoryPointers] = openProofValue('base', proofValue);
  const wellFormed =
    isBytes(baseSignature, 64) &&
    isBytes(proofKey, 35) &&
    isBytes(hmacKey, 32) &&
    areAllBytes(signatures, 64) &&
    areTexts(mandatoryPointers);
  if (!wellFormed) throw malformedProofValue();
  return { baseSignature, proofKey, hmacKey, signatures, mandatoryPointers };
}

function areTexts(values: unknown): values is string[] {
  return Array.isArray(values) && values.every((value) => typeof value === 'string');
}
