import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadgeError } from '../model/badge-error.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { badgeLikeDocument } from '../testing/badge-like-document.ts';
import { conformance } from '../testing/conformance.ts';
import { type Dice, dice } from '../testing/dice.ts';
import { toyDocument } from '../testing/toy-document.ts';
import { compiledContexts } from './compiled-contexts.ts';
import { heldContexts } from './held-contexts.ts';
import { jsonldCanonicalizer } from './jsonld-canonicalizer.ts';
import { quadsOf } from './quads-of.ts';
import { canonizeQuads } from './rdfc.ts';

const reference = jsonldCanonicalizer();
const contexts = compiledContexts(heldContexts);
/** `FUZZ_RUNS=50000` for a long run. */
const runs = Number(process.env.FUZZ_RUNS ?? 2000);
const patience = 30_000 + runs * 60;

const v2 = 'https://www.w3.org/ns/credentials/v2';
const v1 = 'https://www.w3.org/2018/credentials/v1';
const ob303 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** What comes of it: a canonical form, or the code of an error. */
async function outcome(make: () => string | Promise<string>): Promise<string> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof BadgeError) return error.code;
    throw error;
  }
}

/** The same by compiled contexts; undefined where they leave it to jsonld. */
async function compiled(document: JsonObject): Promise<string | undefined> {
  const quads = quadsOf(document, contexts);
  return quads && outcome(() => canonizeQuads(quads, (text) => hash('sha256', text)).nquads);
}

/** Checks documents thrown from seeds against jsonld, and gives the share that needed no jsonld. */
async function shareWithoutJsonld(make: (seed: number) => JsonObject, count: number): Promise<number> {
  let own = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const document = make(seed);
      const ours = await compiled(document);
      if (ours === undefined) return;
      own += 1;
      expect(ours).toBe(await outcome(() => reference.canonize(document)));
    }),
    { numRuns: count },
  );
  return own / count;
}

describe('compiled contexts give the statements of jsonld', () => {
  it(
    'for documents over the contexts of credentials, nearly always alone',
    async () => {
      const share = await shareWithoutJsonld((seed) => badgeLikeDocument(dice(seed), true), Math.ceil(runs / 2));

      expect(share).toBeGreaterThan(0.6);
    },
    patience,
  );

  it(
    'for such documents with things in them that may be wrong',
    async () => {
      const share = await shareWithoutJsonld((seed) => badgeLikeDocument(dice(seed), false), Math.ceil(runs / 4));

      expect(share).toBeGreaterThan(0.2);
    },
    patience,
  );

  it(
    'for documents over contexts of every kind',
    async () => {
      const share = await shareWithoutJsonld((seed) => toyDocument(dice(seed)), Math.ceil(runs / 4));

      expect(share).toBeGreaterThan(0.2);
    },
    patience,
  );

  it(
    'for nodes without names that look alike, up to the same limit of work',
    async () => {
      const share = await shareWithoutJsonld((seed) => alikeDocument(dice(seed)), Math.ceil(runs / 10));

      expect(share).toBe(1);
    },
    patience,
  );

  it.skipIf(!conformance.present)('for every published sample', { timeout: 60_000 }, async () => {
    for (const path of conformance.files()) {
      for (const document of documentsIn(path)) {
        const ours = await compiled(document);

        if (ours !== undefined) expect(ours, path).toBe(await outcome(() => reference.canonize(document)));
      }
    }
  });

  it.skipIf(!conformance.present)('alone for the official vectors and what wallets hold', () => {
    const paths = ['w3c/test-vectors', 'dcc/docs-examples', 'clr2/samples'].flatMap((folder) =>
      conformance.files(folder),
    );
    const credentials = paths.flatMap(documentsIn).filter((document) => 'credentialSubject' in document);

    const own = credentials.filter((document) => quadsOf(document, contexts) !== undefined);

    expect(own.length).toBeGreaterThan(credentials.length * 0.6);
  });
});

