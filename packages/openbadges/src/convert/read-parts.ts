import { idOf, plainText } from '../import/plain-text.ts';
import { isDateTimeStamp, millisecondsOf } from '../model/is-date-time-stamp.ts';
import { isUrl } from '../model/is-url.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';

/** A text that says something, in the wished language where there are several. */
export function textIn(value: unknown, language?: string): string | undefined {
  const text = plainText(value, language)?.trim();
  return text === '' ? undefined : text;
}

/** The URL in `"https://…"` or `{ "id": "https://…" }`. */
export function urlIn(value: unknown): string | undefined {
  const url = idOf(asArray(value)[0]);
  return isUrl(url) ? url : undefined;
}

export function objectsIn(value: unknown): JsonObject[] {
  return asArray(value).filter(isObject);
}

export function objectIn(value: unknown): JsonObject {
  return objectsIn(value)[0] ?? {};
}

/** An instant with a zone; seconds may be missing, as Open Badges 2.0 allows. */
export function instantIn(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined;
  const whole = value.replace(/T(\d\d:\d\d)(?=Z|[+-]\d)/, 'T$1:00');
  return isDateTimeStamp(whole) ? new Date(millisecondsOf(whole)) : undefined;
}

/** A list without what is not there, or nothing. */
export function listIn<T>(values: (T | undefined)[]): T[] | undefined {
  const present = values.filter((value): value is T => value !== undefined);
  return present.length > 0 ? present : undefined;
}
