import { createHash } from 'node:crypto';
import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { keptPicture, renderPng, svgOfPng } from '../../platform/pictures/index.ts';
import { drawBadge } from './design/index.ts';
import type { Achievement } from './model.ts';

type Needs = Pick<App, 'config' | 'files'>;
type Pictured = Pick<Achievement, 'design' | 'imageFile' | 'imageAlt'>;

/** Pixels on each side in which a badge's picture is given out as PNG. */
export const pictureSizes = [64, 128, 256, 512, 1024] as const;
export type PictureSize = (typeof pictureSizes)[number];

/** Pictures that were asked for lately, by what they are made from, so that none is ever stale. */
const lately = new Map<string, Promise<Buffer>>();
const mostRemembered = 200;

/** The picture of an achievement: the drawing or the upload, as SVG or as a square PNG. Throws `file.not-found` without one. */
export function achievementPicture(
  app: Needs,
  { design, imageFile, imageAlt }: Pictured,
  kind: 'png' | 'svg',
  size: PictureSize = 1024,
): Promise<Buffer> {
  const madeFrom = JSON.stringify([app.config.data, design, imageFile, imageAlt, kind, size]);
  const picture = lately.get(madeFrom) ?? makePicture(app, { design, imageFile, imageAlt }, kind, size);
  lately.delete(madeFrom);
  lately.set(madeFrom, picture);
  picture.catch(() => lately.delete(madeFrom));
  const [oldest] = lately.keys();
  if (lately.size > mostRemembered && oldest !== undefined) lately.delete(oldest);
  return picture;
}

async function makePicture(
  app: Needs,
  { design, imageFile, imageAlt }: Pictured,
  kind: 'png' | 'svg',
  size: PictureSize,
): Promise<Buffer> {
  if (imageFile) return uploadAs(app, imageFile, kind, size);
  if (!design) throw new Refusal('file.not-found');
  const svg = drawBadge(design, { alt: imageAlt || undefined });
  return kind === 'svg' ? Buffer.from(svg) : rendered(app, svg, size);
}

async function uploadAs(app: Needs, id: Id<'fil'>, kind: 'png' | 'svg', size: PictureSize): Promise<Buffer> {
  const file = await app.files.read(id);
  if (!file) throw new Refusal('file.not-found');
  const isSvg = file.type === 'image/svg+xml';
  if (kind === 'svg') return isSvg ? file.bytes : Buffer.from(svgOfPng(file.bytes));
  if (isSvg) return rendered(app, file.bytes.toString('utf8'), size);
  return size === 1024 ? file.bytes : shrunk(app, file.bytes, size);
}

function rendered(app: Needs, svg: string, size: PictureSize): Promise<Buffer> {
  return keptPicture(app.config.data, `${size} ${svg}`, () => renderPng(svg, size));
}

async function shrunk(app: Needs, png: Buffer, size: PictureSize): Promise<Buffer> {
  const digest = createHash('sha256').update(png).digest('hex');
  return keptPicture(app.config.data, `${size} ${digest}`, async () => {
    const { default: sharp } = await import('sharp');
    return sharp(png).resize(size, size, { fit: 'inside', withoutEnlargement: true }).png().toBuffer();
  });
}
