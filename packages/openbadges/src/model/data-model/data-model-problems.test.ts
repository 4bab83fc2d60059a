import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldContexts } from '../../canon/held-contexts.ts';
import { conformance } from '../../testing/conformance.ts';
import { sampleCredential } from '../../testing/sample-credential.ts';
import type { JsonObject } from '../json.ts';
import { type DataModelOptions, dataModelProblems } from './data-model-problems.ts';

const v2 = 'https://www.w3.org/ns/credentials/v2';
const v1 = 'https://www.w3.org/2018/credentials/v1';

const smallest: JsonObject = {
  '@context': [v2],
  type: ['VerifiableCredential'],
  issuer: 'did:example:issuer',
  credentialSubject: { id: 'did:example:subject' },
};

const found = (document: unknown, options?: DataModelOptions) =>
  dataModelProblems(document, options).map(({ code, pointer }) => `${code} ${pointer}`);

const changed = (change: JsonObject) => ({ ...smallest, ...change });

describe('a credential keeps the data model', () => {
  it.each<[string, JsonObject]>([
    ['with the least that can be said', {}],
    ['with its type as one text', { type: 'VerifiableCredential' }],
    ['with an id that is no web address', { id: 'urn:uuid:f6ab24cd-86e8-4eaf-b8c6-ded74e8fd41c' }],
    ['with an issuer as an object', { issuer: { id: 'https://issuer.example/1' } }],
    ['with a name in a language', { name: { '@value': 'HTML', '@language': 'en', '@direction': 'ltr' } }],
    ['with a name in two', { name: ['A', { '@value': 'B', '@language': 'de' }], description: 'C' }],
    ['about several', { credentialSubject: [{ id: 'did:example:a' }, { name: 'B' }] }],
    ['valid from the future', { validFrom: '3000-01-01T00:00:00Z' }],
    ['with fractions and a zone', { validFrom: '2023-02-27T05:15:42.12345-05:00' }],
    ['from the midnight that ends a day', { validFrom: '2023-02-27T24:00:00Z', validUntil: '2023-02-28T00:00:00Z' }],
    ['on a leap day', { validFrom: '2024-02-29T00:00:00Z' }],
    ['valid for an instant', { validFrom: '2023-01-01T00:00:00Z', validUntil: '2023-01-01T01:00:00+01:00' }],
    ['with a status without an id', { credentialStatus: { type: 'BitstringStatusListEntry' } }],
    ['with two', { credentialStatus: [{ type: 'urn:A', id: 'urn:a' }, { type: ['urn:B'] }] }],
    ['with a schema', { credentialSchema: [{ id: 'https://a.example/s.json', type: 'JsonSchema' }] }],
    ['with terms of use', { termsOfUse: { type: 'urn:Policy', id: 'urn:p' }, evidence: [{ type: 'urn:E' }] }],
    ['with a refresh service', { refreshService: { type: 'https://a.example/#Refresh' } }],
    ['with a resource by multihash', resource({ digestMultibase: 'uEiAjCHMnK5-ayOIZLWo_TBoKYVvSAprlkYEjRlm19Cj0uw' })],
    ['with a resource by base64', resource({ digestSRI: 'sha256-MIwhzJyufmsjiGS1qP0waCmFb0gKa5ZGBI0ZZtfQo9Ls=' })],
    [
      'with the context by its published digest',
      v2Resource('59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734'),
    ],
    [
      'with the context by its older digest',
      v2Resource('24a18c90e9856d526111f29376e302d970b2bd10182e33959995b0207d7043b9'),
    ],
  ])('%s', (_, change) => {
    expect(found(changed(change), { contexts: heldContexts })).toEqual([]);
  });

  it('with everything that we say', () => {
    expect(found(sampleCredential(), { contexts: heldContexts })).toEqual([]);
  });

  it('of version 1.1, in its own words', () => {
    const older = {
      ...smallest,
      '@context': [v1],
      issuanceDate: '2020-01-01T00:00:00Z',
      expirationDate: '2030-01-01T00:00:00Z',
      credentialStatus: { id: 'urn:s', type: 'CredentialStatusList2017' },
    };

    expect(found(older)).toEqual([]);
    expect(found({ ...older, issuanceDate: undefined, credentialStatus: { type: 'A' } })).toEqual([
      'model.date-missing /issuanceDate',
      'model.id-missing /credentialStatus/id',
    ]);
  });
});

