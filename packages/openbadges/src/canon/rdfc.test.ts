import { createHash } from 'node:crypto';
import fc from 'fast-check';
import rdfCanonize from 'rdf-canonize';
import { describe, expect, it } from 'vitest';
import type { BadgeError } from '../model/badge-error.ts';
import type { JsonObject } from '../model/json.ts';
import { conformance } from '../testing/conformance.ts';
import { quadsOfNQuads } from '../testing/quads-of-nquads.ts';
import { canonizeQuads } from './rdfc.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const sha384 = (text: string) => createHash('sha384').update(text).digest('hex');
const folder = 'w3c/rdf-canon';

interface Case extends JsonObject {
  id: string;
  name: string;
  type: string;
  action: string;
  result: string;
  hashAlgorithm?: string;
}
const cases: Case[] = conformance.present ? (conformance.json(`${folder}/manifest.jsonld`).entries as Case[]) : [];

describe.skipIf(!conformance.present)('the official suite of RDFC-1.0', () => {
  it('has all its cases here', () => {
    expect(cases.length).toBe(86);
  });

  it.each(cases.filter(({ type }) => type === 'rdfc:RDFC10EvalTest'))('$id $name', (testCase) => {
    const quads = quadsOfNQuads(conformance.text(`${folder}/${testCase.action}`));

    const { nquads } = canonizeQuads(quads, testCase.hashAlgorithm === 'SHA384' ? sha384 : sha256, 3);

    expect(nquads).toBe(conformance.text(`${folder}/${testCase.result}`));
  });

  it.each(cases.filter(({ type }) => type === 'rdfc:RDFC10MapTest'))('$id $name', (testCase) => {
    const quads = quadsOfNQuads(conformance.text(`${folder}/${testCase.action}`));

    const { labels } = canonizeQuads(quads, testCase.hashAlgorithm === 'SHA384' ? sha384 : sha256, 3);

    const map = Object.fromEntries(quads.names.map((name, node) => [name, labels[node]]));
    expect(map).toEqual(conformance.json(`${folder}/${testCase.result}`));
  });

  it.each(cases.filter(({ type }) => type === 'rdfc:RDFC10NegativeEvalTest'))('$id $name', (testCase) => {
    const quads = quadsOfNQuads(conformance.text(`${folder}/${testCase.action}`));

    expect(() => canonizeQuads(quads, sha256, 3)).toThrow(expect.objectContaining({ code: 'canon.too-complex' }));
  });
});

describe('canonical labels', () => {
  it('are the same as those of the reference for graphs whose blank nodes look alike', async () => {
    const node = fc.oneof(
      fc.integer({ min: 0, max: 5 }).map((name) => `_:n${name}`),
      fc.constantFrom('<urn:a>', '<urn:b>'),
    );
    const object = fc.oneof(node, fc.constantFrom('"text"', '"\u{1F600}"@en', '"1"^^<urn:type>'));
    const graph = fc.oneof(fc.constant(''), node);
    const quad = fc
      .tuple(node, fc.constantFrom('<urn:p>', '<urn:q>'), object, graph)
      .map(([s, p, o, g]) => `${s} ${p} ${o} ${g}${g && ' '}.\n`);
    const dataset = fc.uniqueArray(quad, { minLength: 1, maxLength: 12 }).map((lines) => lines.join(''));

    await fc.assert(
      fc.asyncProperty(dataset, async (nquads) => {
        const reference = await rdfCanonize.canonize(nquads, {
          algorithm: 'RDFC-1.0',
          inputFormat: 'application/n-quads',
          format: 'application/n-quads',
          maxWorkFactor: 3,
        });

        expect(canonizeQuads(quadsOfNQuads(nquads), sha256, 3).nquads).toBe(reference);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 1000) },
    );
  });

  it('do not depend on the order of the quads or the names of the blank nodes', () => {
    const ring = (names: string[]) =>
      names.map((name, at) => `_:${name} <urn:next> _:${names[(at + 1) % names.length]} .\n`);

    const one = canonizeQuads(quadsOfNQuads(ring(['a', 'b', 'c']).join('')), sha256, 2);
    const other = canonizeQuads(quadsOfNQuads(ring(['z', 'm', 'k']).reverse().join('')), sha256, 2);

    expect(one.nquads).toBe(other.nquads);
    expect(one.nquads.match(/c14n/g)?.length).toBe(6);
  });

  it('cost no more than the document is worth', () => {
    const names = Array.from({ length: 12 }, (_, at) => `_:n${at}`);
    const clique = names.flatMap((a) => names.filter((b) => a !== b).map((b) => `${a} <urn:p> ${b} .\n`)).join('');

    const attempt = () => canonizeQuads(quadsOfNQuads(clique), sha256);

    expect(attempt).toThrow(expect.objectContaining<Partial<BadgeError>>({ code: 'canon.too-complex' }));
  });
});
