import type { App } from '../../kernel/app.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findAlliance } from '../actors/index.ts';
import { countOwnContent, emptyTables, lockFirstRun } from './store.ts';

/**
 * Takes the demonstration away and leaves an empty hub. Its events stay, because the log is append-only: ids, verbs and
 * numbers, no names. What people added of their own goes too, but only when they say so (`demo.own-content`).
 */
export async function removeDemo(app: Pick<App, 'db'>, { withOwnContent = false } = {}): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    await lockFirstRun(tx);
    const alliance = await findAlliance(tx);
    if (!alliance?.demo) throw new Refusal('demo.not-a-demo');
    const count = await countOwnContent(tx);
    if (count > 0 && !withOwnContent) throw new Refusal('demo.own-content', { count });
    await emptyTables(tx);
  });
}
