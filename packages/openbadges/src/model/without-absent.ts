import type { JsonObject } from './json.ts';

/** OB 3.0 serialisation: a member without a value, or with an empty array, is left out. */
export function withoutAbsent<T extends JsonObject>(members: T): T {
  const present = Object.entries(members).filter(
    ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(present) as T;
}
