import { boundDocument } from '../../canon/bound-document.ts';
import type { Quads } from '../../canon/quads.ts';
import { BadgeError } from '../../model/badge-error.ts';
import { asArray, isObject, type JsonObject } from '../../model/json.ts';
import type { ProofTools } from '../proof-tools.ts';
import { type BaseProofValue, decodeBaseProofValue } from './base-proof-value.ts';
import { encodeDerivedProofValue } from './derived-proof-value.ts';
import { kindOfProofValue, malformedProofValue } from './proof-value.ts';
import { selectPointers } from './select-pointers.ts';
import { type Group, groupOf, type Statements, statementsOf } from './statements.ts';

/** What a holder shows. */
export interface Disclosure {
  /** JSON pointers to what is shown besides what is mandatory. */
  selectivePointers: readonly string[];
}

/**
 * The part of a document that its holder wants to show, with a proof of that part (VC DI ECDSA §3.3.6).
 *
 * The document must have an ecdsa-sd-2023 base proof; of several the first is taken. Other proofs are left out: they
 * are of the whole. Throws BadgeError `proof.missing`, `proof.malformed` (also when the document is not what the proof
 * is of), `proof.nothing-disclosed`, `pointer.*`, `canon.*`.
 */
export async function deriveSdCredential(
  document: JsonObject,
  { selectivePointers }: Disclosure,
  tools: ProofTools,
): Promise<JsonObject & { proof: JsonObject }> {
  boundDocument(document);
  const { proof: proofs, ...bare } = structuredClone(document);
  const proof = asArray(proofs).find(isBaseProof);
  if (!proof) throw new BadgeError('proof.missing', { suite: 'ecdsa-sd-2023' });
  const base = decodeBaseProofValue(proof.proofValue);
  const pointers = [...base.mandatoryPointers, ...selectivePointers];
  const revealed = selectPointers(bare, pointers);
  if (!revealed) throw new BadgeError('proof.nothing-disclosed');
  const statements = await statementsOf(bare, base.hmacKey, tools);
  const mandatory = await groupOf(base.mandatoryPointers, statements);
  const combined = await groupOf(pointers, statements);
  if ([...mandatory.places].some((place) => !combined.places.has(place))) throw new BadgeError('pointer.inseparable');
  const proofValue = derivedProofValue(base, { mandatory, combined }, statements);
  return { ...revealed.document, proof: { ...proof, proofValue } };
}

function isBaseProof(proof: unknown): proof is JsonObject {
  return isObject(proof) && proof.cryptosuite === 'ecdsa-sd-2023' && kindOfProofValue(proof.proofValue) === 'base';
}

interface Groups {
  mandatory: Group;
  /** All that is shown. */
  combined: Group;
}

/** VC DI ECDSA §3.4.5. */
function derivedProofValue(base: BaseProofValue, { mandatory, combined }: Groups, statements: Statements): string {
  const shown = [...combined.places];
  const signed = statements.lines.map((_, place) => place).filter((place) => !mandatory.places.has(place));
  if (signed.length !== base.signatures.length) throw malformedProofValue();
  return encodeDerivedProofValue({
    baseSignature: base.baseSignature,
    proofKey: base.proofKey,
    signatures: base.signatures.filter((_, at) => combined.places.has(signed[at] as number)),
    labelMap: labelMapOf(combined.quads, statements),
    mandatoryIndexes: shown.flatMap((place, index) => (mandatory.places.has(place) ? [index] : [])),
  });
}

/** The labels that whoever has only these statements will find, and the labels they were signed under. */
function labelMapOf(quads: Quads, { division, labels }: Statements): Map<number, Uint8Array> {
  const numbers = [...new Set(quads.terms.filter((term) => typeof term === 'number'))];
  const dense = new Map(numbers.map((number, at) => [number, at]));
  const terms = quads.terms.map((term) => (typeof term === 'number' ? (dense.get(term) as number) : term));
  const seen = division.labelsOf({ terms, blanks: numbers.length });
  return new Map(
    seen.map((label, at) => [Number(label.slice('c14n'.length)), labels[numbers[at] as number] as Uint8Array]),
  );
}
