import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compiledContexts } from '../../canon/compiled-contexts.ts';
import { compiledDivision } from '../../canon/compiled-division.ts';
import type { Division } from '../../canon/division.ts';
import { heldContexts } from '../../canon/held-contexts.ts';
import { jsonldCanonicalizer } from '../../canon/jsonld-canonicalizer.ts';
import { quadLines } from '../../canon/quad-lines.ts';
import type { JsonObject } from '../../model/json.ts';
import { fullBadge } from '../../testing/full-badge.ts';
import { pointersOf } from '../../testing/pointers-of.ts';
import { selectPointers } from './select-pointers.ts';

const contexts = compiledContexts(heldContexts);
const reference = jsonldCanonicalizer();
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const compiled = (document: JsonObject) => compiledDivision(document, contexts, hash) ?? expect.fail('not covered');

/** Statements of a part, with the labels that its nodes have in the whole. */
async function linesOf(division: Division, pointers: readonly string[]): Promise<string[]> {
  const whole = await division.quadsOf({ document: division.document, sources: new Map() });
  const labels = division.labelsOf(whole);
  const selection = selectPointers(division.document, pointers);
  return selection ? quadLines(await division.quadsOf(selection), labels).sort() : [];
}

describe('parts of a document', () => {
  it('say the same in one walk as in the reference, whatever is selected', async () => {
    const badge = fullBadge();
    const known = await reference.divide(badge);
    const pointers = pointersOf(badge).filter((pointer) => !/allowedValue\//.test(pointer));

    await fc.assert(
      fc.asyncProperty(fc.subarray(pointers, { minLength: 1, maxLength: 6 }), async (selected) => {
        expect(await linesOf(compiled(badge), selected)).toEqual(await linesOf(known, selected));
      }),
      { numRuns: 60 },
    );
  });

  it('have nodes that the document names by itself under one name wherever they are', async () => {
    const evidence = [
      { id: '_:a', type: ['Evidence'], name: 'One' },
      { id: '_:b', type: ['Evidence'], name: 'Two' },
      { id: '_:a', type: ['Evidence'], narrative: 'Of one' },
    ];
    const document = { ...fullBadge(), evidence };

    for (const pointers of [['/evidence/2'], ['/evidence/0', '/evidence/1/name'], ['/evidence']]) {
      const lines = await linesOf(compiled(document), pointers);

      expect(lines).toEqual(await linesOf(await reference.divide(document), pointers));
      expect(lines.join('')).not.toContain('undefined');
    }
  });

  it('have two nodes where one object stands at two places', async () => {
    const evidence = { type: ['Evidence'], name: 'Minutes' };
    const document = { ...fullBadge(), evidence: [evidence, evidence] };

    const lines = await linesOf(compiled(document), ['/evidence']);

    expect(lines.filter((line) => line.includes('"Minutes"'))).toHaveLength(2);
    expect(lines).toEqual(await linesOf(await reference.divide(document), ['/evidence']));
  });

  it('are the holder’s to choose also where a list has no array around its value', async () => {
    const badge = fullBadge();
    const [description] = badge.credentialSubject.achievement.resultDescription as JsonObject[];
    const document = structuredClone(badge);
    document.credentialSubject.achievement.resultDescription = [{ ...description, allowedValue: 'A' }];

    expect(compiledDivision(document, contexts, hash)).toBeUndefined();
    const lines = await linesOf(await reference.divide(document), ['/credentialSubject/achievement']);
    expect(lines.join('')).not.toContain('undefined');
  });

  it('differ from the whole where part of a list is selected', async () => {
    const list = '/credentialSubject/achievement/resultDescription/0/allowedValue';

    expect((await linesOf(compiled(fullBadge()), [`${list}/1`])).join('')).toContain('undefined');
    expect((await linesOf(compiled(fullBadge()), [list])).join('')).not.toContain('undefined');
  });
});
