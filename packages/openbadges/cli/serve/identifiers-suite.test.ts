import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { didDocument } from '../../src/did/did-document.ts';
import { didJwkOf } from '../../src/did/did-jwk.ts';
import { generateSigningKey } from '../../src/node.ts';
import { ServedBadges } from '../testing/running-server.ts';

const multikey = 'z6MktKwz7Ge1Yxzr4JHavN33wiwa8y81QdcMRLXQsrH9T53b';
const agreement = 'z6LSfHfAMAopsuBxaBzvp51GXrPf38Az13j2fmwqadbwwrzJ';
const did = `did:key:${multikey}`;
const jwk = didJwkOf(generateSigningKey('P-256').publicKey);
const pages = { 'https://school.example/.well-known/did.json': didDocument('did:web:school.example', []) };

describe.each(['http', 'https'])('identifiers over %s', (scheme) => {
  const served = new ServedBadges();
  beforeAll(async () => void (await served.start({ isSecure: scheme === 'https', pages })), 30_000);
  afterAll(served.stop);

  const accept = 'application/ld+json;profile="https://w3id.org/did-resolution"';
  const resolve = (text: string, query = '', prefix = '/did-key/1.0') =>
    served.get(`${prefix}/identifiers/${encodeURIComponent(text)}${query}`, { accept });

  it.each(['/did-key/1.0', '/1.0', ''])('%s/identifiers answers with the document in its envelope', async (prefix) => {
    const { status, headers, body } = await resolve(did, '', prefix);

    expect(status).toBe(200);
    expect(headers['content-type']).toBe(accept);
    expect(body).toMatchObject({
      '@context': 'https://w3id.org/did-resolution/v1',
      didDocument: { id: did, keyAgreement: [{ id: `${did}#${agreement}` }] },
      didDocumentMetadata: {},
      didResolutionMetadata: { contentType: 'application/did+ld+json' },
      didDereferencingMetadata: {},
    });
  });

  it.each([multikey, agreement])('the key %s has the DID as its controller', async (fragment) => {
    const { status, body } = await resolve(`${did}#${fragment}`);

    expect([status, body.didDocument]).toMatchObject([200, { id: `${did}#${fragment}`, controller: did }]);
  });

  it.each([
    ['a scheme that is not did', `notDid:key:${multikey}`, '', 'invalidDid'],
    ['a method that is not key', `did:experimental:${multikey}`, '', 'invalidDid'],
    ['a version that is no positive number', `did:key:-4:${multikey}`, '', 'invalidDid'],
    ['a multibase that does not begin with z', `did:key:${multikey.slice(1)}`, '', 'invalidDid'],
    ['a document id that is no DID', 'did:key:@', '', 'invalidDid'],
    ['a key of the wrong length', 'did:key:zTjsVPtY', '', 'invalidPublicKeyLength'],
    ['a method id that is no DID URL', `${did}/^bar^/?query=\`#${multikey}`, '', 'invalidDidUrl'],
    ['a format that is not known', did, '?publicKeyFormat=unknown', 'unsupportedPublicKeyType'],
    [
      'an experimental format for signatures',
      `${did}#${multikey}`,
      '?publicKeyFormat=Ed25519VerificationKey2018&enableExperimentalPublicKeyTypes=false',
      'invalidPublicKeyType',
    ],
    [
      'an experimental format for encryption',
      `${did}#${agreement}`,
      '?publicKeyFormat=Ed25519VerificationKey2018',
      'invalidPublicKeyType',
    ],
  ])('%s is refused in the envelope', async (_, text, query, error) => {
    const { status, body } = await resolve(text, query);

    expect(status).toBe(400);
    expect(body).toMatchObject({
      '@context': expect.anything(),
      didDocument: {},
      didDocumentMetadata: {},
      didResolutionMetadata: { error },
      didDereferencingMetadata: { error },
    });
  });

  it('an experimental format is given to who wants it', async () => {
    const { body } = await resolve(
      did,
      '?publicKeyFormat=Ed25519VerificationKey2018&enableExperimentalPublicKeyTypes=true',
    );

    expect(body.didDocument).toMatchObject({ verificationMethod: [{ type: 'Ed25519VerificationKey2018' }] });
  });

  it.each([
    ['did:web:school.example', 200],
    [jwk, 200],
    [`${jwk}#0`, 200],
    ['did:web:other.example', 404],
    ['did:web:localhost%3A22:..', 400],
    ['did:experimental:1', 501],
    ['nonsense', 400],
    [`${did}#other`, 404],
  ])('%s is answered with %i where all methods are', async (text, expected) => {
    const { status, body } = await resolve(text, '', '/1.0');

    expect(status).toBe(expected);
    expect(body.didResolutionMetadata).toHaveProperty(expected === 200 ? 'contentType' : 'error');
  });

  it('a path that is not encoded properly is refused', async () => {
    expect((await served.get('/1.0/identifiers/%E0%A4%A')).status).toBe(400);
  });
});
