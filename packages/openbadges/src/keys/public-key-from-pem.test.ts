import { createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadgeError } from '../model/badge-error.ts';
import { publicKeyFromJwk } from './public-key.ts';
import { publicKeyFromPem } from './public-key-from-pem.ts';

const pemOf = (key: KeyObject, type: 'spki' | 'pkcs1' = 'spki') => key.export({ type, format: 'pem' }) as string;
const derOf = (key: KeyObject) => key.export({ type: 'spki', format: 'der' });
const asPem = (der: Uint8Array, label = 'PUBLIC KEY') =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`;

const keys = {
  'RSA with 2048 bits': generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey,
  Ed25519: generateKeyPairSync('ed25519').publicKey,
  'P-256': generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey,
  'P-384': generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey,
  'P-521': generateKeyPairSync('ec', { namedCurve: 'P-521' }).publicKey,
  secp256k1: generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey,
};
const rsa = keys['RSA with 2048 bits'];

describe('a public key in PEM', () => {
  it.each(Object.entries(keys))('is read as the same key that node:crypto sees: %s', (_, key) => {
    const read = publicKeyFromPem(pemOf(key));

    expect(read).toEqual(publicKeyFromJwk(key.export({ format: 'jwk' })));
  });

  it('may be in the older form that only RSA has', () => {
    expect(publicKeyFromPem(pemOf(rsa, 'pkcs1'))).toEqual(publicKeyFromPem(pemOf(rsa)));
  });

  it('may have the 1024 bits of an older badge, and not fewer', () => {
    const small = (modulusLength: number) => pemOf(generateKeyPairSync('rsa', { modulusLength }).publicKey);

    expect(publicKeyFromPem(small(1024)).type).toBe('RSA');
    expect(() => publicKeyFromPem(small(768))).toThrow(/key.invalid/);
  });

  it('may stand in other text, with other line ends, or on one line', () => {
    const expected = publicKeyFromPem(pemOf(rsa));
    const texts = [
      `  \n${pemOf(rsa)}  `,
      pemOf(rsa).replaceAll('\n', '\r\n'),
      `Our key:\n${pemOf(rsa)}Thank you.`,
      asPem(derOf(rsa)),
      pemOf(rsa).replaceAll('\n', ' '),
    ];

    expect(texts.map(publicKeyFromPem)).toEqual(texts.map(() => expected));
  });

  it('may give a point by one coordinate', () => {
    const { x = '', y = '' } = keys['P-256'].export({ format: 'jwk' });
    const parity = 2 + ((Buffer.from(y, 'base64url').at(-1) as number) & 1);
    const der = Buffer.from(`3039301306072a8648ce3d020106082a8648ce3d0301070322000${parity}`, 'hex');

    const read = publicKeyFromPem(asPem(Buffer.concat([der, Buffer.from(x, 'base64url')])));

    expect(read.jwk).toMatchObject({ x, y });
  });

  it.each([
    ['nothing', ''],
    ['a private key', generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string],
    ['a certificate', asPem(derOf(rsa), 'CERTIFICATE')],
    ['no end', pemOf(rsa).split('-----END')[0] as string],
    ['no key', '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----'],
    ['characters of no alphabet', pemOf(rsa).replace('\nM', '\n*')],
    ['a byte too many', asPem(Buffer.concat([derOf(rsa), Buffer.of(0)]))],
    ['a byte too few', asPem(derOf(rsa).subarray(0, -1))],
    ['a length without end', asPem(Buffer.from('3080300506032b65700000', 'hex'))],
    [
      'a length that is longer written than needed',
      asPem(Buffer.from(`30812a300506032b6570032100${'11'.repeat(32)}`, 'hex')),
    ],
    [
      'an even exponent of ten bytes',
      asPem(Buffer.from(`308190028180${'71'.repeat(128)}020a${'11'.repeat(10)}`, 'hex'), 'RSA PUBLIC KEY'),
    ],
    ['a negative modulus', asPem(Buffer.from(`308186028180${'f1'.repeat(128)}020103`, 'hex'), 'RSA PUBLIC KEY')],
    ['megabytes', `-----BEGIN PUBLIC KEY-----\n${'A'.repeat(5_000_000)}\n-----END PUBLIC KEY-----`],
  ])('is refused when it is %s', (_, pem) => {
    expect(() => publicKeyFromPem(pem)).toThrow(expect.objectContaining({ name: 'BadgeError', code: 'key.invalid' }));
  });

  it.each([
    ['for agreement', generateKeyPairSync('x25519').publicKey],
    ['DSA', generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }).publicKey],
    ['brainpoolP256r1', generateKeyPairSync('ec', { namedCurve: 'brainpoolP256r1' }).publicKey],
    ['RSA for PSS only', generateKeyPairSync('rsa-pss', { modulusLength: 1024 }).publicKey],
  ])('of a kind we do not verify with is called so: %s', (_, key) => {
    expect(() => publicKeyFromPem(pemOf(key))).toThrow(expect.objectContaining({ code: 'key.unsupported' }));
  });

  it('is a key that node:crypto also takes, or a named error, whatever bytes are changed in it', () => {
    const change = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });

    fc.assert(
      fc.property(fc.constantFrom(...Object.values(keys)), change, fc.nat(3), (key, changes, cut) => {
        const der = Uint8Array.from(derOf(key)).slice(cut);
        for (const [at, value] of changes) der[at % der.length] = value;
        const outcome = attempt(asPem(der));
        if (outcome instanceof BadgeError) expect(outcome.code).toMatch(/^key\./);
        else expect(isNodeKey({ ...outcome.jwk }) || outcome.type !== 'RSA').toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

function attempt(pem: string) {
  try {
    return publicKeyFromPem(pem);
  } catch (error) {
    if (error instanceof BadgeError) return error;
    throw error;
  }
}

function isNodeKey(jwk: JsonWebKey): boolean {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' }).type === 'public';
  } catch {
    return false;
  }
}
