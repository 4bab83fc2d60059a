import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { credentialIdentity, sameCredential } from './credential-identity.ts';
import { identityHash, matchesIdentity } from './identity-hash.ts';

describe('an identity hash', () => {
  it('is the published one', () => {
    expect(identityHash('a@example.com', 'Kosher')).toBe(
      'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
    );
  });

  const hashed = (identity: string, salt?: string) => ({
    type: 'emailAddress',
    hashed: true,
    identity,
    ...(salt ? { salt } : {}),
  });
  const published = identityHash('a@example.com', 'Kosher');

  it.each(['a@example.com', ' a@example.com ', 'A@Example.COM'])('matches %j', (candidate) => {
    expect(matchesIdentity(hashed(published, 'Kosher'), candidate)).toBe(true);
    expect(matchesIdentity(hashed(published.toUpperCase(), 'Kosher'), candidate)).toBe(true);
  });

  it('matches an address that was hashed as it was typed', () => {
    expect(matchesIdentity(hashed(identityHash('Ana@Example.org')), 'Ana@Example.org')).toBe(true);
  });

  it('matches the MD5 of an old badge', () => {
    expect(matchesIdentity(hashed(identityHash('a@example.com', 's', 'md5'), 's'), 'a@example.com')).toBe(true);
  });

  it('matches the hash of SHA-1 that the oldest badges have', () => {
    const sha1 = createHash('sha1').update('a@example.comKosher').digest('hex');

    expect(matchesIdentity(hashed(`sha1$${sha1}`, 'Kosher'), 'a@example.com')).toBe(true);
    expect(matchesIdentity(hashed(`SHA1$${sha1.toUpperCase()}`, 'Kosher'), 'A@example.com ')).toBe(true);
    expect(matchesIdentity(hashed(`sha1$${sha1}`, 'Kosher'), 'b@example.com')).toBe(false);
  });

  it('hashes texts of every length as node:crypto does', () => {
    for (const length of [0, 1, 54, 55, 56, 63, 64, 65, 119, 1000]) {
      const text = 'é'.repeat(length).slice(0, length);
      const sha1 = createHash('sha1').update(text).digest('hex');
      expect(matchesIdentity(hashed(`sha1$${sha1}`), text)).toBe(true);
    }
  });

  it.each([
    ['another address', hashed(published, 'Kosher'), 'b@example.com'],
    ['another salt', hashed(published, 'Salt'), 'a@example.com'],
    ['the hash itself', hashed(published, 'Kosher'), published],
    ['an unknown algorithm', hashed('crc32$00000000'), 'a@example.com'],
    ['nothing', hashed(published, 'Kosher'), ''],
  ])('does not match %s', (_, identifier, candidate) => {
    expect(matchesIdentity(identifier, candidate)).toBe(false);
  });

  it('compares plain addresses in any case, and names and ids exactly', () => {
    const plain = (type: string, identity: string) => ({ type, hashed: false, identity });

    expect(matchesIdentity(plain('emailAddress', 'Ana@Example.org'), 'ana@example.ORG')).toBe(true);
    expect(matchesIdentity(plain('id', 'did:web:Ana'), 'did:web:Ana')).toBe(true);
    expect(matchesIdentity(plain('id', 'did:web:Ana'), 'DID:web:ana')).toBe(false);
  });
});

describe('two credentials are the same', () => {
  const credential = (issuer: unknown, id: unknown) => ({ issuer, id });

  it('by issuer and id, however these are written', () => {
    const plain = credential('https://a.example/issuers/1', 'https://a.example/credentials/caf\u00e9');
    const encoded = credential({ id: 'https://a.example/%69ssuers/1' }, ' https://a.example/credentials/caf%C3%A9 ');

    expect(sameCredential(plain, encoded)).toBe(true);
    expect(credentialIdentity(encoded)).toEqual({
      issuer: 'https://a.example/issuers/1',
      id: 'https://a.example/credentials/caf\u00e9',
    });
  });

  it.each([
    ['another issuer', credential('https://b.example', 'urn:1')],
    ['another id', credential('https://a.example', 'urn:2')],
    ['no id', credential('https://a.example', undefined)],
    ['no issuer', credential(undefined, 'urn:1')],
  ])('but not with %s', (_, other) => {
    expect(sameCredential(credential('https://a.example', 'urn:1'), other)).toBe(false);
  });

  it('leaves a stray percent sign alone', () => {
    expect(credentialIdentity(credential('https://a.example/100%', 'urn:%ff'))).toEqual({
      issuer: 'https://a.example/100%',
      id: 'urn:%ff',
    });
  });
});
