import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BadgeError } from '../../model/badge-error.ts';
import type { JsonObject } from '../../model/json.ts';
import { badgeLikeDocument } from '../../testing/badge-like-document.ts';
import { dice } from '../../testing/dice.ts';
import { pointersOf } from '../../testing/pointers-of.ts';
import { sdIssuer, sdTools } from '../../testing/sd-issuer.ts';
import { deriveSdCredential } from './derive-sd-credential.ts';

/** `FUZZ_RUNS=20000` for a long run. */
const runs = Number(process.env.FUZZ_RUNS ?? 200);

/** A document thrown from a seed, and what its issuer and its holder choose of it. */
function thrown(seed: number) {
  const throws = dice(seed);
  const { proof: _, ...document } = badgeLikeDocument(throws, true);
  const pointers = pointersOf(document);
  const some = () => (pointers.length === 0 ? [] : throws.some(4, () => throws.pick(pointers)));
  return { document, mandatory: some(), selective: some() };
}

async function shownOf({ document, mandatory, selective }: ReturnType<typeof thrown>) {
  try {
    const signed: JsonObject = await sdIssuer.sign(document, mandatory);
    return await deriveSdCredential(signed, { selectivePointers: selective }, sdTools);
  } catch (error) {
    if (error instanceof BadgeError) return error.code;
    throw error;
  }
}

it(
  'what can be disclosed of any document verifies, and what cannot is named',
  async () => {
    const counts: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const shown = await shownOf(thrown(seed));

        const found = typeof shown === 'string' ? shown : (await sdIssuer.verify(shown)).code;
        counts[found] = (counts[found] ?? 0) + 1;
        expect(found).toMatch(/^(proof\.valid|proof\.nothing-disclosed|pointer\.inseparable|canon\.)/);
      }),
      { numRuns: runs },
    );
    expect(counts['proof.valid']).toBeGreaterThan(runs / 4);
  },
  30_000 + runs * 100,
);
