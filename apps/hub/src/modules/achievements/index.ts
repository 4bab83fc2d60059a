export { achievementInput } from './achievement-input.ts';
export { beginVersion } from './begin-version.ts';
export { changeState } from './change-state.ts';
export { defineAchievement } from './define-achievement.ts';
export { editAchievement } from './edit-achievement.ts';
export { type Achievement, type AchievementContent, criteriaMarkdown, missingParts } from './model.ts';
export { maySee } from './policy.ts';
export { findAchievement, listAchievements, listAchievementsOf, listVersions, lockAchievement } from './store.ts';
