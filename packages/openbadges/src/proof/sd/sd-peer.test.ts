import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import {
  createDiscloseCryptosuite,
  createSignCryptosuite,
  createVerifyCryptosuite,
} from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { describe, expect, it } from 'vitest';
import { heldContexts } from '../../canon/held-contexts.ts';
import { didDocument } from '../../did/did-document.ts';
import { decodeMultikey } from '../../keys/multikey.ts';
import type { PublicKey } from '../../keys/public-key.ts';
import type { JsonObject } from '../../model/json.ts';
import { fullBadge } from '../../testing/full-badge.ts';
import { sdIssuer, sdTools } from '../../testing/sd-issuer.ts';
import { deriveSdCredential } from './derive-sd-credential.ts';
import { verifySdProof } from './verify-sd-proof.ts';

const did = 'did:web:hub.example';
const verificationMethod = `${did}#key-1`;
const mandatoryPointers = ['/issuer', '/validFrom', '/credentialSubject/achievement/criteria'];
const disclosures = [
  { selectivePointers: [] },
  { selectivePointers: ['/credentialSubject/id'] },
  { selectivePointers: ['/credentialSubject/identifier/1'] },
  { selectivePointers: ['/credentialSubject/result/2', '/credentialSubject/result/0/value'] },
  { selectivePointers: ['/evidence', '/credentialSubject/achievement/alignment/1'] },
  { selectivePointers: [''] },
];

function peer(publicKey: PublicKey) {
  const controller = didDocument(did, [{ publicKey, fragment: 'key-1' }]);
  const [method] = controller.verificationMethod as object[];
  const documents: Record<string, object> = {
    [did]: controller,
    [verificationMethod]: { '@context': 'https://w3id.org/security/multikey/v1', ...method },
  };
  const documentLoader = async (url: string) => {
    const document = documents[url] ?? heldContexts.get(url);
    if (!document) throw new Error(`not held: ${url}`);
    return { contextUrl: null, documentUrl: url, document };
  };
  const now = new Date('2026-02-01T00:00:00Z');
  return {
    issue: (credential: JsonObject, signer: object) => {
      const suite = new DataIntegrityProof({ signer, cryptosuite: createSignCryptosuite({ mandatoryPointers }) });
      return vc.issue({ credential, suite, documentLoader });
    },
    derive: (verifiableCredential: JsonObject, selectivePointers: readonly string[]) => {
      const suite = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers }) });
      return vc.derive({ verifiableCredential, suite, documentLoader });
    },
    verify: (credential: JsonObject) => {
      const suite = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() });
      return vc.verifyCredential({ credential, suite, now, documentLoader });
    },
  };
}

/** The peer asks for the status itself, and cannot derive from lists that have an order. */
function badge({ withList = false } = {}): JsonObject {
  const { credentialStatus: _, credentialSubject, ...rest } = fullBadge(did);
  const { resultDescription, ...achievement } = credentialSubject.achievement;
  const whole = withList ? { ...achievement, resultDescription } : achievement;
  return { ...rest, credentialSubject: { ...credentialSubject, achievement: whole } };
}

describe('@digitalbazaar/ecdsa-sd-2023-cryptosuite and this library', () => {
  it.each(disclosures)(
    'agree on what we derive from what they issued: $selectivePointers',
    async ({ selectivePointers }) => {
      const pair = await EcdsaMultikey.generate({ curve: 'P-256', controller: did, id: verificationMethod });
      const key = decodeMultikey(pair.publicKeyMultibase);
      const signed = await peer(key).issue(badge(), pair.signer());

      const derived = await deriveSdCredential(signed, { selectivePointers }, sdTools);

      const { proof, ...bare } = derived;
      expect(await verifySdProof({ bare, proof, key }, sdTools)).toMatchObject({ outcome: 'passed' });
      expect(await peer(key).verify(derived)).toMatchObject({ verified: true });
    },
  );

  it.each(disclosures)('derive the same from what we issued: $selectivePointers', async ({ selectivePointers }) => {
    const { key } = sdIssuer;
    const signed = await sdIssuer.sign(badge(), mandatoryPointers, verificationMethod);

    const theirs = await peer(key.publicKey).derive(signed, selectivePointers);
    const ours = await deriveSdCredential(signed, { selectivePointers }, sdTools);

    expect(ours).toEqual(theirs);
    expect(await peer(key.publicKey).verify(ours)).toMatchObject({ verified: true });
    expect(await sdIssuer.verify(theirs as typeof ours)).toMatchObject({ outcome: 'passed' });
  });

  it('agree on what we derive from a badge with an ordered list, which they cannot take apart', async () => {
    const { key } = sdIssuer;
    const signed = await sdIssuer.sign(badge({ withList: true }), mandatoryPointers, verificationMethod);
    const selectivePointers = ['/credentialSubject/achievement/resultDescription'];

    const derived = await deriveSdCredential(signed, { selectivePointers }, sdTools);

    expect(await sdIssuer.verify(derived)).toMatchObject({ outcome: 'passed' });
    expect(await peer(key.publicKey).verify(derived)).toMatchObject({ verified: true });
    await expect(peer(key.publicKey).derive(signed, selectivePointers)).rejects.toThrow('@list');
  });

  it('both refuse a part in which one word was changed', async () => {
    const { key } = sdIssuer;
    const signed = await sdIssuer.sign(badge(), mandatoryPointers, verificationMethod);
    const derived = await deriveSdCredential(signed, { selectivePointers: ['/evidence'] }, sdTools);

    const changed = JSON.parse(JSON.stringify(derived).replace('Six meetings', 'Ten meetings'));

    expect(await sdIssuer.verify(changed)).toMatchObject({ outcome: 'failed', code: 'proof.tampered' });
    expect(await peer(key.publicKey).verify(changed)).toMatchObject({ verified: false });
  });
});
