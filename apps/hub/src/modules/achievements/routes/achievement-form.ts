import { z } from 'zod';
import { composeText } from '../../../kernel/compose-text.ts';
import { checkbox, line, optionalInteger, optionalLine, optionalParagraphs, webAddress } from '../../../web/fields.ts';
import { isLanguage } from '../../organizations/index.ts';
import { isAchievementType, isTargetType } from '../achievement-type-model.ts';
import { BadgeDesign } from '../design/index.ts';
import { designAsTyped, readTyped, type Typed, withoutEmptyRows } from '../form-model.ts';
import type { AchievementContent } from '../model.ts';
import { readTags } from '../tags-model.ts';

const Tags = z
  .string()
  .transform(readTags)
  .refine((tags) => tags.length <= 30, 'achievements.mistake.tags-many')
  .refine((tags) => tags.every((tag) => tag.length <= 60), 'achievements.mistake.tag-long')
  .pipe(z.array(line(60)));

const TypedAlignment = z
  .object({
    targetName: line(200),
    targetUrl: webAddress,
    targetFramework: optionalLine(200),
    targetCode: optionalLine(100),
    targetType: z.string().refine((value) => value === '' || isTargetType(value), 'achievements.mistake.target-type'),
    targetDescription: optionalLine(500),
  })
  .transform(({ targetName, targetUrl, ...more }) => ({
    targetName,
    targetUrl,
    ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== '')),
  }));

const isRibbon = (value: string) => BadgeDesign.shape.ribbon.safeParse(composeText(value)).success;

const TypedContent = z.object({
  name: line(200),
  description: optionalParagraphs(2000),
  criteria: z.array(line(500)),
  criteriaNarrative: optionalParagraphs(10_000),
  achievementType: z.string().refine(isAchievementType, 'achievements.mistake.type'),
  tags: Tags,
  alignments: z.array(TypedAlignment),
  evidenceWanted: optionalParagraphs(1000),
  evidenceRequired: checkbox,
  validMonths: optionalInteger(1, 1200),
  lang: z.string().refine(isLanguage, 'form.invalid-value'),
  picture: z.enum(['design', 'upload']),
  upload: z.string(),
  imageAlt: optionalLine(500),
  ribbon: z.string().refine(isRibbon, 'achievements.mistake.ribbon'),
  design: BadgeDesign.omit({ ribbon: true }),
});

/** The form as it is saved: rows in which nothing stands are dropped, everything else is checked. */
export const AchievementForm = z
  .unknown()
  .transform((values) => withoutEmptyRows(readTyped(values as Record<string, string | string[]>)))
  .transform(withDesign)
  .pipe(TypedContent);
export type CheckedForm = z.infer<typeof TypedContent>;

/** Nothing is checked here: the schema says what is wrong. */
function withDesign(typed: Typed): z.input<typeof TypedContent> {
  const { ribbon: _, ...design } = designAsTyped(typed);
  const own = typed.ownType.trim().replace(/^ext:/, '');
  const achievementType = typed.achievementType === 'ext' ? `ext:${own}` : typed.achievementType;
  return { ...typed, achievementType, design } as z.input<typeof TypedContent>;
}

/** Everything but the picture, which the route decides from files and tokens. */
export function contentOf(form: CheckedForm): Omit<AchievementContent, 'design' | 'imageFile'> {
  const { picture: _p, upload: _u, ribbon: _r, design: _d, criteria, ...content } = form;
  return { ...content, criteria: criteria.map((text) => ({ text })) };
}

export function designOf(form: CheckedForm): BadgeDesign {
  return BadgeDesign.parse({ ...form.design, ...(form.ribbon.trim() ? { ribbon: composeText(form.ribbon) } : {}) });
}
