import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.ts';
import { issueCredential } from '../../src/proof/issue-credential.ts';
import { signJose } from '../../src/proof/sign-jose.ts';
import { signJws } from '../../src/proof/sign-jws.ts';
import { keyIssuer } from '../../src/testing/issuers.ts';
import { leastCredential, problemTypes, ServedBadges, serveTime } from '../testing/running-server.ts';
import { serveTools } from './serve-tools.ts';
import type { VcIssuer } from './vc-issuer.ts';

const v2 = 'https://www.w3.org/ns/credentials/v2';
const examples = 'https://www.w3.org/ns/credentials/examples/v2';
const text = { '@value': 'HTML', '@language': 'en', '@direction': 'ltr' };
const resource = (members: JsonObject, id: unknown = v2) => ({
  relatedResource: [{ ...(id === null ? {} : { id }), ...members }],
});
const hash = (hex: string) => Buffer.from(hex, 'hex');
const final = hash('59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734');
const before = hash('24a18c90e9856d526111f29376e302d970b2bd10182e33959995b0207d7043b9');

/** What is issued and verified, by the classes of the suite. */
const good: [string, JsonObject][] = [
  ['the least', {}],
  ['contexts by address and in place', { '@context': [v2, examples, { shoe: 'https://a.example/#shoe' }] }],
  [
    'the context of terms nobody defined',
    { '@context': [v2, 'https://www.w3.org/ns/credentials/undefined-terms/v2'], shoeSize: '42' },
  ],
  ['an id that is no web address', { id: 'did:example:credential' }],
  ['no id', { id: undefined }],
  [
    'a type that a context defines',
    { '@context': [v2, examples], type: ['VerifiableCredential', 'ExampleAlumniCredential'] },
  ],
  ['a type that is an address', { type: ['VerifiableCredential', 'https://a.example/#Type'] }],
  ['a name and a description', { name: 'A', description: 'B' }],
  ['a name in a language', { name: text, description: [text, { '@value': 'B', '@language': 'fr' }] }],
  ['an issuer as object', { issuer: { id: 'https://issuer.example/1', name: 'A school', description: text } }],
  [
    'several subjects',
    {
      credentialSubject: [
        { id: 'did:example:a', name: 'A' },
        { id: 'did:example:b', name: 'B' },
      ],
    },
  ],
  ['a subject that is only named', { credentialSubject: { id: 'did:example:subject' } }],
  ['a subject without id', { credentialSubject: { name: 'A' } }],
  ['dates with zone', { validFrom: '2010-01-01T19:23:24.5-05:00', validUntil: '2030-01-01T24:00:00Z' }],
  ['the same beginning and end', { validFrom: '2040-01-01T00:00:00Z', validUntil: '2040-01-01T00:00:00Z' }],
  ['a beginning in the future', { validFrom: '2090-01-01T00:00:00Z' }],
  ['a status without id', { '@context': [v2, examples], credentialStatus: { type: 'ExampleStatus' } }],
  [
    'two statuses',
    {
      '@context': [v2, examples],
      credentialStatus: [{ type: 'ExampleStatus', id: 'urn:a' }, { type: 'ExampleStatus' }],
    },
  ],
  [
    'two schemas',
    {
      credentialSchema: [
        { id: 'https://a.example/1', type: 'JsonSchema' },
        { id: 'https://a.example/2', type: 'JsonSchema' },
      ],
    },
  ],
  [
    'refresh services',
    { '@context': [v2, examples], refreshService: [{ id: 'https://a.example/r', type: 'ExampleRefresh' }] },
  ],
  [
    'terms of use',
    {
      '@context': [v2, examples],
      termsOfUse: [{ id: 'https://a.example/t', type: 'ExamplePolicy' }, { type: 'ExamplePolicy' }],
    },
  ],
  [
    'evidence',
    {
      '@context': [v2, examples],
      evidence: [{ type: ['ExampleEvidence'] }, { id: 'https://a.example/e', type: 'ExampleEvidence' }],
    },
  ],
  [
    'a resource by its digest',
    resource({ digestSRI: `sha256-${final.toString('base64')}`, mediaType: 'application/ld+json' }),
  ],
  ['a resource by its older digest', resource({ digestSRI: `sha256-${before.toString('base64')}` })],
  [
    'a resource by SHA-384',
    resource({ digestSRI: 'sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU' }),
  ],
  [
    'a resource by multihash',
    resource({ digestMultibase: `u${Buffer.from([0x12, 0x20, ...final]).toString('base64url')}` }),
  ],
  ['a resource by its bare hash', resource({ digestMultibase: `u${final.toString('base64url')}` })],
];

