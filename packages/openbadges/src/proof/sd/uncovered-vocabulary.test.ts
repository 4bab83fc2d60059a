import { describe, expect, it } from 'vitest';
import { compiledContexts } from '../../canon/compiled-contexts.ts';
import { heldContexts } from '../../canon/held-contexts.ts';
import { quadsOf } from '../../canon/quads-of.ts';
import { asArray, type JsonObject } from '../../model/json.ts';
import { fullBadge } from '../../testing/full-badge.ts';
import { sdIssuer, sdTools } from '../../testing/sd-issuer.ts';
import { deriveSdCredential } from './derive-sd-credential.ts';

/** Terms that only jsonld understands: an index, and lists of lists. */
const vocabulary = {
  '@version': 1.1,
  chapters: { '@id': 'https://x.example/chapters', '@container': '@index' },
  table: { '@id': 'https://x.example/table', '@container': '@list' },
  title: 'https://x.example/title',
  spaced: { '@id': 'https://x.example/spaced', '@type': '@id' },
};

function badge(): JsonObject {
  const document = fullBadge();
  return {
    ...document,
    '@context': [...asArray(document['@context']), vocabulary],
    chapters: { one: { title: 'First' }, two: { title: 'Second', spaced: 'https://x.example/a<b' } },
    table: [
      [1, 2],
      [{ title: 'Cell' }, 'text'],
    ],
    evidence: [{ type: ['Evidence'], name: 'Only one, in an array' }],
  };
}

describe('a badge with a vocabulary that only the reference understands', () => {
  it.each([
    { selectivePointers: ['/chapters/two/title'] },
    { selectivePointers: ['/chapters/one'] },
    { selectivePointers: ['/table'] },
    { selectivePointers: ['/evidence/0/name'] },
    { selectivePointers: ['/credentialSubject/result/1'] },
    { selectivePointers: ['/chapters', '/table', '/evidence'] },
    { selectivePointers: [''] },
  ])('can be disclosed in part as any other: $selectivePointers', async ({ selectivePointers }) => {
    expect(quadsOf(badge(), compiledContexts(heldContexts))).toBeUndefined();
    const signed = await sdIssuer.sign(badge());

    const derived = await deriveSdCredential(signed, { selectivePointers }, sdTools);

    expect(await sdIssuer.verify(derived)).toEqual({ outcome: 'passed', code: 'proof.valid', values: {} });
  });

  it.each(['/table/0', '/table/1/1'])('has lists that cannot be taken apart: %s', async (pointer) => {
    const signed = await sdIssuer.sign(badge());

    const attempt = deriveSdCredential(signed, { selectivePointers: [pointer] }, sdTools);

    await expect(attempt).rejects.toMatchObject({ code: 'pointer.inseparable' });
  });
});
