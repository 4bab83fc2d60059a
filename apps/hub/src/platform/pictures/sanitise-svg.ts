import { Refusal } from '../../kernel/refusal.ts';
import { embeddedPicture } from './embedded-picture.ts';
import { refuseBombs } from './svg-cost.ts';
import { inlineCss } from './svg-css.ts';
import { attributes, limits } from './svg-rules.ts';
import { parseSvg, type SvgElement } from './svg-tree.ts';

const fragment = /^#[\p{L}_][\p{L}\p{N}_.:-]*$/u;

function cleanReference(element: SvgElement, value: string): string | undefined {
  const address = value.trim();
  if (element.name === 'image') return embeddedPicture(address);
  return fragment.test(address) ? address : undefined;
}

/** `url(…)` may point into the file only; CSS escapes, functions that load and control characters have no business here. */
function cleanValue(value: string): string | undefined {
  const local = value.replace(/url\(\s*(["']?)(#[^"')\s]+)\1\s*\)/gi, (_, __, id: string) =>
    fragment.test(id) ? `url(${id})` : '',
  );
  const rest = local.replace(/url\(#[^)]+\)/g, '');
  if (/url\s*\(|image-set|expression|javascript:|data:|@import|\\|\p{Cc}(?<![\t\n\r])/iu.test(rest)) return undefined;
  return local;
}

function bounded(value: string): string {
  return value
    .split(/[\s,]+/)
    .map((part) => String(Math.min(Math.max(Number(part) || 0, 0), limits.blur)))
    .join(' ');
}

function cleanAttribute(element: SvgElement, name: string, value: string): string | undefined {
  if (!attributes.has(name)) return undefined;
  if (name === 'href') return cleanReference(element, value);
  if (name === 'id') return fragment.test(`#${value}`) ? value : undefined;
  if (name === 'stdDeviation') return bounded(value);
  return cleanValue(value);
}

function clean(element: SvgElement): void {
  for (const [name, value] of [...element.attributes]) {
    const kept = cleanAttribute(element, name, value);
    if (kept === undefined) element.attributes.delete(name);
    else element.attributes.set(name, kept);
  }
  for (const child of element.children) if (typeof child !== 'string') clean(child);
}

function countOf(name: string, element: SvgElement): number {
  return element.children.reduce(
    (sum, child) => sum + (typeof child === 'string' ? 0 : countOf(name, child)),
    element.name === name ? 1 : 0,
  );
}

const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function write(element: SvgElement): string {
  const listed = [...element.attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
  const inner = element.children.map((child) => (typeof child === 'string' ? escapeXml(child) : write(child))).join('');
  return inner ? `<${element.name}${listed}>${inner}</${element.name}>` : `<${element.name}${listed}/>`;
}

interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

function frameOf(root: SvgElement): Frame {
  const box = (root.attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const sizes = ['width', 'height'].map((name) => Number.parseFloat(root.attributes.get(name) ?? ''));
  const [x, y, width, height] = box.length === 4 ? box : [0, 0, ...sizes];
  const frame = { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
  const sensible = Object.values(frame).every((value) => Number.isFinite(value) && Math.abs(value) <= 1e6);
  if (!sensible || frame.width <= 0 || frame.height <= 0) throw new Refusal('image.svg-no-size');
  return frame;
}

/** The drawing in the middle of a square, cut off where its own frame ends. */
function squared(root: SvgElement): string {
  const { x, y, width, height } = frameOf(root);
  const side = Math.max(width, height);
  const label = root.attributes.get('aria-label');
  root.attributes.set('viewBox', `${x} ${y} ${width} ${height}`);
  for (const gone of ['role', 'aria-label', 'preserveAspectRatio']) root.attributes.delete(gone);
  const place = { x: (side - width) / 2, y: (side - height) / 2, width, height };
  for (const [name, value] of Object.entries(place)) root.attributes.set(name, String(value));
  const says = label ? ` aria-label="${escapeXml(label)}"` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img"${says}>${write(root)}</svg>`;
}

/**
 * An uploaded SVG, written anew from the parts that draw: no script, no style, no event, no animation, no reference that
 * leaves the file, no foreign namespace. Squared; text keeps its font names.
 *
 * Throws refusals: `image.svg-too-large`, `-broken`, `-not-svg`, `-doctype`, `-too-complex`, `-no-size`.
 */
export function sanitiseSvg(text: string): string {
  if (text.length > limits.characters) throw new Refusal('image.svg-too-large');
  const { root, css } = parseSvg(text);
  inlineCss(root, css);
  clean(root);
  if (countOf('filter', root) > limits.filters) throw new Refusal('image.svg-too-complex');
  refuseBombs(root);
  return squared(root);
}
