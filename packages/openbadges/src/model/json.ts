/** Anything that JSON can say. */
export type Json = string | number | boolean | null | Json[] | { [member: string]: Json };

/** A JSON object as it was parsed: nothing is known about its members yet. */
export type JsonObject = { [member: string]: unknown };

/** Whether it is an object, and neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON-LD compaction writes a single value without its array; reading undoes that. */
export function asArray(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
