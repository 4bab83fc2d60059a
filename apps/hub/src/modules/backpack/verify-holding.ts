import type { BadgeView, Report } from 'openbadges';
import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { verifyAndRemember } from '../verifier/index.ts';
import { badgePicture } from './badge-picture.ts';
import type { Holding } from './model.ts';
import { updateHolding } from './store.ts';
import { ownHolding } from './view-holding.ts';

/** Asks again whether the badge is good, and keeps the answer with its date. Returns the id of the report. */
export async function verifyHolding(app: App, actor: Person, id: string): Promise<Id<'ver'>> {
  await app.limits.take(`verify own ${actor.personId}`, { capacity: 20, perMinute: 10 });
  const holding = await ownHolding(app.db, actor, id);
  const { carrier } = holding.format;
  const verified = await verifyAndRemember(app, addressOrDocument(holding), { carrier, backpack: holding.id });
  const { verdict } = verified.report;
  const { view, picture } = await whatIsKnownNow(app, holding, verified.report);
  await app.db.transaction().execute(async (tx) => {
    const file = { type: 'image/png', name: 'picture.png', isPublic: false };
    const image = picture && (await app.files.keep(tx, { ...file, bytes: picture }));
    const imageFile = image?.id ?? holding.imageFile;
    await updateHolding(tx, holding.id, { verdict, verifiedAt: app.clock(), view, imageFile });
    await record(app, tx, { verb: 'holding.verified', by: actor, about: holding.id, data: { verdict } });
  });
  return verified.id;
}

/** Badges up to 2.0 lie in several places, some of which may answer only now. */
async function whatIsKnownNow(
  app: App,
  holding: Holding,
  report: Report,
): Promise<{ view?: BadgeView; picture?: Buffer | undefined }> {
  const { badge, verdict } = report;
  if (holding.format.security !== 'hosted' || !badge?.name || verdict === 'invalid') return {};
  const picture = holding.imageFile ? undefined : await badgePicture(badge, undefined, app.fetch);
  return { view: badge, picture };
}

/** The oldest badges have no identity but the address they lie at, so they can only be asked for there. */
function addressOrDocument({ format, view, document }: Holding): string {
  const isOldest = format.version === '0.5' || format.version === '1.0';
  const isHosted = format.security === 'hosted' && /^https?:/.test(view.id ?? '');
  return isOldest && isHosted && view.id ? view.id : document;
}
