import type { Selection } from '../../canon/division.ts';
import { BadgeError } from '../../model/badge-error.ts';
import { isObject, type JsonObject } from '../../model/json.ts';
import { hasPointer, parseJsonPointer } from '../../model/json-pointer.ts';

/** What is wanted of a value: all of it, or these members. */
type Wanted = 'all' | Map<string, Wanted>;

/** Without these the rest of an object would mean something else: a text in a language is one value. */
const inseparable = ['@context', 'id', '@id', 'type', '@type', '@value', '@language', '@direction'];

/**
 * The part of a document that some JSON pointers select (VC DI ECDSA §3.4.13): what they point at, and on the way there
 * what each object is. Nothing is copied that is there whole. Undefined when there are no pointers.
 *
 * Throws `pointer.invalid`, and `pointer.missing` when the document has nothing at one of them.
 */
export function selectPointers(document: JsonObject, pointers: readonly string[]): Selection | undefined {
  if (pointers.length === 0) return undefined;
  const sources = new Map<JsonObject, JsonObject>();
  const selected = pick(document, wantedBy(document, pointers), sources);
  return { document: selected as JsonObject, sources };
}

function wantedBy(document: JsonObject, pointers: readonly string[]): Wanted {
  let wanted: Wanted = new Map();
  for (const pointer of pointers) {
    if (!hasPointer(document, pointer)) throw new BadgeError('pointer.missing', { pointer: pointer.slice(0, 200) });
    wanted = want(wanted, parseJsonPointer(pointer), 0);
  }
  return wanted;
}

function want(wanted: Wanted, names: string[], at: number): Wanted {
  if (wanted === 'all' || at === names.length) return 'all';
  const name = names[at] as string;
  return wanted.set(name, want(wanted.get(name) ?? new Map(), names, at + 1));
}

function pick(value: unknown, wanted: Wanted, sources: Map<JsonObject, JsonObject>): unknown {
  if (wanted === 'all') return value;
  if (Array.isArray(value)) {
    const places = [...wanted.keys()].map(Number).sort((a, b) => a - b);
    return places.map((place) => pick(value[place], wanted.get(String(place)) as Wanted, sources));
  }
  if (!isObject(value)) return value;
  const part: JsonObject = {};
  for (const [name, member] of Object.entries(value)) {
    const inner = wanted.get(name);
    if (inseparable.includes(name)) part[name] = member;
    else if (inner) part[name] = pick(member, inner, sources);
  }
  sources.set(part, value);
  return part;
}
