import { describe, expect, it } from 'vitest';
import { canonizeJson } from './canonize-json.ts';
import { heldContexts } from './held-contexts.ts';
import { jsonldCanonicalizer } from './jsonld-canonicalizer.ts';

describe('JSON in its canonical form', () => {
  // RFC 8785 §3.2.2 and §3.2.3.
  it('is the one of the standard’s example', () => {
    const document = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );

    expect(canonizeJson(document)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts members by UTF-16 code units', () => {
    const document = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };

    expect([...canonizeJson(document).matchAll(/:(\d)/g)].map(([, value]) => value).join('')).toBe('2467153');
  });

  it.each([
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['half a character', '\ud800'],
    ['undefined', undefined],
    ['a BigInt', 1n],
    ['a function', { a: () => 1 }],
  ])('does not exist for %s', (_, value) => {
    expect(() => canonizeJson({ value: [value] })).toThrow(expect.objectContaining({ code: 'canon.not-json' }));
  });
});

describe('a linked document in its canonical form', () => {
  const held = [...heldContexts.keys()];

  it.each([
    'https://www.w3.org/ns/credentials/v2',
    'https://www.w3.org/2018/credentials/v1',
    'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
    'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
    'https://w3id.org/security/suites/ed25519-2020/v1',
    'https://w3id.org/security/data-integrity/v1',
    'https://w3id.org/security/data-integrity/v2',
    'https://w3id.org/security/multikey/v1',
    'https://www.w3.org/ns/did/v1',
    'https://www.w3.org/ns/credentials/status/v1',
    'https://w3id.org/vc/status-list/2021/v1',
  ])('needs nobody for %s', (url) => {
    expect(held).toContain(url);
  });

  it.each(held)('can be made under %s', async (url) => {
    const canonical = await jsonldCanonicalizer().canonize({ '@context': url, '@id': 'urn:a', '@type': 'urn:b' });

    expect(canonical).toBe('<urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:b> .\n');
  });

  it('knows the terms that joined context 3.0.3 after its publication', async () => {
    const canonical = await jsonldCanonicalizer().canonize({
      '@context': 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      '@id': 'urn:a',
      jti: 'urn:c',
    });

    expect(canonical).toBe('<urn:a> <https://www.iana.org/assignments/jwt#jti> <urn:c> .\n');
  });

  it.each([
    [
      'a term without meaning',
      { '@context': 'https://www.w3.org/ns/credentials/v2', id: 'urn:a', mood: 'x' },
      'canon.term-undefined',
    ],
    [
      'a protected term redefined',
      { '@context': ['https://www.w3.org/ns/credentials/v2', { name: 'urn:n' }], name: 'x' },
      'canon.context-invalid',
    ],
    ['a context that is a number', { '@context': 7, id: 'urn:a' }, 'canon.context-invalid'],
    [
      'a relative id',
      { '@context': 'https://www.w3.org/ns/credentials/v2', id: 'a', name: 'x' },
      'canon.term-undefined',
    ],
    ['an unknown context', { '@context': 'https://localhost:4102/c', id: 'urn:a' }, 'canon.context-unknown'],
    [
      'an unknown context in an inline one',
      { '@context': { '@import': 'https://localhost:4102/c' } },
      'canon.context-unknown',
    ],
  ])('does not exist with %s', async (_, document, code) => {
    await expect(jsonldCanonicalizer().canonize(document)).rejects.toMatchObject({ code });
  });

  it('does not share a caller’s own contexts with others', async () => {
    const document = { '@context': 'https://own.example/c', '@id': 'urn:a', mood: 'x' };
    const own = jsonldCanonicalizer([['https://own.example/c', { '@context': { mood: 'urn:mood' } }]]);

    expect(await own.canonize(document)).toBe('<urn:a> <urn:mood> "x" .\n');
    await expect(jsonldCanonicalizer().canonize(document)).rejects.toMatchObject({ code: 'canon.context-unknown' });
  });
});
