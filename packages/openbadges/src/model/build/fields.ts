import { isUrl } from '../is-url.ts';
import { isoSeconds } from '../iso-seconds.ts';
import { isObject, type JsonObject } from '../json.ts';
import { type InvalidReason, invalid } from './invalid-reasons.ts';

/** How one member is read from what a caller gives: its JSON, or `document.invalid` at `at`. */
export interface Field<T> {
  read(value: T, at: string): unknown;
  isNeeded?: boolean;
}

export type NeededField<T> = Field<T> & { isNeeded: true };

/** More than any real document has in one list. */
const mostItems = 10_000;

/** A text that says something and can be written as UTF-8. */
export const text: Field<string> = {
  read(value, at) {
    if (typeof value !== 'string') invalid(at, 'not-a-text');
    if (value.trim() === '') invalid(at, 'empty');
    if (/[\ud800-\udfff]/u.test(value)) invalid(at, 'broken-text');
    return value;
  },
};

/** An absolute URL that N-Quads can carry: they have no way to write some characters that browsers let pass. */
export const url: Field<string> = checked((value) => isUrl(value) && !/[{}|^\ud800-\udfff]/u.test(value), 'not-a-url');
export const finite: Field<number> = {
  read(value, at) {
    if (!Number.isFinite(value)) invalid(at, 'not-a-number');
    // JSON has no negative zero: signed as one, it would be read as another number.
    return value === 0 ? 0 : value;
  },
};
export const truth: Field<boolean> = checked((value) => typeof value === 'boolean', 'not-a-boolean');

/** OB 3.0 LanguageCode. */
export const language = matching(/^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/, 'not-a-language');
/** OB 3.0 CompactJws. */
export const compactJws = matching(/^[\w-]+\.[\w-]*\.[\w-]+$/, 'not-a-token');
export const countryCode = matching(/^[A-Z]{2}$/, 'not-a-country');

/** An instant in whole seconds. */
export const instant: Field<Date> = {
  read(value, at) {
    const year = value instanceof Date ? value.getUTCFullYear() : Number.NaN;
    if (!(year >= 0 && year <= 9999)) invalid(at, 'not-a-date');
    return isoSeconds(value);
  },
};

/** A day as `YYYY-MM-DD`. */
export const day: Field<string> = checked(
  (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && new Date(value).toJSON()?.slice(0, 10) === value,
  'not-a-date',
);

/** One of the words, or an extension of the vocabulary (`ext:Name`). */
export function word<Word extends string>(words: readonly string[]): Field<Word> {
  return {
    read(value, at) {
      const isWord =
        typeof value === 'string' && (words.includes(value) || /^ext:[a-zA-Z0-9._][a-zA-Z0-9._-]*$/.test(value));
      return isWord ? value : invalid(at, 'not-in-vocabulary', { words: words.join(', ') });
    },
  };
}

/** One of the words and nothing else. */
export function closedWord<Word extends string>(words: readonly Word[]): Field<Word> {
  return {
    read: (value, at) =>
      words.includes(value) ? value : invalid(at, 'not-in-vocabulary', { words: words.join(', ') }),
  };
}

export function list<T>(item: Field<T>): Field<T[]> {
  return {
    read(values, at) {
      if (!Array.isArray(values)) invalid(at, 'not-a-list');
      if (values.length > mostItems) invalid(at, 'too-many', { limit: String(mostItems) });
      return values.map((value, index) => item.read(value, `${at}/${index}`));
    },
  };
}

export function needed<T>(field: Field<T>): NeededField<T> {
  return { read: (value, at) => field.read(value, at), isNeeded: true };
}

/** What can only be named after it is defined, as a profile in a profile. */
export function later<T>(field: () => Field<T>): Field<T> {
  return { read: (value, at) => field().read(value, at) };
}

/** An object that is taken as it is, once `check` finds nothing against it. */
export function taken(check: (value: JsonObject, at: string) => void): Field<JsonObject> {
  return {
    read(value, at) {
      if (!isObject(value)) invalid(at, 'not-an-object');
      check(value, at);
      return value;
    },
  };
}

function matching(form: RegExp, why: InvalidReason): Field<string> {
  return checked((value) => typeof value === 'string' && form.test(value), why);
}

function checked<T>(isGood: (value: T) => boolean, why: InvalidReason): Field<T> {
  return { read: (value, at) => (isGood(value) ? value : invalid(at, why)) };
}
