import { nothingRead } from '../import/nothing-read.ts';
import { carriedFormats, maxBakedText, maxSvg, type Unbaked } from './badge-carriers.ts';
import { scanSvg } from './scan-svg.ts';

/**
 * Takes all badges out of an SVG, the newest format first (OB 3.0 §5.3.2, OB 2.0 baking).
 * A body is JSON; without one the `verify` attribute is the JWS or the address.
 */
export function unbakeSvg(svg: string): Unbaked {
  if (svg.length > maxSvg) return nothingRead('import.too-large', { limit: `${maxSvg / 1024 / 1024} MB` });
  const scan = scanSvg(svg);
  if (scan === 'entities') return nothingRead('import.svg-with-entities');
  if (scan === 'not-svg') return nothingRead('import.damaged-picture', { kind: 'SVG' });
  const texts = carriedFormats
    .flatMap((format) => scan.badges.filter((badge) => badge.format === format))
    .map((badge) => badge.body || badge.verify)
    .filter((text) => text !== '');
  if (texts.length === 0) return nothingRead('import.picture-without-badge', { kind: 'SVG' });
  if (texts.reduce((size, text) => size + text.length, 0) > maxBakedText) return nothingRead('import.badge-too-large');
  return { ok: true, texts };
}
