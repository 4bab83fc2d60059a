export { achievementInput } from './achievement-input.ts';
export { achievementPicture } from './achievement-picture.ts';
export { beginVersion } from './begin-version.ts';
export { changeState } from './change-state.ts';
export { defineAchievement } from './define-achievement.ts';
export { altTextFor } from './design/index.ts';
export { differencesBetween } from './differences-model.ts';
export { editAchievement } from './edit-achievement.ts';
export { listOwnIssuers, loadAchievement, loadIssuer } from './load-achievement.ts';
export {
  type Achievement,
  type AchievementContent,
  type AchievementState,
  criteriaMarkdown,
  missingParts,
} from './model.ts';
export { achievementPath, issuerListPath, picturePath } from './paths-model.ts';
export { maySee, whyNotArchive, whyNotEdit, whyNotPublish, whyNotRestore } from './policy.ts';
export { achievementRoutes } from './routes.ts';
export { findAchievement, listAchievements, listAchievementsOf, listVersions, lockAchievement } from './store.ts';
export { typeName } from './views/type-fields.tsx';
