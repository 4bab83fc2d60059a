import type { DemoAchievement } from '../model.ts';
import { allianceAchievements } from './alliance-achievements.ts';
import { organizationAchievements } from './organization-achievements.ts';

export const achievements: DemoAchievement[] = [...allianceAchievements, ...organizationAchievements];
