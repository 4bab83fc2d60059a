/** Whether a value is what `JSON.parse` gives, all the way down: no dates, maps, or members that objects inherit. */
export function isPlainJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  return isPlain(value) && Object.values(value).every(isPlainJson);
}

/** An object as it comes from a parser, or an array. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}
