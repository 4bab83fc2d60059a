import { z } from 'zod';

/** RFC 3339 §5.6: a zone is part of it. */
export const dateTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/)
  .refine((text) => !Number.isNaN(Date.parse(text.replace(' ', 'T'))));
export const date = z.iso.date();
export const languageCode = z.string().regex(/^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/);
export const compactJws = z.string().regex(/^[a-zA-Z0-9_-]+\.[a-zA-Z0-9_-]*\.[a-zA-Z0-9_-]+$/);

/** One of the words, or an extension of the vocabulary. */
export function word(words: readonly string[]): z.ZodType {
  return z.union([z.enum(words as [string, ...string[]]), z.string().regex(/(ext:)[a-z|A-Z|0-9|.|-|_]+/)]);
}
