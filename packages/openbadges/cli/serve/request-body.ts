import { isDateTimeStamp } from '../../src/model/is-date-time-stamp.ts';
import { isObject, type JsonObject } from '../../src/model/json.ts';
import { HttpRefusal } from './http-refusal.ts';

/** The `options` of a request; empty when there are none. Throws an `HttpRefusal`, as all of these. */
export function optionsOf({ options }: JsonObject): JsonObject {
  if (options === undefined || options === null) return {};
  if (!isObject(options)) throw malformed('options is not an object.', '/options');
  return options;
}

export function objectIn(body: JsonObject, name: string): JsonObject {
  const value = body[name];
  if (isObject(value)) return value;
  throw malformed(`The body has no object ${name}.`, `/${name}`);
}

/** An option that is a text, under the name it has here; nothing when it is not there. */
export function withText<Name extends string>(name: Name, value: unknown): { [Each in Name]?: string } {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'string') throw malformed(`${name} is not a text.`, `/options/${name}`);
  return { [name]: value } as { [Each in Name]: string };
}

/** An option that is a list of texts. */
export function textsIn(options: JsonObject, name: string): string[] | undefined {
  const value = options[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  throw malformed(`${name} is not a list of texts.`, `/options/${name}`);
}

export function instantOf(value: unknown, name: string): Date | undefined {
  if (value === undefined) return undefined;
  if (!isDateTimeStamp(value)) throw malformed(`${name} is not a date and time with a time zone.`, `/options/${name}`);
  return new Date(value);
}

export function malformed(sentence: string, pointer: string): HttpRefusal {
  return new HttpRefusal(400, { code: 'document.invalid', sentence, pointer });
}
