import type { App } from '../../kernel/app.ts';
import { type Endorsement, endorsementsIn, withVerdicts } from './endorsements-model.ts';
import { remembered } from './remembered.ts';
import { findInnerReports } from './store.ts';

type Needs = Pick<App, 'clock' | 'db'>;

const parsed = remembered<Endorsement[]>(3_600_000, 2000);

/** Who else vouches, each with the verdict of its own check when the badge was last verified here. */
export async function listEndorsements(
  app: Needs,
  { document, sha256 }: { document: string; sha256: string },
): Promise<Endorsement[]> {
  const endorsements = await parsed(app, sha256, async () => endorsementsIn(document));
  if (endorsements.length === 0) return [];
  return withVerdicts(endorsements, await findInnerReports(app.db, sha256));
}
