import { beforeAll, describe, expect, it } from 'vitest';
import { decodeBase58 } from '../../keys/base58.ts';
import { encodeBase64url } from '../../keys/base64url.ts';
import { isObject, type JsonObject } from '../../model/json.ts';
import { memberOf, parseJsonPointer } from '../../model/json-pointer.ts';
import { generateSigningKey } from '../../node.ts';
import { fullBadge } from '../../testing/full-badge.ts';
import { pointersOf } from '../../testing/pointers-of.ts';
import { sdIssuer, sdTools } from '../../testing/sd-issuer.ts';
import { verifyProofs } from '../verify-proofs.ts';
import { deriveSdCredential } from './derive-sd-credential.ts';
import { type DerivedProofValue, decodeDerivedProofValue, encodeDerivedProofValue } from './derived-proof-value.ts';
import { type Cbor, encodeCbor } from './encode-cbor.ts';
import { verifySdProof } from './verify-sd-proof.ts';
import { webSdTools } from './web-sd-tools.ts';

const selectivePointers = ['/credentialSubject/identifier', '/credentialSubject/result', '/evidence'];
const passed = { outcome: 'passed', code: 'proof.valid', values: {} };
let signed: JsonObject & { proof: JsonObject[] };
let shown: JsonObject & { proof: JsonObject };

beforeAll(async () => {
  signed = await sdIssuer.sign(fullBadge());
  shown = await deriveSdCredential(signed, { selectivePointers }, sdTools);
});

const withProofValue = (proofValue: unknown) => ({ ...shown, proof: { ...shown.proof, proofValue } });

/** The proof with some of its parts replaced. */
function withProof(change: (value: DerivedProofValue) => Partial<DerivedProofValue>) {
  const value = decodeDerivedProofValue(shown.proof.proofValue);
  return withProofValue(encodeDerivedProofValue({ ...value, ...change(value) }));
}

function changed(bytes: Uint8Array, at = 0): Uint8Array {
  return bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
}

/** The document without one member, or with another text there. */
function edited(pointer: string, edit: (value: unknown) => unknown): typeof shown {
  const copy = structuredClone(shown);
  const names = parseJsonPointer(pointer);
  const name = names.pop() as string;
  const holder = names.reduce(memberOf, copy as unknown);
  if (Array.isArray(holder)) holder.splice(Number(name), 1, edit(holder[Number(name)]));
  else if (isObject(holder)) holder[name] = edit(holder[name]);
  return JSON.parse(JSON.stringify(copy));
}

