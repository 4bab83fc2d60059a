import type { Tables } from '../../kernel/tables.ts';
import type { TestHub } from '../test-hub.ts';
import { accountsGiven } from './accounts.ts';
import { achievementsGiven } from './achievements.ts';
import { actorsGiven } from './actors.ts';
import { awardsGiven } from './awards.ts';
import { backpackGiven } from './backpack.ts';
import { organizationsGiven } from './organizations.ts';
import { showingGiven } from './showing.ts';
import { verifierGiven } from './verifier.ts';

/** Sentences about how things stand before a test: `await hub.given.organization()`. */
export function makeGiven(hub: TestHub) {
  return {
    rowsOf: (table: keyof Tables) => hub.db.selectFrom(table).selectAll().execute(),
    ...achievementsGiven(hub),
    ...actorsGiven(hub),
    ...accountsGiven(hub),
    ...awardsGiven(hub),
    ...backpackGiven(hub),
    ...organizationsGiven(hub),
    ...showingGiven(hub),
    ...verifierGiven(hub),
  };
}

export type Given = ReturnType<typeof makeGiven>;
