import { describe, expect, it } from 'vitest';
import { citizenshipContext } from '../../canon/citizenship-context.ts';
import { decodeMultikey } from '../../keys/multikey.ts';
import type { JsonObject } from '../../model/json.ts';
import { nodeTools } from '../../node.ts';
import { conformance } from '../../testing/conformance.ts';
import { publishedSignatures } from '../../testing/published-signatures.ts';
import { decodeBaseProofValue } from './base-proof-value.ts';
import { baseSignedBytes } from './base-signed-bytes.ts';
import { createSdProof } from './create-sd-proof.ts';
import { deriveSdCredential } from './derive-sd-credential.ts';
import { decodeDerivedProofValue } from './derived-proof-value.ts';
import { relabelLines } from './relabel-lines.ts';
import { groupOf, labelText, statementsOf } from './statements.ts';
import { verifySdProof } from './verify-sd-proof.ts';

const folder = 'w3c/test-vectors/vc-di-ecdsa/ecdsa-sd-2023';
const tools = nodeTools([citizenshipContext]);
const hmacKey = Buffer.from('00112233445566778899aabbccddeeff'.repeat(2), 'hex');
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

interface Published {
  base: JsonObject & { proof: JsonObject };
  bare: JsonObject;
  revealed: JsonObject & { proof: JsonObject };
  step: <T = JsonObject>(name: string) => T;
}

function published(name: string): Published {
  const step = <T>(file: string) => conformance.json(`${folder}/${name}/${file}.json`) as T;
  const base = step<Published['base']>('addSignedSDBase');
  const { proof: _, ...bare } = base;
  return { base, bare, revealed: step('derivedRevealDocument'), step };
}

function issuerKey() {
  const { baseKeyPair, proofKeyPair } = conformance.json(`${folder}/SDKeyMaterial.json`) as Record<
    'baseKeyPair' | 'proofKeyPair',
    { publicKeyMultibase: string }
  >;
  return {
    base: decodeMultikey(baseKeyPair.publicKeyMultibase),
    proof: decodeMultikey(proofKeyPair.publicKeyMultibase),
  };
}

describe.skipIf(!conformance.present).each(['employ', 'prc'])('the official example %s of ecdsa-sd-2023', (name) => {
  it('has the published canonical statements, before and after relabelling', async () => {
    const { bare, step } = published(name);

    const statements = await statementsOf(bare, hmacKey, tools);

    expect(await tools.canonicalizer.canonize(bare)).toBe(step<string[]>('addBaseDocCanon').join(''));
    expect(statements.lines).toEqual(step('addBaseDocHMACCanon'));
  });

  it('groups its statements as published', async () => {
    const { bare, step } = published(name);
    const statements = await statementsOf(bare, hmacKey, tools);
    const { mandatoryPointers } = step<{ mandatoryPointers: string[] }>('addBaseTransform');
    const { selectivePointers } = pointersOf(name);

    const mandatory = await groupOf(mandatoryPointers, statements);
    const selective = await groupOf(selectivePointers, statements);
    const combined = await groupOf([...mandatoryPointers, ...selectivePointers], statements);

    expect(step('derivedGroupIndexes')).toMatchObject({
      mandatoryIndexes: [...mandatory.places],
      selectiveIndexes: [...selective.places],
      combinedIndexes: [...combined.places],
    });
  });

  it('is hashed as published', async () => {
    const { base, bare, step } = published(name);
    const { proofHash, mandatoryHash } = step<Record<'proofHash' | 'mandatoryHash', string>>('addHashData');
    const statements = await statementsOf(bare, hmacKey, tools);
    const { places } = await groupOf(['/issuer'], statements);
    const mandatory = [...places].map((place) => statements.lines[place] as string);

    const bytes = await baseSignedBytes({ bare, proof: base.proof, proofKey: new Uint8Array(35), mandatory }, tools);

    expect(hex(bytes.subarray(0, 32))).toBe(proofHash);
    expect(hex(bytes.subarray(67))).toBe(mandatoryHash);
  });

  it('gets the published base proof, byte for byte, from whoever signs with the published keys', async () => {
    const { base, bare, step } = published(name);
    const { baseSignature, signatures } = step<{ baseSignature: string; signatures: string[] }>(
      'addRawBaseSignatureInfo',
    );
    const keys = issuerKey();
    const given = {
      ...tools,
      randomBytes: () => hmacKey,
      newProofKey: () => publishedSignatures(keys.proof, signatures),
    };
    const { verificationMethod, created } = base.proof as { verificationMethod: string; created: string };
    const key = publishedSignatures(keys.base, [baseSignature]);
    const options = { key, verificationMethod, created: new Date(created), mandatoryPointers: ['/issuer'] };

    const signed = await createSdProof(bare, options, given);

    expect(signed.proof).toEqual([base.proof]);
  });

  it('gives up what its base proof holds', () => {
    const { base, step } = published(name);

    const { hmacKey: recovered, mandatoryPointers, signatures } = decodeBaseProofValue(base.proof.proofValue);

    expect(step('derivedRecoveredBaseData')).toMatchObject({
      hmacKey: hex(recovered),
      mandatoryPointers,
      signatures: signatures.map(hex),
    });
  });

  it('is disclosed in part as published, byte for byte', async () => {
    const { base, revealed } = published(name);

    const derived = await deriveSdCredential(base, pointersOf(name), tools);

    expect(derived).toEqual(revealed);
  });

  it('tells a verifier the published statements', async () => {
    const { revealed, step } = published(name);
    const { proof, ...bare } = revealed;
    const { labelMap, mandatoryIndexes } = decodeDerivedProofValue(proof.proofValue);
    const labels = new Map([...labelMap].map(([number, label]) => [number, labelText(label)]));

    const lines = relabelLines(await tools.canonicalizer.canonize(bare), labels);

    expect(lines).toEqual(step('verifyNQuads'));
    expect(step('verifyDerivedProofValue')).toMatchObject({
      labelMap: [...labels].map(([number, label]) => [`c14n${number}`, label]),
      mandatoryIndexes,
    });
  });

  it('verifies', async () => {
    const { proof, ...bare } = published(name).revealed;

    const verdict = await verifySdProof({ bare, proof, key: issuerKey().base }, tools);

    expect(verdict).toEqual({ outcome: 'passed', code: 'proof.valid', values: {} });
  });
});

function pointersOf(name: string): { selectivePointers: string[] } {
  const file = name === 'employ' ? 'employSelective' : 'prCredSelective';
  return { selectivePointers: conformance.json(`w3c/test-vectors/vc-di-ecdsa/${file}.json`) as unknown as string[] };
}
