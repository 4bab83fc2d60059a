import { BadgeError } from '../model/badge-error.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import type { BlankNumbers } from './blank-numbers.ts';
import type { CompiledContexts } from './compiled-contexts.ts';
import type { Division } from './division.ts';
import { quadsOf } from './quads-of.ts';
import { canonicalLabels, type HexHash } from './rdfc.ts';

/** A document to take parts from, by one walk over each; undefined when the compiled contexts do not cover it. */
export function compiledDivision(
  original: JsonObject,
  contexts: CompiledContexts,
  hash: HexHash,
): Division | undefined {
  const document = unshared(original) as JsonObject;
  const numbers: BlankNumbers = { count: 0, names: new Map(), byOwner: new Map() };
  const whole = quadsOf(document, contexts, numbers);
  if (!whole) return undefined;
  return {
    document,
    quadsOf(selection) {
      if (selection.document === document) return whole;
      for (const [part, source] of selection.sources) {
        const own = numbers.byOwner.get(source);
        if (own) numbers.byOwner.set(part, own);
      }
      const quads = quadsOf(selection.document, contexts, numbers);
      if (!quads) throw new BadgeError('pointer.inseparable');
      return quads;
    },
    labelsOf: (quads) => canonicalLabels(quads, hash),
  };
}

/** A copy in which no object is at two places, as it would be after parsing. What JSON has not is left to the walk. */
function unshared(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unshared);
  if (!isObject(value) || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const copy: JsonObject = {};
  for (const [name, member] of Object.entries(value)) copy[name] = unshared(member);
  return copy;
}
