import {
  type AchievementContent,
  altTextFor,
  beginVersion,
  changeState,
  defineAchievement,
  editAchievement,
} from '../achievements/index.ts';
import { momentOf } from './calendar-model.ts';
import { achievements } from './content/achievements.ts';
import type { DemoAchievement } from './model.ts';
import { type Act, actingAs, of, type Stage } from './stage.ts';
import { markAchievementDemo } from './store.ts';

/** Achievements are defined, published a day later, and one goes out of use. */
export function achievementActs(now: Date): Act[] {
  return achievements.flatMap((achievement) => {
    const { state, defined } = achievement;
    const acts: Act[] = [{ at: momentOf(now, defined), play: (stage) => define(stage, achievement) }];
    if (state === 'draft') return acts;
    acts.push(step(achievement, 'publish', momentOf(now, defined - 1)));
    if (state === 'archived') acts.push(step(achievement, 'archive', momentOf(now, 92)));
    return acts;
  });
}

function step({ key, by }: DemoAchievement, how: 'publish' | 'archive', at: Date): Act {
  return {
    at,
    async play(stage) {
      await changeState(stage.app, await actingAs(stage, by), of(stage.achievements, key), how);
    },
  };
}

async function define(stage: Stage, achievement: DemoAchievement): Promise<void> {
  const { key, by, issuer, follows } = achievement;
  const actor = await actingAs(stage, by);
  const content = contentOf(achievement);
  const made = follows
    ? await beginVersion(stage.app, actor, of(stage.achievements, follows))
    : await defineAchievement(stage.app, actor, of(stage.issuers, issuer), content);
  if (follows) await editAchievement(stage.app, actor, made.id, { content, revision: made.revision });
  await markAchievementDemo(stage.tx, made.id);
  stage.achievements.set(key, made.id);
}

function contentOf(achievement: DemoAchievement): AchievementContent {
  const { name, description, criteria, design } = achievement;
  return {
    name,
    description,
    criteria: criteria.map((text) => ({ text })),
    criteriaNarrative: achievement.criteriaNarrative ?? '',
    achievementType: achievement.achievementType ?? 'Badge',
    tags: achievement.tags ?? [],
    alignments: achievement.alignments ?? [],
    evidenceWanted: achievement.evidenceWanted ?? '',
    evidenceRequired: achievement.evidenceRequired ?? false,
    validMonths: achievement.validMonths,
    lang: 'en',
    design,
    imageAlt: altTextFor(design, name),
  };
}
