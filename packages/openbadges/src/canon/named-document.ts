import { asArray, isObject, type JsonObject } from '../model/json.ts';

/**
 * A document with the names that the nodes of its compacted form have, all of them or undefined.
 *
 * Compaction drops the array around a single value, and pointers are into the document as it was.
 */
export function namedDocument(document: JsonObject, compact: JsonObject, prefix: string, count: number) {
  const given = { prefix, left: count };
  const named = withNames(document, compact, given) as JsonObject;
  return given.left === 0 ? named : undefined;
}

interface Given {
  prefix: string;
  left: number;
}

function withNames(value: unknown, compact: unknown, given: Given): unknown {
  if (Array.isArray(value)) {
    const others = asArray(compact);
    return value.map((item, i) => withNames(item, others[i], given));
  }
  if (!isObject(value) || !isObject(compact)) return value;
  const named: JsonObject = {};
  for (const [key, member] of Object.entries(value)) named[key] = withNames(member, compact[key], given);
  for (const [key, id] of Object.entries(compact)) {
    if (typeof id !== 'string' || !id.startsWith(given.prefix) || key in value) continue;
    named[key] = id;
    given.left -= 1;
  }
  return named;
}
