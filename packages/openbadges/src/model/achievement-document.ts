import { BadgeError } from './badge-error.ts';
import { openBadgeContexts } from './context-urls.ts';
import type { JsonObject } from './json.ts';
import { type ImageInput, image, type ProfileInput, profile } from './profile-document.ts';
import type { AchievementType, AlignmentTargetType, ResultType } from './vocabulary.ts';
import { withoutAbsent } from './without-absent.ts';

/** What can be earned (OB 3.0 Achievement). */
export interface AchievementInput {
  id: string;
  name: string;
  description: string;
  /** Markdown, the address of a page, or both. */
  criteria: { narrative?: string; id?: string };
  achievementType?: AchievementType;
  tag?: string[];
  alignment?: AlignmentInput[];
  image?: ImageInput;
  version?: string;
  inLanguage?: string;
  creator?: ProfileInput;
  fieldOfStudy?: string;
  specialization?: string;
  humanCode?: string;
  creditsAvailable?: number;
  related?: { id: string; inLanguage?: string; version?: string }[];
  resultDescription?: ResultDescriptionInput[];
}

export interface AlignmentInput {
  targetName: string;
  targetUrl: string;
  targetCode?: string;
  targetDescription?: string;
  targetFramework?: string;
  targetType?: AlignmentTargetType;
}

/** What a result of this achievement may be. Values and levels are ordered from low to high. */
export interface ResultDescriptionInput {
  id: string;
  name: string;
  resultType: ResultType;
  allowedValue?: string[];
  requiredValue?: string;
  requiredLevel?: string;
  valueMin?: string;
  valueMax?: string;
  rubricCriterionLevel?: { id: string; name: string; description?: string; level?: string; points?: string }[];
}

/** Throws `document.invalid` when the criteria say nothing, which no validator accepts. */
export function achievement(input: AchievementInput): JsonObject {
  const { alignment, creator, related, resultDescription, ...rest } = input;
  const criteria = withoutAbsent({ id: input.criteria.id, narrative: input.criteria.narrative });
  if (Object.keys(criteria).length === 0) throw new BadgeError('document.invalid', { pointer: '/criteria' });
  return withoutAbsent({
    ...rest,
    type: ['Achievement'],
    criteria,
    image: input.image && image(input.image),
    creator: creator && profile(creator),
    alignment: alignment?.map((target) => withoutAbsent({ type: ['Alignment'], ...target })),
    related: related?.map((other) => withoutAbsent({ type: ['Related'], ...other })),
    resultDescription: resultDescription?.map(describedResult),
  });
}

/** An Achievement as a document of its own, for its permanent address. */
export function achievementDocument(input: AchievementInput): JsonObject {
  return { '@context': [...openBadgeContexts.slice(0, 2)], ...achievement(input) };
}

function describedResult({ rubricCriterionLevel, ...description }: ResultDescriptionInput): JsonObject {
  return withoutAbsent({
    ...description,
    type: ['ResultDescription'],
    rubricCriterionLevel: rubricCriterionLevel?.map((level) =>
      withoutAbsent({ ...level, type: ['RubricCriterionLevel'] }),
    ),
  });
}