describe('a part that was shown', () => {
  it('verifies', async () => {
    expect(await sdIssuer.verify(shown)).toEqual(passed);
  });

  it('verifies among the proofs of any document, where a base proof is refused', async () => {
    expect(await verifyProofs(shown, {}, sdTools)).toMatchObject({ outcome: 'passed', code: 'proof.valid' });
    expect(await verifyProofs({ ...shown, name: 'Other' }, {}, sdTools)).toMatchObject({ code: 'proof.tampered' });
    expect(await verifyProofs(signed, {}, sdTools)).toMatchObject({
      outcome: 'failed',
      code: 'proof.base-not-derived',
    });
  });

  it('verifies wherever there is WebCrypto, and so does what was signed there', async () => {
    const { proof, ...bare } = shown;

    expect(await verifySdProof({ bare, proof, key: sdIssuer.key.publicKey }, webSdTools())).toEqual(passed);

    const elsewhere = await sdIssuer.sign(fullBadge(), undefined, undefined, webSdTools());
    const derived = await deriveSdCredential(elsewhere, { selectivePointers }, webSdTools());
    expect(await sdIssuer.verify(derived)).toEqual(passed);
  });

  it('fails when any one text in it is another', async () => {
    const texts = pointersOf(shown).filter(
      (pointer) =>
        !pointer.startsWith('/proof') &&
        typeof parseJsonPointer(pointer).reduce(memberOf, shown as unknown) === 'string',
    );
    expect(texts.length).toBeGreaterThan(50);

    for (const pointer of texts) {
      const { outcome } = await sdIssuer.verify(edited(pointer, (text) => `${text}x`));

      expect(outcome, pointer).toBe('failed');
    }
  });

  it('fails when any one member or item of it is missing', async () => {
    const pointers = pointersOf(shown).filter((pointer) => !pointer.startsWith('/proof'));

    for (const pointer of pointers) {
      const { outcome } = await sdIssuer.verify(edited(pointer, () => undefined));

      expect(outcome, pointer).toBe('failed');
    }
  });

  it.each(['verificationMethod', 'created', 'proofPurpose', 'cryptosuite', 'expires', 'domain'])(
    'fails when its proof has another %s',
    async (member) => {
      const proof = {
        ...shown.proof,
        [member]: member === 'created' || member === 'expires' ? '2030-01-01T00:00:00Z' : 'other',
      };

      expect(await sdIssuer.verify({ ...shown, proof })).toMatchObject({ outcome: 'failed' });
    },
  );

  it('fails when something was added', async () => {
    const more = { ...shown, description: 'And more.' };

    expect(await sdIssuer.verify(more)).toEqual({ outcome: 'failed', code: 'proof.tampered', values: {} });
  });

  it('fails when one node was made two', async () => {
    const { credentialSubject } = shown as unknown as { credentialSubject: JsonObject & { result: JsonObject[] } };
    const [result, ...rest] = credentialSubject.result as [JsonObject, ...JsonObject[]];
    const { value, ...without } = result;
    const split = { ...credentialSubject, result: [without, { type: result.type, value }, ...rest] };

    expect(await sdIssuer.verify({ ...shown, credentialSubject: split })).toMatchObject({ code: 'proof.tampered' });
  });

  it('fails under the key of another issuer', async () => {
    const { proof, ...bare } = shown;
    const key = generateSigningKey('P-256').publicKey;

    expect(await verifySdProof({ bare, proof, key }, sdTools)).toMatchObject({ code: 'proof.tampered' });
  });

  it('is refused with a key of another kind', async () => {
    const { proof, ...bare } = shown;
    const key = generateSigningKey('Ed25519').publicKey;

    expect(await verifySdProof({ bare, proof, key }, sdTools)).toMatchObject({ code: 'proof.key-wrong-type' });
  });

  it('names what is wrong with its vocabulary', async () => {
    expect(await sdIssuer.verify({ ...shown, '@context': 'https://unknown.example/' })).toMatchObject({
      code: 'canon.context-unknown',
      values: { url: 'https://unknown.example/' },
    });
    expect(await sdIssuer.verify({ ...shown, 'https://schema.org/name': 'Again' })).toMatchObject({
      code: 'canon.term-aliased',
    });
  });

  it('cannot be mixed with statements of another credential of the same issuer', async () => {
    const other = await sdIssuer.sign({ ...fullBadge(), name: 'Another' });
    const { name, proof } = await deriveSdCredential(other, { selectivePointers: ['/name'] }, sdTools);
    const foreign = decodeDerivedProofValue(proof.proofValue).signatures;

    const mixed = withProof(({ signatures }) => ({ signatures: [...signatures, ...foreign] }));

    expect(await sdIssuer.verify({ ...mixed, name })).toMatchObject({ outcome: 'failed', code: 'proof.tampered' });
  });
});

