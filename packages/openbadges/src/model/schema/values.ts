import * as z from 'zod/mini';
import { schemaNotes } from './schema-notes.ts';

/** RFC 3339 §5.6: a zone is part of it. */
export const dateTime = z
  .string()
  .check(
    z.regex(/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/),
    z.refine((text) => !Number.isNaN(Date.parse(text.replace(' ', 'T')))),
  )
  .register(schemaNotes, { format: 'date-time' });
export const date = z.iso.date();
export const languageCode = z.string().check(z.regex(/^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/));
export const compactJws = z.string().check(z.regex(/^[a-zA-Z0-9_-]+\.[a-zA-Z0-9_-]*\.[a-zA-Z0-9_-]+$/));

/** One of the words, or an extension of the vocabulary. */
export function word<Word extends string>(words: readonly Word[]) {
  return z.union([
    z.enum(words as unknown as [Word, ...Word[]]),
    z.string().check(z.regex(/(ext:)[a-z|A-Z|0-9|.|-|_]+/)),
  ]) as z.ZodMiniType<Word | `ext:${string}`>;
}
