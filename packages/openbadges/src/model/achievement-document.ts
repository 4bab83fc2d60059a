import { type AlignmentInput, alignmentClass } from './build/alignment-class.ts';
import { endorsementFields } from './build/endorsement-fields.ts';
import { finite, language, list, needed, text, url, word } from './build/fields.ts';
import { invalid } from './build/invalid-reasons.ts';
import { record } from './build/record.ts';
import { distinctIds, type ResultDescriptionInput, resultDescriptionClass } from './build/result-classes.ts';
import { openBadgeContexts } from './context-urls.ts';
import type { JsonObject } from './json.ts';
import {
  type EndorsedInput,
  type IdentifierEntryInput,
  type ImageInput,
  identifierEntryClass,
  imageClass,
  type ProfileInput,
  profileClass,
} from './profile-document.ts';
import { type AchievementType, achievementTypes } from './vocabulary.ts';

/** What can be earned (OB 3.0 Achievement). */
export interface AchievementInput extends EndorsedInput {
  id: string;
  /** Further types, as URLs. */
  types?: string[];
  name: string;
  description: string;
  /** Markdown, the address of a page, or both. */
  criteria: CriteriaInput;
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
  otherIdentifier?: IdentifierEntryInput[];
  related?: RelatedInput[];
  resultDescription?: ResultDescriptionInput[];
}

/** What has to be done or shown; at least one of the two. */
export interface CriteriaInput {
  /** The address of a page for people. */
  id?: string;
  /** Markdown. */
  narrative?: string;
}

/** Another achievement: a translation, an earlier version, the same in Open Badges 2.0. */
export interface RelatedInput {
  id: string;
  /** Further types, as URLs. */
  types?: string[];
  inLanguage?: string;
  version?: string;
}

const relatedClass = record<RelatedInput>(['Related'], {
  id: needed(url),
  inLanguage: language,
  version: text,
});

const criteriaClass = record<CriteriaInput>(undefined, { id: url, narrative: text }, (criteria, at) => {
  if (criteria.id === undefined && criteria.narrative === undefined) invalid(at, 'no-criteria');
});

export const achievementClass = record<AchievementInput>(
  ['Achievement'],
  {
    id: needed(url),
    name: needed(text),
    description: needed(text),
    criteria: needed(criteriaClass),
    achievementType: word(achievementTypes),
    tag: list(text),
    alignment: list(alignmentClass),
    image: imageClass,
    version: text,
    inLanguage: language,
    creator: profileClass,
    fieldOfStudy: text,
    specialization: text,
    humanCode: text,
    creditsAvailable: finite,
    otherIdentifier: list(identifierEntryClass),
    related: list(relatedClass),
    resultDescription: list(resultDescriptionClass),
    ...endorsementFields,
  },
  (achievement, at) => distinctIds(achievement.resultDescription, `${at}/resultDescription`),
);

/**
 * An Achievement as a document of its own, for its permanent address.
 * Throws BadgeError `document.invalid` with `pointer` and `reason` (see `invalidReasons`).
 */
export function achievementDocument(input: AchievementInput): JsonObject {
  return { '@context': [...openBadgeContexts.slice(0, 2)], ...achievementClass.read(input, '') };
}
