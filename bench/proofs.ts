import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { Ed25519Signature2020 } from '@digitalcredentials/ed25519-signature-2020';
import { Ed25519VerificationKey2020 } from '@digitalcredentials/ed25519-verification-key-2020';
import * as dcc from '@digitalcredentials/vc';
import { issueCredential, type SuiteName, verifyProofs } from 'openbadges';
import { nodeTools } from 'openbadges/node';
import { benchmarkCredential, verificationDate } from './credential.ts';
import { keyIssuer, peerLoader } from './documents.ts';
import { signatureLimit } from './limits.ts';
import type { Benchmark } from './measure.ts';

interface Peer {
  name: string;
  vc: Pick<typeof vc, 'issue' | 'verifyCredential'>;
  /** The suite with which it signs, given its own key pair, and the one with which it verifies. */
  signing(pair: object): object;
  verifying(): object;
  keyPair(controller: string): Promise<object>;
}

interface Signer {
  signer(): object;
}

const digitalBazaar = (
  cryptosuite: object,
  multikey: Pick<typeof Ed25519Multikey, 'generate'>,
  options = {},
): Peer => ({
  name: '@digitalbazaar/vc',
  vc,
  keyPair: (controller) => multikey.generate({ controller, ...options }),
  signing: (pair) => new DataIntegrityProof({ signer: (pair as Signer).signer(), cryptosuite }),
  verifying: () => new DataIntegrityProof({ cryptosuite }),
});

const digitalCredentials: Peer = {
  name: '@digitalcredentials/vc',
  vc: dcc,
  keyPair: (controller) => Ed25519VerificationKey2020.generate({ controller }),
  signing: (key) => new Ed25519Signature2020({ key }),
  verifying: () => new Ed25519Signature2020(),
};

const suites: [SuiteName, 'Ed25519' | 'P-256', Peer][] = [
  ['eddsa-rdfc-2022', 'Ed25519', digitalBazaar(eddsaRdfc2022, Ed25519Multikey)],
  ['Ed25519Signature2020', 'Ed25519', digitalCredentials],
  ['ecdsa-rdfc-2019', 'P-256', digitalBazaar(ecdsaRdfc2019, EcdsaMultikey, { curve: 'P-256' })],
];

/** Issuing and verifying, each suite beside the implementation that is used most for it. */
export async function proofBenchmarks(): Promise<Benchmark[]> {
  const rows: Benchmark[] = [];
  for (const [suite, type, peer] of suites) rows.push(...(await suiteBenchmarks(suite, type, peer)));
  return rows;
}

async function suiteBenchmarks(suite: SuiteName, type: 'Ed25519' | 'P-256', peer: Peer): Promise<Benchmark[]> {
  const tools = nodeTools();
  const { key, id, verificationMethod } = keyIssuer(type);
  const document = benchmarkCredential(id);
  const options = { key, verificationMethod, created: new Date('2026-01-05T10:00:00Z'), suites: [suite] };
  const signed = await issueCredential(document, options, tools);
  const limit = signatureLimit(type);
  const documentLoader = peerLoader(id, verificationMethod, key.publicKey);
  const pair = await peer.keyPair(id);
  // The peers want somebody to ask about the status; that is no part of a proof.
  const { credentialStatus: _, ...withoutStatus } = document;
  const forPeer = await issueCredential(withoutStatus, options, tools);
  const check = () =>
    peer.vc.verifyCredential({ credential: forPeer, suite: peer.verifying(), now: verificationDate, documentLoader });
  await mustBeValid(check, () => verifyProofs(signed, {}, tools));
  return [
    {
      name: `issue ${suite}`,
      ours: () => issueCredential(document, options, tools),
      peer: () => peer.vc.issue({ credential: structuredClone(document), suite: peer.signing(pair), documentLoader }),
      peerName: peer.name,
      limit: limit.sign,
    },
    {
      name: `verify ${suite}`,
      ours: () => verifyProofs(signed, {}, tools),
      peer: check,
      peerName: peer.name,
      limit: limit.verify,
    },
  ];
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
