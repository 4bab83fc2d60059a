import { type SchemaDraft, Validator } from '@cfworker/json-schema';
import { isObject, type JsonObject } from '../json.ts';
import { parseJsonPointer } from '../json-pointer.ts';
import { type SchemaProblem, schemaProblem } from '../schema/problems-of-issues.ts';
import { textOf } from '../text-of.ts';
import type { CredentialSchemaCode } from './credential-schema-sentences.ts';
import { patternCost } from './pattern-cost.ts';

/** What a schema says against a document, or why it was not run to its end. */
export type Run = { problems: SchemaProblem[] } | { stopped: CredentialSchemaCode };

const mostCharacters = 256 * 1024;
const mostNodes = 20_000;
const deepest = 64;
/** Subschemas visited; a real credential against a real schema takes some thousands. */
const mostVisits = 200_000;
/** Steps that the patterns may take with the longest text of the document. */
const mostSteps = 50_000_000;
const longestUniqueList = 1000;

/** Runs somebody else's JSON Schema: bounded in its size, its reach and its work. `isOpen` reads the draft from it. */
export function runSchema(text: string, document: JsonObject, isOpen: boolean): Run {
  if (text.length > mostCharacters) return { stopped: 'credential-schema.too-large' };
  const schema = parsed(text);
  if (!isObject(schema)) return { stopped: 'credential-schema.not-a-schema' };
  const size = measure(document);
  const found = survey(schema);
  if (found.isTooLarge || size.isTooLarge) return { stopped: 'credential-schema.too-complex' };
  if (found.refersOutside) return { stopped: 'credential-schema.refers-outside' };
  const cost = found.patterns.reduce((sum, pattern) => sum + patternCost(pattern, size.longestText), 0);
  if (cost > mostSteps) return { stopped: 'credential-schema.dangerous-pattern' };
  if (found.isUnique && size.longestList > longestUniqueList) return { stopped: 'credential-schema.too-complex' };
  return run(schema, document, isOpen ? draftOf(schema) : '2019-09');
}

class Exhausted extends Error {}

function run(schema: JsonObject, document: JsonObject, draft: SchemaDraft): Run {
  limitVisits(schema);
  try {
    const { errors } = new Validator(schema, draft, true).validate(document);
    return { problems: errors.slice(-1).map(({ instanceLocation }) => problemAt(instanceLocation)) };
  } catch (error) {
    // A schema may be wrong in any way, and what then is thrown says nothing about the document.
    const isTooMuch = error instanceof Exhausted || error instanceof RangeError;
    return { stopped: isTooMuch ? 'credential-schema.too-complex' : 'credential-schema.not-a-schema' };
  }
}

/** A pointer in the fragment of a URI (RFC 6901 §6). */
function problemAt(location: string): SchemaProblem {
  const parts = parseJsonPointer(decodeURIComponent(location.slice(1)));
  return schemaProblem('schema.malformed', parts);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function draftOf({ $schema }: JsonObject): SchemaDraft {
  const name = /draft\/(2019-09|2020-12)|draft-0?([47])/.exec(textOf($schema));
  return (name?.[1] ?? name?.[2] ?? '2020-12') as SchemaDraft;
}

/** Each visit of a subschema reads its `type`, so that counting there bounds the whole. */
function limitVisits(schema: JsonObject) {
  let left = mostVisits;
  for (const node of objectsIn(schema)) {
    const { type } = node;
    Object.defineProperty(node, 'type', {
      enumerable: Object.hasOwn(node, 'type'),
      get() {
        left -= 1;
        if (left < 0) throw new Exhausted();
        return type;
      },
    });
  }
}

function objectsIn(value: unknown, found: JsonObject[] = []): JsonObject[] {
  if (typeof value !== 'object' || value === null) return found;
  if (isObject(value)) found.push(value);
  for (const inner of Object.values(value)) objectsIn(inner, found);
  return found;
}

interface Survey {
  isTooLarge: boolean;
  refersOutside: boolean;
  isUnique: boolean;
  patterns: string[];
}

function survey(schema: JsonObject): Survey {
  const found: Survey = { isTooLarge: false, refersOutside: false, isUnique: false, patterns: [] };
  found.isTooLarge = !walk(schema, (key, value, holder) => {
    if (/^\$(recursive|dynamic)?Ref$/i.test(key) && typeof value === 'string' && !value.startsWith('#')) {
      found.refersOutside = true;
    }
    if (key === 'pattern' && typeof value === 'string') found.patterns.push(value);
    if (key === 'format' && value === 'regex') found.patterns.push('(.*)*');
    if (key === 'uniqueItems' && value === true) found.isUnique = true;
    if (key === 'patternProperties' && isObject(value)) found.patterns.push(...Object.keys(value));
    if (key === '$id' && holder !== schema) found.refersOutside = true;
  });
  return found;
}

function measure(document: JsonObject) {
  let longestText = 0;
  let longestList = 0;
  const isTooLarge = !walk(document, (key, value) => {
    longestText = Math.max(longestText, key.length, typeof value === 'string' ? value.length : 0);
    if (Array.isArray(value)) longestList = Math.max(longestList, value.length);
  });
  return { isTooLarge, longestText, longestList };
}

/** Visits every member; false when there are too many of them, or too deep. */
function walk(root: unknown, visit: (key: string, value: unknown, holder: unknown) => void): boolean {
  let nodes = 0;
  const into = (holder: unknown, depth: number): boolean => {
    if (typeof holder !== 'object' || holder === null) return true;
    if (depth > deepest) return false;
    for (const [key, value] of Object.entries(holder)) {
      nodes += 1;
      if (nodes > mostNodes) return false;
      visit(key, value, holder);
      if (!into(value, depth + 1)) return false;
    }
    return true;
  };
  return into(root, 0);
}
