import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase58 } from '../keys/base58.ts';
import { generateSigningKey } from '../node.ts';
import { stubFetch } from '../testing/stub-fetch.ts';
import { dereferenceDid } from './dereference-did.ts';
import { didDocument } from './did-document.ts';
import { didJwkOf } from './did-jwk.ts';
import { didKeyOf } from './did-key.ts';

const multikey = 'z6MktKwz7Ge1Yxzr4JHavN33wiwa8y81QdcMRLXQsrH9T53b';
const agreement = 'z6LSfHfAMAopsuBxaBzvp51GXrPf38Az13j2fmwqadbwwrzJ';
const did = `did:key:${multikey}`;
const nobody = stubFetch({});
const p256 = didKeyOf(generateSigningKey('P-256').publicKey);

async function errorOf(text: string, wish: Parameters<typeof dereferenceDid>[2] = {}) {
  const answer = await dereferenceDid(text, nobody, wish);
  expect(answer.didDereferencingMetadata.error).toBe(answer.didResolutionMetadata.error);
  return answer.didResolutionMetadata.error;
}

describe('a did:key', () => {
  it('is answered with its document and with the key for encryption that belongs to it', async () => {
    const { didDocument: document, didResolutionMetadata } = await dereferenceDid(did, nobody);

    expect(didResolutionMetadata).toEqual({ contentType: 'application/did+ld+json' });
    expect(document).toMatchObject({
      id: did,
      assertionMethod: [`${did}#${multikey}`],
      keyAgreement: [{ id: `${did}#${agreement}`, type: 'Multikey', publicKeyMultibase: agreement, controller: did }],
    });
  });

  it.each([
    ['Ed25519VerificationKey2020', 'Ed25519VerificationKey2020', 'X25519KeyAgreementKey2020', 'publicKeyMultibase'],
    ['JsonWebKey2020', 'JsonWebKey2020', 'JsonWebKey2020', 'publicKeyJwk'],
    ['JsonWebKey', 'JsonWebKey', 'JsonWebKey', 'publicKeyJwk'],
    ['Ed25519VerificationKey2018', 'Ed25519VerificationKey2018', 'X25519KeyAgreementKey2019', 'publicKeyBase58'],
  ])('is written as %s where that is asked for', async (publicKeyFormat, signing, encrypting, member) => {
    const wish = { publicKeyFormat, enableExperimentalPublicKeyTypes: true };

    const { didDocument: document } = await dereferenceDid(did, nobody, wish);

    expect(document).toMatchObject({
      verificationMethod: [{ type: signing, [member]: expect.anything() }],
      keyAgreement: [{ type: encrypting, [member]: expect.anything() }],
    });
  });

  it.each([multikey, agreement])('gives the one key that %s names, and whose it is', async (fragment) => {
    const { didDocument: method } = await dereferenceDid(`${did}#${fragment}`, nobody);

    expect(method).toMatchObject({ id: `${did}#${fragment}`, controller: did, publicKeyMultibase: fragment });
  });

  it('of another curve has no key for encryption', async () => {
    expect((await dereferenceDid(p256, nobody)).didDocument).not.toHaveProperty('keyAgreement');
  });

  it.each([
    ['another scheme', `notDid:key:${multikey}`, 'invalidDid'],
    ['no scheme', `key:${multikey}`, 'invalidDid'],
    ['a version that is no number', `did:key:-4:${multikey}`, 'invalidDid'],
    ['another base than 58', `did:key:${multikey.slice(1)}`, 'invalidDid'],
    ['characters that no DID has', 'did:key:@', 'invalidDid'],
    ['nothing after the method', 'did:key:', 'invalidDid'],
    ['more than anybody would write', `did:key:z${'1'.repeat(1_000_000)}`, 'invalidDid'],
    ['a key that is too short', 'did:key:zTjsVPtY', 'invalidPublicKeyLength'],
    [
      'a key of a kind that is not known',
      `did:key:z${encodeBase58(Uint8Array.from([1, 2, 3]))}`,
      'unsupportedPublicKeyType',
    ],
    ['bytes that are no point of the curve', offCurve([0x80, 0x24], 33, 2, 0xff), 'invalidPublicKey'],
    ['bytes that are no point of curve 25519', offCurve([0xed, 0x01], 32, 2, 0), 'invalidPublicKey'],
    ['a path that no URL has', `${did}/^bar^/?query=\`#${multikey}`, 'invalidDidUrl'],
    ['a path', `${did}/path`, 'notFound'],
    ['a query that asks for nothing', `${did}?versionTime=now`, 'invalidDidUrl'],
    ['a fragment that is not there', `${did}#other`, 'notFound'],
  ])('with %s is refused', async (_, text, error) => {
    expect(await errorOf(text)).toBe(error);
  });

  it.each([
    [did, { publicKeyFormat: 'unknown' }, 'unsupportedPublicKeyType'],
    [did, { publicKeyFormat: 'toString' }, 'unsupportedPublicKeyType'],
    [`${did}#${multikey}`, { publicKeyFormat: 'Ed25519VerificationKey2018' }, 'invalidPublicKeyType'],
    [`${did}#${agreement}`, { publicKeyFormat: 'Ed25519VerificationKey2018' }, 'invalidPublicKeyType'],
    [p256, { publicKeyFormat: 'Ed25519VerificationKey2020' }, 'invalidPublicKeyType'],
  ])('%s is not written as %j', async (text, wish, error) => {
    expect(await errorOf(text, wish)).toBe(error);
  });

  it('is refused or answered, whatever text it is', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.string().map((end) => did + end),
      fc.string().map((end) => `did:web:${end}`),
    );
    await fc.assert(
      fc.asyncProperty(text, async (asked) => {
        const answer = await dereferenceDid(asked, nobody);

        expect(answer.didResolutionMetadata.error === undefined).toBe(Object.keys(answer.didDocument).length > 0);
      }),
    );
  });
});

