import { describe, expect, it } from 'vitest';
import { publicKeyFromJwk } from '../keys/public-key.ts';
import { generateSigningKey } from '../node.ts';
import { keyListedBy } from '../proof/key-listed-by.ts';
import type { FetchAnswer } from '../verify/environment.ts';
import { didDocument, methodId } from './did-document.ts';
import { didJwkDocument, didJwkOf, publicKeyOfDidJwk } from './did-jwk.ts';
import { didKeyDocument, didKeyOf, publicKeyOfDidKey } from './did-key.ts';
import { didWebOf, didWebUrl } from './did-web.ts';
import { resolveDid } from './resolve-did.ts';

const nobody = async (): Promise<FetchAnswer> => {
  throw new Error('nothing may be asked');
};

function web(pages: Record<string, unknown>) {
  return async (url: string): Promise<FetchAnswer> => {
    const page = pages[url];
    if (page === undefined) return { ok: false, url, status: 404, failure: 'not-found' };
    const body = new TextEncoder().encode(typeof page === 'string' ? page : JSON.stringify(page));
    return { ok: true, url, status: 200, contentType: 'application/json', body };
  };
}

describe('did:key', () => {
  it.each([
    ['Ed25519', 'z6Mk'],
    ['P-256', 'zDn'],
    ['P-384', 'z82'],
    ['P-521', 'z2J9'],
  ] as const)('of a %s key begins with %s and gives the key back', (type, beginning) => {
    const { publicKey } = generateSigningKey(type);

    const did = didKeyOf(publicKey);

    expect(did.slice('did:key:'.length)).toMatch(new RegExp(`^${beginning}`));
    expect(publicKeyOfDidKey(did)).toEqual(publicKey);
    expect(publicKeyOfDidKey(`${did}#${did.slice(8)}`)).toEqual(publicKey);
  });

  it('reads a secp256k1 key', () => {
    const key = publicKeyOfDidKey('did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme');

    expect(key.type).toBe('secp256k1');
    expect(didKeyOf(key)).toBe('did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme');
  });

  it('has a document with the one key for every purpose', () => {
    const did = 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi';

    const document = didKeyDocument(did);

    const id = `${did}#z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi`;
    expect(document).toMatchObject({
      id: did,
      verificationMethod: [{ id, type: 'Multikey', controller: did }],
      assertionMethod: [id],
      authentication: [id],
      capabilityInvocation: [id],
    });
  });

  it.each([
    'did:key:',
    'did:key:zzz',
    'did:key:z6Mk',
    'did:key:u7QE',
    'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi#other',
    'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hw0',
  ])('is not %s', async (did) => {
    expect(await resolveDid(did.replace('#other', 'x'), nobody)).toMatchObject({ outcome: 'invalid' });
    expect(() => publicKeyOfDidKey(did)).toThrow();
  });
});

describe('did:web', () => {
  it.each([
    ['did:web:hub.example', 'https://hub.example/.well-known/did.json'],
    ['did:web:hub.example:issuers:alliance', 'https://hub.example/issuers/alliance/did.json'],
    ['did:web:hub.example%3A8443:a', 'https://hub.example:8443/a/did.json'],
    ['did:web:hub.example:caf%C3%A9', 'https://hub.example/caf%C3%A9/did.json'],
  ])('%s lies at %s', (did, url) => {
    expect(didWebUrl(did)).toBe(url);
  });

  it.each([
    'did:web:',
    'did:web:hub.example:',
    'did:web:hub.example::a',
    'did:web:user@hub.example',
    'did:web:hub.example%2Fpath',
    'did:web:hub.example:..:secrets',
    'did:web:hub.example:%2e%2e:secrets',
    'did:web:hub.example:a%2Fb',
    'did:web:hub.example:a%3Fb',
    'did:web:hub.example:%',
    'did:web:hub.example/a',
    'did:web:hub.example#key',
  ])('%s lies nowhere', (did) => {
    expect(() => didWebUrl(did)).toThrow(expect.objectContaining({ code: 'did.invalid' }));
  });

  it.each([
    ['https://hub.example/', 'did:web:hub.example'],
    ['https://hub.example:8443/issuers/alliance', 'did:web:hub.example%3A8443:issuers:alliance'],
  ])('of %s is %s', (url, did) => {
    expect(didWebOf(url)).toBe(did);
  });

  it('keeps a retired key readable and lists it for nothing', () => {
    const did = 'did:web:hub.example';
    const now = { publicKey: generateSigningKey('Ed25519').publicKey };
    const before = { publicKey: generateSigningKey('Ed25519').publicKey, revoked: '2026-02-01T00:00:00Z' };

    const document = didDocument(did, [now, before]);

    expect(document.assertionMethod).toEqual([methodId(did, now)]);
    expect(document.verificationMethod).toHaveLength(2);
    expect(keyListedBy(document, methodId(did, now), now.publicKey)).toMatchObject({ listed: true });
    expect(keyListedBy(document, methodId(did, before), before.publicKey)).toMatchObject({
      listed: false,
      code: 'key.retired',
      revoked: '2026-02-01T00:00:00Z',
    });
  });

  it('is resolved at its address', async () => {
    const document = didDocument('did:web:hub.example', []);
    const fetch = web({ 'https://hub.example/.well-known/did.json': document });

    expect(await resolveDid('did:web:hub.example#k', fetch)).toEqual({
      outcome: 'resolved',
      document,
      url: 'https://hub.example/.well-known/did.json',
    });
  });

  it.each([
    ['somebody else', { id: 'did:web:other.example' }],
    ['no object', []],
    ['no JSON', '<html>'],
  ])('is not the document of %s', async (_, page) => {
    const fetch = web({ 'https://hub.example/.well-known/did.json': page });

    expect(await resolveDid('did:web:hub.example', fetch)).toMatchObject({
      outcome: 'invalid',
      code: 'did.wrong-document',
    });
  });

  it('says nothing about a server that does not answer', async () => {
    expect(await resolveDid('did:web:hub.example', web({}))).toMatchObject({
      outcome: 'unreachable',
      answer: { failure: 'not-found' },
    });
  });
});

