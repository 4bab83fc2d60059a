import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import jsonld from 'jsonld';
import { didDocument, heldContexts, issueCredential, methodId, verifyProofs } from 'openbadges';
import { generateSigningKey, nodeTools } from 'openbadges/node';
import { benchmarkCredential, issuerDid, verificationDate } from './credential.ts';
import type { Benchmark } from './measure.ts';

const peerName = '@digitalbazaar/vc';

/** Issuing, verifying and canonicalising, beside the reference implementation. */
export async function proofBenchmarks(): Promise<Benchmark[]> {
  const tools = nodeTools();
  const key = generateSigningKey('Ed25519');
  const created = new Date('2026-01-05T10:00:00Z');
  const verificationMethod = methodId(issuerDid, key);
  const document = benchmarkCredential();
  const options = { key, verificationMethod, created, suites: ['eddsa-rdfc-2022'] as const };
  const signed = await issueCredential(document, options, tools);
  const pair = await Ed25519Multikey.generate({ controller: issuerDid });
  const documentLoader = peerLoader(verificationMethod, key.publicKey);
  const limit = signatureLimit();
  const { credentialStatus: _, ...withoutStatus } = document;
  const forPeer = await issueCredential(withoutStatus, options, tools);
  const issue = () =>
    vc.issue({
      credential: structuredClone(document),
      suite: new DataIntegrityProof({ signer: pair.signer(), cryptosuite }),
      documentLoader,
    });
  const check = () =>
    vc.verifyCredential({
      credential: forPeer,
      suite: new DataIntegrityProof({ cryptosuite }),
      now: verificationDate,
      documentLoader,
    });
  await mustBeValid(check, () => verifyProofs(signed, {}, tools));
  return [
    {
      name: 'issue eddsa-rdfc-2022',
      ours: () => issueCredential(document, options, tools),
      peer: issue,
      peerName,
      limit: limit.sign,
    },
    {
      name: 'issue the proof set (two proofs)',
      ours: () => issueCredential(document, { ...options, suites: undefined }, tools),
    },
    {
      name: 'verify eddsa-rdfc-2022',
      ours: () => verifyProofs(signed, {}, tools),
      peer: check,
      peerName,
      limit: limit.verify,
    },
    {
      name: 'canonicalise',
      ours: () => tools.canonicalizer.canonize(document),
      peer: () => jsonld.canonize(document, { algorithm: 'RDFC-1.0', format: 'application/n-quads', documentLoader }),
      peerName: 'jsonld + rdf-canonize',
    },
  ];
}

/** Two hashes of 32 bytes are signed, whatever the document. */
function signatureLimit() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const bytes = Buffer.alloc(64, 7);
  const signature = sign(null, bytes, privateKey);
  return { sign: () => sign(null, bytes, privateKey), verify: () => verify(null, bytes, publicKey, signature) };
}

function peerLoader(verificationMethod: string, publicKey: Parameters<typeof didDocument>[1][number]['publicKey']) {
  const controller = didDocument(issuerDid, [{ publicKey }]);
  const [method] = controller.verificationMethod as object[];
  const documents = new Map<string, object>([
    ...heldContexts,
    [issuerDid, controller],
    [verificationMethod, { '@context': 'https://w3id.org/security/multikey/v1', ...method }],
  ]);
  return async (url: string) => {
    const document = documents.get(url);
    if (!document) throw new Error(`not held: ${url}`);
    // `static` lets the peer keep its processed contexts: it shall have every advantage.
    return {
      contextUrl: null,
      documentUrl: url,
      document: document as Record<string, unknown>,
      tag: 'static' as const,
    };
  };
}

/** A benchmark of something that fails would be fast. */
async function mustBeValid(
  peer: () => Promise<{ verified: boolean; error?: Error }>,
  ours: () => Promise<{ outcome: string }>,
): Promise<void> {
  const { verified, error } = await peer();
  if (!verified) throw new Error('The peer does not verify the credential', { cause: error });
  if ((await ours()).outcome !== 'passed') throw new Error('We do not verify the credential');
}
