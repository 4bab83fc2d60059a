import type { Metadata } from 'sharp';
import { Refusal } from '../../kernel/refusal.ts';
import { pictureKind } from './picture-kind.ts';

/** Of an upload. */
export const mostMegabytes = 8;
/** 40 megapixels: a large photograph, and 160 MB when unpacked. */
const mostPixels = 40_000_000;
/** Pixels on each side of what is kept. */
const side = 1024;

async function measured(bytes: Uint8Array): Promise<Metadata> {
  const { default: sharp } = await import('sharp');
  try {
    // Reads the header only, so a bomb does no harm yet.
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    throw new Refusal('image.broken');
  }
}

async function squared(bytes: Uint8Array, edge: number): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: edge, height: edge, fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .ensureAlpha()
      .png({ compressionLevel: 9 })
      .toBuffer();
  } catch {
    throw new Refusal('image.broken');
  }
}

/**
 * An uploaded PNG, JPEG, WebP or GIF as a square PNG of at most 1024 pixels: upright, on transparent ground, without
 * any metadata. Of an animation the first picture stays.
 *
 * sharp names no errors of its own: whatever it throws at these bytes means that they are broken.
 */
export async function squareImage(bytes: Uint8Array): Promise<Buffer> {
  if (bytes.length > mostMegabytes * 1024 * 1024) throw new Refusal('image.too-large', { megabytes: mostMegabytes });
  const kind = pictureKind(bytes);
  if (!kind || kind === 'svg') throw new Refusal('image.not-an-image');
  const { width = 0, height = 0 } = await measured(bytes);
  if (width * height > mostPixels) throw new Refusal('image.too-many-pixels', { width, height });
  return squared(bytes, Math.min(side, Math.max(width, height)));
}
