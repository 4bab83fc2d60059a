import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { forgetUnclaimed } from '../awards/index.ts';
import { alliance } from './content/alliance.ts';
import { achievementActs } from './play-achievements.ts';
import { awardActs } from './play-awards.ts';
import { backpackActs } from './play-backpacks.ts';
import { organizationActs } from './play-organizations.ts';
import { peopleActs } from './play-people.ts';
import { type Act, actingAs, openStage } from './stage.ts';
import { isHubEmpty, keepLetters, lockFirstRun } from './store.ts';

export interface LoadedDemo {
  /** The steward of the demonstration. */
  accountId: Id<'acc'>;
}

/**
 * Fills an empty hub with the demonstration: two years of an alliance, told in the order of time by the same use cases
 * that people use, in one transaction. Every credential is really signed; only the clock is the story's.
 */
export async function loadDemo(app: App): Promise<LoadedDemo> {
  return app.db.transaction().execute(async (tx) => {
    await lockFirstRun(tx);
    if (!(await isHubEmpty(tx))) throw new Refusal('demo.hub-not-empty');
    const stage = openStage(app, tx);
    for (const act of storyUntil(stage.now)) {
      stage.moveTo(act.at);
      await act.play(stage);
    }
    stage.moveTo(stage.now);
    // the yearly work of the night: what nobody accepted loses its personal words
    await forgetUnclaimed.run(stage.app, {});
    await keepLetters(tx, stage.now);
    const { accountId } = await actingAs(stage, alliance.steward);
    return { accountId };
  });
}

function storyUntil(now: Date): Act[] {
  const parts = [peopleActs, organizationActs, achievementActs, awardActs, backpackActs];
  return parts.flatMap((part) => part(now)).sort((one, other) => one.at.getTime() - other.at.getTime());
}
