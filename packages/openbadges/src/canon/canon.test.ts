import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BadgeError } from '../model/badge-error.ts';
import { nodeTools } from '../node.ts';
import { webTools } from '../proof/web-tools.ts';
import { canonizeJson } from './canonize-json.ts';
import { heldContexts } from './held-contexts.ts';
import { jsonldCanonicalizer } from './jsonld-canonicalizer.ts';
import { olderContexts } from './open-badges-303.ts';

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
    'https://w3id.org/security/jwk/v1',
    'https://imsglobal.github.io/openbadges-specification/ob_v3p0.html',
    'https://w3c-ccg.github.io/vc-ed/plugfest-1-2022/jff-vc-edu-plugfest-1-context.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld',
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

  it('has both copies of context 3.0.3 that circulate', () => {
    const url = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

    const copies = [heldContexts.get(url), new Map(olderContexts).get(url)];

    expect(copies.map((copy) => hash('sha256', canonizeJson(copy)))).toEqual([
      '04b1136ddc4eda9a8966bc7ef182789f233a26739473140ef75d6968c29a2966',
      'c5e555a91a5cf48e32ae0a05674c61ddd5c053b680b5643b2f57f9965e386d99',
    ]);
  });

  it('can be made under an older copy where a document names by itself what was added later', async () => {
    const document = {
      '@context': ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', { jti: 'urn:own:jti' }],
      '@id': 'urn:a',
      jti: 'x',
    };

    expect(nodeTools(olderContexts).canonicalizer.canonize(document)).toBe('<urn:a> <urn:own:jti> "x" .\n');
  });

  it('does not share a caller’s own contexts with others', async () => {
    const document = { '@context': 'https://own.example/c', '@id': 'urn:a', mood: 'x' };
    const own = jsonldCanonicalizer([['https://own.example/c', { '@context': { mood: 'urn:mood' } }]]);

    expect(await own.canonize(document)).toBe('<urn:a> <urn:mood> "x" .\n');
    await expect(jsonldCanonicalizer().canonize(document)).rejects.toMatchObject({ code: 'canon.context-unknown' });
  });

  it('does not remember what was wrong beside a context', async () => {
    const v1 = 'https://www.w3.org/2018/credentials/v1';
    const canonicalizer = jsonldCanonicalizer();
    await expect(canonicalizer.canonize({ '@context': [v1, { '@vocab': 'relative' }] })).rejects.toThrow(BadgeError);

    const canonical = await canonicalizer.canonize({ '@context': v1, '@id': 'urn:a', '@type': 'urn:b' });

    expect(canonical).toBe('<urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:b> .\n');
  });
});

describe('the canonicaliser', () => {
  const tools = [nodeTools(), webTools()].map(({ canonicalizer }) => canonicalizer);

  it('answers at once where compiled contexts suffice, and later where they do not', async () => {
    const simple = { '@context': 'https://www.w3.org/ns/credentials/v2', id: 'urn:a', name: 'x' };
    const rare = { ...simple, '@included': { id: 'urn:b', name: 'y' } };

    for (const canonicalizer of tools) {
      expect(canonicalizer.canonize(simple)).toBe('<urn:a> <https://schema.org/name> "x" .\n');
      expect(canonicalizer.canonize(rare)).toBeInstanceOf(Promise);
      expect(await canonicalizer.canonize(rare)).toBe(
        '<urn:a> <https://schema.org/name> "x" .\n<urn:b> <https://schema.org/name> "y" .\n',
      );
    }
  });

  it('makes the same labels with SHA-384 with and without having it at once', async () => {
    const document = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      id: 'urn:a',
      'urn:p': [{ name: 'x' }, { name: 'y' }],
    };

    const forms = await Promise.all(
      tools.map((canonicalizer) => canonicalizer.canonize(document, { digest: 'sha384' })),
    );

    expect(forms[0]).toContain('_:c14n1');
    expect(forms[1]).toBe(forms[0]);
  });

  it.each([
    [
      'a term without meaning',
      { '@context': 'https://www.w3.org/ns/credentials/v2', mood: 'x' },
      'canon.term-undefined',
    ],
    ['an unknown context', { '@context': 'https://c.example/' }, 'canon.context-unknown'],
    [
      'a document of 60,000 values',
      { '@context': 'https://www.w3.org/ns/credentials/v2', name: Array(60_000).fill('x') },
      'canon.too-complex',
    ],
  ])('names the error of %s', async (_, document, code) => {
    for (const canonicalizer of tools) {
      await expect((async () => canonicalizer.canonize(document))()).rejects.toMatchObject({ code });
    }
  });
});
