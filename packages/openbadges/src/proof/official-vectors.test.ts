import { describe, expect, it } from 'vitest';
import { citizenshipContext } from '../canon/citizenship-context.ts';
import { asArray, type JsonObject } from '../model/json.ts';
import { nodeTools } from '../node.ts';
import { conformance } from '../testing/conformance.ts';
import { secretKey } from '../testing/secret-key.ts';
import { issueCredential } from './issue-credential.ts';
import { verifyProofs } from './verify-proofs.ts';

const vectors = 'w3c/test-vectors';
const tools = nodeTools([citizenshipContext]);

describe.skipIf(!conformance.present)('the W3C vectors, step by step', () => {
  const suites: [folder: string, ending: string][] = [
    ['vc-di-eddsa/eddsa-rdfc-2022', 'DataInt'],
    ['vc-di-eddsa/eddsa-rdfc-2022/employ', 'DataInt'],
    ['vc-di-eddsa/eddsa-jcs-2022', 'JCS'],
    ['vc-di-eddsa/Ed25519Signature2020', 'EdSig'],
    ['vc-di-ecdsa/ecdsa-rdfc-2019-p256', 'ECDSAP256'],
    ['vc-di-ecdsa/ecdsa-rdfc-2019-p256/employ', 'ECDSAP256'],
    ['vc-di-ecdsa/ecdsa-rdfc-2019-p384', 'ECDSAP384'],
    ['vc-di-ecdsa/ecdsa-rdfc-2019-p384/employ', 'ECDSAP384'],
    ['vc-di-ecdsa/ecdsa-jcs-2019-p256', 'JCSECDSAP256'],
    ['vc-di-ecdsa/ecdsa-jcs-2019-p384', 'JCSECDSAP384'],
  ];

  it.each(suites)('%s gives the published canonical forms, hashes and signature', async (folder, ending) => {
    const file = (name: string) => conformance.text(`${vectors}/${folder}/${name}${ending}.txt`).trim();
    const signed = conformance.json(`${vectors}/${folder}/signed${ending}.json`);

    const { outcome, proofs } = await verifyProofs(signed, {}, tools);

    const steps = proofs[0]?.steps;
    expect(outcome).toBe('passed');
    expect(steps?.canonicalDocument.trim()).toBe(file('canonDoc'));
    expect(steps?.canonicalProof.trim()).toBe(file('proofCanon'));
    expect(hex(steps?.documentHash)).toBe(file('docHash'));
    expect(hex(steps?.proofHash)).toBe(file('proofHash'));
    expect(hex(steps?.bytes)).toBe(file('combinedHash'));
    expect(hex(steps?.signature)).toBe(file('sigHex'));
  });

  it.each([
    ['eddsa-rdfc-2022', 'eddsa-rdfc-2022/signedDataInt.json'],
    ['eddsa-jcs-2022', 'eddsa-jcs-2022/signedJCS.json'],
    ['Ed25519Signature2020', 'Ed25519Signature2020/signedEdSig.json'],
  ] as const)('signing with %s gives the published signature', async (suite, path) => {
    const { proof, ...unsigned } = conformance.json(`${vectors}/vc-di-eddsa/${path}`);
    const published = asArray(proof)[0] as JsonObject;
    const { privateKeyMultibase } = conformance.json(`${vectors}/vc-di-eddsa/keyPair.json`);
    const key = secretKey(String(privateKeyMultibase));

    const signed = await issueCredential(
      unsigned,
      {
        key,
        verificationMethod: String(published.verificationMethod),
        created: new Date(String(published.created)),
        suites: [suite],
      },
      tools,
    );

    expect(signed.proof).toEqual([published]);
  });
});

describe.skipIf(!conformance.present)('the Open Badges 3.0 vector', () => {
  const document = () => conformance.json('ob3/spec-examples/linked-data-proof-ob-1.json');
  const published = () =>
    asArray(conformance.json('ob3/spec-examples/linked-data-proof-ob-7.json').proof)[0] as JsonObject;

  it('is signed byte for byte', async () => {
    // The secret key as the specification prints it.
    const key = secretKey(
      'zrv2bqTbNwCTsRrHFcJCPjVAduh4Ezcnoq1A3ZxH1GWTNkxipLVuaAoMFmze2gFN9oNXfJjufxSHWVZzsJiUsMHFMcx',
    );
    const { verificationMethod, created } = published();

    const signed = await issueCredential(
      document(),
      {
        key,
        verificationMethod: String(verificationMethod),
        created: new Date(String(created)),
        suites: ['eddsa-rdfc-2022'],
      },
      nodeTools(),
    );

    expect(signed.proof[0]?.proofValue).toBe(published().proofValue);
    expect(String(signed.proof[0]?.proofValue)).toMatch(/^z5x9aCBY/);
  });

  it('has the published canonical forms', async () => {
    const { proofs } = await verifyProofs({ ...document(), proof: published() }, {}, nodeTools());

    const steps = proofs[0]?.steps;
    expect(steps?.canonicalDocument.trim()).toBe(conformance.text('ob3/test-vectors/ob-document-canon.txt').trim());
    expect(steps?.canonicalProof.trim()).toBe(conformance.text('ob3/test-vectors/ob-proof-canon.txt').trim());
    expect(hex(steps?.documentHash)).toMatch(/^87f65a76/);
    expect(hex(steps?.proofHash)).toMatch(/^d34009ce/);
  });
});

function hex(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('hex');
}