/** What is refused at issuing and at verifying. */
const bad: [string, JsonObject, string?][] = [
  ['no context', { '@context': undefined }],
  ['null as context', { '@context': null }],
  ['an empty list of contexts', { '@context': [] }],
  ['a context that is no list', { '@context': v2 }],
  ['another context first', { '@context': [examples, v2] }],
  ['a number as context', { '@context': [v2, 4] }],
  ['null among the contexts', { '@context': [v2, null] }],
  ['a context that is no address', { '@context': [v2, 'not a url'] }],
  [
    'a context that nobody knows',
    { '@context': [v2, 'https://nowhere.example/context'] },
    'PROOF_TRANSFORMATION_ERROR',
  ],
  ['VerifiableCredential redefined', { '@context': [v2, { VerifiableCredential: 'https://a.example/#VC' }] }],
  [
    'a protected term redefined',
    { '@context': [v2, { credentialSubject: 'https://a.example/#cs' }] },
    'PROOF_TRANSFORMATION_ERROR',
  ],
  [
    'a protected term of its own redefined',
    {
      '@context': [v2, { '@protected': true, Own: 'https://a.example/#Own' }, { Own: 'https://a.example/#Other' }],
      type: ['VerifiableCredential', 'Own'],
    },
    'PROOF_TRANSFORMATION_ERROR',
  ],
  ['two ids', { id: ['urn:a', 'urn:b'] }],
  ['null as id', { id: null }],
  ['an id that is no URL', { id: 'not-a-url' }],
  ['no type', { type: undefined }],
  ['a type without VerifiableCredential', { '@context': [v2, examples], type: ['ExampleAlumniCredential'] }],
  ['a type that nothing defines', { type: ['VerifiableCredential', 'UnmappedType'] }],
  [
    'a type mapped to no URL',
    { '@context': [v2, { NonUrlType: 'not a url' }], type: ['VerifiableCredential', 'NonUrlType'] },
  ],
  ['numbers as types', { type: [4, null, true] }],
  ['a number as name', { name: 4 }],
  ['a name with another member', { name: { '@value': 'A', '@language': 'en', other: 'x' } }],
  ['a name in a language without a value', { description: [{ '@language': 'en' }] }],
  ['null as issuer', { issuer: null }],
  ['an issuer that is no URL', { issuer: 'not-a-url' }],
  ['an issuer without id', { issuer: { name: 'A' } }],
  ['an issuer whose id is no URL', { issuer: { id: 'not-a-url' } }],
  ['an issuer whose id is null', { issuer: { id: null } }],
  ['no issuer but a number', { issuer: 4 }],
  ['an issuer of a number as name', { issuer: { id: 'https://issuer.example/1', name: 4 } }],
  ...[undefined, null, true, 4, [], 'did:example:a', {}, [{}], [{ name: 'A' }, {}], [null]].map(
    (credentialSubject): [string, JsonObject] => [
      `credentialSubject ${JSON.stringify(credentialSubject)}`,
      { credentialSubject },
    ],
  ),
  ['a subject of two ids', { credentialSubject: { id: ['did:example:a', 'did:example:b'], name: 'A' } }],
  ['a beginning without zone', { validFrom: '2023-01-01T00:00:00' }],
  ['a beginning that is no date', { validFrom: 'yesterday' }],
  ['a date of a month that is none', { validUntil: '2023-13-01T00:00:00Z' }],
  ['a date with an hour that is none', { validUntil: '2023-12-01T25:00:00Z' }],
  [
    'an end before the beginning',
    { validFrom: '2025-01-01T00:00:00Z', validUntil: '2024-01-01T00:00:00Z' },
    'RANGE_ERROR',
  ],
  ['a status without type', { credentialStatus: { id: 'https://a.example/s' } }],
  [
    'a status whose id is no URL',
    { '@context': [v2, examples], credentialStatus: { type: 'ExampleStatus', id: 'not-a-url' } },
  ],
  [
    'a status of two ids',
    { '@context': [v2, examples], credentialStatus: { type: 'ExampleStatus', id: ['urn:a', 'urn:b'] } },
  ],
  ['a schema without type', { credentialSchema: { id: 'https://a.example/1' } }],
  ['a schema without id', { credentialSchema: { type: 'JsonSchema' } }],
  ['a schema whose id is no URL', { credentialSchema: { type: 'JsonSchema', id: 'not-a-url' } }],
  ['a refresh service without type', { refreshService: { id: 'https://a.example/r' } }],
  ['terms of use without type', { termsOfUse: [{ id: 'https://a.example/t' }] }],
  ['evidence without type', { evidence: [{ id: 'https://a.example/e' }] }],
  ['related resources as texts', { relatedResource: [v2] }],
  ['a related resource without id', resource({ digestSRI: `sha256-${final.toString('base64')}` }, null)],
  ['a related resource without digest', resource({})],
  [
    'a related resource named twice',
    { relatedResource: [1, 2].map(() => ({ id: v2, digestSRI: `sha256-${final.toString('base64')}` })) },
    'RANGE_ERROR',
  ],
  [
    'a wrong digest',
    resource({ digestSRI: `sha256-${Buffer.alloc(32).toString('base64')}` }),
    'CRYPTOGRAPHIC_SECURITY_ERROR',
  ],
  [
    'a wrong digest by SHA-384',
    resource({ digestSRI: `sha384-${Buffer.alloc(48).toString('base64')}` }),
    'CRYPTOGRAPHIC_SECURITY_ERROR',
  ],
  [
    'a wrong multihash',
    resource({ digestMultibase: `u${Buffer.from([0x12, 0x20, ...Buffer.alloc(32)]).toString('base64url')}` }),
    'CRYPTOGRAPHIC_SECURITY_ERROR',
  ],
  [
    'a wrong bare hash',
    resource({ digestMultibase: `u${Buffer.alloc(32).toString('base64url')}` }),
    'CRYPTOGRAPHIC_SECURITY_ERROR',
  ],
  ['a term that nothing defines', { shoeSize: '42' }, 'DATA_LOSS_DETECTION_ERROR'],
];