function resource(members: JsonObject, id = 'https://resource.example/a.json'): JsonObject {
  return { relatedResource: [{ id, ...members }] };
}

function v2Resource(hex: string): JsonObject {
  return resource({ digestSRI: `sha256-${Buffer.from(hex, 'hex').toString('base64')}` }, v2);
}

describe('a credential breaks the data model', () => {
  const nothing = '0'.repeat(64);

  it.each<[string, JsonObject, string]>([
    ['without a context', { '@context': undefined }, 'model.context-missing /@context'],
    ['with an empty list of contexts', { '@context': [] }, 'model.context-order /@context'],
    ['with a context that is no list', { '@context': v2 }, 'model.context-not-a-list /@context'],
    ['with another context first', { '@context': ['https://a.example/', v2] }, 'model.context-order /@context/0'],
    ['with a number as a context', { '@context': [v2, 4] }, 'model.context-malformed /@context/1'],
    ['with a context that is no address', { '@context': [v2, 'a b'] }, 'model.context-malformed /@context/1'],
    [
      'with a protected term of another meaning',
      { '@context': [v2, { VerifiableCredential: 'https://a.example/#VC' }] },
      'model.context-redefines /@context/1/VerifiableCredential',
    ],
    ['without a type', { type: undefined }, 'model.type-missing /type'],
    ['with an empty type', { type: [] }, 'model.type-missing /type'],
    ['with a number as type', { type: ['VerifiableCredential', 4] }, 'model.type-malformed /type'],
    ['of another type', { type: ['VerifiablePresentation2'] }, 'model.type-wrong /type'],
    ['with a type nobody defines', { type: ['VerifiableCredential', 'Nowhere'] }, 'model.type-unmapped /type'],
    [
      'with a type that stands for no address',
      { '@context': [v2, { Odd: 'https ://a#Odd' }], type: ['VerifiableCredential', 'Odd'] },
      'model.type-unmapped /type',
    ],
    ['with two ids', { id: ['urn:a', 'urn:b'] }, 'model.id-not-a-url /id'],
    ['with no id in place of an id', { id: null }, 'model.id-not-a-url /id'],
    ['with an id that is no address', { id: 'not a url' }, 'model.id-not-a-url /id'],
    ['with an empty id', { id: '' }, 'model.id-not-a-url /id'],
    ['with an id without a host', { id: 'https://' }, 'model.id-not-a-url /id'],
    ['without an issuer', { issuer: undefined }, 'model.issuer-missing /issuer'],
    ['with null as issuer', { issuer: null }, 'model.issuer-not-a-url /issuer'],
    ['with a word as issuer', { issuer: 'somebody' }, 'model.issuer-not-a-url /issuer'],
    ['with an issuer without an id', { issuer: { name: 'A' } }, 'model.issuer-not-a-url /issuer/id'],
    ['with a list of issuers', { issuer: ['did:example:a'] }, 'model.issuer-not-a-url /issuer'],
    ['with null as the id of the issuer', { issuer: { id: null } }, 'model.issuer-not-a-url /issuer/id'],
    ['about nothing', { credentialSubject: undefined }, 'model.subject-missing /credentialSubject'],
    ['about null', { credentialSubject: null }, 'model.subject-malformed /credentialSubject'],
    ['about true', { credentialSubject: true }, 'model.subject-malformed /credentialSubject'],
    ['about a number', { credentialSubject: 4 }, 'model.subject-malformed /credentialSubject'],
    ['about an empty list', { credentialSubject: [] }, 'model.subject-malformed /credentialSubject'],
    ['about a text', { credentialSubject: 'did:example:a' }, 'model.subject-malformed /credentialSubject'],
    ['about a list of texts', { credentialSubject: ['did:example:a'] }, 'model.subject-malformed /credentialSubject'],
    ['about an empty object', { credentialSubject: {} }, 'model.subject-empty /credentialSubject'],
    ['about two, one empty', { credentialSubject: [{ a: 1 }, {}] }, 'model.subject-empty /credentialSubject/1'],
    [
      'about somebody with two ids',
      { credentialSubject: { id: ['urn:a'] } },
      'model.id-not-a-url /credentialSubject/id',
    ],
    ['with a date without a zone', { validFrom: '2023-01-01T00:00:00' }, 'model.date-malformed /validFrom'],
    ['with a day that does not exist', { validFrom: '2023-02-29T00:00:00Z' }, 'model.date-malformed /validFrom'],
    ['with an hour that does not exist', { validUntil: '2023-02-01T25:00:00Z' }, 'model.date-malformed /validUntil'],
    ['with a number as a date', { validFrom: 1700000000 }, 'model.date-malformed /validFrom'],
    [
      'that ends before it begins',
      { validFrom: '2023-01-02T00:00:00Z', validUntil: '2023-01-01T00:00:00Z' },
      'model.dates-reversed /validUntil',
    ],
    ['with a number as name', { name: 4 }, 'model.text-malformed /name'],
    ['with more beside a name', { name: { '@value': 'A', url: 'b' } }, 'model.text-malformed /name'],
    [
      'with an odd direction',
      { description: { '@value': 'A', '@direction': 'up' } },
      'model.text-malformed /description',
    ],
    ['with an odd issuer name', { issuer: { id: 'urn:a', name: [{}] } }, 'model.text-malformed /issuer/name'],
    [
      'with a status without a type',
      { credentialStatus: { id: 'urn:s' } },
      'model.type-missing /credentialStatus/type',
    ],
    ['with a status of type 2', { credentialStatus: { type: 2 } }, 'model.type-malformed /credentialStatus/type'],
    [
      'with a status by a word',
      { credentialStatus: { id: 'a', type: 'A' } },
      'model.id-not-a-url /credentialStatus/id',
    ],
    ['with null as status', { credentialStatus: null }, 'model.not-objects /credentialStatus'],
    ['with a schema without an id', { credentialSchema: { type: 'A' } }, 'model.id-missing /credentialSchema/id'],
    [
      'with a schema without a type',
      { credentialSchema: [{ id: 'urn:a' }] },
      'model.type-missing /credentialSchema/0/type',
    ],
    [
      'with a refresh service without a type',
      { refreshService: { id: 'urn:a' } },
      'model.type-missing /refreshService/type',
    ],
    ['with terms of use without a type', { termsOfUse: [{ id: 'urn:a' }] }, 'model.type-missing /termsOfUse/0/type'],
    ['with evidence without a type', { evidence: [{ type: 'A' }, {}] }, 'model.type-missing /evidence/1/type'],
    ['with a proof without a type', { proof: { created: 'x' } }, 'model.type-missing /proof/type'],
    ['with resources as texts', { relatedResource: ['https://a.example'] }, 'model.not-objects /relatedResource/0'],
    [
      'with a resource without an id',
      { relatedResource: { digestSRI: 'sha256-AA' } },
      'model.id-missing /relatedResource/id',
    ],
    ['with a resource without a digest', resource({}), 'model.digest-missing /relatedResource/0'],
    ['with a text as digest', resource({ digestSRI: 'md5' }), 'model.digest-malformed /relatedResource/0/digestSRI'],
    [
      'with a digest that is no multihash',
      resource({ digestMultibase: 'uZTQ0MjM1NiAgcmVwb3J0cc5jZWxhdGVkLXJlc291cmNlLmpzb24K' }),
      'model.digest-malformed /relatedResource/0/digestMultibase',
    ],
    ['with the digest of another context', v2Resource(nothing), 'model.digest-wrong /relatedResource/0/digestSRI'],
    [
      'with one resource twice',
      { relatedResource: [1, 2].map(() => ({ id: 'urn:a', digestSRI: 'sha256-AAAA' })) },
      'model.resource-repeated /relatedResource/1/id',
    ],
  ])('%s', (_, change, expected) => {
    expect(found(changed(change), { contexts: heldContexts })).toContain(expected);
  });

  it.each([null, undefined, 7, 'text', [], true])('as %j', (document) => {
    expect(found(document)).toEqual(['model.not-an-object ']);
  });

  it('and is told what to do about it', () => {
    expect(dataModelProblems(changed({ issuer: undefined }))).toEqual([
      {
        code: 'model.issuer-missing',
        sentence: 'The document names no issuer.',
        pointer: '/issuer',
        remedy: 'Name the issuer by its URL or DID.',
        problemType: 'https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR',
      },
    ]);
  });

  it('by the digest of a resource that the caller knows', () => {
    const digests = new Map([['https://resource.example/a.json', ['aa'.repeat(32)]]]);

    expect(found(changed(resource({ digestSRI: `sha256-${'aa'.repeat(32)}` })), { digests })).toEqual([]);
    expect(found(changed(resource({ digestSRI: `sha256-${'ab'.repeat(32)}` })), { digests })).toEqual([
      'model.digest-wrong /relatedResource/0/digestSRI',
    ]);
  });

  it('a thousand times over, and is told no more than anybody reads', () => {
    const evidence = Array.from({ length: 1000 }, () => ({}));

    expect(found(changed({ evidence }))).toHaveLength(50);
    expect(found(changed({ evidence: [...evidence, {}] }))).toEqual(['model.too-many /evidence']);
  });
});

