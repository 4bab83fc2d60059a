import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateSigningKey } from '../../node.ts';
import { sampleCredential } from '../../testing/sample-credential.ts';
import { decodeCoseHeader, encodeCoseHeader } from './cose-header.ts';
import { readCose } from './read-cose.ts';
import { signCose } from './sign-cose.ts';

const header = { contentType: 'application/vc', kid: 'https://a.example/#k', typ: 'application/vc+cose' };
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('a COSE header', () => {
  it.each(['ES256', 'ES384', 'ES512', 'EdDSA'] as const)('with %s is read as it was written', (algorithm) => {
    const encoded = encodeCoseHeader({ algorithm, ...header }) as Uint8Array;

    expect(decodeCoseHeader(encoded)).toEqual({ algorithm, ...header });
  });

  it('may be an algorithm alone', () => {
    expect(decodeCoseHeader(bytes('a10126'))).toEqual({ algorithm: 'ES256' });
  });

  it.each([
    ['nothing', ''],
    ['an empty map', 'a0'],
    ['no algorithm', 'a1036161'],
    ['an algorithm that is not known', 'a10125'],
    ['an algorithm that is a text', 'a1016161'],
    ['the same member twice', 'a201260126'],
    ['critical members', 'a2012602810a'],
    ['a member that is not known', 'a20126056161'],
    ['a text that ends too early', 'a20126036461'],
    ['a text that is no text', 'a201260361ff'],
    ['something behind it', 'a1012600'],
    ['a number that is too long', 'a1011b0000000000000006'],
  ])('is not %s', (_, hex) => {
    expect(decodeCoseHeader(bytes(hex))).toBeUndefined();
  });

  it('RSA has none', () => {
    expect(encodeCoseHeader({ algorithm: 'RS256', ...header })).toBeUndefined();
  });
});

it('whatever bytes it is, COSE is read or refused, without an error', async () => {
  const good = await signCose(sampleCredential(), { key: generateSigningKey('Ed25519'), kid: 'k' });
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }), fc.nat(4), (at, byte, cut) => {
      const changed = good.slice(0, good.length - cut);
      changed[at] = byte;

      const read = readCose(changed);

      expect(read === undefined || typeof read.document === 'object').toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it('a key that COSE does not sign with is refused', async () => {
  const key = generateSigningKey('RSA');

  await expect(signCose(sampleCredential(), { key, kid: 'k' })).rejects.toMatchObject({ code: 'key.wrong-type' });
});
