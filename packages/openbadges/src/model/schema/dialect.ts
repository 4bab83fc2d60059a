import { z } from 'zod';

/** How a document may be written: as the specification prints it, or as JSON-LD compaction leaves it (OB 3.0 §1.3). */
export type DialectName = 'strict' | 'json-ld';

/** The four things in which the two families of official schemas differ. */
export interface Dialect {
  text: z.ZodType;
  /** A set: always an array, or a single value without one. */
  many(item: z.ZodType): z.ZodType;
  /** The `type` of a class: an array that holds these names. */
  type(...names: string[][]): z.ZodType;
  /** The `type` of a closed class: exactly this text. */
  exactly(name: string): z.ZodType;
  /** The first contexts in their order, then anything. */
  context(first: string): z.ZodType;
}

const openBadgeContext = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/;
const languageTag = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/);

export const dialects: Record<DialectName, Dialect> = { strict: strictDialect(), 'json-ld': jsonLdDialect() };

function strictDialect(): Dialect {
  return {
    text: z.string(),
    many: (item) => z.array(item),
    type: (...names) => holding(z.array(z.string()), names),
    exactly: (name) => z.literal(name),
    context: (first) => contextList(first),
  };
}

function jsonLdDialect(): Dialect {
  const text = z.union([z.string(), z.record(languageTag, z.string())]);
  return {
    text,
    many: (item) => z.union([z.array(item), item]),
    // A lone text is not compared with the name of the class: so the official schema has it.
    type: (...names) => z.union([text, holding(z.array(text), names)]),
    exactly: (name) => z.union([z.literal(name), z.record(languageTag, z.literal(name))]),
    context: (first) => z.union([z.literal(first), contextList(first)]),
  };
}

function contextList(first: string): z.ZodType {
  const rest = z.union([z.string(), z.record(z.string(), z.unknown())]);
  return z.tuple([z.literal(first), z.string().regex(openBadgeContext)], rest);
}

/** Of each group of names at least one must be among the items. */
function holding(list: z.ZodType<unknown[]>, groups: string[][]): z.ZodType {
  return list.superRefine((items, context) => {
    for (const names of groups) {
      if (!items.some((item) => names.some((name) => name === item))) {
        context.addIssue({ code: 'custom', message: `must contain ${names.join(' or ')}` });
      }
    }
  });
}
