import { describe, expect, it } from 'vitest';
import { asArray, type JsonObject } from '../../model/json.ts';
import { hasPointer, memberOf, parseJsonPointer } from '../../model/json-pointer.ts';
import { generateSigningKey } from '../../node.ts';
import { fullBadge } from '../../testing/full-badge.ts';
import { pointersOf } from '../../testing/pointers-of.ts';
import { sampleCredential } from '../../testing/sample-credential.ts';
import { sdIssuer, sdTools } from '../../testing/sd-issuer.ts';
import { badgeMandatoryPointers } from './badge-mandatory-pointers.ts';
import { createSdProof } from './create-sd-proof.ts';
import { deriveSdCredential } from './derive-sd-credential.ts';
import { decodeDerivedProofValue } from './derived-proof-value.ts';

const badge = fullBadge();
const valueAt = (document: JsonObject, pointer: string) => parseJsonPointer(pointer).reduce(memberOf, document);
const derive = (signed: JsonObject, selectivePointers: string[]) =>
  deriveSdCredential(signed, { selectivePointers }, sdTools);

describe('a badge disclosed in part', () => {
  it.each(pointersOf(badge))('can show %s alone, and verifies', async (pointer) => {
    const signed = await signedBadge();

    const derived = await derive(signed, [pointer]);

    expect(await sdIssuer.verify(derived)).toEqual({ outcome: 'passed', code: 'proof.valid', values: {} });
    expect(JSON.stringify(derived)).toContain(JSON.stringify(valueAt(badge, pointer)));
    for (const mandatory of badgeMandatoryPointers) {
      expect(valueAt(derived, mandatory), mandatory).toEqual(valueAt(badge, mandatory));
    }
  });

  it('shows what is mandatory when nothing else is asked for, and nothing more', async () => {
    const derived = await derive(await signedBadge(), []);

    expect(await sdIssuer.verify(derived)).toMatchObject({ outcome: 'passed' });
    expect(Object.keys(derived).sort()).toEqual([
      '@context',
      'credentialStatus',
      'credentialSubject',
      'id',
      'issuer',
      'proof',
      'type',
      'validFrom',
      'validUntil',
    ]);
    expect(Object.keys(derived.credentialSubject as object).sort()).toEqual(['achievement', 'id', 'type']);
    expect(decodeDerivedProofValue(derived.proof.proofValue).signatures).toEqual([]);
  });

  it('shows some of several results in the order they have', async () => {
    const derived = await derive(await signedBadge(), ['/credentialSubject/result/2', '/credentialSubject/result/0']);

    expect(await sdIssuer.verify(derived)).toMatchObject({ outcome: 'passed' });
    const { result } = badge.credentialSubject as JsonObject;
    expect(valueAt(derived, '/credentialSubject/result')).toEqual([asArray(result)[0], asArray(result)[2]]);
  });

  it('can show everything', async () => {
    const { proof, ...shown } = await derive(await signedBadge(), ['']);

    expect(shown).toEqual(badge);
    expect(await sdIssuer.verify({ ...shown, proof })).toMatchObject({ outcome: 'passed' });
  });

  it('tells nothing of the rest: neither the key of the labels nor how many statements there were', async () => {
    const signed = await signedBadge();
    const derived = await derive(signed, ['/credentialSubject/identifier/1/identityHash']);

    const text = JSON.stringify(derived);

    for (const secret of ['Minutes', 'Ana@Example.org', 'endorsement group', '"97"'])
      expect(text).not.toContain(secret);
    expect(decodeDerivedProofValue(derived.proof.proofValue).signatures.length).toBeLessThan(6);
  });

  it('leaves the document it is from as it was', async () => {
    const signed = await signedBadge();
    const before = JSON.stringify(signed);

    const derived = await derive(signed, ['/evidence']);
    (derived.evidence as JsonObject[])[0] = { id: 'changed' };

    expect(JSON.stringify(signed)).toBe(before);
  });

  it('is the same whichever of many derivations at once it came from', async () => {
    const signed = await signedBadge();
    const pointers = pointersOf(badge).slice(0, 12);

    const together = await Promise.all(pointers.map((pointer) => derive(signed, [pointer])));

    for (const [at, pointer] of pointers.entries()) expect(await derive(signed, [pointer])).toEqual(together[at]);
  });

  it('has blank nodes under labels that differ from credential to credential', async () => {
    const [first, second] = [
      await derive(await sdIssuer.sign(badge), ['']),
      await derive(await sdIssuer.sign(badge), ['']),
    ];

    const labelsOf = ({ proof }: { proof: JsonObject }) =>
      [...decodeDerivedProofValue(proof.proofValue).labelMap.values()].map((label) =>
        Buffer.from(label).toString('hex'),
      );
    expect(labelsOf(first).length).toBeGreaterThan(3);
    expect(labelsOf(first).filter((label) => labelsOf(second).includes(label))).toEqual([]);
  });

  it('is of the first base proof when there are other proofs', async () => {
    const signed = await sdIssuer.sign({ ...badge, proof: [{ type: 'Ed25519Signature2020', proofValue: 'z1' }] });

    const derived = await derive(signed, ['/evidence']);

    expect(signed.proof).toHaveLength(2);
    expect(derived.proof.cryptosuite).toBe('ecdsa-sd-2023');
    expect(await sdIssuer.verify(derived)).toMatchObject({ outcome: 'passed' });
  });
});

