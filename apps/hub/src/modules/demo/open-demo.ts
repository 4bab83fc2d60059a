import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { attempt } from '../../kernel/refusal.ts';
import { findAlliance } from '../actors/index.ts';
import { accountOfRole } from './demo-roles.ts';
import { loadDemo } from './load-demo.ts';

/** One click on the first page. Pressed twice, both find the one demonstration; a real alliance is left alone. */
export async function openDemo(app: App): Promise<{ accountId: Id<'acc'> }> {
  const loaded = await attempt(() => loadDemo(app));
  if ('done' in loaded) return loaded.done;
  if (!(await findAlliance(app.db))?.demo) throw loaded.refusal;
  return { accountId: await accountOfRole(app, 'steward') };
}
