import { isObject, type Json, type JsonObject } from '../../src/model/json.ts';
import { memberOf, parseJsonPointer } from '../../src/model/json-pointer.ts';

/** A row of a table: cells by the name of their column, in lower case. */
export type Row = ReadonlyMap<string, string>;

const hole = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** The columns that a template names as `{{column}}`, in lower case. */
export function holesOf(template: unknown): Set<string> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string')
      for (const [, name] of value.matchAll(hole)) found.add((name as string).toLowerCase());
    else if (Array.isArray(value)) value.forEach(look);
    else if (isObject(value)) Object.values(value).forEach(look);
  };
  look(template);
  return found;
}

/**
 * The template with the cells of one row in its holes. Texts stay texts, whatever is in a cell: it cannot add members.
 * A member that is nothing but a hole is left out when its cell is empty.
 */
export function filled(template: JsonObject, row: Row): JsonObject {
  return filledValue(template, row) as JsonObject;
}

function filledValue(value: unknown, row: Row): Json | undefined {
  if (typeof value === 'string') return filledText(value, row);
  if (Array.isArray(value)) return value.map((item) => filledValue(item, row)).filter((item) => item !== undefined);
  if (!isObject(value)) return value as Json;
  const members = Object.entries(value).map(([name, inner]) => [name, filledValue(inner, row)] as const);
  return Object.fromEntries(members.filter((member): member is [string, Json] => member[1] !== undefined));
}

function filledText(text: string, row: Row): string | undefined {
  if (!text.includes('{{')) return text;
  const said = text.replace(hole, (_, name: string) => row.get(name.toLowerCase()) ?? '');
  return said === '' ? undefined : said;
}

/** The columns that fill the text at a JSON pointer of the template; empty when none does. */
export function columnsAt(template: JsonObject, pointer: string): string[] {
  const value = parseJsonPointer(pointer).reduce(memberOf, template as unknown);
  return [...holesOf(value)];
}
