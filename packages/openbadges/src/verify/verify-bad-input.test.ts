import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../model/json.ts';
import { generateSigningKey } from '../node.ts';
import { signVcJwt } from '../proof/sign-vc-jwt.ts';
import { badgeBy, keyIssuer } from '../testing/issuers.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import { verify } from './verify.ts';

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOUMyqsBwACeQFChxlltgAAAABJRU5ErkJggg==',
  'base64',
);

describe('bad input', () => {
  it.each([
    ['nothing', '', 'import.empty'],
    ['words', 'hello', 'import.not-understood'],
    ['broken JSON', '{"a":', 'import.broken-json'],
    ['10,000 levels', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 'import.too-deep'],
    ['other JSON', '{"hello":"world"}', 'shape.not-a-badge'],
    ['a list of numbers', '[1,2,3]', 'shape.not-a-badge'],
    ['a picture without a badge', onePixel, 'import.picture-without-badge'],
    ['a photograph', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]), 'import.other-picture'],
    ['a token that is none', 'eyJhbGciOiJub25lIn0.eyJhIjoxfQ.AAAA', 'shape.not-a-badge'],
    [
      'a token 10,000 levels deep',
      `eyJhbGciOiJub25lIn0.${Buffer.from('['.repeat(10_000)).toString('base64url')}.AAAA`,
      'import.too-deep',
    ],
    ['an address where nothing is', 'https://nowhere.example/1', 'shape.unreachable-not-found'],
  ])('that is %s gets a sentence and no verdict against it', async (_, input, code) => {
    const report = await verify(input, environment());

    expect(report.verdict).toBe('could-not-check');
    expect(codeOf(report, 'shape')).toBe(`unknown ${code}`);
    expect(report.checks).toHaveLength(8);
    expect(report.badge).toBeUndefined();
  });

  it.each([
    [{ '@context': ['https://www.w3.org/ns/credentials/v2'], type: [], issuer: 4, credentialSubject: 4, proof: 4 }],
    [{ '@context': 'https://www.w3.org/2018/credentials/v1', type: 'VerifiableCredential', proof: [null, 1, {}, []] }],
    [{ '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion', recipient: 4, badge: [], issuedOn: {} }],
    [
      {
        '@context': 'https://w3id.org/openbadges/v2',
        type: 'Assertion',
        id: 'https://a.example',
        badge: { issuer: [[]] },
      },
    ],
    [{ recipient: 'x', badge: { issuer: 4 } }],
    [{ type: ['VerifiablePresentation'], verifiableCredential: [null, 1, 'x', [], {}] }],
    [{ type: 'EnvelopedVerifiableCredential', id: 5 }],
    [new Map()],
    [[]],
  ])('%j never throws', async (input) => {
    const report = await verify(input, environment());

    expect(report.verdict).not.toBe('valid');
  });

  it('in a circle never throws', async () => {
    const circle: JsonObject = {};
    circle.self = circle;

    expect((await verify(circle, environment())).verdict).toBe('could-not-check');
  });

  it.each(['none', 'HS256'])('as a token with the algorithm %s is refused', async (alg) => {
    const [, body] = (await signVcJwt(badgeBy(keyIssuer()), { key: generateSigningKey('P-256') })).split('.');
    const head = Buffer.from(JSON.stringify({ alg })).toString('base64url');

    const report = await verify(`${head}.${body}.AAAA`, environment());

    expect([report.verdict, codeOf(report, 'proof')]).toEqual(['invalid', 'failed proof.algorithm-refused']);
  });
});
