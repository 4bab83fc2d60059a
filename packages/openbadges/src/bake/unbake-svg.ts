import { maxBakedText, svgElements, type Unbaked } from './badge-carriers.ts';
import { scanSvg } from './scan-svg.ts';

/**
 * Takes the badges out of an SVG, the newest format first (OB 3.0 §5.3.2, OB 2.0 baking).
 * A body is JSON; without one the `verify` attribute is the JWS or the address.
 */
export function unbakeSvg(svg: string): Unbaked {
  const scan = scanSvg(svg);
  if (scan === 'entities') return { ok: false, code: 'import.svg-with-entities' };
  if (scan === 'not-svg') return { ok: false, code: 'import.damaged-picture' };
  const texts = svgElements
    .flatMap(({ namespace }) => scan.badges.filter((badge) => badge.namespace === namespace))
    .map((badge) => badge.body || badge.verify)
    .filter((text) => text !== '');
  if (texts.length === 0) return { ok: false, code: 'import.picture-without-badge' };
  if (texts.some((text) => text.length > maxBakedText)) return { ok: false, code: 'import.badge-too-large' };
  return { ok: true, texts };
}
