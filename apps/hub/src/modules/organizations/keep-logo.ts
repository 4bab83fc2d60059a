import { pictureKind } from '../../platform/pictures/picture-kind.ts';
import { renderPng } from '../../platform/pictures/render-png.ts';
import { sanitiseSvg } from '../../platform/pictures/sanitise-svg.ts';
import { squareImage } from '../../platform/pictures/square-image.ts';

/** Pixels on each side of a logo that came as a drawing. */
const side = 800;

/** An uploaded picture as the square PNG that pages, credentials and other hubs can all show. Refuses what is none. */
export async function keepLogo(bytes: Uint8Array) {
  const isSvg = pictureKind(bytes) === 'svg';
  const png = isSvg ? await renderPng(sanitiseSvg(new TextDecoder().decode(bytes)), side) : await squareImage(bytes);
  return { bytes: png, type: 'image/png', name: 'logo.png', isPublic: true };
}