describe('did:jwk', () => {
  it('gives its key back', () => {
    const { publicKey } = generateSigningKey('P-256');

    const did = didJwkOf(publicKey);

    expect(publicKeyOfDidJwk(`${did}#0`)).toEqual(publicKey);
    expect(didJwkDocument(did)).toMatchObject({
      assertionMethod: [`${did}#0`],
      verificationMethod: [{ type: 'JsonWebKey' }],
    });
  });

  it('with a key for encryption makes no claims', () => {
    const { jwk } = generateSigningKey('P-256').publicKey;
    const encoded = Buffer.from(JSON.stringify({ ...jwk, use: 'enc' })).toString('base64url');

    expect(didJwkDocument(`did:jwk:${encoded}`)).not.toHaveProperty('assertionMethod');
  });

  it('never repeats a private member', () => {
    const { jwk } = generateSigningKey('Ed25519').publicKey;
    const encoded = Buffer.from(JSON.stringify({ ...jwk, d: 'secret' })).toString('base64url');

    expect(JSON.stringify(didJwkDocument(`did:jwk:${encoded}`).verificationMethod)).not.toContain('"d"');
  });

  it.each(['did:jwk:', 'did:jwk:e30', 'did:jwk:bm8', 'did:jwk:!!', 'did:jwk:W10'])('is not %s', async (did) => {
    expect(await resolveDid(did, nobody)).toMatchObject({ outcome: 'invalid' });
  });
});

it('a method we do not know is said to be one', async () => {
  expect(await resolveDid('did:velocity:0x1', nobody)).toEqual({ outcome: 'invalid', code: 'did.method-unsupported' });
});

describe('a key is the issuer’s', () => {
  const { publicKey } = generateSigningKey('Ed25519');
  const other = generateSigningKey('Ed25519').publicKey;
  const did = 'did:web:hub.example';
  const method = methodId(did, { publicKey });
  const document = didDocument(did, [{ publicKey }]);
  const [object] = document.verificationMethod as object[];

  it.each([
    ['as a string under assertionMethod', document],
    ['as an object under assertionMethod', { id: did, assertionMethod: [object] }],
    ['with relative names', relative()],
    ['in a profile', { id: did, type: ['Profile'], verificationMethod: [object], assertionMethod: method }],
  ])('when its document lists it %s', (_, listing) => {
    expect(keyListedBy(listing, method, publicKey)).toMatchObject({ listed: true, code: 'key.listed', key: publicKey });
  });

  it('when it is a key document of its own', () => {
    const url = 'https://hub.example/keys/1';
    const page = { id: url, type: 'Multikey', controller: did, publicKeyMultibase: method.split('#')[1] };

    expect(keyListedBy(page, url, publicKey).listed).toBe(true);
    expect(keyListedBy(page, 'https://hub.example/keys/2', publicKey).listed).toBe(false);
  });

  it.each(['https://hub.example/jwks#k1', 'k1'])('when a JWKS has it under %s', (kid) => {
    const jwks = {
      keys: [
        { ...other.jwk, kid: 'k0' },
        { ...publicKey.jwk, kid },
      ],
    };

    expect(keyListedBy(jwks, 'https://hub.example/jwks#k1', publicKey).listed).toBe(true);
    expect(keyListedBy(jwks, 'https://hub.example/jwks#k1', other)).toMatchObject({
      listed: false,
      code: 'key.different',
    });
    expect(keyListedBy(jwks, 'https://hub.example/jwks#k2', publicKey)).toMatchObject({ code: 'key.not-listed' });
  });

  it.each([
    ['the document lists no key', { id: did }, 'key.not-listed'],
    ['the key is there, but for authentication only', { ...document, assertionMethod: [] }, 'key.not-for-purpose'],
    ['the document is somebody else’s', { ...document, id: 'did:web:other.example' }, 'key.wrong-document'],
    ['there is no document', undefined, 'key.wrong-document'],
    [
      'the key cannot be read',
      { id: did, assertionMethod: [{ id: method, publicKeyMultibase: 'z1' }] },
      'key.not-listed',
    ],
  ])('not when %s', (_, listing, code) => {
    expect(keyListedBy(listing, method, publicKey)).toMatchObject({ listed: false, code });
  });

  it('not when another key is published under the name', () => {
    expect(keyListedBy(document, method, other)).toMatchObject({ listed: false, code: 'key.different' });
  });

  it('not when only the name is listed and the key is under another document’s name', () => {
    const foreign = { ...object, id: 'https://evil.example#k' };

    expect(
      keyListedBy(
        { id: did, verificationMethod: [foreign], assertionMethod: ['https://evil.example#k'] },
        'https://evil.example#k',
        publicKey,
      ),
    ).toMatchObject({
      listed: false,
      code: 'key.wrong-document',
    });
  });

  function relative() {
    const name = `#${method.split('#')[1]}`;
    return { id: did, verificationMethod: [{ ...object, id: name }], assertionMethod: [name] };
  }
});

it('an RSA key of 1024 bits is no key', () => {
  const n = Buffer.alloc(128, 0xff).toString('base64url');
  expect(() => publicKeyFromJwk({ kty: 'RSA', n, e: 'AQAB' })).toThrow(
    expect.objectContaining({ code: 'key.invalid' }),
  );
});
