import type { JsonObject } from '../model/json.ts';
import type { ActiveContext, Use } from './active-context.ts';

/** JSON-LD 1.1 API §5.1.2 step 7: what came with a type does not reach further, but to references and values. */
export function contextFor({ scalars, kept, reverted }: Use, keys: readonly string[]): ActiveContext {
  if (scalars.previous === undefined) return kept;
  if (keys.length > 2 || keys.length === 0) return reverted;
  const [first, second] = keys as [string, string?];
  if (first === '@context' || second === '@context') return reverted;
  const keyword = keywordOf(first, scalars);
  if (second === undefined) return keyword === '@value' || keyword === '@id' ? kept : reverted;
  return keyword === '@value' || keywordOf(second, scalars) === '@value' ? kept : reverted;
}

/** The keyword that a key is or stands for; empty for a property. */
export function keywordOf(key: string, { terms }: ActiveContext): string {
  return terms.get(key)?.keyword ?? (key.charCodeAt(0) === 0x40 ? key : '');
}

/** The first of these keys that the node has. */
export function keyAmong(keys: readonly string[], node: JsonObject): string | undefined {
  for (const key of keys) if (node[key] !== undefined) return key;
  return undefined;
}
