import { BadgeError } from '../model/badge-error.ts';
import type { JsonObject } from '../model/json.ts';
import { memberOf, parseJsonPointer } from '../model/json-pointer.ts';

/** Texts in a document that can be exchanged without copying the rest of it. */
export interface Places {
  /** What stands there now, in the order of the pointers. */
  texts: string[];
  /** The document with other texts; everything else is shared with it. */
  documentWith(texts: readonly string[]): JsonObject;
}

/** The way to the places: members that lead on, or the number of a pointer where one ends. */
type Way = Map<string, Way | number>;

/** Finds the texts that these pointers (RFC 6901) lead to. Throws `document.invalid` for one that leads to none. */
export function placesAt(document: JsonObject, pointers: readonly string[]): Places {
  const way: Way = new Map();
  const texts = pointers.map((pointer, number) => textAt(document, pointer, number, way));
  return { texts, documentWith: (values) => filled(document, way, values) as JsonObject };
}

function textAt(document: JsonObject, pointer: string, number: number, way: Way): string {
  const members = parseJsonPointer(pointer);
  const last = members.at(-1);
  const text = members.reduce(memberOf, document as unknown);
  if (last === undefined || typeof text !== 'string') throw nothingAt(pointer);
  let from = way;
  for (const member of members.slice(0, -1)) {
    const next = from.get(member) ?? new Map();
    if (typeof next === 'number') throw nothingAt(pointer);
    from.set(member, next);
    from = next;
  }
  if (from.has(last)) throw nothingAt(pointer);
  from.set(last, number);
  return text;
}

function filled(value: unknown, way: Way, texts: readonly string[]): unknown {
  const copy = Array.isArray(value) ? [...value] : { ...(value as JsonObject) };
  for (const [member, next] of way) {
    const inner = (value as JsonObject)[member];
    (copy as JsonObject)[member] = typeof next === 'number' ? texts[next] : filled(inner, next, texts);
  }
  return copy;
}

function nothingAt(pointer: string): BadgeError {
  return new BadgeError('document.invalid', { pointer: pointer.slice(0, 300), reason: 'leads to no text' });
}
