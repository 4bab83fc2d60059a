import { isObject, type JsonObject } from '../../model/json.ts';
import type { Disclosure } from './disclosure.ts';

/** No document has more; each digest may stand for another part. */
const mostDigests = 10_000;
const deepest = 64;

interface Walk {
  unused: Map<string, Disclosure>;
  seen: Set<string>;
  isWrong: boolean;
}

/**
 * The payload with what was disclosed in its places (RFC 9901 §7.1); undefined where a digest stands twice, a name is
 * taken, or a disclosure belongs nowhere.
 */
export function reveal(payload: JsonObject, disclosures: readonly Disclosure[]): JsonObject | undefined {
  const walk: Walk = {
    unused: new Map(disclosures.map((each) => [each.digest, each])),
    seen: new Set(),
    isWrong: false,
  };
  if (walk.unused.size < disclosures.length) return undefined;
  const { _sd_alg: algorithm = 'sha-256', ...rest } = payload;
  const revealed = shown(rest, walk, 0);
  const isGood = algorithm === 'sha-256' && !walk.isWrong && walk.unused.size === 0;
  return isGood ? (revealed as JsonObject) : undefined;
}

function shown(value: unknown, walk: Walk, depth: number): unknown {
  if (depth > deepest || walk.seen.size > mostDigests) walk.isWrong = true;
  if (walk.isWrong) return value;
  if (Array.isArray(value)) return value.flatMap((item) => shownItems(item, walk, depth));
  return isObject(value) ? shownObject(value, walk, depth) : value;
}

function shownItems(item: unknown, walk: Walk, depth: number): unknown[] {
  if (!isObject(item) || !Object.hasOwn(item, '...')) return [shown(item, walk, depth + 1)];
  const found = take(item['...'], walk);
  if (Object.keys(item).length > 1 || found?.name !== undefined) walk.isWrong = true;
  return found ? [shown(found.value, walk, depth + 1)] : [];
}

function shownObject(object: JsonObject, walk: Walk, depth: number): JsonObject {
  const { _sd: digests, ...plain } = object;
  if (digests !== undefined && !Array.isArray(digests)) walk.isWrong = true;
  const members = new Map(Object.entries(plain).map(([name, inner]) => [name, shown(inner, walk, depth + 1)]));
  for (const digest of Array.isArray(digests) ? digests : []) {
    const found = take(digest, walk);
    if (!found) continue;
    if (found.name === undefined || members.has(found.name)) walk.isWrong = true;
    else members.set(found.name, shown(found.value, walk, depth + 1));
  }
  return Object.fromEntries(members) as JsonObject;
}

/** What a digest stands for; nothing when that was kept back. */
function take(digest: unknown, walk: Walk): Disclosure | undefined {
  const { unused, seen } = walk;
  if (typeof digest !== 'string' || seen.has(digest)) {
    walk.isWrong = true;
    return undefined;
  }
  seen.add(digest);
  const found = unused.get(digest);
  unused.delete(digest);
  return found;
}