describe('a presentation', () => {
  const presentation = { '@context': [v2], type: ['VerifiablePresentation'] };
  const enveloped = {
    '@context': v2,
    type: 'EnvelopedVerifiableCredential',
    id: 'data:application/vc+jwt,eyJhbGciOiJFZERTQSJ9.e30.AA',
  };
  const proof = { type: 'DataIntegrityProof', verificationMethod: 'did:key:z6Mk#z6Mk' };

  it.each<[string, JsonObject]>([
    ['with nothing in it', {}],
    ['with a holder', { holder: 'did:example:holder' }],
    ['with a holder as an object', { holder: { id: 'did:example:holder' } }],
    ['with credentials of both kinds', { verifiableCredential: [smallest, enveloped] }],
    ['with one credential', { verifiableCredential: smallest }],
    ['of what the holder says', { verifiableCredential: [smallest], holder: 'did:example:issuer', proof }],
  ])('keeps the data model %s', (_, change) => {
    expect(found({ ...presentation, ...change })).toEqual([]);
  });

  it.each<[string, JsonObject, string]>([
    ['of another type', { type: 'VerifiableCredential2' }, 'model.type-wrong /type'],
    ['without a type', { type: undefined, holder: 'urn:a' }, 'model.type-missing /type'],
    ['with a word as holder', { holder: 'me' }, 'model.holder-not-a-url /holder'],
    ['with a holder without an id', { holder: {} }, 'model.holder-not-a-url /holder/id'],
    [
      'with an address as credential',
      { verifiableCredential: ['https://a'] },
      'model.credential-not-an-object /verifiableCredential/0',
    ],
    [
      'with a number as credential',
      { verifiableCredential: 4 },
      'model.credential-not-an-object /verifiableCredential',
    ],
    ['with null as credential', { verifiableCredential: null }, 'model.credential-not-an-object /verifiableCredential'],
    [
      'with a broken credential',
      { verifiableCredential: [smallest, {}] },
      'model.issuer-missing /verifiableCredential/1/issuer',
    ],
    [
      'with a broken envelope',
      { verifiableCredential: [{ ...enveloped, id: 'eyJ' }] },
      'model.envelope-malformed /verifiableCredential/0/id',
    ],
    [
      'with somebody else’s unsigned credential',
      { verifiableCredential: [smallest], holder: 'did:example:holder', proof },
      'model.holder-not-issuer /verifiableCredential/0/issuer',
    ],
    [
      'of what an unnamed holder says',
      { verifiableCredential: [{ ...smallest, issuer: 'did:key:z6Mk' }], proof },
      'model.holder-missing /holder',
    ],
  ])('breaks it %s', (_, change, expected) => {
    expect(found({ ...presentation, ...change })).toContain(expected);
  });

  it('of version 1.1 may hold tokens as texts', () => {
    expect(found({ '@context': [v1], type: 'VerifiablePresentation', verifiableCredential: ['ey.ey.AA'] })).toEqual([]);
  });

  it('is not taken where a credential is asked for', () => {
    expect(found(presentation, { kind: 'credential' })).toContain('model.type-wrong /type');
    expect(found(smallest, { kind: 'presentation' })).toContain('model.type-wrong /type');
  });

  it.each<[string, JsonObject, string]>([
    ['with no context', { '@context': [] }, 'model.context-missing /@context'],
    [
      'with another context',
      { '@context': ['https://www.w3.org/ns/credentials/examples/v2'] },
      'model.context-order /@context',
    ],
    ['of another type', { type: 'VerifiableCredential' }, 'model.envelope-type /type'],
    ['without a type', { type: undefined }, 'model.envelope-type /type'],
    ['with a token and no data: address', { id: 'eyJhbGciOiJFZERTQSJ9.e30.AA' }, 'model.envelope-malformed /id'],
  ])('enveloped is refused %s', (_, change, expected) => {
    const vp = { ...enveloped, type: 'EnvelopedVerifiablePresentation', id: 'data:application/vp+jwt,eyJ.e30.AA' };

    expect(found(enveloped)).toEqual([]);
    expect(found(vp)).toEqual([]);
    expect(found({ ...enveloped, ...change })).toContain(expected);
  });
});

