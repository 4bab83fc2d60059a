import { bakePng, bakeSvg } from 'openbadges';
import type { App } from '../../kernel/app.ts';
import { type Achievement, achievementPicture } from '../achievements/index.ts';
import { remembered } from './remembered.ts';

type Needs = Pick<App, 'clock' | 'config' | 'db' | 'files'>;

const pictures = remembered<Buffer>(60_000, 64);

/** The badge's picture with its credential inside; the picture is drawn once, the credential put in each time. */
export async function bakeBadge(
  app: Needs,
  achievement: Achievement,
  document: string,
  kind: 'png' | 'svg',
): Promise<Uint8Array> {
  const { id, revision } = achievement;
  const picture = await pictures(app, `${id} ${revision} ${kind}`, () => achievementPicture(app, achievement, kind));
  if (kind === 'png') return bakePng(picture, document);
  return Buffer.from(bakeSvg(picture.toString('utf8'), document));
}