/** A key of this length whose bytes are all the same but the first. */
function offCurve(prefix: number[], length: number, first: number, others: number): string {
  const bytes = Uint8Array.from({ length }, (_, at) => (at === 0 ? first : others));
  return `did:key:z${encodeBase58(Uint8Array.from([...prefix, ...bytes]))}`;
}

describe('a did:web', () => {
  const web = 'did:web:school.example';
  const service = { id: '#files', type: 'Files', serviceEndpoint: 'https://files.school.example/a/' };
  const pages = { 'https://school.example/.well-known/did.json': didDocument(web, [], { service: [service] }) };

  it.each([
    ['', 'https://files.school.example/a/'],
    ['&relativeRef=b%2Fc%3Fd', 'https://files.school.example/a/b/c?d'],
  ])('leads to an endpoint of its document%s', async (more, location) => {
    const answer = await dereferenceDid(`${web}?service=files${more}`, stubFetch(pages));

    expect(answer.didDereferencingMetadata.location).toBe(location);
  });

  it.each([
    [`${web}?service=mail`, 'notFound'],
    ['did:web:other.example', 'notFound'],
    ['did:web:school.example:..:x', 'invalidDid'],
  ])('%s is answered with an error', async (text, error) => {
    const { didResolutionMetadata } = await dereferenceDid(text, stubFetch(pages));

    expect(didResolutionMetadata.error).toBe(error);
  });

  it('with the document of somebody else is refused', async () => {
    const wrong = { 'https://school.example/.well-known/did.json': didDocument('did:web:other.example', []) };

    const answer = await dereferenceDid(web, stubFetch(wrong));

    expect(answer.didResolutionMetadata.error).toBe('invalidDidDocument');
  });
});

it('a did:jwk gives its key by #0', async () => {
  const jwk = didJwkOf(generateSigningKey('P-384').publicKey);

  expect((await dereferenceDid(`${jwk}#0`, nobody)).didDocument).toMatchObject({ type: 'JsonWebKey', controller: jwk });
});

it('a DID of a method that is not known says so', async () => {
  expect(await errorOf('did:experimental:z6Mk')).toBe('methodNotSupported');
});
