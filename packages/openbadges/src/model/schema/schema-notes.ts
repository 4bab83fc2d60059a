import * as z from 'zod/mini';

/** What a schema asks beyond its structure, in the words of JSON Schema. */
export const schemaNotes = z.registry<{ format?: string; allOf?: object[]; description?: string }>();
