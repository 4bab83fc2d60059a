import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { isId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findActor } from '../actors/index.ts';
import { findHolding, type Holding, maySeeShown } from '../backpack/index.ts';
import { lastVerification } from '../verifier/index.ts';
import type { Endorsement } from './endorsements-model.ts';
import { isSharedBy } from './is-shared-by.ts';
import { listEndorsements } from './list-endorsements.ts';

/** A badge in somebody's backpack as others see it. */
export interface ShownElsewhere {
  holding: Holding;
  holderName: string;
  /** What the newest check came to. */
  lastCheck?: { verdict: NonNullable<Holding['verdict']>; checkedAt: Date };
  /** Statements of others that are part of the document. */
  endorsements: Endorsement[];
  /** The token of the share link by which the reader came, when nothing else opens it. */
  sharedBy?: string;
}

type Needs = Pick<App, 'clock' | 'db'>;

/** A holding that this reader may see; what is private and what never was give one answer. */
export async function loadHolding(
  app: Needs,
  actor: Actor,
  id: string,
  key: string | undefined,
): Promise<ShownElsewhere> {
  const holding = isId('hld', id) ? await findHolding(app.db, id) : undefined;
  if (!holding) throw new Refusal('web.not-found');
  if (maySeeShown(actor, holding, key)) return describeHolding(app, holding);
  if (key && (await isSharedBy(app, key, holding.id))) return describeHolding(app, holding, key);
  throw new Refusal('web.not-found');
}

export async function describeHolding(app: Needs, holding: Holding, sharedBy?: string): Promise<ShownElsewhere> {
  const [holder, checked, endorsements] = await Promise.all([
    findActor(app.db, holding.holderId),
    lastVerification(app.db, holding.sha256),
    listEndorsements(app, holding),
  ]);
  return { holding, holderName: holder?.name ?? '', lastCheck: newest(holding, checked), endorsements, sharedBy };
}

function newest({ verdict, verifiedAt }: Holding, checked: ShownElsewhere['lastCheck']): ShownElsewhere['lastCheck'] {
  const own = verdict && verifiedAt ? { verdict, checkedAt: verifiedAt } : undefined;
  if (!own || !checked) return own ?? checked;
  return own.checkedAt > checked.checkedAt ? own : checked;
}
