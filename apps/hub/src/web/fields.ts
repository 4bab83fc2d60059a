import { z } from 'zod';
import { isEmailAddress, isWebAddress } from '../kernel/addresses.ts';
import { composeText } from '../kernel/compose-text.ts';

/** Text as people type it: composed (NFC), trimmed, without control characters. */
function cleanText(value: string): string {
  return composeText(value)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}

export const line = (maximum = 200) =>
  z
    .string()
    .transform((value) => cleanText(value).replace(/\s+/g, ' '))
    .pipe(z.string().min(1).max(maximum));
export const optionalLine = (maximum = 200) =>
  z
    .string()
    .default('')
    .transform((value) => cleanText(value).replace(/\s+/g, ' '))
    .pipe(z.string().max(maximum));
export const paragraphs = (maximum = 5000) => z.string().transform(cleanText).pipe(z.string().min(1).max(maximum));
export const optionalParagraphs = (maximum = 5000) =>
  z.string().default('').transform(cleanText).pipe(z.string().max(maximum));

/** Lower case: hashes in credentials are made of it. */
export const emailAddress = z
  .string()
  .transform((value) => cleanText(value).toLowerCase())
  .refine(isEmailAddress, 'form.email');

export const webAddress = z
  .string()
  .transform((value) => cleanText(value))
  .refine(isWebAddress, 'form.web-address');
export const optionalWebAddress = z
  .string()
  .default('')
  .transform((value) => cleanText(value))
  .refine((value) => value === '' || isWebAddress(value), 'form.web-address');

export const checkbox = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== '' && value !== 'false');

export const optionalInteger = (minimum: number, maximum: number) =>
  z
    .string()
    .default('')
    .transform((value) => (value.trim() === '' ? undefined : Number(value)))
    .pipe(z.number('form.number').int('form.number').min(minimum).max(maximum).optional());

/** One value or several of the same name; each is checked by `item`. */
export const several = <T>(item: z.ZodType<T, string>) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]))
    .pipe(z.array(item));

/** `<input type="datetime-local">` in the reader's zone; "" is undefined. */
export const optionalLocalTime = z
  .string()
  .default('')
  .refine((value) => value === '' || /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(value), 'form.date');
export const optionalDay = z
  .string()
  .default('')
  .refine(
    (value) => value === '' || (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))),
    'form.date',
  );
