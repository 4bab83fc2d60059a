import { z } from 'zod';
import { iconNames } from './icons.ts';

export const shapes = [
  'arch',
  'note',
  'octagon',
  'hexagon',
  'shield',
  'burst',
  'roundel',
  'scallop',
  'lozenge',
] as const;
export type Shape = (typeof shapes)[number];

export const grounds = ['full', 'cream'] as const;
export type Ground = (typeof grounds)[number];

/** The longest ribbon that still reads at 64 px, in characters as people count them. */
export const longestRibbon = 18;

const Ink = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/)
  .toLowerCase();

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

const Ribbon = z
  .string()
  .trim()
  .max(200)
  // Control characters, line breaks and lone surrogates have no place on a ribbon (and none in XML).
  .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/u.test(text))
  .refine((text) => [...segments.segment(text)].length <= longestRibbon);

/** What the designer stores: everything that a badge's drawing is made from. */
export const BadgeDesign = z.strictObject({
  shape: z.enum(shapes),
  ground: z.enum(grounds),
  icon: z.enum(iconNames),
  primary: Ink,
  secondary: Ink,
  ribbon: Ribbon.optional(),
});
export type BadgeDesign = z.infer<typeof BadgeDesign>;