describe('the data model', () => {
  const served = new ServedBadges();
  beforeAll(async () => void (await served.start({ isTestMode: true })));
  afterAll(served.stop);
  const change = (members: JsonObject) => JSON.parse(JSON.stringify({ ...leastCredential, ...members })) as JsonObject;

  it.each(good)('%s is issued and verified', async (_, members) => {
    const credential = await served.issued('eddsa-rdfc-2022', change(members));

    const { status, body } = await served.verify(credential, { checks: ['proof'] });

    expect(body.problemDetails).toEqual([]);
    expect(status).toBe(200);
  });

  it.each(bad)('%s is refused at issuing and at verifying', async (_, members, type = 'MALFORMED_VALUE_ERROR') => {
    const credential = change(members);

    const issued = await served.post('/credentials/issue', { credential });
    const verified = await served.verify(credential, { checks: ['proof'] });

    expect([issued.status, verified.status]).toEqual([400, 400]);
    expect(problemTypes(issued)).toContain(type);
    expect(verified.body).toMatchObject({ verified: false, errors: expect.anything() });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 4],
    ['a list', []],
    ['a document of another kind', { type: ['NonconformingDocument'] }],
    ['an empty object', {}],
    ['a text', 'text'],
  ])('%s is neither a credential nor a presentation', async (_, document) => {
    const credential = await served.verify(document);
    const presentation = await served.post('/presentations/verify', { verifiablePresentation: document });

    for (const { status, body } of [credential, presentation]) {
      expect(status).toBe(400);
      expect(body).toMatchObject({
        verified: false,
        problemDetails: expect.arrayContaining([expect.objectContaining({ type: expect.stringContaining('#') })]),
      });
    }
  });

  it('an issuer is filled in, replaced, and keeps what else is said of it', async () => {
    const { did } = served.world.issuers[0] as { did: string };
    const issuerOf = async (members: JsonObject) => (await served.issued('eddsa-rdfc-2022', change(members))).issuer;

    expect(await issuerOf({})).toBe(did);
    expect(await issuerOf({ issuer: 'https://other.example/' })).toBe(did);
    expect(await issuerOf({ issuer: { id: 'did:example:other', name: 'A' } })).toEqual({ id: did, name: 'A' });
  });

  it('an expired credential is refused, unless only the proof is asked for', async () => {
    const credential = await served.issued('eddsa-rdfc-2022', change({ validUntil: '2020-01-01T00:00:00Z' }));

    const whole = await served.verify(credential);
    const proof = await served.verify(credential, { checks: ['proof'] });

    expect([whole.status, problemTypes(whole)]).toEqual([400, ['RANGE_ERROR']]);
    expect(proof.status).toBe(200);
  });
});

