import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateSigningKey, importSigningKey, nodeCryptography } from '../node.ts';
import { decodeBase58, encodeBase58 } from './base58.ts';
import { decodeBase64url, decodeByTable, encodeBase64url, encodeByTable } from './base64url.ts';
import { md5 } from './md-5.ts';
import { decodeMultikey, encodeMultikey } from './multikey.ts';
import { publicKeyFromJwk, sameKey } from './public-key.ts';
import { sha256 } from './sha-256.ts';
import { webCryptography } from './web-cryptography.ts';

const bytes = fc.uint8Array({ maxLength: 200 });
const invalid = (code: string) => expect.objectContaining({ code });

describe('encodings', () => {
  it('give back what was encoded', () => {
    fc.assert(
      fc.property(bytes, (value) => {
        expect(decodeBase58(encodeBase58(value))).toEqual(value);
        expect(decodeBase64url(encodeBase64url(value))).toEqual(value);
        expect(encodeBase64url(value)).toBe(Buffer.from(value).toString('base64url'));
        expect(encodeByTable(value)).toBe(encodeBase64url(value));
        expect(decodeByTable(encodeByTable(value))).toEqual(value);
      }),
    );
  });

  it('refuse a character of another alphabet wherever it stands, with and without a table', () => {
    const character = fc.constantFrom('!', '.', ' ', '\n', '=', '\u00e9', '\u20ac', '\u{1F600}', '\0');

    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 20 }), character, fc.nat(), (value, wrong, at) => {
        const text = encodeBase64url(value);
        const place = at % text.length;
        const broken = text.slice(0, place) + wrong + text.slice(place);

        expect(() => decodeByTable(broken)).toThrow(invalid('encoding.invalid'));
        expect(() => decodeBase64url(broken)).toThrow(invalid('encoding.invalid'));
      }),
    );
  });

  // draft-msporny-base58 §5.
  it.each([
    ['Hello World!', '2NEpo7TZRRrLZSi2U'],
    ['The quick brown fox jumps over the lazy dog.', 'USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z'],
    ['\x00\x00\x28\x7f\xb4\xcd', '11233QC4'],
  ])('write %j as %s', (text, encoded) => {
    expect(encodeBase58(Buffer.from(text, 'latin1'))).toBe(encoded);
  });

  it('refuse what they cannot hold', () => {
    expect(() => decodeBase58('0OIl')).toThrow(invalid('encoding.invalid'));
    expect(() => decodeBase58('2'.repeat(2000))).toThrow(invalid('encoding.invalid'));
    expect(() => decodeBase64url('a b')).toThrow(invalid('encoding.invalid'));
    expect(() => decodeBase64url('abcde')).toThrow(invalid('encoding.invalid'));
  });
});

it('the hashes in plain JavaScript are those of node:crypto', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (value) => {
      expect(Buffer.from(sha256(value)).toString('hex')).toBe(createHash('sha256').update(value).digest('hex'));
      expect(Buffer.from(md5(value)).toString('hex')).toBe(createHash('md5').update(value).digest('hex'));
    }),
  );
});

describe('keys', () => {
  it.each(['Ed25519', 'P-256', 'P-384', 'P-521'] as const)('%s keys survive multikey and PKCS #8', async (type) => {
    const key = generateSigningKey(type);

    const again = importSigningKey(key.exportPkcs8());

    expect(decodeMultikey(encodeMultikey(key.publicKey))).toEqual(key.publicKey);
    expect(sameKey(again.publicKey, key.publicKey)).toBe(true);
  });

  it.each([
    ['Ed25519', 'EdDSA'],
    ['P-256', 'ES256'],
    ['P-384', 'ES384'],
    ['P-521', 'ES512'],
    ['RSA', 'RS256'],
  ] as const)('%s signatures hold on Node and in WebCrypto, and only for what was signed', async (type, algorithm) => {
    const key = generateSigningKey(type);
    const text = new TextEncoder().encode('signed');
    const signature = await key.sign(text);

    for (const cryptography of [nodeCryptography, webCryptography]) {
      const verify = (message: Uint8Array, by: Uint8Array) =>
        cryptography.verify(algorithm, key.publicKey, message, by);
      expect(await verify(text, signature)).toBe(true);
      expect(await verify(new TextEncoder().encode('forged'), signature)).toBe(false);
      expect(await verify(text, signature.slice(1))).toBe(false);
      expect(await verify(text, new Uint8Array())).toBe(false);
    }
  });

  it('a key is not used for an algorithm of another kind', async () => {
    const { publicKey } = generateSigningKey('P-256');

    expect(() => nodeCryptography.verify('EdDSA', publicKey, new Uint8Array(), new Uint8Array())).toThrow(
      invalid('key.wrong-type'),
    );
    await expect(webCryptography.verify('ES384', publicKey, new Uint8Array(), new Uint8Array())).rejects.toThrow(
      invalid('key.wrong-type'),
    );
  });

  it('coordinates off the curve verify nothing', async () => {
    const x = encodeBase64url(new Uint8Array(32).fill(1));
    const key = publicKeyFromJwk({ kty: 'EC', crv: 'P-256', x, y: x });

    expect(await nodeCryptography.verify('ES256', key, new Uint8Array(3), new Uint8Array(64))).toBe(false);
    expect(await webCryptography.verify('ES256', key, new Uint8Array(3), new Uint8Array(64))).toBe(false);
  });

  it('a compressed point off the curve is no key', () => {
    const off = Uint8Array.from([0x80, 0x24, 2, ...new Uint8Array(31), 4]);
    const outside = Uint8Array.from([0x80, 0x24, 2, ...new Uint8Array(32).fill(255)]);

    expect([off, outside].map((point) => attempt(() => decodeMultikey(`z${encodeBase58(point)}`)))).toEqual([
      'key.invalid',
      'key.invalid',
    ]);
  });

  it.each([null, 'text', {}, { kty: 'oct', k: 'AA' }, { kty: 'OKP', crv: 'X25519', x: 'AA' }])(
    '%j is no public key',
    (jwk) => {
      expect(['key.invalid', 'key.unsupported']).toContain(attempt(() => publicKeyFromJwk(jwk)));
    },
  );

  it('a private member of a JWK is left behind', () => {
    const { jwk } = generateSigningKey('Ed25519').publicKey;

    expect(publicKeyFromJwk({ ...jwk, d: 'secret', alg: 'EdDSA' }).jwk).toEqual(jwk);
  });

  it('bytes that are no key are refused', () => {
    expect(attempt(() => importSigningKey(new Uint8Array(20)))).toBe('key.invalid');
  });
});

function attempt(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return (error as { code?: string }).code;
  }
}
