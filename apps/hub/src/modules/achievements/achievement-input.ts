import type { AchievementInput, AlignmentInput } from 'openbadges';
import { carriedUrl } from '../../kernel/addresses.ts';
import type { App } from '../../kernel/app.ts';
import { type Achievement, criteriaMarkdown } from './model.ts';

/** The achievement as signed credentials carry it and as its address answers. */
export function achievementInput(app: Pick<App, 'urls'>, achievement: Achievement): AchievementInput {
  return {
    id: app.urls.achievement(achievement.id),
    name: achievement.name,
    description: achievement.description,
    criteria: { id: app.urls.achievement(achievement.id), narrative: criteriaMarkdown(achievement) || undefined },
    achievementType: achievement.achievementType as AchievementInput['achievementType'],
    tag: achievement.tags.length > 0 ? achievement.tags : undefined,
    alignment: achievement.alignments.map((alignment) => ({
      ...(alignment as AlignmentInput),
      targetUrl: carriedUrl(alignment.targetUrl),
    })),
    image: { id: app.urls.achievementImage(achievement.id, 'png'), caption: achievement.imageAlt || undefined },
    inLanguage: achievement.lang,
    version: String(achievement.version),
  };
}
