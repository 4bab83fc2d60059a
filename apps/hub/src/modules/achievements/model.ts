import type { ActorId, Id, PersonId } from '../../kernel/ids.ts';
import type { BadgeDesign } from './design/badge-design.ts';

export type AchievementState = 'draft' | 'published' | 'archived';

/** OB 3.0 Alignment. */
export interface Alignment {
  targetName: string;
  targetUrl: string;
  targetDescription?: string;
  targetFramework?: string;
  targetCode?: string;
  targetType?: string;
}

/** What people can change in the editor while nothing was awarded. */
export interface AchievementContent {
  name: string;
  /** Plain text. */
  description: string;
  /** Separate things to do or to show. */
  criteria: { text: string }[];
  /** Markdown, beside or instead of the items. */
  criteriaNarrative: string;
  achievementType: string;
  tags: string[];
  alignments: Alignment[];
  /** What the issuer wants to see; "" for nothing. */
  evidenceWanted: string;
  evidenceRequired: boolean;
  validMonths?: number;
  lang: string;
  design?: BadgeDesign;
  imageFile?: Id<'fil'>;
  imageAlt: string;
}

/** What can be earned. Versions of one achievement share `series`, the id of the first. */
export interface Achievement extends AchievementContent {
  id: Id<'ach'>;
  series: Id<'ach'>;
  version: number;
  issuerId: ActorId;
  state: AchievementState;
  /** Counts the edits; an edit names the one it started from. */
  revision: number;
  demo: boolean;
  createdBy?: PersonId;
  createdAt: Date;
  changedAt: Date;
  publishedAt?: Date;
  archivedAt?: Date;
  /** Set by the first award: what people earned does not change any more. */
  lockedAt?: Date;
}

export const emptyContent: AchievementContent = {
  name: '',
  description: '',
  criteria: [],
  criteriaNarrative: '',
  achievementType: 'Badge',
  tags: [],
  alignments: [],
  evidenceWanted: '',
  evidenceRequired: false,
  lang: 'en',
  imageAlt: '',
};

export type MissingPart = 'name' | 'description' | 'criteria' | 'image' | 'imageAlt';

/** What is missing before it can be published (OB 3.0 Achievement: name, description and criteria are required). */
export function missingParts(content: AchievementContent): MissingPart[] {
  const missing: MissingPart[] = [];
  if (content.name === '') missing.push('name');
  if (content.description === '') missing.push('description');
  if (content.criteria.length === 0 && content.criteriaNarrative === '') missing.push('criteria');
  if (!content.design && !content.imageFile) missing.push('image');
  else if (content.imageAlt === '') missing.push('imageAlt');
  return missing;
}

/** The criteria as one Markdown text, as the signed achievement carries them. */
export function criteriaMarkdown(content: Pick<AchievementContent, 'criteria' | 'criteriaNarrative'>): string {
  const items = content.criteria.map(({ text }) => `- ${text.replace(/\s*\n\s*/g, ' ')}`).join('\n');
  return [content.criteriaNarrative, items].filter(Boolean).join('\n\n');
}