describe('the proof of a part', () => {
  it.each<[string, (value: DerivedProofValue) => Partial<DerivedProofValue>]>([
    ['another base signature', ({ baseSignature }) => ({ baseSignature: changed(baseSignature) })],
    ['another proof key', () => ({ proofKey: otherProofKey() })],
    [
      'one signature changed',
      ({ signatures: [first, ...rest] }) => ({ signatures: [changed(first as Uint8Array), ...rest] }),
    ],
    ['one signature less', ({ signatures }) => ({ signatures: signatures.slice(1) })],
    ['no signatures', () => ({ signatures: [] })],
    ['one signature more', ({ signatures }) => ({ signatures: [...signatures, signatures[0] as Uint8Array] })],
    ['signatures in another order', ({ signatures }) => ({ signatures: signatures.toReversed() })],
    ['a label less', ({ labelMap }) => ({ labelMap: new Map([...labelMap].slice(1)) })],
    ['a label more', ({ labelMap }) => ({ labelMap: new Map([...labelMap, [99, new Uint8Array(32)]]) })],
    [
      'a label changed',
      ({ labelMap }) => ({ labelMap: new Map([...labelMap].map(([n, label]) => [n, n ? label : changed(label)])) }),
    ],
    [
      'labels swapped',
      ({ labelMap }) => ({
        labelMap: new Map([...labelMap].map(([n], i, all) => [n, all.at(-1 - i)?.[1] as Uint8Array])),
      }),
    ],
    [
      'one label for all',
      ({ labelMap }) => ({ labelMap: new Map([...labelMap].map(([n]) => [n, labelMap.get(0) as Uint8Array])) }),
    ],
    [
      'labels under other numbers',
      ({ labelMap }) => ({ labelMap: new Map([...labelMap].map(([n, label]) => [n + 1, label])) }),
    ],
    ['a mandatory index less', ({ mandatoryIndexes }) => ({ mandatoryIndexes: mandatoryIndexes.slice(1) })],
    ['no mandatory indexes', () => ({ mandatoryIndexes: [] })],
    ['a mandatory index more', ({ mandatoryIndexes }) => ({ mandatoryIndexes: [...mandatoryIndexes, 4_000_000_000] })],
    [
      'other mandatory indexes',
      ({ mandatoryIndexes }) => ({ mandatoryIndexes: mandatoryIndexes.map((index) => index + 1) }),
    ],
  ])('does not verify with %s', async (_, change) => {
    expect(await sdIssuer.verify(withProof(change))).toEqual({ outcome: 'failed', code: 'proof.tampered', values: {} });
  });

  it('is malformed when an index is there twice', async () => {
    const twice = withProof(({ mandatoryIndexes: [first, ...rest] }) => ({
      mandatoryIndexes: [first as number, first as number, ...rest],
    }));

    expect(await sdIssuer.verify(twice)).toMatchObject({ code: 'proof.malformed' });
  });

  it('is malformed when its key is no point of the curve, or of another kind', async () => {
    const noPoint = Uint8Array.from([0x80, 0x24, 2, ...new Uint8Array(32).fill(255)]);
    const otherKind = withProof(({ proofKey }) => ({ proofKey: Uint8Array.from([0xed, 0x01, ...proofKey.slice(2)]) }));

    expect(await sdIssuer.verify(withProof(() => ({ proofKey: noPoint })))).toMatchObject({ code: 'proof.malformed' });
    expect(await sdIssuer.verify(otherKind)).toMatchObject({ code: 'proof.malformed' });
  });

  it('is not the base proof, which is for the holder alone', async () => {
    const [proof] = signed.proof as [JsonObject];

    expect(await sdIssuer.verify({ ...signed, proof })).toEqual({
      outcome: 'failed',
      code: 'proof.base-not-derived',
      values: {},
    });
  });

  it.each<[string, (parts: Cbor[]) => Cbor]>([
    ['nothing', () => []],
    ['a number', () => 7],
    ['a text', () => 'proof'],
    ['a map', () => new Map([[0, 'proof']])],
    ['a part less', (parts) => parts.slice(1)],
    ['a part more', (parts) => [...parts, 0]],
    ['a short signature', ([first, ...rest]) => [(first as Uint8Array).slice(1), ...rest]],
    [
      'a key of 36 bytes',
      ([first, key, ...rest]) => [first as Cbor, Uint8Array.from([...(key as Uint8Array), 0]), ...rest],
    ],
    ['a text for a signature', ([, ...rest]) => ['x'.repeat(64), ...rest]],
    ['a short statement signature', (parts) => parts.with(2, [new Uint8Array(63)])],
    ['a number among signatures', (parts) => parts.with(2, [7])],
    ['a map for signatures', (parts) => parts.with(2, new Map())],
    ['an array for labels', (parts) => parts.with(3, [])],
    ['a short label', (parts) => parts.with(3, new Map([[0, new Uint8Array(31)]]))],
    ['a text for a label', (parts) => parts.with(3, new Map([[0, 'u'.repeat(32)]]))],
    ['a map for indexes', (parts) => parts.with(4, new Map())],
    ['a text among indexes', (parts) => parts.with(4, ['0'])],
  ])('is malformed when it is %s', async (_, change) => {
    const value = decodeDerivedProofValue(shown.proof.proofValue);
    const parts = [value.baseSignature, value.proofKey, value.signatures, value.labelMap, value.mandatoryIndexes];

    expect(await sdIssuer.verify(withProofValue(sealed(encodeCbor(change(parts)))))).toMatchObject({
      outcome: 'failed',
      code: 'proof.malformed',
    });
  });

  it.each([
    undefined,
    null,
    7,
    '',
    'u',
    'u2V0B',
    'u2V0Bg',
    'z2V0B',
    'u2V0C',
    'u2V0B!!!!',
    'u2V0Bn4D_',
    `u2V0B${'A'.repeat(1_000_000)}`,
    ['u2V0B'],
    { length: 4 },
  ])('is malformed when it is not even that: %#', async (proofValue) => {
    expect(await sdIssuer.verify(withProofValue(proofValue))).toMatchObject({ code: 'proof.malformed' });
  });

  it('gives no other answer than failed, whichever one byte is another', async () => {
    const bytes = Buffer.from((shown.proof.proofValue as string).slice(1), 'base64url');

    for (let at = 0; at < bytes.length; at += 7) {
      const proofValue = `u${encodeBase64url(changed(bytes, at))}`;
      const { outcome } = await sdIssuer.verify(withProofValue(proofValue));

      expect(outcome, String(at)).toBe('failed');
    }
  });
});

