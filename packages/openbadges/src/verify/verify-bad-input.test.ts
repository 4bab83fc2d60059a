import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../model/json.ts';
import { generateSigningKey } from '../node.ts';
import { signVcJwt } from '../proof/sign-vc-jwt.ts';
import { badgeBy, keyIssuer, signedBy, webIssuer } from '../testing/issuers.ts';
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

  it.each([
    ['an algorithm', { alg: { toString: 1 } }, { '@context': 'https://www.w3.org/ns/credentials/v2' }],
    [
      'a kind of verification',
      { alg: 'RS256' },
      {
        '@context': 'https://w3id.org/openbadges/v2',
        type: 'Assertion',
        badge: 'https://a.example/b',
        verification: { type: { toString: 1 } },
      },
    ],
  ])('with %s that cannot be written as text never throws', async (_, header, payload) => {
    const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');

    const report = await verify(`${part(header)}.${part(payload)}.AAAA`, environment());

    expect(report.verdict).not.toBe('valid');
    expect(report.checks).toHaveLength(8);
  });

  it('in a circle never throws', async () => {
    const circle: JsonObject = {};
    circle.self = circle;

    expect((await verify(circle, environment())).verdict).toBe('could-not-check');
  });

  it.each<[string, () => object]>([
    [
      'a getter that throws',
      () => ({
        get '@context'() {
          throw new Error('no');
        },
      }),
    ],
    [
      'a getter that throws no error',
      () => ({
        get id() {
          throw 'a text';
        },
      }),
    ],
    [
      'a toJSON that throws',
      () => ({
        toJSON() {
          throw new Error('no');
        },
      }),
    ],
    ['a toJSON that says nothing', () => ({ toJSON: () => undefined })],
    [
      'a proxy that refuses everything',
      () =>
        new Proxy(
          {},
          {
            ownKeys() {
              throw new Error('no');
            },
            get() {
              throw new Error('no');
            },
          },
        ),
    ],
    ['a revoked proxy', () => revoked()],
    ['a BigInt', () => ({ '@context': 'https://www.w3.org/ns/credentials/v2', type: 'VerifiableCredential', id: 1n })],
    ['a function', () => () => 1],
    ['a symbol in it', () => ({ type: Symbol('VerifiableCredential') })],
    ['100,000 levels', () => deep(100_000)],
    ['a prototype of its own', () => Object.create({ '@context': 'https://www.w3.org/ns/credentials/v2' })],
    ['an array with a hole', () => new Array(3)],
    ['a date', () => new Date(Number.NaN)],
    ['a typed array of floats', () => new Float64Array(8)],
  ])('that is %s never throws', async (_, make) => {
    const report = await verify(make(), environment());

    expect(report.verdict).toBe('could-not-check');
    expect(report.checks).toHaveLength(8);
  });

  it('with members called like those of every object is read as it is written', async () => {
    const issuer = keyIssuer();
    const signed = JSON.stringify(await signedBy(issuer, badgeBy(issuer)));
    const members = [
      '"__proto__":{"verdict":"valid"}',
      '"constructor":{"prototype":{}}',
      '"toString":1',
      '"hasOwnProperty":1',
    ];

    for (const member of members) {
      const report = await verify(signed.replace('{', `{${member},`), environment());
      expect(report.verdict).toBe(member.includes('__proto__') ? 'could-not-check' : 'invalid');
    }
    expect(Object.hasOwn(Object.prototype, 'verdict')).toBe(false);
  });

  it('of megabytes in one member is read or refused, and never hangs', async () => {
    const issuer = keyIssuer();
    const signed = await signedBy(issuer, badgeBy(issuer));
    const long = 'x'.repeat(10_000_000);
    const inputs = [
      { ...signed, name: long },
      { ...signed, '@context': [...(signed['@context'] as string[]), `https://a.example/${long}`] },
      { ...signed, proof: [{ ...signed.proof[0], proofValue: `z${long}` }] },
      { ...signed, proof: [{ ...signed.proof[0], verificationMethod: `did:key:z${long}` }] },
      `eyJhbGciOiJFZERTQSJ9.${long}.${long}`,
      `https://a.example/${long}`,
      long,
      Buffer.from(long),
    ];

    for (const input of inputs) expect((await verify(input, environment())).verdict).not.toBe('valid');
  });

  it('of thousands of members is read or refused, and never hangs', async () => {
    const issuer = keyIssuer();
    const signed = await signedBy(issuer, badgeBy(issuer));
    const many = <T>(item: T) => Array.from({ length: 20_000 }, () => item);
    const inputs = [
      { ...signed, proof: many(signed.proof[0]) },
      { ...signed, endorsement: many(signed) },
      { ...signed, evidence: many({ type: ['Evidence'] }) },
      { ...signed, credentialStatus: many({ type: 'BitstringStatusListEntry' }) },
      { ...signed, '@context': many('https://www.w3.org/ns/credentials/v2') },
      Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`m${at}`, at])),
    ];

    for (const input of inputs) expect((await verify(input, environment())).verdict).not.toBe('valid');
  });

  it('many times at once comes to the same', async () => {
    const issuer = keyIssuer();
    const [good, bad] = [await signedBy(issuer, badgeBy(issuer)), { proof: 4, type: ['VerifiableCredential'] }];
    const world = environment();

    const reports = await Promise.all(Array.from({ length: 50 }, (_, at) => verify(at % 2 ? bad : good, world)));

    expect(new Set(reports.filter((_, at) => at % 2).map(({ verdict }) => verdict)).has('valid')).toBe(false);
    expect(reports.filter((_, at) => at % 2 === 0).every(({ verdict }) => verdict === 'valid')).toBe(true);
  });

  it('changed while it is checked is checked as it was', async () => {
    const issuer = webIssuer();
    const document = await signedBy(issuer, badgeBy(issuer));

    const checking = verify(document, environment(issuer.pages));
    Object.assign(document, { name: 'Changed', issuer: 'did:web:other.example' });
    const report = await checking;

    expect(report).toMatchObject({ verdict: 'valid', badge: { issuer: { id: issuer.id } } });
  });

  it.each(['none', 'HS256'])('as a token with the algorithm %s is refused', async (alg) => {
    const [, body] = (await signVcJwt(badgeBy(keyIssuer()), { key: generateSigningKey('P-256') })).split('.');
    const head = Buffer.from(JSON.stringify({ alg })).toString('base64url');

    const report = await verify(`${head}.${body}.AAAA`, environment());

    expect([report.verdict, codeOf(report, 'proof')]).toEqual(['invalid', 'failed proof.algorithm-refused']);
  });
});

function deep(levels: number): object {
  let inner: object = {};
  for (let level = 0; level < levels; level += 1) inner = { inner };
  return inner;
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
