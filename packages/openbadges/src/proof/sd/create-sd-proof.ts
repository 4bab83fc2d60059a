import { boundDocument } from '../../canon/bound-document.ts';
import type { SigningKey } from '../../keys/cryptography.ts';
import { multikeyBytes } from '../../keys/multikey.ts';
import { BadgeError } from '../../model/badge-error.ts';
import { isoSeconds } from '../../model/iso-seconds.ts';
import { asArray, type JsonObject } from '../../model/json.ts';
import { hasPointer } from '../../model/json-pointer.ts';
import type { Signed } from '../issue-credential.ts';
import { badgeMandatoryPointers } from './badge-mandatory-pointers.ts';
import { encodeBaseProofValue } from './base-proof-value.ts';
import { baseSignedBytes } from './base-signed-bytes.ts';
import type { SdTools } from './sd-tools.ts';
import { groupOf, statementsOf } from './statements.ts';

const utf8 = new TextEncoder();

/** How an ecdsa-sd-2023 base proof is made. */
export interface SdProofOptions {
  /** P-256. */
  key: SigningKey;
  /** The DID URL (or key URL) under which the issuer lists the key. */
  verificationMethod: string;
  created: Date;
  /** What every disclosure contains, as JSON pointers; `badgeMandatoryPointers` unless said. */
  mandatoryPointers?: readonly string[];
}

/**
 * Adds an ecdsa-sd-2023 base proof (VC DI ECDSA §3.3.1), with which the holder can disclose parts of the document.
 *
 * It is for the holder alone: whoever has it can disclose, and verifiers refuse it.
 * Throws BadgeError `canon.*`, `key.wrong-type`, `pointer.*`.
 */
export async function createSdProof<T extends JsonObject>(
  document: T,
  options: SdProofOptions,
  tools: SdTools,
): Promise<Signed<T>> {
  boundDocument(document);
  const { type } = options.key.publicKey;
  if (type !== 'P-256') throw new BadgeError('key.wrong-type', { suite: 'ecdsa-sd-2023', key: type });
  const { proof: present, ...bare } = structuredClone(document);
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'ecdsa-sd-2023',
    created: isoSeconds(options.created),
    verificationMethod: options.verificationMethod,
    proofPurpose: 'assertionMethod',
  };
  const mandatoryPointers = options.mandatoryPointers ?? badgeMandatoryPointers.filter((at) => hasPointer(bare, at));
  const proofValue = await baseProofValue(
    { bare, proof, mandatoryPointers: [...mandatoryPointers] },
    options.key,
    tools,
  );
  const proofs = [...(asArray(present) as JsonObject[]), { ...proof, proofValue }];
  return { ...(bare as unknown as T), proof: proofs };
}

interface ToSecure {
  bare: JsonObject;
  proof: JsonObject;
  mandatoryPointers: string[];
}

async function baseProofValue({ bare, proof, mandatoryPointers }: ToSecure, key: SigningKey, tools: SdTools) {
  const hmacKey = tools.randomBytes(32);
  const signer = await tools.newProofKey();
  const statements = await statementsOf(bare, hmacKey, tools);
  const { places } = await groupOf(mandatoryPointers, statements);
  const { lines } = statements;
  const mandatory = [...places].map((place) => lines[place] as string);
  const others = lines.filter((_, place) => !places.has(place));
  const proofKey = multikeyBytes(signer.publicKey);
  const bytes = await baseSignedBytes({ bare, proof, proofKey, mandatory }, tools);
  return encodeBaseProofValue({
    baseSignature: await key.sign(bytes),
    proofKey,
    hmacKey,
    signatures: await Promise.all(others.map((line) => signer.sign(utf8.encode(line)))),
    mandatoryPointers,
  });
}