describe('what cannot be disclosed', () => {
  it.each([
    ['/credentialSubject/nothing', 'pointer.missing'],
    ['/credentialSubject/result/3', 'pointer.missing'],
    ['/credentialSubject/result/-', 'pointer.missing'],
    ['/credentialSubject/result/00', 'pointer.missing'],
    ['/credentialSubject/result/length', 'pointer.missing'],
    ['/credentialSubject/constructor', 'pointer.missing'],
    ['/__proto__', 'pointer.missing'],
    ['/name/0', 'pointer.missing'],
    ['credentialSubject', 'pointer.invalid'],
    ['/a~2b', 'pointer.invalid'],
    ['/a~', 'pointer.invalid'],
  ])('is named: %s is %s', async (pointer, code) => {
    await expect(derive(await signedBadge(), [pointer])).rejects.toMatchObject({ code, values: { pointer } });
  });

  it('is a part of an ordered list, which says nothing without the rest', async () => {
    const signed = await sdIssuer.sign(badge, ['/issuer']);
    const list = '/credentialSubject/achievement/resultDescription/0/allowedValue';

    await expect(derive(signed, [`${list}/1`])).rejects.toMatchObject({ code: 'pointer.inseparable' });

    expect(await sdIssuer.verify(await derive(signed, [list]))).toMatchObject({ outcome: 'passed' });
  });

  it('is nothing at all', async () => {
    const signed = await sdIssuer.sign(badge, []);

    await expect(derive(signed, [])).rejects.toMatchObject({ code: 'proof.nothing-disclosed' });
  });

  it.each([
    ['has no proof', (signed: JsonObject) => ({ ...signed, proof: undefined }), 'proof.missing'],
    ['has a derived proof already', async (signed: JsonObject) => derive(signed, []), 'proof.missing'],
    [
      'was changed so that it says more',
      (signed: JsonObject) => ({ ...signed, description: 'More.' }),
      'proof.malformed',
    ],
    ['lost a mandatory member', ({ issuer: _, ...signed }: JsonObject) => signed, 'pointer.missing'],
  ])('is what %s', async (_, change, code) => {
    const changed = await change(await signedBadge());

    await expect(derive(changed as JsonObject, [])).rejects.toMatchObject({ code });
  });

  it('is a document deeper than any badge', async () => {
    let deep: JsonObject = {};
    for (let i = 0; i < 100; i += 1) deep = { deep };

    await expect(derive({ ...(await signedBadge()), deep }, [])).rejects.toMatchObject({ code: 'canon.too-complex' });
  });
});

describe('a badge secured for selective disclosure', () => {
  it('must be signed by a P-256 key', async () => {
    const options = { key: generateSigningKey('P-384'), verificationMethod: 'did:example:1#a', created: new Date(0) };

    await expect(createSdProof(badge, options, sdTools)).rejects.toMatchObject({ code: 'key.wrong-type' });
  });

  it('has as mandatory what badges must show, as far as it is there', async () => {
    const { validUntil: _, credentialStatus: __, ...short } = sampleCredential();

    const derived = await derive(await sdIssuer.sign(short), []);

    expect(hasPointer(derived, '/validUntil')).toBe(false);
    expect(hasPointer(derived, '/credentialSubject/achievement/criteria')).toBe(true);
    expect(await sdIssuer.verify(derived)).toMatchObject({ outcome: 'passed' });
  });

  it('is refused when something it is told to make mandatory is not there', async () => {
    const attempt = sdIssuer.sign(badge, ['/issuer', '/refreshService']);

    await expect(attempt).rejects.toMatchObject({ code: 'pointer.missing', values: { pointer: '/refreshService' } });
  });
});

let signing: ReturnType<typeof sdIssuer.sign> | undefined;

/** Signed once: what is derived from it must not depend on what was derived before. */
function signedBadge(): Promise<JsonObject> {
  signing ??= sdIssuer.sign(badge);
  return signing;
}
