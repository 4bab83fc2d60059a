import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { describe, expect, it } from 'vitest';
import { heldContexts } from '../canon/held-contexts.ts';
import { didDocument, methodId } from '../did/did-document.ts';
import { generateSigningKey, nodeTools } from '../node.ts';
import { sampleCredential } from '../testing/sample-credential.ts';
import { issueCredential } from './issue-credential.ts';
import { verifyProofs } from './verify-proofs.ts';

const did = 'did:web:hub.example:issuers:alliance';
const tools = nodeTools();

/** The peer's loader: our contexts, and this issuer's keys. */
function documentLoader(documents: Record<string, object>) {
  return async (url: string) => {
    const document = documents[url] ?? heldContexts.get(url);
    if (!document) throw new Error(`not held: ${url}`);
    return { contextUrl: null, documentUrl: url, document };
  };
}

describe('@digitalbazaar/vc and this library', () => {
  it.each([
    ['eddsa-rdfc-2022', () => new DataIntegrityProof({ cryptosuite })],
    ['Ed25519Signature2020', () => new Ed25519Signature2020()],
  ] as const)('agree on %s credentials that we issued', async (suite, peerSuite) => {
    const key = generateSigningKey('Ed25519');
    const controller = didDocument(did, [{ publicKey: key.publicKey }]);
    const verificationMethod = methodId(did, key);
    const [method] = controller.verificationMethod as object[];
    const created = new Date('2026-01-05T10:00:00Z');
    const credential = { ...sampleCredential(did), credentialStatus: undefined };

    const signed = await issueCredential(
      JSON.parse(JSON.stringify(credential)),
      { key, verificationMethod, created, suites: [suite] },
      tools,
    );

    const peer = await vc.verifyCredential({
      credential: signed,
      suite: peerSuite(),
      now: new Date('2026-02-01T00:00:00Z'),
      documentLoader: documentLoader({
        [did]: controller,
        [verificationMethod]: { '@context': 'https://w3id.org/security/multikey/v1', ...method },
      }),
    });
    expect(peer.error).toBeUndefined();
    expect(peer.verified).toBe(true);
  });

  it('agree on credentials that they issued', async () => {
    const pair = await Ed25519Multikey.generate({ controller: did });
    const suite = new DataIntegrityProof({ signer: pair.signer(), cryptosuite });

    const signed = await vc.issue({ credential: sampleCredential(did), suite, documentLoader: documentLoader({}) });

    const result = await verifyProofs(signed, {}, tools);
    expect(result).toMatchObject({ outcome: 'passed', code: 'proof.valid' });
    expect(await verifyProofs({ ...signed, name: 'Other' }, {}, tools)).toMatchObject({ code: 'proof.tampered' });
  });
});