describe('a document made to keep a verifier busy', () => {
  it('is refused when it is too deep', async () => {
    let deep: JsonObject = {};
    for (let i = 0; i < 100; i += 1) deep = { deep };

    expect(await sdIssuer.verify({ ...shown, deep })).toMatchObject({ code: 'canon.too-complex' });
    expect(await sdIssuer.verify({ ...shown, proof: { ...shown.proof, deep } })).toMatchObject({
      code: 'canon.too-complex',
    });
  });

  it('is refused when its nodes cannot be told apart with reasonable work', async () => {
    const ids = Array.from({ length: 12 }, (_, i) => `_:b${i}`);
    const related = (id: string) =>
      ids.filter((other) => other !== id).map((other) => ({ id: other, type: ['Related'] }));
    const evidence = ids.map((id) => ({ id, type: ['Achievement'], related: related(id) }));

    expect(await sdIssuer.verify({ ...shown, evidence })).toMatchObject({ code: 'canon.too-complex' });
    await expect(sdIssuer.sign({ ...fullBadge(), evidence })).rejects.toMatchObject({ code: 'canon.too-complex' });
  });

  it('is refused before the first signature when it has more statements than any badge', async () => {
    const evidence = Array.from({ length: 2500 }, (_, i) => ({ id: `https://example.org/${i}`, type: ['Evidence'] }));
    const { proof: _, ...bare } = { ...shown, evidence };
    const lines = (await sdTools.canonicalizer.canonize(bare)).split('\n').length - 1;
    const { proof } = withProof(({ mandatoryIndexes }) => ({
      signatures: Array.from({ length: lines - mandatoryIndexes.length }, () => new Uint8Array(64)),
    }));

    expect(await sdIssuer.verify({ ...bare, proof })).toMatchObject({ code: 'canon.too-complex' });
  });

  it('is answered as before while many others are', async () => {
    const verdicts = await Promise.all(
      Array.from({ length: 20 }, (_, i) => sdIssuer.verify(i % 2 ? { ...shown, name: 'Other' } : shown)),
    );

    expect(verdicts.map(({ outcome }) => outcome)).toEqual(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? 'failed' : 'passed')),
    );
  });
});

function sealed(cbor: Uint8Array): string {
  return `u${encodeBase64url(Uint8Array.from([0xd9, 0x5d, 0x01, ...cbor]))}`;
}

function otherProofKey(): Uint8Array {
  const [proof] = signed.proof as [JsonObject];
  // The issuer's own key, in the same form.
  const multikey = String(proof.verificationMethod).split('#')[1] as string;
  return decodeBase58(multikey.slice(1));
}
