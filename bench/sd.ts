import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import {
  createDiscloseCryptosuite,
  createSignCryptosuite,
  createVerifyCryptosuite,
} from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { badgeMandatoryPointers, createSdProof, deriveSdCredential, verifySdProof } from 'openbadges';
import { nodeSdTools } from 'openbadges/node';
import { benchmarkCredential, verificationDate } from './credential.ts';
import { keyIssuer, peerLoader } from './documents.ts';
import { signatureLimit } from './limits.ts';
import type { Benchmark, Work } from './measure.ts';

const peerName = '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
const selectivePointers = ['/credentialSubject/identifier', '/evidence'];

/** ecdsa-sd-2023: what the issuer, the holder and the verifier do, beside the one other implementation. */
export async function sdBenchmarks(): Promise<Benchmark[]> {
  const tools = nodeSdTools();
  const { key, id, verificationMethod } = keyIssuer('P-256');
  // The peer wants somebody to ask about the status, and finds nothing that is not there.
  const { credentialStatus: _, ...document } = benchmarkCredential(id);
  const mandatoryPointers = badgeMandatoryPointers.filter((pointer) => !/Status|validUntil/.test(pointer));
  const options = { key, verificationMethod, created: new Date('2026-01-05T10:00:00Z'), mandatoryPointers };
  const signed = await createSdProof(document, options, tools);
  const { proof, ...bare } = await deriveSdCredential(signed, { selectivePointers }, tools);
  const ours = () => verifySdProof({ bare, proof, key: key.publicKey }, tools);
  const peer = peerWork(peerLoader(id, verificationMethod, key.publicKey), mandatoryPointers);
  const theirs = () => peer.verify({ ...bare, proof });
  const { verified, error } = await theirs();
  if (!verified) throw new Error('The peer does not verify the part', { cause: error });
  if ((await ours()).outcome !== 'passed') throw new Error('We do not verify the part');
  const pair = await EcdsaMultikey.generate({ curve: 'P-256', controller: id });
  const limit = signatureLimit('P-256');
  const statements = countOf(await tools.canonicalizer.canonize(document));
  const shown = countOf(await tools.canonicalizer.canonize(bare));
  const mandatory = await deriveSdCredential(signed, { selectivePointers: [] }, tools);
  const { proof: __, ...least } = mandatory;
  const fixed = countOf(await tools.canonicalizer.canonize(least));
  return [
    {
      name: 'ecdsa-sd-2023: sign',
      ours: () => createSdProof(document, options, tools),
      peer: () => peer.sign(document, pair.signer()),
      peerName,
      limit: times(statements - fixed + 1, limit.sign),
    },
    {
      name: 'ecdsa-sd-2023: derive',
      ours: () => deriveSdCredential(signed, { selectivePointers }, tools),
      peer: () => peer.derive(signed),
      peerName,
    },
    { name: 'ecdsa-sd-2023: verify', ours, peer: theirs, peerName, limit: () => limit.verifyMany(shown - fixed + 1) },
  ];
}

function countOf(nquads: string): number {
  return nquads.split('\n').length - 1;
}

function times(count: number, work: Work): Work {
  return () => {
    for (let i = 0; i < count; i += 1) work();
  };
}

function peerWork(documentLoader: object, mandatoryPointers: readonly string[]) {
  const suite = (cryptosuite: object, signer?: object) => new DataIntegrityProof({ signer, cryptosuite });
  return {
    sign: (credential: object, signer: object) =>
      vc.issue({
        credential: structuredClone(credential),
        suite: suite(createSignCryptosuite({ mandatoryPointers }), signer),
        documentLoader,
      }),
    derive: (verifiableCredential: object) =>
      vc.derive({
        verifiableCredential,
        suite: suite(createDiscloseCryptosuite({ selectivePointers })),
        documentLoader,
      }),
    verify: (credential: object) =>
      vc.verifyCredential({
        credential,
        suite: suite(createVerifyCryptosuite()),
        now: verificationDate,
        documentLoader,
      }),
  };
}
