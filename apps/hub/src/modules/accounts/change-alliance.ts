import type { Actor } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { squareImage } from '../../platform/pictures/square-image.ts';
import { type ActorProfile, findAlliance, updateActor } from '../actors/index.ts';
import { whyNotRunAlliance } from './policy.ts';

type Needs = Pick<App, 'clock' | 'db' | 'files' | 'newId'>;

export interface ChangeAlliance {
  name: string;
  purpose: string;
  lang: string;
  timeZone: string;
  /** PNG, JPEG, WebP or GIF. */
  logo?: Uint8Array;
  removeLogo?: boolean;
  /** Of the page on which this was typed. */
  revision: number;
}

export async function changeAlliance(app: Needs, actor: Actor, input: ChangeAlliance): Promise<void> {
  const reason = whyNotRunAlliance(actor);
  if (reason) throw new Refusal(reason);
  const logo = input.logo && (await squareImage(input.logo));

  await app.db.transaction().execute(async (tx) => {
    const alliance = await findAlliance(tx);
    if (!alliance) throw new Refusal('web.not-found');
    const kept =
      logo && (await app.files.keep(tx, { bytes: logo, type: 'image/png', name: 'logo.png', isPublic: true }));
    const { name, purpose: summary, lang, timeZone } = input;
    const logoFile = kept?.id ?? (input.removeLogo ? undefined : alliance.logoFile);
    const isNewest = await updateActor(tx, alliance.id, { name, summary, lang, timeZone, logoFile }, input.revision);
    if (!isNewest) throw new Refusal('web.conflict');
    if (logoFile !== alliance.logoFile) await forget(app, tx, alliance);
    await record(app, tx, { verb: 'alliance.changed', by: actor, about: alliance.id });
  });
}

async function forget(
  app: Needs,
  tx: Parameters<App['files']['remove']>[0],
  { logoFile }: ActorProfile,
): Promise<void> {
  if (logoFile) await app.files.remove(tx, logoFile);
}
