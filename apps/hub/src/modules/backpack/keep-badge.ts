import { createHash } from 'node:crypto';
import type { BadgeView, Report } from 'openbadges';
import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tables.ts';
import { moveToNewerCopy } from './collection-store.ts';
import { type BroughtBadge, copyDate } from './import-model.ts';
import type { Holding } from './model.ts';
import { whyNotShow } from './policy.ts';
import { withName } from './shelf-model.ts';
import { storable } from './storable-model.ts';
import { findSameHolding, hasCopy, insertHolding, lockBackpack, updateHolding } from './store.ts';

export interface KeepBadge {
  brought: BroughtBadge;
  /** Of a verification that allows to keep it. */
  report: Report & { badge: BadgeView; document: string };
  picture: Buffer | undefined;
}

export interface KeptBadge {
  id: Id<'hld'>;
  outcome: 'kept' | 'there-already' | 'newer-kept' | 'older-kept';
}

/**
 * Puts a verified badge into the backpack, private. The same credential twice is recognised (OB 3.0 equality): the same
 * bytes are there already; of two copies the one with the later date counts, and the other is kept as superseded.
 */
export async function keepBadge(app: App, actor: Person, input: KeepBadge): Promise<KeptBadge> {
  return app.db.transaction().execute(async (tx) => {
    await lockBackpack(tx, actor.personId);
    const holding = holdingOf(app, actor, input);
    const same = await findSameHolding(tx, actor.personId, holding);
    if (same && (await isThere(tx, same, holding))) return { id: same.id, outcome: 'there-already' };
    const kept = await withFiles(app, tx, holding, input);
    const outcome = await place(tx, actor, kept, same);
    const data = { verdict: input.report.verdict, ...(same ? { same: same.id } : {}) };
    await record(app, tx, { verb: 'holding.imported', by: actor, about: kept.id, data });
    return { id: same && outcome === 'older-kept' ? same.id : kept.id, outcome };
  });
}

/** The same text again tells only how it stands now. */
async function isThere(tx: Tx, same: Holding, { sha256, verdict, verifiedAt }: Holding): Promise<boolean> {
  if (same.sha256 !== sha256) return hasCopy(tx, same.id, sha256);
  await updateHolding(tx, same.id, { verdict, verifiedAt });
  return true;
}

async function place(
  tx: Tx,
  actor: Person,
  holding: Holding,
  same: Holding | undefined,
): Promise<KeptBadge['outcome']> {
  if (!same) {
    await insertHolding(tx, holding);
    return 'kept';
  }
  if (!replaces(holding, same)) {
    await insertHolding(tx, { ...holding, supersededBy: same.id });
    return 'older-kept';
  }
  // The older one makes room first: only one of them may be the present copy.
  await updateHolding(tx, same.id, { supersededBy: holding.id });
  const mayShow = whyNotShow(actor, holding, same.visibility) === null;
  await insertHolding(tx, { ...holding, visibility: mayShow ? same.visibility : 'private' });
  await moveToNewerCopy(tx, same.id, holding.id);
  return 'newer-kept';
}

/** A later date alone can be written by anybody: what could not be checked takes the place of nothing that was. */
function replaces(holding: Holding, same: Holding): boolean {
  const isLater = (holding.validFrom?.getTime() ?? 0) > (same.validFrom?.getTime() ?? 0);
  const wasChecked = same.awardId !== undefined || same.verdict !== 'could-not-check';
  return isLater && (holding.verdict !== 'could-not-check' || !wasChecked);
}

function holdingOf(app: App, actor: Person, { brought, report }: KeepBadge): Holding {
  const sha256 = createHash('sha256').update(report.document).digest('hex');
  const { badge, identity } = storable({ badge: report.badge, identity: report.identity });
  return {
    id: app.newId('hld'),
    holderId: actor.personId,
    document: report.document,
    sha256,
    format: { ...report.format, from: brought.from },
    view: withName(badge),
    issuerKey: keyOf(identity?.issuer ?? badge.issuer.id),
    // A badge without an id is the same as another one only when it is the same text.
    credentialKey: keyOf(identity?.id ?? `sha256:${sha256}`),
    validFrom: copyDate(badge),
    visibility: 'private',
    linkToken: Buffer.from(app.random(18)).toString('base64url'),
    verdict: report.verdict,
    verifiedAt: new Date(report.checkedAt),
    acceptedAt: app.clock(),
  };
}

/** An id of any length as a key; an index of PostgreSQL takes no long ones. */
const keyOf = (id: string): string =>
  id.length <= 600 ? id : `sha256:${createHash('sha256').update(id).digest('hex')}`;

async function withFiles(app: App, tx: Tx, holding: Holding, { brought, picture }: KeepBadge): Promise<Holding> {
  const { file } = brought;
  const carrier = file && (await app.files.keep(tx, { ...file, isPublic: false }));
  const name = 'picture.png';
  const image = picture && (await app.files.keep(tx, { bytes: picture, type: 'image/png', name, isPublic: false }));
  return { ...holding, carrierFile: carrier?.id, imageFile: image?.id };
}
