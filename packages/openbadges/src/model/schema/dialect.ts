import * as z from 'zod/mini';
import { schemaNotes } from './schema-notes.ts';

/** How a document may be written: as the specification prints it, or as JSON-LD compaction leaves it (OB 3.0 §1.3). */
export type DialectName = 'strict' | 'json-ld';

export type ContextList = (string | Record<string, unknown>)[];

/**
 * What a type in strict form may look like where it is read (OB 3.0 §1.3): a list may be a single value, and a text a
 * map of languages.
 */
export type AsRead<T> = T extends string
  ? T | Record<string, T>
  : T extends (infer Item)[]
    ? AsRead<Item> | AsRead<Item>[]
    : T extends object
      ? { [Member in keyof T]: AsRead<T[Member]> }
      : T;

/** The things in which the two families of official schemas differ; types are those of the strict family. */
export interface Dialect {
  text: z.ZodMiniType<string>;
  /** A set: always an array, or a single value without one. */
  many<T>(item: z.ZodMiniType<T>): z.ZodMiniType<T[]>;
  /** The `type` of a class: an array that holds these names. */
  type(...names: string[][]): z.ZodMiniType<string[]>;
  /** The `type` of a closed class: exactly this text. */
  exactly<Name extends string>(name: Name): z.ZodMiniType<Name>;
  /** The first contexts in their order, then anything. */
  context(first: string, ...next: RegExp[]): z.ZodMiniType<ContextList>;
}

const languageTag = z.string().check(z.regex(/^[a-z]{2}(-[A-Z]{2})?$/));

const strictDialect: Dialect = {
  text: z.string(),
  many: (item) => z.array(item),
  type: (...names) => holding(z.array(z.string()), names),
  exactly: (name) => z.literal(name),
  context: (first, ...next) => contextList(first, next),
};

const text = z.union([z.string(), z.record(languageTag, z.string())]) as unknown as z.ZodMiniType<string>;

/** Accepts `AsRead` of what it says. */
const jsonLdDialect: Dialect = {
  text,
  many: (item) => z.union([z.array(item), item]) as unknown as z.ZodMiniArray<typeof item>,
  // A lone text is not compared with the name of the class: so the official schema has it.
  type: (...names) => z.union([text, holding(z.array(text), names)]) as unknown as z.ZodMiniType<string[]>,
  exactly: <Name extends string>(name: Name) =>
    z.union([z.literal(name), z.record(languageTag, z.literal(name))]) as unknown as z.ZodMiniType<Name>,
  context: (first, ...next) =>
    z.union([z.literal(first), contextList(first, next)]) as unknown as z.ZodMiniType<ContextList>,
};

export const dialects: Record<DialectName, Dialect> = { strict: strictDialect, 'json-ld': jsonLdDialect };

function contextList(first: string, next: RegExp[]): z.ZodMiniType<ContextList> {
  const rest = z.union([z.string(), z.record(z.string(), z.unknown())]);
  const fixed = [z.literal(first), ...next.map((form) => z.string().check(z.regex(form)))] as const;
  return z.tuple(fixed, rest) as unknown as z.ZodMiniType<ContextList>;
}

/** Of each group of names at least one must be among the items. */
function holding(list: z.ZodMiniType<string[]>, groups: string[][]): z.ZodMiniType<string[]> {
  const checks = groups.map((names) =>
    z.refine<string[]>((items) => items.some((item) => names.includes(item)), { params: { names } }),
  );
  const contains = groups.map((names) => ({ contains: { enum: names } }));
  return list.check(...checks).register(schemaNotes, { allOf: contains });
}
