import { achievementTypes, alignmentTargetTypes } from 'openbadges';

const extension = /^ext:[A-Za-z0-9._][A-Za-z0-9._-]{0,59}$/;

/** OB 3.0 AchievementType: one of the list, or an extension. */
export function isAchievementType(value: string): boolean {
  return (achievementTypes as readonly string[]).includes(value) || extension.test(value);
}

/** OB 3.0 AlignmentTargetType. */
export function isTargetType(value: string): boolean {
  return (alignmentTargetTypes as readonly string[]).includes(value) || extension.test(value);
}
