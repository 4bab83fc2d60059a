import { didKeyOf } from '../did/did-key.ts';
import { encodeMultikey } from '../keys/multikey.ts';
import type { JsonObject } from '../model/json.ts';
import { generateSigningKey, nodeSdTools } from '../node.ts';
import { createSdProof } from '../proof/sd/create-sd-proof.ts';
import { verifySdProof } from '../proof/sd/verify-sd-proof.ts';

export const sdTools = nodeSdTools();
const key = generateSigningKey('P-256');
const did = didKeyOf(key.publicKey);
const method = `${did}#${encodeMultikey(key.publicKey)}`;

/** An issuer that signs for selective disclosure, and asks itself whether what is shown is from it. */
export const sdIssuer = {
  did,
  key,
  sign<T extends JsonObject>(
    document: T,
    mandatoryPointers?: readonly string[],
    verificationMethod = method,
    tools = sdTools,
  ) {
    const created = new Date('2026-01-05T10:00:00Z');
    const options = { key, verificationMethod, created };
    return createSdProof(document, mandatoryPointers ? { ...options, mandatoryPointers } : options, tools);
  },
  verify({ proof, ...bare }: JsonObject & { proof: JsonObject }) {
    return verifySdProof({ bare, proof, key: key.publicKey }, sdTools);
  },
};
