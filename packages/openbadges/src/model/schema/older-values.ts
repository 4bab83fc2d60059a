import * as z from 'zod/mini';
import { schemaNotes } from './schema-notes.ts';

/** A text that says something. */
export const anyText = z.string().check(z.minLength(1));

/** An address as older badges write them: any scheme, or the name of a blank node. */
export const iri = z.string().check(z.regex(/^([a-z][a-z0-9+.-]*:|_:)\S+$/i));

/** ISO 8601 with a zone; seconds may be left out. */
export const instant = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)$/i),
  z.refine((text) => !Number.isNaN(Date.parse(text.slice(0, 10)))),
);

/** How badges before 2.0 write an instant: ISO 8601 with or without a zone, a day, or Unix seconds. */
export const olderInstant = z.union([
  z.number(),
  z.string().check(z.regex(/^(\d{9,11}(\.\d+)?|\d{4}-\d\d-\d\d([T ]\d\d:\d\d.*)?)$/)),
]);

export function oneOrMany<T>(item: z.ZodMiniType<T>) {
  return z.union([item, z.array(item)]);
}

/** The `type` of a class, alone or among others. */
export function typed(...names: string[]) {
  const list = z
    .array(z.string())
    .check(z.refine((items) => items.some((item) => names.includes(item)), { params: { names } }))
    .register(schemaNotes, { allOf: [{ contains: { enum: names } }] });
  return z.union([z.enum(names as [string, ...string[]]), list]);
}