/** Nodes that differ only in which of the others they point to, and others inside of each other. */
function alikeDocument(dice: Dice): JsonObject {
  const names = Array.from({ length: 2 + dice.roll(5) }, (_, at) => `_:n${at}`);
  const nodes = names.map((id) => ({
    '@id': id,
    'urn:p': dice.some(2, () => ({ '@id': dice.pick(names) })),
    'urn:q': 'x',
  }));
  const inner = (depth: number): JsonObject => ({
    'urn:q': 'x',
    'urn:p': depth === 0 ? 'y' : dice.some(2, () => inner(depth - 1)),
  });
  return { '@context': v2, id: 'urn:a', 'urn:p': [...nodes, inner(2), ...dice.some(2, () => inner(1))] };
}

/** A sample, and what is signed of it. Some samples are no JSON, to show what is done with those. */
function documentsIn(path: string): JsonObject[] {
  const document = /\.json(ld)?$/.test(path) ? parsed(conformance.text(path)) : undefined;
  if (!isObject(document) || !('@context' in document)) return [];
  const { proof, ...bare } = document;
  return proof === undefined ? [bare] : [{ ...bare, proof }, bare];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

describe('one thing at a time', () => {
  it.each<[string, JsonObject]>([
    [
      'a type with a context of its own',
      { '@context': [v2, ob303], id: 'urn:a', type: ['Profile'], name: 'x', email: 'y' },
    ],
    [
      'a context that does not reach further',
      { '@context': [v2, ob303], id: 'urn:a', type: 'Profile', image: { id: 'urn:i', type: 'Image', caption: 'c' } },
    ],
    ['values twice', { '@context': v2, id: 'urn:a', name: ['x', 'x', 'y'], description: { '@value': 'x' } }],
    [
      'a node twice',
      {
        '@context': v2,
        id: 'urn:a',
        'urn:p': [
          { id: 'urn:b', name: 'x' },
          { id: 'urn:b', name: 'x' },
        ],
      },
    ],
    ['a list', { '@context': [v2, ob303], type: 'ResultDescription', allowedValue: ['A', 'B', 'A'] }],
    ['an empty list', { '@context': [v2, ob303], type: 'ResultDescription', allowedValue: [] }],
    [
      'graphs',
      {
        '@context': v2,
        type: 'VerifiablePresentation',
        verifiableCredential: [{ '@context': v2, id: 'urn:c', type: 'VerifiableCredential' }],
      },
    ],
    [
      'a proof inside',
      {
        '@context': v2,
        id: 'urn:c',
        type: 'VerifiableCredential',
        proof: { type: 'DataIntegrityProof', proofPurpose: 'assertionMethod', cryptosuite: 'x' },
      },
    ],
    [
      'the same in two graphs',
      {
        '@context': v2,
        id: 'urn:c',
        type: 'VerifiableCredential',
        'urn:p': [{ type: 'VerifiableCredential', proof: { id: 'urn:c', 'urn:p': ['y', 'z'] } }, 'y', 'z'],
      },
    ],
    ['JSON', { '@context': v2, id: 'urn:s', type: 'JsonSchema', jsonSchema: { b: [1, null], a: '"' } }],
    [
      'a blank node by name',
      { '@context': v2, id: '_:a', name: 'x', 'urn:p': [{ id: '_:b' }, { id: '_:a' }, { id: '_:b', name: 'y' }] },
    ],
    [
      'languages',
      {
        '@context': v2,
        id: 'urn:a',
        name: [
          { '@value': 'x', '@language': 'EN-gb' },
          { '@value': 'x', '@language': 'en-GB' },
        ],
      },
    ],
    ['numbers', { '@context': v2, id: 'urn:a', 'urn:p': [-0, 1.5, 1e21, 1.5e-7, 123456789012345680000, true] }],
    ['characters that are escaped', { '@context': v2, id: 'urn:a"b', name: '"\\\n\r\t\b\f\u0000\u007f\u2028\ud800' }],
    [
      'a vocabulary for all else',
      { '@context': [v2, 'https://www.w3.org/ns/credentials/examples/v2'], id: 'urn:a', type: 'Thing', anything: 'x' },
    ],
    [
      'a context in the document',
      {
        '@context': [v2, { ex: 'https://x.example/#', thing: { '@id': 'ex:thing', '@type': '@id' } }],
        id: 'ex:a',
        thing: 'ex:b',
      },
    ],
    [
      'a protected term that is repeated',
      { '@context': [v2, 'https://w3id.org/security/data-integrity/v2'], id: 'urn:a', name: 'x' },
    ],
  ])('%s', async (_, document) => {
    const ours = await compiled(document);

    expect(ours).toBe(await reference.canonize(document));
  });

  it.each<[string, JsonObject]>([
    ['a term without meaning', { '@context': v2, id: 'urn:a', mood: 'x' }],
    ['a relative address', { '@context': v2, id: 'a', name: 'x' }],
    ['a protected term that is changed', { '@context': [v2, { name: 'urn:n' }], id: 'urn:a', name: 'x' }],
    ['an unknown context', { '@context': 'https://c.example/', id: 'urn:a', name: 'x' }],
    [
      'an unknown context whose name is that of a known one as JSON',
      { '@context': [v2, '{"mood":"urn:mood"}'], mood: 'x' },
    ],
    ['a context forgotten where it is protected', { '@context': [v2, null], '@id': 'urn:a', 'urn:p': 'x' }],
    ['a direction', { '@context': v2, id: 'urn:a', name: { '@value': 'x', '@direction': 'rtl' } }],
    [
      'the same number said in two ways',
      {
        '@context': v2,
        id: 'urn:a',
        'urn:p': [true, { '@value': 'true', '@type': 'http://www.w3.org/2001/XMLSchema#boolean' }],
      },
    ],
    [
      'a member called __proto__',
      JSON.parse(`{"@context":["${v2}",{"@vocab":"urn:v:"}],"id":"urn:a","__proto__":{"name":"x"}}`),
    ],
    ['numbers that are written as the same', { '@context': v2, id: 'urn:a', 'urn:p': [0, 1e-7] }],
    [
      'a datatype with a character that is escaped',
      { '@context': v2, id: 'urn:a', 'urn:p': { '@value': 'x', '@type': 'urn:t<x>' } },
    ],
    ['a date that is no text', { '@context': v2, id: 'urn:a', 'urn:p': new Date(0) }],
    ['a blank node about which nothing is said', { '@context': v2, name: [], id: '_:a' }],
    ['nothing', { '@context': v2 }],
    ['an identifier alone', { '@context': v2, id: 'urn:a' }],
    ['a document that is too deep', deep(70)],
  ])('left to jsonld is %s', (_, document) => {
    compiledInlineFirst();

    expect(quadsOf(document, contexts)).toBeUndefined();
  });

  it('a context in a document that changes afterwards changes nothing that is remembered', async () => {
    const local: JsonObject = { '@vocab': 'urn:v:', T: { '@id': 'urn:T', '@context': { inner: 'urn:inner' } } };
    const document = { '@context': local, '@type': 'T', inner: 'x' };
    const before = await compiled(document);
    const same = structuredClone(document);

    (local.T as JsonObject)['@context'] = { inner: 'urn:other' };
    await compiled(document);

    expect(await compiled(same)).toBe(before);
  });

  it('remembers no more than it should, whoever sends contexts', async () => {
    const own = compiledContexts(heldContexts);

    for (let n = 0; n < 20_000; n += 1) quadsOf({ '@context': [v1, { [`t${n}`]: 'urn:t' }], [`t${n}`]: 'x' }, own);

    expect(own.root().memory.terms).toBeLessThan(1_000_000);
    expect(quadsOf({ '@context': v2, id: 'urn:a', name: 'x' }, own)).toMatchObject({ blanks: 0 });
  });
});

function deep(levels: number): JsonObject {
  let document: JsonObject = { 'urn:p': 'x' };
  for (let level = 0; level < levels; level += 1) document = { 'urn:p': document };
  return { '@context': v2, ...document };
}

/** What others have sent must make no difference. */
function compiledInlineFirst(): void {
  quadsOf({ '@context': [v2, { mood: 'urn:mood' }], mood: 'x' }, contexts);
}
