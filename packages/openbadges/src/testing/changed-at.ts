import { isObject, type JsonObject } from '../model/json.ts';
import { parseJsonPointer } from '../model/json-pointer.ts';

/** What is done to one member or item of its parent. */
export type Change = (parent: Record<string, unknown>, name: string) => void;

/** A copy of a document with one place changed, given as RFC 6901 pointer. */
export function changedAt(document: JsonObject, pointer: string, change: Change): JsonObject {
  const copy = structuredClone(document) as Record<string, unknown>;
  const names = parseJsonPointer(pointer);
  const last = names.pop() as string;
  const parent = names.reduce((inner, name) => inner[name] as Record<string, unknown>, copy);
  change(parent, last);
  return copy;
}

/** Puts the same kind of thing there that is not the same. */
export const anotherValue: Change = (parent, name) => {
  parent[name] = other(parent[name]);
};

function other(value: unknown): unknown {
  if (typeof value === 'string') return value === '' ? 'x' : `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  // The order of a set says nothing.
  if (Array.isArray(value)) return [other(value[0]), ...value.slice(1)];
  return isObject(value) ? { id: 'https://other.example/' } : 'https://other.example/';
}