describe('presentations', () => {
  const served = new ServedBadges();
  beforeAll(async () => void (await served.start({ isTestMode: true })));
  afterAll(served.stop);

  const presentation: JsonObject = { '@context': [v2], type: ['VerifiablePresentation'] };
  const proved = async (members: JsonObject, options: JsonObject = {}, issuer = 'eddsa-rdfc-2022') => {
    const { body } = await served.post(`/issuers/${issuer}/presentations`, {
      presentation: { ...presentation, ...members },
      options,
    });
    return body.verifiablePresentation as JsonObject;
  };
  const verify = (verifiablePresentation: unknown, options: JsonObject = { checks: [] }, prefix = '') =>
    served.post(`${prefix}/presentations/verify`, { verifiablePresentation, options });
  const didOf = (name: string) => served.world.issuers.find((issuer) => issuer.name === name)?.did as string;

  it.each([
    'eddsa-rdfc-2022',
    'eddsa-jcs-2022',
    'ecdsa-rdfc-2019-p384',
    'proof-set',
    'jose-eddsa',
    'jose-es256',
    'ecdsa-sd-2023',
  ])('by %s answer the challenge, with credentials of every kind in them', async (issuer) => {
    const verifiableCredential = await Promise.all(
      ['eddsa-rdfc-2022', 'ecdsa-jcs-2019-p384', 'proof-chain', 'jose-es256'].map((each) =>
        served.issued(each, leastCredential),
      ),
    );
    const options = { challenge: 'c1', domain: 'school.example' };

    const signed = await proved({ verifiableCredential }, options, issuer);

    expect((await verify(signed, options)).body).toMatchObject({ verified: true, problemDetails: [] });
    expect((await verify(signed)).status).toBe(200);
    expect(new Set(problemTypes(await verify(signed, { challenge: 'c2' })))).toEqual(
      new Set(['INVALID_CHALLENGE_ERROR']),
    );
    expect(problemTypes(await verify(signed, { domain: 'other.example' }))).toContain('INVALID_DOMAIN_ERROR');
  });

  it('may be unsigned, and are then as good as their credentials', async () => {
    const credential = await served.issued('eddsa-rdfc-2022', leastCredential);
    const tampered = { ...credential, name: 'Another' };

    const good = await verify({ ...presentation, verifiableCredential: [credential] });
    const bad = await verify({ ...presentation, verifiableCredential: [credential, tampered] });

    expect(good.status).toBe(200);
    expect(bad.status).toBe(400);
    expect(bad.body.problemDetails).toMatchObject([{ pointer: '/verifiableCredential/1/proof' }]);
  });

  it('that are unsigned answer no challenge', async () => {
    const reply = await verify(presentation, { challenge: 'c1' });

    expect([reply.status, problemTypes(reply)]).toEqual([400, ['PROOF_VERIFICATION_ERROR']]);
  });

  it('answer a challenge of this server once', async () => {
    const { challenge } = (await served.send('POST', '/challenges')).body as { challenge: string };
    const signed = await proved({}, { challenge });

    expect((await verify(signed, { challenge })).status).toBe(200);
    expect(problemTypes(await verify(signed, { challenge }))).toEqual(['INVALID_CHALLENGE_ERROR']);
  });

  it('carry what the holder says of itself, when it is the holder who signed', async () => {
    const { proof: _, ...own } = await served.issued('eddsa-rdfc-2022', leastCredential);
    const other = { ...own, issuer: 'did:example:acme' };

    expect((await verify(await proved({ verifiableCredential: [own] }))).status).toBe(200);
    expect((await verify(await proved({ verifiableCredential: [other] }))).status).toBe(400);
    expect(
      (await verify({ ...presentation, holder: didOf('eddsa-rdfc-2022'), verifiableCredential: [own] })).status,
    ).toBe(400);
  });

  it.each<[string, JsonObject]>([
    ['no holder', {}],
    ['another holder', { holder: 'did:example:acme' }],
  ])('with a self-asserted credential and %s are refused', async (_, members) => {
    const holder = keyIssuer();
    const own = { ...leastCredential, issuer: holder.id };
    const document = { ...presentation, ...members, verifiableCredential: [own] };
    const signed = await signedAs(holder, document);

    expect((await verify(signed)).status).toBe(400);
    expect((await verify(signed, {}, '/proof-only')).status).toBe(400);
  });

  it('by somebody who is not the holder are refused', async () => {
    const signed = await signedAs(keyIssuer(), { ...presentation, holder: didOf('eddsa-rdfc-2022') });

    const reply = await verify(signed);

    expect([reply.status, (reply.body.problemDetails as JsonObject[])[0]?.pointer]).toEqual([400, '/holder']);
  });

  it.each<[string, JsonObject]>([
    ['no context', { '@context': undefined }],
    ['another context first', { '@context': [examples, v2] }],
    ['no type', { type: undefined }],
    ['another type', { type: ['VerifiableCredential'] }],
    ['an id that is no URL', { id: 'not-a-url' }],
    ['two ids', { id: ['urn:a', 'urn:b'] }],
    ['a holder without id', { holder: { name: 'A' } }],
    ['a holder that is no URL', { holder: 'not-a-url' }],
    ['a text as credential', { verifiableCredential: ['https://a.example/credential'] }],
    ['a number as credential', { verifiableCredential: [4] }],
    ['a token as credential', { verifiableCredential: ['eyJhbGciOiJFUzI1NiJ9.e30.AA'] }],
    ['null as credentials', { verifiableCredential: null }],
    [
      'a credential without subject',
      { verifiableCredential: [{ ...leastCredential, issuer: 'did:example:a', credentialSubject: {} }] },
    ],
    [
      'an enveloped credential that is none',
      { verifiableCredential: [{ '@context': v2, type: 'EnvelopedVerifiableCredential', id: 'data:text/plain,x' }] },
    ],
    [
      'an enveloped credential with a broken token',
      {
        verifiableCredential: [
          { '@context': v2, type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+jwt,a.b.c' },
        ],
      },
    ],
  ])('with %s are refused', async (_, members) => {
    const document = JSON.parse(JSON.stringify({ ...presentation, ...members }));

    expect((await verify(document)).body).toMatchObject({ verified: false });
    expect((await verify(document)).status).toBe(400);
  });

  it('with more credentials than anybody presents are refused', async () => {
    const one = { '@context': v2, type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+jwt,a.b.c' };

    const reply = await verify({ ...presentation, verifiableCredential: Array.from({ length: 101 }, () => one) });

    expect([reply.status, (reply.body.problemDetails as []).length]).toEqual([400, 1]);
  });
});

describe('envelopes', () => {
  const served = new ServedBadges();
  beforeAll(async () => void (await served.start({ isTestMode: true })));
  afterAll(served.stop);

  it.each([
    ['jose-eddsa', 'EdDSA'],
    ['jose-es256', 'ES256'],
    ['jose-es384', 'ES384'],
  ])('%s issues a token as VC-JOSE-COSE has it, which verifies', async (issuer, alg) => {
    const envelope = await served.issued(issuer, leastCredential);

    const [header] = String(envelope.id).split(',')[1]?.split('.') ?? [];

    expect(envelope).toMatchObject({ '@context': v2, type: 'EnvelopedVerifiableCredential' });
    expect(JSON.parse(Buffer.from(header as string, 'base64url').toString())).toMatchObject({
      alg,
      typ: 'vc+jwt',
      cty: 'vc',
    });
    expect((await served.verify(envelope)).body).toMatchObject({
      verified: true,
      credential: { type: ['VerifiableCredential'] },
    });
  });

  it.each<[string, (envelope: JsonObject) => JsonObject]>([
    ['no context', (envelope) => ({ ...envelope, '@context': [] })],
    ['another context', (envelope) => ({ ...envelope, '@context': examples })],
    ['an id without its data: part', (envelope) => ({ ...envelope, id: String(envelope.id).split(',')[1] })],
    ['no type', ({ type: _, ...envelope }) => envelope],
    ['another type', (envelope) => ({ ...envelope, type: 'VerifiableCredential' })],
    ['another signature', (envelope) => ({ ...envelope, id: `${String(envelope.id).slice(0, -6)}AAAAAA` })],
    ['another medium', (envelope) => ({ ...envelope, id: String(envelope.id).replace('vc+jwt', 'vc+cose') })],
    [
      'another payload',
      (envelope) => ({
        ...envelope,
        id: String(envelope.id).replace(/\.[^.]+\./, `.${Buffer.from('{"@context":[]}').toString('base64url')}.`),
      }),
    ],
  ])('with %s are refused', async (_, change) => {
    const reply = await served.verify(change(await served.issued('jose-es256', leastCredential)));

    expect([reply.status, reply.body.verified]).toEqual([400, false]);
  });

  it('of version 1.1 in one another answer their challenge', async () => {
    const [holder, issuer] = ['jose-eddsa', 'jose-es256'].map((name) =>
      served.world.issuers.find((each) => each.name === name),
    ) as [VcIssuer, VcIssuer];
    const inside = {
      '@context': [v2],
      type: ['VerifiableCredential'],
      issuer: issuer.did,
      credentialSubject: { id: 'did:example:alice', name: 'Alice' },
    };
    const credential = await signJws(
      { kid: issuer.verificationMethod },
      { iss: issuer.did, sub: 'did:example:alice', vc: inside },
      issuer.key,
    );
    const verifiableCredential = [
      { '@context': v2, type: 'EnvelopedVerifiableCredential', id: `data:application/jwt,${credential}` },
    ];
    const vp = { '@context': [v2], type: ['VerifiablePresentation'], holder: holder.did, verifiableCredential };
    const claims = { iss: holder.did, aud: 'example.com', nonce: '123456789', vp };
    const token = await signJws({ typ: 'JWT', kid: holder.verificationMethod }, claims, holder.key);
    const envelope = { '@context': v2, type: 'EnvelopedVerifiablePresentation', id: `data:application/jwt,${token}` };
    const verify = (challenge: string, change: JsonObject = {}) =>
      served.post('/presentations/verify', {
        verifiablePresentation: { ...envelope, ...change },
        options: { challenge, checks: [] },
      });

    expect((await verify('123456789')).body).toMatchObject({ verified: true, problemDetails: [] });
    expect((await verify('987654321')).status).toBe(400);
    expect((await verify('123456789', { '@context': [examples] })).status).toBe(400);
    expect((await verify('123456789', { id: token })).status).toBe(400);
    expect((await verify('123456789', { type: ['VerifiablePresentation'] })).status).toBe(400);
  });

  it('may be left away around a token, which is checked alike', async () => {
    const { id } = await served.issued('jose-eddsa', leastCredential);

    expect((await served.verify(String(id).split(',')[1])).body).toMatchObject({ verified: true });
    expect((await served.verify('eyJhbGciOiJub25lIn0.e30.')).body).toMatchObject({ verified: false });
  });

  it('signed with a key that is not the issuer’s prove no issuer', async () => {
    const [issuer, other] = ['jose-eddsa', 'jose-es256'].map((name) =>
      served.world.issuers.find((each) => each.name === name),
    );
    const { key, verificationMethod: kid } = issuer as VcIssuer;
    const token = await signJose({ ...leastCredential, issuer: other?.did }, { key, kid });

    const strict = await served.verify(token, { checks: ['proof'] });
    const proofOnly = await served.verify(token, { checks: ['proof'] }, '/proof-only');

    expect([strict.status, problemTypes(strict)]).toEqual([400, ['INVALID_VERIFICATION_METHOD']]);
    expect(proofOnly.status).toBe(200);
  });
});

function signedAs({ key, method }: ReturnType<typeof keyIssuer>, document: JsonObject) {
  const suites = ['eddsa-rdfc-2022'] as const;
  const by = { key, verificationMethod: method, suites, created: serveTime, proofPurpose: 'authentication' as const };
  return issueCredential(document, by, serveTools());
}
