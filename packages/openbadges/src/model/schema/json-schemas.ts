import * as z from 'zod/mini';
import { isObject, type JsonObject } from '../json.ts';
import type { DialectName } from './dialect.ts';
import type { OlderVersion } from './older-schema-problems.ts';
import { openBadges1Schemas, openBadges05Schemas } from './open-badges-1-schemas.ts';
import { openBadges2Schemas } from './open-badges-2-schemas.ts';
import { type Envelope, openBadges3Schemas } from './open-badges-3-schemas.ts';
import { schemaNotes } from './schema-notes.ts';

/** Which schemas are wanted. */
export interface JsonSchemaOptions {
  /** `3.0` unless said; its schemas are those of CLR 2.0 and of VC presentations as well. */
  version?: OlderVersion | '3.0';
  /** Of 3.0: `strict` unless said. */
  dialect?: DialectName;
  /** Of 3.0: `vc-2.0` unless said. */
  envelope?: Envelope;
  /** What `$id` begins with, for those who publish them. */
  base?: string;
}

/**
 * JSON Schemas (2020-12) of every class, by its name. Each stands on its own, with a stable `$id` and what it refers to
 * under `$defs`. They say what the zod schemas of this package say, save for the few rules that are only prose.
 */
export function jsonSchemas(options: JsonSchemaOptions = {}): Record<string, JsonObject> {
  const { version = '3.0', dialect = 'strict', envelope = 'vc-2.0', base = 'urn:openbadges:schema:' } = options;
  const folder = version === '3.0' ? `3.0/${dialect}/${envelope}` : version;
  const definitions = definitionsOf(classesOf(version, dialect, envelope));
  const documents = Object.keys(definitions).map((name): [string, JsonObject] => [
    name,
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `${base}${folder}/${name}`,
      title: name,
      $ref: `#/$defs/${name}`,
      $defs: reachable(name, definitions),
    },
  ]);
  return Object.fromEntries(documents);
}

function classesOf(
  version: OlderVersion | '3.0',
  dialect: DialectName,
  envelope: Envelope,
): Record<string, z.ZodMiniType> {
  if (version === '3.0') return openBadges3Schemas(dialect, envelope);
  if (version === '2.0') return openBadges2Schemas();
  return version === '0.5' ? openBadges05Schemas() : openBadges1Schemas(version);
}

type Definitions = Record<string, JsonObject>;

function definitionsOf(classes: Record<string, z.ZodMiniType>): Definitions {
  const named = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(classes)) named.add(schema, { id });
  const { schemas } = z.toJSONSchema(named, {
    io: 'input',
    unrepresentable: 'any',
    uri: (id) => `#/$defs/${id}`,
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, schemaNotes.get(zodSchema));
    },
  });
  const bare = Object.entries(schemas).map(([name, schema]): [string, JsonObject] => {
    const { $schema: _, $id: __, id: ___, ...rest } = schema as JsonObject;
    return [name, rest];
  });
  return Object.fromEntries(bare);
}

function reachable(name: string, definitions: Definitions, found: Definitions = {}): Definitions {
  const definition = definitions[name];
  if (!definition || Object.hasOwn(found, name)) return found;
  found[name] = definition;
  for (const reference of references(definition)) reachable(reference, definitions, found);
  return found;
}

function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner.replace('#/$defs/', '')] : references(inner),
  );
}
