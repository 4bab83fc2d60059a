import { altTextFor } from './alt-text.ts';
import type { BadgeDesign } from './badge-design.ts';
import { type Contour, contours } from './contours.ts';
import { drawIcon } from './icons.ts';
import { inksOf } from './inks-of.ts';
import { ribbonLetters } from './ribbon-letters.ts';
import { ribbonBaseline, ribbonWord, sizeOfUnknown } from './ribbon-word.ts';

export interface DrawBadge {
  /** What the picture says to those who do not see it; made from the design when absent. */
  alt?: string;
  /** For a page: adds the die-cut edge, which the page's CSS fills (`.badge__edge`). */
  inline?: boolean;
  /** Goes before every id, where one design is drawn twice on a page. */
  prefix?: string;
}

const ribbonOutline = 'M20 144Q100 162 180 144L198 152L189 166L198 181L180 175Q100 192 20 175L2 181L11 166L2 152Z';

function escapeXml(text: string): string {
  // XML 1.0 §2.2: these characters may not stand in a document, not even escaped.
  const allowed = text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
  return allowed.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** FNV-1a; names the parts of one drawing, so that two drawings on a page do not share ids. */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}

const scaled = (scale: number) => `transform="translate(100 100) scale(${scale}) translate(-100 -100)"`;

function body({ path }: Contour, { primary, ground }: BadgeDesign, cut: string): string {
  const solid = (ink: string, scale: number) =>
    `<path d="${path}" fill="${ink}" stroke="${ink}" stroke-width="8" stroke-linejoin="round" ${scaled(scale)}/>`;
  const inset = (scale: number, width: number) =>
    `<path d="${path}" fill="none" stroke="${cut}" stroke-width="${width}" stroke-linejoin="round" ${scaled(scale)}/>`;
  return ground === 'cream'
    ? solid(primary, 0.985) + solid(cut, 0.8) + inset(0.9, 2.22)
    : solid(primary, 0.985) + inset(0.885, 2.82);
}

function icon(design: BadgeDesign, contour: Contour): string {
  const drawn = drawIcon(design.icon, inksOf(design).icon);
  const place = design.ribbon
    ? `translate(0 ${contour.drop}) translate(100 88) scale(${contour.scale}) translate(-100 -88)`
    : `translate(100 ${contour.middle}) scale(${contour.scaleBare}) translate(-100 -86)`;
  return `<g transform="${place}">${drawn}</g>`;
}

function word(text: string, ink: string, id: string): string {
  const outlines = ribbonWord(text, ribbonLetters());
  if (outlines !== undefined) return `<path d="${outlines}" fill="${ink}"/>`;
  return (
    `<path id="${id}" d="${ribbonBaseline}" fill="none"/>` +
    `<text font-family="Special Gothic, Noto Sans, DejaVu Sans, Arial, sans-serif" font-weight="640" font-size="${sizeOfUnknown(text)}" ` +
    `fill="${ink}" text-anchor="middle" aria-hidden="true"><textPath href="#${id}" startOffset="50%">${escapeXml(text)}</textPath></text>`
  );
}

function ribbon(text: string, ink: string, letterInk: string, id: string): string {
  return (
    `<path d="M20 150L2 152L11 166L2 181L34 178ZM180 150L198 152L189 166L198 181L166 178Z" fill="${ink}"/>` +
    `<path d="M20 150L34 170L34 178L20 174ZM180 150L166 170L166 178L180 174Z" fill="#000000" fill-opacity="0.35"/>` +
    `<path d="M20 144Q100 162 180 144V174Q100 192 20 174Z" fill="${ink}"/>` +
    word(text, letterInk, id)
  );
}

function dieCutEdge(contour: Contour, design: BadgeDesign): string {
  const outline = `<path d="${contour.path}" stroke-width="13" ${scaled(0.985)}/>`;
  const band = design.ribbon ? `<path d="${ribbonOutline}" stroke-width="5"/>` : '';
  return `<g class="badge__edge" fill="none" stroke-linejoin="round">${outline}${band}</g>`;
}

/**
 * The badge as a whole SVG file, 200 × 200, always the same for the same design.
 *
 * The word on the ribbon is drawn as outlines, so that no font is needed where the badge goes.
 */
export function drawBadge(design: BadgeDesign, { alt, inline = false, prefix = 'badge' }: DrawBadge = {}): string {
  const contour = contours[design.shape];
  const inks = inksOf(design);
  const says = escapeXml(alt ?? altTextFor(design));
  const id = `${prefix}-${markOf(JSON.stringify(design) + says)}`;
  const title = inline ? '' : `<title>${says}</title>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" role="img" aria-label="${says}">${title}` +
    (inline ? dieCutEdge(contour, design) : '') +
    body(contour, design, inks.line) +
    (contour.fold ? `<path d="${contour.fold}" fill="${design.secondary}"/>` : '') +
    icon(design, contour) +
    (design.ribbon ? ribbon(design.ribbon, design.secondary, inks.word, id) : '') +
    '</svg>'
  );
}
