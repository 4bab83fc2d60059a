import { areAllBytes, isBytes, malformedProofValue, openProofValue, sealProofValue } from './proof-value.ts';

/** What the holder shows (VC DI ECDSA §3.4.6): enough to verify one part, and to learn nothing of the rest. */
export interface DerivedProofValue {
  /** 64 bytes, over the proof options, the proof key and the mandatory statements. */
  baseSignature: Uint8Array;
  /** The multikey of the proof key, 35 bytes. */
  proofKey: Uint8Array;
  /** One for each disclosed statement that is not mandatory, in the order of the relabelled statements. */
  signatures: Uint8Array[];
  /** By the number in a blank node's canonical label, the 32 bytes of the label it was signed under. */
  labelMap: Map<number, Uint8Array>;
  /** Which of the relabelled statements are mandatory, counted from 0. */
  mandatoryIndexes: number[];
}

export function encodeDerivedProofValue(value: DerivedProofValue): string {
  const { baseSignature, proofKey, signatures, labelMap, mandatoryIndexes } = value;
  return sealProofValue('derived', [baseSignature, proofKey, signatures, labelMap, mandatoryIndexes]);
}

/** Throws `proof.malformed`. */
export function decodeDerivedProofValue(proofValue: unknown): DerivedProofValue {
  const [baseSignature, proofKey, signatures, labelMap, mandatoryIndexes] = openProofValue('derived', proofValue);
  const wellFormed =
    isBytes(baseSignature, 64) &&
    // The specification says 36 bytes when it speaks of reading; the key, and all its examples, have 35.
    isBytes(proofKey, 35) &&
    areAllBytes(signatures, 64) &&
    isLabelMap(labelMap) &&
    areIndexes(mandatoryIndexes);
  if (!wellFormed) throw malformedProofValue();
  return { baseSignature, proofKey, signatures, labelMap, mandatoryIndexes };
}

function isLabelMap(value: unknown): value is Map<number, Uint8Array> {
  return value instanceof Map && areAllBytes([...value.values()], 32);
}

function areIndexes(values: unknown): values is number[] {
  if (!Array.isArray(values) || !values.every((value) => typeof value === 'number')) return false;
  return new Set(values).size === values.length;
}