describe('whatever is sent', () => {
  it('is answered', () => {
    const members = fc.constantFrom(
      '@context',
      'type',
      'id',
      'issuer',
      'credentialSubject',
      'proof',
      'evidence',
      'holder',
    );
    const part = fc.oneof(fc.jsonValue(), fc.constant(JSON.parse('{"__proto__":{"type":"A"},"constructor":1}')));
    const document = fc.dictionary(fc.oneof(members, fc.string()), part);

    fc.assert(
      fc.property(document, (change) => {
        const problems = dataModelProblems(
          { ...smallest, ...change, issuer: null },
          { kind: 'credential', contexts: heldContexts },
        );

        expect(problems.map(({ code }) => code)).toContain('model.issuer-not-a-url');
        expect(problems.every(({ pointer, sentence, remedy }) => /^(\/|$)/.test(pointer) && sentence && remedy)).toBe(
          true,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('gains nothing by a member called __proto__', () => {
    const document = JSON.parse('{"__proto__":{"issuer":"did:example:a","credentialSubject":{"id":"urn:a"}}}');

    expect(found({ ...smallest, ...document, issuer: undefined })).toContain('model.issuer-missing /issuer');
  });
});

describe.skipIf(!conformance.present)('of the published credentials', () => {
  const signed = [...conformance.files('dcc/docs-examples'), ...conformance.files('ob3/validator-samples')]
    .filter((path) => path.endsWith('.json') && !path.includes('-err-') && !path.includes('unsigned_dcc'))
    .map((path) => [path]);

  it.each(signed)('%s keeps the data model', (path) => {
    expect(found(conformance.json(path), { contexts: heldContexts })).toEqual([]);
  });
});
